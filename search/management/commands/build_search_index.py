import time

from django.core.management.base import BaseCommand

from search.index.rebuilding import rebuild


class Command(BaseCommand):
    """Make the search index anew; the site goes on answering from it meanwhile."""

    help = "Bygger søgeindekset op. Sitet kan bruges imens."

    def handle(self, *args, verbosity=1, **options):
        started = time.monotonic()

        def say(what: str, done: int, total: int) -> None:
            if verbosity:
                self.stdout.write(f"  {what}: {done} af {total}")

        count = rebuild(say)
        if verbosity:
            took = time.monotonic() - started
            self.stdout.write(f"{count} søgeposter på {took:.0f} s.")
