"""Every cell of the table in docs/features/delivery.md, tried at the door."""

import datetime
from pathlib import Path

from django.conf import settings
from django.utils import timezone

import pytest

from assets.models import Asset, FileVersion
from assets.permissions import Audience
from tests.factories.assets import AssetFileFactory, make_file
from tests.factories.users import UserFactory

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


def in_state(state: str, maker) -> str:
    """Make a file in ``state`` and return its id."""
    today = timezone.localdate()
    withdrawn = Asset.State.WITHDRAWN
    asset = {
        "published, for libraries": {"access": Audience.LIBRARY},
        "published, for editors": {"access": Audience.EDITOR},
        "draft": {"state": Asset.State.DRAFT},
        "withdrawn": {"state": withdrawn},
        "withdrawn, for editors": {"state": withdrawn, "access": Audience.EDITOR},
        "rights over": {"usable_until": today - DAY},
        "not yet started": {"usable_from": today + DAY},
    }.get(state, {})
    if state == "unknown id":
        return "zzzzzzzzzz"
    if state == "file without a version":
        return AssetFileFactory(asset__created_by=maker).public_id
    file = make_file(created_by=maker, **asset)
    if state.startswith("version "):
        value = state.removeprefix("version ")
        assert value in FileVersion.State.values
        file.versions.update(state=value)
    else:
        assert asset or state == "published, for all"
    return file.public_id


@pytest.fixture
def asker(request, role, signed_in):
    """The client of the person in ``role``, and who made the asset."""
    if role == "anonymous":
        return signed_in(), None
    if role == "no library":
        return signed_in(UserFactory()), None
    name = {"agency, own": "agency", "agency, other's": "agency"}.get(role)
    user = request.getfixturevalue(name or role.replace("library", "librarian"))
    return signed_in(user), user if role == "agency, own" else None


@pytest.mark.parametrize(("state", "role", "answer"), table())
def test_the_door_answers_as_the_table_says(state, role, answer, asker):
    client, maker = asker
    response = client.get(f"/m/{in_state(state, maker)}/")
    assert response.status_code == ANSWERS[answer]


def test_the_table_knows_every_state_of_a_version():
    states = {state for state, _role, _answer in table()}
    wanted = {f"version {value}" for value in FileVersion.State.values}
    assert wanted - states == {"version ready"}
