"""Embeds alone may stand in a frame, whatever the answer; and they keep nothing."""

import uuid

import pytest

from campaigns.embeds.kinds import KINDS, embed_path
from campaigns.models import ReadingListPage
from core.page_cache.application import is_for_keeping
from tests.factories.campaigns import CampaignPageFactory, ReadingListPageFactory
from tests.factories.users import UserFactory

pytestmark = [pytest.mark.django_db, pytest.mark.one_database]


@pytest.fixture
def campaign():
    return CampaignPageFactory(slug="prov")


def ancestors(response) -> str:
    directives = response["Content-Security-Policy"].split("; ")
    return next(d for d in directives if d.startswith("frame-ancestors"))


def answers(client, campaign) -> dict:
    gone = ReadingListPageFactory(parent=campaign)
    gone.save_revision().publish()
    ReadingListPage.objects.get(pk=gone.pk).unpublish()
    path = embed_path(KINDS["kampagne"], campaign)
    return {
        200: client.get(path),
        302: client.get(f"/en{path}"),
        404: client.get(f"/indlejr/film/{uuid.uuid4()}/"),
        410: client.get(embed_path(KINDS["laeseliste"], gone)),
    }


def test_every_answer_of_an_embed_may_be_framed(client, campaign):
    for status, response in answers(client, campaign).items():
        assert response.status_code == status
        assert ancestors(response) == "frame-ancestors *"
        assert "X-Frame-Options" not in response
        assert response["X-Robots-Tag"] == "noindex"
        assert response["Cross-Origin-Resource-Policy"] == "cross-origin"
        assert "unsafe" not in response["Content-Security-Policy"]


@pytest.mark.parametrize(
    "path",
    [
        "/",
        "/kampagner/prov/",
        "/kampagner/prov/?skaerm=1",
        "/log-ind/",
        "/findes-ikke/",
    ],
)
def test_no_other_page_may(client, campaign, path):
    response = client.get(path)
    assert ancestors(response) == "frame-ancestors 'none'"
    assert response["X-Frame-Options"] == "DENY"
    assert response["Cross-Origin-Resource-Policy"] == "same-origin"


def test_the_admin_is_framed_by_itself_alone(editor_client):
    assert ancestors(editor_client.get("/admin/")) == "frame-ancestors 'self'"


def test_it_sets_no_cookie_and_is_the_same_for_all(client, campaign):
    response = client.get(embed_path(KINDS["kampagne"], campaign))
    assert not response.cookies
    assert "Cookie" not in response["Vary"]


def test_it_is_kept_like_a_page(client, campaign):
    response = client.get(embed_path(KINDS["kampagne"], campaign))
    assert is_for_keeping("200 OK", list(response.headers.items()))


def test_it_fetches_nothing_ahead(client, campaign):
    response = client.get(embed_path(KINDS["kampagne"], campaign))
    assert "Speculation-Rules" not in response


def test_a_person_is_shown_it_and_it_is_not_kept(client, campaign):
    client.force_login(UserFactory())
    response = client.get(embed_path(KINDS["kampagne"], campaign))
    assert response["Cache-Control"] == "private, no-store"


def test_it_is_read_and_nothing_else(client, campaign):
    assert client.post(embed_path(KINDS["kampagne"], campaign)).status_code == 405
