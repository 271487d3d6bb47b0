"""Rows of a spreadsheet read as ideas, with what is wrong noted by row and column."""

import re

from django.core.exceptions import ValidationError
from django.db.models import Q
from django.utils.html import escape
from django.utils.translation import gettext as _

from wagtail.models import Page, Task

from assets.models import Asset
from assets.permissions import choosable_by
from core.csv_files import Problem, Row
from core.danish import slug as danish_slug

from ..models import IdeaPage, IdeaStep
from .columns import COLUMNS, Column
from .judging import NotUnderstood, text_of
from .plans import NEEDS, Plan, PlannedIdea

MAX_STEPS = 30
STEP_LENGTH = IdeaStep._meta.get_field("text").max_length
NUMBERED = re.compile(r"^\s*(?:\d{1,2}[.):]|[-–•*])\s*")
FIELDS = {column.field: column.name for column in COLUMNS if column.field}
NOT_OF_THE_FILE = [f.name for f in IdeaPage._meta.fields if f.name not in FIELDS]


class RowReader:
    """Turns rows into planned ideas, and notes what is wrong with them."""

    def __init__(self, plan: Plan, places: dict, user):
        self.plan, self.places, self.user = plan, places, user
        self.lines: dict[str, int] = {}
        self.wanted: dict[str, list[tuple[PlannedIdea, str]]] = {n: [] for n in NEEDS}

    def read(self, row: Row) -> None:
        page = IdeaPage(
            theme_id=self.plan.campaign.theme_id,
            locale_id=self.plan.campaign.locale_id,
            owner=self.user,
            live=False,
        )
        idea = PlannedIdea(row.line, page)
        for heading, (column, unit) in self.places.items():
            cell = row.cells.get(heading, "")
            try:
                self._fill(idea, column, unit, cell)
            except NotUnderstood as error:
                shown = str(cell)[:60]
                text = f"”{shown}”: {error}" if shown else str(error)
                self._problem(row.line, heading, text)
        self._check(idea)
        self.plan.ideas.append(idea)

    def _fill(self, idea: PlannedIdea, column: Column, unit: str, cell) -> None:
        if column.judge:
            value, told = column.judge(cell, unit)
            setattr(idea.page, column.field, value)
            if text_of(cell):
                idea.given.add(column.field)
            if told:
                idea.told.append((column.name, told))
            return
        text = text_of(cell)
        if not text:
            return
        if column.field:
            if column.field != "summary":
                text = " ".join(text.split())
            setattr(idea.page, column.field, text)
            idea.given.add(column.field)
        elif column.name == "beskrivelse":
            idea.text = paragraphs_of(text)
        elif column.name == "trin":
            idea.steps += [NUMBERED.sub("", line) for line in lines_of(text)]
        else:
            self.wanted[column.name] += [(idea, line) for line in lines_of(text)]

    def _check(self, idea: PlannedIdea) -> None:
        page = idea.page
        key = page.title.casefold()
        if not key:
            self._problem(idea.line, "titel", _("Titlen mangler."))
        elif key in self.lines:
            self._problem(
                idea.line,
                "titel",
                _("”%(title)s” står også i række %(line)s.")
                % {"title": page.title, "line": self.lines[key]},
            )
        self.lines.setdefault(key, idea.line)
        try:
            page.clean_fields(exclude=NOT_OF_THE_FILE)
        except ValidationError as error:
            for name, texts in error.message_dict.items():
                if name == "title" and not key:
                    continue
                column = FIELDS[name]
                self._problem(idea.line, column, " ".join(texts))
        if len(idea.steps) > MAX_STEPS:
            self._problem(idea.line, "trin", _("Skriv højst 30 trin."))
        for text in idea.steps:
            if len(text) > STEP_LENGTH:
                self._problem(
                    idea.line,
                    "trin",
                    _("Et trin er på %(n)s tegn. Skriv højst 600.") % {"n": len(text)},
                )

    def find_needs(self) -> None:
        """Find materials, films and lists by their titles, a query a kind."""
        for name, (_relation, _model, _key, target) in NEEDS.items():
            titles = {title for _idea, title in self.wanted[name]}
            found = {}
            if titles:
                slugs = [danish_slug(title) for title in titles]
                named = Q(slug__in=[*titles, *slugs]) | Q(title__in=titles)
                # What another keeps as a draft is not to be told of.
                there = (
                    choosable_by(self.user) if target is Asset else target.objects.all()
                )
                for one in there.filter(named).order_by("-pk"):
                    found |= {one.slug: one, one.title.casefold(): one}
            for idea, title in self.wanted[name]:
                one = found.get(title.casefold()) or found.get(danish_slug(title))
                if one:
                    idea.needs.setdefault(name, []).append(one)
                else:
                    text = _("”%(title)s” findes ikke her på sitet og springes over")
                    idea.told.append((name, text % {"title": title}))

    def find_twins(self) -> None:
        """Find the ideas that are there already, as their latest drafts have them."""
        there = {
            title.casefold(): pk
            for pk, title, draft in IdeaPage.objects.child_of(
                self.plan.campaign
            ).values_list("pk", "title", "draft_title")
            for title in (title, draft)
        }
        taken = set(self.plan.campaign.get_children().values_list("slug", flat=True))
        wanted = {idea.page.title.casefold() for idea in self.plan.ideas}
        stored = _stored([there[title] for title in wanted & there.keys()])
        for idea in self.plan.ideas:
            if twin := there.get(idea.page.title.casefold()):
                self._compare(idea, stored[twin])
                continue
            idea.page.slug = _free(danish_slug(idea.page.title)[:240] or "ide", taken)
            taken.add(idea.page.slug)
            idea.put_onto(idea.page)

    def _compare(self, idea: PlannedIdea, stored: IdeaPage) -> None:
        permissions = stored.permissions_for_user(self.user)
        idea.is_locked = not permissions.can_edit() or permissions.page_locked()
        idea.twin = stored
        idea.is_changed = idea.put_onto(_draft_of(stored))

    def _problem(self, line: int, column: str, text: str) -> None:
        self.plan.problems.append(Problem(line, column, text))


def lines_of(text: str) -> list[str]:
    """The lines of a cell, or its parts between semicolons; empty ones left out."""
    lines = text.split("\n") if "\n" in text else text.split(";")
    return [line for line in (" ".join(one.split()) for one in lines) if line]


def paragraphs_of(text: str) -> str:
    """Plain text as rich text: an empty line begins a paragraph."""
    paragraphs = re.split(r"\n\s*\n", text)
    return "".join(
        f"<p>{escape(one.strip()).replace(chr(10), '<br/>')}</p>"
        for one in paragraphs
        if one.strip()
    )


def _stored(pks: list[int]) -> dict[int, IdeaPage]:
    """The ideas with all that comparing asks of them, however many they are."""
    relations = ["steps", *(relation for relation, *_rest in NEEDS.values())]
    # Wagtail finds the workflows of specific pages only when it is told so.
    ideas = Page.objects.filter(pk__in=pks).specific()
    ideas = ideas.prefetch_workflow_states().annotate_approved_schedule()
    stored = ideas.prefetch_related("latest_revision", *relations).in_bulk()
    tasks: dict[int, Task] = {}
    for idea in stored.values():
        state = idea.current_workflow_state
        if step := state and state.current_task_state:
            step.task = tasks.setdefault(step.task_id, step.task)
    return stored


def _draft_of(stored: IdeaPage) -> IdeaPage:
    """What the latest draft says; for comparing, nothing that it names is looked up."""
    if not (stored.has_unpublished_changes and stored.latest_revision):
        return stored
    content = stored.latest_revision.content
    return IdeaPage.from_serializable_data(content, check_fks=False)


def _free(wanted: str, taken: set[str]) -> str:
    free, n = wanted, 1
    while free in taken:
        n += 1
        free = f"{wanted}-{n}"
    return free
