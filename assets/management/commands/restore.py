import datetime
from argparse import ArgumentParser
from pathlib import Path

from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError

from assets.backups.manifests import note_restored
from assets.backups.restoring import RestoreCutOff, newest_copy, restore
from assets.storages import STORAGE_ERRORS
from core.models import Upkeep
from core.operations.dumps import DumpError
from core.operations.upkeep import note_done


class Command(BaseCommand):
    """Reads a copy into an empty place, and holds the outcome against itself."""

    help = "Gendanner sitet fra en sikkerhedskopi. Kun hvor der intet er endnu."
    # There are no tables to check against.
    requires_system_checks = []

    def add_arguments(self, parser: ArgumentParser) -> None:
        """A folder of copies, and which of them."""
        parser.add_argument("path", type=Path, metavar="PATH")
        parser.add_argument(
            "--copy",
            metavar="NAVN",
            help="en ældre end den nyeste, fx 20261126T220000000000Z",
        )

        parser.add_argument(
            "--erased",
            type=Path,
            metavar="FIL",
            help="hvad ”gdpr erased” skrev på det gamle site",
        )

    def handle(
        self, *, path: Path, copy: str | None, erased: Path | None, **options
    ) -> None:
        """Print what was read, then what ``reconcile --sha`` says of it."""
        if erased and not erased.exists():
            raise CommandError(f"Intet er gendannet: der er ingen fil {erased}.")
        try:
            chosen = path / copy if copy else newest_copy(path)
            wrong = restore(chosen, self.stdout.write, erased)
        except RestoreCutOff as error:
            raise CommandError(
                f"Kun noget er gendannet: {error}. Ret det, og begynd forfra med en ny "
                "database og tomme lagre."
            ) from error
        except FileNotFoundError as error:
            raise CommandError(
                f"Intet er gendannet: {chosen} er ingen kopi."
            ) from error
        except (DumpError, *STORAGE_ERRORS) as error:
            raise CommandError(f"Intet er gendannet: {error}.") from error
        for line in wrong:
            self.stderr.write(line)
        # Files that came while the copy was made, after its database: nobody's here,
        # and the copy has them still. What waited then waits for workers to be started.
        at_once = {"fix": True, "min_age": datetime.timedelta(), "idle": True}
        call_command("reconcile", sha=True, stdout=self.stdout, **at_once)
        if wrong:
            raise CommandError(f"{len(wrong)} filer kunne ikke gendannes.")
        note_done(Upkeep.Chore.RESTORE)
        try:
            note_restored(path)
        except OSError as error:
            self.stderr.write(f"Det er ikke noteret i {path}: {error}")
