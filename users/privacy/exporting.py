"""All that is kept of somebody, as a zip that they can be given."""

import json
import zipfile
from collections.abc import Iterable
from pathlib import Path

from django.contrib.contenttypes.models import ContentType
from django.core.serializers.json import DjangoJSONEncoder
from django.db import models
from django.utils import timezone

from wagtail.log_actions import log
from wagtail.models import ModelLogEntry
from wagtail.users.models import UserProfile

from core.csv_files import written
from core.privacy.records import Basis, Record, all_records

from ..addresses import addresses_of
from ..models import User
from .erasing import places_of

EXPORTED = "users.person_exported"
ANOTHER = "en anden person"
NOTE = """\
Her er alt, hvad {site} har om {name}.

personoplysninger.json   det hele, med formål, grundlag og hvor længe det bliver gemt
*.csv                    det samme som regneark, ét for hver slags
steder.csv               hvor navn, adresse eller telefon ellers står i en tekst
Adgangskoder, nøgler og andre personers navne er ikke med.
"""


def export(person: User, path: Path, site: str) -> dict[str, int]:
    """Write the zip, readable for its owner alone; how many rows of what there are.

    Raises OSError, FileExistsError among them.
    """
    found: dict[str, list[dict]] = {}
    kept = []
    for record in all_records():
        if record.basis == Basis.NOBODY:
            continue
        rows = [_told(record, row, person) for row in record.rows_of(person)]
        if rows:
            found.setdefault(record.label, []).extend(rows)
            kept.append(_described(record, rows))
    places = [
        {"tabel": place.model._meta.label, "række": place.pk, "kolonne": place.column}
        for place in places_of(person)
    ]
    data = {"person": str(person), "skrevet": timezone.now(), "gemt": kept}
    path.touch(mode=0o600, exist_ok=False)
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("LÆSMIG.txt", NOTE.format(site=site, name=person))
        archive.writestr("personoplysninger.json", _as_json({**data, "steder": places}))
        for label, rows in {**found, "steder": places}.items():
            archive.writestr(f"{label}.csv", _as_csv(rows))
        _add_picture(archive, person)
    log(instance=person, action=EXPORTED)
    return {label: len(rows) for label, rows in found.items()}


def _described(record: Record, rows: list[dict]) -> dict:
    return {
        "hvad": record.label,
        "formål": record.purpose,
        "grundlag": record.basis,
        "gemmes": record.kept_for,
        "rækker": rows,
    }


def _told(record: Record, row: models.Model, person: User) -> dict:
    """What a row says of the person; all of it when it is theirs."""
    told = {} if record.is_whole else {"hvad": str(row)}
    for field in row._meta.concrete_fields:
        is_said = record.is_whole or field.name in (*record.fields, *record.texts)
        if field.name in record.secret:
            continue
        if is_said or field.primary_key or isinstance(field, models.DateField):
            told[field.name] = _value(row, field, person)
    return told


def _value(row: models.Model, field: models.Field, person: User):
    value = field.value_from_object(row)
    if field.related_model is User and value is not None:
        return str(person) if value == person.pk else ANOTHER
    if isinstance(field, models.EmailField) and value:
        return value if value.lower() in addresses_of(person) else ANOTHER
    if isinstance(row, ModelLogEntry) and field.name == "label":
        return ANOTHER if _is_about_another(row, person) else value
    if isinstance(field, models.FileField):
        return value.name
    return value


def _is_about_another(entry: ModelLogEntry, person: User) -> bool:
    people = ContentType.objects.get_for_model(User)
    return entry.content_type_id == people.pk and entry.object_id != str(person.pk)


def _as_json(data: dict) -> str:
    return json.dumps(data, cls=_Encoder, ensure_ascii=False, indent=2)


class _Encoder(DjangoJSONEncoder):
    def default(self, o):
        try:
            return super().default(o)
        except TypeError:
            return str(o)


def _as_csv(rows: Iterable[dict]) -> str:
    rows = list(rows)
    headings = list(dict.fromkeys(name for row in rows for name in row))
    return "".join(
        written(headings, ([row.get(name) for name in headings] for row in rows))
    )


def _add_picture(archive: zipfile.ZipFile, person: User) -> None:
    profile = UserProfile.objects.filter(user=person).first()
    if profile and profile.avatar:
        with profile.avatar.open() as picture:
            name = f"profilbillede{Path(profile.avatar.name).suffix}"
            archive.writestr(name, picture.read())
