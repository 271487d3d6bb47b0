"""The table of what the models keep of people.

An app fills it when it is ready:

    keep("assets.SavedSearch", "user", purpose="…", ends="…", goes=True)

The same model may have several entries: whoever knows another way from a person to its
rows adds one.
"""

import datetime
import enum
from collections.abc import Callable
from dataclasses import dataclass

from django.apps import apps
from django.contrib.auth import get_user_model
from django.contrib.auth.base_user import AbstractBaseUser
from django.db.models import EmailField, Model, Q, QuerySet

Finder = Callable[[AbstractBaseUser], QuerySet]


class Basis(enum.StrEnum):
    """What the data protection regulation allows it by."""

    TASK = "opgave i samfundets interesse (art. 6, stk. 1, e)"
    SECURITY = "sikkerhed (art. 32 og art. 6, stk. 1, e)"
    LAW = "retlig forpligtelse (art. 6, stk. 1, c)"
    CONSENT = "samtykke (art. 6, stk. 1, a)"
    NOBODY = "ingen persons"


def older(moment: datetime.datetime, days: int) -> datetime.datetime:
    """What was before this is more than so many days old."""
    return moment - datetime.timedelta(days=days)


def delete_rows(rows: QuerySet) -> None:
    rows.delete()


@dataclass(frozen=True)
class Record:
    """What one model keeps of people.

    ``fields`` name or lead to a person. ``texts`` are those in which a person may be
    named in words; who is erased is taken out of them by name. ``days`` is how long it
    is kept, counted from what ``ends`` says; None when there is no such time. What is
    older is found by ``old``, or by the task ``by``.
    """

    label: str
    fields: tuple[str, ...]
    purpose: str
    basis: Basis
    ends: str
    days: int | None = None
    texts: tuple[str, ...] = ()
    # Never given out, not to the person either: keys and the like.
    secret: tuple[str, ...] = ()
    # The rows whose time is over at a moment, and what then happens to them.
    old: Callable[[datetime.datetime], QuerySet] | None = None
    forget: Callable[[QuerySet], object] = delete_rows
    # The scheduled task that forgets them instead, by its path.
    by: str = ""
    # A person's rows, where no field leads to them.
    of: Finder | None = None
    # What happens to a person's rows when they are erased; nothing by itself, since
    # they then lead to a pseudonym.
    erase: Callable[[QuerySet], object] | None = None
    # Whether a row is the person's in all it says, or only says that it was theirs.
    is_whole: bool = False

    @property
    def model(self) -> type[Model]:
        return apps.get_model(self.label)

    @property
    def kept_for(self) -> str:
        """How long, in words."""
        return self.ends if self.days is None else f"{self.days} dage {self.ends}"

    def rows_of(self, person: AbstractBaseUser) -> QuerySet:
        """The person's rows: by ``of``, or the fields that name or lead to them."""
        if self.of:
            return self.of(person)
        rows = self.model._base_manager
        found = Q(pk__in=[])
        for name in self.fields:
            field = self.model._meta.get_field(name)
            if field.related_model is get_user_model():
                found |= Q(**{name: person.pk})
            elif isinstance(field, EmailField) and self.basis != Basis.NOBODY:
                found |= Q(**{f"{name}__iexact": person.email})
        return rows.filter(found)


_records: list[Record] = []


def keep(
    label: str,
    *fields: str,
    purpose: str,
    ends: str,
    basis: Basis = Basis.TASK,
    goes: bool = False,
    **rest,
) -> Record:
    """Say what a model keeps; with ``goes`` a person's rows are deleted with them."""
    if goes:
        rest["erase"] = delete_rows
    record = Record(label, fields, purpose, basis, ends, **rest)
    if record not in _records:
        _records.append(record)
    return record


def all_records() -> list[Record]:
    """The whole table, by model."""
    return sorted(_records, key=lambda record: record.label)
