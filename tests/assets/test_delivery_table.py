"""Every cell of the table in docs/features/delivery.md, tried at the door."""

import datetime
from pathlib import Path

from django.conf import settings
from django.utils import timezone

from wagtail.models import Collection

import pytest

from assets.models import Asset, CollectionAccess, FileVersion
from assets.permissions import Audience
from tests.factories.assets import AssetFileFactory, make_file
from tests.factories.users import UserFactory

pytestmark = pytest.mark.one_database

DOCUMENT = Path(settings.BASE_DIR, "docs/features/delivery.md")
ANSWERS = {"sign in": 302, "200": 200, "403": 403, "404": 404, "410": 410}
DAY = datetime.timedelta(days=1)


def table() -> list[tuple[str, str, str]]:
    """Return (state, role, answer) for each cell."""
    lines = DOCUMENT.read_text().split("| state |", 1)[1].split("\n\n", 1)[0]
    rows = [
        [cell.strip() for cell in line.strip("|").split("|")]
        for line in lines.splitlines()
    ]
    roles = [role for role in rows[0] if role]
    return [
        (state, role, answer)
        for state, *answers in rows[2:]
        for role, answer in zip(roles, answers, strict=True)
    ]


def collection_for(access: Audience, library) -> Collection:
    """A collection below one with a least access, which names ``library``."""
    above = Collection.get_first_root_node().add_child(name="Lukket")
    rule = CollectionAccess.objects.create(collection=above, access=access)
    if library:
        rule.libraries.add(library)
    return above.add_child(name="Under")


def in_state(state: str, maker, library) -> str:
    """Make a file in ``state`` and return its id; ``library`` is the one named."""
    today = timezone.localdate()
    withdrawn = Asset.State.WITHDRAWN
    asset = {
        "published, for libraries": {"access": Audience.LIBRARY},
        "published, for named libraries": {"access": Audience.NAMED},
        "published, for editors": {"access": Audience.EDITOR},
        "draft": {"state": Asset.State.DRAFT},
        "withdrawn": {"state": withdrawn},
        "withdrawn, for editors": {"state": withdrawn, "access": Audience.EDITOR},
        "withdrawn, for named libraries": {
            "state": withdrawn,
            "access": Audience.NAMED,
        },
        "consent over": {"consent_until": today - DAY},
        "rights over": {"usable_until": today - DAY},
        "not yet started": {"usable_from": today + DAY},
    }.get(state, {})
    if state == "unknown id":
        return "zzzzzzzzzz"
    if state == "file without a version":
        return AssetFileFactory(asset__created_by=maker).public_id
    if state.startswith("open, in a collection for "):
        word = state.removeprefix("open, in a collection for ")
        access = {
            "libraries": Audience.LIBRARY,
            "named libraries": Audience.NAMED,
            "editors": Audience.EDITOR,
        }[word]
        asset = {"collection": collection_for(access, library)}
    file = make_file(created_by=maker, **asset)
    if library:
        file.asset.named_libraries.add(library)
    if state.startswith("version "):
        value = state.removeprefix("version ")
        assert value in FileVersion.State.values
        file.versions.update(state=value)
    else:
        assert asset or state == "published, for all"
    return file.public_id


@pytest.fixture
def asker(request, role, signed_in):
    """The client of the person in ``role``, who made the asset, whom it names."""
    if role == "anonymous":
        return signed_in(), None, None
    if role == "no library":
        return signed_in(UserFactory()), None, None
    if role == "named library":
        membership = request.getfixturevalue("membership")
        return signed_in(membership.user), None, membership.library
    name = {"agency, own": "agency", "agency, other's": "agency"}.get(role)
    user = request.getfixturevalue(name or role.replace("library", "librarian"))
    return signed_in(user), user if role == "agency, own" else None, None


@pytest.mark.parametrize(("state", "role", "answer"), table())
def test_the_door_answers_as_the_table_says(state, role, answer, asker):
    client, maker, library = asker
    response = client.get(f"/m/{in_state(state, maker, library)}/")
    assert response.status_code == ANSWERS[answer]


def test_the_table_knows_every_state_of_a_version():
    states = {state for state, _role, _answer in table()}
    wanted = {f"version {value}" for value in FileVersion.State.values}
    assert wanted - states == {"version ready"}
