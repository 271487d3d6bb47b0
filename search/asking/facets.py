"""What a search can be narrowed by, and how many hits each choice leaves.

Counted over profiles, so that a count is of the very hits that its address lists.
"""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import urlencode

from django.http import QueryDict
from django.utils.translation import gettext_lazy as _

from assets.models import Format
from themes.models import Theme

from ..language.facet_words import AUDIENCES
from ..models.entries import Kind

NAMES = {
    "slags": _("Slags"),
    "tema": _("Kampagne"),
    "hvem": _("For hvem"),
    "format": _("Format"),
}
MOST_CHOICES = 8

Profiles = Mapping[int, frozenset[str]]


@dataclass(frozen=True)
class Choice:
    """A value to narrow by: how many hits it leaves, and the address of those."""

    value: str
    label: str
    count: int
    address: str
    is_chosen: bool = False


@dataclass(frozen=True)
class Facet:
    name: str
    label: str
    choices: list[Choice]


def labels() -> dict[str, dict[str, str]]:
    """What each value is called, by facet; what is not here cannot be chosen."""
    return {
        "slags": dict(Kind.choices),
        "tema": {theme.slug: str(theme) for theme in Theme.objects.public()},
        "hvem": {value: str(label) for value, label in AUDIENCES.items()},
        "format": dict(Format.objects.values_list("slug", "name")),
    }


def chosen_in(query: QueryDict, known: dict[str, dict[str, str]]) -> dict[str, str]:
    """The valid choices of an address; the rest of it is let go."""
    return {
        name: value
        for name in NAMES
        if (value := query.get(name, "")) and value in known[name]
    }


def address(text: str, chosen: Mapping[str, str]) -> str:
    """The address of a search with these choices, always the same for the same."""
    pairs = [("q", text), *((n, chosen[n]) for n in NAMES if chosen.get(n))]
    return f"?{urlencode([pair for pair in pairs if pair[1]])}"


def keep(profiles: Profiles, chosen: Mapping[str, str]) -> set[int]:
    """The profiles that have every chosen fact."""
    wanted = {f"{name}:{value}" for name, value in chosen.items()}
    return {pk for pk, facts in profiles.items() if wanted <= facts}


def count(
    counts: Mapping[int, int], profiles: Profiles, chosen: Mapping[str, str]
) -> int:
    """How many hits have every chosen fact."""
    kept = keep(profiles, chosen)
    return sum(number for pk, number in counts.items() if pk in kept)


def facets_of(
    text: str,
    counts: Mapping[int, int],
    profiles: Profiles,
    chosen: Mapping[str, str],
    known: dict[str, dict[str, str]],
) -> list[Facet]:
    """The facets of what was found; another value replaces the one chosen."""
    facets = []
    for name, label in NAMES.items():
        others = {n: v for n, v in chosen.items() if n != name}
        kept = keep(profiles, others)
        numbers: Counter[str] = Counter()
        for pk, number in counts.items():
            if pk in kept:
                for fact in profiles[pk]:
                    kind, _colon, value = fact.partition(":")
                    if kind == name and value in known[name]:
                        numbers[value] += number
        order = sorted(numbers, key=lambda value: (-numbers[value], known[name][value]))
        shown = order[:MOST_CHOICES]
        if chosen.get(name) in order[MOST_CHOICES:]:
            shown.append(chosen[name])
        if len(order) > 1 or name in chosen:
            choices = [
                Choice(
                    value,
                    known[name][value],
                    numbers[value],
                    address(text, others | {name: value}),
                    chosen.get(name) == value,
                )
                for value in shown
            ]
            facets.append(Facet(name, label, choices))
    return facets
