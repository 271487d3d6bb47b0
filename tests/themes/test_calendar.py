"""The calendar page: the year as a wheel and as tables, and what comes next."""

import datetime
from xml.etree import ElementTree

import pytest
import time_machine

from tests.factories.campaigns import CampaignPageFactory
from tests.factories.themes import ThemeFactory
from themes.models import Theme

pytestmark = [pytest.mark.django_db, pytest.mark.one_database]

date = datetime.date
IN_MAY = "2017-05-02T12:00+02:00"


@pytest.fixture
def autumn():
    return ThemeFactory(
        number=6,
        umbrella="Historier om Danmark",
        subtitle="Renæssance til nutid",
        slug="renaessance",
        label="eksempel",
        starts_on=date(2017, 9, 4),
        ends_on=date(2017, 10, 22),
        first_peak_week=39,
        last_peak_week=40,
    )


def get(client, path="/kalender/2017/"):
    response = client.get(path)
    assert response.status_code == 200
    return response


def wheel_of(response) -> ElementTree.Element:
    text = response.text
    drawing = text[text.index('<svg class="year-wheel"') :]
    drawing = drawing[: drawing.index("</svg>") + len("</svg>")]
    return ElementTree.fromstring(drawing)  # noqa: S314 - our own drawing


def words(response) -> str:
    return " ".join(response.text.split())


def test_the_year_is_drawn_and_told_in_a_table(client, autumn):
    response = get(client)
    wheel = wheel_of(response)
    assert wheel.get("role") == "img"
    assert wheel.find("title").text.startswith("Årshjul for 2017.")
    assert f"theme-{autumn.pk}" in response.text
    text = words(response)
    assert '<caption class="visually-hidden">Tidsplan for Historier om Dan' in text
    for name, week, day in [
        ("Udmelding", "Uge 14", "3. april 2017"),
        ("Idékatalog", "Uge 18", "1. maj 2017"),
        ("Bestillingsfrist for tryk", "Uge 30", "28. juli 2017"),
    ]:
        assert name in text
        assert week in text
        assert day in text
    assert '<time datetime="2017-10-22">22. oktober 2017</time>' in text


def test_nothing_is_styled_or_run_inline(client, autumn):
    text = get(client).text
    assert " style=" not in text
    assert "<style" not in text
    assert "<script>" not in text


@time_machine.travel(IN_MAY, tick=False)
def test_this_year_shows_what_comes_next(client, autumn):
    response = get(client, "/kalender/")
    upcoming = response.context["upcoming"]
    assert [m.kind for m in upcoming] == [
        "productions",
        "print_order",
        "start",
        "peak",
        "evaluation",
    ]
    text = words(response)
    assert "Om 55 dage" in text
    assert '<span class="tag">eksempel</span>' in text
    assert response.context["wheel"].now


@time_machine.travel("2017-09-26T12:00+02:00", tick=False)
def test_what_is_under_way_says_until_when(client, autumn):
    text = words(get(client, "/kalender/"))
    assert "I gang til 22. oktober" in text
    assert "I gang til 8. oktober" in text


@time_machine.travel(IN_MAY, tick=False)
def test_another_year_has_no_next(client, autumn):
    response = get(client, "/kalender/2016/")
    assert response.context["upcoming"] == []
    assert not response.context["wheel"].now


@time_machine.travel("2016-12-31T23:30:00Z", tick=False)
def test_the_year_is_the_one_it_is_in_denmark(client, autumn):
    assert get(client, "/kalender/").context["year"] == 2017


@time_machine.travel(IN_MAY, tick=False)
def test_the_years_that_have_something_can_be_chosen(client, autumn):
    ThemeFactory(starts_on=date(2014, 2, 10), ends_on=date(2014, 3, 2))
    response = get(client, "/kalender/")
    assert response.context["years"] == [2013, 2014, 2017]
    assert '<a href="/kalender/2017/" aria-current="page">2017</a>' in response.text


@time_machine.travel(IN_MAY, tick=False)
def test_an_empty_year_says_so_and_leads_on(client):
    text = words(get(client, "/kalender/1999/"))
    assert "Der er ingen kampagner i 1999." in text
    assert '<a href="/kalender/">Se i år</a>' in text
    assert "noindex" in text
    assert "Der er ikke meldt mere ud endnu." in words(get(client, "/kalender/"))


@pytest.mark.parametrize(
    "path", ["1000", "2999", "17", "20177", "0000", "2017x", "uge-39"]
)
def test_what_is_no_year_is_not_found(client, path):
    assert client.get(f"/kalender/{path}/").status_code == 404


def test_a_draft_is_not_shown(client, autumn):
    Theme.objects.update(state=Theme.State.DRAFT)
    response = get(client)
    assert "Renæssance" not in response.text
    assert response.context["themes"] == []


def test_what_is_left_out_is_not_shown(client, autumn):
    autumn.milestones.filter(kind="workshop").update(is_dropped=True)
    assert "Workshop" not in get(client).text


def test_a_note_is_shown_as_text(client, autumn):
    autumn.milestones.filter(kind="workshop").update(note="<b>Odense</b>")
    assert "&lt;b&gt;Odense&lt;/b&gt;" in get(client).text


def test_a_campaign_page_is_linked_when_it_is_live(client, autumn):
    page = CampaignPageFactory(theme=autumn)
    link = f'<a href="{page.url}">Renæssance til nutid</a>'
    assert link in get(client).text
    page.unpublish()
    assert link not in get(client).text


def test_the_english_calendar_is_english(client, autumn):
    response = get(client, "/en/kalender/2017/")
    text = words(response)
    assert "Catalogue of ideas" in text
    assert "Week 18" in text
    assert "1 May 2017" in text
    assert 'href="/kalender/2017/" lang="da" hreflang="da"' in text


def test_the_calendar_can_be_subscribed_to(client, autumn, settings):
    settings.BASE_URL = "https://temasamarbejde.example"
    text = get(client).text
    assert 'href="webcal://temasamarbejde.example/kalender.ics"' in text
    assert 'href="webcal://temasamarbejde.example/kalender/renaessance.ics"' in text
    assert "https://temasamarbejde.example/kalender.ics</code>" in text
    assert 'rel="alternate" type="text/calendar" href="/kalender.ics"' in text


@time_machine.travel(IN_MAY, tick=False)
def test_the_queries_stay_as_few_when_themes_grow(
    client, autumn, django_assert_max_num_queries
):
    CampaignPageFactory(theme=autumn)
    client.get("/kalender/")
    with django_assert_max_num_queries(12) as few:
        client.get("/kalender/")
    for n in range(5):
        theme = ThemeFactory(
            starts_on=date(2017, 6, 5 + n), ends_on=date(2017, 7, 5 + n)
        )
        CampaignPageFactory(theme=theme)
    with django_assert_max_num_queries(len(few)):
        client.get("/kalender/")


class TestCountdown:
    """On the campaign page, by the day that it is in Denmark."""

    @pytest.mark.parametrize(
        ("now", "count", "detail"),
        [
            ("2017-08-23T12:00+02:00", "Om 12 dage", "Begynder 4. september 2017."),
            ("2017-09-03T12:00+02:00", "I morgen", "Begynder 4. september 2017."),
            # Past midnight in Denmark, not yet in UTC.
            ("2017-09-03T22:30:00Z", "I gang: uge 1 af 7", "48 dage igen"),
            ("2017-09-10T12:00+02:00", "I gang: uge 1 af 7", "42 dage igen"),
            ("2017-09-11T12:00+02:00", "I gang: uge 2 af 7", "41 dage igen"),
            ("2017-10-22T12:00+02:00", "I gang: uge 7 af 7", "Sidste dag i dag."),
            ("2017-10-22T22:30:00Z", "Slut", "4. september til 22. oktober 2017."),
        ],
    )
    def test_it_says_where_we_are(self, client, autumn, now, count, detail):
        page = CampaignPageFactory(theme=autumn)
        with time_machine.travel(now, tick=False):
            text = words(get(client, page.url))
        assert f'<strong class="theme-time__count">{count}</strong>' in text
        assert detail in text

    def test_it_leads_to_the_timetable(self, client, autumn):
        page = CampaignPageFactory(theme=autumn)
        link = 'href="/kalender/2017/#tema-renaessance"><span>Se tidsplanen</span>'
        assert link in get(client, page.url).text
