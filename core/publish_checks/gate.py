"""The one place that every page passes on its way out: no error gets by.

The editor, a workflow's last approval, the bulk action, the API and the scheduler all
publish by Wagtail's PublishPageRevisionAction; it is stopped here. Where a form can be
shown, it has said the same before (``core.models.pages.BasePageForm``).
"""

import functools
from collections.abc import Iterable

from django.core.exceptions import NON_FIELD_ERRORS, ValidationError
from django.db import transaction
from django.dispatch import Signal

from wagtail.actions.publish_page_revision import PublishPageRevisionAction
from wagtail.log_actions import log
from wagtail.models import Page, PageLogEntry, Revision

from .examination import examine
from .findings import Finding

# What Wagtail's scheduler gives as its action.
SCHEDULED = "wagtail.publish.scheduled"
STOPPED = "core.publish_stopped"
# What happens to a page between being stopped and being out.
TURNS = [
    STOPPED,
    "wagtail.publish",
    "wagtail.publish.schedule",
    "wagtail.publish.scheduled",
]

# A page that was due was held back: ``page``, ``revision``, ``problems`` (sentences).
publishing_stopped = Signal()


class PublishStopped(ValidationError):
    """That a page may not be published, with the findings that say why."""

    def __init__(self, page: Page, findings: Iterable[Finding]):
        self.page = page
        self.findings = list(findings)
        errors: dict[str, list] = {}
        for finding in self.findings:
            name = finding.place.field or NON_FIELD_ERRORS
            errors.setdefault(name, []).append(finding.message)
        super().__init__(errors)


def guard_publishing() -> None:
    """Have Wagtail's publishing look at the checks first."""
    if not hasattr(PublishPageRevisionAction.execute, "__wrapped__"):
        PublishPageRevisionAction.execute = _guarded(PublishPageRevisionAction.execute)


def _guarded(execute):
    @functools.wraps(execute)
    def checked(action, skip_permission_checks=False):
        action.check(skip_permission_checks=skip_permission_checks)
        if action.log_action == SCHEDULED:
            return _publish_or_hold(
                action, functools.partial(execute, action, skip_permission_checks=True)
            )
        examination = examine(action.object)
        # Code that publishes has nobody to ask: then warnings let pass.
        stopping = examination.errors + (examination.warnings if action.user else [])
        if stopping:
            raise PublishStopped(action.object, stopping)
        return execute(action, skip_permission_checks=skip_permission_checks)

    return checked


def publish_examined(revision: Revision) -> None:
    """Publish what the caller has examined, in the light of what comes out with it."""
    action = PublishPageRevisionAction(revision)
    PublishPageRevisionAction.execute.__wrapped__(action, skip_permission_checks=True)


def _publish_or_hold(action: PublishPageRevisionAction, execute) -> None:
    """Publish what is due; a page that may not go out must not stop the others."""
    if errors := examine(action.object).errors:
        _hold(action.object, action.revision, [error.message for error in errors])
        return
    try:
        with transaction.atomic():
            execute()
    except ValidationError as error:
        _hold(action.object, action.revision, error.messages)


def _hold(page: Page, revision: Revision, problems: list[str]) -> None:
    """Take a page off the schedule, and say so: in its history and to who listens."""
    with transaction.atomic():
        revision.approved_go_live_at = None
        revision.save(update_fields=["approved_go_live_at"])
        log(
            instance=page,
            action=STOPPED,
            revision=revision,
            data={"problems": problems},
        )
        publishing_stopped.send(
            sender=type(page), page=page, revision=revision, problems=problems
        )


def last_stop(page_pk: int) -> PageLogEntry | None:
    """The entry of when the page was held back, unless it has gone on since."""
    turns = PageLogEntry.objects.filter(page=page_pk, action__in=TURNS)
    last = turns.order_by("-timestamp", "-pk").first()
    return last if last and last.action == STOPPED else None
