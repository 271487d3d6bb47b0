"""Two editors save the same asset: the second is told, nothing is written over."""

import re

from django.contrib.auth.models import Group

import pytest

from assets.versions.changes import restore
from libraries.roles import EDITORS
from tests.factories.assets import BARE_PDF, add_version, make_file
from tests.factories.users import UserFactory

from .posts import changed_asset, edit_url

pytestmark = pytest.mark.django_db


@pytest.fixture
def second(signed_in):
    user = UserFactory(name="Sanne Sen")
    user.groups.add(Group.objects.get(name=EDITORS))
    return signed_in(user)


def seen(response) -> str:
    return re.search(r'name="seen" value="([^"]*)"', response.text)[1]


def test_the_second_gets_both_values_and_may_insist(as_editor, second):
    asset = make_file(title="Plakat").asset
    url = edit_url(asset)
    stamp = seen(as_editor.get(url))
    second.post(url, changed_asset(asset, title="Sannes titel", seen=stamp))
    mine = changed_asset(asset, title="Min titel", seen=stamp)
    answer = as_editor.post(url, mine)
    asset.refresh_from_db()
    assert asset.title == "Sannes titel"
    for words in ("Sanne Sen har gemt", "nu ”Sannes titel”, din ”Min titel”"):
        assert words in answer.text
    assert as_editor.post(url, {**mine, "seen": seen(answer)}).status_code == 302
    asset.refresh_from_db()
    assert asset.title == "Min titel"


def test_one_who_saves_twice_is_not_in_their_own_way(as_editor):
    asset = make_file().asset
    url = edit_url(asset)
    for title in ("Første", "Anden"):
        posted = changed_asset(asset, title=title, seen=seen(as_editor.get(url)))
        assert as_editor.post(url, posted).status_code == 302


def test_a_form_sent_after_a_restore_does_not_undo_it(as_editor):
    file = make_file()
    first = file.current_version
    add_version(file, BARE_PDF + b"2")
    posted = changed_asset(file.asset, title="Ny titel")
    restore(first)
    assert as_editor.post(edit_url(file.asset), posted).status_code == 302
    file.refresh_from_db()
    assert file.current_version == first
