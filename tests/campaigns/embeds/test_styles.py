"""The look of an embed: the campaign's, with an accent and a scheme of one's own."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from campaigns.embeds.kinds import KINDS, embed_path
from campaigns.embeds.options import Options, colour_of
from tests.factories.campaigns import CampaignPageFactory
from themes.looks.colours import contrast

pytestmark = [pytest.mark.django_db, pytest.mark.one_database]

DARK = "prefers-color-scheme: dark"


def address_of(client, query: str = "") -> str:
    path = embed_path(KINDS["kampagne"], CampaignPageFactory())
    html = client.get(path + query).content.decode()
    return re.search(r'rel="stylesheet" href="([^"]+)"', html)[1].replace("&amp;", "&")


def css(client, query: str = "") -> str:
    response = client.get(address_of(client, query))
    assert response.status_code == 200
    assert "immutable" in response["Cache-Control"]
    return response.content.decode()


def theme_colours(css: str) -> dict[str, str]:
    return dict(re.findall(r"--theme-([\w-]+): (#\w{6});", css))


def test_it_follows_the_readers_choice_of_light_and_dark(client):
    assert DARK in css(client)


@pytest.mark.parametrize(("scheme", "chosen"), [("lys", "light"), ("moerk", "dark")])
def test_light_or_dark_is_chosen_for_good(client, scheme, chosen):
    found = css(client, f"?skema={scheme}")
    assert DARK not in found
    assert f"color-scheme: {chosen};" in found


@pytest.mark.parametrize("accent", ["fff", "000000", "ffff00", "808080", "00ff7f"])
def test_any_accent_can_be_read(client, accent):
    found = theme_colours(css(client, f"?farve={accent}&skema=lys"))
    assert contrast(found["on-button"], found["button"]) >= 4.5
    assert contrast(found["button"], found["paper"]) >= 3


def test_a_changed_look_has_another_address(client):
    assert address_of(client, "?farve=123456") != address_of(client)


def test_an_old_address_leads_to_todays(client):
    address = address_of(client, "?farve=123456")
    old = re.sub(r"\.\w+\.css", ".0123456789.css", address)
    assert client.get(old)["Location"] == address


def test_all_libraries_share_one(client):
    assert "bibliotek" not in address_of(client, "?bibliotek=DK-785100")


@pytest.mark.parametrize("path", ["kampagne-999.x", "ide-0.x"])
def test_of_what_is_not_there_is_none(client, path):
    assert client.get(f"/indlejr/stil/{path}.css").status_code == 404


@given(st.text(max_size=12))
def test_a_colour_is_one_or_nothing(text):
    assert re.fullmatch(r"#[0-9a-f]{6}|", colour_of(text))


@given(st.dictionaries(st.sampled_from(["farve", "skema", "bibliotek"]), st.text()))
def test_what_makes_no_sense_is_passed_by(query):
    options = Options.read(query)
    assert Options.read(options.query) == options
