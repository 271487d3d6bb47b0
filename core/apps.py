from django.apps import AppConfig
from django.core.management import call_command
from django.db.models.signals import post_migrate
from django.utils.translation import gettext_lazy as _

# A row of the database, so in the language of the house.
ROOT_COLLECTION = "Fælles"


def make_cache_table(using: str, **kwargs) -> None:
    """Let ``migrate`` alone make a database that the site can run on."""
    call_command("createcachetable", database=using, verbosity=0)


def name_root_collection(using: str, **kwargs) -> None:
    """Give the collection that Wagtail calls "Root" a name that editors understand."""
    from wagtail.models import Collection

    root = Collection.objects.using(using).filter(depth=1, name="Root")
    root.update(name=ROOT_COLLECTION)


class CoreConfig(AppConfig):
    name = "core"
    verbose_name = _("Fælles grund")

    def ready(self):
        # They read Wagtail's models, which are there only now.
        from . import searching
        from .site_address import keep_site_address
        from .widgets import use_our_slug_input

        searching.ignore_case()
        use_our_slug_input()

        post_migrate.connect(make_cache_table, sender=self)
        post_migrate.connect(keep_site_address, sender=self)
        post_migrate.connect(name_root_collection, sender=self)
