from django.conf import settings
from django.core.management.base import BaseCommand
from django.utils import translation

from home.demo.loading.everything import load_everything
from search.index.rebuilding import rebuild


class Command(BaseCommand):
    """Load the demo content; run again, it adds what is missing and changes nothing."""

    help = "Lægger demonstrationsindholdet ind. Kan køres igen uden skade."

    def handle(self, *args, **options):
        with translation.override("da"):
            load_everything(with_people=settings.DEBUG, say=self.stdout.write)
            self.stdout.write("Bygger søgeindekset")
            rebuild()
        if not settings.DEBUG:
            self.stdout.write("Demofolkene oprettes kun, hvor DEBUG er slået til.")
