"""This project with its demo content, as a reader meets it: no debugging, SQLite."""

import json
import secrets
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from .ground import HOST, Site, environment, run, served

ROOT = Path(__file__).resolve().parent.parent


def settings_in(folder: Path) -> dict[str, str]:
    """The embedded defaults; what is empty here stands so that .env cannot fill it."""
    return environment(
        DJANGO_SETTINGS_MODULE="cms.settings.dev",
        DEBUG="false",
        VAR=str(folder),
        DATABASE_URL=f"sqlite:///{folder / 'db.sqlite3'}",
        ALLOWED_HOSTS=HOST,
        BASE_URL=f"http://{HOST}",
        EMAIL_URL="consolemail://",
        SECRET_KEY=secrets.token_hex(32),
        REDIS_URL="",
        S3_BUCKET_PRIVATE="",
        S3_BUCKET_PUBLIC="",
        S3_ENDPOINT_URL="",
        S3_PUBLIC_ENDPOINT_URL="",
        BANNER_HOST="",
        # Readers say for themselves where they come from (load.py).
        TRUSTED_PROXIES="1",
        CLAMAV_SOCKET="",
        SENTRY_DSN="",
    )


def make_site(folder: Path, settings: dict[str, str], *filling: str) -> None:
    """Migrate a new site in ``folder`` and fill it by a command of its own."""
    folder.mkdir()
    manage = [sys.executable, "manage.py"]
    for command in (
        ["createcachetable", "--verbosity", "0"],
        ["migrate", "--verbosity", "0"],
        filling,
    ):
        run([*manage, *command], folder=ROOT, settings=settings)


@contextmanager
def filled_site(folder: Path, assets: int) -> Iterator[Site]:
    """Serve a site with so many materials, and little else."""
    settings = settings_in(folder)
    make_site(folder, settings, "fill_database", "--assets", str(assets))
    with served(
        "cms.wsgi:application",
        folder=ROOT,
        settings=settings,
        log=folder / "gunicorn.log",
    ) as port:
        yield Site(port, folder)


@contextmanager
def demo_site(folder: Path) -> Iterator[Site]:
    """Migrate, fill and serve the site in ``folder``."""
    settings = settings_in(folder)
    make_site(folder, settings, "load_demo", "--verbosity", "0")
    fill = [sys.executable, "-m", "bench.fill"]
    addresses = json.loads(run(fill, folder=ROOT, settings=settings))
    with served(
        "cms.wsgi:application",
        folder=ROOT,
        settings=settings,
        log=folder / "gunicorn.log",
    ) as port:
        yield Site(port, folder, addresses)
