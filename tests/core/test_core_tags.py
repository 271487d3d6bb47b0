import datetime

from django.template import Context, Template
from django.test import RequestFactory
from django.utils import translation

from wagtail.models import Page, Site

import pytest
import time_machine

from core.templatetags import core_tags

pytestmark = pytest.mark.one_database

TODAY = datetime.date(2026, 11, 23)


def render(source: str, **context) -> str:
    return Template("{% load core_tags %}" + source).render(Context(context))


@pytest.fixture
def home(db):
    return Site.objects.get(is_default_site=True).root_page


def add(parent, title, **fields):
    return parent.add_child(instance=Page(title=title, locale=parent.locale, **fields))


@time_machine.travel(TODAY, tick=False)
@pytest.mark.parametrize(
    ("first", "last", "wanted"),
    [
        (10, 40, ("before", 10, 90)),
        (300, 340, ("before", 300, 0)),
        (0, 9, ("during", 9, 10, 1, 2)),
        (-9, 0, ("during", 0, 100, 3, 3)),
        (-9, -1, ("after", 0, 100)),
    ],
)
def test_countdown_knows_before_during_and_after(first, last, wanted):
    starts_on = TODAY + datetime.timedelta(first)
    ends_on = TODAY + datetime.timedelta(last)
    assert core_tags.countdown(starts_on, ends_on) == core_tags.Countdown(*wanted)


@time_machine.travel(TODAY, tick=False)
@pytest.mark.parametrize(
    ("days", "wanted"), [(-1, "i dag"), (0, "i dag"), (1, "i morgen"), (2, "om 2 dage")]
)
def test_how_far_a_day_is_away(days, wanted):
    assert core_tags.days_away(TODAY + datetime.timedelta(days)) == wanted


def test_dates_weeks_numbers_and_sizes_are_written_the_danish_way():
    with translation.override("da"):
        assert core_tags.day(TODAY) == "23. november 2026"
        assert core_tags.short_day(TODAY) == "23. november"
        assert core_tags.week(TODAY) == "uge 48"
    with translation.override("en"):
        assert core_tags.day(TODAY) == "23 November 2026"
    assert core_tags.danish_number(1234.5, 1) == "1.234,5"
    assert core_tags.file_size(3_400_000) == "3,4 MB"


def test_what_is_not_there_is_written_as_nothing():
    assert (
        core_tags.day(None) == core_tags.week(None) == core_tags.short_day(None) == ""
    )
    assert core_tags.danish_number(None) == core_tags.file_size(None) == ""


def test_the_menu_holds_live_children_of_the_front_page(
    home, django_assert_num_queries
):
    shown = add(home, "Kampagner", slug="kampagner", show_in_menus=True)
    add(home, "Kladde", slug="kladde", show_in_menus=True, live=False)
    add(home, "Skjult", slug="skjult")
    add(shown, "Under", slug="under", show_in_menus=True)
    request = RequestFactory().get("/kampagner/under/")

    with django_assert_num_queries(2):
        menu = core_tags.menu_of(request)
        core_tags.menu_of(request)

    assert [(item.title, item.url) for item in menu] == [("Kampagner", "/kampagner/")]
    assert menu[0].current == "true"
    assert core_tags.menu_page({"request": request}, "page").title == "Kampagner"


def test_a_page_of_the_menu_knows_that_it_is_shown(home):
    add(home, "Kampagner", slug="kampagner", show_in_menus=True)

    menu = core_tags.menu_of(RequestFactory().get("/kampagner/"))

    assert menu[0].current == "page"


def test_the_language_switch_leads_to_the_front_page_without_a_translation(home):
    page = add(home, "Om", slug="om")
    context = {"request": RequestFactory().get("/om/"), "page": page}

    danish, english = core_tags.language_links(context)

    assert (danish.url, danish.is_translation) == ("/om/", True)
    assert (english.url, english.is_translation) == ("/en/", False)


def test_pages_that_are_no_wagtail_page_are_translated_by_their_address(db):
    context = {"request": RequestFactory().get("/soeg/")}

    danish, english = core_tags.language_links(context)

    assert (danish.url, english.url) == ("/soeg/", "/en/soeg/")
    assert english.is_translation


def test_the_way_in_leads_back():
    assert core_tags.sign_in_url("/m/abc/") == "/log-ind/?next=/m/abc/"
    assert core_tags.sign_in_url() == "/log-ind/"


class Block:
    def __init__(self, id, kind, value):
        self.id, self.block_type, self.value = id, kind, value


def test_a_body_is_cut_at_its_headings():
    body = [
        Block("a", "text", "Før"),
        Block("b", "heading", {"text": "Hvorfor nu"}),
        Block("c", "text", "Fordi"),
    ]

    first, second = core_tags.chapters(body)

    assert (first.text, first.level, len(first.blocks)) == ("", 2, 1)
    assert (second.id, second.text, second.level) == ("k-b", "Hvorfor nu", 3)
    assert core_tags.chapters(body[1:])[0].text == "Hvorfor nu"
    assert core_tags.chapters(None) == []


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Børn 7-12 år", 'Børn <span class="unbroken">7-12 år</span>'),
        ("Uge 46-51", '<span class="unbroken">Uge 46-51</span>'),
        ("Om Danmark – nu", 'Om <span class="unbroken">Danmark –</span> nu'),
        ("<b> & 'alle'", "&lt;b&gt; &amp; &#x27;alle&#x27;"),
    ],
)
def test_what_belongs_together_stays_on_one_line(text, shown):
    assert render("{{ text|unbroken }}", text=text) == shown
