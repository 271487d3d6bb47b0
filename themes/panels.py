"""What stands in a theme's form beside its fields: milestones, reasons, contrasts."""

from collections.abc import Callable

from django.forms import Media

from wagtail.admin.panels import Panel

from .clock import MilestoneKind
from .looks.contrasts import contrasts
from .looks.logos import Colours
from .looks.suggestions import suggested_colours
from .models import Theme
from .models.themes import COLOUR

LogoColours = Callable[[Theme], Colours]
_logo_colours: list[LogoColours] = []


def logo_colours(source: LogoColours) -> LogoColours:
    """Register who knows the colours of a theme's logo: files are kept above."""
    _logo_colours.append(source)
    return source


class MilestonesPanel(Panel):
    """A table of the steps of the model: when each is, moved or reckoned."""

    class BoundPanel(Panel.BoundPanel):
        template_name = "admin/themes/milestones_panel.html"

        def get_context_data(self, parent_context=None):
            context = super().get_context_data(parent_context)
            forms = {row.kind: row for row in self.form.milestones}
            reckoned = self.form.reckoned
            context["rows"] = [
                {"kind": kind, "form": forms.get(kind), "reckoned": reckoned.get(kind)}
                for kind in MilestoneKind
            ]
            return context


class ReasonsPanel(Panel):
    """A field for each warning; nothing where all is as the model wants it."""

    class BoundPanel(Panel.BoundPanel):
        template_name = "admin/themes/reasons_panel.html"

        def is_shown(self):
            return bool(self.form.reasons or self.form.other_reasons)


class ContrastPanel(Panel):
    """Shows ink and button on the ground, with the nearest colour that can be seen.

    Beside them stand the colours that the logo would give.
    """

    class BoundPanel(Panel.BoundPanel):
        template_name = "admin/themes/contrasts.html"

        @property
        def media(self):
            return Media(
                css={"all": ["css/admin/contrasts.css"]}, js=["js/admin/contrasts.js"]
            )

        def get_context_data(self, parent_context=None):
            context = super().get_context_data(parent_context)
            colours = {
                name: str(self.form[name].value() or "")
                for name in ("ground", "ink", "button")
            }
            # What is no colour has its own error; there is nothing to show of it.
            if all(COLOUR.regex.match(colour) for colour in colours.values()):
                context["contrasts"] = [
                    (Theme._meta.get_field(one.name).verbose_name, one)
                    for one in contrasts(Theme(**colours).look)
                ]
            context["suggested"] = self._suggested(colours)
            return context

        def _suggested(self, colours: dict[str, str]) -> list[tuple[str, str, str]]:
            """Name, label and colour of each that the logo would make another."""
            theme = self.instance
            found = [c for source in _logo_colours for c in source(theme)]
            return [
                (name, Theme._meta.get_field(name).verbose_name, colour)
                for name, colour in suggested_colours(found).items()
                if colour != colours[name].lower()
            ]
