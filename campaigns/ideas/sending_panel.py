"""The library's ideas on "Mit bibliotek"."""

from django.http import HttpRequest

from libraries.models import Membership
from libraries.panels import register_panel

from ..models import SentIdea
from .sending import read_states

SHOWN = 5


def ideas_panel(request: HttpRequest, membership: Membership) -> dict:
    """The latest ideas of the library, and the way to more."""
    ideas = SentIdea.objects.of(membership.library).with_fate()[:SHOWN]
    return {
        "template": "components/library_ideas.html",
        "context": {"ideas": read_states(list(ideas))},
    }


def register() -> None:
    register_panel(ideas_panel, order=40)
