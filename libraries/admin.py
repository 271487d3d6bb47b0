"""The registers of libraries, their mail domains, people and invitations."""

from django.contrib.admin.options import IncorrectLookupParameters
from django.contrib.admin.sites import AdminSite
from django.contrib.auth.decorators import login_required
from django.shortcuts import redirect
from django.urls import path
from django.utils.decorators import method_decorator
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _

from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel, ObjectList
from wagtail_modeladmin.helpers import AdminURLHelper, PermissionHelper
from wagtail_modeladmin.options import ModelAdmin, ModelAdminGroup
from wagtail_modeladmin.views import (
    CreateView,
    HistoryView,
    IndexView,
    InspectView,
)

from .admin_forms import InvitationAdminForm, MembershipAdminForm
from .admin_views import export_libraries, import_libraries
from .models import Invitation, Library, MailDomain, Membership


class NumberedURLHelper(AdminURLHelper):
    """Addresses with a number in them; anything else is not found, not an error."""

    def _get_object_specific_action_url_pattern(self, action):
        return rf"^{self.base_url_path}/{action}/(?P<instance_pk>\d+)/$"


class ForgivingIndexView(IndexView):
    """A list that shows everything when the address asks for an unknown filter."""

    @method_decorator(login_required)
    def dispatch(self, request, *args, **kwargs):
        try:
            return super().dispatch(request, *args, **kwargs)
        except IncorrectLookupParameters:
            return redirect(request.path)


class MethodInspectView(InspectView):
    """An inspect page that also shows what the register's own methods tell."""

    def get_field_label(self, field_name, field=None):
        method = getattr(self.model_admin, field_name, None)
        if method is not None:
            return capfirst(method.short_description)
        return super().get_field_label(field_name, field)

    def get_field_display_value(self, field_name, field=None):
        method = getattr(self.model_admin, field_name, None)
        if method is not None:
            return method(self.instance) or self.model_admin.empty_value_display
        value = super().get_field_display_value(field_name, field)
        if isinstance(value, bool):
            return _("ja") if value else _("nej")
        return value


class PermittedHistoryView(HistoryView):
    """Shown to who may see the row; modeladmin's own is open to all in the admin."""

    def check_action_permitted(self, user):
        return self.permission_helper.user_can_inspect_obj(user, self.instance)


class AddView(CreateView):
    """A form for a new row, named by what is to be done: no gender to get wrong."""

    def get_page_title(self):
        return _("Tilføj %(name)s") % {"name": self.verbose_name}

    get_meta_title = get_page_title

    def get_page_subtitle(self):
        return ""


class NoDeletingHelper(PermissionHelper):
    """Rows that end but are never deleted."""

    def user_can_delete_obj(self, user, obj):
        return False


class SendOrWithdrawHelper(PermissionHelper):
    """Rows that are made and taken back, never changed."""

    def user_can_edit_obj(self, user, obj):
        return False


class RegisterAdmin(ModelAdmin):
    """What the registers share."""

    index_view_class = ForgivingIndexView
    create_view_class = AddView
    inspect_view_class = MethodInspectView
    history_view_class = PermittedHistoryView
    url_helper_class = NumberedURLHelper
    inspect_view_enabled = True
    list_per_page = 50

    def __init__(self, parent=None):
        super().__init__(parent)
        # Filters ask a Django admin site how to order; ours is empty, as that app is
        # not installed.
        self.admin_site = AdminSite()


class LibraryAdmin(RegisterAdmin):
    """The library register: list, filters, search, inspect, CSV in and out."""

    model = Library
    menu_label = _("Biblioteker")
    menu_icon = "home"
    list_display = ("name", "municipality", "isil", "region_shown", "active_shown")
    list_filter = ("region", "area", "is_central", "is_active", "region_is_assumed")
    list_select_related = ("region",)
    search_fields = ("name", "municipality", "isil", "mail_domains__domain")
    inspect_view_fields = (
        "name",
        "municipality",
        "municipality_code",
        "isil",
        "area",
        "region_shown",
        "is_central",
        "is_active",
        "phone",
        "email",
        "website",
        "domains_shown",
        "people_shown",
        "note",
    )
    index_template_name = "pages/libraries/admin/index.html"
    panels = [
        FieldPanel("name"),
        FieldRowPanel([FieldPanel("isil"), FieldPanel("slug")]),
        MultiFieldPanel(
            [
                FieldRowPanel(
                    [FieldPanel("municipality"), FieldPanel("municipality_code")]
                ),
                FieldPanel("area"),
                FieldPanel("region"),
                FieldPanel("region_is_assumed"),
                FieldPanel("is_central"),
            ],
            heading=_("Hvor"),
        ),
        MultiFieldPanel(
            [
                FieldPanel("phone"),
                FieldPanel("email"),
                FieldPanel("website"),
                FieldPanel("search_address"),
            ],
            heading=_("Kontakt"),
        ),
        FieldPanel("is_active"),
        FieldPanel("note"),
    ]

    def region_shown(self, library):
        """The area, marked while it is a guess."""
        if not library.region:
            return ""
        if library.is_central:
            return _("%(region)s, centralbibliotek") % {"region": library.region}
        if library.region_is_assumed:
            return _("%(region)s (antagelse)") % {"region": library.region}
        return str(library.region)

    region_shown.short_description = _("centralbiblioteksområde")
    region_shown.admin_order_field = "region__name"

    def active_shown(self, library):
        """Whether the library takes part, in a word."""
        return _("ja") if library.is_active else _("nej")

    active_shown.short_description = _("med")
    active_shown.admin_order_field = "is_active"

    def domains_shown(self, library):
        """The mail domains in a row."""
        return ", ".join(map(str, library.mail_domains.all()))

    domains_shown.short_description = _("maildomæner")

    def people_shown(self, library):
        """The active people in a row."""
        active = library.memberships.active().select_related("user")
        return ", ".join(
            f"{membership.user} ({membership.get_role_display()})"
            for membership in active
        )

    people_shown.short_description = _("personer")

    def get_admin_urls_for_registration(self):
        base = self.url_helper.base_url_path
        return (
            *super().get_admin_urls_for_registration(),
            path(f"{base}/importer/", import_libraries, name="import_libraries"),
            path(f"{base}/eksporter/", export_libraries, name="export_libraries"),
        )


class MailDomainAdmin(RegisterAdmin):
    """Which mail domain belongs to which library."""

    model = MailDomain
    menu_label = _("Maildomæner")
    menu_icon = "mail"
    list_display = ("domain", "library")
    list_select_related = ("library",)
    search_fields = ("domain", "library__name", "library__municipality")
    panels = [FieldPanel("domain"), FieldPanel("library")]


class MembershipAdmin(RegisterAdmin):
    """Who is where, and who was."""

    model = Membership
    menu_label = _("Personer")
    menu_icon = "group"
    permission_helper_class = NoDeletingHelper
    list_display = ("user", "library", "role", "state", "created_at", "ended_at")
    list_filter = ("state", "role", "library__region")
    list_select_related = ("user", "library")
    search_fields = (
        "user__email",
        "user__first_name",
        "user__last_name",
        "library__name",
        "library__municipality",
    )
    edit_handler = ObjectList(
        [
            FieldPanel("user"),
            FieldPanel("library"),
            FieldPanel("role"),
            FieldPanel("state"),
        ],
        base_form_class=MembershipAdminForm,
    )


class InvitationAdmin(RegisterAdmin):
    """The invitations that were sent; deleting one takes it back."""

    model = Invitation
    menu_label = _("Invitationer")
    menu_icon = "mail"
    permission_helper_class = SendOrWithdrawHelper
    list_display = (
        "email",
        "library",
        "role",
        "invited_by",
        "created_at",
        "expires_at",
        "accepted_at",
    )
    list_filter = ("role", "library__region")
    list_select_related = ("library", "invited_by")
    search_fields = ("email", "library__name", "library__municipality")
    edit_handler = ObjectList(
        [FieldPanel("library"), FieldPanel("email"), FieldPanel("role")],
        base_form_class=InvitationAdminForm,
    )


class LibrariesGroup(ModelAdminGroup):
    """The registers' place in the menu."""

    menu_label = _("Biblioteker")
    menu_icon = "group"
    menu_order = 400
    items = (LibraryAdmin, MailDomainAdmin, MembershipAdmin, InvitationAdmin)
