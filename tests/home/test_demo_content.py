"""The demo content is data: everything it says can be checked without a database."""

import re
from collections import Counter
from datetime import date, timedelta
from urllib.parse import urlsplit

import pytest
from stdnum import isbn

from home.demo import content
from home.demo.content import types
from home.demo.content.prose import count_words
from home.demo.drawing.pictures import PICTURES
from home.demo.loading.pictures import CARDS

TODAY = date(2026, 7, 29)
BODIES = {
    **{f"campaign:{each.key}": each.body for each in content.CAMPAIGNS},
    **{f"translation:{each.campaign}": each.body for each in content.TRANSLATIONS},
    **{f"story:{each.key}": each.body for each in content.STORIES},
    **{f"story:{each.key}": each.body for each in content.TRANSLATED_STORIES},
    **{f"page:{each.key}": each.body for each in content.PAGES},
    **{f"home:{each.language}": each.body for each in content.HOMES},
    **{f"news:{each.slug}": each.body for each in content.NEWS},
}
KEYS = {
    "campaign": {each.key for each in content.CAMPAIGNS},
    "film": {each.key for each in content.FILMS},
    "idea": {each.key for each in content.IDEAS},
    "page": {each.key for each in content.PAGES},
    "production": {each.key for each in content.PRODUCTIONS},
    "reading_list": {each.key for each in content.READING_LISTS},
    "story": {each.key for each in (*content.STORIES, *content.TRANSLATED_STORIES)},
}
# Where each kind of block keeps keys, and of what.
PLACED = {
    types.Films: "film",
    types.Ideas: "idea",
    types.Materials: "production",
    types.ReadingLists: "reading_list",
    types.Stories: "story",
}
REPORT_FIGURES = {
    "79",
    "600+",
    "26",
    "9",
    "+13 %",
    "97 %",
    "92 %",
    "78 %",
    "55 %",
    "69 %",
    "71 %",
    "64 %",
    "70 %",
    "77 %",
    "90 %",
}


def strings(value: object):
    """Every string inside an entry, however deep."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, types.Entry):
        for name in value.__dataclass_fields__:
            yield from strings(getattr(value, name))
    elif isinstance(value, dict):
        for item in value.values():
            yield from strings(item)
    elif isinstance(value, (tuple, list)):
        for item in value:
            yield from strings(item)


def everything():
    """Every string of the demo content."""
    for name in content.__all__:
        yield from strings(getattr(content, name))


def blocks(kind: type):
    """Every block of a kind, with the name of the body it lies in."""
    for name, body in BODIES.items():
        for block in types.walk(body):
            if isinstance(block, kind):
                yield name, block


def duplicates(values) -> list:
    return [value for value, times in Counter(values).items() if times > 1]


def resolves(target: str) -> bool:
    """Whether a `kind:key`, a path of the site or an address leads somewhere."""
    if target.startswith("/"):
        return True
    kind, _, key = target.partition(":")
    if kind == "https":
        return bool(urlsplit(target).netloc)
    return key in KEYS.get(kind, ())


class TestCounts:
    def test_as_many_as_the_issue_asks_for(self):
        assert len(content.CAMPAIGNS) == 3
        assert len(content.STORIES) >= 6
        assert len(content.IDEAS) >= 12
        assert len(content.READING_LISTS) >= 6
        assert len(content.FILMS) == 4
        assert len(content.PRODUCTIONS_2017) == 26
        assert len(content.NEWS) == 4

    @pytest.mark.parametrize("campaign", content.CAMPAIGNS, ids=lambda c: c.key)
    def test_every_campaign_has_all_kinds_of_content(self, campaign):
        mine = {
            name: [each for each in entries if each.campaign == campaign.key]
            for name, entries in {
                "stories": content.STORIES,
                "ideas": content.IDEAS,
                "lists": content.READING_LISTS,
                "films": content.FILMS,
                "productions": content.PRODUCTIONS,
                "translations": content.TRANSLATIONS,
            }.items()
        }
        assert len(mine["stories"]) >= 2
        assert len(mine["lists"]) >= 2
        assert len(mine["translations"]) == 1
        assert mine["ideas"]
        assert mine["films"]
        assert len(mine["productions"]) >= 6

    @pytest.mark.parametrize("reading_list", content.READING_LISTS, ids=lambda r: r.key)
    def test_lists_are_six_to_ten_titles_without_repeats(self, reading_list):
        assert 6 <= len(reading_list.titles) <= 10
        assert not duplicates((t.title, t.author) for t in reading_list.titles)

    @pytest.mark.parametrize("story", content.STORIES, ids=lambda s: s.key)
    def test_stories_are_long_enough_to_read_and_short_enough_to_finish(self, story):
        text = " ".join(
            value for block in story.body for value in strings(block) if block
        )
        assert 400 <= count_words(text) <= 700
        kinds = {type(block) for block in story.body}
        assert {types.Quote, types.Figure, types.Timeline} <= kinds


class TestReferences:
    def test_keys_and_slugs_are_unique(self):
        for entries in (
            content.CAMPAIGNS,
            content.FILMS,
            content.IDEAS,
            content.PAGES,
            content.PRODUCTIONS,
            content.READING_LISTS,
            (*content.STORIES, *content.TRANSLATED_STORIES),
        ):
            assert not duplicates(each.key for each in entries)
        for campaign in content.CAMPAIGNS:
            below = (
                *content.FILMS,
                *content.IDEAS,
                *content.READING_LISTS,
                *content.STORIES,
            )
            assert not duplicates(
                each.slug for each in below if each.campaign == campaign.key
            )
        assert not duplicates((each.language, each.slug) for each in content.PAGES)
        assert not duplicates(each.slug for each in content.NEWS)
        assert not duplicates(
            file.filename for each in content.PRODUCTIONS for file in each.files
        )

    def test_slugs_are_plain(self):
        plain = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
        for entries in (
            content.CAMPAIGNS,
            content.FILMS,
            content.IDEAS,
            content.NEWS,
            content.PAGES,
            content.READING_LISTS,
            content.STORIES,
            content.TRANSLATED_STORIES,
            content.TRANSLATIONS,
        ):
            for each in entries:
                assert plain.fullmatch(each.slug), each.slug

    def test_placed_content_exists(self):
        for kind, name in PLACED.items():
            for where, block in blocks(kind):
                assert set(block.keys) <= KEYS[name], where

    def test_links_lead_somewhere(self):
        for where, block in blocks(types.Action):
            assert resolves(block.target), where
        for where, block in blocks(types.PageLinks):
            assert all(map(resolves, block.targets)), where

    def test_campaigns_are_known(self):
        for entries in (
            content.FILMS,
            content.IDEAS,
            content.PRODUCTIONS,
            content.READING_LISTS,
            content.STORIES,
            content.TRANSLATED_STORIES,
            content.TRANSLATIONS,
        ):
            assert {each.campaign for each in entries} <= KEYS["campaign"]

    def test_ideas_need_things_that_exist(self):
        for idea in content.IDEAS:
            assert set(idea.productions) <= KEYS["production"], idea.key
            assert set(idea.films) <= KEYS["film"], idea.key
            assert set(idea.reading_lists) <= KEYS["reading_list"], idea.key

    def test_each_idea_and_list_wears_a_picture_of_its_own(self):
        for kind, worn in CARDS.items():
            assert set(worn) == KEYS[kind]
            assert set(worn.values()) <= set(PICTURES)
            assert len(set(worn.values())) == len(worn)

    def test_a_film_has_its_production_and_a_drawing_its_film(self):
        for film in content.FILMS:
            assert film.production in KEYS["production"]
        for production in content.PRODUCTIONS:
            for file in production.files:
                lists = file.params.get("reading_lists", ())
                assert set(lists) <= KEYS["reading_list"]
                if "film" in file.params:
                    assert file.params["film"] in KEYS["film"]

    def test_translations_know_their_original(self):
        for story in content.TRANSLATED_STORIES:
            assert story.translation_of in KEYS["story"]
        for page in content.PAGES:
            assert (page.language == "en") == bool(page.translation_of)
            assert page.translation_of in {"", *KEYS["page"]}
            assert page.parent in {"", *KEYS["page"]}


class TestChoices:
    def test_ideas_use_the_choices(self):
        for idea in content.IDEAS:
            assert idea.audience in types.AUDIENCES
            assert idea.cost in types.COST_BANDS
            assert idea.space in types.SPACES
            assert idea.partner in types.PARTNER_TYPES
            assert idea.staff_hours > 0
            assert idea.lead_weeks > 0
            assert len(idea.steps) >= 3

    def test_the_first_three_ideas_are_the_reports_own(self):
        labels = [idea.label for idea in content.IDEAS]
        assert labels[:3] == [types.FROM_REPORT] * 3
        assert set(labels[3:]) == {types.EXAMPLE}

    def test_productions_use_the_choices(self):
        for production in content.PRODUCTIONS:
            assert production.kind in types.KINDS
            assert production.licence in types.LICENCES
            assert production.access in types.ACCESS
            assert production.credit
            assert production.tags
            assert production.files
            for file in production.files:
                assert file.purpose in types.PURPOSES
                assert file.format in {"", *types.FORMATS}
                assert file.draw

    def test_only_five_productions_are_named_by_the_report(self):
        named = [each.label for each in content.PRODUCTIONS].count(types.FROM_REPORT)
        assert named == 5

    def test_audiences_and_forms_of_titles(self):
        for reading_list in content.READING_LISTS:
            assert reading_list.audience in types.AUDIENCES
            for title in reading_list.titles:
                assert title.audience in types.AUDIENCES
                assert title.format in types.TITLE_FORMATS


class TestHonesty:
    def test_isbns_have_a_right_check_digit(self):
        found = [
            title.isbn
            for each in content.READING_LISTS
            for title in each.titles
            if title.isbn
        ]
        assert found
        assert all(map(isbn.is_valid, found))

    def test_years_are_years(self):
        for each in content.READING_LISTS:
            for title in each.titles:
                assert title.year is None or 1500 < title.year <= 2026

    def test_no_figure_stands_without_its_source(self):
        for where, figure in blocks(types.Figure):
            assert figure.source, where
            if "biblioteker 2.0" in figure.source:
                assert figure.value in REPORT_FIGURES, where
                share = figure.value.endswith("%") and "+" not in figure.value
                assert bool(figure.note) == share, (where, figure.value)
        for where, chart in blocks(types.Chart):
            shown = {f"{bar.percent} %" for bar in chart.bars}
            assert (shown <= REPORT_FIGURES, chart.note != "") == (True, True), where

    def test_quotes_name_who(self):
        for where, quote in blocks(types.Quote):
            assert quote.who, where

    def test_people_are_reached_at_example_addresses_without_telephones(self):
        mails = re.findall(r"[\w.]+@[\w.]+\w", " ".join(everything()))
        assert {mail.split("@")[1] for mail in mails} == {"example.dk"}
        assert not content.SETTINGS.phone
        assert not any(each.contact.phone for each in content.CAMPAIGNS)

    def test_addresses_are_https(self):
        for _, place in blocks(types.Place):
            assert not place.address or place.address.startswith("https://")

    def test_no_filler_no_exclamation_and_no_typos_of_the_source(self):
        text = "\n".join(everything())
        for word in ("lorem", "ipsum", "TODO", "Temsamarbejde", "netmeidern", "slev "):
            assert word not in text
        assert "!" not in text

    def test_only_inline_tags(self):
        # The texts among the materials are the rich text of their own files.
        texts = {each.body for each in content.PRODUCTIONS}
        inline = "\n".join(set(everything()) - texts)
        assert set(re.findall(r"</?(\w+)", inline)) <= {"a", "b"}

    def test_the_example_campaign_says_so(self):
        labels = {each.key: each.label for each in content.CAMPAIGNS}
        assert labels["vores-natur"] == types.EXAMPLE
        assert all("eksempe" in each.dates_label for each in content.CAMPAIGNS)


class TestDates:
    @pytest.mark.parametrize("campaign", content.CAMPAIGNS, ids=lambda c: c.key)
    def test_whole_weeks_with_the_peak_inside(self, campaign):
        first, last = campaign.period(TODAY)
        peak_first, peak_last = campaign.peak_period(TODAY)
        assert first.weekday() == 0
        assert last.weekday() == 6
        assert first <= peak_first < peak_last <= last

    @pytest.mark.parametrize("days", range(0, 400, 13))
    def test_the_example_campaign_is_on_whenever_it_is_loaded(self, days):
        day = TODAY + timedelta(days=days)
        example = content.CAMPAIGNS[-1]
        first, last = example.period(day)
        assert first <= day <= last

    def test_the_two_of_2017_keep_their_seasons(self):
        spring, autumn = content.CAMPAIGNS[:2]
        assert spring.period(TODAY)[1] < date(2017, 6, 1)
        assert autumn.period(TODAY)[0] > date(2017, 8, 31)


class TestLengths:
    """What the fields of the site can hold."""

    def test_blocks_fit(self):
        limits = {
            types.Heading: {"text": 120},
            types.Quote: {"who": 120},
            types.Figure: {"value": 20, "label": 200, "source": 200, "note": 200},
            types.Moment: {"when": 60, "title": 120},
            types.Timeline: {"heading": 120},
            types.Action: {"heading": 100, "button": 80},
            types.Question: {"question": 160},
            types.Place: {"finds": 160, "name": 80},
            types.Picture: {"caption": 250, "alt": 250},
        }
        for kind, fields in limits.items():
            for where, block in blocks(kind):
                for name, limit in fields.items():
                    assert len(getattr(block, name)) <= limit, (where, name)

    def test_entries_fit(self):
        for each in content.PRODUCTIONS:
            assert len(each.title) <= 150
            assert len(each.summary) <= 250
            assert len(each.alt) <= 250
        for each in content.CAMPAIGNS:
            assert len(each.focus) <= 600
            assert all(len(partner.role) <= 120 for partner in each.partners)
        for each in content.READING_LISTS:
            assert all(len(title.why) <= 250 for title in each.titles)
        for each in content.HOMES:
            assert len(each.lead) <= 120
        for entries in (content.STORIES, content.PAGES, content.NEWS, content.IDEAS):
            assert all(len(each.summary) <= 250 for each in entries)
        assert len(content.SETTINGS.footer_text) <= 400

    def test_one_big_button_a_body(self):
        for name, body in BODIES.items():
            assert sum(isinstance(block, types.Action) for block in body) <= 1, name

    def test_captions_follow_each_other(self):
        for film in content.FILMS:
            ends = [0, *(cue.end for cue in film.cues)]
            assert [cue.start for cue in film.cues] == ends[:-1]
            assert film.captions.startswith("WEBVTT\n\n00:00:00.000 --> ")
