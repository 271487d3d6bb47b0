"""The page that an embed shows; or what is said where it is gone."""

from dataclasses import dataclass
from uuid import UUID

from django.conf import settings

from wagtail.models import Page

from core.visibility import visible, with_restrictions

from ..models import CampaignIndexPage, CampaignPage
from .kinds import Kind


@dataclass(frozen=True)
class Gone:
    """Nothing to show: ``was_here`` if readers once saw it; ``onward`` is a page."""

    was_here: bool
    onward: Page | None = None


def find(kind: Kind, key: UUID, language: str) -> Page | Gone:
    """The page of ``key`` that everyone may read, in ``language`` if it speaks it.

    What is a draft, or behind a restriction, is as unknown as what never was.
    """
    rows = kind.model.objects.filter(translation_key=key)
    rows = with_restrictions(rows.select_related(*kind.served_with))
    pages = sorted(rows, key=lambda page: _rank(page, language))
    if shown := visible(pages):
        return shown[0]
    gone = [p for p in pages if p.first_published_at and not p.is_restricted]
    return Gone(True, _onward(gone[0], language)) if gone else Gone(False)


def _rank(page: Page, language: str) -> int:
    code = page.locale.language_code
    return [language, settings.LANGUAGE_CODE, code].index(code)


def _onward(page: Page, language: str) -> Page | None:
    """The campaign that it stood under, else the list of campaigns."""
    above = page.path[: -page.steplen]
    here = CampaignIndexPage.objects.filter(locale__language_code=language)
    for places in (
        CampaignPage.objects.filter(path=above),
        CampaignIndexPage.objects.filter(path=above),
        here,
    ):
        if found := visible(with_restrictions(places)):
            return found[0]
    return None
