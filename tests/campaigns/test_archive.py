"""A campaign that is over: dated, frozen, alive, and opened again."""

import datetime

from django.urls import reverse

import pytest
import time_machine

from campaigns.models import CampaignArchive
from core.dashboard import Section
from tests.factories.assets import make_file
from tests.factories.campaigns import CampaignPageFactory, StoryPageFactory
from tests.factories.themes import ThemeFactory
from tests.factories.users import UserFactory
from themes.dashboard import campaigns_to_archive
from themes.models import Milestone, Theme
from themes.tasks import archive_themes

pytestmark = pytest.mark.django_db
date = datetime.date
BANNER = "Arkiveret den 5. november 2026; indholdet opdateres ikke."


@pytest.fixture(autouse=True)
def november():
    with time_machine.travel("2026-11-05 10:00Z", tick=False):
        yield


@pytest.fixture
def theme():
    return ThemeFactory(starts_on=date(2026, 9, 21), ends_on=date(2026, 12, 18))


@pytest.fixture
def campaign(theme):
    return CampaignPageFactory(theme=theme)


def archive(theme):
    theme.state = Theme.State.ARCHIVED
    theme.save()


def text(client, address) -> str:
    return " ".join(client.get(address).content.decode().split())


def test_every_page_of_it_says_so_with_the_day(client, campaign, theme):
    story = StoryPageFactory(parent=campaign)
    assert "Arkiveret" not in text(client, story.url)
    archive(theme)
    assert BANNER in text(client, campaign.url)
    assert BANNER in text(client, story.url)


def test_other_campaigns_do_not(client, theme):
    archive(theme)
    assert "Arkiveret" not in text(client, CampaignPageFactory().url)


def test_the_countdown_stops(client, campaign, theme):
    assert "I gang" in text(client, campaign.url)
    archive(theme)
    assert "I gang" not in text(client, campaign.url)


def test_it_runs_no_longer(theme):
    assert theme.is_running is True
    archive(theme)
    assert theme.is_running is False


def test_its_milestones_come_no_longer(theme):
    assert Milestone.objects.public().ahead().filter(theme=theme).exists()
    archive(theme)
    assert not Milestone.objects.public().ahead().filter(theme=theme).exists()


def test_files_and_packages_are_still_fetched(client, campaign, theme):
    file = make_file(theme=theme)
    archive(theme)
    assert client.get(file.get_absolute_url()).status_code == 200
    assert client.get(reverse("package", args=[theme.slug])).status_code == 200


class TestFigures:
    @pytest.fixture
    def file(self, client, theme):
        file = make_file(theme=theme, title="Plakat: Ler")
        client.get(file.get_absolute_url())
        return file

    def test_they_are_those_of_the_day(self, client, theme, file):
        archive(theme)
        client.get(file.get_absolute_url())
        figures = CampaignArchive.objects.get(theme=theme).figures
        assert figures == {
            "downloads": 1,
            "libraries": 0,
            "assets": [[file.asset_id, 1]],
        }

    def test_they_are_shown_as_such(self, client, campaign, theme, file):
        archive(theme)
        page = text(client, campaign.url)
        assert "Hentet i alt: 1. Biblioteker: 0. Opgjort den 5. november 2026" in page
        assert "Plakat: Ler" in page.split('id="arkiv"')[1]

    def test_an_asset_that_is_no_longer_public_is_not_named(
        self, client, campaign, theme, file
    ):
        archive(theme)
        file.asset.state = "draft"
        file.asset.save()
        assert "Plakat: Ler" not in text(client, campaign.url)

    def test_another_save_freezes_nothing_anew(self, client, theme, file):
        archive(theme)
        client.get(file.get_absolute_url())
        theme.save()
        assert CampaignArchive.objects.get().figures["downloads"] == 1

    def test_one_archived_before_they_were_kept_gets_none(self, theme):
        archive(theme)
        CampaignArchive.objects.all().delete()
        with time_machine.travel("2026-11-20 10:00Z", tick=False):
            theme.save()
        assert not CampaignArchive.objects.exists()


def test_opened_again_it_keeps_its_history(client, campaign, theme):
    archive(theme)
    with time_machine.travel("2026-11-20 10:00Z", tick=False):
        theme.state = Theme.State.ANNOUNCED
        theme.save()
        assert "Arkiveret" not in text(client, campaign.url)
        archive(theme)
    days = CampaignArchive.objects.values_list("archived_on", "reopened_on")
    assert list(days) == [
        (date(2026, 11, 20), None),
        (date(2026, 11, 5), date(2026, 11, 20)),
    ]


class TestSchedule:
    def test_it_archives_on_the_day_that_was_set(self, theme):
        Theme.objects.update(archive_on=date(2026, 12, 24))
        archive_themes.call()
        theme.refresh_from_db()
        assert theme.is_archived is False
        with time_machine.travel("2026-12-24 00:10+01:00", tick=False):
            archive_themes.call()
        theme.refresh_from_db()
        assert theme.archived_on == date(2026, 12, 24)

    def test_it_leaves_those_that_nobody_was_asked_about(self, theme):
        with time_machine.travel("2027-06-01", tick=False):
            archive_themes.call()
        theme.refresh_from_db()
        assert theme.is_archived is False

    def test_one_opened_again_is_not_archived_anew(self, theme):
        theme.archive_on = date(2026, 12, 24)
        with time_machine.travel("2026-12-24 00:10+01:00", tick=False):
            archive(theme)
            theme.state = Theme.State.ANNOUNCED
            theme.save()
        assert theme.archive_on is None

    def test_one_opened_again_for_a_while_is_archived_on_its_new_day(self, theme):
        archive(theme)
        theme.state, theme.archive_on = Theme.State.ANNOUNCED, date(2026, 12, 24)
        theme.save()
        assert theme.archive_on == date(2026, 12, 24)

    def test_a_day_inside_the_campaign_is_refused(self, theme):
        theme.archive_on = theme.ends_on
        with pytest.raises(Exception, match="efter kampagnens sidste dag"):
            theme.full_clean()


def test_editors_are_asked_when_a_campaign_is_over(theme):
    user = UserFactory(is_superuser=True)
    assert list(campaigns_to_archive(user)) == []
    with time_machine.travel("2026-12-19 10:00Z", tick=False):
        (item,) = campaigns_to_archive(user)
    assert (item.section, item.note) == (Section.WAITING, theme.title)


def test_an_archived_campaign_asks_a_fixed_number_of_queries(
    client, campaign, theme, django_assert_max_num_queries
):
    for _n in range(3):
        client.get(make_file(theme=theme).get_absolute_url())
    archive(theme)
    client.get(campaign.url)
    with django_assert_max_num_queries(17):
        client.get(campaign.url + "?x=1")
