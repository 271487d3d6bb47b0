from django.templatetags.static import static
from django.utils.html import format_html

from wagtail import hooks

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
