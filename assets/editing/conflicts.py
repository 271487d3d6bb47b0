"""Two people who save the same asset: the second is told, with both values."""

from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.html import strip_tags
from django.utils.translation import gettext as _

from wagtail.log_actions import registry

from ..models import Asset

HOW_LONG = 60


class Conflict(Exception):
    """Raised when ``asset``, as it is now, is not what the person saw."""

    def __init__(self, asset: Asset):
        super().__init__(asset.pk)
        self.asset = asset


def stamp_of(asset: Asset) -> str:
    """What tells one state of an asset from the next."""
    return asset.updated_at.isoformat() if asset.pk and asset.updated_at else ""


def differences(form, now: Asset) -> ValidationError:
    """The message of a conflict: who saved, when, and both values of each field."""
    lines = [
        _(
            "%(who)s har gemt materialet kl. %(time)s, mens du rettede. Intet er "
            "overskrevet. Gem igen for at beholde dine værdier, eller hent siden igen "
            "for at se de nye."
        )
        % {
            "who": _who_saved(now),
            "time": timezone.localtime(now.updated_at).strftime("%H.%M"),
        }
    ]
    for name in form.cleaned_data:
        if name == "seen" or name not in form.fields:
            continue
        theirs = _shown(form, name, form_value(now, name))
        mine = _shown(form, name, form.cleaned_data[name])
        if theirs != mine:
            lines.append(
                _("%(field)s: nu ”%(theirs)s”, din ”%(mine)s”.")
                % {
                    "field": str(form.fields[name].label or name).capitalize(),
                    "theirs": theirs,
                    "mine": mine,
                }
            )
    return ValidationError(lines)


def form_value(asset: Asset, name: str):
    """The value that a field of the form has on ``asset``."""
    value = getattr(asset, name, None)
    return list(value.all()) if hasattr(value, "all") else value


def _shown(form, name: str, value) -> str:
    choices = (
        {
            str(key): label
            for key, label in getattr(form.fields[name], "choices", ())
            if key != ""
        }
        if not hasattr(form.fields[name], "queryset")
        else {}
    )
    if value is None:
        return ""
    if not isinstance(value, str) and hasattr(value, "__iter__"):
        return ", ".join(sorted(str(choices.get(str(v), v)) for v in value))
    text = strip_tags(str(choices.get(str(value), value)))
    return text if len(text) <= HOW_LONG else text[:HOW_LONG] + "…"


def _who_saved(asset: Asset) -> str:
    entry = registry.get_logs_for_instance(asset).order_by("-timestamp").first()
    return str(entry.user) if entry and entry.user else _("En anden")
