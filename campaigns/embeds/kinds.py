"""What can stand on other sites' pages, and where it is found."""

from dataclasses import dataclass
from urllib.parse import urlencode

from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import override

from wagtail.models import Page

from ..models import CampaignPage, FilmPage, ReadingListPage


@dataclass(frozen=True)
class Kind:
    """One kind of embed; ``height`` is what it takes at 600 px, as oEmbed must say.

    ``is_main`` for what an address of the page stands for.
    """

    name: str
    label: str | Promise
    model: type[Page]
    height: int
    is_main: bool = True
    served_with: tuple[str, ...] = ("theme", "picture", "locale")

    @property
    def template(self) -> str:
        return f"pages/embeds/{self.name}.html"


KINDS = {
    kind.name: kind
    for kind in [
        Kind("kampagne", _("Kampagne"), CampaignPage, 760),
        Kind("nedtaelling", _("Nedtælling"), CampaignPage, 380, is_main=False),
        Kind("laeseliste", _("Læseliste"), ReadingListPage, 900),
        Kind(
            "film",
            _("Film"),
            FilmPage,
            560,
            served_with=("theme", "picture", "locale", "asset"),
        ),
    ]
}


def kind_of(model: type[Page]) -> Kind | None:
    """What the address of such a page stands for, if it can be embedded."""
    kinds = (kind for kind in KINDS.values() if kind.is_main)
    return next((kind for kind in kinds if kind.model is model), None)


def embed_path(kind: Kind, page: Page, query: dict[str, str] | None = None) -> str:
    """Where the embed of a page lies, in the page's language.

    By the name that its translations share, so that it outlives moves and new titles.
    """
    with override(page.locale.language_code):
        path = reverse("campaigns:embed", args=[kind.name, page.translation_key])
    return f"{path}?{urlencode(query)}" if query else path
