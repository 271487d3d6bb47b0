"""What can be done to a basket: by all who may open it, and by its owner alone."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.http import urlencode
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST

from libraries.permissions import library_of

from ..mailed.views import mail_basket
from ..models import Basket
from ..packages.contents import Member
from ..shares.making import make_share, may_make_shares
from . import changes
from .contents import contents_of
from .forms import BasketForm
from .views import for_collectors, open_basket, render_basket, wanted_files


@for_collectors
@require_POST
def change_basket(request: HttpRequest, pk: int, action: str) -> HttpResponse:
    """Do one thing to a basket; the owner alone shares, empties and deletes it."""
    basket = open_basket(request, pk)
    act = SHARED_ACTIONS.get(action)
    if basket.owner_id == request.user.pk:
        act = act or OWN_ACTIONS.get(action)
    if act is None:
        raise Http404
    return act(request, basket) or redirect(basket)


def _rename(request: HttpRequest, basket: Basket) -> HttpResponse | None:
    form = BasketForm(request.POST, instance=basket)
    if not form.is_valid():
        # The form has put the refused name on the basket it was given.
        return render_basket(request, open_basket(request, basket.pk), form, 422)
    # Not form.save(): the owner may be sharing it at this moment.
    basket.save(update_fields=["name"])
    messages.success(request, _("Kurven hedder nu ”%(name)s”.") % {"name": basket})
    return None


def _use(request: HttpRequest, basket: Basket) -> None:
    changes.choose(request.user, basket)
    messages.success(
        request,
        _("Det næste, du lægger i kurv, kommer i ”%(name)s”.") % {"name": basket},
    )


def _put_back(request: HttpRequest, basket: Basket) -> None:
    if changes.put_in(basket, wanted_files(request), request.user):
        messages.success(request, _("Det ligger i kurven igen."))


def _take_out(request: HttpRequest, basket: Basket) -> HttpResponse | None:
    item = changes.take_out(basket, _posted_number(request, "item"))
    if item is None:
        messages.info(request, _("Det var allerede taget ud."))
        return None
    if item.file is None:
        return None
    query = urlencode({"ud": item.file.public_id})
    return redirect(f"{basket.get_absolute_url()}?{query}")


def _share(request: HttpRequest, basket: Basket) -> None:
    # Shared with those the person works with now; without a library there are none.
    basket.library = library_of(request.user)
    basket.is_shared = bool(basket.library) and request.POST.get("shared") == "1"
    basket.save(update_fields=["is_shared", "library"])
    messages.success(
        request,
        _("Dine kolleger kan nu se, fylde og hente kurven.")
        if basket.is_shared
        else _("Kurven er kun din igen."),
    )


def _empty(request: HttpRequest, basket: Basket) -> None:
    if left := changes.empty(basket, _posted_number(request, "seen")):
        messages.warning(
            request,
            ngettext(
                "Kurven er tømt, men %(count)s fil kom i imens. Den ligger her endnu.",
                "Kurven er tømt, men %(count)s filer kom i imens. De ligger her endnu.",
                left,
            )
            % {"count": left},
        )
    else:
        messages.success(request, _("Kurven er tømt."))


def _delete(request: HttpRequest, basket: Basket) -> HttpResponse | None:
    if unseen := changes.delete(basket, _posted_number(request, "seen")):
        messages.warning(
            request,
            ngettext(
                "Kurven er ikke slettet: %(count)s fil kom i imens. Se den først.",
                "Kurven er ikke slettet: %(count)s filer kom i imens. Se dem først.",
                unseen,
            )
            % {"count": unseen},
        )
        return None
    messages.success(request, _("”%(name)s” er slettet.") % {"name": basket})
    return redirect("baskets")


def _share_title(basket: Basket, members: list[Member]) -> str:
    """What the receiver reads: to a printer, ”Min kurv” would be somebody else's."""
    titles = list(dict.fromkeys(member.asset.title for member in members))
    if basket.name != changes.first_name() or not titles:
        return basket.name
    if len(titles) == 1:
        return titles[0]
    others = len(titles) - 1
    return ngettext(
        "%(title)s og %(count)s til", "%(title)s og %(count)s til", others
    ) % {"title": titles[0], "count": others}


def _make_share(request: HttpRequest, basket: Basket) -> HttpResponse | None:
    """A share link to what can be fetched of the basket, for who may make links."""
    if not may_make_shares(request.user):
        raise Http404
    members = [member for _item, member in contents_of(basket, request.user).members]
    share = make_share(
        request.user,
        _share_title(basket, members),
        [member.file for member in members],
    )
    if share is None:
        messages.error(request, _("Der er intet i kurven, som et link kan føre til."))
        return None
    messages.success(
        request,
        _("Linket er lavet. Det gælder til og med %(day)s kl. 23.59.")
        % {"day": share.ends_on.strftime("%d.%m.%Y")},
    )
    left_out = basket.items.count() - share.items.count()
    if left_out:
        messages.warning(
            request,
            ngettext(
                "%(count)s fil fra kurven er ikke med: den kan ikke hentes nu.",
                "%(count)s filer fra kurven er ikke med: de kan ikke hentes nu.",
                left_out,
            )
            % {"count": left_out},
        )
    return redirect(reverse("shares:inspect", args=[share.pk]))


def _mail(request: HttpRequest, basket: Basket) -> HttpResponse:
    return mail_basket(request, basket, contents_of(basket, request.user).package)


def _posted_number(request: HttpRequest, name: str) -> int:
    value = request.POST.get(name, "")
    return int(value) if value.isdecimal() and len(value) < 19 else 0


SHARED_ACTIONS = {
    "omdoeb": _rename,
    "brug": _use,
    "laeg": _put_back,
    "fjern": _take_out,
    "delelink": _make_share,
    "mail": _mail,
}
OWN_ACTIONS = {"del": _share, "toem": _empty, "slet": _delete}
