"""The duties of a public body: the statement's address, and a way to say what fails."""

import datetime

from django.core import mail

import pytest
import time_machine

from core.privacy.retention import forget
from home.models import AccessibilityReport, SiteSettings
from mail.tasks import send_due_messages
from tests.factories.home import StandardPageFactory, home_page

pytestmark = pytest.mark.django_db
WORDS = {"text": "Menuen kan ikke nås", "page": "/ideer/", "email": "bo@example.dk"}


@pytest.fixture
def settings_of_the_site() -> SiteSettings:
    site = home_page().get_site()
    ours = SiteSettings.for_site(site)
    ours.email = "post@example.dk"
    ours.save()
    return ours


def test_was_leads_to_the_statement_which_leads_to_the_form(
    client, settings_of_the_site
):
    assert client.get("/was").url == "/sig-til/"
    page = StandardPageFactory(title="Tilgængelighed")
    settings_of_the_site.accessibility_page = page
    settings_of_the_site.save()
    for address in ("/was", "/was/"):
        assert client.get(address).url.endswith(page.url)
    assert 'href="/sig-til/"' in client.get(page.url).text


def test_what_is_reported_is_mailed_and_no_cookie_is_set(client, settings_of_the_site):
    shown = client.get("/sig-til/", {"side": '/ideer/"'})
    assert 'value="/ideer/&quot;"' in shown.text
    sent = client.post("/sig-til/", WORDS)
    assert "Tak, fordi du sagde til" in client.get(sent.url).text
    assert not client.cookies
    send_due_messages.call()
    [letter] = mail.outbox
    assert letter.to == ["post@example.dk"]
    assert all(word in letter.body for word in WORDS.values())


@pytest.mark.parametrize(
    "field, value, words",
    [
        ("text", " ", "Skriv, hvad der gik galt."),
        ("text", "a" * 4001, "Skriv højst 4000 tegn."),
        ("page", "a" * 501, "Skriv højst 500 tegn."),
        ("email", "bo@", "Det ligner ikke en e-mailadresse."),
    ],
)
def test_what_cannot_be_taken_is_told(client, field, value, words):
    response = client.post("/sig-til/", {**WORDS, field: value})
    assert response.status_code == 422
    assert words in response.text
    assert not AccessibilityReport.objects.exists()


def test_a_flood_is_stopped(client, settings):
    settings.ACCOUNT_RATE_LIMITS = {"report_accessibility": "1/h/ip"}
    client.post("/sig-til/", WORDS)
    assert client.post("/sig-til/", WORDS).status_code == 429
    assert AccessibilityReport.objects.count() == 1


def test_reports_are_forgotten(client):
    client.post("/sig-til/", WORDS)
    forget()
    assert AccessibilityReport.objects.count() == 1
    three_months = datetime.timedelta(days=91)
    now = AccessibilityReport.objects.get().created_at
    with time_machine.travel(now + three_months):
        forget()
    assert not AccessibilityReport.objects.exists()
