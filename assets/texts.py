"""A text that is written here: as plain words to paste, and as a Word file to fetch."""

import io
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from django.conf import settings
from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import override

from wagtail.rich_text import expand_db_html

from bs4 import BeautifulSoup, NavigableString, Tag
from docx import Document
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml import OxmlElement
from docx.oxml.ns import qn

from .models import Asset, AssetFile, FileVersion
from .uploads import StoredObject, add_version, discard, put, sha256_of

HEADING, PARAGRAPH, BULLET, NUMBER = "h3", "p", "ul", "ol"
STYLES = {BULLET: "List Bullet", NUMBER: "List Number"}
# The least that a zip can say of its time: the same words are the same bytes.
NO_TIME = (1980, 1, 1, 0, 0, 0)


@dataclass(frozen=True)
class Run:
    """Words in one look."""

    text: str
    bold: bool = False
    italic: bool = False
    href: str = ""


@dataclass
class Part:
    """A paragraph, a heading or a point of a list; ``number`` counts in its list."""

    kind: str
    runs: list[Run] = field(default_factory=list)
    number: int = 0

    @property
    def plain(self) -> str:
        words = "".join(
            f"{run.text} ({run.href})"
            if run.href and run.href != run.text
            else run.text
            for run in self.runs
        )
        mark = {BULLET: "- ", NUMBER: f"{self.number}. "}.get(self.kind, "")
        return mark + words


def parts_of(body: str) -> list[Part]:
    """The parts of rich text as the editor stored it, empty ones left out."""
    html = BeautifulSoup(expand_db_html(body), "html.parser")
    found = [part for tag in html.find_all(True, recursive=False) for part in _in(tag)]
    return [part for part in found if any(run.text.strip() for run in part.runs)]


def _in(tag: Tag) -> Iterator[Part]:
    if tag.name in STYLES:
        points = tag.find_all("li")
        for number, point in enumerate(points, start=1):
            yield Part(point.parent.name, list(_runs(point, Run(""))), number)
    elif tag.name in ("h2", "h3", "h4"):
        yield Part(HEADING, list(_runs(tag, Run(""))))
    else:
        yield Part(PARAGRAPH, list(_runs(tag, Run(""))))


def _runs(tag: Tag, look: Run) -> Iterator[Run]:
    for child in tag.children:
        if isinstance(child, NavigableString):
            if str(child):
                yield replace(look, text=str(child).replace("\xa0", " "))
        elif child.name == "br":
            yield replace(look, text="\n")
        elif child.name not in STYLES:
            yield from _runs(child, _look_of(child, look))


def _look_of(tag: Tag, look: Run) -> Run:
    if tag.name in ("b", "strong"):
        return replace(look, bold=True)
    if tag.name in ("i", "em"):
        return replace(look, italic=True)
    if tag.name == "a" and (href := tag.get("href")):
        whole = href if "://" in href or ":" in href.partition("/")[0] else ""
        return replace(look, href=whole or settings.WAGTAILADMIN_BASE_URL + href)
    return look


def plain_text(body: str) -> str:
    """The words of rich text for an e-mail or a post: links written out."""
    lines, before = [], None
    for part in parts_of(body):
        in_list = part.kind in STYLES and part.kind == before
        lines += [part.plain] if in_list or not lines else ["", part.plain]
        before = part.kind
    return "\n".join(lines)


def word_file(asset: Asset) -> bytes:
    """The text as a .docx: title, words and credit; the same text, the same bytes."""
    document = Document()
    properties = document.core_properties
    properties.title, properties.author = asset.title, asset.credit
    properties.comments, properties.language = "", "da-DK"
    properties.created = properties.modified = asset.created_at.replace(tzinfo=None)
    _speak_danish(document)
    document.add_heading(asset.title, level=1)
    for part in parts_of(asset.body):
        if part.kind == HEADING:
            paragraph = document.add_heading(level=2)
        else:
            paragraph = document.add_paragraph(style=STYLES.get(part.kind))
        for run in part.runs:
            _write(paragraph, run)
    if asset.credit:
        with override("da"):
            credit = _("Kreditering: %(credit)s") % {"credit": asset.credit}
        document.add_paragraph().add_run(credit).italic = True
    written = io.BytesIO()
    document.save(written)
    return _without_time(written)


def _speak_danish(document) -> None:
    """Let Word check the spelling as Danish."""
    properties = document.styles["Normal"].element.get_or_add_rPr()
    language = OxmlElement("w:lang")
    language.set(qn("w:val"), "da-DK")
    properties.append(language)


def _write(paragraph, run: Run) -> None:
    written = paragraph.add_run(run.text)
    written.bold, written.italic = run.bold or None, run.italic or None
    if run.href:
        written.underline = True
        link = OxmlElement("w:hyperlink")
        relation = paragraph.part.relate_to(
            run.href, RELATIONSHIP_TYPE.HYPERLINK, is_external=True
        )
        link.set(qn("r:id"), relation)
        link.append(written._element)
        paragraph._element.append(link)


def _without_time(document: io.BytesIO) -> bytes:
    written = io.BytesIO()
    with (
        zipfile.ZipFile(document) as source,
        zipfile.ZipFile(written, "w", zipfile.ZIP_DEFLATED) as target,
    ):
        for name in source.namelist():
            entry = zipfile.ZipInfo(name, NO_TIME)
            entry.compress_type = zipfile.ZIP_DEFLATED
            target.writestr(entry, source.read(name))
    return written.getvalue()


def write_file(asset: Asset) -> FileVersion | None:
    """Make the Word file of ``asset`` a version like any other; None if it is one.

    May run twice, and at the same time: the newest text has its task, and wins.
    """
    if not asset.has_text:
        return None
    content = io.BytesIO(word_file(asset))
    sha256 = sha256_of(content)
    with override("da"):
        name, note = _("Teksten som Word-fil"), _("teksten er rettet")
    file, _is_new = AssetFile.objects.get_or_create(
        asset=asset,
        is_generated=True,
        defaults={"name": name, "purpose": AssetFile.Purpose.EDIT, "sort_order": 99},
    )
    if file.current_version and file.current_version.sha256 == sha256:
        return None
    stored = put(content, f"{asset.slug}.docx")
    try:
        version = _switch(asset, file, stored, note)
    except Exception:
        discard(stored)
        raise
    if version is None:
        discard(stored)
    return version


def _switch(
    asset: Asset, file: AssetFile, stored: StoredObject, note: str
) -> FileVersion | None:
    """Make ``stored`` current, unless another run did or the text has changed."""
    with transaction.atomic():
        locked = AssetFile.objects.select_for_update(of=["self"]).get(pk=file.pk)
        current = locked.current_version
        is_known = current and current.sha256 == stored.sha256
        is_old = Asset.objects.only("body", "title").get(pk=asset.pk).body != asset.body
        if is_known or is_old:
            return None
        return add_version(locked, stored, note=note if current else "")
