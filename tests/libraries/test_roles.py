from django.contrib.auth.models import Group

from wagtail.models import GroupApprovalTask

import pytest

from libraries.roles import (
    AGENCY,
    COORDINATORS,
    EDITORS,
    ensure_groups,
    replace_wagtails_groups,
)
from tests.factories.users import UserFactory

pytestmark = [pytest.mark.django_db, pytest.mark.one_database]


def person_in(name):
    user = UserFactory()
    user.groups.add(Group.objects.get(name=name))
    return user


def test_the_groups_are_there_after_migrating():
    for name in (EDITORS, AGENCY, COORDINATORS):
        assert person_in(name).has_perm("wagtailadmin.access_admin")


def test_only_coordinators_change_the_registers():
    assert person_in(COORDINATORS).has_perm("libraries.change_library")
    assert not person_in(EDITORS).has_perm("libraries.change_library")
    assert person_in(EDITORS).has_perm("libraries.view_library")
    assert not person_in(AGENCY).has_perm("libraries.view_library")


def test_the_agency_publishes_no_pages():
    group = Group.objects.get(name=AGENCY)
    assert not group.page_permissions.exists()
    granted = {
        grant.permission.codename for grant in group.collection_permissions.all()
    }
    assert granted == {"add_asset", "add_image"}


def test_running_again_adds_nothing_and_takes_nothing():
    group = Group.objects.get(name=AGENCY)
    extra = Group.objects.get(name=COORDINATORS).permissions.last()
    group.permissions.add(extra)
    before = [
        (g.permissions.count(), g.page_permissions.count()) for g in Group.objects.all()
    ]
    ensure_groups()
    assert before == [
        (g.permissions.count(), g.page_permissions.count()) for g in Group.objects.all()
    ]


def test_every_approval_asks_a_group_that_people_are_in():
    for task in GroupApprovalTask.objects.all():
        names = set(task.groups.values_list("name", flat=True))
        assert names == {EDITORS, COORDINATORS}


def test_a_group_of_wagtails_that_is_used_is_left_alone():
    group = Group.objects.create(name="Moderators")
    task = GroupApprovalTask.objects.create(name="Aftalt")
    task.groups.add(group)
    UserFactory().groups.add(group)
    replace_wagtails_groups()
    assert list(task.groups.all()) == [group]
