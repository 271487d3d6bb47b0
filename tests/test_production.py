"""The production settings, in processes of their own on a fresh database."""

import json
import secrets
import shutil
import subprocess
import sys
import threading
from http.server import BaseHTTPRequestHandler, HTTPServer

import pytest

from tests.plugins.kept_database import KeptSQLite, kept_database
from tests.processes import ROOT

NEEDED = {
    "DJANGO_SETTINGS_MODULE": "cms.settings.production",
    "ALLOWED_HOSTS": "tema.example",
    "BASE_URL": "https://tema.example",
    "EMAIL_URL": "smtp+tls://post:kode@mail.example:587",
    "ENV_FILE": "/dev/null",
    "PATH": "/usr/bin:/bin",
    "PYTHONPATH": str(ROOT),
    "LANG": "C.UTF-8",
}
VISIT = """
import django, sys
django.setup()
from django.core.management import call_command
from django.db import connection
from django.test import Client

call_command("check", deploy=True, fail_level="WARNING")
call_command("migrate", verbosity=0)
call_command("collectstatic", verbosity=0, interactive=False)
client = Client(raise_request_exception=False, headers={"host": "tema.example"})

def sign_in(forwarded_for="192.0.2.1"):
    return client.post(
        "/log-ind/",
        {"login": "else@tema.example", "password": "hemmelig-saetning"},
        secure=True,
        headers={"X-Forwarded-For": forwarded_for},
    )

print(sign_in().status_code)
guesses = [sign_in(f"10.0.0.{n}, 192.0.2.7") for n in range(6)]
print("Vent et kvarter" in guesses[-1].content.decode())
print("Vent et kvarter" in sign_in("192.0.2.8").content.decode())
import logging
logging.getLogger("assets.uploads").info("en fil kom ind")
connection.cursor().execute("DROP TABLE cache")
print(sign_in("192.0.2.9").status_code)
"""


def run(code: str, tmp_path, **environment: str) -> subprocess.CompletedProcess:
    environment = {
        **NEEDED,
        "SECRET_KEY": secrets.token_urlsafe(48),
        "DATABASE_URL": f"sqlite:///{tmp_path / 'db.sqlite3'}",
        "VAR": str(tmp_path),
        **environment,
    }
    return subprocess.run(
        [sys.executable, "-c", code],
        cwd=ROOT,
        env=environment,
        capture_output=True,
        text=True,
        timeout=300,
    )


@pytest.fixture
def collector():
    """Where errors are reported to: keeps what it was sent."""
    received = []

    class Collector(BaseHTTPRequestHandler):
        def do_POST(self):
            body = self.rfile.read(int(self.headers["Content-Length"]))
            if self.headers.get("Content-Encoding") == "gzip":
                import gzip

                body = gzip.decompress(body)
            received.append(body.decode())
            self.send_response(200)
            self.end_headers()

        def log_message(self, *args):
            pass

    server = HTTPServer(("127.0.0.1", 0), Collector)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    server.received = received
    yield server
    server.shutdown()
    server.server_close()
    thread.join()


@pytest.fixture
def fresh(django_db_setup, django_db_blocker, tmp_path):
    """A database that has just been migrated, where the process looks for one."""
    with django_db_blocker.unblock():
        kept = kept_database()
    # To migrate anew, as it does where the suite has none of its kind, proves no more.
    if isinstance(kept, KeptSQLite):
        shutil.copyfile(kept.kept, tmp_path / "db.sqlite3")


def test_a_fresh_database_serves_and_tells_its_errors(fresh, tmp_path, collector):
    dsn = f"http://key@127.0.0.1:{collector.server_port}/1"
    done = run(VISIT, tmp_path, SENTRY_DSN=dsn)
    assert done.returncode == 0, done.stderr
    # Signs in; five guesses from one place are too many, whatever they claim about
    # where they come from; another place goes free; without its table it fails.
    assert done.stdout.split()[-4:] == ["200", "True", "False", "500"], done.stdout
    assert "no such table: cache" in done.stderr
    lines = [json.loads(each) for each in done.stderr.splitlines() if each[0] == "{"]
    told = [(each["logger"], each["event"]) for each in lines]
    assert ("assets.uploads", "en fil kom ind") in told
    assert [each["request_id"] for each in lines if "exception" in each]
    events = "".join(collector.received)
    assert "no such table: cache" in events
    for private in ("else@tema.example", "hemmelig-saetning", "192.0.2.9"):
        assert private not in events + done.stderr


@pytest.mark.parametrize(
    "key",
    [
        "",
        "kort",
        "kun-til-udvikling-" + "0" * 40,
        "kun-til-prøver-" + "0" * 40,
        "kun-til-noget-" + secrets.token_urlsafe(48),
        "abcdefghijk" * 6,
    ],
    ids=["none", "short", "dev", "test", "prefix", "few"],
)
def test_a_weak_or_published_key_is_refused(tmp_path, key):
    done = run("import cms.settings.production", tmp_path, SECRET_KEY=key)
    assert done.returncode != 0
    assert "SECRET_KEY mangler eller er for svag" in done.stderr


def test_a_weak_key_to_the_figures_is_refused(tmp_path):
    key = {"SECRET_KEY": secrets.token_hex(32), "METRICS_TOKEN": "kort"}
    done = run("import cms.settings.production", tmp_path, **key)
    assert "METRICS_TOKEN er for svag" in done.stderr


def test_a_key_in_hexadecimal_is_good(tmp_path):
    key = secrets.token_hex(32)
    done = run("import cms.settings.production", tmp_path, SECRET_KEY=key)
    assert done.returncode == 0, done.stderr


def test_what_a_former_key_has_sealed_is_opened(tmp_path):
    former, code = secrets.token_urlsafe(48), (
        "import django; django.setup(); from core.sealing import box; "
        "print(box('x').{}.decode())"
    )  # fmt: skip
    sealed = run(code.format("encrypt(b'kode')"), tmp_path, SECRET_KEY=former).stdout
    opening = code.format(f"decrypt(b'{sealed.strip()}')")
    assert "InvalidToken" in run(opening, tmp_path).stderr
    opened = run(opening, tmp_path, SECRET_KEY_FALLBACKS=former)
    assert opened.stdout.strip() == "kode", opened.stderr


@pytest.mark.parametrize(
    ("setting", "value"),
    [
        ("ALLOWED_HOSTS", ""),
        ("ALLOWED_HOSTS", "*"),
        ("BASE_URL", "http://tema.example"),
        ("DATABASE_URL", ""),
        ("S3_BUCKET_PUBLIC", "kun-den-ene"),
        ("EMAIL_URL", ""),
    ],
)
def test_a_missing_or_weak_setting_is_refused(tmp_path, setting, value):
    done = run("import cms.settings.production", tmp_path, **{setting: value})
    assert done.returncode != 0
    assert "ImproperlyConfigured" in done.stderr
    assert setting in done.stderr.splitlines()[-1]


def test_no_check_is_silenced(tmp_path):
    code = "from cms.settings import production as p; print(vars(p).get('{}', []))"
    done = run(code.format("SILENCED_SYSTEM_CHECKS"), tmp_path)
    assert done.stdout.strip() == "[]", done.stderr


AMAZON = """
import django, json
django.setup()
from django.conf import settings
from assets.storages import private_storage, public_storage
rules = settings.CONTENT_SECURITY_POLICY["DIRECTIVES"]
print(json.dumps({
    "public": public_storage().url("a/b.webp"),
    "private": private_storage().url("c"),
    "img-src": list(rules["img-src"]),
    "media-src": list(rules["media-src"]),
}))
"""


def test_amazons_own_storage_needs_no_address(tmp_path):
    done = run(
        AMAZON,
        tmp_path,
        S3_BUCKET_PRIVATE="privat",
        S3_BUCKET_PUBLIC="offentlig",
        S3_REGION="eu-north-1",
        S3_ENDPOINT_URL="",
        AWS_ACCESS_KEY_ID="id",
        AWS_SECRET_ACCESS_KEY="kode",
    )
    assert done.returncode == 0, done.stderr
    found = json.loads(done.stdout)
    origin = "https://s3.eu-north-1.amazonaws.com"
    assert found["public"] == f"{origin}/offentlig/a/b.webp"
    assert found["private"].startswith(f"{origin}/privat/c?")
    assert origin in found["img-src"]
    assert origin in found["media-src"]
