"""A reading list for other programs: spreadsheet, reference manager, library system."""

from collections.abc import Iterable

from django.utils.translation import gettext as _

import rispy
from pymarc import Field, Indicators, Record, Subfield, record_to_xml

from core.csv_files import written

from ..models import ReadingListPage, ReadingListTitle

MARCXML = "http://www.loc.gov/MARC21/slim"
RIS_TYPES = {"e-bog": "EBOOK", "lydbog": "SOUND"}


def to_csv(page: ReadingListPage) -> Iterable[str]:
    """The titles as Danish Excel opens them, a row each."""
    headings = [
        _("titel"),
        _("forfatter"),
        _("år"),
        _("form"),
        _("for hvem"),
        _("hvorfor læse den"),
        _("ISBN"),
        _("faustnummer"),
        _("værk-id"),
        _("adresse"),
    ]
    rows = (
        [
            title.title,
            title.author,
            title.year,
            title.get_format_display(),
            title.audience,
            title.why,
            title.isbn,
            title.faust,
            title.work_id,
            title.catalogue_url,
        ]
        for title in page.titles.all()
    )
    return written(headings, rows)


def to_ris(page: ReadingListPage) -> str:
    """The titles in RIS, as Zotero, EndNote and Mendeley read it."""
    entries = []
    for title in page.titles.all():
        entry = {
            "type_of_reference": RIS_TYPES.get(title.format, "BOOK"),
            "title": title.title,
            "authors": _authors(title),
            # RIS has one tag, SN, for both numbers; the package calls it so.
            "issn": title.isbn,
            "note": title.why,
            "urls": [title.catalogue_url],
        }
        if title.year:
            entry["year"] = str(title.year)
        entries.append({name: value for name, value in entry.items() if value})
    return rispy.dumps(entries)


def to_marcxml(page: ReadingListPage) -> bytes:
    """The titles in MARC 21 (MARCXML), a record each, for a library system."""
    records = b"".join(map(record_to_xml, marc_records(page)))
    return (
        b'<?xml version="1.0" encoding="UTF-8"?>\n'
        + f'<collection xmlns="{MARCXML}">'.encode()
        + records
        + b"</collection>\n"
    )


def marc_records(page: ReadingListPage) -> list[Record]:
    """The titles as MARC 21 records."""
    return [_record(title) for title in page.titles.all()]


def _authors(title: ReadingListTitle) -> list[str]:
    """The people of a title, surname first, as reference formats have them."""
    authors = []
    for name in filter(None, (part.strip() for part in title.author.split(","))):
        given, _space, surname = name.rpartition(" ")
        authors.append(f"{surname}, {given}" if given else surname)
    return authors


def _record(title: ReadingListTitle) -> Record:
    # A new record of a text published as a whole, in Unicode, of an abbreviated level.
    record = Record(force_utf8=True, leader="     nam a22     3  4500")
    if title.faust:
        record.add_field(Field(tag="001", data=title.faust))
    if title.isbn:
        record.add_field(_field("020", a=title.isbn))
    for source, number in (("faust", title.faust), ("dbcwork", title.work_id)):
        if number:
            record.add_field(_field("024", "7", " ", a=number, **{"2": source}))
    authors = _authors(title)
    if authors:
        record.add_field(_field("100", "1", " ", a=authors[0]))
    record.add_field(_field("245", "1" if authors else "0", "0", a=title.title))
    if title.year:
        record.add_field(_field("264", " ", "1", c=str(title.year)))
    if title.why:
        record.add_field(_field("520", a=title.why))
    if title.audience:
        record.add_field(_field("521", a=title.audience))
    for name in authors[1:]:
        record.add_field(_field("700", "1", " ", a=name))
    record.add_field(_field("856", "4", "2", u=title.catalogue_url))
    return record


def _field(tag: str, first: str = " ", second: str = " ", **subfields: str) -> Field:
    return Field(
        tag=tag,
        indicators=Indicators(first, second),
        subfields=[Subfield(code, value) for code, value in subfields.items()],
    )
