from pathlib import Path

from django.core.management.base import BaseCommand, CommandError

from core.csv_files import UnreadableFile
from libraries.importing import plan_import, save_import


class Command(BaseCommand):
    """Fill the library register from a CSV file, as the admin's import does."""

    help = "Henter biblioteker fra en CSV-fil; alle rækker eller ingen."

    def add_arguments(self, parser):
        parser.add_argument("file", type=Path)
        parser.add_argument(
            "--dry-run", action="store_true", help="Vis, hvad der ville ske."
        )

    def handle(self, *, file, dry_run, **options):
        try:
            plan = plan_import(file.read_bytes())
        except (OSError, UnreadableFile) as error:
            raise CommandError(str(error)) from error
        for error in plan.errors:
            self.stderr.write(f"linje {error.line}, {error.column}: {error.text}")
        if plan.errors:
            raise CommandError(f"{len(plan.errors)} fejl; intet er gemt.")
        if not dry_run:
            save_import(plan)
        self.stdout.write(
            f"{len(plan.new)} nye, {len(plan.changed)} ændrede, "
            f"{plan.unchanged} uændrede"
        )
