"""What is saved is indexed by the worker once it is certain.

Nothing here decides what may be found: that is asked of pages and assets each time. So
a page that is taken down is gone at once, whenever its words are.
"""

from django.db.backends.signals import connection_created
from django.db.models.signals import post_delete, post_save

from wagtail.models import Page

from assets.models import Asset, AssetFile
from core.jobs import enqueue_on_commit
from themes.models import Theme

from .tasks import index_asset, index_page, index_theme, rebuild_search_index

# What a save of these fields alone changes of what is found: nothing.
_UNSAID = {
    "latest_revision", "draft_title", "has_unpublished_changes", "locked", "locked_at",
    "locked_by", "url_path", "path", "numchild", "depth", "fetched_count", "profile",
    "go_live_at", "expire_at", "latest_revision_created_at",
}  # fmt: skip


def _says_nothing(update_fields) -> bool:
    return update_fields is not None and set(update_fields) <= _UNSAID


def index_saved_page(sender, instance, raw=False, update_fields=None, **kwargs) -> None:
    # The page as the database has it is indexed: what is in memory may be a draft.
    if raw or not isinstance(instance, Page) or _says_nothing(update_fields):
        return
    if instance.live or not kwargs.get("created"):
        enqueue_on_commit(index_page, instance.pk)


def index_saved_asset(
    sender, instance, raw=False, update_fields=None, **kwargs
) -> None:
    if raw or _says_nothing(update_fields):
        return
    if instance.state == Asset.State.PUBLISHED or not kwargs.get("created"):
        enqueue_on_commit(index_asset, instance.pk)


def index_asset_of_file(sender, instance, raw=False, **kwargs) -> None:
    if not raw and instance.current_version_id:
        enqueue_on_commit(index_asset, instance.asset_id)


def index_saved_theme(sender, instance, raw=False, created=False, **kwargs) -> None:
    if not raw and not created:
        enqueue_on_commit(index_theme, instance.pk)


def index_all_anew(sender, **kwargs) -> None:
    """Words of somebody who is erased may be in any entry."""
    enqueue_on_commit(rebuild_search_index)


def keep_searches_short(connection, **kwargs) -> None:
    """PostgreSQL would spend longer on compiling a search, and on waking processes to
    share it among, than on doing it."""
    if connection.vendor == "postgresql":
        # Below Django, which would count it among a page's questions.
        with connection.connection.cursor() as cursor:
            cursor.execute("SET jit = off; SET max_parallel_workers_per_gather = 0")


def register_signal_handlers() -> None:
    connection_created.connect(keep_searches_short, dispatch_uid="search.jit")
    post_save.connect(index_saved_page)
    post_save.connect(index_saved_asset, sender=Asset)
    post_save.connect(index_asset_of_file, sender=AssetFile)
    post_delete.connect(index_asset_of_file, sender=AssetFile)
    post_save.connect(index_saved_theme, sender=Theme)
