from django.urls import path, reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from wagtail import hooks
from wagtail.admin.widgets import Button
from wagtail.log_actions import LogFormatter

from core.audit.formatting import register_events

from .audit import STANDING_WORDS, WORDS
from .second_factor.helping import FORGOTTEN, help_person, may_forget
from .viewsets import AssignRole, Delete, SetActiveState

# After Wagtail's own of the same names, which they replace.
for action in (AssignRole, Delete, SetActiveState):
    hooks.register("register_bulk_action", action, order=10)


@hooks.register("register_admin_urls")
def register_help():
    return [
        path("totrinslogin/<int:pk>/", help_person, name="forget_second_factor"),
    ]


@hooks.register("register_user_listing_buttons")
def offer_help(user, request_user):
    if may_forget(request_user, user):
        yield Button(
            _("Nulstil totrinslogin"),
            reverse("forget_second_factor", args=[user.pk]),
            icon_name="key",
            priority=25,
        )


@hooks.register("register_account_menu_item")
def lead_to_second_factor(request):
    return {
        "url": reverse("mfa_index"),
        "label": _("Totrinslogin"),
        "help_text": _("Koden fra din telefon, og nødkoder til når den er væk."),
    }


@hooks.register("register_log_actions")
def register_what_is_done_to_people(actions):
    @actions.register_action(FORGOTTEN)
    class ForgottenFormatter(LogFormatter):
        """Says in a person's history who took their second factor away."""

        label = gettext_lazy("Totrinslogin nulstillet")
        message = gettext_lazy("Totrinslogin nulstillet")

    register_events(actions, WORDS, STANDING_WORDS)
