"""Forget what has been kept of people for as long as it may be."""

from argparse import ArgumentParser

from django.core.management.base import BaseCommand

from core.privacy.records import all_records
from core.privacy.retention import due, forget


class Command(BaseCommand):
    """Forgets what is old; the worker does the same each night."""

    help = "Sletter eller glemmer personoplysninger, hvis tid er gået."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Whether to do it, or only to tell."""
        parser.add_argument("--dry-run", action="store_true", help="vis kun hvor meget")
        parser.add_argument(
            "--table", action="store_true", help="vis alt, hvad der gemmes, og hvorfor"
        )

    def handle(self, dry_run: bool, table: bool, **options) -> None:
        """Print a line for each kind, with how many rows."""
        if table:
            self._show_table()
            return
        for record, count in due() if dry_run else forget():
            self.stdout.write(f"{count:>7}  {record.label}: {record.kept_for}")

    def _show_table(self) -> None:
        self.stdout.write("| hvad | felter | formål | grundlag | gemmes |")
        self.stdout.write("|---|---|---|---|---|")
        for record in all_records():
            cells = (
                record.label,
                ", ".join(dict.fromkeys([*record.fields, *record.texts])),
                record.purpose,
                record.basis,
                record.kept_for,
            )
            self.stdout.write(f"| {' | '.join(cells)} |")
