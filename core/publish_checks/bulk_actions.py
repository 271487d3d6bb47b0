"""Publishing many pages at once: those that pass go out, the others are named."""

from django.db import transaction
from django.urls import reverse
from django.utils.html import format_html, format_html_join
from django.utils.translation import gettext as _

from wagtail.admin import messages
from wagtail.admin.views.pages.bulk_actions.publish import PublishBulkAction

from .gate import PublishStopped


class CheckedPublishBulkAction(PublishBulkAction):
    """Wagtail's own, page by page: one that is stopped does not stop the others."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.stopped: list[PublishStopped] = []

    def get_execution_context(self):
        return {**super().get_execution_context(), "stopped": self.stopped}

    @classmethod
    def execute_action(
        cls, objects, include_descendants=False, user=None, stopped=None, **kwargs
    ):
        parents, children = 0, 0
        for page in objects:
            parents += cls._publish(page, user, stopped)
            if include_descendants:
                for below in page.get_descendants().not_live().specific().iterator():
                    if below.permissions_for_user(user).can_publish():
                        children += cls._publish(below, user, stopped)
        return parents, children

    @classmethod
    def _publish(cls, page, user, stopped: list[PublishStopped]) -> int:
        """Publish one page by itself, and return how many that became."""
        try:
            with transaction.atomic():
                return super().execute_action([page], user=user)[0]
        except PublishStopped as stop:
            stopped.append(stop)
            return 0

    def get_success_message(self, num_parent_objects, num_child_objects):
        if not num_parent_objects and not num_child_objects:
            return None
        return super().get_success_message(num_parent_objects, num_child_objects)

    def form_valid(self, form):
        response = super().form_valid(form)
        if self.stopped:
            messages.error(self.request, told(self.stopped))
        return response


def told(stopped: list[PublishStopped]) -> str:
    """The pages that were not published, each with a way to it and what is wrong."""
    rows = format_html_join(
        "",
        '<li><a href="{}">{}</a>: {}</li>',
        (
            (
                reverse("wagtailadmin_pages:edit", args=[stop.page.pk]),
                stop.page.get_admin_display_title(),
                " ".join(finding.message for finding in stop.findings),
            )
            for stop in stopped
        ),
    )
    return format_html("{}<ul>{}</ul>", _("Ikke udgivet:"), rows)
