"""Themes: campaigns as facts."""

import datetime

import factory
from factory.django import DjangoModelFactory

from themes.models import Theme


class ThemeFactory(DjangoModelFactory):
    """A theme of four weeks that everyone may know of."""

    class Meta:
        model = Theme

    number = factory.Sequence(lambda n: n + 1)
    subtitle = factory.Sequence(lambda n: f"Tema {n + 1}")
    slug = factory.Sequence(lambda n: f"tema-{n + 1}")
    starts_on = datetime.date(2017, 9, 25)
    ends_on = datetime.date(2017, 10, 22)
    state = Theme.State.ANNOUNCED
