"""A real harvester (Sickle) harvests; what no stranger may see it never gets."""

import xml.etree.ElementTree as ET

from django.conf import settings as site
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from wagtail.models import PageViewRestriction, Site

import pytest
import requests
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sickle import Sickle
from sickle.oaiexceptions import BadResumptionToken, NoRecordsMatch

from campaigns.harvesting import views
from campaigns.models import ReadingListTitle
from home.models import SiteSettings
from tests.factories.campaigns import (
    CampaignPageFactory,
    FilmPageFactory,
    ReadingListPageFactory,
)

pytestmark = pytest.mark.django_db
OAI = "{http://www.openarchives.org/OAI/2.0/}"


def ask(client=None, **arguments):
    answer = (client or Client()).get("/oai", arguments)
    assert answer.status_code == 200
    assert answer["Content-Type"] == "text/xml; charset=utf-8"
    return ET.fromstring(answer.content)  # noqa: S314


def code_of(root) -> str:
    return root.find(f"{OAI}error").get("code")


@pytest.fixture
def campaign():
    return CampaignPageFactory(title="Stenalder")


@pytest.fixture
def reading_list(campaign):
    page = ReadingListPageFactory(parent=campaign, title="Bøger & <sten>\x0b")
    page.titles = [
        ReadingListTitle(title="Fortidsfund & sten", isbn="9788702041224", why="\x0bJa")
    ]
    page.save_revision().publish()
    return page


@pytest.fixture
def film(campaign):
    page = FilmPageFactory(parent=campaign, title="Et skib sejler")
    page.save_revision().publish()
    return page


@pytest.fixture
def sickle(client, monkeypatch):
    """The harvester, with Django's client as its line."""

    def get(address, params, **kwargs):
        told = client.get(address, params)
        answer = requests.Response()
        answer.status_code, answer._content = told.status_code, told.content
        answer.encoding = told.charset
        return answer

    monkeypatch.setattr("sickle.app.requests.get", get)
    return Sickle("/oai")


def test_a_harvester_gets_all_and_hears_what_went(
    sickle, monkeypatch, reading_list, film
):
    monkeypatch.setattr(views, "PAGE", 1)
    assert sickle.Identify().deletedRecord == "persistent"
    assert {one.setSpec for one in sickle.ListSets()} == {
        "laeselister", "film", "tema", f"tema:{film.theme.slug}",
    }  # fmt: skip
    told = list(sickle.ListRecords(metadataPrefix="oai_dc"))
    assert [one.metadata["title"] for one in told] == [
        ["Bøger & <sten>"],
        ["Et skib sejler"],
    ]
    reading_list.unpublish()
    heads = list(sickle.ListIdentifiers(metadataPrefix="oai_dc"))
    assert {one.identifier: one.deleted for one in heads} == {
        told[0].header.identifier: True,
        told[1].header.identifier: False,
    }
    gone = sickle.GetRecord(
        identifier=told[0].header.identifier, metadataPrefix="oai_dc"
    )
    assert gone.deleted
    with pytest.raises(NoRecordsMatch):
        sickle.ListRecords(metadataPrefix="marcxml", set="film")
    with pytest.raises(BadResumptionToken):
        sickle.ListRecords(resumptionToken="noget")


def test_it_says_who_it_is_by_the_sites_own_settings():
    ours = SiteSettings.for_site(Site.objects.get(is_default_site=True))
    ours.email = "os@example.dk"
    ours.save()
    root = ask(verb="Identify")
    assert root.findtext(f".//{OAI}adminEmail") == "os@example.dk"
    assert root.findtext(f".//{OAI}baseURL") == f"{site.BASE_URL}/oai"


def test_titles_come_as_marc(reading_list, film):
    root = ask(verb="ListRecords", metadataPrefix="marcxml")
    marc = "{http://www.loc.gov/MARC21/slim}"
    (record,) = root.iter(f"{marc}record")
    told = [one.text for one in record.iter(f"{marc}subfield")]
    assert "Fortidsfund & sten" in told
    assert "Ja" in told


def test_a_long_list_goes_on(campaign):
    for number in range(51):
        FilmPageFactory(parent=campaign, title=f"Film {number}")
    first = ask(verb="ListIdentifiers", metadataPrefix="oai_dc")
    token = first.findtext(f".//{OAI}resumptionToken")
    rest = ask(verb="ListIdentifiers", resumptionToken=token)
    names = [
        one.text for root in (first, rest) for one in root.iter(f"{OAI}identifier")
    ]
    assert (len(names), len(set(names))) == (51, 51)
    assert rest.find(f".//{OAI}resumptionToken").text is None
    other = ask(verb="ListRecords", resumptionToken=token)
    assert code_of(other) == "badResumptionToken"


def test_what_strangers_may_not_read_is_never_told(editor_client, campaign, film):
    FilmPageFactory(parent=campaign, title="Kladde", live=False)
    closed = FilmPageFactory(parent=campaign, title="Lukket")
    PageViewRestriction.objects.create(page=closed, restriction_type="login")
    for client in (Client(), editor_client):
        root = ask(client, verb="ListRecords", metadataPrefix="oai_dc")
        assert len(root.findall(f".//{OAI}record")) == 1


@pytest.mark.parametrize(
    ("query", "code"),
    [
        ("", "badVerb"),
        ("verb=Nonsens", "badVerb"),
        ("verb=Identify&verb=Identify", "badVerb"),
        ("verb=Identify&x=1", "badArgument"),
        ("verb=ListRecords", "badArgument"),
        ("verb=ListRecords&metadataPrefix=a&metadataPrefix=a", "badArgument"),
        ("verb=ListRecords&metadataPrefix=%00", "badArgument"),
        ("verb=ListRecords&metadataPrefix=mods", "cannotDisseminateFormat"),
        ("verb=ListRecords&metadataPrefix=oai_dc&from=2026-02-30", "badArgument"),
        (
            "verb=ListRecords&metadataPrefix=oai_dc&from=2026-01-02&until=2026-01-01",
            "badArgument",
        ),
        (
            "verb=ListRecords&metadataPrefix=oai_dc&from=2026-01-02"
            "&until=2026-01-03T00:00:00Z",
            "badArgument",
        ),
        ("verb=ListRecords&metadataPrefix=oai_dc&until=9999-12-31&set=x",
         "noRecordsMatch"),
        ("verb=ListRecords&metadataPrefix=oai_dc&until=0001-01-01", "noRecordsMatch"),
        ("verb=ListSets&resumptionToken=x", "badResumptionToken"),
        ("verb=ListRecords&resumptionToken=" + "x" * 10_000, "badResumptionToken"),
        ("verb=GetRecord&metadataPrefix=oai_dc&identifier=x", "idDoesNotExist"),
    ],
)  # fmt: skip
def test_what_is_asked_wrongly_has_its_code(film, query, code):
    answer = Client(enforce_csrf_checks=True).post(
        "/oai", query, content_type="application/x-www-form-urlencoded"
    )
    assert answer.status_code == 200
    assert code_of(ET.fromstring(answer.content)) == code  # noqa: S314
    told = Client().get(f"/oai?{query}").content
    assert code_of(ET.fromstring(told)) == code  # noqa: S314


def test_days_and_seconds_are_taken_in_whole(film):
    root = ask(verb="ListIdentifiers", metadataPrefix="oai_dc")
    stamp = root.findtext(f".//{OAI}datestamp")
    for moment in (stamp, stamp[:10]):
        span = {"from": moment, "until": moment}
        again = ask(verb="ListIdentifiers", metadataPrefix="oai_dc", **span)
        assert len(again.findall(f".//{OAI}header")) == 1


@settings(
    max_examples=25,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(
    verb=st.sampled_from(["ListRecords", "GetRecord", "ListSets", "Identify"]),
    asked=st.dictionaries(
        st.sampled_from(
            ["metadataPrefix", "from", "until", "set", "identifier", "resumptionToken"]
        ),
        st.text(st.characters(codec="utf-8"), max_size=20)
        | st.sampled_from(["oai_dc", "2026-01-01"]),
    ),
)
def test_any_arguments_are_answered_in_xml(client, verb, asked):
    assert ask(client, verb=verb, **asked).find(f"{OAI}request") is not None


def test_queries_do_not_grow_with_the_list(campaign, film, reading_list):
    def count() -> int:
        ask(verb="ListRecords", metadataPrefix="oai_dc")
        with CaptureQueriesContext(connection) as queries:
            ask(verb="ListRecords", metadataPrefix="oai_dc")
        return len(queries)

    few = count()
    for number in range(4):
        FilmPageFactory(parent=campaign, title=f"Film {number}")
        page = ReadingListPageFactory(parent=campaign, title=f"Liste {number}")
        page.titles = [ReadingListTitle(title="Sten", isbn="9788702041224")]
        page.save_revision().publish()
    assert count() == few
