"""What is written about assets, out to a spreadsheet and back."""

import datetime
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import QuerySet
from django.http import StreamingHttpResponse
from django.utils import timezone
from django.utils.translation import gettext as _

from wagtail.log_actions import log

from core.csv_files import Problem, Row, UnreadableFile, read_rows, written
from themes.models import Theme

from ..models import Asset, Licence
from ..permissions import asset_policy

# Heading, and the field it stands for. "adresse" tells which asset a row is about.
KEY = "adresse"
COLUMNS = {
    "titel": "title",
    "slags": "kind",
    "tema": "theme",
    "resumé": "summary",
    "beskrivelse": "description",
    "alternativ tekst": "alt_text",
    "emneord": "tags",
    "licens": "licence",
    "kreditering": "credit",
    "bruges fra": "usable_from",
    "bruges til": "usable_until",
    "hvem må hente": "access",
}
CHOICES = {"kind": Asset.Kind.choices, "access": Asset.ACCESS}
DATES = {"usable_from", "usable_until"}


@dataclass
class Change:
    """An asset and its new values, with the old ones as people read them."""

    asset: Asset
    values: dict = field(default_factory=dict)
    shown: list[tuple[str, str, str]] = field(default_factory=list)


@dataclass
class Plan:
    """What a file would change. Nothing is saved while there is a problem."""

    changes: list[Change] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    unchanged: int = 0
    ignored: list[str] = field(default_factory=list)


def export(assets: Iterable[Asset]) -> Iterator[str]:
    """The lines of a file that the import reads back."""
    rows = (
        [asset.slug, *[_readable(asset, name) for name in COLUMNS.values()]]
        for asset in assets
    )
    return written([KEY, *COLUMNS], rows)


def sheet_response(assets: QuerySet[Asset]) -> StreamingHttpResponse:
    """The file of ``assets``, as it is fetched."""
    assets = assets.select_related("theme", "licence").prefetch_related(
        "tagged_items__tag"
    )
    return StreamingHttpResponse(
        export(assets.iterator(500)),
        content_type="text/csv; charset=utf-8",
        headers={
            "Content-Disposition": "attachment; filename="
            f'"materialer-{timezone.localdate():%Y-%m-%d}.csv"'
        },
    )


def plan_import(data: bytes, user) -> Plan:
    """Read a file for ``user``, who may change some assets; saves nothing.

    An empty cell leaves what is there. Raises UnreadableFile.
    """
    headings, rows = read_rows(data)
    if KEY not in headings:
        raise UnreadableFile(
            _("Kolonnen ”%(name)s” mangler. Tag udgangspunkt i en fil herfra.")
            % {"name": KEY}
        )
    known = {KEY, *COLUMNS}
    plan = Plan(ignored=[name for name in headings if name and name not in known])
    assets = {
        asset.slug: asset
        for asset in asset_policy()
        .instances_user_has_any_permission_for(user, ["change"])
        .filter(slug__in=[row.cells[KEY] for row in rows])
        .select_related("theme", "licence", "collection")
        .prefetch_related("tagged_items__tag")
    }
    reader = _Reader()
    seen: set[str] = set()
    for row in rows:
        slug = row.cells[KEY]
        asset = assets.get(slug)
        if slug in seen:
            text = _("”%(slug)s” står to gange i filen.") % {"slug": slug[:100]}
            plan.problems.append(Problem(row.line, KEY, text))
        elif asset is None or not asset_policy().user_has_permission_for_instance(
            user, "change", asset
        ):
            text = _("Du har intet materiale med adressen ”%(slug)s”.")
            text %= {"slug": slug[:100]}
            plan.problems.append(Problem(row.line, KEY, text))
        else:
            _plan_row(plan, row, asset, reader)
        seen.add(slug)
    return plan


def _plan_row(plan: Plan, row: Row, asset: Asset, reader: "_Reader") -> None:
    change = Change(asset)
    for column, name in COLUMNS.items():
        cell = row.cells.get(column, "")
        before = _readable(asset, name)
        if not cell or cell == before:
            continue
        try:
            value = reader.value(name, cell)
            if name != "tags":
                setattr(asset, name, value)
                asset.clean_fields(exclude=_all_but(name))
        except ValidationError as error:
            text = " ".join(error.messages)
            plan.problems.append(Problem(row.line, column, text))
            continue
        change.values[name] = value
        change.shown.append((column, before, cell))
    try:
        asset.clean()
    except ValidationError as error:
        plan.problems.append(Problem(row.line, "", " ".join(error.messages)))
    if change.values:
        plan.changes.append(change)
    else:
        plan.unchanged += 1


def save_import(plan: Plan, user) -> None:
    """Save all of it or, when something fails, nothing."""
    with transaction.atomic():
        for change in plan.changes:
            asset = Asset.objects.get(pk=change.asset.pk)
            for name, value in change.values.items():
                if name == "tags":
                    asset.tags.set(value)
                else:
                    setattr(asset, name, value)
            asset.save()
            log(instance=asset, action="wagtail.edit", user=user)


def _all_but(name: str) -> list[str]:
    return [field.name for field in Asset._meta.fields if field.name != name]


def _readable(asset: Asset, name: str) -> str:
    if name in CHOICES:
        return str(getattr(asset, f"get_{name}_display")())
    if name == "tags":
        return ", ".join(sorted(item.tag.name for item in asset.tagged_items.all()))
    value = getattr(asset, name)
    if name in DATES:
        return f"{value:%d.%m.%Y}" if value else ""
    if name == "licence":
        return value.slug if value else ""
    if name == "theme":
        return value.slug if value else ""
    return str(value or "")


class _Reader:
    """Makes values of cells; looks the vocabularies up once."""

    def __init__(self) -> None:
        self._rows = {
            "theme": {theme.slug: theme for theme in Theme.objects.all()},
            "licence": {licence.slug: licence for licence in Licence.objects.all()},
        }

    def value(self, name: str, cell: str):
        """Raise ValidationError, in Danish, for a cell that makes no sense."""
        if name in CHOICES:
            for value, label in CHOICES[name]:
                if cell.casefold() == str(label).casefold():
                    return value
            raise _not_one_of(cell, [str(label) for _value, label in CHOICES[name]])
        if name in self._rows:
            if found := self._rows[name].get(cell.lower()):
                return found
            raise _not_one_of(cell, list(self._rows[name]))
        if name in DATES:
            return _date(cell)
        if name == "tags":
            return [tag.strip()[:100] for tag in cell.split(",") if tag.strip()]
        return cell


def _date(cell: str) -> datetime.date:
    for form in ("%d.%m.%Y", "%Y-%m-%d", "%d-%m-%Y"):
        try:
            return datetime.datetime.strptime(cell, form).date()
        except ValueError:
            continue
    raise ValidationError(
        _("”%(cell)s” er ingen dato. Skriv den som 31.12.2026.") % {"cell": cell[:40]}
    )


def _not_one_of(cell: str, names: list[str]) -> ValidationError:
    return ValidationError(
        _("”%(cell)s” findes ikke. Skriv en af disse: %(names)s.")
        % {"cell": cell[:60], "names": ", ".join(names[:40])}
    )
