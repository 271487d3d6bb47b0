"""Stored blocks that are not what they should be do not take their page down."""

import json

from django.db import connection

import pytest
from hypothesis import given
from hypothesis import strategies as st

from campaigns.blocks import CampaignStoryBlock
from campaigns.models import StoryPage
from core.fields import LightStreamField
from tests.factories.campaigns import CampaignPageFactory, StoryPageFactory

GOOD = {"type": "quote", "value": {"text": "Det samler", "who": "Et bibliotek"}}
BAD = [
    {"type": "quote", "value": "ikke en struktur"},
    {"type": "quote"},
    {"type": "text", "value": {"a": 1}},
    {"type": "heading", "value": {"text": ["a"]}},
    {"type": "timeline", "value": {"title": "", "events": "ingen"}},
    {"type": "timeline", "value": {"title": "", "events": [{"when": {}}]}},
    {"type": "ideas", "value": {"title": "", "pages": ["abc"]}},
    {"type": "ideas", "value": {"title": "", "pages": {"a": 1}}},
    {"type": "picture", "value": {"image": "abc"}},
    {"type": "asset_shelf", "value": {"title": "", "assets": [True], "count": 6}},
    {"type": "findes-ikke", "value": 1},
    {"value": 1},
    "tekst",
    None,
    7,
]


def field() -> LightStreamField:
    made = LightStreamField(CampaignStoryBlock(), blank=True)
    made.set_attributes_from_name("body")
    return made


def test_migrations_carry_no_blocks():
    made = StoryPage._meta.get_field("body").deconstruct()
    assert made[1:3] == ("core.fields.LightStreamField", [])
    assert "block_lookup" not in made[3]


@pytest.mark.django_db
@pytest.mark.parametrize("bad", BAD)
def test_a_bad_block_is_left_out_and_the_page_stands(client, bad):
    story = StoryPageFactory(parent=CampaignPageFactory())
    store(story, [GOOD, bad, GOOD])
    response = client.get(story.url)
    assert response.status_code == 200
    assert response.text.count("Det samler") == 2


@pytest.mark.django_db
@pytest.mark.parametrize("bad", ["tekst", 7, {"a": 1}, [["quote"]], True])
def test_what_is_no_list_of_blocks_is_empty(client, bad):
    story = StoryPageFactory(parent=CampaignPageFactory())
    store(story, bad)
    assert client.get(story.url).status_code == 200


def store(story, body) -> None:
    table = StoryPage._meta.db_table
    cast = "::jsonb" if connection.vendor == "postgresql" else ""
    with connection.cursor() as cursor:
        cursor.execute(
            f"UPDATE {table} SET body = %s{cast} WHERE page_ptr_id = %s",
            [json.dumps(body), story.pk],
        )


NAMES = st.sampled_from(["id", "type", "value", "text", "pages", "image"])
JSON = st.recursive(
    st.none() | st.booleans() | st.integers(0, 9) | st.text(max_size=3),
    lambda inner: st.one_of(st.lists(inner), st.dictionaries(NAMES, inner)),
    max_leaves=8,
)


@given(st.sampled_from(["heading", "quote", "timeline", "faq", "text"]), JSON)
def test_whatever_is_kept_can_be_read(kind, value):
    read = field().to_python([{"type": kind, "value": value}])
    for block in read:
        assert block.block.get_prep_value(block.value) is not None
