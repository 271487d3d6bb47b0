"""Answers to warnings: posted with the page's form, kept for the same finding."""

from collections.abc import Mapping

from wagtail.models import Page

from ..models.publishing import AnsweredWarning
from .examination import examine
from .findings import Finding

PREFIX = "answer-"
LONGEST = AnsweredWarning._meta.get_field("reason").max_length


def field_name(finding: Finding) -> str:
    """The name of the form field in which a warning is answered."""
    return f"{PREFIX}{finding.key}"


def answer_in(data: Mapping, finding: Finding) -> str:
    """What was posted about a warning, or an empty text: a tick, or a reason."""
    return " ".join(str(data.get(field_name(finding), "")).split())[:LONGEST]


def answers_nothing(data: Mapping) -> bool:
    """Whether no warning was answered in what was posted."""
    return not any(name.startswith(PREFIX) and data[name] for name in data)


def keep_answers(page: Page, user, data: Mapping) -> None:
    """Keep what was posted about the warnings that ``page`` has right now."""
    if answers_nothing(data):
        return
    for finding in examine(page).warnings:
        if answer := answer_in(data, finding):
            AnsweredWarning.objects.update_or_create(
                page_id=page.pk,
                key=finding.key,
                defaults={
                    "warning": finding.message,
                    "reason": answer if finding.wants_reason else "",
                    "user": user,
                },
            )
