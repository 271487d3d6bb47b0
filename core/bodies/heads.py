"""A request's head read, and an answer written, without gunicorn's help.

For what is answered where it is read. Only the plainest of heads is read here, and as
gunicorn reads it; whatever is in the least unusual is left to gunicorn.
"""

import re
import time
from collections.abc import Iterable
from functools import lru_cache
from typing import Any

from gunicorn import SERVER
from gunicorn.http.message import _ip_in_allow_list
from gunicorn.util import http_date, unquote_to_wsgi_str

# Bytes; below each of gunicorn's own limits.
LARGEST = 4000
MOST_FIELDS = 100
# So much of a body, at most, has to be here before a thread is lent to it.
ENOUGH = 64 * 1024
LENGTH = re.compile(rb"\r\ncontent-length:[ \t]*(\d{1,18})", re.IGNORECASE)
PLAIN = re.compile(
    rb"(GET|HEAD) (/(?:[!-\"$-.0-~][!-\"$-~]*)?) HTTP/1\.1\r\n"
    rb"((?:[A-Za-z][A-Za-z-]*:[ -~\t]*\r\n)+)\r\n"
)
# They say of a body, of another protocol, or of the address, what gunicorn must judge.
UNUSUAL = {
    "CONTENT-LENGTH",
    "CONTENT-TYPE",
    "EXPECT",
    "PATH-INFO",
    "SCRIPT-NAME",
    "TRANSFER-ENCODING",
    "UPGRADE",
    "X-FORWARDED-PROTOCOL",
    "X-FORWARDED-SSL",
}
SCHEME = "X-FORWARDED-PROTO"


def plain_request(data: bytes, client: Any, cfg: Any) -> dict[str, str] | None:
    """What a WSGI application goes by, where a request is whole and plain; or None.

    ``client`` is the other end's address and ``cfg`` gunicorn's settings: they decide
    whether it is believed that the visitor came by https.
    """
    found = PLAIN.fullmatch(data) if len(data) <= LARGEST else None
    if not found or not isinstance(client, tuple):
        return None
    method, target, lines = (part.decode("latin-1") for part in found.groups())
    fields = {}
    for line in lines.split("\r\n")[:-1]:
        name, _colon, value = line.partition(":")
        name = name.upper()
        if name in fields or name in UNUSUAL:
            return None
        fields[name] = value.strip(" \t")
    is_unusual = len(fields) > MOST_FIELDS or "HOST" not in fields
    if is_unusual or fields.get("CONNECTION", "keep-alive").lower() != "keep-alive":
        return None
    path, _mark, query = target.partition("?")
    return {
        "REQUEST_METHOD": method,
        "SCRIPT_NAME": "",
        "PATH_INFO": unquote_to_wsgi_str(path),
        "QUERY_STRING": query,
        "wsgi.url_scheme": _scheme(fields.get(SCHEME), client, cfg),
        **{f"HTTP_{name.replace('-', '_')}": fields[name] for name in fields},
    }


def _scheme(said: str | None, client: tuple, cfg: Any) -> str:
    if said is None or said != cfg.secure_scheme_headers.get(SCHEME):
        return "http"
    networks = cfg.forwarded_allow_networks()
    is_believed = _ip_in_allow_list(client[0], cfg.forwarded_allow_ips, networks)
    return "https" if is_believed else "http"


@lru_cache(1)
def _date(second: int) -> str:
    return http_date(second)


def whole_answer(status: str, headers: Iterable[tuple[str, str]], body: bytes) -> bytes:
    """The bytes of an answer on a line that stays open."""
    said = [
        f"HTTP/1.1 {status}",
        f"Server: {SERVER}",
        f"Date: {_date(int(time.time()))}",
        "Connection: keep-alive",
        *(f"{name}: {value}" for name, value in headers),
        "\r\n",
    ]
    return "\r\n".join(said).encode("latin-1") + body
