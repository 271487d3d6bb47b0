from argparse import ArgumentParser

from django.core.management import call_command
from django.core.management.base import BaseCommand
from django.db import connection
from django.utils import translation

from home.filling import fill_assets, fill_downloads, fill_pages


class Command(BaseCommand):
    """Fill the database with rows at scale; the files have no bytes in storage."""

    help = "Fylder databasen med rækker at måle med. Filerne har intet indhold."

    def add_arguments(self, parser: ArgumentParser) -> None:
        for name in ("assets", "pages", "downloads"):
            parser.add_argument(f"--{name}", type=int, default=0, metavar="N")
        parser.add_argument(
            "--index",
            action="store_true",
            help="Byg også søgeindekset op (nogle minutter).",
        )

    def handle(self, *args, assets, pages, downloads, index, **options):
        with translation.override("da"):
            self.stdout.write(f"Sider: {pages}")
            fill_pages(pages)
            self.stdout.write(f"Materialer: {assets}")
            fill_assets(assets, self.stdout.write)
            self.stdout.write(f"Hentninger: {downloads}")
            fill_downloads(downloads)
            if index:
                call_command("wagtail_update_index", verbosity=0)
                call_command("build_search_index", verbosity=0)
        # Else the database plans by what it knew of the empty tables.
        with connection.cursor() as cursor:
            cursor.execute("ANALYZE")
