"""allauth's views under Danish addresses; its own names are kept, it reverses them."""

from django.urls import path, re_path

from allauth.account import views
from allauth.mfa.base import views as mfa
from allauth.mfa.recovery_codes import views as recovery
from allauth.mfa.totp import views as totp

from .second_factor.views import set_up

urlpatterns = [
    path("log-ind/", views.login, name="account_login"),
    path("log-ud/", views.logout, name="account_logout"),
    path("opret-bruger/", views.signup, name="account_signup"),
    path("lukket-bruger/", views.account_inactive, name="account_inactive"),
    path(
        "bekraeft/",
        views.email_verification_sent,
        name="account_email_verification_sent",
    ),
    re_path(
        r"^bekraeft/(?P<key>[-:\w]+)/$",
        views.confirm_email,
        name="account_confirm_email",
    ),
    path(
        "glemt-adgangskode/",
        views.password_reset,
        name="account_reset_password",
    ),
    path(
        "glemt-adgangskode/sendt/",
        views.password_reset_done,
        name="account_reset_password_done",
    ),
    path(
        "glemt-adgangskode/faerdig/",
        views.password_reset_from_key_done,
        name="account_reset_password_from_key_done",
    ),
    re_path(
        r"^glemt-adgangskode/(?P<uidb36>[0-9A-Za-z]+)-(?P<key>.+)/$",
        views.password_reset_from_key,
        name="account_reset_password_from_key",
    ),
    path(
        "skift-adgangskode/",
        views.password_change,
        name="account_change_password",
    ),
    path("totrinslogin/", mfa.index, name="mfa_index"),
    path(
        "totrinslogin/adgangskode/",
        views.reauthenticate,
        name="account_reauthenticate",
    ),
    path("totrinslogin/bekraeft/", mfa.reauthenticate, name="mfa_reauthenticate"),
    path("totrinslogin/fjern/", totp.deactivate_totp, name="mfa_deactivate_totp"),
    path("totrinslogin/kode/", mfa.authenticate, name="mfa_authenticate"),
    path(
        "totrinslogin/noedkoder/",
        recovery.view_recovery_codes,
        name="mfa_view_recovery_codes",
    ),
    path(
        "totrinslogin/noedkoder/hent/",
        recovery.download_recovery_codes,
        name="mfa_download_recovery_codes",
    ),
    path(
        "totrinslogin/noedkoder/nye/",
        recovery.generate_recovery_codes,
        name="mfa_generate_recovery_codes",
    ),
    path("totrinslogin/saet-op/", set_up, name="mfa_activate_totp"),
]
