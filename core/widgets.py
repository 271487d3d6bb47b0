"""Form fields of the admin that write as core.danish does."""

from django.db.models import SlugField

from wagtail.admin.forms.models import register_form_field_override
from wagtail.admin.widgets import SlugInput as WagtailSlugInput

from .danish import ascii_letters

LATIN = [chr(code) for code in range(0xA0, 0x250)]


def _slug_rules() -> list[tuple[str, str]]:
    """The steps of core.danish.slug, as replacements for Wagtail's script."""
    letters: dict[str, str] = {}
    for letter in LATIN:
        if plain := ascii_letters(letter):
            letters[plain] = letters.get(plain, "") + letter
    return [
        *((f"[{group}]", plain) for plain, group in letters.items()),
        (r"[^\x00-\x7f]+", ""),
        (r"[^0-9A-Za-z]+", " "),
        (r"^ | $", ""),
    ]


SLUG_RULES = _slug_rules()


class SlugInput(WagtailSlugInput):
    """An address that follows the title: "Læselyst på øer", "laeselyst-paa-oeer"."""

    def __init__(self, attrs=None, formatters=(), locale=None):
        super().__init__(attrs, formatters=formatters or SLUG_RULES, locale=locale)


def use_our_slug_input() -> None:
    """Have every form of the admin take it for addresses."""
    register_form_field_override(SlugField, override={"widget": SlugInput})
