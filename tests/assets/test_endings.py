"""Rights that end: warned of at 30, 7 and 0 days, once, with every use."""

import datetime

from django.core import mail
from django.urls import reverse

import pytest
import time_machine

from assets.models import Asset, RightsWarning
from assets.rights.endings import warn
from assets.signals import rights_ending
from assets.tasks import warn_of_rights
from mail.models import Message
from mail.tasks import send_due_messages
from tests.factories.assets import AssetFactory, make_file
from tests.factories.campaigns import CampaignPageFactory

from .posts import changed_asset, edit_url, field_errors

pytestmark = pytest.mark.django_db
DAY = datetime.timedelta(days=1)
TODAY = datetime.date(2026, 3, 2)


@pytest.fixture
def clock():
    noon = datetime.datetime(2026, 3, 2, 12, 0, tzinfo=datetime.UTC)
    with time_machine.travel(noon, tick=False) as clock:
        yield clock


def test_each_threshold_is_warned_of_once(clock):
    AssetFactory(usable_until=TODAY + 31 * DAY)
    warned = []
    for _day in range(40):
        warn_of_rights.call()
        warn_of_rights.call()
        warned.append(RightsWarning.objects.count())
        clock.shift(DAY)
    assert [warned.index(n) for n in (1, 2, 3)] == [1, 24, 31]
    assert warned[-1] == Message.objects.count() == 3


def test_a_worker_that_stood_still_warns_of_the_tightest_alone(clock):
    AssetFactory(usable_until=TODAY + 5 * DAY)
    assert warn() == 1
    assert RightsWarning.objects.get().days == 7


def test_the_letter_lists_every_use(clock, editor):
    campaign = CampaignPageFactory(title="Læs landet")
    asset = make_file(
        title="Plakat: Stenalderen", theme=campaign.theme, consent_until=TODAY + 7 * DAY
    ).asset
    value = {"title": "", "assets": [asset.pk], "count": 2}
    campaign.body = [{"type": "asset_shelf", "value": value}]
    campaign.save_revision().publish()
    warn()
    send_due_messages.call()
    (letter,) = mail.outbox
    assert letter.to == [editor.email]
    for words in (
        "samtykket gælder til og med 9. marts 2026",
        "7 dage endnu",
        "Læs landet",
        f"/pakke/{campaign.theme.slug}.zip",
        edit_url(asset),
    ):
        assert words in letter.body


def test_one_that_was_prolonged_is_not_written_of(clock, editor):
    AssetFactory(usable_until=TODAY)
    warn()
    Asset.objects.update(usable_until=TODAY + 90 * DAY)
    send_due_messages.call()
    assert mail.outbox == []


def test_the_editors_have_a_list(clock, as_editor, as_agency):
    AssetFactory(title="Snart væk", usable_until=TODAY + DAY)
    AssetFactory(title="Længe endnu", usable_until=TODAY + 90 * DAY)
    page = as_editor.get(reverse("rights_report")).text
    assert "Snart væk" in page
    assert "1 dag endnu" in page
    assert "Længe endnu" not in page
    assert as_agency.get(reverse("rights_report")).status_code == 302


def test_apps_above_are_told(clock, django_capture_on_commit_callbacks):
    asset = AssetFactory(usable_until=TODAY)
    heard = []

    def hear(sender, asset, days, **kwargs):
        heard.append((asset, days))

    rights_ending.connect(hear)
    try:
        with django_capture_on_commit_callbacks(execute=True):
            warn()
    finally:
        rights_ending.disconnect(hear)
    assert heard == [(asset, 0)]


def test_the_410_says_which_day_it_was(clock, client):
    rights = make_file(usable_until=TODAY - DAY)
    consent = make_file(consent_until=TODAY - DAY, usable_until=TODAY + DAY)
    said = client.get(rights.get_absolute_url()).text
    assert "til og med 1. marts 2026" in said
    assert "samtykket" not in said
    assert "samtykket" in client.get(consent.get_absolute_url()).text


@pytest.mark.parametrize("consent", [None, -1, 0, 1])
@pytest.mark.parametrize("end", [None, -1, 0, 1])
def test_an_asset_and_a_query_agree_on_consent(clock, consent, end):
    days = {
        name: None if n is None else TODAY + n * DAY
        for name, n in (("consent_until", consent), ("usable_until", end))
    }
    asset = AssetFactory(**days)
    assert Asset.objects.usable().exists() == asset.is_usable
    assert asset.is_over != asset.is_usable


def test_a_purpose_outside_the_channels_is_refused(as_editor):
    asset = make_file().asset
    posted = changed_asset(asset, {"purpose": "social"}, channels=["print"])
    said = field_errors(as_editor.post(edit_url(asset), posted), "channels")
    assert "er til sociale medier" in said


def test_a_consent_that_ends_before_the_start_is_refused(as_editor):
    asset = make_file().asset
    posted = changed_asset(asset, usable_from="2017-10-01", consent_until="2017-09-01")
    said = field_errors(as_editor.post(edit_url(asset), posted), "consent_until")
    assert "01.09.2017" in said
