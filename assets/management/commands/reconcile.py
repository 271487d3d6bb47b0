import dataclasses
import datetime
import json
import re
import sys
from argparse import ArgumentParser, ArgumentTypeError
from collections import Counter
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from assets.reconciling.differences import Kind, reconcile
from assets.storages import STORAGE_ERRORS

UNITS = {"m": "minutes", "h": "hours", "d": "days"}


def duration(text: str) -> datetime.timedelta:
    """Read ``30m``, ``24h`` or ``7d``."""
    if not (found := re.fullmatch(r"(\d{1,5})([mhd])", text)):
        raise ArgumentTypeError("skriv fx 30m, 24h eller 7d")
    return datetime.timedelta(**{UNITS[found[2]]: int(found[1])})


class Command(BaseCommand):
    """Holds database and storage against each other; exits with 0 only if they agree.

    1 says that something differs, 2 that it could not be looked at.
    """

    help = "Sammenligner databasen med lageret begge veje. Ændrer intet uden --fix."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """How closely to look, and what to do about it."""
        parser.add_argument(
            "--sha", action="store_true", help="læs alle filer og regn efter"
        )
        parser.add_argument(
            "--fix",
            action="store_true",
            help="slet det, ingen ejer, og som er ældre end --min-age",
        )
        parser.add_argument("--min-age", type=duration, default="24h", metavar="24h")
        parser.add_argument(
            "--idle", action="store_true", help="ingen arbejder kører: rækker må vente"
        )
        parser.add_argument("--json", action="store_true")

    def handle(self, *, json: bool, **options: Any) -> None:
        """Print a line for each difference, then how many there are of each kind."""
        before = timezone.now() - options["min_age"]
        found = []
        try:
            asked = {name: options[name] for name in ("sha", "fix", "idle")}
            for difference in reconcile(before=before, **asked):
                found.append(difference)
                if not json:
                    self._say(difference)
        except STORAGE_ERRORS as error:
            raise CommandError(
                f"Lageret svarer ikke: {type(error).__name__}", returncode=2
            ) from error
        counts = Counter(difference.kind for difference in found)
        counts = {kind.value: counts[kind] for kind in Kind}
        if json:
            self.stdout.write(_as_json(counts, found))
        else:
            self.stdout.write(" ".join(f"{k}={n}" for k, n in counts.items()))
        if any(difference.is_wrong for difference in found):
            sys.exit(1)

    def _say(self, difference) -> None:
        words = [
            "removed" if difference.is_removed else "",
            difference.kind,
            difference.place,
            difference.key or difference.storage_id,
            difference.words,
        ]
        self.stdout.write(" ".join(filter(None, words)))


def _as_json(counts: dict[str, int], found: list) -> str:
    differences = [dataclasses.asdict(difference) for difference in found]
    return json.dumps({"counts": counts, "differences": differences}, indent=2)
