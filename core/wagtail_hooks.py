from django.templatetags.static import static
from django.utils.html import format_html

from wagtail import hooks
from wagtail.documents.wagtail_hooks import DocumentsSummaryItem

from .dashboard import DashboardPanel
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
def wait_for_autosave():
    """Send a form only when its autosave has ended."""
    script = static("js/admin/after_autosave.js")
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
    panels.append(DashboardPanel())
