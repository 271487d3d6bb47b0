"""A list taken along: read back by the programs that it is for."""

import csv
import io

from django.urls import reverse

import pymarc
import pytest
import rispy

from campaigns.models import ReadingListTitle
from tests.factories.campaigns import CampaignPageFactory, ReadingListPageFactory

pytestmark = [pytest.mark.django_db, pytest.mark.one_database]


@pytest.fixture
def reading_list():
    reading_list = ReadingListPageFactory(parent=CampaignPageFactory())
    reading_list.titles.add(
        ReadingListTitle(
            title="Æbler & pærer",
            author="Knud Romer, Åse Ø. Ørsted",
            year=2011,
            isbn="9788702050004",
            faust="26521556",
            work_id="work-of:870970-basis:26521556",
            why="=HYPERLINK()",
            sort_order=1,
        ),
        ReadingListTitle(title="Uden alt", format="lydbog", sort_order=2),
    )
    reading_list.save()
    return reading_list


def test_csv(client, reading_list):
    response = client.get(reverse("campaigns:titles_csv", args=[reading_list.pk]))

    text = b"".join(response.streaming_content).decode("utf-8-sig")
    first, second = csv.DictReader(io.StringIO(text), delimiter=";")
    assert first["titel"] == "Æbler & pærer"
    assert first["faustnummer"] == "26521556"
    assert first["hvorfor læse den"] == "'=HYPERLINK()"
    assert second["form"] == "Lydbog"


def test_ris(client, reading_list):
    response = client.get(reverse("campaigns:titles_ris", args=[reading_list.pk]))

    first, second = rispy.loads(response.text)
    assert first["title"] == "Æbler & pærer"
    assert first["authors"] == ["Romer, Knud", "Ørsted, Åse Ø."]
    assert (first["year"], first["issn"]) == ("2011", "9788702050004")
    assert second["type_of_reference"] == "SOUND"


def test_marcxml(client, reading_list):
    response = client.get(reverse("campaigns:titles_marc", args=[reading_list.pk]))

    first, second = pymarc.parse_xml_to_array(io.BytesIO(response.content))
    assert str(first.leader)[5:8] == "nam"
    assert first["245"]["a"] == "Æbler & pærer"
    assert first["020"]["a"] == "9788702050004"
    assert first["001"].data == "26521556"
    assert [field["a"] for field in first.get_fields("700")] == ["Ørsted, Åse Ø."]
    assert second["245"]["a"] == "Uden alt"


@pytest.mark.parametrize("name", ["csv", "ris", "marc"])
def test_a_draft_is_not_given_away(client, reading_list, name):
    reading_list.unpublish()

    url = reverse(f"campaigns:titles_{name}", args=[reading_list.pk])
    assert client.get(url).status_code == 404
