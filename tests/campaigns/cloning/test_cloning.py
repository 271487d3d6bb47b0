"""A campaign made anew some weeks later, seen before it is made."""

import datetime
import itertools
import json

from django.contrib.auth.models import Group
from django.urls import reverse
from django.utils import timezone

from wagtail.models import Locale, Page, PageViewRestriction

import pytest
import time_machine

from campaigns.cloning import copying
from campaigns.cloning.copying import clone
from campaigns.cloning.forms import CloneForm
from campaigns.models import CampaignPage, IdeaPage, StoryPage
from libraries.roles import EDITORS
from tests.factories.assets import AssetFactory
from tests.factories.campaigns import (
    CampaignPageFactory,
    FilmPageFactory,
    IdeaPageFactory,
    StoryPageFactory,
)
from tests.factories.themes import ThemeFactory
from tests.factories.users import UserFactory
from themes.models import Milestone, Theme

pytestmark = pytest.mark.django_db
date = datetime.date


@pytest.fixture(autouse=True)
def autumn():
    with time_machine.travel("2026-11-02 10:00Z", tick=False):
        yield


@pytest.fixture
def editor():
    user = UserFactory()
    user.groups.add(Group.objects.get(name=EDITORS))
    return user


@pytest.fixture
def theme():
    return ThemeFactory(
        number=40,
        subtitle="Efterår",
        starts_on=date(2026, 11, 30),
        ends_on=date(2027, 1, 3),
        first_peak_week=52,
        last_peak_week=53,
        dates_note="foreløbige datoer",
    )


@pytest.fixture
def campaign(theme):
    return CampaignPageFactory(theme=theme, title="Efterår", slug="efteraar")


def answers(campaign, **changes) -> dict:
    titles = {
        f"title_{page.pk}": f"Ny {page.title}"
        for page in campaign.theme.campaign_pages.all()
    }
    asked = {"number": 41, "subtitle": "Vinter", "starts_on": "uge 49 2027"}
    return {**titles, **asked, "umbrella": "", "slug": "", **changes}


def planned(campaign, **changes):
    form = CloneForm(answers(campaign, **changes), source=campaign.theme)
    assert form.is_valid(), form.errors
    return form.plan


def copy_of(page):
    return type(page).objects.exclude(pk=page.pk).get(slug=page.slug)


def test_the_theme_lies_whole_weeks_later_across_week_53(campaign, editor):
    new = clone(planned(campaign), editor)
    assert (new.starts_on, new.ends_on) == (date(2027, 12, 6), date(2028, 1, 9))
    assert (new.first_peak_week, new.last_peak_week) == (52, 1)
    assert (new.number, new.slug, new.state) == (41, "vinter", Theme.State.DRAFT)
    assert new.dates_note == ""


def test_every_milestone_lies_as_many_weeks_later(campaign, theme, editor):
    moved = Milestone.objects.get(theme=theme, kind="catalogue")
    moved.starts_on, moved.ends_on = date(2026, 7, 1), date(2026, 7, 2)
    moved.is_moved, moved.note = True, "aftalt"
    moved.save()
    old = {m.kind: m.span for m in theme.milestones.all()}
    new = clone(planned(campaign), editor)
    shift = datetime.timedelta(weeks=53)
    for milestone in new.milestones.all():
        before = old[milestone.kind]
        assert (milestone.starts_on, milestone.ends_on) == (
            before.first + shift,
            before.last + shift,
        )
    assert new.milestones.get(kind="catalogue").note == "aftalt"


def test_they_stay_there_when_the_theme_is_saved(campaign, editor):
    new = clone(planned(campaign), editor)
    before = list(new.milestones.values_list("kind", "starts_on"))
    Theme.objects.get(pk=new.pk).save()
    assert list(new.milestones.values_list("kind", "starts_on")) == before


def test_pages_are_drafts_of_the_new_theme_as_last_written(campaign, editor):
    story = StoryPageFactory(parent=campaign, title="Mosen")
    story.title = "Mosen ved nat"
    story.save_revision()
    new = clone(planned(campaign), editor)
    made = StoryPage.objects.exclude(pk=story.pk).get()
    assert (made.live, made.theme, made.owner) == (False, new, editor)
    assert made.get_latest_revision_as_object().title == "Mosen ved nat"
    assert made.get_parent().specific.theme == new
    assert made.revisions.count() == 1


def test_pointers_inside_the_tree_lead_to_the_copies(campaign, editor):
    film = FilmPageFactory(parent=campaign)
    idea = IdeaPageFactory(parent=campaign)
    idea.needed_films.create(page=film)
    idea.save()
    outside = StoryPageFactory()
    link = '<p><a linktype="page" id="{}">a</a> <a linktype="page" id="{}">b</a></p>'
    campaign.body = [
        ("films", {"title": "", "pages": [film]}),
        ("text", link.format(idea.pk, outside.pk)),
    ]
    campaign.save_revision().publish()
    new = clone(planned(campaign), editor)
    made = new.campaign_pages.get()
    for page in (made, made.get_latest_revision_as_object()):
        films, text = page.body.get_prep_value()
        assert films["value"]["pages"][0]["value"] == copy_of(film).pk
        assert text["value"] == link.format(copy_of(idea).pk, outside.pk)
    draft = copy_of(idea).get_latest_revision_as_object()
    assert [row.page_id for row in draft.needed_films.all()] == [copy_of(film).pk]
    assert [row.page_id for row in idea.needed_films.all()] == [film.pk]


def test_lists_of_bare_values_are_pointed_to_the_copies_too(campaign, editor):
    """As pages are that code wrote; Wagtail wraps the values when a form is saved."""
    film = FilmPageFactory(parent=campaign)
    raw = [{"type": "films", "value": {"title": "", "pages": [film.pk]}}]
    campaign.body = json.dumps(raw)
    campaign.save_revision().publish()
    new = clone(planned(campaign), editor)
    (films,) = new.campaign_pages.get().body
    assert [page.pk for page in films.value["pages"]] == [copy_of(film).pk]


def test_materials_stay_and_those_that_ran_out_are_left(campaign, editor):
    expired = AssetFactory(usable_until=date(2026, 10, 1))
    kept = AssetFactory(usable_until=date(2027, 1, 1))
    idea = IdeaPageFactory(parent=campaign)
    idea.needed_assets.create(asset=expired)
    idea.needed_assets.create(asset=kept)
    idea.save()
    plan = planned(campaign)
    assert (plan.expired, plan.expiring) == ([expired], [kept])
    clone(plan, editor)
    draft = copy_of(idea).get_latest_revision_as_object()
    assert [row.asset for row in draft.needed_assets.all()] == [kept]


def test_both_languages_are_copied_and_belong_together(campaign, editor):
    english = Locale.objects.get_or_create(language_code="en")[0]
    campaign.copy_for_translation(english, copy_parents=True)
    new = clone(planned(campaign), editor)
    pages = new.campaign_pages.all()
    assert {page.locale.language_code for page in pages} == {"da", "en"}
    assert len({page.translation_key for page in pages}) == 1
    assert pages[0].translation_key != campaign.translation_key


def test_times_keep_their_hour_over_summer_time(campaign, editor):
    story = StoryPageFactory(parent=campaign)
    local = timezone.get_default_timezone()
    story.expire_at = datetime.datetime(2026, 12, 1, 9, 30, tzinfo=local)
    story.save_revision()
    clone(planned(campaign, starts_on="uge 23 2027"), editor)
    moment = timezone.localtime(copy_of(story).expire_at)
    assert (moment.date(), moment.hour, moment.minute) == (date(2027, 6, 8), 9, 30)


def test_what_only_some_may_see_stays_so(campaign, editor):
    story = StoryPageFactory(parent=campaign)
    PageViewRestriction.objects.create(page=story, restriction_type="login")
    clone(planned(campaign), editor)
    assert copy_of(story).get_view_restrictions().get().restriction_type == "login"


def test_dates_in_the_past_are_told(campaign):
    plan = planned(campaign, starts_on="uge 6 2027")
    past = {row.what for row in plan.dates if row.is_past}
    assert "Idékatalog" in past
    assert "Første dag" not in past


def test_an_address_that_is_taken_gets_a_number(campaign, editor):
    (page,) = planned(campaign, **{f"title_{campaign.pk}": "Efterår"}).pages
    assert (page.slug, page.is_numbered) == ("efteraar-2", True)


def test_a_page_costs_the_same_in_a_large_campaign(
    campaign, editor, django_assert_max_num_queries
):
    costs = []
    for number in (41, 42, 43):
        for _n in range(3):
            IdeaPageFactory(parent=campaign)
        with django_assert_max_num_queries(1500) as queries:
            clone(planned(campaign, number=number), editor)
        costs.append(len(queries))
    grown = [after - before for before, after in itertools.pairwise(costs)]
    assert abs(grown[1] - grown[0]) < 10
    assert grown[1] / 3 < 120


def test_it_is_all_or_nothing(campaign, editor, monkeypatch):
    StoryPageFactory(parent=campaign)

    def broken(*args):
        raise RuntimeError

    monkeypatch.setattr(copying, "repoint", broken)
    with pytest.raises(RuntimeError):
        clone(planned(campaign), editor)
    assert Theme.objects.filter(number=41).exists() is False
    assert CampaignPage.objects.count() == 1


@pytest.mark.parametrize(
    ("field", "written", "told"),
    [
        ("starts_on", "uge 53 2027", "Der er ingen uge 53 i 2027."),
        ("starts_on", "30.11.2026", "Det er den uge, kampagnen allerede ligger i."),
        ("starts_on", "1.1.9999", "Året 9999 kan ikke passe."),
        ("starts_on", "31.12.9999", "Året kan ikke passe."),
        ("number", "40", "eksisterer allerede"),
        ("number", "x", "heltal"),
        ("subtitle", "", "påkrævet"),
        ("slug", "æ ø", "gyldig “slug”"),
    ],
)
def test_what_is_wrong_is_said_at_its_field(campaign, field, written, told):
    form = CloneForm(answers(campaign, **{field: written}), source=campaign.theme)
    assert form.is_valid() is False
    assert told in " ".join(form.errors[field])


class TestView:
    @pytest.fixture
    def post(self, editor_client, campaign):
        address = reverse("clone_campaign", args=[campaign.pk])
        return lambda **more: editor_client.post(address, answers(campaign, **more))

    def test_nothing_is_made_before_the_yes(self, post, campaign):
        IdeaPageFactory(parent=campaign, title="Æblefest")
        page = post().content.decode()
        assert "Æblefest" in page
        assert "6.12.2027" in page
        assert Theme.objects.count() == 1

    def test_the_yes_makes_it_once(self, post):
        digest = post().context["plan"].digest
        assert post(digest=digest).status_code == 302
        assert post(digest=digest).status_code == 422
        assert Theme.objects.filter(number=41).count() == 1
        assert CampaignPage.objects.count() == 2

    def test_what_changed_since_the_preview_is_shown_again(self, post, campaign):
        digest = post().context["plan"].digest
        IdeaPageFactory(parent=campaign)
        assert post(digest=digest).status_code == 200
        assert IdeaPage.objects.count() == 1

    def test_the_menu_of_the_page_leads_there(self, editor_client, campaign):
        edit = reverse("wagtailadmin_pages:edit", args=[campaign.pk])
        address = reverse("clone_campaign", args=[campaign.pk])
        assert address in editor_client.get(edit).content.decode()

    def test_the_agency_is_kept_out(self, agency_client, campaign):
        address = reverse("clone_campaign", args=[campaign.pk])
        agency_client.post(address, answers(campaign))
        assert Page.objects.type(CampaignPage).count() == 1
        assert agency_client.get(address).status_code == 302
