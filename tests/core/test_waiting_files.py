"""A file between its preview and the yes."""

from django.core.cache import cache
from django.db import connection

import pytest
import time_machine

from cms.settings import base
from core import tasks, waiting_files
from tests.factories.users import UserFactory

pytestmark = [pytest.mark.django_db, pytest.mark.one_database]


def test_a_file_is_given_back_once_with_what_it_is_about():
    user = UserFactory()
    token = waiting_files.keep("ideas", user, b"titel", about=7)
    assert waiting_files.take("ideas", user, token) == (b"titel", 7)
    assert waiting_files.take("ideas", user, token) is None


def test_a_file_is_of_use_to_nobody_else_and_for_nothing_else():
    user = UserFactory()
    token = waiting_files.keep("ideas", user, b"titel")
    assert waiting_files.take("ideas", UserFactory(), token) is None
    assert waiting_files.take("sheets", user, token) is None
    assert waiting_files.take("ideas", user, token) == (b"titel", None)


def test_a_file_waits_an_hour():
    user = UserFactory()
    with time_machine.travel("2026-11-26T12:00:00Z", tick=False) as clock:
        token = waiting_files.keep("ideas", user, b"titel")
        clock.shift(waiting_files.WAIT_SECONDS + 1)
        assert waiting_files.take("ideas", user, token) is None


def test_what_nobody_came_back_for_is_deleted_at_night(settings):
    settings.CACHES = {"default": base.CACHES["default"]}
    with time_machine.travel("2026-11-26T12:00:00Z", tick=False) as clock:
        waiting_files.keep("ideas", UserFactory(), b"titel")
        cache.set("længe", 1, 60 * 60 * 24)
        clock.shift(waiting_files.WAIT_SECONDS + 1)
        tasks.clear_cache_table.call()
        with connection.cursor() as cursor:
            cursor.execute("SELECT cache_key FROM cache")
            assert cursor.fetchall() == [(cache.make_key("længe"),)]
