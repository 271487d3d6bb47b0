"""From a set to a release: approved by a person, put out by the worker, or stopped."""

import logging
from collections.abc import Mapping

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from wagtail.log_actions import log

from assets.permissions import asset_policy
from core.causes import may_pass
from core.jobs import enqueue_on_commit
from core.models import AnsweredWarning
from core.publish_checks.answers import LONGEST
from mail.sending import post

from ..models import ReleaseSet
from .putting_out import Seen, lock, put_out, rehearsal

logger = logging.getLogger(__name__)

KIND = "release_stopped"
APPROVED = "campaigns.release_approved"
WITHDRAWN = "campaigns.release_withdrawn"
RELEASED = "campaigns.released"
STOPPED = "campaigns.release_stopped"


class _Stopped(Exception):
    def __init__(self, problems: list[str]):
        self.problems = problems


def may_approve(user, release: ReleaseSet) -> bool:
    """Whether a person may publish everything that is in the set."""
    return all(
        page.permissions_for_user(user).can_publish() for page in release.listed_pages()
    ) and all(
        asset_policy().may_publish_in(user, asset.collection)
        for asset in release.listed_assets().select_related("collection")
    )


def answer_name(seen: Seen, finding) -> str:
    """The name of the form field in which a warning is answered."""
    return f"answer-{seen.thing.pk}-{finding.key}"


@transaction.atomic
def approve(release: ReleaseSet, user, data: Mapping) -> list[str]:
    """Approve the set as it is, or say what is in the way; answers given are kept."""
    release = ReleaseSet.objects.waiting().select_for_update().get(pk=release.pk)
    with rehearsal(release) as seen:
        pass
    if not seen:
        return [_("Der er ikke noget i sættet endnu.")]
    problems = [sentence for one in seen for sentence in one.sentences]
    for one in seen:
        for finding in one.warnings:
            answer = " ".join(data.get(answer_name(one, finding), "").split())
            if answer:
                _keep(one, finding, answer, user)
            else:
                problems.append(f"”{one.title}”: {finding.message}")
    if problems:
        return problems
    release.approved, release.approved_by = release.stamps(), user
    release.approved_at = timezone.now()
    release.stopped_at, release.problems = None, []
    release.save()
    log(instance=release, action=APPROVED, user=user)
    if release.comes_at_once:
        # tasks imports this module
        from ..tasks import release_set

        enqueue_on_commit(release_set, release.pk)
    return []


def _keep(seen: Seen, finding, answer: str, user) -> None:
    AnsweredWarning.objects.update_or_create(
        page_id=seen.thing.pk,
        key=finding.key,
        defaults={
            "warning": finding.message,
            "reason": answer[:LONGEST] if finding.wants_reason else "",
            "user": user,
        },
    )


def withdraw_approval(release: ReleaseSet, user) -> None:
    """Let it wait again for somebody's yes."""
    waiting = ReleaseSet.objects.waiting().filter(pk=release.pk)
    if waiting.exclude(approved=None).update(approved=None):
        log(instance=release, action=WITHDRAWN, user=user)


def release_due() -> None:
    """Release every set whose minute has come; one that is stopped stops no other."""
    for pk in ReleaseSet.objects.due().values_list("pk", flat=True):
        release(pk)


def release(pk: int) -> bool:
    """Put out all of a set, or nothing of it; of two workers at once, one does."""
    try:
        return _release(pk)
    except _Stopped as stopped:
        problems = stopped.problems
    except Exception as error:
        if may_pass(error):
            # It is still due; the schedule comes by again within a minute.
            logger.warning("release set %s waits: %r", pk, error)
            return False
        logger.exception("release set %s failed", pk)
        problems = [_("Der skete en fejl i systemet. Den er noteret i loggen.")]
    _stop(pk, problems)
    return False


@transaction.atomic
def _release(pk: int) -> bool:
    release = ReleaseSet.objects.due().select_for_update().filter(pk=pk).first()
    if release is None:
        return False
    lock(release)
    problems = release.changes()
    if not problems:
        seen = put_out(release, timezone.now(), user=release.approved_by)
        problems = [sentence for one in seen for sentence in one.sentences]
    if problems:
        raise _Stopped(problems)
    release.released_at = timezone.now()
    release.save(update_fields=["released_at"])
    log(instance=release, action=RELEASED, user=release.approved_by)
    return True


@transaction.atomic
def _stop(pk: int, problems: list[str]) -> None:
    """Take the approval back, say why, and mail the owner: all in one."""
    release = ReleaseSet.objects.due().select_for_update().filter(pk=pk).first()
    if release is None:
        return
    release.approved, release.problems = None, problems
    release.stopped_at = timezone.now()
    release.save(update_fields=["approved", "problems", "stopped_at"])
    log(instance=release, action=STOPPED, data={"problems": problems})
    stamp = release.stopped_at.isoformat()
    post(KIND, f"release:{pk}:{stamp}", {"release": pk, "stopped_at": stamp})
