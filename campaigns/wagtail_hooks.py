from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from wagtail import hooks
from wagtail.admin.menu import MenuItem
from wagtail.admin.widgets.button import Button
from wagtail.permissions import page_permission_policy
from wagtail.snippets.models import register_snippet

from .bibliography.pasting import urlpatterns as pasting_urls
from .cloning.views import may_clone
from .cloning.views import urlpatterns as cloning_urls
from .ideas.import_views import urlpatterns as import_urls
from .models import CampaignPage
from .releases.releasing import APPROVED, RELEASED, STOPPED, WITHDRAWN
from .releases.viewsets import ReleaseSetViewSet
from .screens.serving import show_screen
from .viewsets import PartnershipGroup

register_snippet(PartnershipGroup)


class ImportMenuItem(MenuItem):
    """Shown to those who may add pages."""

    def is_shown(self, request):
        return page_permission_policy.user_has_permission(request.user, "add")


@hooks.register("register_admin_urls")
def register_pasting_of_titles():
    return pasting_urls


@hooks.register("register_admin_urls")
def register_import_of_ideas():
    return import_urls


@hooks.register("register_admin_menu_item")
def register_import_menu_item():
    address = reverse("import_ideas")
    return ImportMenuItem(
        _("Ideer fra regneark"), address, icon_name="upload", order=255
    )


@hooks.register("register_admin_urls")
def register_cloning():
    return cloning_urls


@hooks.register("register_page_header_buttons")
@hooks.register("register_page_listing_more_buttons")
def button_to_clone(page, user, next_url=None, **kwargs):
    if isinstance(page.specific_deferred, CampaignPage) and may_clone(user, page):
        address = reverse("clone_campaign", args=[page.pk])
        yield Button(_("Klon kampagnen"), address, icon_name="copy", priority=35)


@hooks.register("register_admin_viewset")
def register_releases():
    return ReleaseSetViewSet()


@hooks.register("register_log_actions")
def register_release_log_actions(actions):
    for action, message in {
        APPROVED: _("Godkendt"),
        WITHDRAWN: _("Godkendelsen blev trukket tilbage"),
        RELEASED: _("Udgivet samlet"),
        STOPPED: _("Stoppet: intet blev udgivet"),
    }.items():
        actions.register_action(action, message, message)


# Inside Wagtail's own, which lets nobody past a restriction.
@hooks.register("on_serve_page", order=1)
def show_page_on_screen(serve):
    def show_or_serve(page, request, args, kwargs):
        return show_screen(page, request) or serve(page, request, args, kwargs)

    return show_or_serve
