"""Every answer is made as the protocol says, to the last element (``envelope.rng``)."""

from pathlib import Path

from django.test import Client

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from lxml import etree

from campaigns.harvesting import views
from campaigns.models import ReadingListTitle
from tests.factories.campaigns import (
    CampaignPageFactory,
    FilmPageFactory,
    ReadingListPageFactory,
)

pytestmark = [pytest.mark.django_db, pytest.mark.one_database]
SCHEMA = etree.RelaxNG(file=str(Path(__file__).with_name("envelope.rng")))


def check(query: str | dict) -> etree._Element:
    """The answer to a question, held against the schema."""
    if isinstance(query, dict):
        answer = Client().get("/oai", query)
    else:
        answer = Client().get(f"/oai?{query}")
    root = etree.fromstring(answer.content)
    assert SCHEMA.validate(root), (query, SCHEMA.error_log, answer.text)
    return root


@pytest.fixture
def harvest(monkeypatch):
    """Two lists and two films, one of each gone again, told one at a time."""
    campaign = CampaignPageFactory(title="Stenalder")
    for title in ("Bøger & <sten>", "Gået"):
        page = ReadingListPageFactory(parent=campaign, title=title)
        page.titles = [
            ReadingListTitle(title="Fortidsfund", isbn="9788702041224", why="\x0bJa"),
            ReadingListTitle(title="Uden nummer", author="Else Sommer", year=2017),
        ]
        page.save_revision().publish()
    films = [FilmPageFactory(parent=campaign, title=title) for title in ("Her", "Væk")]
    check("verb=Identify")
    page.unpublish()
    films[1].delete()
    monkeypatch.setattr(views, "PAGE", 1)


@pytest.mark.parametrize("prefix", ["oai_dc", "marcxml"])
@pytest.mark.parametrize("verb", ["ListRecords", "ListIdentifiers"])
def test_lists_are_as_the_protocol_says_to_their_end(harvest, verb, prefix):
    root = check(f"verb={verb}&metadataPrefix={prefix}")
    names = []
    while True:
        names += root.xpath("//*[local-name() = 'identifier' and ../../..]/text()")
        token = root.findtext(f".//{{{views.OAI}}}resumptionToken")
        if not token:
            break
        root = check({"verb": verb, "resumptionToken": token})
    mine = [name for name in names if name.startswith("oai:")]
    assert len(set(mine)) == len(mine) == (4 if prefix == "oai_dc" else 2)


def test_each_record_alone_and_what_tells_of_the_whole(harvest):
    for verb in ("Identify", "ListSets", "ListMetadataFormats"):
        check(f"verb={verb}")
    root = check("verb=ListIdentifiers&metadataPrefix=oai_dc")
    name = root.findtext(f".//{{{views.OAI}}}identifier")
    for query in ("verb=GetRecord&metadataPrefix=oai_dc", "verb=ListMetadataFormats"):
        check(f"{query}&identifier={name}")


@settings(
    max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture]
)  # fmt: skip
@given(
    asked=st.dictionaries(
        st.sampled_from(
            ["verb", "metadataPrefix", "from", "until", "set", "identifier",
             "resumptionToken", "x"]
        ),
        st.text(st.characters(codec="utf-8"), max_size=20)
        | st.sampled_from(
            ["oai_dc", "marcxml", "2026-01-01", "2026-01-01T00:00:00Z", "ListRecords",
             "ListIdentifiers", "GetRecord", "Identify", "ListSets", "tema"]
        ),
    ),
)  # fmt: skip
def test_wrong_questions_are_answered_as_the_protocol_says(db, asked):
    check(asked)
