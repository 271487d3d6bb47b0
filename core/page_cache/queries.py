"""What a page reads of its query; the rest of it makes no other page.

Anybody can hang anything on an address (``/?x=1``, ``/?x=2``), and a page made for each
would be a way to keep the site at work. So it is noted which names of the query were
asked for while a page was made, whether they were there or not: another query in which
those say the same is shown the same page. Who asks for the query as a whole has read
all of it.
"""

from collections.abc import Callable
from urllib.parse import parse_qsl, urlencode

from django.core.handlers.wsgi import WSGIHandler, WSGIRequest, get_bytes_from_wsgi
from django.http import QueryDict
from django.utils.functional import cached_property

# Where a request says that it is to be noted, and is noted.
READ = "temasamarbejde.read"
EVERYTHING = "*"
# Longer ones are taken as they are, as are those that the site refuses as a whole.
LONGEST = 2_000


class NotedQuery(QueryDict):
    """A query that notes in ``read`` the names that it is asked for."""

    def __init__(
        self, query_string=None, mutable=False, encoding=None, read: set | None = None
    ) -> None:
        self._read = None
        super().__init__(query_string, mutable, encoding)
        self._read = read

    def note(self, name: str) -> None:
        if self._read is not None:
            self._read.add(name)

    def __getitem__(self, key):
        self.note(key)
        return super().__getitem__(key)

    def __contains__(self, key):
        self.note(key)
        return super().__contains__(key)

    # What ``getlist`` and others ask.
    def _getlist(self, key, *args, **kwargs):
        self.note(key)
        return super()._getlist(key, *args, **kwargs)


def _of_everything(name: str) -> Callable:
    method = getattr(QueryDict, name)

    def ask(self, *args, **kwargs):
        self.note(EVERYTHING)
        return method(self, *args, **kwargs)

    return ask


for _name in (
    "__copy__", "__deepcopy__", "__eq__", "__iter__", "__len__", "__ne__", "__or__",
    "__repr__", "__reversed__", "copy", "dict", "items", "keys", "lists", "urlencode",
    "values",
):  # fmt: skip
    setattr(NotedQuery, _name, _of_everything(_name))


class NotingRequest(WSGIRequest):
    """A request that notes what is read of its query, where it is told to."""

    def __init__(self, environ: dict) -> None:
        super().__init__(environ)
        # Where nobody notes, everything may have been read.
        environ.get(READ, set()).discard(EVERYTHING)

    @cached_property
    def GET(self) -> QueryDict:
        query = get_bytes_from_wsgi(self.environ, "QUERY_STRING", "")
        # As every address is read, whatever a request says of its own signs: what is
        # read here and what is read in part_read must be the same.
        return NotedQuery(query, encoding="utf-8", read=self.environ.get(READ))

    def _get_full_path(self, path: str, force_append_slash: bool) -> str:
        self.environ.get(READ, set()).add(EVERYTHING)
        return super()._get_full_path(path, force_append_slash)


class Site(WSGIHandler):
    """Django's WSGI application, of such requests."""

    request_class = NotingRequest


def part_read(query: str, names: frozenset[str]) -> str:
    """What ``query`` says of ``names``: the same for all that one page answers."""
    is_odd = len(query) > LONGEST or "%00" in query or not query.isascii()
    if not query or is_odd or EVERYTHING in names:
        return query
    pairs = parse_qsl(query, keep_blank_values=True, encoding="utf-8", errors="replace")
    return urlencode([pair for pair in pairs if pair[0] in names])
