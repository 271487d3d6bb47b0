"""Who is mailed when a huge package is packed: asked once, told once.

A notice names where the set came from and not the files: what the person may have is
found anew when the letter is written and when its link is followed.
"""

from dataclasses import dataclass

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from core.danish import slug
from core.site_address import whole
from mail.letters import Letter, register_letter
from mail.sending import post
from themes.models import Theme

from ..baskets.contents import contents_of
from ..models import Basket, Package, PackageNotice
from ..packages import kept
from ..packages.contents import Contents, Member, Part, theme_contents
from ..packages.delivery import is_huge, missing_from_storage

KIND = "package_ready"
# So long a link that has ended still says so.
# What one person may have packed at a time: each may take gigabytes.
MOST_WAITING = 5


class TooMany(Exception):
    """The person waits for ``MOST_WAITING`` packages already."""


class FilesMissing(Exception):
    """Storage does not have some of the files; ``members`` are those."""

    def __init__(self, members: list[Member]):
        super().__init__(len(members))
        self.members = members


@dataclass(frozen=True)
class Offer:
    """What a page says of a huge set that is not packed yet.

    ``may_ask`` is for who is signed in; ``notice`` is what they have asked for already.
    """

    may_ask: bool
    notice: PackageNotice | None


def offer_for(user, contents: Contents) -> Offer | None:
    """The way to a set that is huge and not packed; None when it is simply fetched."""
    if not is_huge(contents) or not contents.members:
        return None
    package = kept.find(contents)
    if package and package.is_ready:
        return None
    if not user.is_authenticated:
        return Offer(False, None)
    notice = package and package.notices.filter(user=user, told_at=None).first()
    return Offer(True, notice)


def ask(
    user,
    contents: Contents,
    *,
    theme: Theme | None = None,
    part: str = "",
    basket: Basket | None = None,
) -> PackageNotice | None:
    """Have a set packed and the person mailed; asked again, it is the same notice.

    Returns None when it is packed already. Raises TooMany, FilesMissing, since a
    package with holes is not kept, and the storage's errors.
    """
    package = kept.find(contents)
    if package and package.is_ready:
        return None
    waiting = PackageNotice.objects.filter(user=user, told_at=None)
    if waiting.exclude(package=package).count() >= MOST_WAITING:
        raise TooMany
    if missing := missing_from_storage(contents.members):
        raise FilesMissing(missing)
    with transaction.atomic():
        package = kept.note(contents)
        notice, is_new = PackageNotice.objects.select_for_update(
            of=("self",)
        ).get_or_create(
            package=package,
            user=user,
            defaults={
                "theme": theme,
                "part": part,
                "basket": basket,
                "size": contents.size,
            },
        )
        if not is_new and notice.told_at:
            # Its link has ended, or the packing failed: a new wish, and a new letter.
            notice.asked_at, notice.told_at = timezone.now(), None
            notice.theme, notice.part, notice.basket = theme, part, basket
            notice.save()
        kept.want(package, again=True)
        # It may have been packed between the question and this row.
        transaction.on_commit(lambda: tell(package.pk))
    return notice


def tell(package_pk: int) -> None:
    """Put a letter in the outbox to each who waits for a package that is settled."""
    settled = Package.objects.exclude(state=Package.State.WANTED).filter(pk=package_pk)
    if not settled.exists():
        return
    with transaction.atomic():
        waiting = PackageNotice.objects.select_for_update(of=("self",)).filter(
            package=package_pk, told_at=None
        )
        for notice in waiting:
            notice.told_at = timezone.now()
            notice.save(update_fields=["told_at"])
            moment = int(notice.asked_at.timestamp() * 1_000_000)
            post(KIND, f"package:{notice.pk}:{moment}", {"notice": notice.pk})


def tell_what_was_missed() -> None:
    """Tell of packages whose worker died between the packing and the letter."""
    waiting = PackageNotice.objects.filter(told_at=None)
    settled = waiting.exclude(package__state=Package.State.WANTED)
    for pk in set(settled.values_list("package", flat=True)):
        tell(pk)


def contents_now(notice: PackageNotice) -> Contents | None:
    """What the person may have of it at this moment; None when it is not theirs now."""
    if notice.basket_id:
        basket = Basket.objects.open_to(notice.user).filter(pk=notice.basket_id)
        found = basket.first()
        contents = contents_of(found, notice.user).package if found else None
    else:
        theme = Theme.objects.public().filter(pk=notice.theme_id).first()
        contents = theme and theme_contents(theme, notice.user, Part(notice.part))
    return contents if contents and contents.members else None


def is_same(notice: PackageNotice, contents: Contents | None) -> bool:
    """Whether what was packed is what the person may have now."""
    return contents is not None and contents.digest == notice.package.digest


def filename_of(notice: PackageNotice) -> str:
    """What the zip is called."""
    if notice.basket_id:
        return f"{slug(notice.basket.name) or 'kurv'}.zip"
    return "-".join(filter(None, (notice.theme.slug, notice.part))) + ".zip"


def title_of(notice: PackageNotice) -> str:
    """What the set is called: the basket's name, or the theme and the part of it."""
    if notice.basket_id:
        return notice.basket.name
    if not notice.part:
        return notice.theme.subtitle
    return f"{notice.theme.subtitle}: {Part(notice.part).label.lower()}"


def write_letter(notice: int) -> Letter | None:
    """The letter with the link; it says so, too, when there is nothing to fetch."""
    found = (
        PackageNotice.objects.filter(pk=notice, user__is_active=True)
        .exclude(told_at=None)
        .select_related("user", "package", "theme", "basket")
        .first()
    )
    if found is None:
        return None
    context = {
        "notice": found,
        "to_name": found.user.first_name,
        "title": title_of(found),
        "is_ready": found.package.is_ready and is_same(found, contents_now(found)),
        "was_packed": found.package.is_ready,
        "url": whole(found.get_absolute_url()),
    }
    return Letter.drawn("assets/package_ready", context, [found.user.email])


def register_letters() -> None:
    """Let the outbox write these."""
    register_letter(KIND, _("Din pakke er klar"), write_letter)
