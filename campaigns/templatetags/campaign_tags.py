"""What templates of the apps below ask about campaign pages."""

from collections.abc import Iterable

from django import template
from django.utils.translation import get_language

from campaigns.models import CampaignPage
from core.visibility import visible, with_restrictions
from themes.models import Theme

register = template.Library()


@register.simple_tag
def with_campaigns(themes: Iterable[Theme]) -> list[tuple[Theme, CampaignPage | None]]:
    """Each theme with its campaign page that everyone may read, in this language."""
    themes = list(themes)
    pages = CampaignPage.objects.filter(
        theme__in=themes, locale__language_code=get_language()
    )
    found = {page.theme_id: page for page in visible(with_restrictions(pages))}
    return [(theme, found.get(theme.pk)) for theme in themes]
