"""The outbox in the Wagtail admin: seen, and sent again; never changed."""

from django.core.exceptions import PermissionDenied
from django.shortcuts import get_object_or_404, redirect
from django.urls import path, reverse
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_POST

from wagtail.admin import messages
from wagtail.admin.ui.tables import Column, DateColumn, TitleColumn
from wagtail.admin.views import generic
from wagtail.admin.viewsets.model import ModelViewSet
from wagtail.permissions import policy_registry

from .models import Message
from .sending import send_again


class MessageInspectView(generic.InspectView):
    """A letter, and the button that sends it again."""

    template_name = "admin/mail/message.html"


@require_POST
def send_message_again(request, pk: int):
    """Send what failed, or may not have gone, once more."""
    policy = policy_registry.get_by_type(Message)
    if not policy.user_has_permission(request.user, "view"):
        raise PermissionDenied
    message = get_object_or_404(Message, pk=pk)
    if send_again(message):
        messages.success(request, _("Brevet bliver sendt igen."))
    else:
        messages.warning(request, _("Brevet er sendt eller venter allerede."))
    return redirect(reverse("messages:inspect", args=[pk]))


class MessageViewSet(ModelViewSet):
    """The outbox: what was sent, waits or failed."""

    model = Message
    name = "messages"
    icon = "mail"
    menu_label = _("Udgående post")
    menu_order = 600
    add_to_settings_menu = True
    copy_view_enabled = False
    inspect_view_enabled = True
    inspect_view_class = MessageInspectView
    inspect_view_fields = [
        "subject", "state", "error", "attempts", "recipients",
        "created_at", "next_attempt_at", "sent_at", "body",
    ]  # fmt: skip
    list_display = [
        TitleColumn("__str__", label=_("Brev"), url_name="messages:inspect"),
        Column("label", label=_("Slags")),
        Column("get_state_display", label=_("Tilstand"), sort_key="state"),
        Column("attempts", label=_("Forsøg")),
        Column("error", label=_("Fejl")),
        DateColumn("created_at", label=_("Skrevet"), sort_key="created_at"),
    ]
    list_filter = ["state", "kind"]
    search_fields = ["subject"]
    search_backend_name = None
    form_fields = ["subject"]

    def get_urlpatterns(self):
        return [
            *super().get_urlpatterns(),
            path("<int:pk>/again/", send_message_again, name="again"),
        ]
