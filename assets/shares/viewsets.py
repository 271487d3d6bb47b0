"""Share links in the admin: make, send, follow, extend and revoke."""

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import path, reverse
from django.utils.translation import gettext as translate
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_POST

from wagtail.admin import messages
from wagtail.admin.panels import (
    FieldPanel,
    FieldRowPanel,
    MultiFieldPanel,
    MultipleChooserPanel,
    ObjectList,
)
from wagtail.admin.ui.tables import Column, DateColumn
from wagtail.admin.views import generic
from wagtail.admin.viewsets.model import ModelViewSet

from ..models import ShareEvent, ShareLink
from .contents import files_of
from .forms import ShareLinkForm

EXTENSIONS = (7, 30, 90)
SHOWN_EVENTS = 100


class ShareIndexView(generic.IndexView):
    """The links, with who made them."""

    def get_base_queryset(self):
        return super().get_base_queryset().select_related("created_by")


class ShareCreateView(generic.CreateView):
    """Shows the finished link, to be copied and sent."""

    def get_success_url(self):
        return reverse("shares:inspect", args=[self.object.pk])


class ShareInspectView(generic.InspectView):
    """The address, how it stands, what has happened, and what can be done."""

    page_title = _("Delelink")
    template_name = "admin/shares/inspect.html"

    def get_context_data(self, **kwargs):
        share = self.object
        events = share.events.select_related("version__file__asset")
        sendable = {file.pk for file in files_of(share)}
        items = share.items.select_related("file__asset", "file__current_version")
        return super().get_context_data(
            **kwargs,
            share=share,
            items=[(item.file, item.file_id in sendable) for item in items],
            events=events[:SHOWN_EVENTS],
            opened=events.filter(kind=ShareEvent.Kind.OPENED).count(),
            fetched=events.filter(kind__startswith="fetched").count(),
            extensions=EXTENSIONS,
            may_change=may_change(self.request.user),
        )


def may_change(user) -> bool:
    return user.has_perm("assets.change_sharelink")


@require_POST
def change_share(request: HttpRequest, pk: int, action: str) -> HttpResponse:
    """Extend or revoke a link."""
    if not may_change(request.user):
        raise PermissionDenied
    share = get_object_or_404(ShareLink, pk=pk)
    days = request.POST.get("days", "")
    if action == "revoke":
        share.revoke()
        messages.success(request, translate("Linket er lukket."))
    elif share.is_revoked:
        messages.error(
            request, translate("Linket er lukket for altid. Lav et nyt i stedet.")
        )
    elif action == "extend" and days in map(str, EXTENSIONS):
        share.extend(int(days))
        messages.success(
            request,
            translate("Linket gælder nu til og med %(day)s kl. 23.59.")
            % {"day": share.ends_on.strftime("%d.%m.%Y")},
        )
    else:
        messages.error(request, translate("Vælg, hvor længe linket skal forlænges."))
    return redirect("shares:inspect", pk)


class ShareLinkViewSet(ModelViewSet):
    """Links that editors give to printers, press and partners."""

    model = ShareLink
    name = "shares"
    icon = "link"
    menu_label = _("Delelinks")
    copy_view_enabled = False
    inspect_view_enabled = True
    index_view_class = ShareIndexView
    add_view_class = ShareCreateView
    inspect_view_class = ShareInspectView
    inspect_template_name = "admin/shares/inspect.html"
    list_display = [
        "title",
        Column("status", label=_("Tilstand")),
        DateColumn("ends_on", label=_("Gælder til og med"), sort_key="ends_on"),
        Column("created_by", label=_("Lavet af")),
    ]
    search_fields = ["title", "message"]
    search_backend_name = None
    edit_handler = ObjectList(
        [
            FieldPanel("title"),
            FieldPanel("message"),
            MultipleChooserPanel(
                "items",
                chooser_field_name="file",
                heading=_("Filer"),
                label=_("Fil"),
            ),
            FieldRowPanel([FieldPanel("starts_on"), FieldPanel("ends_on")]),
            FieldPanel("terms"),
            MultiFieldPanel(
                [FieldPanel("password"), FieldPanel("no_password")],
                heading=_("Adgangskode"),
            ),
        ],
        base_form_class=ShareLinkForm,
    )

    def get_urlpatterns(self):
        return [
            *super().get_urlpatterns(),
            path("<int:pk>/<slug:action>/", change_share, name="change"),
        ]
