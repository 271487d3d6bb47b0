from django.apps import AppConfig
from django.core.management import call_command
from django.db.models.signals import post_migrate
from django.utils.translation import gettext_lazy as _


def make_cache_table(using: str, **kwargs) -> None:
    """Let ``migrate`` alone make a database that the site can run on."""
    call_command("createcachetable", database=using, verbosity=0)


class CoreConfig(AppConfig):
    name = "core"
    verbose_name = _("Fælles grund")

    def ready(self):
        # Reads Wagtail's models, which are there only now.
        from .site_address import keep_site_address

        post_migrate.connect(make_cache_table, sender=self)
        post_migrate.connect(keep_site_address, sender=self)
