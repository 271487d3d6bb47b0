"""What themes put on the editors' front page."""

from collections.abc import Iterable

from django.contrib.auth.base_user import AbstractBaseUser
from django.urls import reverse
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from core.dashboard import Item, Section, next_days

from .models import Milestone, Theme


def milestones_ahead(user: AbstractBaseUser) -> Iterable[Item]:
    """The milestones of the coming month, for who may change themes."""
    if not user.has_perm("themes.change_theme"):
        return
    today, last = next_days()
    milestones = (
        Milestone.objects.in_use()
        .ahead(today)
        .filter(starts_on__lte=last)
        .select_related("theme")
    )
    for milestone in milestones:
        begun = milestone.starts_on < today
        note = milestone.theme.title
        if begun:
            until = date_format(milestone.ends_on, "j. F")
            note = _("%(theme)s, til %(day)s") % {"theme": note, "day": until}
        yield Item(
            Section.DUE,
            milestone.get_kind_display(),
            reverse("themes:edit", args=[milestone.theme_id]),
            None if begun else milestone.starts_on,
            note,
            urgent=milestone.ends_on == today,
            is_going_on=begun,
        )


def campaigns_to_archive(user: AbstractBaseUser) -> Iterable[Item]:
    """Campaigns that are over and that nobody has said when to archive."""
    if not user.has_perm("themes.change_theme"):
        return
    ended = Theme.objects.ended().filter(
        state=Theme.State.ANNOUNCED, archive_on__isnull=True
    )
    for theme in ended:
        yield Item(
            Section.WAITING,
            _("Kampagnen er slut. Skal den arkiveres?"),
            reverse("themes:edit", args=[theme.pk]),
            theme.ends_on,
            theme.title,
        )
