"""How a library wants an embed to look, as it stands in the address."""

import re
from dataclasses import dataclass
from urllib.parse import quote

from django.http import QueryDict

from core.danish import ascii_letters
from libraries.models import Library

from ..models.reading_lists import ReadingListTitle

AUTO, LIGHT, DARK = "auto", "lys", "moerk"
SCHEMES = (AUTO, LIGHT, DARK)
COLOUR = re.compile(r"#?([0-9a-f]{3}|[0-9a-f]{6})", re.IGNORECASE)
LONGEST = 150


def colour_of(text: str) -> str:
    """A colour as ``#rrggbb``, or empty for what is none."""
    if not (match := COLOUR.fullmatch(text.strip())):
        return ""
    digits = match[1].lower()
    return "#" + (digits if len(digits) == 6 else "".join(2 * d for d in digits))


@dataclass(frozen=True)
class Options:
    """The accent as ``#rrggbb`` or empty, the scheme, and whose page it stands on."""

    accent: str = ""
    scheme: str = AUTO
    library: Library | None = None

    @classmethod
    def read(cls, query: QueryDict) -> "Options":
        """What is asked for; what makes no sense is as if it was not."""
        scheme = query.get("skema", "")
        return cls(
            accent=colour_of(query.get("farve", "")),
            scheme=scheme if scheme in SCHEMES else AUTO,
            library=_library(query.get("bibliotek", "")),
        )

    @property
    def query(self) -> dict[str, str]:
        """The same again, shortest, for an address."""
        return {
            name: value
            for name, value in {
                "farve": self.accent.removeprefix("#"),
                "skema": self.scheme if self.scheme != AUTO else "",
                "bibliotek": self.library.isil if self.library else "",
            }.items()
            if value
        }

    def loan_address(self, title: ReadingListTitle) -> str:
        """Where a title is borrowed: at the library that shows it, if it can say."""
        if not self.library or not self.library.search_address:
            return title.catalogue_url
        return self.library.search_address.replace("{q}", quote(title.number, safe=""))


def _library(isil: str) -> Library | None:
    isil = isil.strip()
    # A database may refuse other signs, and no library has them.
    if not isil or len(isil) > LONGEST or ascii_letters(isil) != isil or "\0" in isil:
        return None
    return Library.objects.active().filter(isil__iexact=isil).first()
