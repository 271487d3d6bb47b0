"""Somebody is given all that is kept of them, and nothing that is another's."""

import csv
import io
import json
import zipfile
from io import StringIO

from django.core.management import CommandError, call_command

from wagtail.models import ModelLogEntry

import pytest

from .conftest import EMAIL

pytestmark = pytest.mark.django_db


@pytest.fixture
def path(person, tmp_path):
    path = tmp_path / "person.zip"
    call_command("gdpr", "export", EMAIL, "--to", str(path), stdout=StringIO())
    return path


def test_it_has_all_that_is_theirs_and_no_key(path):
    with zipfile.ZipFile(path) as archive:
        files = {name: archive.read(name) for name in archive.namelist()}
    told = json.loads(files["personoplysninger.json"])
    rows = {}
    for entry in told["gemt"]:
        assert entry["formål"] and entry["grundlag"] and entry["gemmes"]
        rows.setdefault(entry["hvad"], []).extend(entry["rækker"])
    for label, count in {
        "users.User": 1, "account.EmailAddress": 2, "libraries.Membership": 1,
        "libraries.Invitation": 2, "assets.Basket": 2, "assets.FileVersion": 1,
        "assets.Asset": 1, "assets.SavedSearch": 1, "campaigns.SentIdea": 1,
        "wagtailcore.Comment": 1, "wagtailcore.Page": 1, "wagtailcore.Revision": 2,
        "sessions.Session": 1, "mfa.Authenticator": 1, "home.AccessibilityReport": 1,
        "assets.ShareRequest": 1,
    }.items():  # fmt: skip
        assert len(rows[label]) == count, label
        assert len(list(csv.reader(_text(files[f"{label}.csv"]), delimiter=";"))) == (
            count + 1
        )
    assert rows["mail.Message"] and rows["wagtailcore.ModelLogEntry"]
    assert rows["users.User"][0]["email"] == EMAIL
    assert any(place["tabel"] == "campaigns.CampaignPage" for place in told["steder"])
    assert files["profilbillede.png"] == b"billede"
    whole = b"".join(files.values()).decode(errors="replace")
    # Whose secrets and whose names are not theirs.
    for hidden in (
        "argon2", "md5$", '"secret"', "Else Sommer", "Ida Berg", "ny@tema.example",
    ):  # fmt: skip
        assert hidden not in whole


def _text(data: bytes) -> io.StringIO:
    return io.StringIO(data.decode("utf-8-sig"))


def test_only_its_owner_may_read_it_and_the_history_knows(path):
    assert path.stat().st_mode & 0o077 == 0
    assert ModelLogEntry.objects.filter(action="users.person_exported").exists()


def test_nothing_is_written_over(path):
    with pytest.raises(CommandError, match="er der allerede"):
        call_command("gdpr", "export", EMAIL, "--to", str(path))


def test_where_it_cannot_be_written_another_place_is_asked_for(path):
    away = path / "person.zip"
    with pytest.raises(CommandError, match="Et andet sted vælges med --to"):
        call_command("gdpr", "export", EMAIL, "--to", str(away))


def test_nobody_is_said_to_be_nobody(db):
    with pytest.raises(CommandError, match="Der er ingen bruger"):
        call_command("gdpr", "export", "ingen@tema.example")
