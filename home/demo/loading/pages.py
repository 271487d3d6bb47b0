"""The demo pages: published once; what editors have changed since is left alone."""

from wagtail.models import Page

from campaigns.models import (
    CampaignPage,
    CampaignPartner,
    FilmPage,
    IdeaAsset,
    IdeaFilm,
    IdeaPage,
    IdeaReadingList,
    IdeaStep,
    Partner,
    ReadingListPage,
    ReadingListTitle,
    StoryPage,
)
from themes.models import Theme

from ..content import types as content
from .bodies import Placed, key_figure, see_also, stream


def add_page(parent: Page, page: Page, in_menu: bool = False) -> tuple[Page, bool]:
    """Return the page of that address below ``parent``, and whether it is new."""
    there = parent.get_children().filter(slug=page.slug).first()
    if there:
        return there.specific, False
    page.locale = parent.locale
    page.show_in_menus = in_menu
    parent.add_child(instance=page)
    page.save_revision().publish()
    return page, True


def publish(page: Page) -> None:
    page.save_revision().publish()


def load_campaign(
    index: Page, campaign: content.Campaign, theme: Theme, placed: Placed
) -> tuple[CampaignPage, bool]:
    """Make the campaign page without its body, which points to pages below it."""
    page, is_new = add_page(
        index,
        CampaignPage(
            title=theme.title,
            slug=campaign.slug,
            summary=campaign.summary,
            label=campaign.label,
            theme=theme,
            focus=campaign.focus,
            picture=placed.pictures.get(campaign.hero.key),
        ),
    )
    placed.pages["campaign", campaign.key] = page
    return page, is_new


def fill_campaign(
    page: CampaignPage, campaign: content.Campaign, placed: Placed
) -> None:
    """Give a new campaign page its body and the people around it."""
    page.body = stream(campaign.body, placed)
    page.figures = [("figure", key_figure(figure)) for figure in campaign.figures]
    page.partners = [_partner(partner, placed) for partner in campaign.partners]
    page.net_media = [
        {"type": "link", "value": see_also(place)} for place in campaign.net_media
    ]
    contact = campaign.contact
    about = f"{contact.organisation} ({contact.label})"
    page.contacts = [
        (
            "contact",
            {
                "name": contact.name,
                "about": about if contact.label else contact.organisation,
                "email": contact.email,
                "phone": contact.phone,
            },
        )
    ]
    publish(page)


def _partner(partner: content.Partner, placed: Placed) -> CampaignPartner:
    row, _created = Partner.objects.get_or_create(
        name=partner.name,
        defaults={
            "website": partner.address,
            "logo": placed.pictures.get(("logo", partner.name)),
        },
    )
    role = f"{partner.role} ({partner.label})" if partner.label else partner.role
    return CampaignPartner(partner=row, role=role[:120])


def load_story(parent: Page, story: content.Story, placed: Placed) -> None:
    placed.pages["story", story.key], _new = add_page(
        parent,
        StoryPage(
            title=story.title,
            slug=story.slug,
            summary=story.summary,
            picture=placed.pictures.get(story.hero.key),
            body=stream(story.body, placed),
        ),
    )


def load_film(parent: Page, film: content.Film, placed: Placed) -> None:
    placed.pages["film", film.key], _new = add_page(
        parent,
        FilmPage(
            title=film.title,
            slug=film.slug,
            summary=film.summary,
            label=film.label,
            asset=placed.assets[film.production],
            seconds=film.seconds,
            transcript=film.transcript,
            picture=placed.pictures.get(("film", film.key)),
        ),
    )


def load_reading_list(
    parent: Page, reading_list: content.ReadingList, placed: Placed
) -> None:
    page = ReadingListPage(
        title=reading_list.title,
        slug=reading_list.slug,
        summary=reading_list.summary,
        label=reading_list.label,
        audience=content.AUDIENCES[reading_list.audience],
        picture=placed.pictures.get(("reading_list", reading_list.key)),
    )
    page.titles = [
        ReadingListTitle(
            title=title.title,
            author=title.author,
            year=title.year,
            isbn=title.isbn or "",
            format=title.format,
            why=title.why[:250],
            audience=content.AUDIENCES[title.audience],
        )
        for title in reading_list.titles
    ]
    placed.pages["reading_list", reading_list.key], _new = add_page(parent, page)


def load_idea(parent: Page, idea: content.Idea, placed: Placed) -> None:
    page = IdeaPage(
        title=idea.title,
        slug=idea.slug,
        summary=idea.summary,
        label=idea.label,
        audience=idea.audience,
        staff_hours=idea.staff_hours,
        cost=idea.cost,
        lead_weeks=idea.lead_weeks,
        space=idea.space,
        partner_type=idea.partner,
        body=[{"type": "text", "value": idea.html}],
        picture=placed.pictures.get(("idea", idea.key)),
    )
    page.steps = [IdeaStep(text=step) for step in idea.steps]
    page.needed_assets = [
        IdeaAsset(asset=placed.assets[key])
        for key in idea.productions
        if key in placed.assets
    ]
    page.needed_films = [
        IdeaFilm(page=placed.pages["film", key])
        for key in idea.films
        if ("film", key) in placed.pages
    ]
    page.needed_lists = [
        IdeaReadingList(page=placed.pages["reading_list", key])
        for key in idea.reading_lists
        if ("reading_list", key) in placed.pages
    ]
    placed.pages["idea", idea.key], _new = add_page(parent, page)
