"""What changes a basket, under a lock: colleagues work in the same one at once.

What somebody puts in while another looks at the page is never emptied or deleted
unseen: both go by the last item that the page showed.
"""

from django.contrib.auth import get_user_model
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from libraries.permissions import library_of

from ..models import AssetFile, Basket, BasketChoice, BasketItem
from .forms import MOST_ITEMS


def first_name() -> str:
    """What a basket is called until its owner gives it a name."""
    return _("Min kurv")


@transaction.atomic
def collect(user, files: list[AssetFile]) -> tuple[Basket, int]:
    """Put files in the basket that the person's next things go into.

    Makes the first one. Returns it, and how many files were not in it before.
    """
    # The lock makes two first things at once share one new basket.
    get_user_model().objects.select_for_update().get(pk=user.pk)
    basket = Basket.objects.select_for_update(of=("self",)).chosen_by(user)
    if basket is None:
        basket = Basket.objects.create(
            owner=user, library=library_of(user), name=first_name()
        )
    choose(user, basket)
    return basket, _put(basket, files, user)


@transaction.atomic
def put_in(basket: Basket, files: list[AssetFile], user) -> int:
    """Put files in this very basket; return how many were not in it before."""
    return _put(Basket.objects.select_for_update().get(pk=basket.pk), files, user)


def _put(basket: Basket, files: list[AssetFile], user) -> int:
    taken = set(basket.items.values_list("file_id", flat=True))
    room = MOST_ITEMS - len(taken)
    new = [
        BasketItem(
            basket=basket,
            file=file,
            title=str(file),
            added_by=user,
        )
        # Once each, though somebody chose one twice.
        for file in dict.fromkeys(files)
        if file.pk not in taken
    ][: max(room, 0)]
    BasketItem.objects.bulk_create(new)
    _touch(basket)
    return len(new)


def choose(user, basket: Basket) -> None:
    """Let the person's next things go into ``basket``."""
    BasketChoice.objects.update_or_create(user=user, defaults={"basket": basket})
    _touch(basket)


def _touch(basket: Basket) -> None:
    # Nothing else is written: a colleague may just have renamed it.
    Basket.objects.filter(pk=basket.pk).update(used_at=timezone.now())


def take_out(basket: Basket, item_pk: int) -> BasketItem | None:
    """Take one thing out; None when somebody else has done it."""
    item = basket.items.select_related("file").filter(pk=item_pk).first()
    if item and basket.items.filter(pk=item_pk).delete()[0]:
        return item
    return None


@transaction.atomic
def empty(basket: Basket, seen: int) -> int:
    """Take out all that was there up to the item ``seen``; return what came since."""
    Basket.objects.select_for_update().get(pk=basket.pk)
    basket.items.filter(pk__lte=seen).delete()
    return basket.items.count()


@transaction.atomic
def delete(basket: Basket, seen: int) -> int:
    """Delete the basket, unless something came after the item ``seen``: how much."""
    Basket.objects.select_for_update().get(pk=basket.pk)
    unseen = basket.items.filter(pk__gt=seen).count()
    if not unseen:
        basket.delete()
    return unseen
