"""The records of reading lists and films, and how each is told."""

import datetime
import re
import uuid
import xml.etree.ElementTree as ET
from collections.abc import Iterable
from urllib.parse import urlsplit

from django.conf import settings
from django.db.models import Min, Q, QuerySet
from django.http import HttpRequest

from pymarc import record_to_xml_node

from core.models import OpenRecord
from core.open_data.questions import Place
from core.open_data.records import in_order
from themes.models import Theme

from ..api import films, reading_lists
from ..bibliography.formats import MARCXML, marc_records
from ..models import FilmPage, ReadingListPage
from .arguments import ProtocolError, read_span

OAI_DC = "http://www.openarchives.org/OAI/2.0/oai_dc/"
DC = "http://purl.org/dc/elements/1.1/"
XSI = "http://www.w3.org/2001/XMLSchema-instance"
for prefix, namespace in (("oai_dc", OAI_DC), ("dc", DC), ("xsi", XSI)):
    ET.register_namespace(prefix, namespace)

SETS = {"laeselister": reading_lists.KIND, "film": films.KIND}
SET_OF = {kind: name for name, kind in SETS.items()}
MODELS = {reading_lists.KIND: ReadingListPage, films.KIND: FilmPage}
# What Dublin Core calls them (DCMI Type Vocabulary).
TYPES = {reading_lists.KIND: "Collection", films.KIND: "MovingImage"}
THEMED = "tema"
# By prefix: the schema, the namespace and the kinds it tells of.
FORMATS = {
    "oai_dc": ("http://www.openarchives.org/OAI/2.0/oai_dc.xsd", OAI_DC, set(MODELS)),
    "marcxml": (
        "http://www.loc.gov/standards/marcxml/schema/MARC21slim.xsd",
        MARCXML,
        {reading_lists.KIND},
    ),
}
# What XML 1.0 has no way to write.
UNWRITABLE = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def stamp(moment: datetime.datetime) -> str:
    """A moment as the protocol writes it: UTC, to the second."""
    return f"{moment.astimezone(datetime.UTC).replace(tzinfo=None):%Y-%m-%dT%H:%M:%S}Z"


def add(parent: ET.Element, name: str, text: str = "") -> ET.Element:
    """Add an element with text that XML can write."""
    element = ET.SubElement(parent, name)
    element.text = UNWRITABLE.sub("", str(text))
    return element


def all_records() -> QuerySet:
    """Those that are here and those that are gone."""
    return OpenRecord.objects.filter(kind__in=MODELS)


def earliest() -> datetime.datetime | None:
    """When the first of them was changed."""
    return all_records().aggregate(first=Min("changed_at"))["first"]


def open_themes() -> dict[str, Theme]:
    """The themes that any stranger may know of, by their slugs."""
    return Theme.objects.public().order_by("pk").in_bulk(field_name="slug")


def identifier_of(record: OpenRecord) -> str:
    """The record's name among all repositories' records."""
    return f"oai:{urlsplit(settings.BASE_URL).hostname}:{record.uuid}"


def find_record(identifier: str) -> OpenRecord:
    """The record of an identifier; raises ``ProtocolError``."""
    try:
        name = uuid.UUID(identifier.rpartition(":")[2])
    except ValueError:
        name = None
    record = name and all_records().filter(uuid=name).first()
    if not record or identifier_of(record) != identifier:
        raise ProtocolError("idDoesNotExist", "There is no such record.")
    return record


def check_prefix(prefix: str, kind: str = reading_lists.KIND) -> None:
    """Raise ``ProtocolError`` unless ``kind`` is told so."""
    if prefix not in FORMATS or kind not in FORMATS[prefix][2]:
        raise ProtocolError("cannotDisseminateFormat", "There is no such format.")


def asked_for(
    asked: dict[str, str], themes: dict[str, Theme], place: Place | None = None
) -> QuerySet:
    """The records of a list, the longest unchanged first; raises ``ProtocolError``."""
    check_prefix(asked["metadataPrefix"])
    start, end = read_span(asked)
    records = all_records().filter(kind__in=FORMATS[asked["metadataPrefix"]][2])
    if start:
        records = records.filter(changed_at__gte=start)
    if end:
        records = records.filter(changed_at__lt=end)
    if name := asked.get("set"):
        records = records.filter(_of_set(name, themes))
    return in_order(records, place)


def _of_set(name: str, themes: dict[str, Theme]) -> Q:
    if name in SETS:
        return Q(kind=SETS[name])
    wanted = [slug for slug in themes if name in (THEMED, f"{THEMED}:{slug}")]
    return Q(theme_slug__in=wanted)


def fetch(
    records: Iterable[OpenRecord], request: HttpRequest
) -> dict[int, ReadingListPage | FilmPage]:
    """The pages that any stranger may read, by their records' keys, in few queries."""
    here = [record for record in records if not record.is_gone]
    found = {}
    for kind, model in MODELS.items():
        wanted = {one.object_id: one.pk for one in here if one.kind == kind}
        pages = model.objects.live().public().select_related("locale")
        if kind == reading_lists.KIND:
            pages = pages.prefetch_related("titles")
        for pk, page in pages.defer_streamfields().in_bulk(wanted).items():
            # The request keeps where the sites begin, which each page would ask for.
            page.whole_address = page.get_full_url(request)
            found[wanted[pk]] = page
    return found


def add_header(
    parent: ET.Element, record: OpenRecord, themes: dict[str, Theme], *, is_here: bool
) -> None:
    """Say which record it is, when it was changed and whether it is gone."""
    header = ET.SubElement(parent, "header", {} if is_here else {"status": "deleted"})
    add(header, "identifier", identifier_of(record))
    add(header, "datestamp", stamp(record.changed_at))
    add(header, "setSpec", SET_OF[record.kind])
    if record.theme_slug in themes:
        add(header, "setSpec", f"{THEMED}:{record.theme_slug}")


def add_record(parent, record, page, themes, prefix: str) -> None:
    """Say a record, with its metadata if it is here."""
    element = ET.SubElement(parent, "record")
    add_header(element, record, themes, is_here=page is not None)
    if page is None:
        return
    metadata = ET.SubElement(element, "metadata")
    if prefix == "marcxml":
        _add_marc(metadata, page)
    else:
        _add_dublin_core(metadata, record, page, themes.get(record.theme_slug))


def _add_marc(metadata: ET.Element, page: ReadingListPage) -> None:
    collection = ET.SubElement(metadata, "collection", {"xmlns": MARCXML})
    for marc in marc_records(page):
        node = record_to_xml_node(marc)
        for element in node.iter():
            element.text = element.text and UNWRITABLE.sub("", element.text)
        collection.append(node)


def _add_dublin_core(metadata, record, page, theme: Theme | None) -> None:
    schema = f"{OAI_DC} {FORMATS['oai_dc'][0]}"
    root = ET.SubElement(
        metadata, f"{{{OAI_DC}}}dc", {f"{{{XSI}}}schemaLocation": schema}
    )
    published = page.first_published_at
    facts = [
        ("title", page.title),
        ("subject", theme.title if theme else ""),
        ("description", page.summary),
        ("publisher", settings.WAGTAIL_SITE_NAME),
        ("date", published and stamp(published)),
        ("type", TYPES[record.kind]),
        ("identifier", page.whole_address),
        ("language", record.language),
    ]
    if record.kind == reading_lists.KIND:
        titles = page.titles.all()
        facts += [("relation", f"urn:isbn:{one.isbn}") for one in titles if one.isbn]
    for name, value in facts:
        if value:
            add(root, f"{{{DC}}}{name}", value)
