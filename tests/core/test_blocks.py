"""Every block: described, previewed, drawn, and silent when its target is gone."""

from django.core.exceptions import ValidationError
from django.template.loader import get_template

from wagtail.blocks import StreamBlock
from wagtail.models import PageViewRestriction

import pytest

from campaigns.blocks import CampaignStoryBlock, StoryBlock
from core.blocks import LinkBlock
from tests.factories.assets import make_file
from tests.factories.campaigns import (
    CampaignPageFactory,
    FilmPageFactory,
    IdeaPageFactory,
    NetMediaFactory,
    ReadingListPageFactory,
    StoryPageFactory,
)
from tests.factories.home import StandardPageFactory
from tests.factories.images import ImageFactory

pytestmark = [pytest.mark.django_db, pytest.mark.one_database]
BLOCKS = CampaignStoryBlock().child_blocks


def show(client, *blocks, **story) -> str:
    page = StoryPageFactory(
        body=[{"type": kind, "value": value} for kind, value in blocks], **story
    )
    response = client.get(page.url)
    assert response.status_code == 200
    return response.text


@pytest.mark.parametrize("name", BLOCKS)
def test_a_block_says_what_it_is(name):
    block = BLOCKS[name]
    assert block.label
    assert block.meta.group
    assert block.meta.icon != "placeholder"
    assert str(block.meta.description).endswith(".")
    get_template(block.meta.template)
    assert block.is_previewable


@pytest.mark.parametrize("name", BLOCKS)
def test_a_block_is_previewed_in_the_picker(editor_client, name):
    block = BLOCKS[name]
    response = editor_client.get(
        "/admin/block-preview/", {"id": block.definition_prefix}
    )
    assert response.status_code == 200
    assert "<main" in response.text or "<body" in response.text
    for word in ("Traceback", "VariableDoesNotExist"):
        assert word not in response.text


@pytest.mark.parametrize("story", [StoryBlock, CampaignStoryBlock])
def test_every_story_offers_every_block(story: type[StreamBlock]):
    assert set(story().child_blocks) == set(BLOCKS)


def test_a_picture_is_told_or_is_decoration(client):
    def picture(**alt):
        image = {"image": ImageFactory().pk, **alt}
        return ("picture", {"image": image, "caption": "Tustrup", "width": "full"})

    told = picture(alt_text="En dysse i sne", decorative=False)
    words = show(client, told)
    assert 'alt="En dysse i sne"' in words
    assert "Tustrup" in words
    quiet = show(client, picture(alt_text="Skjult", decorative=True))
    assert 'alt=""' in quiet
    assert "Skjult" not in quiet


def test_a_picture_that_was_deleted_leaves_no_hole(client):
    image = ImageFactory()
    block = ("picture", {"image": {"image": image.pk, "alt_text": "Væk"}})
    image.delete()
    assert (
        "<img" not in show(client, block).partition("<main")[2].partition("</main")[0]
    )


FACTORIES = {
    "ideas": IdeaPageFactory,
    "films": FilmPageFactory,
    "reading_lists": ReadingListPageFactory,
    "page_links": StandardPageFactory,
}


@pytest.mark.parametrize("kind", FACTORIES)
def test_chosen_pages_are_shown_in_the_editors_order(client, kind):
    first, second = FACTORIES[kind](title="Ål"), FACTORIES[kind](title="Abild")
    words = show(client, (kind, {"title": "Se her", "pages": [first.pk, second.pk]}))
    assert "Se her" in words
    assert -1 < words.index(">Ål<") < words.index(">Abild<")


@pytest.mark.parametrize("kind", FACTORIES)
def test_what_nobody_may_see_is_not_shown(client, kind):
    make = FACTORIES[kind]
    draft = make(title="Kladde-mål", live=False)
    private = make(title="Lukket mål")
    PageViewRestriction.objects.create(
        page=private, restriction_type=PageViewRestriction.LOGIN
    )
    gone = make(title="Slettet mål")
    keys = [draft.pk, private.pk, gone.pk]
    gone.delete()
    words = show(client, (kind, {"title": "Tom hylde", "pages": keys}))
    for title in ("Kladde-mål", "Lukket mål", "Slettet mål", "Tom hylde"):
        assert title not in words


@pytest.mark.parametrize("kind", ["ideas", "films", "reading_lists"])
def test_an_empty_choice_means_all_of_the_theme(client, kind):
    make = FACTORIES[kind]
    campaign, other = CampaignPageFactory(), CampaignPageFactory()
    make(title="Vores egen", parent=campaign)
    make(title="Vores kladde", parent=campaign, live=False)
    make(title="Naboens", parent=other)
    words = show(client, (kind, {"title": "", "pages": []}), parent=campaign)
    assert "Vores egen" in words
    assert "Vores kladde" not in words
    assert "Naboens" not in words


def test_a_shelf_shows_chosen_materials_or_the_newest_of_the_theme(client):
    campaign = CampaignPageFactory()
    chosen = make_file(title="Valgt plakat").asset
    make_file(title="Temaets plakat", theme=campaign.theme)
    shelf = {"title": "Hent", "assets": [chosen.pk], "count": 6}
    words = show(client, ("asset_shelf", shelf), parent=campaign)
    assert "Valgt plakat" in words
    assert "Temaets plakat" not in words
    shelf["assets"] = []
    words = show(client, ("asset_shelf", shelf), parent=campaign)
    assert "Temaets plakat" in words


def test_a_button_to_a_page_that_is_gone_is_no_button(client):
    page = StandardPageFactory(title="Væk", live=False)
    link = {"text": "Tryk her", "page": page.pk, "address": ""}
    words = show(client, ("call_to_action", {"title": "Kom med", "link": link}))
    assert "Kom med" in words
    assert "Tryk her" not in words


def test_where_a_link_goes():
    block = LinkBlock()
    page = StandardPageFactory()
    assert block.to_python({"text": "a", "page": page.pk}).target.pk == page.pk
    there = block.to_python({"text": "a", "address": "https://a.dk"})
    assert there.target == "https://a.dk"
    assert block.to_python({"text": "a"}).target is None


def test_see_also_leads_to_the_net_media(client):
    media = NetMediaFactory(name="Filmstriben", website="https://film.example/")
    gone = NetMediaFactory(name="Nedlagt")
    links = [
        {"net_media": media.pk, "text": "Film om sten", "address": ""},
        {"net_media": gone.pk, "text": "Intet mere", "address": ""},
    ]
    gone.delete()
    words = show(client, ("see_also", {"title": "Se også", "links": links}))
    assert 'href="https://film.example/"' in words
    assert "Filmstriben" in words
    assert "Intet mere" not in words


@pytest.mark.parametrize("address", ["https://a.dk/x", "/materialer/", "/pakke/a.zip"])
def test_a_link_leads_elsewhere_or_to_a_path_of_the_site(address):
    value = LinkBlock().to_python({"text": "a", "address": address})
    assert LinkBlock().clean(value).target == address


@pytest.mark.parametrize(
    "address",
    ["//ond.dk", "/\\ond.dk", "javascript:alert(1)", "materialer", "ftp://a.dk"],
)
def test_other_addresses_are_refused(address):
    value = LinkBlock().to_python({"text": "a", "address": address})
    with pytest.raises(ValidationError):
        LinkBlock().clean(value)


def test_a_timeline_begins_with_the_two_events_that_it_needs():
    block = BLOCKS["timeline"]
    events = block.get_form_state(block.get_default())["events"]
    # The editor writes what lacks as "undefined".
    parts = [sorted(event["value"]) for event in events]
    assert parts == [["text", "title", "when"]] * 2
    one = block.to_python({"title": "", "events": [{"when": "965", "title": "Sten"}]})
    with pytest.raises(ValidationError) as error:
        block.clean(one)
    told = error.value.block_errors["events"].non_block_errors
    assert list(told) == ["Der skal mindst være 2."]
