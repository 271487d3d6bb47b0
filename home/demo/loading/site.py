"""The demo pages outside the campaigns: front page, catalogues, news, settings."""

from wagtail.models import Locale, Page, Site

from campaigns.models import (
    CampaignIndexPage,
    FilmIndexPage,
    IdeaIndexPage,
    ReadingListIndexPage,
)
from home.models import (
    HomePage,
    MaterialsPage,
    NewsIndexPage,
    NewsPage,
    SiteSettings,
    StandardPage,
)

from ..content import types as content
from ..content.site import SETTINGS
from .bodies import Placed, stream
from .pages import add_page, publish

# In the order of the menu: model, title, address, summary.
CATALOGUES = {
    "da": [
        (
            CampaignIndexPage,
            "Kampagner",
            "kampagner",
            "Ét tema ad gangen, i hele landet. Se det, der kører nu, og det, der var.",
        ),
        (
            IdeaIndexPage,
            "Ideer",
            "ideer",
            "Hvad kan I nå med to timer og ingen penge? Find en idé, der passer til "
            "jeres tid, plads og gæster.",
        ),
        (
            ReadingListIndexPage,
            "Læselister",
            "laeselister",
            "Bøger til temaerne, hver med én linje om, hvorfor den er værd at låne.",
        ),
        (FilmIndexPage, "Film", "film", "Korte film til skærmen, salen og sofaen."),
        (
            MaterialsPage,
            "Materialer",
            "materialer",
            "Plakater, bannere og film, klar til brug. Vælg, hvad de skal bruges til.",
        ),
    ],
    "en": [
        (
            CampaignIndexPage,
            "Campaigns",
            "campaigns",
            "One theme at a time, all over the country.",
        ),
        (
            MaterialsPage,
            "Materials",
            "materials",
            "Posters, banners and films, ready to use. Most of the words are Danish.",
        ),
    ],
}


def danish_home() -> HomePage:
    return Site.objects.get(is_default_site=True).root_page.specific


def english_home() -> HomePage:
    """The English front page, beside the Danish one and its translation."""
    danish = danish_home()
    locale, _created = Locale.objects.get_or_create(language_code="en")
    english = danish.get_translation_or_none(locale)
    if english is None:
        english = danish.copy_for_translation(locale)
        # Its own words come later; the Danish ones must not stand in for them.
        english.body = []
        english.save()
    return english


def load_catalogues(home: Page, placed: Placed) -> dict[type, Page]:
    """Make the index pages of a language; returns them by model."""
    pages = {}
    for model, title, slug, summary in CATALOGUES[home.locale.language_code]:
        page, _new = add_page(
            home, model(title=title, slug=slug, summary=summary), in_menu=True
        )
        pages[model] = placed.pages[f"/{slug}/", ""] = page
    return pages


def fill_home(home: HomePage, text: content.Home, placed: Placed) -> None:
    """Give a front page its words, unless somebody already has."""
    if home.body:
        return
    home.title = text.title
    home.lead = text.lead
    home.summary = text.seo_description
    home.picture = placed.pictures.get(text.hero.key)
    home.body = stream(text.body, placed)
    publish(home)


def load_pages(home: Page, texts: list[content.SitePage], placed: Placed) -> None:
    """Make the plain pages of a language, then give the new ones their bodies.

    Two rounds, since they point to each other.
    """
    new = []
    for text in texts:
        parent = placed.pages["page", text.parent] if text.parent else home
        in_menu = text.key in ("om", "about", "for-partnere", "for-partners")
        page = StandardPage(
            title=text.title,
            slug=text.slug,
            summary=text.summary,
            picture=placed.pictures.get(text.picture),
        )
        if original := placed.pages.get(("page", text.translation_of)):
            page.translation_key = original.translation_key
        page, is_new = add_page(parent, page, in_menu)
        placed.pages["page", text.key] = page
        if is_new:
            new.append((page, text))
    for page, text in new:
        page.body = stream(text.body, placed)
        publish(page)


def load_news(home: Page, items: tuple[content.NewsItem, ...], placed: Placed) -> None:
    index, _new = add_page(
        home,
        NewsIndexPage(
            title="Nyheder",
            slug="nyheder",
            summary="Hvad der sker i temasamarbejdet.",
        ),
    )
    for item in items:
        add_page(
            index,
            NewsPage(
                title=item.title,
                slug=item.slug,
                date=item.date,
                label=content.EXAMPLE,
                summary=item.summary,
                body=stream(item.body, placed),
            ),
        )


def load_settings(placed: Placed) -> None:
    """Fill in the site's own facts where nobody has."""
    site = Site.objects.get(is_default_site=True)
    settings = SiteSettings.for_site(site)
    if settings.footer_text:
        return
    settings.organisation = SETTINGS.organisation
    settings.footer_text = SETTINGS.footer_text
    settings.email = SETTINGS.email
    settings.phone = SETTINGS.phone
    settings.address = SETTINGS.address
    settings.accessibility_page = placed.pages["page", "tilgaengelighed"]
    settings.privacy_page = placed.pages["page", "privatliv"]
    settings.save()
