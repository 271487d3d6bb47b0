"""Who came in, who did not, and who was given what: noted in the audit log."""

from django.contrib.auth.models import Group
from django.contrib.auth.signals import (
    user_logged_in,
    user_logged_out,
    user_login_failed,
)
from django.db.models.signals import m2m_changed, post_delete, post_save, pre_save
from django.utils.translation import gettext_lazy as _

from wagtail.models import (
    GroupCollectionPermission,
    GroupPagePermission,
    GroupSitePermission,
)

from allauth.account import signals as account
from allauth.mfa import signals as mfa

from core.audit.kinds import PEOPLE, RIGHTS, SIGNING_IN, audited
from core.audit.notes import note

from .models import User
from .privacy.erasing import ERASED
from .privacy.exporting import EXPORTED
from .second_factor.helping import FORGOTTEN

SIGNED_IN, SIGNED_OUT = "users.signed_in", "users.signed_out"
REFUSED, CODE_REFUSED = "users.sign_in_failed", "users.code_failed"
RESET = "users.password_changed"
ADDRESS = "users.address_confirmed"
FACTOR_ADDED, FACTOR_REMOVED = "users.factor_added", "users.factor_removed"
CHANGED = "users.rights_changed"
# What a user may do at all.
STANDING = ("is_active", "is_superuser")


# Said in the history, by the names above.
WORDS = {
    SIGNED_IN: _("Logget ind"),
    SIGNED_OUT: _("Logget ud"),
    REFUSED: _("Forkert e-mail eller adgangskode"),
    CODE_REFUSED: _("Forkert kode fra totrinslogin"),
    RESET: _("Ny adgangskode"),
    ADDRESS: _("E-mailadresse bekræftet"),
    FACTOR_ADDED: _("Totrinslogin sat op"),
    FACTOR_REMOVED: _("Totrinslogin fjernet"),
    CHANGED: _("Rettigheder ændret"),
    EXPORTED: _("Personens oplysninger blev udleveret"),
    ERASED: _("Personen blev slettet"),
}
STANDING_WORDS = {
    "is_active": _("aktiv"),
    "is_superuser": _("administrator"),
    True: _("ja"),
    False: _("nej"),
}


def _come(sender, request, user, **kwargs) -> None:
    note(user, SIGNED_IN, request=request, user=user)


def _gone(sender, request, user, **kwargs) -> None:
    if user is not None:
        note(user, SIGNED_OUT, request=request, user=user)


def _refused(sender, credentials, request=None, **kwargs) -> None:
    """Never what was written in the field: it may be a password, or anything."""
    email = credentials.get("email") or credentials.get("username") or ""
    person = User.objects.filter(email=str(email).lower()).first()
    note(person, REFUSED, request=request)


def _code_refused(sender, request, user, **kwargs) -> None:
    note(user, CODE_REFUSED, request=request)


def _password(sender, request, user, **kwargs) -> None:
    note(user, RESET, request=request, user=user)


def _address(sender, request, email_address, **kwargs) -> None:
    person = email_address.user
    note(person, ADDRESS, request=request, user=person)


def _factor_added(sender, request, user, authenticator, **kwargs) -> None:
    note(user, FACTOR_ADDED, request=request, user=user, factor=authenticator.type)


def _factor_removed(sender, request, user, authenticator, **kwargs) -> None:
    note(user, FACTOR_REMOVED, request=request, user=user, factor=authenticator.type)


def _standing_before(sender, instance, raw=False, update_fields=None, **kwargs) -> None:
    instance._standing = None
    is_asked = update_fields is None or set(update_fields) & set(STANDING)
    if instance.pk and is_asked and not raw:
        rows = User.objects.filter(pk=instance.pk)
        instance._standing = rows.values(*STANDING).first()


def _standing_after(sender, instance, **kwargs) -> None:
    before = getattr(instance, "_standing", None)
    after = {name: getattr(instance, name) for name in STANDING}
    if before and before != after:
        note(instance, CHANGED, before=before, after=after)


def _links_changed(sender, instance, action, reverse, model, pk_set, **kwargs) -> None:
    """A user's groups and permissions, and a group's permissions."""
    if action == "pre_clear":
        others = getattr(instance, LINKS[sender][reverse]).all()
    elif action in ("post_add", "post_remove"):
        others = model._base_manager.filter(pk__in=pk_set)
    else:
        return
    word = "added" if action == "post_add" else "removed"
    if reverse:
        for other in others:
            note(other, CHANGED, **{word: [_name(instance)]})
    elif names := sorted(map(_name, others)):
        note(instance, CHANGED, **{word: names})


def _name(thing) -> str:
    if hasattr(thing, "codename"):
        return f"{thing.content_type.app_label}.{thing.codename}"
    return str(thing)


def _place_given(sender, instance, created, raw=False, **kwargs) -> None:
    if created and not raw:
        note(instance.group, CHANGED, added=[_place(instance)])


def _place_taken(sender, instance, **kwargs) -> None:
    # A group that is deleted is told of by itself.
    if group := Group.objects.filter(pk=instance.group_id).first():
        note(group, CHANGED, removed=[_place(instance)])


def _place(permission) -> str:
    where = next(
        getattr(permission, name)
        for name in ("page", "collection", "site")
        if hasattr(permission, f"{name}_id")
    )
    return f"{_name(permission.permission)}: {where}"


# Each table of links, with its name from either end.
LINKS = {
    User.groups.through: ("groups", "user_set"),
    User.user_permissions.through: ("user_permissions", "user_set"),
    Group.permissions.through: ("permissions", "group_set"),
}
RECEIVERS = (
    (user_logged_in, _come),
    (user_logged_out, _gone),
    (user_login_failed, _refused),
    (account.password_changed, _password),
    (account.password_reset, _password),
    (account.password_set, _password),
    (account.email_confirmed, _address),
    (mfa.authenticator_added, _factor_added),
    (mfa.authenticator_reset, _factor_added),
    (mfa.authenticator_removed, _factor_removed),
    (mfa.authentication_failed, _code_refused),
)


def register() -> None:
    """Listen, and say which events are audited."""
    audited(SIGNING_IN, SIGNED_IN, SIGNED_OUT, REFUSED, CODE_REFUSED)
    audited(RIGHTS, RESET, ADDRESS, FACTOR_ADDED, FACTOR_REMOVED, FORGOTTEN, CHANGED)
    audited(PEOPLE, ERASED, EXPORTED)
    for signal, receiver in RECEIVERS:
        signal.connect(receiver, dispatch_uid=f"audit.{receiver.__name__}")
    pre_save.connect(_standing_before, sender=User)
    post_save.connect(_standing_after, sender=User)
    for links in LINKS:
        m2m_changed.connect(_links_changed, sender=links)
    for model in (
        GroupPagePermission,
        GroupCollectionPermission,
        GroupSitePermission,
    ):
        post_save.connect(_place_given, sender=model)
        post_delete.connect(_place_taken, sender=model)
