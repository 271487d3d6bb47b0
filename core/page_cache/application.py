"""The rule: what any stranger would be shown is kept until something is changed.

It stands before Django, so that a crowd at one address costs one look in memory each.
What a stranger would be shown is what Django answers a GET without a session with, when
it sets no cookie and says "Cache-Control: no-cache" (``core.headers``), or that it
never changes.
"""

import hashlib
import logging
import pickle
import re
import threading
import time
from collections import OrderedDict
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager, nullcontext
from urllib.parse import parse_qsl, urlencode

from django.conf import settings
from django.contrib.staticfiles.storage import staticfiles_storage
from django.core.cache import caches
from django.db import Error, connection
from django.utils.cache import cc_delim_re

from redis.exceptions import RedisError

from ..headers import ONE_YEAR
from .basis import Asked, Basis, noting
from .changes import LOOK_EVERY, Watch
from .shelf import KEPT_FOR, LARGEST_PAGE, KeptPage, Shelf

logger = logging.getLogger(__name__)

# Never a page, whoever asks.
NEVER = ("/admin/", "/healthz", "/m/", "/media/", "/readyz", "/static/")
# What a newsletter or an advertisement hangs on an address; nothing of ours reads it.
TRACKING = re.compile(r"utm_\w+|fbclid|gclid|msclkid|mc_[ce]id")
# An answer may differ by these: the first two by being a person's, and the last is
# packed here.
VARIES_BY = {"accept-encoding", "accept-language", "cookie"}
# Seconds that a reader waits for another's to be made, before making it twice.
PATIENCE = 2
# Addresses whose answers were not for keeping, and which are not waited for again.
REMEMBERED = 10_000
# Away, or written by a release whose pages were of another shape.
AWAY = (RedisError, OSError, pickle.PickleError, AttributeError, ImportError)
# To be counted up when KeptPage changes.
SHAPE = 2
# Where a request says until when a front server may keep its answer.
UNTIL = "temasamarbejde.kept_until"

Application = Callable[[dict, Callable], Iterable[bytes]]


class PageCache:
    """A WSGI application around the site's: answers from what it keeps, or asks it."""

    def __init__(self, application: Application, watch: Watch | None = None) -> None:
        self._application = application
        # A front server asks once a second for a page, and adds that second to its age.
        every = 0 if settings.BEHIND_NGINX else LOOK_EVERY
        self._watch = watch or Watch(every=every)
        self._shelf = Shelf()
        self._making: dict[str, threading.Lock] = {}
        self._making_lock = threading.Lock()
        self._not_for_keeping: OrderedDict[str, str] = OrderedDict()

    def __call__(self, environ: dict, start_response: Callable) -> Iterable[bytes]:
        forget_tracking(environ)
        if not is_a_strangers(environ):
            return self._application(environ, start_response)
        key = key_of(environ)
        if settings.BEHIND_NGINX:
            # The second in which it is looked at what the site shows, to its end.
            environ[UNTIL] = f"@{int(time.time())}"
        generation = self._watch.known()
        if page := self._shelf.get(key, generation):
            return answer(page, environ, start_response)
        passed_by = self._not_for_keeping.get(key)
        if environ["REQUEST_METHOD"] != "GET" or passed_by == generation:
            return self._application(environ, start_response)
        # What was not for keeping the last time is waited for by nobody.
        with nullcontext() if passed_by else self._patiently(key):
            # Another reader may have waited for the same, and found it or not.
            page = self._shelf.get(key, generation) or self._shared(key, environ)
            if page := page or self._still_right(key, environ):
                return answer(page, environ, start_response)
            if self._not_for_keeping.get(key) != generation:
                return self._make(key, environ, start_response)
        return self._application(environ, start_response)

    def at_once(self, environ: dict) -> tuple[str, list, bytes] | None:
        """Status, headers and body of what is kept, where nobody has to be asked.

        None says nothing but that it is to be asked for in the ordinary way.
        """
        forget_tracking(environ)
        if not is_a_strangers(environ):
            return None
        generation = self._watch.glance()
        page = generation and self._shelf.get(key_of(environ), generation)
        if not page:
            return None
        said: list = []
        body = answer(page, environ, lambda *head: said.extend(head))
        return said[0], said[1], b"".join(body)

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

    def _make(self, key: str, environ: dict, start_response) -> Iterable[bytes]:
        """Ask the site, and keep what it says if it is for keeping."""
        said: list = []

        def listen(status, headers, exc_info=None):
            said[:] = [status, headers, exc_info]

        try:
            # Before it is made: a change meanwhile makes it old at once.
            generation = self._watch.now()
        except Error:
            generation = ""
        with noting() as asked:
            chunks = self._application(environ, listen)
        status, headers, exc_info = said
        if not (generation and is_for_keeping(status, headers)):
            self._remember(key, generation)
            start_response(status, headers, exc_info)
            return chunks
        try:
            body = b"".join(chunks)
        finally:
            getattr(chunks, "close", lambda: None)()
        basis = self._basis(asked, generation) if has_own_page(environ) else None
        page = KeptPage.of(generation, headers, body, basis)
        self._shelf.put(key, page)
        self._share(key, environ, page)
        return answer(page, environ, start_response)

    def _basis(self, asked: Asked, generation: str) -> Basis | None:
        """What a page is made from, if nothing changed since before it was made."""
        try:
            basis = Basis.of(asked)
            return basis if self._watch.now() == generation else None
        except Error:
            return None

    def _still_right(self, key: str, environ: dict) -> KeptPage | None:
        """The page of before the last change, if it would be made the same today."""
        page = self._shelf.last(key)
        if page is None:
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
        self._shelf.put(key, page)
        self._share(key, environ, page)
        return page

    def _remember(self, key: str, generation: str) -> None:
        self._not_for_keeping[key] = generation
        if len(self._not_for_keeping) > REMEMBERED:
            self._not_for_keeping.popitem(last=False)

    def _shared(self, key: str, environ: dict) -> KeptPage | None:
        """What another process has kept, where they have a place for it in common."""
        if not has_own_page(environ):
            return None
        try:
            page = caches["pages"].get(shared_key(key))
        except AWAY as error:
            logger.warning("the shared pages are away: %r", error)
            return None
        if page is None:
            return None
        # One that is no longer fresh may still be right.
        self._shelf.put(key, page)
        return page if page.is_fresh(self._watch.known()) else None

    def _share(self, key: str, environ: dict, page: KeptPage) -> None:
        if not has_own_page(environ):
            return
        try:
            caches["pages"].set(shared_key(key), page, KEPT_FOR)
        except AWAY as error:
            logger.warning("the shared pages are away: %r", error)


def shared_key(key: str) -> str:
    """Another one in each release: its styles and scripts have other addresses."""
    return f"{key}.{SHAPE}.{getattr(staticfiles_storage, 'manifest_hash', '')}"


def has_own_page(environ: dict) -> bool:
    """Whether the address is one of the site's own.

    Those without a query are as many as the site's pages; the others are as many as
    somebody wishes, and must not fill what is shared, nor cost more than their making.
    """
    return not environ.get("QUERY_STRING")


def forget_tracking(environ: dict) -> None:
    """Take off what only tells where a visitor came from, for Django too."""
    query = environ.get("QUERY_STRING", "")
    if not TRACKING.search(query):
        return
    pairs = parse_qsl(query, keep_blank_values=True, encoding="latin-1")
    kept = [pair for pair in pairs if not TRACKING.fullmatch(pair[0])]
    environ["QUERY_STRING"] = urlencode(kept, encoding="latin-1")


def is_a_strangers(environ: dict) -> bool:
    """Whether the request says nothing of who asks."""
    cookies = environ.get("HTTP_COOKIE", "")
    return (
        environ["REQUEST_METHOD"] in ("GET", "HEAD")
        and not environ.get("PATH_INFO", "").startswith(NEVER)
        and settings.SESSION_COOKIE_NAME not in cookies
        and "messages=" not in cookies
        and "HTTP_AUTHORIZATION" not in environ
        and "HTTP_RANGE" not in environ
    )


def key_of(environ: dict) -> str:
    """What tells two addresses apart, however long they are."""
    names = ("wsgi.url_scheme", "HTTP_HOST", "HTTP_X_FORWARDED_PROTO")
    names += ("HTTP_X_FORWARDED_HOST", "SCRIPT_NAME", "PATH_INFO", "QUERY_STRING")
    said = "\n".join(environ.get(name, "") for name in names)
    return f"page.{hashlib.sha256(said.encode()).hexdigest()}"


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
