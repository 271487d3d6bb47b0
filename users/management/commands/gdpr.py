"""Give somebody what is kept of them, or take them out."""

import time
from argparse import ArgumentParser
from pathlib import Path

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from users.models import User
from users.privacy.erasing import LastAdministrator, erase, is_erased, places_of
from users.privacy.erasures import lines
from users.privacy.exporting import export


class Command(BaseCommand):
    """Exports and erases a person, and lists who was erased."""

    help = "Udleverer alt om en person, eller sletter personen."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """What to do, and with whom."""
        verbs = parser.add_subparsers(dest="verb", required=True)
        exporting = verbs.add_parser("export", help="skriv en zip med alt om personen")
        exporting.add_argument("--to", type=Path, metavar="FIL", help="zip-filens navn")
        erasing = verbs.add_parser("erase", help="slet personen for altid")
        for parser in (exporting, erasing):
            parser.add_argument("user", help="e-mailadresse eller nummer")
        erasing.add_argument(
            "--dry-run", action="store_true", help="vis kun, hvor personen er nævnt"
        )
        erasing.add_argument("--no-input", action="store_true", help="spørg ikke først")
        verbs.add_parser("erased", help="vis sletningerne, til restore --erased")

    def handle(self, verb: str, **options) -> None:
        """Do it, and say what was done."""
        if verb == "erased":
            self.stdout.write("\n".join(lines()))
            return
        person = _person(options["user"])
        if verb == "export":
            self._export(person, options["to"])
        else:
            self._erase(person, options["dry_run"], options["no_input"])

    def _export(self, person: User, path: Path | None) -> None:
        began = time.monotonic()
        path = path or Path(f"person-{person.pk}.zip")
        try:
            counts = export(person, path, settings.WAGTAIL_SITE_NAME)
        except FileExistsError as error:
            raise CommandError(f"{path} er der allerede; vælg et andet.") from error
        except OSError as error:
            raise CommandError(
                f"Ingen zip: {error}. Et andet sted vælges med --to."
            ) from error
        for label, count in sorted(counts.items()):
            self.stdout.write(f"{label}: {count}")
        self.stdout.write(f"{path} ({time.monotonic() - began:.1f} s)")

    def _erase(self, person: User, only_look: bool, is_sure: bool) -> None:
        if is_erased(person):
            raise CommandError(f"{person} er allerede slettet.")
        if not only_look:
            self._make_sure(person, is_sure)
        try:
            places = places_of(person) if only_look else erase(person)
        except LastAdministrator as error:
            raise CommandError(
                "Det er den sidste administrator. Giv en anden rollen først."
            ) from error
        for place in places:
            if only_look or place.is_left:
                where = f"{place.model._meta.label} {place.pk} {place.column}"
                self.stdout.write(f"{'nævnt' if only_look else 'se efter'}: {where}")
        if not only_look:
            self.stdout.write("Slettet. Lav nu en kopi (backup), så kopierne ved det.")

    def _make_sure(self, person: User, is_sure: bool) -> None:
        if is_sure:
            return
        again = input(f"Skriv {person.email} for at slette {person} for altid: ")
        if again.strip().lower() != person.email:
            raise CommandError("Intet er slettet.")


def _person(said: str) -> User:
    by = {"pk": int(said)} if said.isdecimal() else {"email": said.lower()}
    person = User.objects.filter(**by).first()
    if person is None:
        raise CommandError(f"Der er ingen bruger {said}.")
    return person
