"""Share links as their receivers meet them, with time standing still."""

import datetime
import zipfile
from io import BytesIO

from django.core import mail
from django.db.models.functions import Now

import pytest
import time_machine
from django_tasks_db.models import DBTaskResult

from assets.models import Asset, Download, FileVersion, ShareEvent, ShareRequest
from assets.permissions import Audience
from assets.shares import keys
from assets.tasks import send_share_request
from core.jobs import MAX_ATTEMPTS, run_queued
from tests.factories.assets import BARE_PDF, make_file, make_share
from tests.factories.users import UserFactory
from tests.web import headers_of

pytestmark = pytest.mark.django_db
NOON = "2026-06-15T12:00:00+02:00"


@pytest.fixture(autouse=True)
def noon():
    with time_machine.travel(NOON, tick=False) as traveller:
        yield traveller


@pytest.fixture
def poster():
    return make_file(title="Plakat: Stenalderen", access=Audience.LIBRARY)


@pytest.fixture
def share(poster):
    maker = UserFactory(name="Ida Sand", email="ida@example.dk")
    return make_share(poster, created_by=maker, message="Tryk 200 stk.")


def here(share, *rest: str) -> str:
    return share.get_absolute_url() + "".join(rest)


def page(client, share) -> str:
    return client.get(here(share)).content.decode()


def what_happened(share) -> list[str]:
    return list(share.events.order_by("pk").values_list("kind", flat=True))


def test_the_receiver_sees_message_files_and_sizes_and_gets_no_cookie(client, share):
    response = client.get(here(share))
    for words in ("Til trykkeriet", "Tryk 200 stk.", "Plakat: Stenalderen", "Ida Sand"):
        assert words in response.content.decode()
    assert f"Hent det hele ({len(BARE_PDF)} byte)" in response.content.decode()
    assert not response.cookies
    assert response["Cache-Control"] == "private, no-store"
    assert response["Referrer-Policy"] == "no-referrer"
    assert response["X-Robots-Tag"] == "noindex, nofollow"


def test_one_file_leaves_by_the_door_and_is_noted_once(client, share, poster):
    response = client.get(here(share, poster.public_id, "/"))
    assert b"".join(response) == BARE_PDF
    assert response["Referrer-Policy"] == "no-referrer"
    assert Download.objects.get().version == poster.current_version
    event = ShareEvent.objects.get()
    assert (event.kind, event.version) == ("fetched", poster.current_version)


def test_the_link_opens_no_other_door(client, share, poster):
    other = make_file(access=Audience.LIBRARY)
    assert client.get(here(share, other.public_id, "/")).status_code == 404
    assert client.get(poster.get_absolute_url()).status_code == 302


def test_all_of_it_is_one_zip_with_the_terms(client, share):
    share.terms = "Kun til tryk."
    share.save()
    client.post(here(share), {"accepted": "on"})
    response = client.get(here(share, "alt.zip"))
    with zipfile.ZipFile(BytesIO(b"".join(response))) as package:
        assert "Kun til tryk." in package.read("LÆSMIG.txt").decode()
        assert package.read("Tryk/plakat-stenalderen/plakat.pdf") == BARE_PDF
    assert Download.objects.get().package.files == 1
    assert what_happened(share) == ["fetched_all"]


@pytest.mark.parametrize("method", ["head", "prefetch"])
def test_looking_ahead_is_not_noted(client, share, poster, method):
    headers = {"Sec-Purpose": "prefetch"} if method == "prefetch" else {}
    send = client.head if method == "head" else client.get
    for path in ("", f"{poster.public_id}/", "alt.zip"):
        send(here(share, path), headers=headers)
    assert what_happened(share) == []


def test_what_is_noted_tells_of_no_person():
    fields = {field.name for field in ShareEvent._meta.get_fields()}
    assert fields == {"id", "share", "kind", "version", "happened_at"}


@pytest.mark.parametrize(
    ("change", "status"),
    [
        ({"state": Asset.State.WITHDRAWN}, 410),
        ({"usable_until": datetime.date(2026, 6, 14)}, 410),
        ({"usable_from": datetime.date(2026, 6, 16)}, 404),
        ({"state": Asset.State.DRAFT}, 404),
    ],
)
def test_what_may_not_be_used_vanishes_at_once(client, share, poster, change, status):
    Asset.objects.update(**change)
    assert "Plakat: Stenalderen" not in page(client, share)
    assert client.get(here(share, poster.public_id, "/")).status_code == status
    assert client.get(here(share, "alt.zip"))["Location"] == here(share)


@pytest.mark.parametrize("state", [s for s in FileVersion.State.values if s != "ready"])
def test_a_version_that_is_not_ready_is_never_sent(client, share, poster, state):
    poster.versions.update(state=state)
    assert client.get(here(share, poster.public_id, "/")).status_code in (404, 410)
    assert not Download.objects.exists()


def test_a_wrong_token_answers_like_any_unknown_address(client, share):
    unknown = client.get("/findes-ikke/")
    for path in ("", "alt.zip", "mere-tid/", "abcdefghij/"):
        wrong = client.get(f"/del/{'a' * 24}/{path}")
        assert (wrong.status_code, wrong.content) == (404, unknown.content)
        assert headers_of(wrong) == headers_of(unknown)
    assert len(share.token) >= 22


@pytest.mark.parametrize(
    ("last_day", "now", "status"),
    [
        ("2026-06-20", "2026-06-20T23:59:59+02:00", 200),
        ("2026-06-20", "2026-06-21T00:00:00+02:00", 410),
        ("2026-12-20", "2026-12-20T23:59:59+01:00", 200),
        ("2026-12-20", "2026-12-21T00:00:00+01:00", 410),
        # The days on which the clock is changed.
        ("2026-10-25", "2026-10-25T23:59:59+01:00", 200),
        ("2026-10-25", "2026-10-26T00:00:00+01:00", 410),
        ("2026-10-24", "2026-10-25T00:00:00+02:00", 410),
        ("2027-03-28", "2027-03-28T23:59:59+02:00", 200),
        ("2027-03-28", "2027-03-29T00:00:00+02:00", 410),
    ],
)
def test_a_link_ends_at_midnight_danish_time(
    client, share, noon, last_day, now, status
):
    share.ends_on = datetime.date.fromisoformat(last_day)
    share.save()
    noon.move_to(datetime.datetime.fromisoformat(now))
    assert client.get(here(share)).status_code == status


def test_a_link_does_not_open_before_its_first_day(client, share, poster, noon):
    share.starts_on = datetime.date(2026, 6, 16)
    share.save()
    response = client.get(here(share))
    assert response.status_code == 403
    assert "Linket åbner" in response.content.decode()
    assert client.get(here(share, poster.public_id, "/")).status_code == 302
    noon.move_to(datetime.datetime.fromisoformat("2026-06-16T00:00:00+02:00"))
    assert client.get(here(share)).status_code == 200


def test_an_ended_link_says_whom_to_ask_and_can_be_extended(client, share, noon):
    noon.move_to(datetime.datetime.fromisoformat("2026-09-01T12:00:00+02:00"))
    response = client.get(here(share))
    assert response.status_code == 410
    assert "ida@example.dk" in response.content.decode()
    share.extend(7)
    assert share.ends_on == datetime.date(2026, 9, 8)
    assert client.get(here(share)).status_code == 200


def test_extended_before_its_end_it_lasts_longer(share):
    share.extend(30)
    assert share.ends_on == datetime.date(2026, 8, 14)


def test_a_revoked_link_is_shut_at_once(client, share, poster):
    share.revoke()
    assert client.get(here(share)).status_code == 410
    for path in (f"{poster.public_id}/", "alt.zip"):
        assert client.get(here(share, path))["Location"] == here(share)
    assert not Download.objects.exists()


@pytest.fixture
def locked(share):
    share.set_password("flint og rav")
    share.save()
    return share


def unlock(client, share, password="flint og rav", **headers):
    return client.post(here(share), {"password": password}, **headers)


def test_nothing_is_shown_before_the_password(client, locked, poster):
    response = client.get(here(locked))
    assert "Plakat: Stenalderen" not in response.content.decode()
    assert not response.cookies
    assert client.get(here(locked, poster.public_id, "/"))["Location"] == here(locked)
    assert client.get(here(locked, "alt.zip"))["Location"] == here(locked)
    assert what_happened(locked) == []


def test_the_password_opens_this_link_alone_for_half_a_day(
    client, locked, poster, noon
):
    other = make_share(poster, password="flint og rav")
    cookie = unlock(client, locked).cookies[keys.COOKIE]
    assert (cookie["path"], cookie["httponly"]) == (here(locked), True)
    assert "Plakat: Stenalderen" in page(client, locked)
    client.cookies[keys.COOKIE]["path"] = "/"
    assert "Plakat: Stenalderen" not in page(client, other)
    noon.shift(datetime.timedelta(hours=13))
    assert "Plakat: Stenalderen" not in page(client, locked)


def test_a_new_password_shuts_what_the_old_one_opened(client, locked):
    unlock(client, locked)
    locked.set_password("ravsmykke 8")
    locked.save()
    assert "Plakat: Stenalderen" not in page(client, locked)


def test_five_wrong_passwords_pause_the_link_for_a_quarter(client, locked, noon):
    for n in range(5):
        response = unlock(client, locked, "forkert", REMOTE_ADDR=f"10.0.0.{n}")
    assert (response.status_code, response["Retry-After"]) == (429, "900")
    assert "Vent 15 minutter" in response.content.decode()
    assert unlock(client, locked, REMOTE_ADDR="10.0.0.9").status_code == 429
    assert what_happened(locked) == ["paused"]
    noon.shift(datetime.timedelta(minutes=15, seconds=1))
    assert unlock(client, locked, REMOTE_ADDR="10.0.0.9").status_code == 302


def test_five_wrong_from_one_address_pause_it_on_every_link(client, poster):
    shares = [make_share(poster, password="flint og rav") for _n in range(6)]
    for share in shares[:5]:
        assert unlock(client, share, "forkert", REMOTE_ADDR="10.1.1.1").status_code in (
            422,
            429,
        )
    assert unlock(client, shares[5], REMOTE_ADDR="10.1.1.1").status_code == 429
    assert unlock(client, shares[5], REMOTE_ADDR="10.1.1.2").status_code == 302


def test_a_missing_password_is_asked_for_and_not_counted(client, locked):
    for _n in range(6):
        response = unlock(client, locked, "")
    assert response.status_code == 422
    assert "Skriv adgangskoden" in response.content.decode()


def test_terms_are_accepted_first(client, share):
    share.terms = "Kun til tryk."
    share.save()
    assert "Kun til tryk." in page(client, share)
    refused = client.post(here(share), {})
    assert "Sæt kryds ved vilkårene" in refused.content.decode()
    assert client.post(here(share), {"accepted": "on"}).status_code == 302
    assert "Hent det hele" in page(client, share)


WISH = {"sender": "Per Tryk", "email": "per@tryk.example", "text": "En uge mere?"}


@pytest.fixture
def wish(client, django_capture_on_commit_callbacks):
    """Post a wish, and let the letter go when it is committed."""

    def post(share, **posted):
        with django_capture_on_commit_callbacks(execute=True):
            return client.post(here(share, "mere-tid/"), {**WISH, **posted})

    return post


def test_more_time_is_asked_of_the_maker_and_the_asker_forgotten(wish, share):
    share.revoke()
    response = wish(share, sender="Per\nBcc: alle@example.dk")
    assert "Dit ønske er sendt" in response.content.decode()
    [letter] = mail.outbox
    assert (letter.to, letter.reply_to) == (["ida@example.dk"], ["per@tryk.example"])
    assert "En uge mere?" in letter.body
    assert not ShareRequest.objects.exists()
    assert what_happened(share) == ["asked"]


def test_a_wish_outlives_a_mail_server_that_is_away(share, settings):
    settings.TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend"}}
    at_work = settings.EMAIL_BACKEND
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", 1
    wish = ShareRequest.objects.create(share=share, sender="Per", email=WISH["email"])
    send_share_request.enqueue(wish.pk)
    for _n in range(MAX_ATTEMPTS + 1):
        DBTaskResult.objects.update(run_after=Now(), enqueued_at=Now())
        run_queued("worker")
    assert ShareRequest.objects.exists()
    settings.EMAIL_BACKEND = at_work
    DBTaskResult.objects.update(run_after=Now())
    run_queued("worker")
    assert [letter.reply_to for letter in mail.outbox] == [[WISH["email"]]]
    assert not ShareRequest.objects.exists()


@pytest.mark.parametrize("bad", [{"email": "per"}, {"sender": ""}])
def test_a_bad_wish_is_shown_again_with_what_was_written(wish, share, bad):
    share.revoke()
    response = wish(share, **bad)
    assert response.status_code == 422
    assert "En uge mere?" in response.content.decode()


def test_three_wishes_an_hour(wish, share, noon):
    share.revoke()
    answers = [wish(share).status_code for _n in range(4)]
    assert answers == [200, 200, 200, 429]
    assert len(mail.outbox) == 3
    noon.shift(datetime.timedelta(minutes=61))
    assert wish(share).status_code == 200


def test_an_open_link_takes_no_wishes(wish, share):
    assert wish(share)["Location"] == here(share)
    assert not mail.outbox


def test_a_link_costs_the_same_however_many_files(
    client, django_assert_max_num_queries
):
    share = make_share(*(make_file() for _n in range(6)))
    page(client, share)
    with django_assert_max_num_queries(14):
        page(client, share)
