"""What the list of materials can be narrowed by, and how many lie behind each choice.

What may be known of is counted by campaign, kind and file profile; the choices are then
matched against those groups, some hundred however many assets there are.
"""

import datetime
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from themes.models import Theme

from ..models import Asset, AssetFile, Format
from .counting import Counted
from .profiles import SIZES

NEW = "ny"
# Days back.
PERIODS = {"uge": 7, "maaned": 30, "kvartal": 90}
PERIOD_NAMES = {
    "uge": _("Den seneste uge"),
    "maaned": _("Den seneste måned"),
    "kvartal": _("De seneste tre måneder"),
}

# Names in addresses, in the order of the page. A word is "name:value".
FACETS = {
    "tema": _("Kampagne"),
    "slags": _("Slags"),
    "til": _("Til"),
    "format": _("Format"),
    "maal": _("Størrelse"),
    "sprog": _("Sprog"),
    "trykklar": _("Trykklar"),
    NEW: _("Nyt"),
}


@dataclass(frozen=True)
class Group:
    """Assets of one campaign, kind and profile: how many, and how many are new."""

    theme_id: int | None
    kind: str
    profile_id: int | None
    words: frozenset[str]
    count: int
    fresh: Mapping[str, int]

    def counted(self, period: str | None) -> int:
        return self.fresh[period] if period else self.count


@dataclass(frozen=True)
class Option:
    """A value of a facet.

    ``count`` is how many the list has when it is chosen; where another of its facet is
    chosen already, how many it adds (``adds``).
    """

    value: str
    label: str
    count: int
    is_chosen: bool
    adds: bool


@dataclass(frozen=True)
class Facet:
    """A question with its answers; of a single one, the last choice counts."""

    name: str
    label: str
    options: list[Option]
    is_single: bool = False

    @property
    def chosen(self) -> list[Option]:
        return [option for option in self.options if option.is_chosen]


@dataclass
class Vocabulary:
    """The values that each facet knows, with their Danish names: two queries."""

    labels: dict[str, dict[str, str]] = field(default_factory=dict)
    themes: dict[int, Theme] = field(default_factory=dict)

    @classmethod
    def load(cls) -> "Vocabulary":
        themes = {theme.pk: theme for theme in Theme.objects.public()}
        return cls(
            {
                "tema": {theme.slug: theme.subtitle for theme in themes.values()},
                "slags": dict(Asset.Kind.choices),
                "til": dict(AssetFile.Purpose.choices),
                "format": dict(Format.objects.values_list("slug", "name")),
                "maal": SIZES,
                "sprog": dict(AssetFile.Language.choices),
                "trykklar": {"ja": _("Klar til trykkeriet")},
                NEW: PERIOD_NAMES,
            },
            themes,
        )

    def known(self, name: str, values: Iterable[str]) -> list[str]:
        """The values that the facet knows, each once, in its own order."""
        wanted = set(values)
        found = [value for value in self.labels[name] if value in wanted]
        return found[-1:] if name == NEW else found


def since(period: str) -> datetime.datetime:
    """The midnight from which on something is new in that period."""
    day = timezone.localdate() - datetime.timedelta(days=PERIODS[period])
    return timezone.make_aware(datetime.datetime.combine(day, datetime.time()))


def periods() -> dict[str, datetime.datetime]:
    """The moment from which on something is new in each period."""
    return {period: since(period) for period in PERIODS}


def groups_of(
    counted: Counted, moments: Iterable[str], vocabulary: Vocabulary
) -> list[Group]:
    """What was counted, since the moments of these names too, in words."""
    groups = []
    for theme_id, kind, profile_id, number, *new in counted.rows:
        words = {f"slags:{kind}", *counted.words.get(profile_id, "").split()}
        if theme := vocabulary.themes.get(theme_id):
            words.add(f"tema:{theme.slug}")
        groups.append(
            Group(
                theme_id,
                kind,
                profile_id,
                frozenset(words),
                number,
                dict(zip(moments, new, strict=True)),
            )
        )
    return groups


def missed(group: Group, chosen: Mapping[str, list[str]]) -> list[str]:
    """The facets whose chosen values the group has none of."""
    return [
        name
        for name, values in chosen.items()
        if name != NEW and not any(f"{name}:{value}" in group.words for value in values)
    ]


def facets_of(
    groups: list[Group], chosen: Mapping[str, list[str]], vocabulary: Vocabulary
) -> list[Facet]:
    """The facets with their counts, given what is chosen; empty answers left out."""
    period = next(iter(chosen.get(NEW, ())), None)
    counts: dict[str, int] = defaultdict(int)
    for group in groups:
        out = missed(group, chosen)
        if len(out) > 1:
            continue
        for word in group.words:
            name, _colon, value = word.partition(":")
            # Of a question that is answered already, another answer adds what fails
            # that question alone; what is in the list counts for what is chosen.
            if name in chosen and value not in chosen[name]:
                is_counted = out == [name]
            else:
                is_counted = not out
            if is_counted:
                counts[word] += group.counted(period)
        if not out:
            for name in PERIODS:
                counts[f"{NEW}:{name}"] += group.fresh[name]
    facets = []
    for name, label in FACETS.items():
        values = chosen.get(name, [])
        options = [
            Option(
                value,
                text,
                counts[f"{name}:{value}"],
                value in values,
                bool(values) and name != NEW and value not in values,
            )
            for value, text in vocabulary.labels[name].items()
            if counts[f"{name}:{value}"] or value in values
        ]
        if options:
            facets.append(Facet(name, label, options, name == NEW))
    return facets
