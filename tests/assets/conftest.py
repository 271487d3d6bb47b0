"""The people whom the door knows apart."""

import uuid

from django.contrib.auth.models import Group
from django.test import Client

import pytest

from libraries.roles import AGENCY, EDITORS
from tests.factories.libraries import MembershipFactory
from tests.factories.users import UserFactory
from tests.s3 import point_at


def person_in(group: str):
    user = UserFactory()
    user.groups.add(Group.objects.get(name=group))
    return user


@pytest.fixture
def editor(db):
    return person_in(EDITORS)


@pytest.fixture
def agency(db):
    return person_in(AGENCY)


@pytest.fixture
def membership(db):
    return MembershipFactory()


@pytest.fixture
def librarian(membership):
    return membership.user


@pytest.fixture
def signed_in(db):
    """Make a client for a person; without one, for a stranger."""

    def make(user=None) -> Client:
        client = Client()
        if user:
            client.force_login(user)
        return client

    return make


@pytest.fixture
def as_editor(signed_in, editor):
    return signed_in(editor)


@pytest.fixture
def as_agency(signed_in, agency):
    return signed_in(agency)


@pytest.fixture(params=["disk", "s3"])
def clean_storage(request, settings, tmp_path):
    """Disk or S3 with nothing in it but what the test puts there."""
    if request.param == "disk":
        point_at(
            settings, PRIVATE_ROOT=tmp_path / "private", MEDIA_ROOT=tmp_path / "public"
        )
        return
    server = request.getfixturevalue("s3")
    names = {
        name: f"{uuid.uuid4()}" for name in ("S3_BUCKET_PRIVATE", "S3_BUCKET_PUBLIC")
    }
    for name in names.values():
        server.client().create_bucket(Bucket=name)
    point_at(settings, **names)
