"""Where a title's data comes from: the libraries' common catalogue, or nowhere.

The one source that is built asks FBI-API, the common catalogue service of the public
libraries (DBC DIGITAL, GraphQL; access is given to a library with an agreement). With
no source configured, and when it is away, every title is filled in by hand.
"""

import base64
import json
import logging
import time
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol
from urllib.parse import urlencode

from django.conf import settings
from django.core.exceptions import ValidationError

import urllib3

from .identifiers import Identifier, check_isbn

logger = logging.getLogger(__name__)

# An editor waits for the answer: in all, for every title of a paste.
SECONDS = 3
MAX_BYTES = 2 * 1024 * 1024


class SourceAway(Exception):
    """The source did not answer in time, or not with what was asked."""


@dataclass(frozen=True)
class TitleData:
    """What a catalogue knows of a title; ``cover`` is the address of its picture."""

    title: str
    author: str = ""
    year: int | None = None
    format: str = "bog"
    isbn: str = ""
    faust: str = ""
    work_id: str = ""
    cover: str = ""


class TitleSource(Protocol):
    """A catalogue that can be asked for titles by number."""

    def find(self, wanted: Sequence[Identifier]) -> dict[Identifier, TitleData]:
        """Return what is known of the titles; raises ``SourceAway``."""


class NoSource:
    """Knows nothing: titles are filled in by hand."""

    def find(self, wanted: Sequence[Identifier]) -> dict[Identifier, TitleData]:
        return {}


WORK_FIELDS = """
fragment fields on Work {
  workId
  titles { main }
  creators { display }
  workYear { year }
  manifestations {
    bestRepresentation {
      pid
      identifiers { type value }
      cover { detail origin }
      edition { publicationYear { year } }
      materialTypes { materialTypeGeneral { code } }
    }
  }
}
"""
FORMATS = {
    "EBOOKS": "e-bog",
    "AUDIO_BOOKS": "lydbog",
    "COMICS": "tegneserie",
}


class FbiSource:
    """FBI-API: all titles in one question, with the library's own access.

    ``token_url`` gives a library token for ``agency`` (six digits) by OAuth 2; it is
    kept in this object alone until it ends.
    """

    def __init__(
        self, url: str, token_url: str, client_id: str, secret: str, agency: str
    ):
        self.url, self.token_url, self.agency = url, token_url, agency
        self._client = base64.b64encode(f"{client_id}:{secret}".encode()).decode()
        self._http = urllib3.PoolManager(retries=False)
        self._token, self._token_ends = "", 0.0

    def find(self, wanted: Sequence[Identifier]) -> dict[Identifier, TitleData]:
        if not wanted:
            return {}
        ends = time.monotonic() + SECONDS
        query, variables = _question(wanted)
        answer = self._post(
            self.url,
            json.dumps({"query": query, "variables": variables}),
            "application/json",
            f"Bearer {self._access_token(ends)}",
            ends,
        )
        data = answer.get("data")
        if not isinstance(data, dict):
            raise SourceAway("the answer holds no data")
        found = {}
        for place, identifier in enumerate(wanted):
            work = _work_in(data.get(f"t{place}"))
            if work and (title := _title_of(work, identifier)):
                found[identifier] = title
        return found

    def _access_token(self, ends: float) -> str:
        if time.monotonic() >= self._token_ends:
            library = f"@{self.agency}"
            answer = self._post(
                self.token_url,
                urlencode(
                    {
                        "grant_type": "password",
                        "username": library,
                        "password": library,
                    }
                ),
                "application/x-www-form-urlencoded",
                f"Basic {self._client}",
                ends,
            )
            if not isinstance(answer.get("access_token"), str):
                raise SourceAway("no access token was given")
            self._token = answer["access_token"]
            lasts = answer.get("expires_in")
            lasts = lasts if isinstance(lasts, int | float) else 0
            self._token_ends = time.monotonic() + max(0, lasts - 60)
        return self._token

    def _post(
        self, url: str, body: str, content_type: str, authorization: str, ends: float
    ) -> dict:
        left = ends - time.monotonic()
        if left <= 0:
            raise SourceAway("the time was up")
        headers = {"Content-Type": content_type, "Authorization": authorization}
        try:
            response = self._http.request(
                "POST",
                url,
                body=body,
                headers=headers,
                timeout=urllib3.Timeout(total=left),
                preload_content=False,
                redirect=False,
            )
            try:
                return self._read(response, ends)
            finally:
                response.close()
        except (urllib3.exceptions.HTTPError, ValueError) as error:
            raise SourceAway(type(error).__name__) from error

    def _read(self, response, ends: float) -> dict:
        if response.status == 401:
            self._token_ends = 0.0
        if response.status != 200:
            raise SourceAway(f"it answered {response.status}")
        data = bytearray()
        # A server that sends a byte at a time must not hold the editor either.
        while chunk := response.read1(64 * 1024):
            data += chunk
            if len(data) > MAX_BYTES or time.monotonic() > ends:
                raise SourceAway("the answer was too large or too slow")
        answer = json.loads(bytes(data))
        if not isinstance(answer, dict):
            raise SourceAway("the answer is no object")
        return answer


def _question(wanted: Sequence[Identifier]) -> tuple[str, dict[str, str]]:
    """One GraphQL query with a named part a title, and its variables."""
    asks, variables = [], {}
    for place, identifier in enumerate(wanted):
        name, value = f"v{place}", identifier.value
        if identifier.kind == "work":
            asks.append(f"t{place}: work(id: ${name}) {{ ...fields }}")
        elif identifier.kind == "faust":
            asks.append(f"t{place}: work(faust: ${name}) {{ ...fields }}")
        else:
            asks.append(
                f"t{place}: complexSearch(cql: ${name}) "
                "{ works(offset: 0, limit: 1) { ...fields } }"
            )
            value = f'term.isbn="{value}"'
        variables[name] = value
    declared = ", ".join(f"${name}: String!" for name in variables)
    query = f"query Titles({declared}) {{ {' '.join(asks)} }}\n{WORK_FIELDS}"
    return query, variables


def _work_in(answer) -> dict | None:
    if isinstance(answer, dict) and "works" in answer:
        works = answer["works"]
        return works[0] if isinstance(works, list) and works else None
    return answer if isinstance(answer, dict) else None


def _title_of(work: dict, asked: Identifier) -> TitleData | None:
    """Return what a work says; None when it has not even a title."""
    try:
        title = (work["titles"]["main"] or [""])[0]
        best = (work.get("manifestations") or {}).get("bestRepresentation") or {}
        creators = [one["display"] for one in work.get("creators") or []]
        year = (work.get("workYear") or {}).get("year")
        edition = (best.get("edition") or {}).get("publicationYear") or {}
        types = best.get("materialTypes") or []
        code = types[0]["materialTypeGeneral"]["code"] if types else ""
        isbns = [
            one["value"]
            for one in best.get("identifiers") or []
            if one.get("type") == "ISBN"
        ]
        cover = best.get("cover") or {}
        faust = (best.get("pid") or "").rpartition(":")[2]
    except (KeyError, TypeError, IndexError, AttributeError) as error:
        raise SourceAway("the answer has another shape") from error
    if not title:
        return None
    return TitleData(
        title=str(title)[:200],
        author=", ".join(map(str, creators))[:200],
        year=_year(year) or _year(edition.get("year")),
        format=FORMATS.get(code, "bog"),
        isbn=asked.value if asked.kind == "isbn" else _plain_isbn(isbns),
        faust=asked.value if asked.kind == "faust" else faust,
        work_id=str(work.get("workId") or "")[:60],
        # "default" is the catalogue's own picture for what has none.
        cover="" if cover.get("origin") == "default" else cover.get("detail") or "",
    )


def _year(year) -> int | None:
    return int(year) if str(year or "").isdecimal() and int(year) <= 2100 else None


def _plain_isbn(isbns: list[str]) -> str:
    for one in isbns:
        try:
            return check_isbn(one)
        except ValidationError:
            continue
    return ""


_source: TitleSource | None = None


def title_source() -> TitleSource:
    """The source that the settings name, the same one as long as they do."""
    global _source
    wanted = settings.FBI_API
    if not wanted["url"]:
        return NoSource()
    if not isinstance(_source, FbiSource) or _source.url != wanted["url"]:
        _source = FbiSource(**wanted)
    return _source


def find_titles(
    wanted: Sequence[Identifier],
) -> tuple[dict[Identifier, TitleData], bool]:
    """Return what is known of the titles, and whether the source was there to ask."""
    try:
        return title_source().find(wanted), True
    except SourceAway as error:
        logger.warning("The title source is away: %s", error)
        return {}, False
