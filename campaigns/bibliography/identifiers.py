"""The numbers by which Danish libraries know a title.

A faust number has eight digits, newer ones nine; the last is a check digit, modulus 11
with the weights 2 to 7 from the right (DBC, danMARC2 field 001).
"""

import contextlib
import re
from dataclasses import dataclass
from urllib.parse import parse_qs, unquote, urlsplit

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from stdnum import isbn
from stdnum.exceptions import ValidationError as StdnumError

MAX_LINES = 200
WORK = re.compile(r"work-of:(?P<pid>\d{6}-[a-z]+:(?P<faust>\d{8,9}))(?!\d)")
PID = re.compile(r"(?<![\w:])(?P<pid>\d{6}-[a-z]+:(?P<faust>\d{8,9}))(?!\d)")
# Where people copy titles from: the national catalogue, eReolen, a library's own site.
ADDRESS = re.compile(r"https?://", re.IGNORECASE)


@dataclass(frozen=True)
class Identifier:
    """A title's number: its ``kind`` (isbn, faust or work) and its plain ``value``."""

    kind: str
    value: str

    def __str__(self):
        names = {"isbn": "ISBN", "faust": "faust", "work": ""}
        return f"{names[self.kind]} {self.value}".strip()


@dataclass(frozen=True)
class Line:
    """A pasted line: where it stands, and the number in it or what is wrong."""

    number: int
    text: str
    identifier: Identifier | None = None
    problem: str = ""


def check_isbn(text: str) -> str:
    """Return an ISBN as 13 digits; a wrong one raises ``ValidationError``."""
    try:
        return isbn.to_isbn13(isbn.validate(text))
    except StdnumError as error:
        raise ValidationError(
            _(
                "%(isbn)s er ikke et ISBN: kontrolcifferet eller længden "
                "passer ikke. Se efter bag på bogen, eller lad feltet "
                "være tomt."
            ),
            params={"isbn": text},
        ) from error


def check_faust(text: str) -> str:
    """Return a faust number as digits; a wrong one raises ``ValidationError``."""
    digits = re.sub(r"[\s.-]", "", text)
    if not re.fullmatch(r"\d{8,9}", digits, re.ASCII):
        raise ValidationError(
            _("%(faust)s er ikke et faustnummer. Det har otte eller ni cifre."),
            params={"faust": text},
        )
    weights = (2, 3, 4, 5, 6, 7, 2, 3)
    body = zip(reversed(digits[:-1]), weights, strict=False)
    total = sum(int(digit) * weight for digit, weight in body)
    if (total + int(digits[-1])) % 11:
        raise ValidationError(
            _("%(faust)s er ikke et faustnummer: kontrolcifferet passer ikke."),
            params={"faust": text},
        )
    return digits


def check_work(text: str) -> str:
    """Return a work id in full; anything else raises ``ValidationError``."""
    match = WORK.fullmatch(text.strip())
    if not match:
        raise ValidationError(
            _("%(work)s er ikke et værk-id. Det ligner work-of:870970-basis:26521556."),
            params={"work": text},
        )
    return f"work-of:{match['pid']}"


def read_identifier(text: str) -> Identifier:
    """Return the number in a line: an ISBN, a faust number, a work id or an address.

    What holds none raises ``ValidationError`` with what to do.
    """
    text = text.strip()
    if ADDRESS.match(text):
        return _in_address(text)
    if found := _work_or_pid(text):
        return found
    bare = re.sub(r"(?i)^(isbn(-1[03])?|faust(nummer|nr\.?)?)[\s:]*", "", text)
    digits = re.sub(r"[\s.-]", "", bare)
    if re.fullmatch(r"\d{8,9}", digits, re.ASCII):
        return Identifier("faust", check_faust(digits))
    if re.fullmatch(r"[\dXx]{10,13}", digits, re.ASCII):
        return Identifier("isbn", check_isbn(bare))
    raise ValidationError(
        _(
            "Her er hverken et ISBN, et faustnummer eller en adresse på bibliotek.dk. "
            "Skriv ét nummer på hver linje."
        )
    )


def _in_address(text: str) -> Identifier:
    try:
        address = urlsplit(text)
        query = parse_qs(address.query)
    except ValueError:
        query = {}
    if found := _work_or_pid(unquote(text)):
        return found
    for values in query.values():
        for value in values:
            if not ADDRESS.match(value):
                with contextlib.suppress(ValidationError):
                    return read_identifier(value)
    raise ValidationError(
        _(
            "Adressen fører ikke til én titel. Åbn titlen på bibliotek.dk, og kopiér "
            "adressen derfra."
        )
    )


def _work_or_pid(text: str) -> Identifier | None:
    if match := WORK.search(text):
        return Identifier("work", f"work-of:{match['pid']}")
    if match := PID.search(text):
        return Identifier("faust", check_faust(match["faust"]))
    return None


def read_lines(text: str) -> list[Line]:
    """Return the lines of a paste that say something, each read or with its problem.

    A number that stands there twice is a problem of its second line.
    """
    lines, seen = [], {}
    for number, raw in enumerate(text.splitlines(), start=1):
        words = raw.strip()
        if not words:
            continue
        try:
            identifier = read_identifier(words)
        except ValidationError as error:
            lines.append(Line(number, words, problem=error.messages[0]))
            continue
        if identifier in seen:
            problem = _("Står allerede på linje %(line)s.") % {"line": seen[identifier]}
            lines.append(Line(number, words, problem=problem))
            continue
        seen[identifier] = number
        lines.append(Line(number, words, identifier))
    return lines
