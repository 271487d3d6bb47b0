"""The editors' front page in the admin: what is due, what waits, what ends.

An app registers what it knows when it is ready; the function is given the person and
gives only what that person may see:

    @dashboard_items
    def waiting_people(user) -> Iterable[Item]: ...
"""

import datetime
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from django.contrib.auth.base_user import AbstractBaseUser
from django.contrib.contenttypes.models import ContentType
from django.db import models
from django.urls import reverse
from django.utils import timezone
from django.utils.text import Truncator
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from wagtail.admin.ui.components import Component
from wagtail.models import Page, Revision, TaskState, WorkflowState
from wagtail.permission_policies.pages import PagePermissionPolicy

DAYS = 30
SHOWN = 8


class Section(models.TextChoices):
    """Where an item stands."""

    DUE = "due", gettext_lazy("Det sker snart")
    WAITING = "waiting", gettext_lazy("Det venter på jer")
    ENDING = "ending", gettext_lazy("Det udløber")


@dataclass(frozen=True)
class Item:
    """One line: what it is about, where to go, and when (a Danish date) if it has one.

    ``urgent`` marks what should be done today, ``is_going_on`` what has begun.
    """

    section: Section
    words: str
    url: str
    on: datetime.date | None = None
    note: str = ""
    urgent: bool = False
    is_going_on: bool = False


Source = Callable[[AbstractBaseUser], Iterable[Item]]
_sources: list[Source] = []


def dashboard_items(source: Source) -> Source:
    """Ask ``source`` for items whenever somebody opens the front page of the admin."""
    if source not in _sources:
        _sources.append(source)
    return source


def next_days(days: int = DAYS) -> tuple[datetime.date, datetime.date]:
    """Today and the last day that the front page looks ahead to, both Danish."""
    today = timezone.localdate()
    return today, today + datetime.timedelta(days=days)


class DashboardPanel(Component):
    """The three lists, soonest first; a list with nothing in it says so."""

    name = "dashboard"
    order = 20
    template_name = "admin/dashboard.html"

    def get_context_data(self, parent_context):
        user = parent_context["request"].user
        items = [item for source in _sources for item in source(user)]
        items.sort(key=lambda item: (not item.urgent, item.on or datetime.date.min))
        sections = []
        for section in Section:
            found = [item for item in items if item.section == section]
            sections.append(
                {
                    "label": section.label,
                    "rows": found[:SHOWN],
                    "more": max(0, len(found) - SHOWN),
                }
            )
        return {"sections": sections}


@dashboard_items
def pages_by_the_clock(user: AbstractBaseUser) -> Iterable[Item]:
    """Pages that come out or go off by themselves, among those the person edits."""
    pages = PagePermissionPolicy().instances_user_has_permission_for(user, "change")
    today, last = next_days()
    ends = timezone.make_aware(
        datetime.datetime.combine(last + datetime.timedelta(days=1), datetime.time.min)
    )
    coming = (
        Revision.page_revisions.filter(approved_go_live_at__lt=ends)
        .order_by("approved_go_live_at")
        .values_list("object_id", "approved_go_live_at")[:100]
    )
    whens = {int(pk): when for pk, when in coming}
    for page in pages.filter(pk__in=whens):
        when = timezone.localtime(whens[page.pk])
        yield Item(
            Section.DUE,
            _("%(page)s bliver udgivet") % {"page": page.get_admin_display_title()},
            _edit_url(page),
            when.date(),
            _("kl. %(time)s") % {"time": f"{when:%H.%M}"},
        )
    going = pages.filter(live=True, expire_at__lt=ends).order_by("expire_at")
    for page in going[:100]:
        when = timezone.localtime(page.expire_at)
        yield Item(
            Section.ENDING,
            _("%(page)s går af nettet") % {"page": page.get_admin_display_title()},
            _edit_url(page),
            when.date(),
            _("kl. %(time)s") % {"time": f"{when:%H.%M}"},
            urgent=when.date() <= today,
        )


@dashboard_items
def pages_sent_back(user: AbstractBaseUser) -> Iterable[Item]:
    """Pages that the person sent to approval and is to change, with what was asked."""
    states = WorkflowState.objects.filter(
        requested_by=user,
        status=WorkflowState.STATUS_NEEDS_CHANGES,
        base_content_type=ContentType.objects.get_for_model(Page),
    ).select_related("current_task_state")[:100]
    asked = {int(state.object_id): state.current_task_state for state in states}
    pages = PagePermissionPolicy().instances_user_has_permission_for(user, "change")
    for page in pages.filter(pk__in=asked):
        state = asked[page.pk]
        comment = state.comment if state else ""
        yield Item(
            Section.WAITING,
            _("%(page)s er sendt tilbage til dig")
            % {"page": page.get_admin_display_title()},
            _edit_url(page),
            note=f"”{Truncator(comment).chars(120)}”" if comment else "",
        )


@dashboard_items
def pages_to_approve(user: AbstractBaseUser) -> Iterable[Item]:
    """Pages whose approval waits for the person, with who sent them."""
    waiting = TaskState.objects.reviewable_by(user).filter(
        workflow_state__base_content_type=ContentType.objects.get_for_model(Page)
    )
    states = waiting.select_related("workflow_state__requested_by")[:100]
    pages = Page.objects.in_bulk([int(s.workflow_state.object_id) for s in states])
    for state in states:
        sender = state.workflow_state.requested_by
        if page := pages.get(int(state.workflow_state.object_id)):
            yield Item(
                Section.WAITING,
                _("%(page)s skal godkendes") % {"page": page.get_admin_display_title()},
                _edit_url(page),
                timezone.localdate(state.started_at),
                _("sendt af %(name)s") % {"name": sender} if sender else "",
            )


def _edit_url(page: Page) -> str:
    return reverse("wagtailadmin_pages:edit", args=[page.pk])
