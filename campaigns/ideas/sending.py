"""A library's idea on its way: saved as it is written, sent, and where it is now."""

import datetime
from collections.abc import Iterable

from django.contrib.contenttypes.models import ContentType
from django.db import transaction
from django.db.models import F, QuerySet
from django.utils import timezone

from wagtail.models import Locale, Page, Workflow, WorkflowState

from core.danish import free_slug
from core.danish import slug as danish_slug
from themes.models import Theme

from ..models import CampaignPage, IdeaPage, IdeaStep, SentIdea
from .rows import lines_of, paragraphs_of

WORKFLOW = "Ideer fra biblioteker"
# So many may lie unsent at a library; no one writes on more.
MAX_UNSENT = 50
# What is not sent in a year is given up; who sent one is forgotten when it is long
# decided.
DRAFTS_KEPT = datetime.timedelta(days=365)
SENDER_KEPT = datetime.timedelta(days=365)

# What is taken over onto the page; what is empty keeps the page's own default.
TAKEN = ("audience", "staff_hours", "cost", "lead_weeks", "space", "partner_type")


class Conflict(Exception):
    """Somebody saved it, or sent it, since it was opened."""


def open_campaigns():
    """The campaigns that ideas can be sent to: shown, not archived, in Danish."""
    return (
        CampaignPage.objects.live()
        .public()
        .filter(theme__state=Theme.State.ANNOUNCED, locale=Locale.get_default())
        .order_by("-theme__starts_on")
    )


def save_draft(idea: SentIdea, version: int, fields: Iterable[str]) -> None:
    """Save ``fields`` if it is still what was opened; raises ``Conflict``."""
    values = {name: getattr(idea, name) for name in fields}
    saved = SentIdea.objects.filter(pk=idea.pk, version=version, sent_at=None).update(
        **values, version=F("version") + 1, changed_at=timezone.now()
    )
    if not saved:
        raise Conflict
    idea.version = version + 1


@transaction.atomic
def send(idea: SentIdea, user) -> None:
    """Make it a draft page of the campaign's, and ask the editors; once only."""
    now = timezone.now()
    if not SentIdea.objects.filter(pk=idea.pk, sent_at=None).update(sent_at=now):
        return
    page = IdeaPage(
        title=idea.title,
        summary=idea.summary,
        credit=idea.library.name,
        owner=user,
        locale_id=idea.campaign.locale_id,
        live=False,
        **{
            name: value
            for name in TAKEN
            if (value := getattr(idea, name)) not in ("", None)
        },
    )
    siblings = idea.campaign.get_children()
    page.slug = free_slug(danish_slug(idea.title)[:240] or "ide", siblings)
    page.steps = [
        IdeaStep(text=text, sort_order=n) for n, text in enumerate(lines_of(idea.steps))
    ]
    if idea.description:
        page.body = [{"type": "text", "value": paragraphs_of(idea.description)}]
    idea.campaign.add_child(instance=page)
    page.save_revision(user=user, log_action="wagtail.create")
    idea.page, idea.sent_at, idea.sender = page, now, user
    idea.save(update_fields=["page", "sender"])
    named = Workflow.objects.active().filter(name=WORKFLOW).first()
    workflow = named or page.get_workflow()
    # One without tasks is over at once, and would publish the page.
    if workflow and workflow.tasks.active().exists():
        workflow.start(page, user)


def read_states(ideas: list[SentIdea]) -> list[SentIdea]:
    """Fetch the ways of all through the workflow in one query."""
    keys = [str(idea.page_id) for idea in ideas if idea.page_id]
    states = WorkflowState.objects.filter(
        base_content_type=ContentType.objects.get_for_model(Page), object_id__in=keys
    )
    latest = {
        state.object_id: state
        for state in states.select_related("current_task_state").order_by("pk")
    }
    for idea in ideas:
        idea.review = latest.get(str(idea.page_id))
    return ideas


def given_up(now: datetime.datetime) -> QuerySet:
    """The drafts that nobody has written on for a year."""
    return SentIdea.objects.unsent().filter(changed_at__lt=now - DRAFTS_KEPT)


def long_sent(now: datetime.datetime) -> QuerySet:
    """What was sent so long ago that nobody is answered any more."""
    named = SentIdea.objects.exclude(sender=None)
    return named.filter(sent_at__lt=now - SENDER_KEPT)
