"""``make run`` as a person meets it: real processes, ports, folders and signals."""

import json
import os
import signal
import socket
import stat
import subprocess
import sys
import urllib.request

from django.contrib.auth import get_user_model

import pytest

from cms.settings import base
from core.demo import DEMO_PEOPLE
from core.processes import free_port
from tests.processes import ROOT, process, wait_until

RUN = "bin/run.py"


def refused(**environment: str) -> str:
    """What the launcher says as it refuses to start."""
    done = subprocess.run(
        [sys.executable, RUN],
        cwd=ROOT,
        env={**os.environ, **environment},
        capture_output=True,
        text=True,
        timeout=60,
    )
    assert done.returncode != 0
    return done.stderr


def children_of(pid: int) -> dict[str, int]:
    """The processes that one has started, by what they are."""
    said = subprocess.run(
        ["ps", "--ppid", str(pid), "-o", "pid=,args="], capture_output=True, text=True
    ).stdout
    found = {}
    for line in said.splitlines():
        number, command = line.split(None, 1)
        found["web" if "gunicorn" in command else "worker"] = int(number)
    return found


def is_alive(pid: int) -> bool:
    """Whether it still runs; one that nobody has buried yet is dead all the same."""
    said = subprocess.run(["ps", "-o", "stat=", "-p", str(pid)], capture_output=True)
    return said.stdout.strip()[:1] not in (b"", b"Z")


@pytest.fixture
def site(transactional_db, tmp_path):
    """The site on the suite's database, with a demo person in it and so not empty."""
    email = next(iter(DEMO_PEOPLE))
    get_user_model().objects.create_user(email=email, password="glemt-for-længst")
    port = str(free_port())
    said = tmp_path / "said.txt"
    with process(RUN, var=tmp_path, PORT=port) as launcher:
        wait_until(
            lambda: "Adgangskode" in said.read_text() or launcher.poll() is not None,
            "the site came up",
        )
        assert launcher.poll() is None, said.read_text()
        yield launcher, f"http://127.0.0.1:{port}", said
        if launcher.poll() is None:
            launcher.terminate()
            launcher.wait(30)


with_site = pytest.mark.django_db(transaction=True)


def ends_whole(launcher, number: int) -> bool:
    """Whether it ends well when it is told to, and leaves nothing behind."""
    children = children_of(launcher.pid)
    assert set(children) == {"web", "worker"}
    launcher.send_signal(number)
    return launcher.wait(30) == 0 and not any(map(is_alive, children.values()))


@with_site
def test_run_serves_the_site_and_leaves_nothing_behind(site):
    launcher, address, said = site
    with urllib.request.urlopen(f"{address}/readyz") as answer:
        assert json.load(answer)["ready"] is True
    assert ends_whole(launcher, signal.SIGTERM)
    assert address in said.read_text()


@pytest.mark.one_database
@with_site
@pytest.mark.parametrize("victim", ["web", "worker"])
def test_when_one_process_dies_the_other_ends_and_it_is_told(site, victim):
    launcher, address, said = site
    children = children_of(launcher.pid)
    os.kill(children[victim], signal.SIGKILL)
    assert launcher.wait(30) == 1
    assert not any(is_alive(pid) for pid in children.values())
    name = {"web": "webserveren", "worker": "arbejderen"}[victim]
    assert f"Stop: {name} gik ned" in said.read_text()


@pytest.mark.one_database
@with_site
def test_a_launcher_that_is_killed_takes_its_processes_along(site):
    launcher, *_ = site
    children = children_of(launcher.pid)
    launcher.kill()
    launcher.wait()
    wait_until(
        lambda: not any(is_alive(pid) for pid in children.values()), "both ended"
    )


@pytest.mark.one_database
@with_site
def test_the_password_is_made_once_and_kept_private(site, tmp_path, settings):
    launcher, _address, said = site
    kept = tmp_path / "demo-password"
    assert stat.S_IMODE(kept.stat().st_mode) == 0o600
    password = kept.read_text().strip()
    assert f"Adgangskode for dem alle: {password}" in said.read_text()
    # The person had another one: what is printed is what works. The site hashes as in
    # production, the suite does not.
    settings.PASSWORD_HASHERS = base.PASSWORD_HASHERS
    person = get_user_model().objects.get(email=next(iter(DEMO_PEOPLE)))
    assert person.check_password(password)
    # And Ctrl-C ends it as well as SIGTERM does.
    assert ends_whole(launcher, signal.SIGINT)


def test_a_taken_port_is_told_in_one_line(tmp_path):
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = str(taken.getsockname()[1])
        said = refused(PORT=port, VAR=str(tmp_path))
    assert said == f"Stop: port {port} er optaget; vælg en anden: make run PORT=8001\n"


@pytest.mark.parametrize("port", ["otte", "0", "99999", "-1"])
def test_a_port_that_is_none_is_told_in_one_line(tmp_path, port):
    said = refused(PORT=port, VAR=str(tmp_path))
    assert said == f"Stop: PORT={port} er ikke et portnummer.\n"


def test_a_folder_that_cannot_be_written_is_told_in_one_line(tmp_path):
    (tmp_path / "file").touch()
    folder = str(tmp_path / "file" / "var")
    said = refused(PORT=str(free_port()), VAR=folder)
    assert said == f"Stop: kan ikke skrive i mappen {folder} (Not a directory).\n"


def test_the_port_and_the_folder_stand_in_the_file(tmp_path):
    (tmp_path / "file").touch()
    settings = tmp_path / ".env"
    settings.write_text(f"PORT=otte # eksempel\nexport VAR='{tmp_path}/file/var'\n")
    said = refused(ENV_FILE=str(settings), PORT="", VAR="")
    assert said == "Stop: PORT=otte er ikke et portnummer.\n"
    said = refused(ENV_FILE=str(settings), PORT=str(free_port()), VAR="")
    assert said.startswith(f"Stop: kan ikke skrive i mappen {tmp_path}/file/var ")


@pytest.mark.one_database
@with_site
def test_the_file_says_where_and_the_environment_wins(transactional_db, tmp_path):
    email = next(iter(DEMO_PEOPLE))
    get_user_model().objects.create_user(email=email, password="glemt-for-længst")
    settings, said, port = tmp_path / ".env", tmp_path / "said.txt", str(free_port())
    settings.write_text(
        f"PORT={port}\nVAR={tmp_path}/somewhere\nBASE_URL=http://tema.example\n"
    )
    with process(RUN, var=tmp_path, said=said, ENV_FILE=str(settings), VAR="") as it:
        wait_until(
            lambda: "Adgangskode" in said.read_text() or it.poll() is not None,
            "the site came up",
        )
        address = f"http://127.0.0.1:{port}/robots.txt"
        assert it.poll() is None, said.read_text()
        with urllib.request.urlopen(address) as answer:
            assert "http://tema.example/sitemap.xml" in answer.read().decode()
        it.terminate()
        assert it.wait(30) == 0
    assert (tmp_path / "somewhere" / "demo-password").exists()


def test_an_old_python_is_told_in_one_line():
    said = subprocess.run(
        [
            sys.executable,
            "-c",
            "import sys; sys.version_info = (3, 9, 1);"
            "sys.path.insert(0, 'bin'); import run; run.main()",
        ],
        cwd=ROOT,
        capture_output=True,
        text=True,
    )
    assert said.returncode == 1
    assert said.stderr.startswith("Stop: Python 3.9 er for gammel")
    assert said.stderr.count("\n") == 1
