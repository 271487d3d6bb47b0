"""Who runs the site is told when copies are not made, and not tried."""

import datetime
import math

import pytest
import time_machine

from core.models import Upkeep
from core.operations.metrics import GAUGES
from core.operations.upkeep import Chore, note_done

pytestmark = [pytest.mark.django_db, pytest.mark.one_database]
HOUR = 60 * 60
DAY = 24 * HOUR


@pytest.fixture
def clock():
    with time_machine.travel("2026-11-12 03:00:00+01:00", tick=False) as clock:
        yield clock


def told(client) -> str:
    response = client.get("/readyz")
    assert response.status_code == 200
    return response.json()["copies"]


def test_where_no_copies_are_made_nobody_is_told(client, admin_client):
    assert told(client) == "ok"
    assert "sikkerhedskopi" not in admin_client.get("/admin/").text


def test_where_they_are_expected_the_first_is_missed(
    client, admin_client, editor_client, settings
):
    settings.BACKUPS_EXPECTED = True
    assert told(client) == "last backup: never"
    front = admin_client.get("/admin/").text
    assert "Der er aldrig taget en sikkerhedskopi" in front
    assert "Det er aldrig prøvet at gendanne sitet fra en kopi" in front
    assert "sikkerhedskopi" not in editor_client.get("/admin/").text
    assert GAUGES["backup_age_seconds"][1]() == math.inf


def test_a_copy_is_late_after_twenty_six_hours(client, admin_client, clock):
    note_done(Chore.BACKUP)
    note_done(Chore.RESTORE)
    clock.shift(26 * HOUR)
    assert told(client) == "ok"
    assert GAUGES["backup_age_seconds"][1]() == 26 * HOUR
    clock.shift(1)
    assert told(client) == "last backup: 26 hours ago"
    front = admin_client.get("/admin/").text
    assert "Den seneste sikkerhedskopi er fra 12. november 2026" in front
    assert "gendanne" not in front
    note_done(Chore.BACKUP)
    assert told(client) == "ok"


def test_a_copy_is_to_be_restored_within_ninety_days(client, admin_user, clock):
    note_done(Chore.RESTORE)
    clock.shift(90 * DAY)
    note_done(Chore.BACKUP)
    assert told(client) == "ok"
    clock.shift(1)
    assert told(client) == f"last restore: {90 * 24} hours ago"
    client.force_login(admin_user)
    front = client.get("/admin/").text
    assert "Det er sidst prøvet at gendanne sitet 12. november 2026" in front


def test_an_older_note_does_not_put_a_newer_one_back(clock):
    note_done(Chore.RESTORE)
    newest = Upkeep.objects.get().done_at
    note_done(Chore.RESTORE, newest - datetime.timedelta(days=7))
    assert Upkeep.objects.get().done_at == newest
