from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from assets.buckets.preparing import prepare
from assets.storages import STORAGE_ERRORS, private_storage, public_storage


class Command(BaseCommand):
    """Makes the two buckets of the site's settings, and sets their rules.

    They are tried by ``check --deploy --tag storage``, once browsers can reach them.
    """

    help = "Gør de to bøtter på S3 klar. Må køres igen."
    # The database, the pages and all else may not be there yet.
    requires_system_checks: list[str] = []

    def handle(self, **options: Any) -> None:
        """Say which are ready; the exit code is 1 when they cannot be made so."""
        if not settings.FILES_ON_S3:
            raise CommandError("Sitets filer ligger på disk: sæt S3_BUCKET_PRIVATE.")
        private, public = private_storage(), public_storage()
        client = private.connection.meta.client
        names = private.bucket_name, public.bucket_name
        try:
            prepare(client, *names, [settings.BASE_URL])
        except STORAGE_ERRORS as error:
            raise CommandError(f"Bøtterne kan ikke gøres klar: {error}") from error
        self.stdout.write(f"Klar: {', '.join(names)}")
