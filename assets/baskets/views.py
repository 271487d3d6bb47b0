"""A person's baskets on "Mit bibliotek": collect, share, and fetch as one package."""

from django.conf import settings
from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.utils.html import format_html
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST, require_safe

from core.danish import quoted, slug
from libraries.permissions import library_of

from ..delivery import not_yours
from ..mailed.notices import offer_for
from ..models import Asset, AssetFile, Basket
from ..packages.contents import is_ready
from ..packages.delivery import send_package
from ..shares.making import may_make_shares
from . import changes
from .contents import contents_of
from .forms import MOST_BASKETS, MOST_ITEMS, BasketForm


def for_collectors(view):
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


def open_basket(request: HttpRequest, pk: int) -> Basket:
    """One that the person may see and fill; any other is as unknown as none."""
    basket = (
        Basket.objects.open_to(request.user)
        .select_related("owner", "library")
        .filter(pk=pk)
        .first()
    )
    if basket is None:
        raise Http404
    return basket


@for_collectors
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


@for_collectors
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


@for_collectors
@require_safe
def show_basket(request: HttpRequest, pk: int) -> HttpResponse:
    """A basket: what is in it and how much it is, before it is fetched."""
    return render_basket(request, open_basket(request, pk))


def render_basket(
    request: HttpRequest,
    basket: Basket,
    form: BasketForm | None = None,
    status: int = 200,
) -> HttpResponse:
    """The page of a basket; ``form`` is one whose name was refused."""
    contents = contents_of(basket, request.user)
    items = [item for item, _thing in (*contents.members, *contents.gone)]
    return render(
        request,
        "pages/baskets/basket.html",
        {
            "basket": basket,
            "contents": contents,
            "offer": offer_for(request.user, contents.package),
            "link_days": settings.PACKAGE_LINK_DAYS,
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


@for_collectors
@require_safe
def fetch_basket(request: HttpRequest, pk: int) -> HttpResponse:
    """The basket as one zip; an empty one is refused in words."""
    basket = open_basket(request, pk)
    package = contents_of(basket, request.user).package
    if not package.members:
        messages.error(
            request,
            _("Der er intet at hente i kurven. Læg noget i den, og prøv igen."),
        )
        return render_basket(request, basket, status=409)
    return send_package(
        request,
        package,
        f"{slug(basket.name) or 'kurv'}.zip",
        offer=basket.get_absolute_url(),
    )


@for_collectors
@require_POST
def add_to_basket(request: HttpRequest) -> HttpResponse:
    """Put a file, or all files of an asset, in the basket that was last chosen."""
    basket, added = changes.collect(request.user, wanted_files(request))
    if added:
        text = ngettext("%(count)s fil lagt i", "%(count)s filer lagt i", added)
        text %= {"count": added}
    elif basket.items.count() >= MOST_ITEMS:
        text = _("Kurven er fuld")
    else:
        text = _("Det ligger allerede i")
    if "application/json" in request.headers.get("Accept", ""):
        return JsonResponse(
            {"text": f"{text} {quoted(basket.name)}", "url": basket.get_absolute_url()}
        )
    messages.success(
        request,
        format_html(
            '{} {}. <a href="{}">{}</a>',
            text,
            quoted(basket.name),
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


def wanted_files(request: HttpRequest) -> list[AssetFile]:
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
