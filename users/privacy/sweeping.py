"""Somebody's address, telephone and name, looked for in every text of the database.

Most of what is known of a person lies where a field says so. The rest was written by
people, and is found by what stands there, also inside JSON.
"""

import json
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from django.apps import apps
from django.db import connection
from django.db.models import Field, Model

from core.privacy.records import Basis, all_records
from core.searching import FUNCTION

TEXTS = {"CharField", "TextField", "SlugField", "JSONField"}
# So many digits are a person's; fewer may be anything.
PHONE_DIGITS = 8
DANISH_PHONE = re.compile(r"(?:(?:\+|00)45)?(\d{8})")


@dataclass(frozen=True)
class Place:
    """A row with somebody's words in a column; ``is_left`` if they stand there yet."""

    model: type[Model]
    pk: object
    column: str
    is_left: bool


@dataclass(frozen=True)
class Words:
    """What somebody is known by, and what is written instead.

    An address is one person's, and so is a telephone. A name may be another's as well:
    it is replaced where the table of records says that people are named, and where the
    address or the telephone stands in the same row.
    """

    emails: tuple[str, ...]
    phone: str
    name: str
    new_email: str
    new_name: str
    _sure: list[tuple[str, str]] = field(init=False, repr=False)

    def __post_init__(self):
        sure = [(email, self.new_email) for email in self.emails]
        sure += [(written, self.new_name) for written in _ways_to_write(self.phone)]
        object.__setattr__(self, "_sure", sure)

    @property
    def sought(self) -> list[str]:
        """All that is looked for. One word alone is no name to go by."""
        named = [self.name] if " " in self.name else []
        return [*(old for old, _new in self._sure), *named]

    def is_surely_in(self, text: str) -> bool:
        return any(_pattern(old).search(text) for old, _new in self._sure)

    def is_in(self, text: str) -> bool:
        return any(_pattern(old).search(text) for old in self.sought)

    def replaced(self, text: str, *, with_name: bool) -> str:
        """The text without the person; JSON stays what it is around the words."""
        try:
            value = json.loads(text) if text[:1] in "[{" else None
        except ValueError:
            value = None
        if isinstance(value, list | dict):
            new = self._in_value(value, with_name)
            return text if new == value else json.dumps(new)
        pairs = list(self._sure)
        if with_name and self.name:
            pairs.append((self.name, self.new_name))
        for old, new in pairs:
            text = _pattern(old).sub(new, text)
        return text

    def _in_value(self, value, with_name: bool):
        if isinstance(value, str):
            return self.replaced(value, with_name=with_name)
        if isinstance(value, list):
            return [self._in_value(each, with_name) for each in value]
        if isinstance(value, dict):
            return {
                self._in_value(key, with_name): self._in_value(each, with_name)
                for key, each in value.items()
            }
        return value


def _ways_to_write(phone: str) -> list[str]:
    """A telephone as people write it, the longest first; a Danish one with +45 or not.

    None when it has so few digits that it may be anything.
    """
    if sum(sign.isdigit() for sign in phone) < PHONE_DIGITS:
        return []
    joined = re.sub(r"[\s().-]", "", phone)
    ways = {phone, joined}
    if found := DANISH_PHONE.fullmatch(joined):
        own = found[1]
        pairs = re.findall("..", own)
        ways |= {own, f"+45{own}", f"{own[:4]} {own[4:]}"}
        ways |= {sign.join(pairs) for sign in " -."}
    return sorted(ways, key=lambda way: (-len(way), way))


def _pattern(words: str) -> re.Pattern:
    """Whole words, however they are written: "ann@" is not in "joann@"."""
    before, after = (r"[\w.+-]", r"[\w-]") if "@" in words else (r"\w", r"\w")
    return re.compile(rf"(?<!{before}){re.escape(words)}(?!{after})", re.IGNORECASE)


def sweep(words: Words, *, only_look: bool = False) -> Iterator[Place]:
    """Replace the words wherever they stand, and yield each place.

    What the table of records says is nobody's is left: a library's own telephone may be
    the one that a person gave.
    """
    for model in apps.get_models(include_auto_created=True):
        columns = _columns(model)
        if columns:
            yield from _sweep_model(model, columns, words, only_look)


def _columns(model: type[Model]) -> list[Field]:
    """Its own texts. An index of words is made anew from what it indexes."""
    is_table = model._meta.managed and not model._meta.proxy
    if not is_table or model._meta.app_label == "wagtailsearch":
        return []
    return [
        field
        for field in model._meta.local_concrete_fields
        if field.get_internal_type() in TEXTS and not field.primary_key
    ]


def _sweep_model(
    model: type[Model],
    columns: list[Field],
    words: Words,
    only_look: bool,
) -> Iterator[Place]:
    records = [record for record in all_records() if record.model is model]
    people = {name for record in records for name in record.texts}
    nobodys = {
        name
        for record in records
        if record.basis == Basis.NOBODY
        for name in record.fields
    }
    name = connection.ops.quote_name
    table, pk = name(model._meta.db_table), name(model._meta.pk.column)
    for key, *texts in _rows(table, pk, columns, words.sought):
        row = dict(zip(columns, (text or "" for text in texts), strict=True))
        is_sure = any(
            _any_string(text, words.is_surely_in)
            for field_, text in row.items()
            if field_.name not in nobodys
        )
        for field_, text in row.items():
            if not _any_string(text, words.is_in):
                continue
            new = words.replaced(text, with_name=is_sure or field_.name in people)
            is_left = new == text or field_.name in nobodys
            if not is_left and not only_look:
                _write(table, pk, key, field_, new)
            yield Place(model, key, field_.name, is_left)


def _rows(table: str, pk: str, columns: list[Field], sought: list[str]) -> list[tuple]:
    """The rows that may have the words: as they are, or as JSON writes them."""
    forms = {form for text in sought for form in (text, json.dumps(text)[1:-1])}
    sqlite = connection.vendor == "sqlite"
    lower, find = (FUNCTION, "instr") if sqlite else ("lower", "strpos")
    texts = [
        f"CAST({connection.ops.quote_name(field.column)} AS text)" for field in columns
    ]
    conditions, values = [], []
    for text in texts:
        for form in forms:
            conditions.append(f"{find}({lower}({text}), %s) > 0")
            conditions.append(f"{find}({text}, %s) > 0")
            values += [form.lower(), form]
    # Names of our own tables and columns; what is looked for goes as parameters.
    statement = (
        f"SELECT {pk}, {', '.join(texts)} FROM {table}"  # noqa: S608
        f" WHERE {' OR '.join(conditions)}"
    )
    with connection.cursor() as cursor:
        cursor.execute(statement, values)
        return cursor.fetchall()


def _write(table: str, pk: str, key: object, field: Field, text: str) -> None:
    if field.max_length and field.get_internal_type() != "JSONField":
        text = text[: field.max_length]
    column = connection.ops.quote_name(field.column)
    with connection.cursor() as cursor:
        cursor.execute(
            f"UPDATE {table} SET {column} = %s WHERE {pk} = %s",  # noqa: S608
            [text, key],
        )


def _any_string(text: str, is_in: Callable[[str], bool]) -> bool:
    """Whether the words stand in a text, or in a string of the JSON that it is."""
    return is_in(text) or ("\\u" in text and is_in(_unescaped(text)))


def _unescaped(text: str) -> str:
    return re.sub(r"\\+u([0-9a-fA-F]{4})", lambda m: chr(int(m[1], 16)), text)
