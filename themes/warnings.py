"""What a timetable is warned of: it may stand so, once an editor says why.

A warning has a code that stays the same while its cause does; a reason is kept under
it. What two themes share (a clash, a year with too many) needs a reason at one of them.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise

from django.db.models import Q
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.text import get_text_list
from django.utils.translation import gettext as _

from core.danish import quoted, week_of

from .clock import (
    CAMPAIGNS_A_YEAR,
    CATALOGUE_MONTHS_LEAST,
    MilestoneKind,
    Span,
    months_before,
)
from .models import Milestone, Theme, TimetableReason


@dataclass(frozen=True)
class TimetableWarning:
    """What is odd, at which field: "starts_on", or the kind of a milestone."""

    code: str
    field: str
    text: str


def warnings_about(
    theme: Theme, milestones: Iterable[Milestone]
) -> list[TimetableWarning]:
    """What ``theme`` with these milestones is warned of; neither need be saved.

    What another theme's editor has explained is left out, and an archived theme is not
    asked: what was, was.
    """
    if theme.state == Theme.State.ARCHIVED:
        return []
    steps = {m.step: m for m in milestones if not m.is_dropped}
    return [
        *_too_many_in_the_year(theme),
        *_clashes(theme, steps),
        *_late_catalogue(theme, steps),
        *_out_of_order(steps),
    ]


def clash_code(other: Theme) -> str:
    return f"clash-{other.pk}"


def end_shared_reasons(theme: Theme, codes: Iterable[str]) -> None:
    """End what other themes say of a clash with ``theme`` that there is no longer."""
    mine = TimetableReason.objects.in_force().filter(code=clash_code(theme))
    still = [code.removeprefix("clash-") for code in codes if code.startswith("clash-")]
    mine.exclude(theme_id__in=still).update(ended_at=timezone.now())


def _too_many_in_the_year(theme: Theme) -> Iterator[TimetableWarning]:
    year = theme.starts_on.year
    others = _others(theme).filter(starts_on__year=year).order_by("starts_on")
    found = list(others)
    if len(found) < CAMPAIGNS_A_YEAR:
        return
    code = f"year-{year}"
    explained = TimetableReason.objects.in_force().filter(
        code=code, theme_id__in=[other.pk for other in found]
    )
    if explained.count() > len(found) - CAMPAIGNS_A_YEAR:
        return
    yield TimetableWarning(
        code,
        "starts_on",
        _(
            "Det bliver kampagne nummer %(count)s i %(year)s: der er allerede "
            "%(others)s. Bibliotekerne kan højst køre to store nationale kampagner om "
            "året."
        )
        % {
            "count": len(found) + 1,
            "year": year,
            "others": get_text_list([_named(other) for other in found], _("og")),
        },
    )


def _clashes(theme: Theme, steps: dict) -> Iterator[TimetableWarning]:
    overlapping = {
        other.pk: other
        for other in _others(theme).filter(
            starts_on__lte=theme.ends_on, ends_on__gte=theme.starts_on
        )
    }
    meetings = _meetings(theme, steps, overlapping)
    others = {**overlapping, **{pk: found[0][1].theme for pk, found in meetings}}
    explained = set()
    if theme.pk and others:
        reasons = TimetableReason.objects.in_force().filter(
            code=clash_code(theme), theme_id__in=others
        )
        explained = set(reasons.values_list("theme_id", flat=True))
    for pk, other in overlapping.items():
        if pk not in explained:
            yield TimetableWarning(
                clash_code(other),
                "starts_on",
                _("Kampagnen ligger oven i %(other)s, som kører %(when)s.")
                % {"other": _named(other), "when": _when(other.period)},
            )
    for pk, found in meetings:
        if pk not in explained:
            texts = [
                _("%(step)s ligger i samme uge som hos %(other)s (%(when)s).")
                % {
                    "step": mine.get_kind_display(),
                    "other": _named(its.theme),
                    "when": _when(its.span),
                }
                for mine, its in found
            ]
            yield TimetableWarning(
                clash_code(found[0][1].theme), found[0][0].kind, " ".join(texts)
            )


def _meetings(theme: Theme, steps: dict, apart: Iterable[int]) -> list:
    """Milestones of a kind that two themes have in the same week, theme by theme.

    Of the themes in ``apart`` more is said elsewhere.
    """
    mine = {kind: m for kind, m in steps.items() if not kind.follows_theme}
    if not mine:
        return []
    weeks = {kind: m.span.in_whole_weeks() for kind, m in mine.items()}
    whole = Span(
        min(span.first for span in weeks.values()),
        max(span.last for span in weeks.values()),
    )
    near = (
        Milestone.objects.in_use()
        .touching(whole)
        .filter(kind__in=mine)
        .exclude(theme_id=theme.pk)
        .exclude(theme_id__in=list(apart))
        .select_related("theme")
    )
    found: dict[int, list] = {}
    for its in near:
        if its.span.meets(weeks[its.step]):
            found.setdefault(its.theme_id, []).append((mine[its.step], its))
    return list(found.items())


def _late_catalogue(theme: Theme, steps: dict) -> Iterator[TimetableWarning]:
    catalogue = steps.get(MilestoneKind.CATALOGUE)
    latest = months_before(theme.starts_on, CATALOGUE_MONTHS_LEAST)
    if catalogue and catalogue.starts_on > latest:
        yield TimetableWarning(
            "catalogue-late",
            MilestoneKind.CATALOGUE,
            _(
                "Idékataloget kommer mindre end tre måneder før start. Senest "
                "%(latest)s, hvis bibliotekerne skal nå at få det med i deres program."
            )
            % {"latest": _day(latest)},
        )


def _out_of_order(steps: dict) -> Iterator[TimetableWarning]:
    ordered = [steps[kind] for kind in MilestoneKind if kind in steps]
    for first, then in pairwise(ordered):
        if first.starts_on <= then.starts_on:
            continue
        # Told where it can be moved, and by preference where it was.
        told = then if then.is_moved and not then.step.follows_theme else first
        if told.step.follows_theme:
            told = then
        yield TimetableWarning(
            f"order-{first.kind}-{then.kind}",
            told.kind,
            _("%(first)s (%(day)s) ligger efter %(then)s (%(other_day)s).")
            % {
                "first": first.get_kind_display(),
                "day": _day(first.starts_on),
                "then": then.get_kind_display(),
                "other_day": _day(then.starts_on),
            },
        )


def _others(theme: Theme):
    return Theme.objects.filter(~Q(pk=theme.pk)) if theme.pk else Theme.objects.all()


def _named(theme: Theme) -> str:
    if theme.is_draft:
        return _("”%(title)s” (kladde)") % {"title": theme.subtitle}
    return quoted(theme.subtitle)


def _when(span: Span) -> str:
    return f"{span.weeks} {span.last.year}"


def _day(day) -> str:
    return _("%(day)s, uge %(week)s") % {
        "day": date_format(day, "j. F Y"),
        "week": week_of(day),
    }
