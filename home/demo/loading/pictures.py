"""The demo's pictures: drawn, and kept as Wagtail images with alt texts and credit."""

from django.core.files.base import ContentFile

from wagtail.images.rect import Rect

from assets.models import CustomImage

from ..content import CAMPAIGNS, FILMS, HOMES, IDEAS, READING_LISTS, STORIES
from ..content import types as content
from ..drawing import draw_picture, draw_wordmark, film_still
from .bodies import Placed

CREDIT = "Tegnet til eksemplet"

# Where the sun of a campaign's world stands, as a part of the picture's width.
FOCUS = {campaign.hero.key: 0.74 for campaign in CAMPAIGNS}

# What each idea and list is about, in one picture; no two of a kind wear the same.
CARDS = {
    "idea": {
        "minecraft-borg": "klodsborg",
        "geocaching": "borg-plan",
        "forfatterforedrag": "bibliotek",
        "skattejagt": "skattekort",
        "gulvtidslinje": "korssting",
        "skriv-med-runer": "jellingsten",
        "stenens-tid-gaatur": "stendysse",
        "quizaften": "vikingeskib",
        "erindringscafe": "arkivaeske",
        "koekkenskuffen": "madam-blaa",
        "laes-grundloven": "oplaesning",
        "scan-albummet": "familiealbum",
        "lyt-sammen": "lys-i-vinduerne",
        "klassen-spoerger": "bindingsvaerk",
        "arter-om-biblioteket": "boegeskov",
        "froebibliotek": "eng",
        "natvandring": "flagermus",
        "laesetur": "havbund",
        "plantepresse": "herbarium",
    },
    "reading_list": {
        "fra-flint-til-faestning": "stendysse",
        "guder-og-vikinger": "vikingeskib",
        "de-gamle-fortaellinger": "korssting",
        "et-land-bliver-til": "landsbykirke",
        "barndom-og-erindring": "familiealbum",
        "ung-i-en-anden-tid": "vindmoelle",
        "naturen-i-litteraturen": "boegeskov",
        "ud-med-boern": "eng",
    },
}


def load_pictures(placed: Placed) -> None:
    """Draw the pictures that are missing, and say which entry wears which."""
    for picture in _pictures_of_texts():
        placed.pictures[picture.key] = _image(picture.key, picture.alt)
    for kind, entries in (("idea", IDEAS), ("reading_list", READING_LISTS)):
        for entry in entries:
            placed.pictures[kind, entry.key] = _image(CARDS[kind][entry.key])
    for film in FILMS:
        placed.pictures["film", film.key] = _keep(
            f"Film: {film.title}",
            film.alt,
            lambda film=film: film_still(film.key, film.cues),
            "jpg",
        )
    for partner in {p.name for campaign in CAMPAIGNS for p in campaign.partners}:
        placed.pictures["logo", partner] = _keep(
            f"Navnetræk: {partner}",
            partner,
            lambda partner=partner: draw_wordmark(partner),
            "png",
        )


def _pictures_of_texts() -> list[content.Picture]:
    heroes = [entry.hero for entry in (*CAMPAIGNS, *STORIES, *HOMES)]
    bodies = [
        block
        for entry in (*CAMPAIGNS, *STORIES, *HOMES)
        for block in content.walk(entry.body)
        if isinstance(block, content.Picture)
    ]
    return [*heroes, *bodies]


def _image(key: str, alt: str = "") -> CustomImage:
    title = key.replace("-", " ").capitalize()
    return _keep(title, alt, lambda: draw_picture(key), "jpg", FOCUS.get(key))


def _keep(
    title: str, alt: str, draw, extension: str, focus: float | None = None
) -> CustomImage:
    """Return the image of that title; drawn when there is none."""
    image = CustomImage.objects.filter(title=title).first()
    if image is None:
        name = f"{title.lower().replace(' ', '-').replace(':', '')}.{extension}"
        image = CustomImage(
            title=title,
            description=alt[:255],
            credit=CREDIT,
            file=ContentFile(draw(), name=name),
        )
        if focus:
            point = int(focus * image.width), image.height // 2
            image.set_focal_point(Rect.from_point(*point, 400, 400))
        image.save()
    return image
