"""Places on "Mit bibliotek" that apps above this one fill.

An app registers a function when it is ready:

    register_panel(downloads_panel, order=10)

It gets the request and the active membership, and gives the template and its context,
or None for nothing.
"""

from collections.abc import Callable

from django.http import HttpRequest

from .models import Membership

Panel = Callable[[HttpRequest, Membership], dict | None]

_panels: list[tuple[int, Panel]] = []


def register_panel(panel: Panel, *, order: int = 100) -> None:
    """Add a panel to every library's page; low orders come first."""
    if (order, panel) not in _panels:
        _panels.append((order, panel))
        _panels.sort(key=lambda entry: entry[0])


def panels_for(request: HttpRequest, membership: Membership) -> list[dict]:
    """What the registered panels have to show: ``template`` and ``context`` each."""
    shown = (panel(request, membership) for _order, panel in _panels)
    return [panel for panel in shown if panel]
