"""What is shown of a search: its hits in groups, facets, chips and numbered pages."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from django.core.paginator import Paginator
from django.http import HttpRequest

from core.pagination import page_of

from ..models import Entry
from ..models.entries import Kind
from . import facets, promoted
from .expanding import corrected
from .hits import Hit, hits_of
from .looking import Answer, ask
from .questions import Question

PER_PAGE = 20
BEST = 3
OF_A_KIND = 4
# So many hits are looked through for the groups.
LOOKED_AT = 80
# Fewer than this stand in one list.
FEW = 8


@dataclass(frozen=True)
class Group:
    """The hits of a kind that are shown, how many there are, and where they all are."""

    label: str
    hits: list[Hit]
    count: int
    address: str

    @property
    def has_more(self) -> bool:
        return self.count > len(self.hits)


class _Numbered:
    """As many as there are, of which the looked-up ones are known, for a paginator."""

    ordered = True

    def __init__(self, count: int):
        self._count = count

    def count(self) -> int:
        return self._count

    def __getitem__(self, part: slice) -> range:
        return range(self._count)[part]


class Results:
    """One search as one person sees it."""

    def __init__(self, request: HttpRequest):
        self.request = request
        self.known = facets.labels()
        self.chosen = facets.chosen_in(request.GET, self.known)
        self.answer = self._ask()

    def _ask(self) -> Answer:
        text, user = self.request.GET.get("q", ""), self.request.user
        number = self.request.GET.get("p", "")
        page = int(number) if number.isdecimal() and len(number) < 5 else 1
        if not self.is_one_list:
            return ask(text, user, self.chosen, 0, LOOKED_AT)
        start = (max(page, 1) - 1) * PER_PAGE
        answer = ask(text, user, self.chosen, start, start + PER_PAGE)
        if not answer.found.hits and start and answer.found.total:
            # Beyond the last page: the last is shown, as in all lists of the site.
            count = facets.count(answer.found.counts, answer.profiles, self.chosen)
            last = max(Paginator(range(count), PER_PAGE).num_pages - 1, 0) * PER_PAGE
            answer = ask(text, user, self.chosen, last, last + PER_PAGE)
        return answer

    @property
    def is_one_list(self) -> bool:
        return "slags" in self.chosen

    @property
    def query(self) -> str:
        return self.answer.question.text

    @property
    def question(self) -> Question:
        return self.answer.question

    @cached_property
    def count(self) -> int:
        """How many hits there are with what is chosen."""
        return facets.count(self.answer.found.counts, self.answer.profiles, self.chosen)

    @cached_property
    def facets(self) -> list[facets.Facet]:
        return facets.facets_of(
            self.query,
            self.answer.found.counts,
            self.answer.profiles,
            self.chosen,
            self.known,
        )

    @property
    def chips(self) -> list[dict[str, str]]:
        """What narrows the search, said or chosen, each with the address without it."""
        question, chips = self.question, []
        for fact in question.facts:
            rest = question.without(fact)
            chips.append({"text": fact.label, "without": self._address(rest)})
        for name, value in self.chosen.items():
            others = {n: v for n, v in self.chosen.items() if n != name}
            text = self.known[name][value]
            chips.append({"text": text, "without": self._address(None, others)})
        return chips

    def _address(
        self, text: str | None = None, chosen: Mapping[str, str] | None = None
    ) -> str:
        return facets.address(
            self.query if text is None else text,
            self.chosen if chosen is None else chosen,
        )

    @cached_property
    def hits(self) -> list[Hit]:
        return hits_of(self._shown, self.question, self.request)

    @cached_property
    def _shown(self) -> list[int]:
        """The entries to show: of each kind the best, beside the very best."""
        pks = self.answer.found.hits
        if self.is_one_list or self.count <= FEW:
            return pks
        kinds = dict(Entry.objects.filter(pk__in=pks).values_list("pk", "kind"))
        shown, of_kind = [], {}
        for place, pk in enumerate(pks):
            kind = kinds.get(pk)
            if place >= BEST:
                of_kind[kind] = of_kind.get(kind, 0) + 1
            if place < BEST or of_kind[kind] <= OF_A_KIND:
                shown.append(pk)
        return shown

    @property
    def is_grouped(self) -> bool:
        return not self.is_one_list and self.count > FEW

    @property
    def best(self) -> list[Hit]:
        """The first hits of all; the others stand in their groups."""
        return self.hits[:BEST] if self.is_grouped else self.hits

    @cached_property
    def groups(self) -> list[Group]:
        """The other hits by kind, the kind of the best hit first."""
        if not self.is_grouped:
            return []
        by_kind: dict[str, list[Hit]] = {hit.kind: [] for hit in self.hits}
        for hit in self.hits[BEST:]:
            by_kind[hit.kind].append(hit)
        groups = []
        for kind, label in self._kinds(by_kind):
            chosen = self.chosen | {"slags": kind}
            number = facets.count(
                self.answer.found.counts, self.answer.profiles, chosen
            )
            hits = by_kind.get(kind, [])
            if hits or (number and kind not in by_kind):
                groups.append(Group(label, hits, number, self._address(None, chosen)))
        return groups

    def _kinds(self, first: Mapping[str, list]) -> list[tuple[str, str]]:
        labels = dict(Kind.choices)
        order = [*first, *(kind for kind in labels if kind not in first)]
        return [(kind, labels[kind]) for kind in order]

    @cached_property
    def pages(self):
        """The numbered pages of a list of one kind."""
        return page_of(self.request, _Numbered(self.count), PER_PAGE)

    @cached_property
    def suggestion(self) -> str:
        """The question as it may have been meant, where that finds something."""
        better = corrected(self.question)
        if not better or not ask(better, self.request.user, {}, 0, 1).found.total:
            return ""
        return better

    @property
    def suggestion_address(self) -> str:
        return facets.address(self.suggestion, {})

    @cached_property
    def promoted(self) -> list:
        """What editors have chosen to stand first for this very question."""
        is_first = not self.chosen and "p" not in self.request.GET
        return promoted.of(self.query, self.question.language) if is_first else []

    @property
    def is_missed(self) -> bool:
        """Whether nothing has all of the words, and nothing was put in their place."""
        answer = self.answer
        is_empty = not answer.found.total or answer.is_nearest
        return bool(answer.question.words) and is_empty and not self.promoted
