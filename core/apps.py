from django.apps import AppConfig
from django.core.management import call_command
from django.db.models.signals import post_migrate, pre_migrate
from django.utils.translation import gettext_lazy as _

# Names of rows that Wagtail's migrations make, in the language of the house.
ROOT_COLLECTION = "Fælles"
ROOT_PAGE = "Alle sider"
APPROVAL = "godkendelse"


def make_cache_table(using: str, **kwargs) -> None:
    """Let ``migrate`` alone make a database that the site can run on."""
    call_command("createcachetable", database=using, verbosity=0)


def name_rows(using: str, **kwargs) -> None:
    """Give rows that Wagtail named in English names that editors understand."""
    from wagtail.models import Collection, Page, Task, Workflow

    roots = Collection.objects.using(using).filter(depth=1, name="Root")
    roots.update(name=ROOT_COLLECTION)
    pages = Page.objects.using(using).filter(depth=1, title="Root")
    pages.update(title=ROOT_PAGE, draft_title=ROOT_PAGE)
    for model in (Workflow, Task):
        rows = model.objects.using(using).filter(name="Moderators approval")
        rows.update(name=APPROVAL)


def note_release(using: str, **kwargs) -> None:
    """A release shows what is there in another way: no page of the last one is kept."""
    from .models import SiteChange

    SiteChange.objects.using(using).create()


class CoreConfig(AppConfig):
    name = "core"
    verbose_name = _("Fælles grund")

    def ready(self):
        # They read Wagtail's models, which are there only now.
        from . import searching
        from .audit import kinds, notes, protection
        from .operations import upkeep
        from .page_cache import watch_changes
        from .privacy import wagtails
        from .publish_checks import content, gate, links  # noqa: F401
        from .site_address import keep_site_address
        from .widgets import use_our_slug_input

        searching.ignore_case()
        searching.name_what_is_found()
        gate.guard_publishing()
        use_our_slug_input()
        watch_changes()
        wagtails.register()
        upkeep.register()
        kinds.register()
        notes.watch_requests()
        protection.watch_connections()

        pre_migrate.connect(protection.unprotect, sender=self)
        post_migrate.connect(make_cache_table, sender=self)
        post_migrate.connect(keep_site_address, sender=self)
        post_migrate.connect(name_rows, sender=self)
        post_migrate.connect(note_release, sender=self)
        post_migrate.connect(protection.protect, sender=self)
