"""The registry of checks, and what they all say about one page."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from wagtail.models import Page

from ..models.publishing import AnsweredWarning
from .candidates import Candidate
from .findings import Finding

Check = Callable[[Candidate], Iterator[Finding]]

_checks: list[Check] = []


def publish_check(check: Check) -> Check:
    """Let ``check`` look at every page before it is published."""
    if check not in _checks:
        _checks.append(check)
    return check


@dataclass(frozen=True)
class Examination:
    """All that the checks found, and which warnings people have answered, by key."""

    findings: list[Finding]
    answers: dict[str, AnsweredWarning] = field(default_factory=dict)

    @property
    def errors(self) -> list[Finding]:
        return [finding for finding in self.findings if finding.is_error]

    @property
    def warnings(self) -> list[Finding]:
        """The warnings that nobody has answered yet."""
        return [
            finding
            for finding in self.findings
            if not finding.is_error and finding.key not in self.answers
        ]

    @property
    def answered(self) -> list[tuple[Finding, AnsweredWarning]]:
        return [
            (finding, self.answers[finding.key])
            for finding in self.findings
            if not finding.is_error and finding.key in self.answers
        ]


def examine(page: Page) -> Examination:
    """Look at ``page`` as it stands, with what is not saved yet."""
    candidate = Candidate(page)
    findings = {}
    for check in _checks:
        for finding in check(candidate):
            findings.setdefault(finding.key, finding)
    ordered = sorted(findings.values(), key=_reading_order(page))
    answers = {}
    if page.pk and any(not finding.is_error for finding in ordered):
        rows = AnsweredWarning.objects.filter(page_id=page.pk, key__in=findings)
        answers = {row.key: row for row in rows.select_related("user")}
    return Examination(ordered, answers)


def _reading_order(page: Page) -> Callable[[Finding], tuple]:
    """Errors first, each in the order in which its place stands in the form."""
    names = [column.name for column in page._meta.get_fields()]

    def order(finding: Finding) -> tuple:
        place = finding.place
        column = names.index(place.field) if place.field in names else -1
        steps = [step for step in place.steps if isinstance(step, int)]
        return (not finding.is_error, column, steps)

    return order
