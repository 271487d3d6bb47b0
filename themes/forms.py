"""The form of a theme: its dates, its milestones, and the reasons that they ask for."""

import datetime

from django import forms
from django.db import transaction
from django.db.models import Max
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _

from wagtail.admin.forms.models import WagtailAdminModelForm
from wagtail.admin.widgets import AdminAutoHeightTextInput

from core.danish import free_slug, slug
from core.form_fields import DayOrWeekField

from .clock import MilestoneKind, Span
from .models import Milestone, Theme, TimetableReason
from .publishing import sentence, weak_contrasts
from .warnings import TimetableWarning, end_shared_reasons, warnings_about

# A milestone further from its campaign has the wrong year.
FARTHEST = datetime.timedelta(days=2 * 366)
REASON = "reason-"


class MilestoneForm(forms.Form):
    """One milestone in the form of its theme.

    Fields left empty mean "as reckoned"; a form that was not sent changes nothing.
    """

    starts_on = DayOrWeekField(label=_("Første dag"), required=False)
    ends_on = DayOrWeekField(label=_("Sidste dag"), required=False, last=True)
    note = forms.CharField(label=_("Note"), required=False, max_length=120)
    is_dropped = forms.BooleanField(label=_("Udgår"), required=False)
    reckon = forms.BooleanField(label=_("Beregn igen"), required=False)

    def __init__(self, data, kind: MilestoneKind, milestone: Milestone | None):
        self.kind = kind
        self.milestone = milestone
        self.unexplained: list[str] = []
        prefix = f"milestone-{kind}"
        was_sent = data is not None and f"{prefix}-starts_on" in data
        initial = {}
        if milestone:
            initial = {
                "starts_on": milestone.starts_on,
                "ends_on": milestone.ends_on,
                "note": milestone.note,
                "is_dropped": milestone.is_dropped,
            }
        super().__init__(data if was_sent else None, prefix=prefix, initial=initial)
        if not (milestone and milestone.is_moved):
            del self.fields["reckon"]

    @property
    def is_sound(self) -> bool:
        return not self.is_bound or self.is_valid()

    @property
    def was_moved(self) -> bool:
        return self.milestone is not None and self.milestone.is_moved

    @property
    def is_moving(self) -> bool:
        """Whether other days were asked for than those that the form showed."""
        return bool({"starts_on", "ends_on", "reckon"} & set(self.changed_data))

    def clean(self):
        cleaned = super().clean()
        first, last = cleaned.get("starts_on"), cleaned.get("ends_on")
        if first and last and last < first:
            self.add_error(
                "ends_on",
                _("Sidste dag (%(end)s) ligger før første dag (%(start)s).")
                % {
                    "end": last.strftime("%d.%m.%Y"),
                    "start": first.strftime("%d.%m.%Y"),
                },
            )
        if last and not first and "starts_on" not in self.errors:
            self.add_error("starts_on", _("Skriv også første dag."))
        return cleaned

    def check_near(self, theme: Theme, planned: Milestone) -> None:
        """Refuse a moved milestone that lies years from the campaign."""
        is_far = (
            theme.starts_on - planned.starts_on > FARTHEST
            or planned.ends_on - theme.ends_on > FARTHEST
        )
        if self.is_bound and planned.is_moved and is_far:
            self.add_error(
                "starts_on",
                _("Det er mere end to år fra kampagnen. Er året rigtigt?"),
            )

    def planned(self, theme: Theme, reckoned: Span) -> Milestone:
        """The milestone as it will stand; not saved."""
        planned = Milestone.of(theme, self.kind, reckoned)
        if self.milestone:
            planned.is_dropped = self.milestone.is_dropped
            planned.note = self.milestone.note
            if self.was_moved:
                planned.is_moved = True
                planned.starts_on = self.milestone.starts_on
                planned.ends_on = self.milestone.ends_on
        if not self.is_bound:
            return planned
        planned.is_dropped = self.cleaned_data["is_dropped"]
        planned.note = self.cleaned_data["note"]
        first = self.cleaned_data["starts_on"]
        wanted = Span(first, self.cleaned_data["ends_on"] or first) if first else None
        if self.cleaned_data.get("reckon") or wanted in (None, reckoned):
            wanted = reckoned
        elif not self.is_moving:
            return planned
        planned.is_moved = wanted != reckoned
        planned.starts_on, planned.ends_on = wanted.first, wanted.last
        return planned


class ReasonForm(forms.Form):
    """Why a theme may stand in spite of a warning."""

    reason = forms.CharField(
        label=_("Hvorfor er det i orden?"),
        max_length=400,
        required=False,
        widget=AdminAutoHeightTextInput,
    )

    def __init__(self, data, warning: TimetableWarning, kept: TimetableReason | None):
        self.warning = warning
        self.kept = kept
        prefix = f"{REASON}{warning.code}"
        was_sent = data is not None and f"{prefix}-reason" in data
        super().__init__(
            data if was_sent else None,
            prefix=prefix,
            initial={"reason": kept.reason if kept else ""},
        )

    @property
    def text(self) -> str:
        """The reason as it will stand; empty when there is none."""
        if not self.is_bound:
            return self.kept.reason if self.kept else ""
        return self.cleaned_data.get("reason", "") if self.is_valid() else ""


class ThemeForm(WagtailAdminModelForm):
    """A theme with its milestones; makes the address of the title where it is empty.

    What is odd about the dates is said at its field and asks for a reason.
    """

    starts_on = DayOrWeekField(label=_("Første dag"))
    ends_on = DayOrWeekField(label=_("Sidste dag"), last=True)

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["slug"].required = False
        if not self.instance.pk:
            last = Theme.objects.aggregate(number=Max("number"))["number"]
            self.initial["number"] = (last or 0) + 1
        self.is_checked = False
        self.lacks_reasons = False
        self.reckoned_before = {}
        kept = {}
        if self.instance.pk:
            self.reckoned_before = self.instance.timetable
            kept = {m.step: m for m in self.instance.milestones.all()}
        self.milestones = [
            MilestoneForm(self.data if self.is_bound else None, kind, kept.get(kind))
            for kind in MilestoneKind
            if not kind.follows_theme
        ]

    @property
    def media(self):
        return super().media + self.milestones[0].media

    def has_changed(self):
        forms = [*self.milestones, *(self.reasons if self.is_checked else [])]
        return super().has_changed() or any(form.has_changed() for form in forms)

    def is_valid(self):
        is_sound = super().is_valid() and not self.lacks_reasons
        return is_sound and self.milestones_are_sound

    @property
    def milestones_are_sound(self) -> bool:
        return all(row.is_sound for row in self.milestones)

    def clean(self):
        cleaned_data = super().clean()
        if not cleaned_data.get("slug") and "slug" not in self.errors:
            made = slug(cleaned_data.get("subtitle", ""))[:70].strip("-") or "tema"
            others = Theme.objects.exclude(pk=self.instance.pk)
            cleaned_data["slug"] = free_slug(made, others)
        # A peak of one week is written once.
        if cleaned_data.get("last_peak_week") is None:
            cleaned_data["last_peak_week"] = cleaned_data.get("first_peak_week")
        return cleaned_data

    def _post_clean(self):
        # The instance has its new dates from here on.
        super()._post_clean()
        self._check_contrasts()
        dates = {"starts_on", "ends_on", "first_peak_week", "last_peak_week"}
        if dates & set(self.errors):
            return
        if not self.milestones_are_sound:
            return
        planned = {milestone.step: milestone for milestone in self.planned}
        for row in self.milestones:
            row.check_near(self.instance, planned[row.kind])
        if self.milestones_are_sound:
            self.is_checked = True
            self._ask_for_reasons()

    def _check_contrasts(self) -> None:
        """Stop colours that cannot be told apart, with the nearest that can.

        Only what is new is stopped: a date can always be put right.
        """
        colours = {"ground", "ink", "button"}
        is_new = bool({"state", *colours} & set(self.changed_data))
        if self.instance.is_draft or not is_new or colours & set(self.errors):
            return
        for weak in weak_contrasts(self.instance):
            self.add_error(weak.name, sentence(weak))

    def _ask_for_reasons(self) -> None:
        """Say at each field what is odd about it, unless a reason is written."""
        said: dict[str, list[str]] = {}
        for form in self.reasons:
            if not form.text:
                said.setdefault(form.warning.field, []).append(form.warning.text)
        rows = {row.kind: row for row in self.milestones}
        for field, texts in said.items():
            texts.append(_("Ret det, eller skriv nedenfor, hvorfor det er i orden."))
            if row := rows.get(field):
                row.unexplained = texts
            else:
                self.add_error(field, texts)
        self.lacks_reasons = bool(said)

    @property
    def reckoned(self) -> dict[MilestoneKind, Span]:
        """When the milestones fall by the theme's dates, as far as those are known."""
        return self.instance.timetable if self.is_checked else self.reckoned_before

    @cached_property
    def planned(self) -> list[Milestone]:
        """The milestones as they will stand, those that the theme's dates give too."""
        reckoned = self.instance.timetable
        rows = {row.kind: row for row in self.milestones}
        return [
            rows[kind].planned(self.instance, span)
            if kind in rows
            else Milestone.of(self.instance, kind, span)
            for kind, span in reckoned.items()
        ]

    @cached_property
    def reasons(self) -> list[ReasonForm]:
        """A field for each warning about the theme as it will stand."""
        if not self.is_checked and (self.is_bound or not self.instance.pk):
            return []
        kept = {}
        if self.instance.pk:
            rows = self.instance.timetable_reasons.in_force().select_related("user")
            kept = {row.code: row for row in rows}
        data = self.data if self.is_bound else None
        return [
            ReasonForm(data, warning, kept.get(warning.code))
            for warning in warnings_about(self.instance, self.planned)
        ]

    @property
    def other_reasons(self) -> dict[str, str]:
        """Reasons that were written, but cannot be asked for yet; kept in the form."""
        if self.is_checked or not self.is_bound:
            return {}
        return {
            name: text
            for name, text in self.data.items()
            if name.startswith(REASON) and text
        }

    @property
    def stayed(self) -> list[MilestoneForm]:
        """Moved milestones that the new dates of the theme did not take along."""
        now = self.instance.timetable
        return [
            row
            for row in self.milestones
            if row.was_moved
            and not row.is_moving
            and self.reckoned_before.get(row.kind) != now[row.kind]
        ]

    @transaction.atomic
    def save(self, commit=True):
        theme = super().save(commit)
        if commit:
            self._save_milestones(theme)
            reasons = {f.warning.code: (f.warning.text, f.text) for f in self.reasons}
            TimetableReason.objects.keep_for(theme, reasons, self.for_user)
            end_shared_reasons(theme, reasons)
        return theme

    def _save_milestones(self, theme: Theme) -> None:
        kept = {m.step: m for m in theme.milestones.all()}
        changed = []
        for planned in self.planned:
            row = kept[planned.step]
            names = ["is_moved", "is_dropped", "note"]
            if row.span == planned.span and all(
                getattr(row, name) == getattr(planned, name) for name in names
            ):
                continue
            for name in names:
                setattr(row, name, getattr(planned, name))
            row.starts_on, row.ends_on = planned.starts_on, planned.ends_on
            row.note_change()
            changed.append(row)
        if changed:
            Milestone.objects.bulk_update(
                changed, [*Milestone.PLACED, "is_moved", "is_dropped", "note"]
            )
