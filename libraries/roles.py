"""What each group may do, as strings: the apps that own the permissions lie above."""

from django.contrib.auth.models import Group, Permission
from django.db.models import Q

from wagtail.models import (
    Collection,
    GroupApprovalTask,
    GroupCollectionPermission,
    GroupPagePermission,
    Page,
)

EDITORS = "Redaktører"
AGENCY = "Bureau"
COORDINATORS = "Koordinatorer"
# Groups that Wagtail's migrations make; ours take their place.
WAGTAILS_GROUPS = ["Moderators", "Editors"]

_PAGES = ["add_page", "change_page", "publish_page", "bulk_delete_page", "lock_page"]
_IMAGES = [
    "wagtailimages.add_image",
    "wagtailimages.change_image",
    "wagtailimages.choose_image",
]
_COLLECTIONS = [
    *_IMAGES,
    "assets.add_asset",
    "assets.change_asset",
    "assets.publish_asset",
]
_PUBLISHING = [
    "wagtailadmin.access_admin",
    *[
        f"assets.{action}_{model}"
        for model in ("format", "licence", "collectionaccess", "sharelink")
        for action in ("add", "change", "delete")
    ],
    "themes.add_theme",
    "themes.change_theme",
    "themes.delete_theme",
    *[
        f"campaigns.{action}_{model}"
        for model in ("partner", "netmedia", "releaseset")
        for action in ("add", "change", "delete")
    ],
    "home.change_sitesettings",
    *[
        f"{app}.{action}_{model}"
        for app, model in (
            ("search", "synonym"),
            ("wagtailsearchpromotions", "searchpromotion"),
        )
        for action in ("add", "change", "delete")
    ],
    "search.view_missedquery",
    "search.delete_missedquery",
    "mail.view_message",
    "simple_translation.submit_translation",
]
_REGISTERS = [
    *[
        f"libraries.{action}_{model}"
        for model in ("library", "maildomain", "membership", "invitation")
        for action in ("view", "add", "change", "delete")
    ],
    "users.view_user",
    "users.change_user",
]

# Everywhere, and on the root collection: "app.codename". On the root page: codenames.
GRANTS = {
    EDITORS: {
        "everywhere": [
            *_PUBLISHING,
            "libraries.view_library",
            "libraries.view_membership",
            "libraries.view_invitation",
        ],
        "pages": _PAGES,
        "collections": _COLLECTIONS,
    },
    AGENCY: {
        "everywhere": ["wagtailadmin.access_admin"],
        "pages": [],
        "collections": ["wagtailimages.add_image", "assets.add_asset"],
    },
    COORDINATORS: {
        "everywhere": [*_PUBLISHING, *_REGISTERS],
        "pages": _PAGES,
        "collections": _COLLECTIONS,
    },
}


def ensure_groups() -> None:
    """Make the groups and give them what they lack; what they have is never taken.

    A permission or a root that does not exist yet is passed over and comes with the
    next migration.
    """
    root_page = Page.objects.filter(depth=1).first()
    root_collection = Collection.objects.filter(depth=1).first()
    for name, grants in GRANTS.items():
        group, _created = Group.objects.get_or_create(name=name)
        group.permissions.add(*_permissions(grants["everywhere"]))
        if root_page:
            for permission in _permissions(grants["pages"], "wagtailcore"):
                GroupPagePermission.objects.get_or_create(
                    group=group, page=root_page, permission=permission
                )
        if root_collection:
            for permission in _permissions(grants["collections"]):
                GroupCollectionPermission.objects.get_or_create(
                    group=group, collection=root_collection, permission=permission
                )


def replace_wagtails_groups() -> None:
    """Let our groups approve what Wagtail's would, and remove those nobody is in.

    Wagtail's own workflow asks its "Moderators", whom no person belongs to: a page
    sent to approval would wait for ever.
    """
    unused = Group.objects.filter(name__in=WAGTAILS_GROUPS, user=None)
    ours = Group.objects.filter(name__in=[EDITORS, COORDINATORS])
    for task in GroupApprovalTask.objects.filter(groups__in=unused).distinct():
        task.groups.add(*ours)
    unused.delete()


def _permissions(names: list[str], app_label: str = "") -> list[Permission]:
    wanted = Q(pk=None)
    for name in names:
        app, _dot, codename = name.rpartition(".")
        wanted |= Q(
            content_type__app_label=app or app_label,
            codename=codename,
        )
    return list(Permission.objects.filter(wanted))
