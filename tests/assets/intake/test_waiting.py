"""Files that wait for a scanner or a storage that is away are told of."""

import datetime

from django.urls import reverse
from django.utils import timezone

import pytest

from assets.models import Upload

from ..zip_samples import packed
from .sending import make_drop, pdf_bytes, send

pytestmark = [pytest.mark.django_db, pytest.mark.one_database]
WORDS = "1 fil har ventet over et kvarter på at blive tjekket."


@pytest.fixture(params=["plakat.pdf", "pakke.zip"])
def waiting(request, as_agency, agency):
    """A file, or a zip to unpack, that came in and that no worker has looked at."""
    is_zip = request.param.endswith(".zip")
    content = packed(("a.pdf", pdf_bytes())) if is_zip else pdf_bytes()
    send(as_agency, make_drop(agency, unpacks=True), content, request.param)
    return Upload.objects.get()


def age(upload: Upload, minutes: int) -> None:
    upload.received_at = timezone.now() - datetime.timedelta(minutes=minutes)
    upload.save()


def test_a_quarter_of_an_hour_is_waited_in_silence(client, waiting, as_editor):
    age(waiting, 14)
    assert WORDS not in as_editor.get(reverse("wagtailadmin_home")).text
    assert client.get("/readyz").json()["uploads"] == "ok"


def test_editors_and_the_sender_see_it(waiting, as_editor, as_agency):
    age(waiting, 16)
    for client in (as_editor, as_agency):
        assert WORDS in client.get(reverse("wagtailadmin_home")).text
        assert client.get(reverse("drops:states")).json()["late"] == WORDS


def test_another_at_the_agency_does_not(waiting, agency_client):
    age(waiting, 16)
    assert WORDS not in agency_client.get(reverse("wagtailadmin_home")).text
    assert agency_client.get(reverse("drops:states")).json()["late"] == ""


def test_whoever_watches_is_told_and_the_site_stays_up(client, waiting):
    age(waiting, 16)
    response = client.get("/readyz")
    assert "1 files have waited" in response.json()["uploads"]
    assert (response.status_code, response.json()["ready"]) == (200, True)


def test_nothing_is_said_once_it_is_settled(client, waiting):
    age(waiting, 16)
    waiting.own_state = "rejected"
    if waiting.version:
        waiting.version.state = "ready"
        waiting.version.save()
    waiting.save()
    assert client.get("/readyz").json()["uploads"] == "ok"
