"""QR codes on pages, in print and on screens."""

from django import template

from themes.looks.qr_codes import qr_drawing

register = template.Library()


@register.inclusion_tag("components/qr_code.html")
def qr_code(address: str) -> dict:
    """The code that leads to an address."""
    return {"code": qr_drawing(address)}
