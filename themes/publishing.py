"""Colours of a theme that do not stand out: told on its form and on its page."""

from collections.abc import Iterator

from django.utils.translation import gettext as _

from wagtail.admin.admin_url_finder import AdminURLFinder

from core.danish import number
from core.publish_checks import Candidate, Finding, Level, Link, publish_check

from .looks.contrasts import Contrast, contrasts
from .models import Theme


def weak_contrasts(theme: Theme) -> list[Contrast]:
    """The colours of the theme that stand out less from its ground than they must."""
    return [one for one in contrasts(theme.look) if not one.is_enough]


def sentence(weak: Contrast) -> str:
    """What is wrong with a colour, and the nearest that is not."""
    label = Theme._meta.get_field(weak.name).verbose_name.capitalize()
    return _(
        "%(label)sn %(colour)s står svagt mod bundfarven %(ground)s: %(ratio)s:1, og "
        "der skal %(least)s:1 til. Den nærmeste farve, der kan ses, er %(nearest)s."
    ) % {
        "label": label,
        "colour": weak.colour,
        "ground": weak.ground,
        "ratio": number(weak.ratio_told, 1),
        "least": number(weak.least, 1),
        "nearest": weak.nearest,
    }


@publish_check
def colours_stand_out(candidate: Candidate) -> Iterator[Finding]:
    """On a page that was given a theme; the site shows a stronger colour instead."""
    pointers = candidate.pointers_to(Theme)
    found = Theme.objects.in_bulk({pointer.pk for pointer in pointers})
    for pointer in pointers:
        theme = found.get(pointer.pk)
        for weak in weak_contrasts(theme) if theme else []:
            url = AdminURLFinder().get_edit_url(theme)
            yield Finding(
                "contrast",
                Level.WARNING,
                sentence(weak),
                pointer.place,
                facts=(weak.name, weak.colour, weak.ground),
                link=Link(_("Ret temaet"), url) if url else None,
            )
