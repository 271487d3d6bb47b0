from argparse import ArgumentParser
from pathlib import Path

from django.core.management.base import BaseCommand, CommandError

from assets.backups.making import keep_newest, make_backup
from assets.backups.manifests import last_restored
from assets.storages import STORAGE_ERRORS
from core.models import Upkeep
from core.operations.dumps import DumpError
from core.operations.upkeep import note_done


class Command(BaseCommand):
    """Makes a copy of database and files while the site is at work."""

    help = "Laver en sikkerhedskopi af database og filer. Sitet kan være i brug imens."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Where to, and how many of the copies there are kept."""
        parser.add_argument("path", type=Path, metavar="PATH")
        parser.add_argument("--keep", type=int, metavar="N", help="behold de N nyeste")

    def handle(self, *, path: Path, keep: int | None, **options) -> None:
        """Print what was copied, and where it lies."""
        if keep is not None and keep < 1:
            raise CommandError("--keep skal være mindst 1.")
        try:
            # Before it as well: the disk may be full of older ones.
            gone = keep_newest(path, keep) if keep else 0
            copy = make_backup(path, self.stdout.write)
            gone += keep_newest(path, keep) if keep else 0
        except (DumpError, *STORAGE_ERRORS) as error:
            raise CommandError(f"Ingen sikkerhedskopi: {error}") from error
        note_done(Upkeep.Chore.BACKUP)
        if restored_at := last_restored(path):
            note_done(Upkeep.Chore.RESTORE, restored_at)
        if gone:
            self.stdout.write(f"Slettet: {gone} ældre")
        self.stdout.write(f"Sikkerhedskopien ligger i {copy}")
