"""The words that stand in the index, kept for spelling help and compounds."""

from collections import Counter
from collections.abc import Iterable

from django.db import transaction

from ..language import stem
from ..models import Word

# What the words of each entry were: folded, and as written.
Seen = list[dict[str, str]]
BATCH = 2000
LONGEST_SHOWN = 60


def row_of(form: str, shown: str, count: int) -> Word:
    return Word(
        word=form,
        backwards=form[::-1],
        stem=stem(form),
        shown=shown[:LONGEST_SHOWN],
        initial=form[0],
        length=len(form),
        count=count,
    )


def learn(seen: Seen) -> None:
    """Add the words that are new; how often they stand somewhere is counted later."""
    forms = {form: shown for each in seen for form, shown in each.items()}
    names = sorted(forms)
    for start in range(0, len(names), BATCH):
        part = names[start : start + BATCH]
        known = set(Word.objects.filter(word__in=part).values_list("word", flat=True))
        Word.objects.bulk_create(
            [row_of(form, forms[form], 1) for form in part if form not in known],
            ignore_conflicts=True,
        )


class Count:
    """Counts words over all entries, then puts the vocabulary in place at once."""

    def __init__(self) -> None:
        self.counts: Counter[str] = Counter()
        self.shown: dict[str, str] = {}

    def add(self, seen: Iterable[dict[str, str]]) -> None:
        for words in seen:
            self.counts.update(words.keys())
            for form, shown in words.items():
                before = self.shown.get(form)
                if before is None or before != before.lower():
                    self.shown[form] = shown

    def put(self) -> None:
        """Replace the vocabulary, in one transaction."""
        rows = [
            row_of(form, self.shown[form], self.counts[form])
            for form in sorted(self.counts)
        ]
        with transaction.atomic():
            Word.objects.all().delete()
            Word.objects.bulk_create(rows, batch_size=BATCH)
