"""What can be written: apps above register a writer for each kind of letter.

    register_letter("invitation", _("Invitation"), write_invitation)

A writer gets what ``about`` names (primary keys only) as keywords and gives a Letter,
or None when there is nothing to say any more.
"""

from collections.abc import Callable
from dataclasses import dataclass

from django.conf import settings
from django.template.loader import render_to_string


@dataclass(frozen=True)
class Letter:
    """A letter as it goes out. ``is_secret``: the body is not kept (a link, say)."""

    subject: str
    body: str
    to: list[str]
    is_secret: bool = False

    @classmethod
    def drawn(cls, template: str, context: dict, to: list[str], is_secret=False):
        """From ``emails/<template>.txt`` and ``emails/<template>_subject.txt``."""
        context = {"site_name": settings.WAGTAIL_SITE_NAME, **context}
        subject = render_to_string(f"emails/{template}_subject.txt", context)
        body = render_to_string(f"emails/{template}.txt", context)
        # A title may hold a line's end; a subject is one line.
        return cls(" ".join(subject.split()), body, to, is_secret)


Writer = Callable[..., Letter | None]

_writers: dict[str, tuple[str, Writer]] = {}


def register_letter(kind: str, label: str, writer: Writer) -> None:
    """Let ``writer`` write the letters of ``kind``; ``label`` is for the admin."""
    _writers[kind] = (label, writer)


def label_of(kind: str) -> str:
    """What the kind is called in the admin."""
    return _writers[kind][0] if kind in _writers else kind


def write(kind: str, about: dict) -> Letter | None:
    """Write the letter anew from the rows. Raises KeyError for an unknown kind."""
    return _writers[kind][1](**about)
