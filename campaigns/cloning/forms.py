"""What is asked before a campaign is cloned."""

import copy
import uuid

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from core.danish import free_slug, slug
from core.form_fields import DayOrWeekField
from themes.clock import monday
from themes.models import Theme

from .plans import ClonePlan, campaigns_of, move_dates

TITLE = "title_"


def draft_of(source: Theme) -> Theme:
    """A theme like ``source``, not saved: a draft, with no word on its dates."""
    theme = copy.copy(source)
    theme.pk = theme.number = None
    theme.uuid = uuid.uuid4()
    theme._state = copy.copy(source._state)
    theme._state.adding = True
    theme._state.fields_cache = {}
    theme._prefetched_objects_cache = {}
    theme.slug = theme.dates_note = ""
    theme.state, theme.archived_on = Theme.State.DRAFT, None
    return theme


class CloneForm(forms.ModelForm):
    """The new theme's name, number and first week, and the titles of its pages."""

    starts_on = DayOrWeekField(
        label=_("Første uge"),
        help_text=_(
            "Skriv en uge (uge 38 2027) eller en dag i den. Alle datoer flyttes lige "
            "så mange uger."
        ),
    )

    class Meta:
        model = Theme
        fields = ["number", "umbrella", "subtitle", "slug", "starts_on"]

    def __init__(self, data=None, *, source: Theme):
        self.source = source
        initial = {"starts_on": "", "subtitle": source.subtitle}
        super().__init__(data, instance=draft_of(source), initial=initial)
        self.fields["slug"].required = False
        self.fields["slug"].help_text = _("Laves af titlen, når feltet er tomt.")
        for page in campaigns_of(source):
            language = page.locale.get_display_name()
            self.fields[f"{TITLE}{page.pk}"] = forms.CharField(
                label=_("Kampagnesidens titel (%(language)s)") % {"language": language},
                max_length=255,
                initial=page.draft_title,
            )

    def clean_slug(self) -> str:
        wanted = self.cleaned_data["slug"]
        made = slug(self.cleaned_data.get("subtitle", ""))[:70]
        return wanted or free_slug(made or "tema", Theme.objects)

    def clean_starts_on(self):
        wanted = self.cleaned_data["starts_on"]
        try:
            shift = monday(wanted) - monday(self.source.starts_on)
            move_dates(self.instance, self.source, shift)
        except OverflowError:
            raise ValidationError(
                _("Året kan ikke passe. Er det skrevet rigtigt?")
            ) from None
        if not shift:
            raise ValidationError(_("Det er den uge, kampagnen allerede ligger i."))
        if errors := self.instance.date_errors():
            # Its other fields are not the form's; only the first day can be mended.
            move_dates(
                self.instance,
                self.source,
                self.source.starts_on - self.source.starts_on,
            )
            raise ValidationError(list(errors.values()))
        return self.instance.starts_on

    @property
    def plan(self) -> ClonePlan:
        """What the valid form asks for."""
        titles = {
            int(name.removeprefix(TITLE)): value
            for name, value in self.cleaned_data.items()
            if name.startswith(TITLE)
        }
        return ClonePlan(self.source, self.instance, titles)
