"""What those who run the site see: names of requests, figures, and logs."""

import io
import json
import logging

from django.http import HttpResponse
from django.test import RequestFactory

import pytest
from hypothesis import given
from hypothesis import strategies as st
from prometheus_client.parser import text_string_to_metric_families
from structlog.contextvars import get_contextvars

from cms.reporting import without_people
from core import jobs
from core.operations.logs import json_lines, without_secrets
from core.operations.requests import RequestMiddleware
from core.page_cache.shelf import KeptPage
from tests.core import job_samples
from tests.web import answer, head, line, web_server

KEY = "n" * 40
NAME = "0123456789abcdef" * 2


@pytest.fixture
def log(request):
    """A logger as production has it, and the lines that it has written."""
    out = io.StringIO()
    handler = logging.StreamHandler(out)
    handler.setFormatter(json_lines())
    logger = logging.getLogger(getattr(request, "param", "assets.prøve"))
    logger.addHandler(handler)
    yield logger, lambda: [json.loads(line) for line in out.getvalue().splitlines()]
    logger.removeHandler(handler)


def test_a_line_says_when_who_and_what(log):
    logger, lines = log
    logger.warning("Filen %s mangler", "plakat.pdf")
    (line,) = lines()
    assert line.pop("timestamp").endswith("Z")
    assert line == {
        "event": "Filen plakat.pdf mangler",
        "level": "warning",
        "logger": "assets.prøve",
    }


def test_a_line_says_which_request_it_came_from(log):
    logger, lines = log

    def view(request):
        logger.warning("noget")
        return HttpResponse()

    response = RequestMiddleware(view)(RequestFactory().get("/"))
    assert lines()[0]["request_id"] == response["X-Request-ID"]
    assert not get_contextvars()


def test_an_error_is_told_elsewhere_without_people():
    said = "Key (email)=(else@bibliotek.dk) already exists"
    share = f"/del/{'Ab3' * 14}/"
    event = {
        "exception": {"values": [{"type": "ValueError", "value": said}]},
        "logentry": {"message": "%s fejlede", "params": [share]},
        "request": {"method": "POST", "url": f"https://tema.example{share}"},
        "user": {"id": "7"},
    }
    assert without_people(event, {}) == {
        "exception": {
            "values": [
                {"type": "ValueError", "value": "Key (email)=(…) already exists"}
            ]
        },
        "logentry": {"message": "%s fejlede", "params": ["/del/…/"]},
        "request": {"method": "POST"},
    }


def test_an_error_is_one_line_with_its_way_and_without_its_secrets(log):
    logger, lines = log
    try:
        raise ValueError("Key (email)=(else@bibliotek.dk) already exists")
    except ValueError:
        logger.exception("galt")
    (line,) = lines()
    assert "test_operations.py" in line["exception"]
    assert "else@" not in line["exception"]


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("til else.sommer@bibliotek.dk i dag", "til … i dag"),
        ("?email=else%40bibliotek.dk", "?email=…"),
        ("postgres://site:hemmelig@db/site", "postgres://site:…@db/site"),
        ("/a.pdf?X-Amz-Signature=0f3c&x=1", "/a.pdf?X-Amz-Signature=…&x=1"),
        ("X-Amz-Credential=AKIA/2026; x", "X-Amz-Credential=…; x"),
        ("Authorization: Bearer abc.def x", "Authorization: … x"),
        ("Cookie: __Host-sessionid=abc; a", "Cookie: …; a"),
        ("{'password': 'hemmelig', 'x': 1}", "{'password': …', 'x': 1}"),
        ("GET /del/Q3f8sK1mZp0Ld92bVx7Tn4/ 410", "GET /del/…/ 410"),
    ],
)
def test_what_opens_something_is_not_written(text, shown):
    assert without_secrets(text) == shown


@pytest.mark.parametrize(
    "text",
    [
        "/kampagner/stenalder-til-middelalder/byg-en-middelalderborg-i-minecraft/",
        "assets/8a0f7a1e-5f0c-4a59-9d5e-3a7c2d8b6f11/original",
        "Task assets.tasks.draw_preview will be tried again",
        "kl. 12:30: 3 filer",
    ],
)
def test_what_is_no_secret_stands(text):
    assert without_secrets(text) == text


@given(st.emails(), st.text(max_size=20), st.text(max_size=20))
def test_no_address_of_a_usual_kind_gets_through(address, before, after):
    name, _at, host = address.partition("@")
    if all(sign.isalnum() or sign in "._-+" for sign in name) and name.isascii():
        assert f"{name}@{host}" not in without_secrets(f"{before} {address} {after}")


@pytest.mark.django_db
@pytest.mark.parametrize("log", ["core.jobs"], indirect=True)
def test_a_line_says_which_task_it_came_from(log, settings):
    settings.TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend"}}
    job_samples.give_up.enqueue()
    jobs.run_queued("test")
    assert log[1]()[0]["task"] == "tests.core.job_samples.give_up"


def test_every_answer_has_a_name_of_its_own(client):
    first, second = client.get("/healthz"), client.get("/healthz")
    assert len(first["X-Request-ID"]) == 32
    assert first["X-Request-ID"] != second["X-Request-ID"]


@pytest.mark.parametrize(
    ("is_behind", "said", "is_taken"),
    [(True, NAME, True), (True, "x\ny", False), (False, NAME, False)],
)
def test_the_front_servers_name_is_taken_and_no_visitors(
    client, settings, is_behind, said, is_taken
):
    settings.BEHIND_NGINX = is_behind
    response = client.get("/healthz", headers={"X-Request-ID": said})
    assert (response["X-Request-ID"] == said) == is_taken


def figures(client) -> dict[tuple, float]:
    """Every figure by its name and labels."""
    response = client.get("/metrics", headers={"Authorization": f"Bearer {KEY}"})
    assert "no-store" in response["Cache-Control"]
    return {
        (sample.name, *sorted(sample.labels.items())): sample.value
        for family in text_string_to_metric_families(response.text)
        for sample in family.samples
    }


@pytest.fixture
def watched(db, settings, client):
    settings.METRICS_TOKEN = KEY
    return client


@pytest.mark.parametrize("said", ["", "Bearer ", f"Bearer {KEY[1:]}", f"Basic {KEY}"])
def test_without_the_key_there_are_no_figures(watched, said):
    response = watched.get("/metrics", headers={"Authorization": said})
    assert response.status_code == 404


def test_where_no_key_is_set_nobody_has_one(watched, settings):
    settings.METRICS_TOKEN = ""
    response = watched.get("/metrics", headers={"Authorization": "Bearer "})
    assert response.status_code == 404


def test_requests_are_counted_by_pattern(watched):
    labels = ("method", "GET"), ("route", "healthz"), ("status", "200")
    name = "temasamarbejde_request_seconds_count", *labels
    before = figures(watched).get(name, 0)
    watched.get("/healthz")
    assert figures(watched)[name] == before + 1


def test_strange_methods_make_no_figures_of_their_own(watched):
    watched.generic("BREW", "/healthz")
    methods = {dict(name[1:]).get("method") for name in figures(watched)}
    assert "BREW" not in methods


def test_what_waits_is_told(watched, settings):
    settings.TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend"}}
    before = figures(watched)[("temasamarbejde_tasks_waiting",)]
    job_samples.give_up.enqueue()
    assert figures(watched)[("temasamarbejde_tasks_waiting",)] == before + 1


def test_parts_are_told_as_readyz_has_them(watched):
    found = figures(watched)
    assert found[("temasamarbejde_part_well", ("part", "database"))] == 1


def test_no_kept_page_has_the_name_of_a_request():
    headers = [("X-Request-ID", NAME), ("Content-Type", "text/html")]
    kept = KeptPage.of("1", headers, b"side")
    assert "X-Request-ID" not in dict(kept.headers)


def test_all_processes_of_a_web_server_count_together(
    tmp_path, django_db_setup, django_db_blocker
):
    asks = head("GET", "/healthz", "Connection: close")
    key = head("GET", "/metrics", f"Authorization: Bearer {KEY}", "Connection: close")
    label = 'method="GET",route="healthz",status="200"'
    with (
        django_db_blocker.unblock(),
        web_server(tmp_path, "--workers", "2", METRICS_TOKEN=KEY) as port,
    ):
        for _time in range(6):
            answer(line(port, asks))
        said = [answer(line(port, key)) for _time in range(4)]
    assert all(f"_request_seconds_count{{{label}}} 6.0" in each for each in said)
