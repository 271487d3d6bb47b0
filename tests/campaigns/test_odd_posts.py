"""Posts of an editor's form that no editor's page sends: refused whole, never a 500."""

import json

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from campaigns.models import StoryPage
from tests.factories.campaigns import CampaignPageFactory

from .posts import edit, page_form

pytestmark = pytest.mark.django_db

ONE_HEADING = {
    "body-count": "1",
    "body-0-deleted": "",
    "body-0-order": "0",
    "body-0-type": "heading",
    "body-0-id": "",
    "body-0-value-text": "Stenalderen",
}
ODD = {
    "count is a word": {"body-count": "abc"},
    "more is counted than is sent": {"body-count": "99999"},
    "the order is a word": {"body-0-order": "først"},
    "rich text is a number": {"body-0-type": "text", "body-0-value": "99999"},
    "rich text is a list": {"body-0-type": "text", "body-0-value": "[1,2]"},
    "rich text is cut": {"body-0-type": "text", "body-0-value": '{"blocks":['},
}


@pytest.fixture
def story(db):
    parent = CampaignPageFactory()
    page = StoryPage(
        title="Historien", theme=parent.theme, body=[("heading", {"text": "Før"})]
    )
    return parent.add_child(instance=page)


@pytest.mark.parametrize("odd", ODD.values(), ids=ODD)
def test_an_odd_post_of_blocks_is_refused_in_words(editor_client, story, odd):
    answer = edit(editor_client, story, page_form(**POSTED) | ONE_HEADING | odd)

    assert answer.status_code == 400
    assert "Intet er gemt" in answer.text


def test_a_post_without_its_blocks_deletes_none(editor_client, story):
    form = page_form(**POSTED)
    del form["body-count"]

    answer = edit(editor_client, story, form)

    story.refresh_from_db()
    assert answer.status_code == 400
    assert [block.value["text"] for block in story.body] == ["Før"]


def test_it_is_refused_in_the_same_words_where_debug_is_on(
    editor_client, story, settings
):
    settings.DEBUG = True
    answer = edit(editor_client, story, page_form(**POSTED) | {"body-count": "abc"})

    assert answer.status_code == 400
    assert "Intet er gemt" in answer.text


POSTED = {"title": "Historien", "slug": "historien", "theme": ""}
VALUES = st.sampled_from(
    ["", "abc", "-1", "99999", "1e99", "{}", "[1,2]", '{"a":1}', "null", "%00", "\x00"]
) | st.text(max_size=20)


@given(
    values=st.dictionaries(
        st.sampled_from([*ONE_HEADING, "body-0-value"]), VALUES, min_size=1
    )
)
@settings(
    max_examples=25,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
def test_no_post_of_blocks_breaks_the_editor(editor_client, story, values):
    answer = edit(editor_client, story, page_form(**POSTED) | ONE_HEADING | values)

    assert answer.status_code in (200, 302, 400)


def test_a_character_that_no_database_keeps_is_left_out_or_refused(
    editor_client, story
):
    text = json.dumps(
        {
            "blocks": [
                {
                    "key": "a",
                    "text": "Før\x00efter",
                    "type": "unstyled",
                    "depth": 0,
                    "inlineStyleRanges": [],
                    "entityRanges": [],
                }
            ],
            "entityMap": {},
        }
    )
    odd = {"body-0-type": "text", "body-0-value": text}
    answer = edit(editor_client, story, page_form(**POSTED) | ONE_HEADING | odd)

    assert answer.status_code in (200, 302, 400)
