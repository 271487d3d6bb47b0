"""Who may fetch what: audiences, each of which may all that the one before may."""

from enum import IntEnum

from django.db.models import Q

from wagtail.permission_policies.collections import CollectionOwnershipPermissionPolicy

from libraries.permissions import library_of


class Audience(IntEnum):
    """How far a person is let in; stored on the asset as the least that it asks."""

    ANYONE = 0
    PERSON = 1  # signed in, of no library
    LIBRARY = 2
    NAMED = 3  # asked of libraries that are named; nobody belongs to it by role
    EDITOR = 4


class AssetPolicy(CollectionOwnershipPermissionPolicy):
    """The admin's policy, by collection; who may only add edits own drafts.

    Adds "publish" to Wagtail's actions: the agency uploads, an editor publishes. What
    is published is out of the agency's hands, else its next upload would be out too.
    """

    def user_has_permission(self, user, action):
        if action == "publish":
            return self._check_perm(user, ["publish"])
        return super().user_has_permission(user, action)

    def user_has_any_permission_for_instance(self, user, actions, instance):
        known = set(actions) & {"add", "change", "publish"}
        if "delete" in actions:
            known.add("change")
        if "change" in known and instance.is_draft and self.is_maker(user, instance):
            return True
        return bool(known) and self._check_perm(user, known, instance.collection)

    def instances_user_has_any_permission_for(self, user, actions):
        found = super().instances_user_has_any_permission_for(user, actions)
        if user.is_superuser or not user.is_authenticated:
            return found
        changeable = self._collections_with_perm(user, ["change"])
        return found.filter(
            Q(collection__in=changeable) | Q(state=self.model.State.DRAFT)
        )

    def may_publish_in(self, user, collection) -> bool:
        """Whether ``user`` may publish what lies in ``collection``."""
        return self._check_perm(user, ["publish"], collection)

    def is_editor(self, user, asset=None) -> bool:
        """Whether ``user`` may change what others have added: ``asset``, or some."""
        return self._check_perm(user, ["change"], asset and asset.collection)

    def is_maker(self, user, asset) -> bool:
        """Whether ``user`` uploads, and made this asset."""
        return (
            user.is_authenticated
            and asset.created_by_id == user.pk
            and self._check_perm(user, ["add"], asset.collection)
        )


def asset_policy() -> AssetPolicy:
    # The model imports this module for its querysets.
    from .models import Asset

    return AssetPolicy(Asset, owner_field_name="created_by")


def audience_of(user) -> Audience:
    """The audience that ``user`` belongs to, anonymous and inactive people included."""
    if user is None or not user.is_authenticated or not user.is_active:
        return Audience.ANYONE
    if asset_policy().is_editor(user):
        return Audience.EDITOR
    return Audience.LIBRARY if library_of(user) else Audience.PERSON


def library_behind(user):
    """The library that ``user`` works for; None too for nobody and the inactive."""
    if user is None or not user.is_authenticated or not user.is_active:
        return None
    return library_of(user)


def may_fetch(user, asset) -> bool:
    """Whether the access of ``asset`` and of its collection let ``user`` in.

    The same question as ``AssetQuerySet.open_to``, of one asset; its state and its
    rights are other questions.
    """
    if audience_of(user) >= asset.level:
        return True
    if asset.level != Audience.NAMED or not library_behind(user):
        return False
    return type(asset).objects.filter(pk=asset.pk).open_to(user).exists()


def may_play(user, asset) -> bool:
    """Whether a film or sound may play for ``user`` where it stands.

    One whose rights leave the web out plays for libraries alone, which choose by it.
    """
    return asset.is_for_web or audience_of(user) >= Audience.LIBRARY


def may_know(user, asset) -> bool:
    """Whether ``user`` may be told that ``asset`` is there, and of the way in."""
    return asset.level <= Audience.LIBRARY or may_fetch(user, asset)


def may_preview(user, asset) -> bool:
    """Whether ``user`` may see ``asset`` in any state: an editor, or its maker."""
    policy = asset_policy()
    return policy.is_editor(user, asset) or policy.is_maker(user, asset)


def choosable_by(user):
    """The assets that ``user`` may point to in the admin: never another's draft."""
    # The model imports this module for its querysets.
    from .models import Asset

    mine = asset_policy().instances_user_has_any_permission_for(user, ["change"])
    return mine | Asset.objects.listed_for(user)
