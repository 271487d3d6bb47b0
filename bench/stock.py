"""The measure of all: the front page of ``wagtail start``, reduced to its title."""

import secrets
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from .ground import HOST, Site, environment, run, served

TITLE_ALONE = "<!doctype html><title>{{ page.title }}</title>\n"


@contextmanager
def stock_project(folder: Path) -> Iterator[Site]:
    """Generate, migrate and serve the project that Wagtail makes for a beginner.

    It runs on its own production settings and SQLite; only its template is changed.
    """
    folder.mkdir()
    settings = environment(DJANGO_SETTINGS_MODULE="stock.settings.production")
    wagtail = str(Path(sys.executable).with_name("wagtail"))
    run([wagtail, "start", "stock", "."], folder=folder, settings=settings)
    (folder / "stock" / "settings" / "local.py").write_text(
        f'SECRET_KEY = "{secrets.token_hex(32)}"\nALLOWED_HOSTS = ["{HOST}"]\n'
    )
    home_page = folder / "home" / "templates" / "home" / "home_page.html"
    home_page.write_text(TITLE_ALONE)
    migrate = [sys.executable, "manage.py", "migrate", "--verbosity", "0"]
    run(migrate, folder=folder, settings=settings)
    with served(
        "stock.wsgi:application",
        folder=folder,
        settings=settings,
        log=folder / "gunicorn.log",
    ) as port:
        yield Site(port, folder)
