"""Reading lists as the API tells of them, with each title."""

from typing import Literal
from uuid import UUID, uuid5

from django.urls import reverse
from django.utils.translation import override

from pydantic import Field

from core.open_data.shapes import Address, Body, Choice, OpenPage, Shape
from core.site_address import whole

from ..models import ReadingListPage
from ..models.reading_lists import ReadingListTitle, fetch_covers
from .pages import PageEndpoint, note_pages

KIND = "reading-lists"


class OpenCover(Shape):
    """Titlens forside; mål i pixel."""

    url: Address
    width: int
    height: int


class OpenTitle(Shape):
    """En titel på en læseliste, med de numre, som bibliotekerne kender den på."""

    uuid: UUID = Field(description="Titlen på netop denne liste.")
    title: str
    author: str
    year: int | None
    format: Choice
    isbn: str = Field(description="13 cifre, eller tom.")
    faust: str
    work_id: str
    why: str = Field(description="Hvorfor læse den.")
    audience: str
    loan: Address = Field(description="Titlen på bibliotek.dk.")
    e_loan: Address | None = Field(description="Titlen på eReolen.")
    cover: OpenCover | None


class OpenReadingList(OpenPage):
    """En læseliste med sine titler."""

    audience: str
    titles: list[OpenTitle]
    marcxml: Address = Field(description="Titlerne som MARCXML.")
    ris: Address
    csv: Address


class WholeReadingList(OpenReadingList):
    """Læselisten med det, der ellers står på siden."""

    body: Body


note_pages(ReadingListPage, KIND)


def title_uuid(reading_list: UUID, pk: int) -> UUID:
    """The uuid of a title, reckoned from its list's and from its row."""
    return uuid5(reading_list, f"title {pk}")


class ReadingListsEndpoint(PageEndpoint):
    kind = KIND
    title = "Læselister"
    about = "Bøger til kampagnerne, hver med ISBN, faustnummer og et hvorfor."
    model = ReadingListPage
    row, whole = OpenReadingList, WholeReadingList
    with_rows = ("titles",)

    def tell(self, things, records, teller):
        fetch_covers([one for page in things.values() for one in page.titles.all()])
        return super().tell(things, records, teller)

    def tell_whole(self, thing, record, teller):
        fetch_covers(thing.titles.all())
        return super().tell_whole(thing, record, teller)

    def facts(self, page, teller):
        name = teller.uuid_of(page)
        return {
            "audience": page.audience,
            "titles": [_title(title, name) for title in page.titles.all()],
        } | {form: _as(page, address) for form, address in FORMS.items()}


FORMS: dict[Literal["marcxml", "ris", "csv"], str] = {
    "marcxml": "campaigns:titles_marc",
    "ris": "campaigns:titles_ris",
    "csv": "campaigns:titles_csv",
}


def _as(page: ReadingListPage, address: str) -> str:
    with override("da"):
        return whole(reverse(address, args=[page.pk]))


def _title(title: ReadingListTitle, reading_list: UUID) -> OpenTitle:
    cover = title.cover
    return OpenTitle(
        uuid=title_uuid(reading_list, title.pk),
        title=title.title,
        author=title.author,
        year=title.year,
        format=Choice.of(title, "format"),
        isbn=title.isbn,
        faust=title.faust,
        work_id=title.work_id,
        why=title.why,
        audience=title.audience,
        loan=title.catalogue_url,
        e_loan=title.e_library_url or None,
        cover=cover
        and OpenCover(url=whole(cover.url), width=cover.width, height=cover.height),
    )
