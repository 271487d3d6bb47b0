"""What a file of ideas becomes: planned, so that it can be shown before it is saved."""

from dataclasses import dataclass, field

from django.utils.html import strip_tags
from django.utils.translation import ngettext

from assets.models import Asset
from core.csv_files import Problem

from ..models import (
    CampaignPage,
    FilmPage,
    IdeaAsset,
    IdeaFilm,
    IdeaPage,
    IdeaReadingList,
    IdeaStep,
    ReadingListPage,
)
from .columns import COLUMNS

# Relations that a column of titles fills: the rows' model, their field, what is there.
NEEDS = {
    "materialer": ("needed_assets", IdeaAsset, "asset", Asset),
    "film": ("needed_films", IdeaFilm, "page", FilmPage),
    "læselister": ("needed_lists", IdeaReadingList, "page", ReadingListPage),
}


@dataclass
class PlannedIdea:
    """A row as the idea that it becomes. ``told`` is what was judged: column, how."""

    line: int
    page: IdeaPage
    given: set[str] = field(default_factory=set)
    text: str = ""
    steps: list[str] = field(default_factory=list)
    needs: dict[str, list] = field(default_factory=dict)
    told: list[tuple[str, str]] = field(default_factory=list)
    twin: IdeaPage | None = None
    is_changed: bool = False
    is_locked: bool = False

    @property
    def facts(self) -> list[str]:
        """What it takes, as the page will say it."""
        page = self.page
        lead = ""
        if page.lead_weeks is not None:
            weeks = page.lead_weeks
            lead = ngettext("%(n)s uges varsel", "%(n)s ugers varsel", weeks)
            lead %= {"n": weeks}
        facts = (
            page.get_audience_display(),
            page.hours,
            page.get_cost_display(),
            lead,
            page.get_space_display(),
            page.get_partner_type_display(),
        )
        return [text for text in facts if text]

    @property
    def fate(self) -> str:
        """What saving does with it: new, changed, same or locked."""
        if self.twin is None:
            return "new"
        if not self.is_changed:
            return "same"
        return "locked" if self.is_locked else "changed"

    def put_onto(self, page: IdeaPage) -> bool:
        """Give a page what the file says, and tell whether that changed anything.

        An empty cell leaves what is there. The description takes the place of the
        first text; other blocks are the editors'.
        """
        before = _told_of(page)
        for name in self.given:
            setattr(page, name, getattr(self.page, name))
        if self.text:
            page.body = _with_text(list(page.body.raw_data), self.text)
        if self.steps and self.steps != [step.text for step in page.steps.all()]:
            page.steps = [
                IdeaStep(text=text, sort_order=n) for n, text in enumerate(self.steps)
            ]
        for name, found in self.needs.items():
            relation, model, key, _target = NEEDS[name]
            rows = [model(**{key: one}, sort_order=n) for n, one in enumerate(found)]
            setattr(page, relation, rows)
        return _told_of(page) != before


@dataclass
class Plan:
    """What a file becomes below a campaign; not saved while there is a problem."""

    campaign: CampaignPage
    ideas: list[PlannedIdea] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    told: list[str] = field(default_factory=list)

    @property
    def changed(self) -> list[PlannedIdea]:
        """Those that are there, but otherwise: what to do with them is asked."""
        return self.of_fate("changed")

    def of_fate(self, fate: str) -> list[PlannedIdea]:
        return [idea for idea in self.ideas if idea.fate == fate]


def _with_text(blocks: list[dict], html: str) -> list[dict]:
    for block in blocks:
        if block["type"] == "text":
            # The editor writes the same text with other tags.
            if _words(block["value"]) != _words(html):
                block["value"] = html
            return blocks
    return [{"type": "text", "value": html}, *blocks]


def _words(html: str) -> list[str]:
    return strip_tags(html.replace("<", " <")).split()


def _told_of(page: IdeaPage) -> list:
    """All of a page that a file can say, to compare by."""
    told = [getattr(page, column.field) for column in COLUMNS if column.field]
    told.append([step.text for step in page.steps.all()])
    told.append([(block["type"], str(block["value"])) for block in page.body.raw_data])
    for relation, _model, key, _target in NEEDS.values():
        told.append(
            [getattr(row, f"{key}_id") for row in getattr(page, relation).all()]
        )
    return told
