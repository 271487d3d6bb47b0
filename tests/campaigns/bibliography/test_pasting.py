"""Titles put onto a list by their numbers, in the admin."""

from django.urls import reverse

import pytest

from campaigns.models import ReadingListTitle
from tests.factories.campaigns import CampaignPageFactory, ReadingListPageFactory

from .catalogue import WORK_ID, work

pytestmark = [pytest.mark.django_db, pytest.mark.one_database]
ISBN = "9788702050004"
FAUST = "26521556"


@pytest.fixture
def reading_list():
    return ReadingListPageFactory(parent=CampaignPageFactory())


def paste(client, reading_list, *lines: str):
    url = reverse("paste_titles", args=[reading_list.pk])
    return client.post(url, {"lines": "\n".join(lines)})


def take(client, reading_list, pasted, **changes):
    """Send the rows of a paste back as they were shown, with ``changes`` by name."""
    rows = pasted.context["titles"]
    data = {
        "titler-TOTAL_FORMS": len(rows.forms),
        "titler-INITIAL_FORMS": len(rows.forms),
    }
    for form in rows:
        for field in form:
            value = field.value()
            if value not in (None, False):
                data[field.html_name] = value
    url = reverse("paste_titles", args=[reading_list.pk])
    return client.post(url, data | changes)


def titles_of(reading_list) -> list[ReadingListTitle]:
    reading_list.refresh_from_db()
    return list(reading_list.get_latest_revision_as_object().titles.all())


def test_found_titles_are_put_onto_the_draft(editor_client, reading_list, catalogue):
    catalogue.works = {ISBN: work("Den som blinker"), FAUST: work("Atlas")}

    response = take(
        editor_client, reading_list, paste(editor_client, reading_list, ISBN, FAUST)
    )

    assert response.url == reverse("wagtailadmin_pages:edit", args=[reading_list.pk])
    first, second = titles_of(reading_list)
    assert (first.title, first.author, first.year) == (
        "Den som blinker",
        "Knud Romer",
        2011,
    )
    assert (second.title, second.faust) == ("Atlas", FAUST)
    assert not first.needs_care
    # The public page waits for the editor to publish.
    assert not ReadingListTitle.objects.exists()


def test_a_wrong_number_is_told_at_its_line_and_the_rest_is_kept(
    editor_client, reading_list, catalogue
):
    catalogue.works = {ISBN: work("Den som blinker")}

    response = paste(editor_client, reading_list, ISBN, "978-87-02-05000-5")

    assert response.status_code == 200
    assert "Linje 2:" in response.text
    assert len(response.context["titles"].forms) == 1
    assert response.context["form"]["lines"].value() == "978-87-02-05000-5"


def test_an_unknown_number_becomes_a_row_that_is_marked(
    editor_client, reading_list, catalogue
):
    take(editor_client, reading_list, paste(editor_client, reading_list, ISBN))

    (title,) = titles_of(reading_list)
    assert (title.title, title.isbn, title.needs_care) == (ISBN, ISBN, True)


def test_a_dead_catalogue_leaves_rows_to_fill_in(
    editor_client, reading_list, catalogue
):
    catalogue.mood = "refuses"

    pasted = paste(editor_client, reading_list, ISBN)
    assert "Kataloget svarer ikke lige nu" in pasted.text
    take(editor_client, reading_list, pasted, **{"titler-0-title": "Skrevet selv"})

    (title,) = titles_of(reading_list)
    assert (title.title, title.isbn) == ("Skrevet selv", ISBN)


def test_a_title_that_stands_there_is_updated_not_doubled(
    editor_client, reading_list, catalogue
):
    reading_list.titles.add(ReadingListTitle(title="Gammel", isbn=ISBN, why="Fordi."))
    reading_list.save_revision()
    catalogue.works = {ISBN: work("Ny titel")}

    pasted = paste(editor_client, reading_list, ISBN)
    assert pasted.context["titles"].forms[0]["choice"].value() == "update"
    take(editor_client, reading_list, pasted)

    (title,) = titles_of(reading_list)
    assert (title.title, title.why, title.work_id) == ("Ny titel", "Fordi.", WORK_ID)


def test_a_title_that_is_skipped_is_not_put_there(
    editor_client, reading_list, catalogue
):
    catalogue.works = {ISBN: work("Bogen")}

    pasted = paste(editor_client, reading_list, ISBN)
    take(editor_client, reading_list, pasted, **{"titler-0-choice": "skip"})

    assert titles_of(reading_list) == []


def test_a_row_with_an_error_keeps_the_others(editor_client, reading_list, catalogue):
    catalogue.works = {ISBN: work("Bogen"), FAUST: work("Atlas")}

    pasted = paste(editor_client, reading_list, ISBN, FAUST)
    response = take(editor_client, reading_list, pasted, **{"titler-1-year": "snart"})

    assert response.status_code == 422
    first, second = response.context["titles"].forms
    assert first["title"].value() == "Bogen"
    assert list(second.errors) == ["year"]
    assert titles_of(reading_list) == []


def test_too_many_lines_are_told(editor_client, reading_list):
    response = paste(editor_client, reading_list, *[FAUST] * 201)

    assert response.status_code == 422
    assert "Der er mere end 200 linjer" in response.text


@pytest.mark.parametrize("count", ["-1", "1e9", "", "99999"])
def test_a_forged_count_of_rows_is_no_error(editor_client, reading_list, count):
    url = reverse("paste_titles", args=[reading_list.pk])
    data = {"titler-TOTAL_FORMS": count, "titler-INITIAL_FORMS": "0"}

    assert editor_client.post(url, data).status_code < 500
    assert titles_of(reading_list) == []


def test_who_may_not_edit_the_page_is_kept_out(agency_client, reading_list):
    known = agency_client.get(reverse("paste_titles", args=[reading_list.pk]))
    unknown = agency_client.get(reverse("paste_titles", args=[reading_list.pk + 1000]))

    assert known.status_code == unknown.status_code
    assert known.status_code in (302, 403)
