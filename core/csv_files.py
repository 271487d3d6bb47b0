"""CSV as Danish spreadsheets write it: common encodings and delimiters in, ";" out."""

import csv
import io
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from django.utils.translation import gettext as _

DELIMITERS = ";,\t|"
# A cell that begins so is a formula to a spreadsheet, and can run on opening.
FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r")
MAX_BYTES = 10 * 1024 * 1024
MAX_ROWS = 20_000


class UnreadableFile(ValueError):
    """The file is no CSV that we can read; the text says why, in Danish."""


@dataclass(frozen=True)
class Row:
    """One line of data: where it stands in the file, and its cells by heading."""

    line: int
    cells: dict[str, str]


@dataclass(frozen=True)
class Problem:
    """What is wrong with a file's content, and where."""

    line: int
    column: str
    text: str


def neutral(cell: object) -> str:
    """A cell that no spreadsheet takes for a formula."""
    text = "" if cell is None else str(cell)
    # An apostrophe that stands before a formula already gets one more, so that
    # ``original`` gives back what was there.
    return f"'{text}" if text.lstrip("'").startswith(FORMULA_STARTS) else text


def original(cell: str) -> str:
    """What ``neutral`` was given."""
    quoted = cell.startswith("'") and cell.lstrip("'").startswith(FORMULA_STARTS)
    return cell[1:] if quoted else cell


def decoded(data: bytes) -> str:
    """The text of a file from Excel, LibreOffice or a program."""
    return _decoded(data)[0]


def described(data: bytes) -> str:
    """How the file was read, for people to judge: encoding and sign between cells."""
    text, encoding = _decoded(data)
    names = {"utf-8-sig": "UTF-8", "utf-16": "UTF-16", "cp1252": "Windows-1252"}
    sign = {"\t": _("tabulator")}.get(mark := delimiter_of(text), mark)
    return _("Læst som %(encoding)s med ”%(sign)s” mellem cellerne.") % {
        "encoding": names[encoding],
        "sign": sign,
    }


def _decoded(data: bytes) -> tuple[str, str]:
    if len(data) > MAX_BYTES:
        raise UnreadableFile(_("Filen er større end 10 MB."))
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        encodings = ("utf-16",)
    else:
        encodings = ("utf-8-sig", "cp1252")
    for encoding in encodings:
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        if "\0" not in text:
            return text, encoding
    raise UnreadableFile(_("Filen er ikke en CSV-fil. Gem den som CSV, og prøv igen."))


def delimiter_of(text: str) -> str:
    """The sign between the cells: the most used one in the heading."""
    heading = text.lstrip().partition("\n")[0]
    return max(DELIMITERS, key=heading.count)


def read_rows(data: bytes) -> tuple[list[str], list[Row]]:
    """The headings, in lower case, and the rows; empty lines are passed over."""
    text = decoded(data)
    # newline="": a line break inside quotes belongs to its cell.
    reader = csv.reader(
        io.StringIO(text, newline=""), delimiter=delimiter_of(text), strict=True
    )
    headings: list[str] = []
    rows: list[Row] = []
    try:
        for cells in reader:
            cells = [original(cell.strip()) for cell in cells]
            if not any(cells):
                continue
            if not headings:
                headings = [cell.lower() for cell in cells]
                _check_headings(headings)
                continue
            if len(rows) == MAX_ROWS:
                raise UnreadableFile(_("Filen har mere end 20.000 rækker."))
            if len(cells) > len(headings) and any(cells[len(headings) :]):
                raise UnreadableFile(
                    _("Linje %(line)s har flere felter end overskriften.")
                    % {"line": reader.line_num}
                )
            cells += [""] * (len(headings) - len(cells))
            rows.append(Row(reader.line_num, dict(zip(headings, cells, strict=False))))
    except csv.Error as error:
        raise UnreadableFile(
            _("Linje %(line)s kan ikke læses: tjek anførselstegnene.")
            % {"line": reader.line_num}
        ) from error
    if not headings:
        raise UnreadableFile(_("Filen er tom."))
    return headings, rows


def _check_headings(headings: list[str]) -> None:
    named = [heading for heading in headings if heading]
    if len(named) != len(set(named)):
        twice = next(name for name in named if named.count(name) > 1)
        raise UnreadableFile(
            _("Overskriften %(name)s står to gange.") % {"name": twice}
        )


def written(headings: Iterable[str], rows: Iterable[Iterable[object]]) -> Iterator[str]:
    """The lines of a CSV file that Danish Excel opens as it is meant."""
    buffer = io.StringIO()
    writer = csv.writer(buffer, delimiter=";")
    yield "\ufeff"
    writer.writerow(headings)
    for row in rows:
        yield _emptied(buffer)
        writer.writerow([neutral(cell) for cell in row])
    yield _emptied(buffer)


def _emptied(buffer: io.StringIO) -> str:
    text = buffer.getvalue()
    buffer.seek(0)
    buffer.truncate()
    return text
