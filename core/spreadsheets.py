"""One table out of a spreadsheet: XLSX as people keep it, or CSV."""

import re
import zipfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from io import BytesIO
from xml.etree.ElementTree import iterparse

from django.utils.translation import gettext as _

from openpyxl import load_workbook
from openpyxl.utils import range_boundaries

from .csv_files import (
    MAX_BYTES,
    MAX_ROWS,
    Row,
    UnreadableFile,
    described,
    original,
    read_rows,
)

ZIP, OLE = b"PK\x03\x04", b"\xd0\xcf\x11\xe0"
# What the parts of an XLSX may fill unpacked; honest files stay far below.
MAX_UNPACKED = 120 * 1024 * 1024
MAX_COLUMNS = 80
# Headings are looked for so far down: people put a title above them.
HEADING_ROWS = 15
# A row this merged across is a caption between the rows.
CAPTION_COLUMNS = 3
CONTROLS = re.compile(r"[\x00-\x08\x0b-\x1f\x7f\u200b\ufeff]")

IsHeading = Callable[[str], bool]


@dataclass(frozen=True)
class Unreadable:
    """A cell without a value that can be used; the text says why, in Danish."""

    text: str

    def __str__(self):
        return ""


@dataclass
class Table:
    """Headings in lower case, rows, and what the reader should know about the reading.

    A cell is a text, or what a spreadsheet makes of it: a number, a date, a time, an
    ``Unreadable``.
    """

    headings: list[str]
    rows: list[Row]
    told: list[str] = field(default_factory=list)


def read_table(data: bytes, is_key: IsHeading) -> Table:
    """Read a file; the column whose heading ``is_key`` tells rows from headings.

    Raises UnreadableFile with a Danish text.
    """
    if len(data) > MAX_BYTES:
        raise UnreadableFile(_("Filen er større end 10 MB."))
    if data.startswith(OLE):
        raise UnreadableFile(
            _(
                "Filen er en gammel Excel-fil (.xls) eller låst med adgangskode. Gem "
                "den som .xlsx uden adgangskode."
            )
        )
    if data.startswith(ZIP):
        return _from_xlsx(data, is_key)
    headings, rows = read_rows(data)
    if not any(map(is_key, headings)):
        raise UnreadableFile(_no_headings(headings))
    return Table(headings, rows, [described(data)])


def _no_headings(seen: list[str]) -> str:
    names = ", ".join(name[:40] for name in seen if name)[:300]
    return _(
        "Der er ingen række med overskrifter. En af dem skal være ”titel”. Filen "
        "begynder med: %(names)s"
    ) % {"names": names or "–"}


def _from_xlsx(data: bytes, is_key: IsHeading) -> Table:
    try:
        with zipfile.ZipFile(BytesIO(data)) as parts:
            if sum(part.file_size for part in parts.infolist()) > MAX_UNPACKED:
                raise UnreadableFile(_("Filen fylder for meget, når den pakkes ud."))
            if "xl/workbook.xml" not in parts.namelist():
                raise UnreadableFile(
                    _("Filen er ikke et Excel-ark. Gem den som .xlsx eller CSV.")
                )
        return _Workbook(data, is_key).table()
    except UnreadableFile:
        raise
    # A broken file leads openpyxl into errors of every kind.
    except Exception as error:
        raise UnreadableFile(
            _("Filen er i stykker og kan ikke læses. Åbn den i Excel, og gem den igen.")
        ) from error


@contextmanager
def _opened(data: bytes, *, values: bool) -> Iterator:
    book = load_workbook(
        BytesIO(data), read_only=True, data_only=values, keep_links=False
    )
    try:
        yield book
    finally:
        book.close()


class _Workbook:
    """Reads the first visible sheet that has the heading."""

    def __init__(self, data: bytes, is_key: IsHeading):
        self.data, self.is_key = data, is_key

    def table(self) -> Table:
        with _opened(self.data, values=False) as book:
            sheets = [sheet for sheet in book.worksheets if _is_shown(sheet)]
            seen: list[str] = []
            for sheet in sheets:
                at, headings = self._headings(sheet)
                if not headings:
                    continue
                table = Table(headings, [])
                table.rows = self._rows(sheet, at, headings)
                table.told = self._told(book, sheet)
                return table
            for sheet in sheets[:1]:
                seen = [_text(cell.value) for cell in next(_cells(sheet), ())]
        raise UnreadableFile(_no_headings(seen))

    def _headings(self, sheet) -> tuple[int, list[str]]:
        for at, cells in enumerate(_cells(sheet), 1):
            if at > HEADING_ROWS:
                break
            names = [" ".join(_text(cell.value).lower().split()) for cell in cells]
            if any(map(self.is_key, names)):
                named = [name for name in names if name]
                if twice := {name for name in named if named.count(name) > 1}:
                    raise UnreadableFile(
                        _("Overskriften %(name)s står to gange.") % {"name": min(twice)}
                    )
                while not names[-1]:
                    names.pop()
                return at, names
        return 0, []

    def _told(self, book, sheet) -> list[str]:
        told = [_("Læst fra arket ”%(name)s”.") % {"name": sheet.title}]
        if others := [one.title for one in book.worksheets if one is not sheet]:
            told.append(_("Ikke læst: %(names)s.") % {"names": ", ".join(others)})
        return told

    def _rows(self, sheet, at: int, headings: list[str]) -> list[Row]:
        key = next(n for n, name in enumerate(headings, 1) if self.is_key(name))
        merged = _Merged(sheet, key, len(headings))
        rows: list[Row] = []
        formulas: list[tuple[Row, str, int, int]] = []
        for line, cells in enumerate(_cells(sheet), 1):
            if line <= at or line in merged.captions:
                continue
            found, here = {}, []
            for column, (name, cell) in enumerate(
                zip(headings, cells, strict=False), 1
            ):
                if not name:
                    continue
                if cell.data_type == "f":
                    here.append((name, line, column))
                found[name] = merged.value(line, column, _value(cell))
            if _is_empty(found):
                continue
            if line in merged.continued and rows:
                row = rows[-1]
                _add(row, found, except_for=headings[key - 1])
            else:
                if len(rows) == MAX_ROWS:
                    raise UnreadableFile(_("Filen har mere end 20.000 rækker."))
                row = Row(
                    line, {name: found.get(name, "") for name in headings if name}
                )
                rows.append(row)
            formulas += [(row, *one) for one in here]
        if formulas:
            self._reckon(sheet.title, formulas)
        # Formulas drawn further down than there is anything to reckon.
        return [row for row in rows if not _is_empty(row.cells)]

    def _reckon(self, title: str, formulas: list[tuple[Row, str, int, int]]) -> None:
        """Put what Excel last reckoned in the place of the formulas."""
        wanted = {(line, column): (row, name) for row, name, line, column in formulas}
        last = max(line for line, _column in wanted)
        with _opened(self.data, values=True) as book:
            for line, cells in enumerate(_cells(book[title]), 1):
                for column, cell in enumerate(cells, 1):
                    if place := wanted.get((line, column)):
                        row, name = place
                        row.cells[name] = _result(cell)
                if line == last:
                    break


class _Merged:
    """What cells merged in a sheet mean for its rows.

    A row merged across is a caption. Rows that share a merged title are one row; any
    other cell merged downwards speaks for each row that it covers.
    """

    def __init__(self, sheet, key: int, columns: int):
        self.captions: set[int] = set()
        self.continued: set[int] = set()
        self._from: dict[tuple[int, int], int] = {}
        self._kept: dict[tuple[int, int], object] = {}
        ranges = list(_merged_ranges(sheet))
        for left, top, right, bottom in ranges:
            if top == bottom and right - left + 1 >= min(CAPTION_COLUMNS, columns):
                if left <= key <= right:
                    self.captions.add(top)
            elif left <= key <= right:
                self.continued |= set(range(top + 1, min(bottom, top + 200) + 1))
        for left, top, right, bottom in ranges:
            if left <= key <= right or bottom - top > MAX_ROWS:
                continue
            for line in range(top + 1, bottom + 1):
                if line not in self.continued:
                    self._from[line, left] = top

    def value(self, line: int, column: int, value):
        """The cell's own value, or that of the merged cell it is part of."""
        top = self._from.get((line, column))
        if top is not None:
            return self._kept.get((top, column), "")
        if self._from:
            self._kept[line, column] = value
        return value


def _merged_ranges(sheet) -> Iterator[tuple[int, int, int, int]]:
    # openpyxl reads them only with the whole sheet in memory. Expat itself stops bombs
    # of entities.
    with sheet._get_source() as source:
        for _event, element in iterparse(source):  # noqa: S314
            if element.tag.endswith("}mergeCell"):
                yield range_boundaries(element.get("ref"))
            if element.tag.endswith("}row"):
                element.clear()


def _is_shown(sheet) -> bool:
    return sheet.sheet_state == "visible" and hasattr(sheet, "iter_rows")


def _cells(sheet) -> Iterator:
    # A sheet may say that it is a million columns wide.
    sheet.reset_dimensions()
    return sheet.iter_rows(max_col=MAX_COLUMNS)


def _value(cell):
    if cell.data_type == "e":
        return Unreadable(
            _("Cellen viser en fejl (%(error)s).") % {"error": str(cell.value)[:20]}
        )
    value = cell.value
    if value is None:
        return ""
    return original(_text(value)) if isinstance(value, str) else value


def _result(cell):
    """What a formula came to; an empty text is one too, and a value like others."""
    if cell.value is None and cell.data_type != "str":
        return Unreadable(
            _(
                "Cellen er en formel uden resultat. Skriv selve værdien, eller åbn "
                "filen i Excel, og gem den."
            )
        )
    return _value(cell)


def _text(value) -> str:
    text = "" if value is None else str(value).replace("\r\n", "\n")
    return CONTROLS.sub("", text.replace("\xa0", " ")).strip()


def _is_empty(cells: dict) -> bool:
    return all(value in ("", None) for value in cells.values())


def _add(row: Row, found: dict, except_for: str) -> None:
    for name, value in found.items():
        if name == except_for or value in ("", None):
            continue
        before = row.cells.get(name, "")
        joined = f"{before}\n{value}" if before not in ("", None) else value
        row.cells[name] = joined
