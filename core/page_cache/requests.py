"""What of a request tells one page from another, and who is a stranger."""

import hashlib
import re
from collections import OrderedDict
from collections.abc import Iterable
from dataclasses import dataclass
from urllib.parse import parse_qsl, urlencode

from django.conf import settings
from django.utils.functional import cached_property

from .queries import EVERYTHING, part_read

# Never a page, whoever asks.
NEVER = ("/admin/", "/healthz", "/m/", "/media/", "/readyz", "/static/")
# What a newsletter or an advertisement hangs on an address; nothing of ours reads it.
TRACKING = re.compile(r"utm_\w+|fbclid|gclid|msclkid|mc_[ce]id")
# Addresses of which something is remembered.
REMEMBERED = 10_000
PLACE = (
    *("wsgi.url_scheme", "HTTP_HOST", "HTTP_X_FORWARDED_PROTO"),
    *("HTTP_X_FORWARDED_HOST", "SCRIPT_NAME", "PATH_INFO"),
)
_UNKNOWN = frozenset({EVERYTHING})


@dataclass(frozen=True)
class Address:
    """Where somebody asks: ``place`` without a query, and the ``query`` that counts.

    ``whole`` is the query as it came.
    """

    place: str
    query: str
    whole: str

    @cached_property
    def key(self) -> str:
        """What tells it from others, however long it is."""
        said = f"{self.place}\n{self.query}"
        return f"page.{hashlib.sha256(said.encode()).hexdigest()}"

    @property
    def is_the_sites_own(self) -> bool:
        """Whether it is one of those that the site has pages for.

        Those without a query are as many as the site's pages; the others are as many as
        somebody wishes, and must not fill what is shared.
        """
        return not self.query


class Addresses:
    """Tells addresses apart by what their pages have been seen to read."""

    def __init__(self) -> None:
        self._reads: OrderedDict[str, frozenset[str]] = OrderedDict()

    def of(self, environ: dict) -> Address:
        place = "\n".join(environ.get(name, "") for name in PLACE)
        whole = environ.get("QUERY_STRING", "")
        query = part_read(whole, self._reads.get(place, _UNKNOWN))
        return Address(place, query, whole)

    def learn(self, address: Address, names: Iterable[str]) -> None:
        """Remember which names a page at the address was seen to read."""
        known = self._reads.get(address.place, frozenset())
        self._reads[address.place] = known.union(names)
        if len(self._reads) > REMEMBERED:
            self._reads.popitem(last=False)


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
