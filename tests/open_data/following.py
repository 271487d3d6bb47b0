"""What the worker does after each change of the site, done before each question."""

from collections.abc import Iterator
from contextlib import contextmanager

from django.core.signals import request_started

from core.open_data.records import note_changes


def _note(sender, **kwargs) -> None:
    note_changes()


@contextmanager
def changes_noted() -> Iterator[None]:
    """The worker is always through with the changes when something is asked."""
    request_started.connect(_note)
    try:
        yield
    finally:
        request_started.disconnect(_note)
