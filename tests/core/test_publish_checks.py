"""What the generic checks find in a page, and where."""

import datetime

from django.db import connection
from django.test.utils import CaptureQueriesContext

from wagtail.contrib.redirects.models import Redirect
from wagtail.models import Locale

import pytest
import time_machine
from hypothesis import given
from hypothesis import strategies as st

from campaigns.models import CampaignPage
from core.publish_checks import Level, examine
from core.publish_checks.content import is_file_name, says_nothing
from core.publish_checks.texts import Text
from home.models import HomePage, StandardPage
from tests.factories.campaigns import (
    CampaignPageFactory,
    IdeaPageFactory,
    NetMediaFactory,
    StoryPageFactory,
)
from tests.factories.home import StandardPageFactory, home_page
from tests.factories.images import ImageFactory

from .findings import block, found

pytestmark = [pytest.mark.django_db, pytest.mark.one_database]


def page_with(*blocks: dict) -> StandardPage:
    """A page that is not saved with these blocks."""
    page = StandardPageFactory()
    page.body = list(blocks)
    return page


def picture_block(alt: str, decorative: bool = False, **image) -> dict:
    image = {
        "image": ImageFactory(**image).pk,
        "alt_text": alt,
        "decorative": decorative,
    }
    return block("picture", {"image": image, "caption": "", "width": "wide"})


def link_block(page=None, address: str = "") -> dict:
    link = {"text": "Mere", "page": page, "address": address}
    return block("call_to_action", {"title": "Kom", "text": "", "link": link})


def rich(html: str) -> dict:
    return block("text", html)


def test_a_page_in_order_has_nothing_to_say():
    page = page_with(
        block("heading", {"text": "Dyssen"}),
        rich("<p>Den er gammel.</p>"),
        picture_block("En dysse i morgenlys"),
    )
    assert examine(page).findings == []


@pytest.mark.parametrize(
    ("alt", "sentence"),
    [
        ("", "Billedet har ingen alternativ tekst."),
        ("   ", "Billedet har ingen alternativ tekst."),
        ("IMG_2041.jpg", "”IMG_2041.jpg” er et filnavn."),
        ("DSC_0012", "”DSC_0012” er et filnavn."),
        ("dysse-ved-tustrup_final2.PNG", "er et filnavn."),
        ("Skærmbillede 2026-03-02 kl. 12.04.11", "er et filnavn."),
        ("3f2504e0-4f89-41d3-9a0c-0305e82c3301", "er et filnavn."),
        ("billede", "”billede” siger ikke, hvad man ser."),
        ("Billede 3", "”Billede 3” siger ikke, hvad man ser."),
        ("...", "”...” siger ikke, hvad man ser."),
    ],
)
def test_an_alt_text_that_helps_nobody_stops_the_page(alt, sentence):
    page = page_with(picture_block(alt))
    (finding,) = found(page)["alt_text"]
    assert finding.level == Level.ERROR
    assert sentence in finding.message
    assert finding.place.path == ("picture-id", "image", "alt_text")


@pytest.mark.parametrize(
    "alt",
    [
        "En dysse i morgenlys",
        "Logo for Nationalmuseet",
        "Harald Blåtand",
        "Kort over Jelling 965",
        "Ål",
    ],
)
def test_an_alt_text_that_says_what_is_seen_passes(alt):
    assert found(page_with(picture_block(alt))) == {}


@pytest.mark.parametrize(
    ("alt", "is_one"),
    [
        ("korssting-3", True),
        ("korssting 3", True),
        ("Korssting 3", False),
        ("Tre korssting", False),
    ],
)
def test_the_name_of_the_very_file_is_no_alt_text(alt, is_one):
    assert is_file_name(alt, "original_images/korssting_3.png") is is_one


def test_decoration_is_chosen_on_purpose():
    assert found(page_with(picture_block("", decorative=True))) == {}


def test_the_finding_shows_the_picture():
    (finding,) = found(page_with(picture_block("", title="Dysse")))["alt_text"]
    assert finding.picture.title == "Dysse"


def test_a_picture_that_the_page_wears_is_described_on_the_picture():
    page = page_with()
    page.picture = ImageFactory(title="IMG_1.jpg", description="")
    (finding,) = found(page)["picture_description"]
    assert "”IMG_1.jpg” er et filnavn." in finding.message
    assert finding.place.field == "picture"
    assert finding.link.url == f"/admin/images/{page.picture.pk}/"


def test_a_heading_level_that_is_skipped():
    page = page_with(
        block("heading", {"text": "Kapitel"}), rich("<h4>Dybt nede</h4><p>x</p>")
    )
    (finding,) = found(page)["heading_level"]
    assert finding.message == (
        "Overskriften ”Dybt nede” er på niveau 4, men den før er på niveau 2. "
        "Brug niveau 3, så ingen springes over."
    )
    assert finding.place.block_id == "text-id"


@pytest.mark.parametrize(
    "html",
    [
        "<h3>Under</h3><h4>Længere nede</h4><h2>Op</h2>",
        "<p>Uden overskrift</p>",
        "<h3>aldrig lukket",
    ],
)
def test_headings_that_follow_each_other(html):
    page = page_with(block("heading", {"text": "Kapitel"}), rich(html + "<p>x</p>"))
    assert "heading_level" not in found(page)


def test_a_title_of_a_block_lies_under_its_chapter():
    faq = {"title": "Godt at vide", "questions": [{"question": "?", "answer": "<p>"}]}
    page = page_with(
        block("heading", {"text": "Kapitel"}), block("faq", faq), rich("<h4>Ned</h4>")
    )
    assert "heading_level" not in found(page)


@pytest.mark.parametrize("source", ["", " ", "-", "?"])
def test_a_figure_without_source(source):
    figure = {"value": "79", "text": "var med", "source": source, "note": ""}
    (finding,) = found(page_with(block("key_figure", figure)))["source"]
    assert finding.message == "Tallet ”79” har ingen kilde. Skriv, hvor det er fra."
    assert finding.place.path == ("key_figure-id", "source")


@pytest.mark.parametrize(
    "empty",
    [
        rich(""),
        rich("<p></p>"),
        rich('<p data-block-key="x1">&nbsp;<br/></p>'),
        block("heading", {"text": " "}),
        block("quote", {"text": "", "who": ""}),
        block("timeline", {"title": "", "events": [{"when": "", "title": ""}]}),
        block("page_links", {"title": "", "pages": []}),
        block("picture", {"image": {"image": None, "alt_text": ""}, "width": "wide"}),
    ],
)
def test_an_empty_block(empty):
    (finding,) = found(page_with(empty))["empty"]
    assert finding.place.path == (empty["id"],)
    assert finding.level == Level.ERROR


def test_an_empty_answer_among_questions():
    questions = [{"question": "Koster det?", "answer": "<p></p>"}]
    page = page_with(block("faq", {"title": "", "questions": questions}))
    (finding,) = found(page)["empty"]
    assert finding.place.path[0] == "faq-id"
    assert finding.place.path[-1] == "answer"


def test_a_link_to_a_page_that_is_deleted():
    gone = StandardPageFactory()
    link = f'<p><a linktype="page" id="{gone.pk}">der</a></p>'
    page = page_with(rich(link), link_block(gone.pk))
    gone.delete()
    places = [finding.place.block_id for finding in found(page)["deleted"]]
    assert places == ["text-id", "call_to_action-id"]


def test_a_link_to_a_page_that_was_taken_down_stops():
    down = StandardPageFactory(title="Nede")
    down.save_revision().publish()
    StandardPage.objects.get(pk=down.pk).unpublish()
    (finding,) = found(page_with(link_block(down.pk)))["unpublished"]
    assert finding.level == Level.ERROR
    assert finding.message == (
        "”Nede” er taget ned. Vælg en anden side, eller fjern den her."
    )


def test_a_link_to_a_draft_is_asked_about():
    draft = StandardPageFactory(title="Kladden", live=False, first_published_at=None)
    (finding,) = found(page_with(link_block(draft.pk)))["unpublished"]
    assert finding.level == Level.WARNING
    assert "”Kladden” er ikke udgivet." in finding.message


def test_two_drafts_that_link_to_each_other_can_both_be_published():
    one, other = page_with(), page_with()
    one.live = other.live = False
    one.body, other.body = [link_block(other.pk)], [link_block(one.pk)]
    one.save_revision().publish()
    other.save_revision().publish()
    assert (
        StandardPage.objects.filter(pk__in=[one.pk, other.pk], live=True).count() == 2
    )


@time_machine.travel(datetime.datetime(2026, 3, 2, 12, tzinfo=datetime.UTC))
@pytest.mark.parametrize(
    ("day", "says"), [(1, False), (9, True)], ids=["before it", "after it"]
)
def test_a_link_to_a_page_that_is_scheduled(day, says):
    target = StandardPageFactory(title="Snart", live=False, first_published_at=None)
    target.go_live_at = datetime.datetime(2026, 4, day, 8, tzinfo=datetime.UTC)
    target.save_revision().publish()
    page = page_with(link_block(target.pk))
    page.go_live_at = datetime.datetime(2026, 4, 5, 8, tzinfo=datetime.UTC)
    findings = found(page).get("unpublished", [])
    assert bool(findings) is says
    assert all("udgives først 9. april 2026" in one.message for one in findings)


@pytest.mark.parametrize(
    "address",
    ["/findes-ikke/", "/materialer/findes/ikke/", "/findes ikke.html", "/en/nowhere/"],
)
def test_an_address_of_the_site_that_is_dead(address):
    (finding,) = found(page_with(link_block(None, address)))["dead_address"]
    assert address in finding.message
    assert finding.place.path == ("call_to_action-id", "link", "address")


def test_addresses_that_lead_somewhere(settings):
    there = StandardPageFactory(slug="om-os")
    Redirect.add_redirect("/gammel/", there)
    for address in (
        "/",
        "/om-os/",
        "/om-os",
        "/om-os/?a=1#b",
        "/soeg/?q=sten",
        "/gammel/",
        "/static/img/disc.svg",
        f"{settings.BASE_URL}/om-os/",
        "https://example.dk/findes-ikke/",
        "mailto:post@example.dk",
    ):
        page = page_with(rich(f'<p><a href="{address}">der</a></p>'))
        assert found(page) == {}, address


def test_an_english_address(client):
    english = Locale.objects.get_or_create(language_code="en")[0]
    story = StandardPageFactory(slug="om-os")
    story.copy_for_translation(english, copy_parents=True)
    translation = StandardPage.objects.get(locale=english)
    HomePage.objects.filter(locale=english).update(live=True)
    translation.live = True
    translation.slug = "about"
    translation.save()
    page = page_with(link_block(None, "/en/about/"))
    assert found(page) == {}
    page.body = [link_block(None, "/en/om-os/")]
    assert list(found(page)) == ["dead_address"]


def test_what_a_block_points_to_and_is_deleted():
    media = NetMediaFactory()
    link = {"net_media": media.pk, "text": "Lyt", "address": ""}
    story = StoryPageFactory()
    story.body = [block("see_also", {"title": "", "links": [link]})]
    assert found(story) == {}
    media.delete()
    (finding,) = found(story)["deleted"]
    assert finding.place.path[-1] == "net_media"


def test_the_same_finding_has_the_same_key():
    page = page_with(link_block(None, "/findes-ikke/"))
    keys = {finding.key for _time in range(2) for finding in examine(page).findings}
    assert len(keys) == 1


def test_another_fact_has_another_key():
    page = page_with(picture_block("billede"))
    (first,) = examine(page).findings
    page.body = [block("picture", {"image": {"image": 1, "alt_text": "foto"}})]
    assert first.key not in {finding.key for finding in examine(page).findings}


def test_errors_come_first_and_in_the_order_of_the_page():
    draft = StandardPageFactory(live=False, first_published_at=None)
    page = page_with(
        block("call_to_action", link_block(draft.pk)["value"], "a"),
        block("text", "<p></p>", "b"),
        block("key_figure", {"value": "7", "text": "x", "source": ""}, "c"),
    )
    places = [finding.place.block_id for finding in examine(page).findings]
    assert places == ["b", "c", "a"]


def queries_of(page) -> int:
    page = CampaignPage.objects.get(pk=page.pk).get_latest_revision_as_object()
    with CaptureQueriesContext(connection) as captured:
        examine(page)
    return len(captured)


def test_ten_times_the_blocks_ask_the_database_no_more():
    campaign = CampaignPageFactory()

    def grow(rounds: int) -> None:
        blocks = []
        for n in range(rounds):
            idea = IdeaPageFactory(parent=campaign, live=False, first_published_at=None)
            link = {"net_media": NetMediaFactory().pk, "text": "Lyt", "address": ""}
            blocks += [
                block("ideas", {"title": "", "pages": [idea.pk]}, f"i{n}"),
                block("ideas", {"title": "", "pages": []}, f"a{n}"),
                block("see_also", {"title": "", "links": [link]}, f"s{n}"),
                {**picture_block("billede"), "id": f"p{n}"},
                block("text", f'<a href="/dead-{n}/">x</a>', f"t{n}"),
            ]
        campaign.body = blocks
        campaign.save_revision()

    grow(1)
    few = queries_of(campaign)
    grow(10)
    assert queries_of(campaign) == few


NAMES = ["id", "type", "value", "text", "pages", "image", "title", "events", "link"]
JSON = st.recursive(
    st.none()
    | st.booleans()
    | st.integers(-3, 2**70)
    | st.text(max_size=4)
    | st.sampled_from(["<a href='/x", '<a linktype="page" id="99999999999999999999">']),
    lambda inner: st.one_of(
        st.lists(inner, max_size=3),
        st.dictionaries(st.sampled_from(NAMES), inner, max_size=4),
    ),
    max_leaves=8,
)
KINDS = sorted(CampaignPage._meta.get_field("body").stream_block.child_blocks)


@given(st.lists(st.tuples(st.sampled_from(KINDS), JSON), max_size=3))
def test_whatever_is_stored_can_be_looked_at(blocks):
    page = CampaignPage(title="Odd", locale_id=1)
    page.body = [{"type": kind, "value": value} for kind, value in blocks]
    assert isinstance(examine(page).findings, list)


@given(st.text(alphabet="<>h123/ a=\"'&;imgDSC_. 0", max_size=60))
def test_whatever_is_written_can_be_read(text):
    Text(text)
    is_file_name(text, text)
    says_nothing(text)


def test_the_front_page_itself_passes():
    assert examine(home_page()).errors == []
