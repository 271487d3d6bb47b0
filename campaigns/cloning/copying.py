"""The clone itself: all of it, or nothing."""

import uuid

from django.db import transaction

from wagtail.actions.copy_page import CopyPageAction
from wagtail.models import Page, PageViewRestriction

from assets.models import Asset
from themes.clock import Span
from themes.models import Milestone, Theme

from .plans import ClonePlan, PlannedPage
from .pointers import repoint


@transaction.atomic
def clone(plan: ClonePlan, user) -> Theme:
    """Make what the plan says, every page a draft of the person's; return the theme."""
    # Read before the copies make another answer.
    pages, expired = plan.pages, {asset.pk for asset in plan.expired}
    theme = plan.theme
    theme.save()
    _place_milestones(plan)
    # Pages that are each other's translations become so again.
    keys = {page.source.translation_key: uuid.uuid4() for page in pages}
    copies = {}
    for page in pages:
        above = page.source.get_parent().pk
        to = copies.get(above, above)
        attributes = {
            "title": page.title,
            "draft_title": page.title,
            "slug": page.slug,
            "theme": theme,
            "translation_key": keys[page.source.translation_key],
            "go_live_at": plan.later(page.source.go_live_at),
            "expire_at": plan.later(page.source.expire_at),
            "locked": False,
            "locked_at": None,
            "locked_by": None,
        }
        copies[page.source.pk] = _copy(page, to, attributes, user)

    def find(model, pk):
        if issubclass(model, Page):
            return copies.get(pk, pk)
        return None if model is Asset and pk in expired else pk

    for copy in Page.objects.filter(pk__in=copies.values()).specific():
        if repoint(copy, find):
            copy.save(clean=False)
            copy.save_revision(user=user, changed=False, clean=False)
            copy.revisions.exclude(pk=copy.latest_revision_id).delete()
    return theme


def _copy(page: PlannedPage, to: int, attributes: dict, user) -> int:
    copy = CopyPageAction(
        page.source,
        # Read anew: the tree has grown since.
        to=Page.objects.get(pk=to),
        update_attrs=attributes,
        copy_revisions=False,
        keep_live=False,
        user=user,
        log_action="wagtail.copy",
    ).execute()
    # Wagtail leaves a page's own restriction where one above it holds already.
    own = PageViewRestriction.objects.filter(page=page.source.pk)
    for old in [] if copy.view_restrictions.exists() else own:
        new = PageViewRestriction.objects.create(
            page_id=copy.pk,
            restriction_type=old.restriction_type,
            password=old.password,
        )
        new.groups.set(old.groups.all())
    return copy.pk


def _place_milestones(plan: ClonePlan) -> None:
    """Each as many weeks later; one that lies as reckoned goes on following."""
    made = {row.kind: row for row in plan.theme.milestones.all()}
    reckoned = plan.theme.timetable
    for old in plan.milestones:
        if new := made.get(old.kind):
            new.is_dropped, new.note = old.is_dropped, old.note
            if not old.step.follows_theme:
                span = Span(old.starts_on + plan.shift, old.ends_on + plan.shift)
                new.starts_on, new.ends_on = span.first, span.last
                new.is_moved = span != reckoned[old.step]
    fields = ["starts_on", "ends_on", "is_moved", "is_dropped", "note"]
    Milestone.objects.bulk_update(made.values(), fields)
