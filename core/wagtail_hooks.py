from django.core.exceptions import PermissionDenied
from django.templatetags.static import static
from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _

from wagtail import hooks
from wagtail.admin.views.home import WorkflowObjectsToModeratePanel
from wagtail.documents.wagtail_hooks import DocumentsSummaryItem
from wagtail.log_actions import LogFormatter

from .audit import report
from .audit.exports import EXPORTED
from .audit.formatting import register_events
from .dashboard import DashboardPanel
from .privacy.retention import FORGOTTEN
from .publish_checks import panels
from .publish_checks.answers import keep_answers
from .publish_checks.bulk_actions import CheckedPublishBulkAction
from .publish_checks.gate import STOPPED
from .rich_text import LivePageLinkHandler


# After Wagtail's own, which it replaces.
@hooks.register("register_rich_text_features", order=10)
def register_live_page_links(features):
    features.register_link_type(LivePageLinkHandler)


@hooks.register("insert_global_admin_js")
def keep_danish_dates():
    """Let people write dates as Danes do."""
    script = static("js/admin/dates.js")
    return format_html('<script type="module" src="{}"></script>', script)


@hooks.register("insert_editor_js")
def send_when_whole():
    """Send a form only when autosave and rich text are done with it."""
    script = static("js/admin/send_when_whole.js")
    return format_html('<script type="module" src="{}"></script>', script)


# wagtail.documents is installed because the admin needs it; its addresses are closed in
# cms/urls.py, so nothing may lead there, for administrators neither.
@hooks.register("construct_main_menu")
def leave_documents_out_of_the_menu(request, menu_items):
    menu_items[:] = [item for item in menu_items if item.name != "documents"]


@hooks.register("construct_search")
def leave_documents_out_of_search(request, search_areas):
    search_areas[:] = [area for area in search_areas if area.name != "documents"]


@hooks.register("construct_homepage_summary_items", order=10)
def leave_documents_out_of_the_summary(request, summary_items):
    summary_items[:] = [
        item for item in summary_items if not isinstance(item, DocumentsSummaryItem)
    ]


@hooks.register("construct_homepage_panels")
def show_the_dashboard(request, panels):
    """In it stands what waits for approval, which Wagtail has a list of its own for."""
    panels[:] = [p for p in panels if not isinstance(p, WorkflowObjectsToModeratePanel)]
    panels.append(DashboardPanel())


@hooks.register("register_admin_urls")
def register_urls():
    return [*panels.urlpatterns, *report.urlpatterns]


@hooks.register("register_reports_menu_item")
def register_audit_report():
    return report.menu_item


@hooks.register("insert_editor_js")
def show_checks_at_their_blocks():
    script = static("js/admin/publish_checks.js")
    return format_html('<script type="module" src="{}"></script>', script)


@hooks.register("before_publish_page")
@hooks.register("after_create_page")
@hooks.register("after_edit_page")
def keep_answers_to_warnings(request, page):
    """Keep what was answered, but not words that are still being written."""
    is_autosave = not request.accepts("text/html")
    if request.method == "POST" and not is_autosave:
        keep_answers(page, request.user, request.POST)


# After Wagtail's own, which it replaces.
hooks.register("register_bulk_action", CheckedPublishBulkAction, order=10)


@hooks.register("register_log_actions")
def register_what_the_house_does(actions):
    register_events(actions, {EXPORTED: _("Liste hentet som regneark")})

    @actions.register_action(STOPPED)
    class StoppedFormatter(LogFormatter):
        """Says in the page's history why it did not go out when it was due."""

        label = _("Udgivelse stoppet")
        message = _("Siden blev ikke udgivet, da den skulle")

        def format_comment(self, log_entry):
            return " ".join(log_entry.data.get("problems", []))

    @actions.register_action(FORGOTTEN)
    class ForgottenFormatter(LogFormatter):
        """Says how many rows of what were too old to keep."""

        label = _("Gamle personoplysninger glemt")
        message = _("Gamle personoplysninger blev glemt")

        def format_comment(self, log_entry):
            rows = log_entry.data.get("rows", {})
            return ", ".join(f"{label}: {count}" for label, count in rows.items())


@hooks.register("before_move_page")
def let_movers_alone_see_what_moves(request, page, destination):
    """Wagtail asks who may move a page when it is moved, and shows its title before."""
    if not page.permissions_for_user(request.user).can_move():
        raise PermissionDenied
