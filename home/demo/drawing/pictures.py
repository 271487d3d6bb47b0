"""The pictures of the pages, by the key that the content knows them by."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from random import Random

from themes.looks.lettering import BOLD, DISPLAY, LABEL, NARROW, Text, block, fitted
from themes.looks.palettes import Look

from .layout import world
from .looks import HOUSE, NATURE, RENAISSANCE, STONE_AGE
from .scenes import (
    albums,
    bats,
    button,
    castles,
    churches,
    desks,
    dolmens,
    drawers,
    forests,
    lecterns,
    maps,
    meadows,
    mills,
    mounds,
    papers,
    plants,
    radios,
    river,
    rune_stones,
    seas,
    shelves,
    ships,
    stoves,
    tapestries,
    towns,
    windows,
    worlds,
)
from .scenes.cuts import Scene
from .sheets import jpeg, picture, png

HERO = (2400, 1350)
LARGE = (1600, 1200)


@dataclass(frozen=True, slots=True)
class Drawing:
    """A scene in a campaign's colours; `sun` is its disc: the button is the page's."""

    look: Look
    cut: Callable[[Scene], None]
    size: tuple[int, int] = LARGE
    sun: str = "paper"


def _world(scene: Scene, look: Look, calm: float) -> None:
    w, h = scene.width, scene.height
    disc = (w * 0.7, h * (calm - 0.03), h * 0.25)
    scene.add(*world(look, w, h, calm, disc, disc=scene.sun))


PICTURES: dict[str, Drawing] = {
    # campaigns and front page
    "helt-stenalder": Drawing(
        STONE_AGE, partial(_world, look=STONE_AGE, calm=0.46), HERO
    ),
    "helt-renaessance": Drawing(
        RENAISSANCE, partial(worlds.sunlike_leaves, look=RENAISSANCE), HERO
    ),
    "helt-natur": Drawing(NATURE, partial(_world, look=NATURE, calm=0.4), HERO, "warm"),
    "den-store-knap": Drawing(HOUSE, button.pressed, HERO, "button"),
    # Stone Age to Middle Ages
    "strata-snit": Drawing(STONE_AGE, worlds.section),
    "dysse": Drawing(STONE_AGE, dolmens.cornfield),
    "dysse-snit": Drawing(STONE_AGE, mounds.mound_section),
    "jellingsten": Drawing(STONE_AGE, rune_stones.rune_stone, sun="warm"),
    "klodsborg": Drawing(STONE_AGE, castles.castle, sun="dusk"),
    "borg-plan": Drawing(STONE_AGE, papers.plan),
    "vikingeskib": Drawing(STONE_AGE, ships.ship, sun="warm"),
    "stendysse": Drawing(STONE_AGE, dolmens.dolmen),
    "korssting": Drawing(STONE_AGE, tapestries.tapestry),
    "skattekort": Drawing(STONE_AGE, maps.treasure_map, sun="button"),
    # Renaissance to our time
    "bogblade-vifte": Drawing(RENAISSANCE, worlds.leaves_with_things),
    "grundlov": Drawing(RENAISSANCE, papers.constitution),
    "koekkenskuffe": Drawing(RENAISSANCE, drawers.drawer),
    "madam-blaa": Drawing(RENAISSANCE, stoves.pot_on_stove),
    "radio": Drawing(RENAISSANCE, partial(radios.radio, evening=True), sun="button"),
    "bibliotek": Drawing(RENAISSANCE, shelves.books, sun="blush"),
    "landsbykirke": Drawing(RENAISSANCE, churches.church),
    "vindmoelle": Drawing(RENAISSANCE, mills.windmill, sun="blush"),
    "bindingsvaerk": Drawing(RENAISSANCE, towns.town),
    "lys-i-vinduerne": Drawing(RENAISSANCE, windows.windows),
    "familiealbum": Drawing(RENAISSANCE, albums.album),
    "oplaesning": Drawing(RENAISSANCE, lecterns.reading),
    "arkivaeske": Drawing(RENAISSANCE, desks.table, sun="ember"),
    # our nature
    "aa-med-sving": Drawing(NATURE, river.winding),
    "skjern-aa": Drawing(NATURE, river.valley_then_and_now),
    "aa-foer-og-efter": Drawing(NATURE, river.before_and_after),
    "multebaer": Drawing(NATURE, plants.plate),
    "herbarium": Drawing(NATURE, plants.herbarium),
    "boegeskov": Drawing(NATURE, forests.forest),
    "havbund": Drawing(NATURE, seas.seabed),
    "eng": Drawing(NATURE, meadows.meadow),
    "flagermus": Drawing(NATURE, bats.bats, sun="pale"),
}


def shapes_of(key: str, width: float, height: float) -> list:
    """A picture's shapes at any size: for a page, a film or a sheet."""
    drawing = PICTURES[key]
    chance = Random(key)  # noqa: S311 - a drawing, not a secret
    scene = Scene(width, height, chance, drawing.sun)
    drawing.cut(scene)
    return scene.shapes


def draw_picture(key: str, size: tuple[int, int] | None = None) -> bytes:
    """The picture of that key as JPEG."""
    drawing = PICTURES[key]
    width, height = size or drawing.size
    image = picture(shapes_of(key, width, height), width, height, drawing.look)
    return jpeg(image, 82)


WORDMARK_FACES = (DISPLAY, BOLD, LABEL, NARROW)


def draw_wordmark(name: str) -> bytes:
    """A partner's name set in type on white, 900 x 400: a name, no imitated logo."""
    width, height = 900, 400
    face = WORDMARK_FACES[sum(map(ord, name)) % len(WORDMARK_FACES)]
    size = fitted(name, face, width - 120, 118, 3)
    words = block(60, 0, name, width - 120, size, face, "#1b1c20", 1.02)
    moved = [
        Text(t.x, t.y + (height - words.height) / 2, t.words, t.font, t.size, t.fill)
        for t in words.shapes
    ]
    return png(picture(moved, width, height, HOUSE, grain=False), 16)
