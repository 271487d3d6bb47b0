"""The people of the demo site and their password; only ever where DEBUG is on."""

import os
import secrets

from django.conf import settings

DEMO_PEOPLE = {
    "admin@example.dk": "administrator",
    "redaktor@example.dk": "redaktør",
    "bureau@example.dk": "bureau",
    "aalborg@example.dk": "centralbibliotek",
    "bibliotek@example.dk": "biblioteksmedarbejder",
    "presse@example.dk": "uden for bibliotekerne",
}


def _password_file() -> str:
    return os.path.join(settings.VAR, "demo-password")


def kept_password() -> str:
    """The password that the demo people had last time; empty when there is none."""
    try:
        with open(_password_file()) as file:
            return file.read().strip()
    except FileNotFoundError:
        return ""


def demo_password() -> str:
    """The password from DEMO_PASSWORD, else one made once and kept in VAR."""
    kept = kept_password()
    wanted = os.environ.get("DEMO_PASSWORD") or kept or secrets.token_urlsafe(9)
    if wanted != kept:
        os.makedirs(settings.VAR, exist_ok=True)
        private = os.open(
            _password_file(), os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600
        )
        with open(private, "w") as file:
            file.write(wanted + "\n")
    return wanted
