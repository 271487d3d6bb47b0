"""The list of materials as people ask for it: words, choices, order, and what is found.

Everything asked stands in the address, so that it can be shared and saved.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from urllib.parse import urlencode

from django.db.models import Case, IntegerField, Q, When
from django.db.models.functions import Coalesce
from django.http import QueryDict
from django.utils.translation import gettext_lazy as _

from core.danish import quoted

from ..models import Asset
from .counting import count, kept_count
from .facets import (
    FACETS,
    NEW,
    Facet,
    Group,
    Vocabulary,
    facets_of,
    groups_of,
    missed,
    periods,
    since,
)
from .finding import Hits, find_by_words

LONGEST_WORDS = 200
# So many hits of a word are looked through; who gets more is asked for another word.
MOST_HITS = 1000
# More found than this are met one by one in their order; fewer are fetched and sorted.
MANY = 2000

BEST, NEWEST, TITLE = "bedst", "nyeste", "titel"
ORDERS = {
    NEWEST: _("Nyeste først"),
    TITLE: _("Titel"),
    "kampagne": _("Kampagnens start"),
    "hentet": _("Mest hentet"),
}
COLUMNS = {
    NEWEST: ("-published_at", "-pk"),
    TITLE: ("title_key", "pk"),
    "hentet": ("-fetched_count", "-published_at", "-pk"),
}


@dataclass(frozen=True)
class Choices:
    """What is asked for, valid and in a fixed order; the rest of the address is let go.

    ``words`` is the text searched for, ``topic`` the slug of a tag.
    """

    words: str = ""
    topic: str = ""
    chosen: Mapping[str, list[str]] = field(default_factory=dict)
    order: str = ""
    is_large: bool = False

    @classmethod
    def read(cls, query: QueryDict, vocabulary: Vocabulary) -> "Choices":
        chosen = {
            name: values
            for name in FACETS
            if (values := vocabulary.known(name, query.getlist(name)))
        }
        order = query.get("sorter", "")
        return cls(
            words=" ".join(query.get("q", "")[:LONGEST_WORDS].split()),
            topic=query.get("emne", "")[:100].strip(),
            chosen=chosen,
            order=order if order in ORDERS else "",
            is_large=query.get("vis") == "stort",
        )

    @property
    def is_narrowed(self) -> bool:
        """Whether any choice has been made."""
        return bool(self.words or self.topic or self.chosen)

    @property
    def query(self) -> str:
        """What narrows the list, as an address has it; the same for the same choices.

        Neither order nor page number: a saved search keeps what, not how.
        """
        return urlencode(self._pairs())

    def _pairs(self) -> list[tuple[str, str]]:
        pairs = [("q", self.words), ("emne", self.topic)]
        for name, values in self.chosen.items():
            pairs += [(name, value) for value in values]
        return [pair for pair in pairs if pair[1]]

    @property
    def look(self) -> list[tuple[str, str]]:
        """The order and size of the list, as pairs of an address."""
        pairs = [("sorter", self.order), ("vis", "stort" if self.is_large else "")]
        return [pair for pair in pairs if pair[1]]

    def address(self, *, without: tuple[str, str] | None = None, **look: str) -> str:
        """The address of the list with one choice taken off, or another look."""
        pairs = [pair for pair in self._pairs() if pair != without]
        looks = {**dict(self.look), **look}
        pairs += [(name, value) for name, value in looks.items() if value]
        return f"?{urlencode(pairs)}"


@dataclass(frozen=True)
class Chip:
    """A choice that narrows the list, and the address of the list without it."""

    text: str
    without: str


class Browse:
    """One look at the list of materials, for one person.

    Some six queries, whatever is asked and however many assets there are.
    """

    def __init__(self, query: QueryDict, user, vocabulary: Vocabulary | None = None):
        self.user = user
        self.vocabulary = vocabulary or Vocabulary.load()
        self.choices = Choices.read(query, self.vocabulary)

    @cached_property
    def known(self):
        """What the person may know of, narrowed by words and topic alone."""
        assets = Asset.objects.listed_for(self.user)
        if self.choices.topic:
            tagged = Asset.tags.through.objects.filter(tag__slug=self.choices.topic)
            assets = assets.filter(pk__in=tagged.values("content_object"))
        if self.choices.words:
            assets = assets.filter(pk__in=self.hits.pks)
        return assets

    @cached_property
    def hits(self) -> Hits:
        """The assets that match the words, at most ``MOST_HITS``."""
        return find_by_words(self.choices.words, self.user, MOST_HITS)

    @property
    def has_too_many_hits(self) -> bool:
        return bool(self.choices.words) and self.hits.has_more

    @cached_property
    def groups(self) -> list[Group]:
        moments = periods()
        if self.choices.words or self.choices.topic:
            counted = count(self.known, moments)
        else:
            counted = kept_count(self.user, moments)
        return groups_of(counted, moments, self.vocabulary)

    @cached_property
    def facets(self) -> list[Facet]:
        return facets_of(self.groups, self.choices.chosen, self.vocabulary)

    @cached_property
    def matching(self) -> list[Group]:
        """The groups that have what is chosen."""
        return [
            group
            for group in self.groups
            if not missed(group, self.choices.chosen) and group.counted(self.period)
        ]

    @property
    def period(self) -> str | None:
        return next(iter(self.choices.chosen.get(NEW, ())), None)

    @cached_property
    def count(self) -> int:
        return sum(group.counted(self.period) for group in self.matching)

    @cached_property
    def found(self):
        """The assets themselves, unordered."""
        assets, chosen = self.known, self.choices.chosen
        if "tema" in chosen:
            assets = assets.filter(theme__in={g.theme_id for g in self.matching})
        if "slags" in chosen:
            assets = assets.filter(kind__in=chosen["slags"])
        if chosen.keys() - {"tema", "slags", NEW}:
            profiles = {g.profile_id for g in self.matching}
            if self.count > MANY and self.order != TITLE:
                # Enough are met on the way through the order: an expression keeps the
                # database from fetching all of a profile and sorting them. Not so by
                # title: posters stand together there, far from the first films.
                assets = assets.alias(own_profile=Coalesce("profile", 0))
                assets = assets.filter(own_profile__in=profiles)
            else:
                assets = assets.filter(profile__in=profiles)
        if self.period:
            assets = assets.filter(published_at__gte=since(self.period))
        return assets

    @property
    def default_order(self) -> str:
        """The best hits first when there are words to hit, else the newest."""
        return BEST if self.choices.words else NEWEST

    @property
    def order(self) -> str:
        return self.choices.order or self.default_order

    @property
    def orders(self) -> dict[str, str]:
        """The orders to choose among."""
        return ({BEST: _("Bedste match")} if self.choices.words else {}) | ORDERS

    @cached_property
    def results(self) -> "Found":
        return Found(self)

    @property
    def chips(self) -> list[Chip]:
        """The choices made, in the order of the page."""
        address, labels = self.choices.address, self.vocabulary.labels
        chips = []
        if words := self.choices.words:
            chips.append(Chip(quoted(words), address(without=("q", words))))
        if topic := self.choices.topic:
            chips.append(Chip(topic, address(without=("emne", topic))))
        for name, values in self.choices.chosen.items():
            for value in values:
                text = str(labels[name][value])
                chips.append(Chip(text, address(without=(name, value))))
        return chips


class Found:
    """The assets of a look in their order, as a paginator takes them: by the slice."""

    ordered = True

    def __init__(self, browse: Browse):
        self.browse = browse

    def count(self) -> int:
        return self.browse.count

    def __getitem__(self, part: slice) -> list[Asset]:
        # The keys alone are sorted; what a card shows is fetched for those shown.
        pks = self._keys(part)
        cards = Asset.objects.for_list().defer("body", "description").in_bulk(pks)
        return [cards[pk] for pk in pks if pk in cards]

    def _keys(self, part: slice) -> list[int]:
        order = self.browse.order
        if order == BEST:
            rank = {pk: n for n, pk in enumerate(self.browse.hits.pks)}
            found = self.browse.found.values_list("pk", flat=True).order_by()
            return sorted(found, key=rank.__getitem__)[part]
        if order == "kampagne":
            return self._by_campaign(part)
        count = self.count()
        if part.start <= count // 2:
            return self._sorted(self.browse.found, COLUMNS[order], part)
        # The far half is read from its end: the last page is as near as the first.
        columns = [c[1:] if c[0] == "-" else f"-{c}" for c in COLUMNS[order]]
        mirrored = slice(max(count - part.stop, 0), max(count - part.start, 0))
        return self._sorted(self.browse.found, columns, mirrored)[::-1]

    @staticmethod
    def _sorted(assets, columns: Sequence[str], part: slice) -> list[int]:
        return list(assets.order_by(*columns).values_list("pk", flat=True)[part])

    def _by_campaign(self, part: slice) -> list[int]:
        """The newest campaign first; only those that the slice touches are sorted."""
        themes, counts = self.browse.vocabulary.themes, Counter()
        for group in self.browse.matching:
            owner = group.theme_id if group.theme_id in themes else None
            counts[owner] += group.counted(self.browse.period)
        touched, passed, skipped = [], 0, 0
        # Themes come newest first; what belongs to none comes last.
        for pk in [*themes, None]:
            if passed + counts[pk] <= part.start:
                skipped = passed + counts[pk]
            elif passed < part.stop:
                touched.append(pk)
            passed += counts[pk]
        ranks = [When(theme=pk, then=n) for n, pk in enumerate(touched) if pk]
        owned = Q(theme__in=[pk for pk in touched if pk])
        if None in touched:
            owned |= Q(theme=None) | ~Q(theme__in=themes)
        ranked = self.browse.found.filter(owned).annotate(
            rank=Case(*ranks, default=len(touched), output_field=IntegerField())
        )
        shifted = slice(part.start - skipped, part.stop - skipped)
        return self._sorted(ranked, ("rank", *COLUMNS[NEWEST]), shifted)
