from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.utils import translation

from assets.intake.importing import import_folder


class Command(BaseCommand):
    """Takes in a folder of files as drafts; prints what became of each."""

    help = "Tager alle filer i en mappe ind som kladder. Kan gives igen uden skade."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """The folder; those below it are taken too."""
        parser.add_argument("folder", type=Path, metavar="FOLDER")

    def handle(self, *, folder: Path, **options: Any) -> None:
        """Print ``ready|rejected|duplicate NAME REASON``, one line a file."""
        if not folder.is_dir():
            raise CommandError(f"{folder} er ingen mappe.")
        with translation.override("da"):
            for outcome in import_folder(folder):
                words = [outcome.state, outcome.name, outcome.reason]
                self.stdout.write(" ".join(filter(None, words)))
                self.stdout.flush()
