"""A person's baskets on "Mit bibliotek": collect, share, and fetch as one package."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.html import format_html
from django.utils.http import url_has_allowed_host_and_scheme, urlencode
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST, require_safe

from core.danish import slug
from libraries.permissions import library_of

from ..delivery import not_yours
from ..models import Asset, AssetFile, Basket
from ..packages.contents import is_ready
from ..packages.delivery import send_package
from ..shares.making import make_share, may_make_shares
from . import changes
from .contents import contents_of
from .forms import MOST_BASKETS, MOST_ITEMS, BasketForm


def _for_collectors(view):
    """Let in who can have baskets; show others the way."""

    @login_required
    def wrapped(request: HttpRequest, *args, **kwargs) -> HttpResponse:
        if not may_collect(request.user):
            return not_yours(request)
        return view(request, *args, **kwargs)

    return wrapped


def may_collect(user) -> bool:
    """Whether the person can have baskets: at a library, or as an editor who shares."""
    return library_of(user) is not None or may_make_shares(user)


def _open_basket(request: HttpRequest, pk: int) -> Basket:
    basket = (
        Basket.objects.open_to(request.user)
        .select_related("owner", "library")
        .filter(pk=pk)
        .first()
    )
    if basket is None:
        raise Http404
    return basket


@_for_collectors
@require_safe
def basket_list(request: HttpRequest) -> HttpResponse:
    """The person's baskets, and those that colleagues share."""
    return _list(request, BasketForm())


def _list(request: HttpRequest, form: BasketForm, status: int = 200) -> HttpResponse:
    user = request.user
    baskets = Basket.objects.open_to(user).with_count().select_related("owner")
    return render(
        request,
        "pages/baskets/basket_list.html",
        {
            "own": [b for b in baskets if b.owner_id == user.pk],
            "shared": [b for b in baskets if b.owner_id != user.pk],
            "chosen": Basket.objects.chosen_by(user),
            "form": form,
        },
        status=status,
    )


@_for_collectors
@require_POST
def make_basket(request: HttpRequest) -> HttpResponse:
    """Make an empty basket, into which things now go."""
    form = BasketForm(request.POST)
    if form.is_valid() and Basket.objects.of(request.user).count() >= MOST_BASKETS:
        form.add_error(
            "name",
            _("Du har %(count)s kurve. Slet en, før du laver en ny.")
            % {"count": MOST_BASKETS},
        )
    if not form.is_valid():
        return _list(request, form, 422)
    form.instance.owner = request.user
    form.instance.library = library_of(request.user)
    basket = form.save()
    changes.choose(request.user, basket)
    return redirect(basket)


@_for_collectors
@require_safe
def show_basket(request: HttpRequest, pk: int) -> HttpResponse:
    """A basket: what is in it and how much it is, before it is fetched."""
    return _show(request, _open_basket(request, pk))


def _show(
    request: HttpRequest,
    basket: Basket,
    form: BasketForm | None = None,
    status: int = 200,
) -> HttpResponse:
    contents = contents_of(basket, request.user)
    items = [item for item, _thing in (*contents.members, *contents.gone)]
    return render(
        request,
        "pages/baskets/basket.html",
        {
            "basket": basket,
            "contents": contents,
            "is_own": basket.owner_id == request.user.pk,
            "is_chosen": Basket.objects.chosen_by(request.user) == basket,
            "has_colleagues": library_of(request.user) is not None,
            "may_make_shares": may_make_shares(request.user),
            # Who put what in is asked where more than one can.
            "names": basket.is_shared
            or any(item.added_by_id != request.user.pk for item in items),
            "seen": max((item.pk for item in items), default=0),
            "taken_out": _taken_out(request),
            "form": form or BasketForm(instance=basket),
        },
        status=status,
    )


def _taken_out(request: HttpRequest) -> AssetFile | None:
    """The file that was just taken out, to be put back if that was a mistake."""
    public_id = request.GET.get("ud", "")
    return _fetchable(request).filter(public_id=public_id[:20]).first()


@_for_collectors
@require_safe
def fetch_basket(request: HttpRequest, pk: int) -> HttpResponse:
    """The basket as one zip; an empty one is refused in words."""
    basket = _open_basket(request, pk)
    package = contents_of(basket, request.user).package
    if not package.members:
        messages.error(
            request,
            _("Der er intet at hente i kurven. Læg noget i den, og prøv igen."),
        )
        return _show(request, basket, status=409)
    return send_package(request, package, f"{slug(basket.name) or 'kurv'}.zip")


@_for_collectors
@require_POST
def add_to_basket(request: HttpRequest) -> HttpResponse:
    """Put a file, or all files of an asset, in the basket that was last chosen."""
    basket, added = changes.collect(request.user, _wanted_files(request))
    if added:
        text = ngettext("%(count)s fil lagt i", "%(count)s filer lagt i", added)
        text %= {"count": added}
    elif basket.items.count() >= MOST_ITEMS:
        text = _("Kurven er fuld")
    else:
        text = _("Det ligger allerede i")
    if "application/json" in request.headers.get("Accept", ""):
        return JsonResponse(
            {"text": f"{text} “{basket.name}”", "url": basket.get_absolute_url()}
        )
    messages.success(
        request,
        format_html(
            '{} “{}”. <a href="{}">{}</a>',
            text,
            basket.name,
            basket.get_absolute_url(),
            _("Se kurven"),
        ),
    )
    return redirect(_way_back(request) or basket)


def _fetchable(request: HttpRequest):
    return (
        AssetFile.objects.with_current()
        .select_related("asset")
        .filter(asset__in=Asset.objects.for_user(request.user))
    )


def _wanted_files(request: HttpRequest) -> list[AssetFile]:
    """The posted file or asset, as far as the person may fetch it; else 404."""
    files = _fetchable(request)
    if public_id := request.POST.get("file"):
        files = files.filter(public_id=public_id[:20])
    else:
        files = files.filter(asset__slug=request.POST.get("asset", "")[:200])
    found = [file for file in files[:MOST_ITEMS] if is_ready(file)]
    if not found:
        raise Http404
    return found


def _way_back(request: HttpRequest) -> str:
    """The page that the button stood on, if it is one of ours."""
    url = request.POST.get("next", "")
    ours = url_has_allowed_host_and_scheme(
        url, {request.get_host()}, require_https=request.is_secure()
    )
    return url if ours else ""


@_for_collectors
@require_POST
def change_basket(request: HttpRequest, pk: int, action: str) -> HttpResponse:
    """Do one thing to a basket; the owner alone shares, empties and deletes it."""
    basket = _open_basket(request, pk)
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
        return _show(request, _open_basket(request, basket.pk), form, 422)
    # Not form.save(): the owner may be sharing it at this moment.
    basket.save(update_fields=["name"])
    messages.success(request, _("Kurven hedder nu “%(name)s”.") % {"name": basket})
    return None


def _use(request: HttpRequest, basket: Basket) -> None:
    changes.choose(request.user, basket)
    messages.success(
        request,
        _("Det næste, du lægger i kurv, kommer i “%(name)s”.") % {"name": basket},
    )


def _put_back(request: HttpRequest, basket: Basket) -> None:
    if changes.put_in(basket, _wanted_files(request), request.user):
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
    messages.success(request, _("“%(name)s” er slettet.") % {"name": basket})
    return redirect("baskets")


def _make_share(request: HttpRequest, basket: Basket) -> HttpResponse | None:
    """A share link to what can be fetched of the basket, for who may make links."""
    if not may_make_shares(request.user):
        raise Http404
    members = [member for _item, member in contents_of(basket, request.user).members]
    share = make_share(request.user, basket.name, [member.file for member in members])
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


def _posted_number(request: HttpRequest, name: str) -> int:
    value = request.POST.get(name, "")
    return int(value) if value.isdecimal() and len(value) < 19 else 0


SHARED_ACTIONS = {
    "omdoeb": _rename,
    "brug": _use,
    "laeg": _put_back,
    "fjern": _take_out,
    "delelink": _make_share,
}
OWN_ACTIONS = {"del": _share, "toem": _empty, "slet": _delete}
