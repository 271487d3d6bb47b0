"""QR codes on pages, in print and on screens."""

from django import template

from themes.looks.papers.paper import shortened
from themes.looks.qr_codes import qr_drawing

register = template.Library()


@register.inclusion_tag("components/qr_code.html")
def qr_code(address: str, label: str = "") -> dict:
    """The code that leads to an address; ``label`` is said instead of a secret one."""
    return {"code": qr_drawing(address), "label": label}


@register.filter
def without_scheme(address: str) -> str:
    """An address as people read it: "example.dk/kampagner"."""
    return shortened(address)
