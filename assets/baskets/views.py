"""A person's baskets on "Mit bibliotek": collect, share, and fetch as one package."""

from django.contrib import messages
from django.contrib.auth import get_user_model
from django.contrib.auth.decorators import login_required
from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.html import format_html
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST, require_safe

from core.danish import slug
from libraries.permissions import library_of

from ..delivery import not_yours
from ..models import Asset, AssetFile, Basket, BasketItem
from ..packages.contents import is_ready
from ..packages.delivery import send_package
from .contents import contents_of
from .forms import MOST_BASKETS, MOST_ITEMS, BasketForm


def _for_libraries(view):
    """Let in who works for a library; show others the way."""

    @login_required
    def wrapped(request: HttpRequest, *args, **kwargs) -> HttpResponse:
        if not may_collect(request.user):
            return not_yours(request)
        return view(request, *args, **kwargs)

    return wrapped


def may_collect(user) -> bool:
    """Whether the person can have baskets: who is signed in with a library."""
    return library_of(user) is not None


def _visible(request: HttpRequest, pk: int) -> Basket:
    basket = Basket.objects.visible_to(request.user).filter(pk=pk).first()
    if basket is None:
        raise Http404
    return basket


def _own(request: HttpRequest, pk: int) -> Basket:
    basket = Basket.objects.of(request.user).filter(pk=pk).first()
    if basket is None:
        raise Http404
    return basket


@_for_libraries
@require_safe
def basket_list(request: HttpRequest) -> HttpResponse:
    """The person's baskets, and those that colleagues share."""
    return _list(request, BasketForm())


def _list(request: HttpRequest, form: BasketForm, status: int = 200) -> HttpResponse:
    baskets = (
        Basket.objects.visible_to(request.user).with_count().select_related("owner")
    )
    return render(
        request,
        "pages/baskets/basket_list.html",
        {
            "own": [b for b in baskets if b.owner_id == request.user.pk],
            "shared": [b for b in baskets if b.owner_id != request.user.pk],
            "form": form,
        },
        status=status,
    )


@_for_libraries
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
    return redirect(form.save())


@_for_libraries
@require_safe
def show_basket(request: HttpRequest, pk: int) -> HttpResponse:
    """A basket: what is in it and how much it is, before it is fetched."""
    return _show(request, _visible(request, pk))


def _show(
    request: HttpRequest,
    basket: Basket,
    form: BasketForm | None = None,
    status: int = 200,
) -> HttpResponse:
    return render(
        request,
        "pages/baskets/basket.html",
        {
            "basket": basket,
            "contents": contents_of(basket, request.user),
            "is_own": basket.owner_id == request.user.pk,
            "form": form or BasketForm(instance=basket),
        },
        status=status,
    )


@_for_libraries
@require_safe
def fetch_basket(request: HttpRequest, pk: int) -> HttpResponse:
    """The basket as one zip; an empty one is refused in words."""
    basket = _visible(request, pk)
    package = contents_of(basket, request.user).package
    if not package.members:
        messages.error(
            request,
            _("Der er intet at hente i kurven. Læg noget i den, og prøv igen."),
        )
        return _show(request, basket, status=409)
    return send_package(request, package, f"{slug(basket.name) or 'kurv'}.zip")


@_for_libraries
@require_POST
def add_to_basket(request: HttpRequest) -> HttpResponse:
    """Put a file, or all files of an asset, in the basket that was last used."""
    files = _wanted_files(request)
    with transaction.atomic():
        basket = _current_basket(request)
        added = _add(basket, files)
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


def _wanted_files(request: HttpRequest) -> list[AssetFile]:
    """The posted file or asset, as far as the person may fetch it; else 404."""
    files = (
        AssetFile.objects.with_current()
        .select_related("asset")
        .filter(asset__in=Asset.objects.for_user(request.user))
    )
    if public_id := request.POST.get("file"):
        files = files.filter(public_id=public_id[:20])
    else:
        files = files.filter(asset__slug=request.POST.get("asset", "")[:200])
    found = [file for file in files[:MOST_ITEMS] if is_ready(file)]
    if not found:
        raise Http404
    return found


def _current_basket(request: HttpRequest) -> Basket:
    # The lock makes two first things at once share one new basket.
    get_user_model().objects.select_for_update().get(pk=request.user.pk)
    basket = Basket.objects.of(request.user).first()
    if basket is None:
        basket = Basket(
            owner=request.user, library=library_of(request.user), name=_("Min kurv")
        )
    # Saved also when it is there: it is the one last used.
    basket.save()
    return basket


def _add(basket: Basket, files: list[AssetFile]) -> int:
    taken = set(basket.items.values_list("file_id", flat=True))
    room = MOST_ITEMS - len(taken)
    new = [
        BasketItem(basket=basket, file=file, title=f"{file.asset.title}: {file.name}")
        for file in files
        if file.pk not in taken
    ][: max(room, 0)]
    BasketItem.objects.bulk_create(new, ignore_conflicts=True)
    return len(new)


def _way_back(request: HttpRequest) -> str:
    """The page that the button stood on, if it is one of ours."""
    url = request.POST.get("next", "")
    ours = url_has_allowed_host_and_scheme(
        url, {request.get_host()}, require_https=request.is_secure()
    )
    return url if ours else ""


@_for_libraries
@require_POST
def change_basket(request: HttpRequest, pk: int, action: str) -> HttpResponse:
    """Rename, share, use, empty or delete a basket of one's own, or take things out."""
    basket = _own(request, pk)
    if action == "omdoeb":
        form = BasketForm(request.POST, instance=basket)
        if not form.is_valid():
            # The form has put the refused name on the basket it was given.
            return _show(request, _own(request, pk), form, 422)
        form.save()
        messages.success(request, _("Kurven hedder nu “%(name)s”.") % {"name": basket})
    elif action == "del":
        _share(request, basket)
    elif action == "brug":
        basket.save()
        messages.success(
            request,
            _("Det næste, du lægger i kurv, kommer i “%(name)s”.") % {"name": basket},
        )
    elif action == "fjern":
        item = request.POST.get("item", "")
        if item.isdecimal() and len(item) < 19:
            basket.items.filter(pk=int(item)).delete()
    elif action == "toem":
        basket.items.all().delete()
        messages.success(request, _("Kurven er tømt."))
    elif action == "slet":
        basket.delete()
        messages.success(request, _("“%(name)s” er slettet.") % {"name": basket})
        return redirect("baskets")
    else:
        raise Http404
    return redirect(reverse("basket", args=[pk]))


def _share(request: HttpRequest, basket: Basket) -> None:
    basket.is_shared = request.POST.get("shared") == "1"
    # Shared with those the person works with now.
    basket.library = library_of(request.user)
    basket.save(update_fields=["is_shared", "library"])
    messages.success(
        request,
        _("Dine kolleger kan nu se og hente kurven.")
        if basket.is_shared
        else _("Kurven er kun din igen."),
    )
