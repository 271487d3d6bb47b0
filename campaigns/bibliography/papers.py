"""What a reading list says on paper, with covers, of a list that all may read."""

import hashlib
from dataclasses import dataclass

from assets.logos import logo_of
from assets.models.rights import Channel
from themes.looks import Look
from themes.looks.logos import Logo
from themes.looks.papers.paper import shortened

from ..models import ReadingListPage


@dataclass(frozen=True)
class Entry:
    """A title as it stands on paper. ``cover`` is its picture's file name."""

    title: str
    author: str
    year: str
    facts: tuple[str, ...]
    why: str
    addresses: tuple[str, ...]
    cover: str


@dataclass(frozen=True)
class ReadingList:
    """The list with its titles, in the campaign's look."""

    title: str
    summary: str
    campaign: str
    audience: str
    look: Look
    language: str
    address: str
    entries: tuple[Entry, ...]
    logo: Logo | None = None

    @property
    def digest(self) -> str:
        """Changes when anything that is set on the paper does."""
        return hashlib.sha256(repr(self).encode()).hexdigest()[:32]

    @property
    def short_address(self) -> str:
        """The address as people read it aloud."""
        return shortened(self.address)


def reading_list_of(page: ReadingListPage, address: str) -> ReadingList:
    """Gather what the papers say, in a fixed number of queries."""
    return ReadingList(
        title=page.title,
        summary=page.summary,
        campaign=page.theme.title if page.theme else "",
        audience=page.audience,
        look=page.look,
        logo=logo_of(page.theme, Channel.PRINT),
        language=page.locale.language_code,
        address=address,
        entries=tuple(
            Entry(
                title=title.title,
                author=title.author,
                year=str(title.year or ""),
                facts=tuple(
                    filter(
                        None,
                        [
                            str(title.get_format_display()),
                            title.audience,
                            title.isbn and f"ISBN {title.isbn}",
                        ],
                    )
                ),
                why=title.why,
                addresses=tuple(
                    filter(None, [title.catalogue_url, title.e_library_url])
                ),
                cover=title.cover.file if title.cover else "",
            )
            for title in page.titles_with_covers()
        ),
    )
