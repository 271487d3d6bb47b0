from django.core.mail import get_connection
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from allauth.account.adapter import DefaultAccountAdapter

from .joining import join_by_mail
from .models import Membership


class AccountAdapter(DefaultAccountAdapter):
    """Sign-in as libraries need it: who confirms a work address joins its library."""

    error_messages = {
        **DefaultAccountAdapter.error_messages,
        "account_inactive": _("Brugeren er lukket. Skriv til os, hvis det er en fejl."),
        "email_password_mismatch": _(
            "E-mail og adgangskode passer ikke sammen. Prøv igen, eller bed om en ny "
            "adgangskode."
        ),
        "enter_current_password": _("Det er ikke den adgangskode, du har nu."),
        "incorrect_password": _("Adgangskoden er forkert."),
        "invalid_password_reset": _("Linket er brugt eller for gammelt."),
        "too_many_login_attempts": _(
            "Der er prøvet for mange gange. Vent et kvarter, eller bed om en ny "
            "adgangskode."
        ),
        "rate_limited": _("Det gik for hurtigt. Vent lidt, og prøv igen."),
    }

    def render_mail(self, *args, **kwargs):
        """Let it wait in the outbox while the mail server is away."""
        mail = super().render_mail(*args, **kwargs)
        mail.connection = get_connection("mail.backends.AwaitedBackend")
        return mail

    def save_user(self, request, user, form, commit=True):
        """Make the user; an invitation confirms the invited address and no other."""
        if not self.is_email_verified(request, form.cleaned_data["email"]):
            self.unstash_verified_email(request)
        return super().save_user(request, user, form, commit)

    def get_password_change_redirect_url(self, request):
        """Lead to the person's own page, not to the same form once more."""
        return reverse("my_library")

    def get_login_redirect_url(self, request):
        """Lead who edits, and belongs to no library, to where they work."""
        user = request.user
        edits = user.has_perm("wagtailadmin.access_admin")
        if edits and not Membership.objects.active().of(user).exists():
            return reverse("wagtailadmin_home")
        return super().get_login_redirect_url(request)

    def confirm_email(self, request, email_address):
        """Confirm the address, and let its owner into the library it belongs to."""
        confirmed = super().confirm_email(request, email_address)
        if confirmed:
            join_by_mail(email_address.user, email_address.email)
        return confirmed

    def post_login(self, request, user, *, signup, **kwargs):
        """Let an invited person in: their address was confirmed by the invitation."""
        if signup:
            for address in user.emailaddress_set.filter(verified=True):
                join_by_mail(user, address.email)
        return super().post_login(request, user, signup=signup, **kwargs)

    def _get_login_attempts_cache_key(self, request, **credentials):
        # Counted for the account and where it is tried from: a stranger's guesses
        # never shut the owner out, and a library behind one address is not locked.
        key = super()._get_login_attempts_cache_key(request, **credentials)
        return f"{self.get_client_ip(request)}:{key}"
