"""The rule: what any stranger would be shown is kept until something is changed.

It stands before Django, so that a crowd at one address costs one look in memory each.
What a stranger would be shown is what Django answers a GET without a session with, when
it sets no cookie and says "Cache-Control: no-cache" (``core.headers``), or that it
never changes.
"""

import logging
import pickle
import threading
import time
from collections import OrderedDict
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager, nullcontext

from django.conf import settings
from django.contrib.staticfiles.storage import staticfiles_storage
from django.core.cache import caches
from django.db import Error, connection
from django.utils.cache import cc_delim_re

from redis.exceptions import RedisError

from ..headers import ONE_YEAR
from .basis import Basis, noting
from .changes import LOOK_EVERY, Watch
from .queries import EVERYTHING, READ, part_read
from .release import release
from .requests import (
    REMEMBERED,
    Address,
    Addresses,
    forget_tracking,
    is_a_strangers,
)
from .shelf import KEPT_FOR, LARGEST_PAGE, KeptPage, Shelf

logger = logging.getLogger(__name__)

# An answer may differ by these: the first two by being a person's, and the last is
# packed here.
VARIES_BY = {"accept-encoding", "accept-language", "cookie"}
# Seconds that a reader waits for another's to be made, before making it twice.
PATIENCE = 2
# Answers that say nothing of the address: others may be shown a page there.
OF_THE_ASKER = ("400", "429")
# Away, or written by somebody else.
AWAY = (RedisError, OSError, pickle.PickleError, AttributeError, ImportError)
# Where a request says until when a front server may keep its answer.
UNTIL = "temasamarbejde.kept_until"

Application = Callable[[dict, Callable], Iterable[bytes]]


class PageCache:
    """A WSGI application around the site's: answers from what it keeps, or asks it."""

    def __init__(self, application: Application, watch: Watch | None = None) -> None:
        self._application = application
        # Read from disk before anybody asks.
        release()
        # A front server asks once a second for a page, and adds that second to its age.
        every = 0 if settings.BEHIND_NGINX else LOOK_EVERY
        self._watch = watch or Watch(every=every)
        self._shelf = Shelf()
        self._addresses = Addresses()
        self._making: dict[str, threading.Lock] = {}
        self._making_lock = threading.Lock()
        # Addresses whose answers were not for keeping, which nobody waits for again.
        self._not_for_keeping: OrderedDict[str, str] = OrderedDict()

    def __call__(self, environ: dict, start_response: Callable) -> Iterable[bytes]:
        forget_tracking(environ)
        if not is_a_strangers(environ):
            return self._application(environ, start_response)
        address = self._addresses.of(environ)
        if settings.BEHIND_NGINX:
            # The second in which it is looked at what the site shows, to its end.
            environ[UNTIL] = f"@{int(time.time())}"
        generation = self._watch.known()
        if page := self._kept(address, generation):
            return answer(page, environ, start_response)
        passed_by = self._not_for_keeping.get(address.key)
        if environ["REQUEST_METHOD"] != "GET" or passed_by == generation:
            return self._application(environ, start_response)
        # What was not for keeping the last time is waited for by nobody.
        with nullcontext() if passed_by else self._patiently(address.key):
            # Another reader may have waited for the same, and found it or not.
            address = self._addresses.of(environ)
            page = (
                self._kept(address, generation)
                or self._shared(address)
                or self._still_right(address)
            )
            if page and page.answers(address.whole):
                return answer(page, environ, start_response)
            if self._not_for_keeping.get(address.key) != generation:
                return self._make(address, environ, start_response)
        return self._application(environ, start_response)

    def at_once(self, environ: dict) -> tuple[str, list, bytes] | None:
        """Status, headers and body of what is kept, where nobody has to be asked.

        None says nothing but that it is to be asked for in the ordinary way.
        """
        forget_tracking(environ)
        if not is_a_strangers(environ):
            return None
        generation = self._watch.glance()
        address = self._addresses.of(environ)
        page = generation and self._kept(address, generation)
        if not page:
            return None
        said: list = []
        body = answer(page, environ, lambda *head: said.extend(head))
        return said[0], said[1], b"".join(body)

    def _kept(self, address: Address, generation: str) -> KeptPage | None:
        page = self._shelf.get(address.key, generation)
        return page if page and page.answers(address.whole) else None

    @contextmanager
    def _patiently(self, key: str) -> Iterator[None]:
        """Alone with the address if that is to be had in time; goes on if it is not."""
        with self._making_lock:
            if len(self._making) > REMEMBERED:
                self._making.clear()
            lock = self._making.setdefault(key, threading.Lock())
        is_held = lock.acquire(timeout=PATIENCE)
        try:
            yield
        finally:
            if is_held:
                lock.release()

    def _make(self, address: Address, environ: dict, start_response) -> Iterable[bytes]:
        """Ask the site, and keep what it says if it is for keeping."""
        said: list = []

        def listen(status, headers, exc_info=None):
            said[:] = [status, headers, exc_info]

        try:
            # Before it is made: a change meanwhile makes it old at once.
            generation = self._watch.now()
        except Error:
            generation = ""
        environ[READ] = read = {EVERYTHING}
        with noting() as asked:
            chunks = self._application(environ, listen)
        status, headers, exc_info = said
        if not (generation and is_for_keeping(status, headers)):
            if not status.startswith(OF_THE_ASKER):
                self._remember(address.key, generation)
            start_response(status, headers, exc_info)
            return chunks
        try:
            body = b"".join(chunks)
        finally:
            getattr(chunks, "close", lambda: None)()
        self._addresses.learn(address, read)
        address = self._addresses.of(environ)
        # What somebody made up is not asked for again; its basis would be for nothing.
        is_worth_it = address.is_the_sites_own or self._shelf.last(address.key)
        page = KeptPage.of(
            generation,
            headers,
            body,
            basis=Basis.of(asked) if is_worth_it else None,
            reads=frozenset(read),
            query=part_read(address.whole, frozenset(read)),
        )
        self._put(address, page)
        return answer(page, environ, start_response)

    def _still_right(self, address: Address) -> KeptPage | None:
        """The page of before the last change, if it would be made the same today."""
        page = self._shelf.last(address.key)
        if not (page and page.basis and page.is_young):
            return None
        try:
            # Before it is asked: a change meanwhile makes it old at once.
            generation = self._watch.now()
            if not page.basis.still_holds():
                return None
        except Error:
            return None
        finally:
            connection.close_if_unusable_or_obsolete()
        page = page.in_generation(generation)
        self._put(address, page)
        return page

    def _remember(self, key: str, generation: str) -> None:
        self._not_for_keeping[key] = generation
        if len(self._not_for_keeping) > REMEMBERED:
            self._not_for_keeping.popitem(last=False)

    def _shared(self, address: Address) -> KeptPage | None:
        """What another process has kept, where they have a place for it in common."""
        if not address.is_the_sites_own:
            return None
        try:
            page = caches["pages"].get(shared_key(address.key))
        except AWAY as error:
            logger.warning("the shared pages are away: %r", error)
            return None
        if page is None:
            return None
        # One that is no longer fresh may still be right.
        self._shelf.put(address.key, page)
        self._addresses.learn(address, page.reads)
        return page if page.is_fresh(self._watch.known()) else None

    def _put(self, address: Address, page: KeptPage) -> None:
        self._shelf.put(address.key, page)
        if not address.is_the_sites_own:
            return
        try:
            caches["pages"].set(shared_key(address.key), page, KEPT_FOR)
        except AWAY as error:
            logger.warning("the shared pages are away: %r", error)


def shared_key(key: str) -> str:
    """Another one in each release: its pages, styles and scripts are others."""
    styles = getattr(staticfiles_storage, "manifest_hash", "")
    return f"{key}.{release()}.{styles}"


def is_for_keeping(status: str, headers: list) -> bool:
    """Whether an answer is what any stranger would be shown, and whole."""
    said = {name.lower(): value for name, value in headers}
    varies = {name.lower() for name in cc_delim_re.split(said.get("vary", "")) if name}
    return (
        status.startswith("200")
        and said.get("cache-control") in ("no-cache", ONE_YEAR)
        and "set-cookie" not in said
        and "content-encoding" not in said
        # What is sent as it is made has no length.
        and int(said.get("content-length", LARGEST_PAGE + 1)) <= LARGEST_PAGE
        and varies <= VARIES_BY
    )


def answer(page: KeptPage, environ: dict, start_response) -> list[bytes]:
    """Send a page as this reader can take it; nothing if it is there already."""
    headers = [*page.headers, ("ETag", page.etag)]
    if until := environ.get(UNTIL):
        headers.append(("X-Accel-Expires", until))
    if page.etag in environ.get("HTTP_IF_NONE_MATCH", ""):
        start_response("304 Not Modified", headers)
        return []
    body = page.body
    if page.packed and "gzip" in environ.get("HTTP_ACCEPT_ENCODING", ""):
        body = page.packed
        headers.append(("Content-Encoding", "gzip"))
    headers.append(("Content-Length", str(len(body))))
    start_response("200 OK", headers)
    return [] if environ["REQUEST_METHOD"] == "HEAD" else [body]
