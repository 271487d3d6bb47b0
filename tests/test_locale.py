"""The catalogues: every Danish text of ours has an English one, and nothing is lost."""

import re
from pathlib import Path

from django.apps import apps
from django.conf import settings
from django.utils import translation

import polib
import pytest

LOCALES = Path(settings.BASE_DIR) / "locale"
PLACEHOLDER = re.compile(r"%\(\w+\)[sd]|%[sd]|\{\w+\}|</?\w+")


def _catalogue(language: str, domain: str = "django") -> polib.POFile:
    return polib.pofile(str(LOCALES / language / "LC_MESSAGES" / f"{domain}.po"))


def _translated(path: Path) -> set[tuple[str | None, str]]:
    if not path.exists():
        return set()
    return {
        (entry.msgctxt, entry.msgid)
        for entry in polib.pofile(str(path)).translated_entries()
    }


def _placeholders(text: str) -> list[str]:
    return sorted(PLACEHOLDER.findall(text))


@pytest.mark.parametrize("language", ["da", "en"])
def test_every_entry_is_translated(language):
    catalogue = _catalogue(language)

    assert [entry.msgid for entry in catalogue.untranslated_entries()] == []
    assert [entry.msgid for entry in catalogue.fuzzy_entries()] == []
    assert [entry.msgid for entry in catalogue.obsolete_entries()] == []
    assert not catalogue.metadata_is_fuzzy


@pytest.mark.parametrize("language", ["da", "en"])
def test_placeholders_and_tags_survive(language):
    broken = []
    for entry in _catalogue(language):
        if entry.msgid_plural:
            # The singular may write "1" where the plural has the number.
            wanted = set(_placeholders(entry.msgid_plural))
            one, many = entry.msgstr_plural[0], entry.msgstr_plural[1]
            kept = set(_placeholders(many)) == wanted
            kept = kept and set(_placeholders(one)) <= wanted
        elif language == "da":
            # Good Danish often leaves a name out ("Ikke gemt."), but adds none.
            kept = set(_placeholders(entry.msgstr)) <= set(_placeholders(entry.msgid))
        else:
            kept = _placeholders(entry.msgid) == _placeholders(entry.msgstr)
        if not kept:
            broken.append(entry.msgid)

    assert broken == []


def test_no_word_stands_in_both_catalogues():
    """A text of ours is Danish already; locale/da is for other people's words."""
    ours = {entry.msgid for entry in _catalogue("en")}
    theirs = {entry.msgid for entry in _catalogue("da")}

    assert ours & theirs == set()


@pytest.mark.parametrize("domain", ["django", "djangojs"])
def test_the_admin_is_danish_throughout(domain):
    """What an installed app says in English has a Danish word, theirs or ours."""
    ours = {(e.msgctxt, e.msgid) for e in _catalogue("da", domain)}
    # Some words are the same in both languages, and are messages of ours already.
    ours |= {(None, entry.msgid) for entry in _catalogue("en")}
    missing = []
    for app in apps.get_app_configs():
        if Path(app.path).is_relative_to(settings.BASE_DIR / app.label):
            continue
        locale = Path(app.path) / "locale"
        english = locale / "en" / "LC_MESSAGES" / f"{domain}.po"
        if not english.exists():
            continue
        theirs = _translated(locale / "da" / "LC_MESSAGES" / f"{domain}.po")
        missing += [
            (app.label, entry.msgid)
            for entry in polib.pofile(str(english))
            if (entry.msgctxt, entry.msgid) not in theirs | ours
        ]

    assert missing == []


def test_the_english_catalogue_is_in_use():
    entry = _catalogue("en").find("Alle kampagner")
    assert entry.msgstr == "All campaigns"

    with translation.override("en"):
        assert translation.gettext("Alle kampagner") == "All campaigns"
    with translation.override("da"):
        assert translation.gettext("Alle kampagner") == "Alle kampagner"
