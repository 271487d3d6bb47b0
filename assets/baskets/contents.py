"""What of a basket can be fetched by the one who asks, and why the rest cannot."""

from dataclasses import dataclass, field

from django.utils.translation import gettext as _
from django.utils.translation import override

from ..models import Asset, AssetFile, Basket, BasketItem
from ..packages.contents import Contents, LeftOut, Member, is_ready, named
from ..permissions import Audience


@dataclass(frozen=True)
class BasketContents:
    """A basket as ``user`` may have it: files to fetch, and items with a reason."""

    members: list[tuple[BasketItem, Member]] = field(default_factory=list)
    gone: list[tuple[BasketItem, LeftOut]] = field(default_factory=list)

    @property
    def package(self) -> Contents:
        """The package of what can be fetched; without the basket's own name, so that
        equal baskets share it."""
        with override("da"):
            title = _("Materialer fra Bibliotekernes Temasamarbejde")
        return Contents(
            title,
            [member for _item, member in self.members],
            [lost for _item, lost in self.gone],
        )

    @property
    def size(self) -> int:
        return sum(member.version.size for _item, member in self.members)


def contents_of(basket: Basket, user) -> BasketContents:
    """Sort a basket's items by whether ``user`` may fetch them now; four queries."""
    items = list(
        basket.items.select_related(
            "file__asset__licence",
            "file__current_version",
            "file__format",
            "added_by",
        )
    )
    assets = {item.file.asset_id for item in items if item.file}
    allowed = set(
        Asset.objects.for_user(user).filter(pk__in=assets).values_list("pk", flat=True)
    )
    fetchable, gone = [], []
    for item in items:
        file = item.file
        if file and file.asset_id in allowed and is_ready(file):
            fetchable.append(item)
        else:
            is_own = basket.owner_id == user.pk
            title = item.title if is_own or _is_known(file) else _("Et materiale")
            gone.append((item, LeftOut(title, reason_for(file))))
    members = named((item.file.asset, item.file) for item in fetchable)
    return BasketContents(list(zip(fetchable, members, strict=True)), gone)


def _is_known(file: AssetFile | None) -> bool:
    """Whether anyone may know of the file, for the door tells its name to anyone."""
    return (
        file is not None
        and file.asset.access < Audience.EDITOR
        and (file.asset.is_usable or file.asset.is_over)
    )


def reason_for(file: AssetFile | None) -> str:
    """Why a file cannot be fetched now, as the end of a sentence about it."""
    with override("da"):
        if file is None:
            return _("findes ikke længere.")
        asset = file.asset
        if asset.state == Asset.State.WITHDRAWN:
            reason = _("er trukket tilbage.")
            if asset.successor_id:
                reason += " " + _(
                    "Der er kommet et andet i stedet; se materialets side."
                )
            return reason
        if asset.is_over:
            return _("måtte bruges til og med %(day)s.") % {
                "day": asset.usable_until.strftime("%d.%m.%Y")
            }
        if not is_ready(file):
            return _("filen er taget ned eller ikke klar endnu.")
        return _("kan ikke hentes af dig lige nu.")
