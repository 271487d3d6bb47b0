"""The shipped deploy/nginx.conf in an nginx of its own, for tests and measurements.

Nothing is changed in it but what differs from place to place: ports, folders, the
certificate, and how much of the machine it takes.
"""

import os
import re
import shutil
import socket
import subprocess
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from core.processes import free_port

ROOT = Path(__file__).resolve().parent.parent
HOST = "127.0.0.1"
NAME = "temasamarbejde.example.dk"
NGINX = shutil.which("nginx", path=os.environ.get("PATH", "") + ":/usr/sbin")
TEMPORARY = ("client_body", "proxy", "fastcgi", "uwsgi", "scgi")
DEADLINE = 30


@dataclass(frozen=True)
class FrontServer:
    """A running nginx: its notes and certificate lie in ``folder``."""

    folder: Path
    plain_port: int
    port: int


def make_certificate(folder: Path) -> None:
    """One that nobody but a test trusts."""
    command = ["openssl", "req", "-x509", "-newkey", "ec", "-nodes", "-days", "2"]
    command += ["-pkeyopt", "ec_paramgen_curve:prime256v1", "-subj", f"/CN={NAME}"]
    command += ["-addext", f"subjectAltName=DNS:{NAME}"]
    command += ["-keyout", str(folder / "key.pem"), "-out", str(folder / "cert.pem")]
    subprocess.run(command, check=True, capture_output=True)


def adapted(
    folder: Path, site: int, var: Path, ports: tuple[int, int], more: Mapping[str, str]
) -> str:
    """The shipped file for a site on the port ``site`` with its files in ``var``."""
    text = (ROOT / "deploy" / "nginx.conf").read_text(encoding="utf-8")
    text = re.sub(r" *listen \[::\].*\n", "", text)
    live = f"/etc/letsencrypt/live/{NAME}/"
    changes = {
        "user www-data;": "user root;" if os.getuid() == 0 else "",
        "worker_rlimit_nofile 32768;": "",
        "worker_connections 8192;": "worker_connections 512;",
        "/run/nginx.pid": f"{folder}/nginx.pid",
        "/var/log/nginx/": f"{folder}/",
        "/var/cache/nginx/": f"{folder}/",
        "/etc/nginx/conf.d/": f"{folder}/conf.d/",
        "/srv/temasamarbejde/var/": f"{var}/",
        "/srv/temasamarbejde/": f"{ROOT}/",
        f"{live}fullchain.pem": f"{folder}/cert.pem",
        f"{live}privkey.pem": f"{folder}/key.pem",
        "server 127.0.0.1:8000": f"server {HOST}:{site}",
        "listen 80": f"listen {HOST}:{ports[0]}",
        "listen 443": f"listen {HOST}:{ports[1]}",
        "http {": "http {\n"
        + "".join(f"    {name}_temp_path {folder}/{name};\n" for name in TEMPORARY),
        **more,
    }
    for old, new in changes.items():
        if old not in text:
            raise ValueError(f"deploy/nginx.conf says nowhere: {old}")
        text = text.replace(old, new)
    return text


@contextmanager
def front_server(
    folder: Path, site: int, var: Path, more: Mapping[str, str] | None = None
) -> Iterator[FrontServer]:
    """nginx before a site for as long as the block lasts; ``more`` is changed too."""
    if not (folder / "cert.pem").exists():
        make_certificate(folder)
    ports = free_port(), free_port()
    settings = folder / "nginx.conf"
    settings.write_text(adapted(folder, site, var, ports, more or {}), encoding="utf-8")
    command = [NGINX, "-c", str(settings), "-e", str(folder / "error.log")]
    with (folder / "said.txt").open("w") as said:
        server = subprocess.Popen(
            [*command, "-g", "daemon off;"], stdout=said, stderr=subprocess.STDOUT
        )
    try:
        _wait(server, ports[1], folder)
        yield FrontServer(folder, *ports)
    finally:
        server.terminate()
        server.wait(DEADLINE)


def _wait(server: subprocess.Popen, port: int, folder: Path) -> None:
    deadline = time.monotonic() + DEADLINE
    while server.poll() is None and time.monotonic() < deadline:
        try:
            socket.create_connection((HOST, port), timeout=1).close()
        except OSError:
            time.sleep(0.02)
        else:
            return
    said = (folder / "said.txt").read_text() + (folder / "error.log").read_text()
    raise RuntimeError(f"nginx kom ikke op: {said}")
