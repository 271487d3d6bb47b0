"""The demo themes, one a campaign of the content."""

import datetime

from core.danish import slug, week_of
from themes.models import Theme

from ..content import types as content


def load_theme(campaign: content.Campaign, today: datetime.date) -> Theme:
    """Return the theme of ``campaign``; made when there is none of its number."""
    starts_on, ends_on = campaign.period(today)
    peak_from, peak_to = campaign.peak_period(today)
    ground, ink, button = campaign.colours
    is_over = ends_on < today
    theme, _created = Theme.objects.get_or_create(
        number=campaign.number,
        defaults={
            "umbrella": campaign.umbrella,
            "subtitle": campaign.subtitle,
            "slug": slug(campaign.subtitle),
            "label": campaign.label,
            "dates_note": campaign.dates_label,
            "starts_on": starts_on,
            "ends_on": ends_on,
            "first_peak_week": week_of(peak_from),
            "last_peak_week": week_of(peak_to),
            "state": Theme.State.ARCHIVED if is_over else Theme.State.ANNOUNCED,
            # as the year was, and the report on it could be written
            "archived_on": ends_on.replace(month=12, day=31) if is_over else None,
            "ground": ground,
            "ink": ink,
            "button": button,
            "motif": campaign.motif,
            "seed": campaign.seed,
        },
    )
    return theme
