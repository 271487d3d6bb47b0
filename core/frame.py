"""What stands around every page, and the way to it, in two queries a request.

One query finds the sites with their settings. The other finds, all at once, the front
pages in every language, the menu, the pages on the way to the address and the
translations of the last of them. Wagtail would ask some ten times for the same.
"""

from collections.abc import Iterable

from django.db.models import Q, QuerySet
from django.http import HttpRequest
from django.utils.translation import get_language

from wagtail.contrib.settings.models import BaseSiteSetting
from wagtail.contrib.settings.registry import registry
from wagtail.models import Page, Site
from wagtail.models.sites import SiteRootPath

from .visibility import with_restrictions

# No page lies deeper below a front page; a longer address is left to Wagtail.
DEEPEST = 8
# What menus, breadcrumbs and addresses are made of. The rest of a page's row changes
# each time it is published, and would make every other page anew (core.page_cache).
SHOWN = (
    "alias_of",
    "content_type",
    "depth",
    "live",
    "locale",
    "path",
    "show_in_menus",
    "slug",
    "title",
    "translation_key",
    "url_path",
)
UNSHOWN = [
    column.name
    for column in Page._meta.concrete_fields
    if column.name not in SHOWN and not column.primary_key
]


class Frame:
    """The site, the menu and the way to a page, as one request sees them.

    ``way`` leads from the front page to the page at ``path``, both included; it is
    empty when no page has that address. ``translations`` are those of the last page.
    """

    def __init__(self, request: HttpRequest, path: str = ""):
        self._sites = list(_sites_with_settings())
        self.site = self._site_for(request)
        parts = [part for part in path.split("/") if part]
        self._pages = self._fetch(parts) if self.site else []
        self.home = self._home()
        self.way = self._walk(parts) if self.home else []

    @property
    def menu(self) -> list[Page]:
        """The live children of the front page that stand in menus."""
        return [
            page
            for page in self._below(self.home)
            if page.live and page.show_in_menus and page.depth == self.home.depth + 1
        ]

    @property
    def translations(self) -> list[Page]:
        """The live pages that say the same as the last of the way, itself included."""
        if not self.way:
            return []
        key = self.way[-1].translation_key
        return [
            page for page in self._pages if page.live and page.translation_key == key
        ]

    @property
    def is_open(self) -> bool:
        """Whether everyone may read the last page of the way."""
        is_alias = any(page.alias_of_id for page in self.way)
        return bool(self.way) and not is_alias and not self.way[-1].is_restricted

    def root_paths(self) -> list[SiteRootPath]:
        """Where Wagtail's addresses begin, as ``Site.get_site_root_paths`` has them."""
        return [
            SiteRootPath(
                site.pk, page.url_path, site.root_url, page.locale.language_code
            )
            for site in self._sites
            for page in self._pages
            if page.translation_key == site.root_page.translation_key
        ]

    def lend_to(self, request: HttpRequest) -> None:
        """Leave where Wagtail looks what it would otherwise ask the database for."""
        request._wagtail_site = self.site
        request._wagtail_cached_site_root_paths = self.root_paths()
        for model in _setting_models():
            settings = getattr(self.site, _accessor(model), None)
            if settings:
                settings._request = request
                setattr(request, model.get_cache_attr_name(), settings)

    def _site_for(self, request: HttpRequest) -> Site | None:
        if len(self._sites) == 1:
            return self._sites[0]
        wanted = Site._find_for_request(request)
        return next((site for site in self._sites if site == wanted), None)

    def _fetch(self, parts: list[str]) -> list[Page]:
        fronts = {site.root_page.translation_key for site in self._sites}
        depth = self.site.root_page.depth
        wanted = Q(translation_key__in=fronts)
        wanted |= Q(depth=depth + 1, show_in_menus=True, live=True)
        if 0 < len(parts) <= DEEPEST:
            for end in range(1, len(parts) + 1):
                last = Q(
                    depth=depth + end,
                    slug=parts[end - 1],
                    url_path__endswith=f"/{'/'.join(parts[:end])}/",
                )
                wanted |= last
            keys = Page.objects.filter(last).values("translation_key")
            wanted |= Q(translation_key__in=keys)
        pages = with_restrictions(Page.objects.filter(wanted))
        pages = pages.select_related("locale").defer(*UNSHOWN)
        return list(pages.order_by("path"))

    def _home(self) -> Page | None:
        """The front page in the language of the request, or else the site's first."""
        if not self.site:
            return None
        root, language = self.site.root_page, get_language()
        fronts = [p for p in self._pages if p.translation_key == root.translation_key]
        for page in fronts:
            if page.live and page.locale.language_code == language:
                return page
        return next((page for page in fronts if page == root), None)

    def _walk(self, parts: list[str]) -> list[Page]:
        way = [self.home]
        for part in parts:
            below = self._below(way[-1])
            depth = way[-1].depth + 1
            page = next((p for p in below if p.depth == depth and p.slug == part), None)
            if page is None:
                return []
            way.append(page)
        return way

    def _below(self, above: Page | None) -> Iterable[Page]:
        if above is None:
            return
        for page in self._pages:
            if page.path.startswith(above.path) and page.depth > above.depth:
                yield page


def frame_of(request: HttpRequest, path: str = "") -> Frame:
    """The frame of a request, made once; ``path`` is that of the page it asks for."""
    if not hasattr(request, "_frame"):
        request._frame = Frame(request, path)
        request._frame.lend_to(request)
    return request._frame


def find_page(request: HttpRequest, path: str) -> Page | None:
    """The page at ``path`` in its own class, with all that its template leans on.

    None when the address is no page's own; a page further up may still answer it.
    """
    frame = frame_of(request, path)
    if not frame.way or frame.way[-1].specific_class is None:
        return None
    found = frame.way[-1]
    model = found.specific_class
    page = as_served(model, request.user).filter(pk=found.pk).first()
    if page:
        page.way_down = [above for above in frame.way[:-1] if above.live]
        page.is_open = frame.is_open
        page.locale = found.locale
    return page


def as_served(model: type[Page], user) -> QuerySet:
    """Pages of a type with what their template leans on; plain ones have no more."""
    if served := getattr(model, "as_served", None):
        return served(user)
    return model._default_manager.all()


def _setting_models() -> list[type[BaseSiteSetting]]:
    return [model for model in registry if issubclass(model, BaseSiteSetting)]


def _accessor(model: type[BaseSiteSetting]) -> str:
    return model._meta.get_field("site").remote_field.get_accessor_name()


def _sites_with_settings():
    """All sites in Wagtail's order, their settings and front pages fetched along."""
    names, pages = ["root_page"], ["root_page"]
    for model in _setting_models():
        accessor = _accessor(model)
        names.append(accessor)
        for name in model.select_related or ():
            names.append(f"{accessor}__{name}")
            if issubclass(model._meta.get_field(name).related_model, Page):
                pages.append(names[-1])
    unshown = [f"{page}__{column}" for page in pages for column in UNSHOWN]
    sites = Site.objects.select_related(*names).defer(*unshown)
    return sites.order_by("-root_page__url_path", "-is_default_site", "hostname")
