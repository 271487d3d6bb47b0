"""What is shown may have changed when a row did, or the day.

Every write to the database leaves a row in ``SiteChange``, in the transaction that it
is part of, unless it is to a table that no reader is shown anything of. What counts is
how many rows there are: two transactions may end in another order than they began.
"""

import logging
import re
import threading
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from functools import cached_property

from django.db import Error, connection, transaction
from django.db.backends.signals import connection_created
from django.db.models import Count, Max, Min

from ..danish import today
from .basis import note_question

logger = logging.getLogger(__name__)

WRITE = re.compile(
    r"\s*(?:INSERT(?:\s+OR\s+\w+)?\s+INTO|REPLACE\s+INTO|UPDATE|DELETE\s+FROM"
    r"|TRUNCATE)\s+[\"`]?(\w+)",
    re.IGNORECASE,
)
# Tables that nothing public is made from, by name or by the beginning of it. A new
# table is watched until it is named here.
QUIET = (
    "account_",
    "assets_basket",
    "assets_customimage_tags",
    "assets_download",
    "assets_drop",
    "assets_package",
    "assets_quarantinedfile",
    "assets_rendition",
    "assets_rightswarning",
    "assets_savedsearch",
    "assets_share",
    "assets_tombstone",
    "assets_upload",
    "assets_version",
    "auth_",
    "cache",
    "campaigns_release",
    "campaigns_sentidea",
    "core_answeredwarning",
    "core_scheduledrun",
    "core_sitechange",
    "core_tasklease",
    "core_upkeep",
    "django_",
    "home_accessibilityreport",
    "libraries_invitation",
    "mail_",
    "search_missedquery",
    "search_word",
    "users_erasure",
    "wagtailadmin_",
    "wagtailcore_comment",
    "wagtailcore_modellogentry",
    "wagtailcore_pagelogentry",
    "wagtailcore_pagesubscription",
    "wagtailcore_referenceindex",
    "wagtailcore_revision",
    "wagtailcore_taskstate",
    "wagtailcore_uploadedfile",
    "wagtailcore_workflow",
    "wagtailimages_rendition",
    "wagtailsearch_",
    "wagtailsearchpromotions_query",
    "wagtailusers_",
)
# Said at each sign-in, of each file that is read again, and of a page each time that
# its draft is kept, which the editor does every few seconds; shown to no reader.
QUIET_UPDATE = re.compile(
    r'UPDATE "users_user" SET "last_login" = \S+ WHERE'
    r'|UPDATE "assets_fileversion" SET "last_verified_at" = \S+, "fault" = \S+ WHERE'
    r'|UPDATE "wagtailcore_page" SET (?:"(?:latest_revision_id|draft_title'
    r'|latest_revision_created_at|has_unpublished_changes)" = [^\s,]+,? )+WHERE'
)
# Seconds between two looks at the database, and after one that failed.
LOOK_EVERY = 0.25
LOOK_AGAIN = 1
# Seconds that a reader waits for another's look.
PATIENCE = 2


def watch_changes() -> None:
    """Have every connection note what is written through it, and what is asked."""
    connection_created.connect(_watch, dispatch_uid="core.page_cache")


def _watch(connection, **kwargs) -> None:
    for wrapper in (_note, note_question):
        if wrapper not in connection.execute_wrappers:
            connection.execute_wrappers.append(wrapper)


def _note(execute, sql, params, many, context):
    result = execute(sql, params, many, context)
    written = WRITE.match(sql)
    is_quiet = not written or written[1].lower().startswith(QUIET)
    if not (is_quiet or QUIET_UPDATE.match(sql)):
        _note_change(context["connection"])
    return result


def _note_change(connection) -> None:
    """Leave a row, once a transaction; none is needed before the table is there."""
    from ..models import SiteChange

    # Django forgets the mark with the savepoint that the row is undone with.
    if any(mark is _noted for _, mark, _ in connection.run_on_commit):
        return
    table = SiteChange._meta.db_table
    if not getattr(connection, "has_site_changes", False):
        connection.has_site_changes = table in connection.introspection.table_names()
    if connection.has_site_changes:
        SiteChange.objects.using(connection.alias).create()
        if connection.in_atomic_block:
            transaction.on_commit(_noted, using=connection.alias)


def _noted() -> None:
    """Marks a transaction whose row is written."""


def generation() -> str:
    """What the site shows now, as a name: another one after every change."""
    from ..models import SiteChange

    found = SiteChange.objects.aggregate(Count("pk"), Min("pk"), Max("pk"))
    return "-".join(map(str, [today(), *found.values()]))


class Watch:
    """The generation as it was a moment ago, asked for a few times a second at most.

    ``every`` is how old it may be, in seconds; 0 is as it is when it is asked for.
    """

    def __init__(
        self, ask: Callable[[], str] = generation, every: float = LOOK_EVERY
    ) -> None:
        self._ask = ask
        self._every = every
        self._lock = threading.Lock()
        self._looked = self._not_before = float("-inf")
        self._known = ""

    def known(self) -> str:
        """At most twice so old as it may be, or as old as the database is away.

        Who comes while another looks goes by what was known, if that was a moment ago;
        after a quiet hour it waits.
        """
        asked = time.monotonic()
        age = asked - self._looked
        if age < self._every or asked < self._not_before:
            return self._known
        patience = PATIENCE if age >= 2 * self._every else 0
        if self._lock.acquire(timeout=patience):
            try:
                # Another may have looked meanwhile.
                if self._looked < asked and asked >= self._not_before:
                    self._look()
            finally:
                self._lock.release()
        return self._known

    def glance(self) -> str:
        """The same without waiting for anything; nothing if it must be waited for.

        A thread of its own looks, so that a crowd finds it looked at.
        """
        age = time.monotonic() - self._looked
        if age >= 2 * self._every:
            return ""
        if age >= self._every and self._lock.acquire(blocking=False):
            self._looker.submit(self._look_aside)
        return self._known

    @cached_property
    def _looker(self) -> ThreadPoolExecutor:
        # Made when it is first wanted: a process that is forked has no threads.
        return ThreadPoolExecutor(1, thread_name_prefix="watch")

    def _look_aside(self) -> None:
        try:
            self._look()
        finally:
            self._lock.release()

    def now(self) -> str:
        """As it is at this moment; raises Django's Error."""
        began = time.monotonic()
        connection.close_if_unusable_or_obsolete()
        self._known = self._ask()
        self._looked = began
        return self._known

    def _look(self) -> None:
        try:
            self.now()
        except Error as error:
            # What is kept is better than nothing while the database is away.
            self._not_before = time.monotonic() + LOOK_AGAIN
            logger.warning("the database does not tell what changed: %s", error)
        finally:
            connection.close_if_unusable_or_obsolete()
