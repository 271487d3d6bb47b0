"""The editors' front page: what is due, what waits, what ends, and for whom."""

import datetime

from django.contrib.auth import get_user
from django.urls import reverse
from django.utils import timezone

from wagtail.models import Page

import pytest

from home.models import StandardPage
from mail.models import Message
from tests.factories.assets import AssetFactory
from tests.factories.home import home_page

pytestmark = [pytest.mark.django_db, pytest.mark.one_database]


def front_page(client) -> str:
    return client.get(reverse("wagtailadmin_home")).text


def in_days(days: int) -> datetime.datetime:
    return timezone.now() + datetime.timedelta(days=days)


def test_a_page_that_comes_out_by_itself_is_due(editor_client):
    page = home_page().add_child(instance=Page(title="Nyt om vikinger", live=False))
    page.go_live_at = in_days(3)
    page.save_revision(approved_go_live_at=page.go_live_at)

    assert "Nyt om vikinger bliver udgivet" in front_page(editor_client)


def test_a_page_that_was_sent_back_is_told_to_who_sent_it(editor_client, admin_client):
    page = home_page().add_child(instance=StandardPage(title="Om mosen", live=False))
    page.save_revision()
    state = page.get_workflow().start(page, get_user(editor_client))
    state.current_task_state.reject(user=get_user(admin_client), comment="Hvor er den?")

    assert "Om mosen er sendt tilbage til dig" in front_page(editor_client)
    assert "”Hvor er den?”" in front_page(editor_client)
    assert "Om mosen er sendt tilbage" not in front_page(admin_client)


def test_a_page_to_approve_stands_in_one_list(editor_client, admin_client):
    page = home_page().add_child(instance=StandardPage(title="Om mosen", live=False))
    page.save_revision()
    page.get_workflow().start(page, get_user(editor_client))

    text = front_page(admin_client)

    assert "Om mosen skal godkendes" in text
    assert f"sendt af {get_user(editor_client)}" in text
    assert text.count("Om mosen") == 1


def test_a_page_that_goes_off_is_told_a_month_ahead(editor_client):
    for title, days in (("Snart væk", 20), ("Længe endnu", 60)):
        page = Page(title=title, expire_at=in_days(days))
        home_page().add_child(instance=page)

    text = front_page(editor_client)

    assert "Snart væk går af nettet" in text
    assert "Længe endnu" not in text


def test_rights_that_end_are_shown_to_editors_alone(editor_client, agency_client):
    today = timezone.localdate()
    AssetFactory(
        title="Plakat med kort frist",
        usable_until=today + datetime.timedelta(days=5),
    )

    assert "Plakat med kort frist" in front_page(editor_client)
    assert "Plakat med kort frist" not in front_page(agency_client)


def test_letters_that_did_not_go_are_told(admin_client):
    Message.objects.create(
        key="k", kind="x", state=Message.State.FAILED, next_attempt_at=timezone.now()
    )

    assert "1 brev kom måske ikke frem" in front_page(admin_client)


def test_a_quiet_day_says_so(editor_client):
    assert front_page(editor_client).count("Intet lige nu.") == 3


def test_queries_do_not_grow_with_what_is_shown(
    editor_client, django_assert_max_num_queries
):
    today = timezone.localdate()

    def queries() -> int:
        with django_assert_max_num_queries(200) as counted:
            front_page(editor_client)
        return len(counted)

    front_page(editor_client)
    few = queries()
    for day in range(6):
        AssetFactory(usable_until=today + datetime.timedelta(days=day))
        page = Page(title=f"Side {day}", expire_at=in_days(day + 1))
        home_page().add_child(instance=page)

    assert queries() <= few + 1
