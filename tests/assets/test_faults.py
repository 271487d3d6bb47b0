"""What people meet, and what is kept, while the storage before them breaks."""

import datetime
import hashlib
import random
import urllib.error
from io import BytesIO

from django.urls import reverse
from django.utils import timezone

import pytest
from botocore.config import Config
from django_tasks_db.models import DBTaskResult, get_date_max

from assets import begun_objects, storages
from assets.models import Asset, FileVersion, Upload
from assets.storages import STORAGE_ERRORS, private_storage
from assets.tasks import check_upload
from assets.uploads import store
from core.jobs import claim, run
from tests.factories.assets import BARE_PDF, AssetFileFactory, make_file
from tests.faults import Fault, fault_proxy
from tests.s3 import point_at

from .intake.sending import begin, make_drop, pdf_bytes, post, send, send_part
from .objects import stored_objects
from .posts import changed_asset, edit_url, new_asset, upload, upload_errors
from .test_delivery_s3 import ask

pytestmark = [pytest.mark.django_db, pytest.mark.one_database]
S = FileVersion.State
AWAY = "Lageret svarer ikke"
SECOND = BARE_PDF + b"2"


@pytest.fixture
def proxy(s3, settings):
    """The proxy, between the site (and its browsers) and the server."""
    with fault_proxy(s3) as proxy:
        point_at(
            settings,
            S3_ENDPOINT_URL=proxy.endpoint_url,
            S3_PUBLIC_ENDPOINT_URL=proxy.endpoint_url,
        )
        yield proxy


@pytest.fixture
def break_all(proxy, settings, monkeypatch):
    """Let the proxy break what passes; a hang takes a second here, ten in the house."""

    def begin_to(fault: Fault, *methods: str) -> None:
        if fault is Fault.HANG:
            impatient = storages.CLIENT_CONFIG.merge(Config(read_timeout=1))
            monkeypatch.setattr(storages, "CLIENT_CONFIG", impatient)
            point_at(settings)
        proxy.break_all(fault, *methods)

    return begin_to


def fetched(client, file) -> str:
    """The SHA-256 of what the file's address gives."""
    status, content, _headers = ask(client.get(file.get_absolute_url())["Location"])
    assert status == 200
    return hashlib.sha256(content).hexdigest()


def send_stubbornly(client, drop, content: bytes, n: int) -> int:
    """Send as the page's script does, part by part until each is in."""
    answer = begin(client, drop, content, f"{n}.pdf", fingerprint=f"{n}")
    if answer.status_code != 201:
        return answer.status_code
    session = answer.json()
    try:
        send_part(client, session, content, 1)
    except urllib.error.HTTPError as error:
        return error.code
    return post(client, session["finish_url"]).status_code


def begun_keys() -> set[str]:
    return {begun.key for begun in private_storage().begun_objects(["assets"])}


def check_all() -> None:
    """Let a worker check what is in, and the time between its attempts pass."""
    while row := claim("worker", lowest_priority=check_upload.priority):
        run(row, "worker")
        DBTaskResult.objects.filter(status="READY").update(run_after=get_date_max())


def test_a_request_may_wait_for_one_timeout_and_one_connection():
    config = storages.CLIENT_CONFIG
    assert config.connect_timeout + config.read_timeout <= 15
    assert config.retries["total_max_attempts"] == 2


@pytest.mark.parametrize(
    "fault",
    [
        *(Fault.REFUSE, Fault.HANG, Fault.BUSY, Fault.SKEWED),
        *(Fault.CUT, Fault.LIE, Fault.FLIP),
    ],
    ids=lambda fault: fault.name,
)
def test_a_replacement_that_fails_keeps_the_old_bytes_served(
    proxy, break_all, as_editor, client, fault
):
    file = make_file()
    before = stored_objects()
    break_all(fault, "PUT")
    change = {"upload": upload(SECOND), "note": "rettet dato"}
    response = as_editor.post(edit_url(file.asset), changed_asset(file.asset, change))
    assert upload_errors(response).count(AWAY) == 1
    assert "rettet dato" in response.content.decode()
    assert proxy.broken
    # Storage still breaks whatever is written.
    assert fetched(client, file) == hashlib.sha256(BARE_PDF).hexdigest()
    assert file.versions.get().state == S.READY
    assert not file.version_changes.exists()
    assert stored_objects() == before


@pytest.mark.parametrize("fault", [Fault.REFUSE, Fault.HANG, Fault.BUSY])
def test_a_new_file_that_cannot_be_stored_keeps_the_form_and_makes_no_row(
    break_all, as_editor, fault
):
    break_all(fault)
    posted = new_asset(upload(), upload(SECOND), title="Ny plakat")
    response = as_editor.post(reverse("assets:add"), posted)
    assert AWAY in upload_errors(response)
    assert "Ny plakat" in response.content.decode()
    assert not Asset.objects.exists()


def test_a_request_waits_for_one_timeout_however_much_it_asks_for(
    proxy, break_all, as_editor
):
    break_all(Fault.HANG)
    as_editor.post(reverse("assets:add"), new_asset(upload(), upload(SECOND)))
    assert len(proxy.broken) == 1
    # Another request may try for itself.
    as_editor.post(reverse("assets:add"), new_asset(upload()))
    assert len(proxy.broken) == 2


def test_after_five_timeouts_nobody_waits_until_one_has_tried(proxy, break_all, client):
    address = make_file().get_absolute_url()
    break_all(Fault.HANG)
    for _n in range(7):
        assert client.get(address).status_code == 503
    assert len(proxy.broken) == 5


@pytest.mark.parametrize("fault", [Fault.REFUSE, Fault.HANG, Fault.BUSY])
def test_a_drop_while_storage_breaks_is_told_so_and_goes_on_afterwards(
    proxy, break_all, as_agency, agency, fault
):
    drop = make_drop(agency)
    break_all(fault)
    answer = begin(as_agency, drop, pdf_bytes(), "plakat.pdf")
    assert (answer.status_code, AWAY in answer.json()["error"]) == (503, True)
    assert not Upload.objects.exists()

    proxy.mend()
    session = begin(as_agency, drop, pdf_bytes(), "plakat.pdf").json()
    send_part(as_agency, session, pdf_bytes(), 1)
    break_all(fault)
    assert post(as_agency, session["finish_url"]).status_code == 503
    assert not FileVersion.objects.exists()
    proxy.mend()
    assert post(as_agency, session["finish_url"]).status_code == 200


def test_slow_down_on_a_third_of_all_calls_stops_no_file(
    proxy, as_agency, agency, settings
):
    settings.TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend"}}
    dice = random.Random(20261126)
    proxy.fault_of = lambda method, path: Fault.BUSY if dice.random() < 0.3 else None
    drop = make_drop(agency)
    for n in range(6):
        content = pdf_bytes(f"Fil {n}")
        # The page's script asks again until it is told 200 or refused.
        while (answer := send_stubbornly(as_agency, drop, content, n)) != 200:
            assert answer == 503
    check_all()
    assert proxy.broken
    assert {v.state for v in FileVersion.objects.all()} == {S.READY}
    assert FileVersion.objects.count() == 6


@pytest.mark.parametrize("way", ["lost", "flipped"])
def test_a_part_that_storage_lost_or_changed_is_never_ready(
    proxy, as_agency, agency, way, django_capture_on_commit_callbacks
):
    proxy.break_all(Fault.LIE if way == "lost" else Fault.FLIP, "PUT")
    with django_capture_on_commit_callbacks(execute=True):
        answer = send(as_agency, make_drop(agency), pdf_bytes())
    if way == "lost":
        assert (answer.status_code, answer.json()["code"]) == (409, "parts")
        assert not FileVersion.objects.exists()
    else:
        version = FileVersion.objects.get()
        assert version.state == S.REJECTED
        assert "kom ikke helt frem" in version.reason


def test_an_object_that_storage_says_it_joined_and_did_not_is_sent_again(
    proxy, as_agency, agency
):
    session = begin(as_agency, make_drop(agency), pdf_bytes(), "p.pdf").json()
    send_part(as_agency, session, pdf_bytes(), 1)
    proxy.break_all(Fault.LIE, "POST")
    assert post(as_agency, session["finish_url"]).status_code in (409, 503)
    assert not FileVersion.objects.exists()
    proxy.mend()
    assert post(as_agency, session["finish_url"]).status_code == 200


def test_parts_that_are_cut_leave_no_object_and_after_the_sweep_nothing(proxy):
    file, before, begun = AssetFileFactory(), stored_objects(), begun_keys()

    def fault_of(method, path):
        if method == "PUT" and "partNumber=2" in path:
            return Fault.CUT
        # Nor can what was begun be given up.
        return Fault.REFUSE if method == "DELETE" else None

    proxy.fault_of = fault_of
    with pytest.raises(STORAGE_ERRORS):
        store(BytesIO(BARE_PDF + bytes(9 * 1024**2)), "plakat.pdf", target=file)
    proxy.mend()
    assert stored_objects() == before
    assert len(begun_keys() - begun) == 1
    begun_objects.sweep(timezone.now() + datetime.timedelta(minutes=5))
    assert not begun_keys()
    assert not file.versions.exists()


def test_an_object_that_was_cut_is_503_not_half_a_file(client, s3):
    file = make_file()
    s3.client().put_object(
        Bucket=s3.private_bucket, Key=file.current_version.key, Body=BARE_PDF[:9]
    )
    response = client.get(file.get_absolute_url())
    assert (response.status_code, response["Retry-After"]) == (503, "30")
