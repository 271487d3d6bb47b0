"""What a crowd needs beyond the demo content; runs inside the site.

``python -m tests.drills.filling`` makes people and pages, lets the queue run empty, and
writes as JSON what ``crowd.py`` must know.
"""

import json
import secrets
import sys
from itertools import count, cycle

import django

LIBRARIANS, OTHERS = 100, 4
FILES = 20


def people(password: str) -> dict[str, list[str]]:
    """Libraries' staff, people of an agency, and editors, by their mail addresses."""
    from django.contrib.auth.hashers import make_password
    from django.contrib.auth.models import Group

    from allauth.account.models import EmailAddress

    from libraries.models import Library, Membership
    from libraries.models.memberships import Role
    from libraries.roles import AGENCY, EDITORS, ensure_groups
    from users.models import User

    ensure_groups()
    hashed, numbers = make_password(password), count(1)
    libraries = cycle(Library.objects.all())

    def person(group: str = "") -> str:
        number = next(numbers)
        email = f"folk{number}@example.dk"
        user = User.objects.create(email=email, name=f"Nr. {number}", password=hashed)
        EmailAddress.objects.create(user=user, email=email, verified=True, primary=True)
        if group:
            user.groups.add(Group.objects.get(name=group))
        else:
            Membership.objects.join(user, next(libraries), Role.STAFF)
        return email

    return {
        "library": [person() for _ in range(LIBRARIANS)],
        "agency": [person(AGENCY) for _ in range(OTHERS)],
        "editor": [person(EDITORS) for _ in range(OTHERS)],
    }


def forms() -> list[str]:
    """The forms of pages that nobody minds, one an editor."""
    from wagtail.models import Site

    from home.models import StandardPage

    front = Site.objects.get(is_default_site=True).root_page
    found = []
    for number in range(OTHERS):
        page = StandardPage(title=f"Øvelse {number}", slug=f"oevelse-{number}")
        front.add_child(instance=page).save_revision().publish()
        found.append(f"/admin/pages/{page.pk}/edit/")
    return found


def files() -> list[str]:
    """The smallest files that everybody may fetch."""
    from assets.models import AssetFile
    from assets.permissions import Audience

    open_to_all = AssetFile.objects.filter(
        asset__access=Audience.ANYONE, current_version__state="ready"
    ).order_by("current_version__size")
    return [file.get_absolute_url() for file in open_to_all[:FILES]]


def pages() -> list[str]:
    """The front page, catalogues, campaigns and stories."""
    from campaigns.models import CampaignPage, StoryPage

    danish = {"live": True, "locale__language_code": "da"}
    told = [
        page.url
        for model in (CampaignPage, StoryPage)
        for page in model.objects.filter(**danish)
    ]
    return ["/", "/ideer/", "/film/", "/laeselister/", "/kalender/", *told]


def main() -> None:
    """Fill in, and say what there is."""
    django.setup()
    # Only now can the apps be imported.
    from core.jobs import run_queued

    password = secrets.token_urlsafe(24)
    known = {
        "password": password,
        "people": people(password),
        "forms": forms(),
        "files": files(),
        "pages": pages(),
    }
    run_queued("drill")
    json.dump(known, sys.stdout)


if __name__ == "__main__":
    main()
