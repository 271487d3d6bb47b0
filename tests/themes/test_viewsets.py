import datetime

import pytest

from tests.factories.campaigns import CampaignPageFactory
from tests.factories.themes import ThemeFactory
from themes.models import Theme

pytestmark = [pytest.mark.django_db, pytest.mark.one_database]

NEW = {
    "number": "3",
    "umbrella": "Historier om Danmark",
    "subtitle": "Stenalder til Middelalder",
    "slug": "stenalder",
    "label": "",
    "state": "announced",
    "starts_on": "2017-09-25",
    "ends_on": "2017-10-22",
    "first_peak_week": "40",
    "last_peak_week": "41",
    "dates_note": "",
    "ground": "#efe6d2",
    "ink": "#2b2119",
    "button": "#c2452d",
    "motif": "strata",
    "seed": "7",
}

YEARS_AGO = {
    "starts_on": datetime.date(2014, 9, 1),
    "ends_on": datetime.date(2014, 9, 28),
}


def post(client, **changes):
    return client.post("/admin/themes/new/", {**NEW, **changes})


def test_an_editor_makes_a_theme(editor_client):
    response = post(editor_client)
    assert response.status_code == 302
    theme = Theme.objects.get()
    assert theme.weeks == "uge 39-42"
    assert theme.peak_weeks == "uge 40-41"


@pytest.mark.parametrize(
    ("changes", "field", "sentence"),
    [
        (
            {"ends_on": "2017-09-01"},
            "ends_on",
            "Sidste dag (01.09.2017) ligger før første dag (25.09.2017).",
        ),
        (
            {"first_peak_week": "53", "last_peak_week": "53"},
            "first_peak_week",
            "Der er ingen uge 53 i 2017.",
        ),
        (
            {"last_peak_week": "46"},
            "last_peak_week",
            "Uge 46 ligger uden for temaets uge 39-42.",
        ),
        ({"button": "rød"}, "button", "Skriv farven som # og seks cifre, fx #b5382a."),
        ({"starts_on": "i morgen"}, "starts_on", "Indtast en gyldig dato."),
        ({"seed": "0"}, "seed", "Denne værdi skal være større end eller lig 1."),
    ],
)
def test_bad_input_is_told_at_its_field_and_the_rest_kept(
    editor_client, changes, field, sentence
):
    response = post(editor_client, **changes)
    assert response.status_code == 200
    form = response.context["form"]
    assert form.errors[field] == [sentence]
    assert set(form.errors) <= set(changes)
    assert form["subtitle"].value() == NEW["subtitle"]
    assert sentence in response.text
    assert not Theme.objects.exists()


def test_the_next_number_is_proposed(editor_client):
    ThemeFactory(number=13)
    form = editor_client.get("/admin/themes/new/").context["form"]
    assert form["number"].value() == 14


def test_a_peak_of_one_week_is_written_once(editor_client):
    assert post(editor_client, last_peak_week="").status_code == 302
    assert Theme.objects.get().peak_weeks == "uge 40"


def test_a_number_or_address_already_taken(editor_client):
    ThemeFactory(number=3, slug="stenalder", **YEARS_AGO)
    errors = post(editor_client).context["form"].errors
    assert set(errors) == {"number", "slug"}


def test_the_list_and_its_pages_answer(editor_client):
    theme = ThemeFactory(subtitle="Stenalder til Middelalder")
    response = editor_client.get("/admin/themes/?q=middelalder")
    assert "Stenalder til Middelalder" in response.text
    assert "uge 39-42" in response.text
    for path in (f"edit/{theme.pk}/", f"inspect/{theme.pk}/", "new/"):
        assert editor_client.get(f"/admin/themes/{path}").status_code == 200


def test_a_theme_in_use_is_not_deleted(editor_client):
    theme = CampaignPageFactory().theme
    response = editor_client.post(f"/admin/themes/delete/{theme.pk}/", follow=True)
    assert response.status_code == 200
    assert Theme.objects.filter(pk=theme.pk).exists()


def test_an_agency_has_no_business_here(agency_client):
    assert agency_client.get("/admin/themes/new/").status_code == 302


@pytest.mark.parametrize(
    "written",
    ["2027-09-20", "20.09.2027", "20.9.2027", "20-09-2027", "20/9/2027"],
)
def test_a_date_may_be_written_as_danes_do(editor_client, written):
    weeks = {"first_peak_week": "", "last_peak_week": ""}
    post(editor_client, starts_on=written, ends_on="20.10.2027", **weeks)
    theme = Theme.objects.get()
    assert theme.starts_on == datetime.date(2027, 9, 20)
    form = editor_client.get(f"/admin/themes/edit/{theme.pk}/").context["form"]
    assert 'value="20.09.2027"' in str(form["starts_on"])


def test_an_empty_address_is_made_of_the_title(editor_client):
    ThemeFactory(slug="laeselyst-paa-oeer", **YEARS_AGO)
    post(editor_client, slug="", subtitle="Læselyst på øer")
    assert Theme.objects.get(subtitle="Læselyst på øer").slug == "laeselyst-paa-oeer-2"


def test_a_search_does_not_tell_upper_from_lower_case(editor_client):
    ThemeFactory(subtitle="Ærø og Ålborg")
    for words in ("ærø", "ÆRØ", "og ålb"):
        assert "Ærø og Ålborg" in editor_client.get(f"/admin/themes/?q={words}").text
    assert "Ærø" not in editor_client.get("/admin/themes/?q=æra").text
