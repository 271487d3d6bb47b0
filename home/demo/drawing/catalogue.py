"""What can be drawn for a production, by the name that the content calls it."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from ..content import FILMS, PRODUCTIONS, READING_LISTS
from . import banners, bookmarks, films, games, leaflets, marks, posters, timeline
from .looks import look_of
from .pictures import PICTURES, draw_picture
from .sheets import A2, A3_PRESS, A4, Format

Drawer = Callable[..., bytes]

# measures in millimetres: trimmed width and height, bleed
SHEETS = {
    "plakat-a2": A2,
    "plakat-a3": A3_PRESS,
    "plakat-a4": A4,
    "ark-a4": A4,
    "bogmaerke": Format(55, 200, 3),
    "gulvfolie": Format(6000, 800, 3),
    "rollup": Format(850, 2000, 3),
}
# drawn for a trimmed size, for a screen's size, always in one size
BY_SHEET: dict[str, Drawer] = {
    "poster": posters.poster,
    "roll_up": posters.roll_up,
    "bookmark": bookmarks.bookmark,
    "floor_foil": timeline.floor_foil,
}
BY_SCREEN: dict[str, Drawer] = {
    "banner": banners.banner,
    "gif_banner": banners.gif_banner,
}
IN_ONE_SIZE: dict[str, Drawer] = {
    "badge": posters.badge,
    "mark": marks.mark,
    "palette": posters.palette,
    "bookmark_sheet": bookmarks.bookmark_sheet,
    "treasure_hunt": games.treasure_hunt,
    "quiz_cards": games.quiz_cards,
    "programme": leaflets.programme,
}
_FILMS = {film.key: film for film in FILMS}
_READING_LISTS = {reading_list.key: reading_list for reading_list in READING_LISTS}


def draw_file(draw: str, form: str, params: dict) -> bytes:
    """The bytes of one file of a production: what to draw, its format, its words."""
    words = dict(params)
    if draw in ("film", "captions"):
        entry = _FILMS[words["film"]]
        if draw == "captions":
            return films.captions(entry.cues)
        return films.film(entry.key, form, entry.cues, entry.title)
    look = look_of(words.pop("motif"), words.pop("seed", None))
    if draw == "handout":
        return leaflets.handout(look, **_with_sections(words))
    if draw in BY_SHEET:
        return BY_SHEET[draw](SHEETS[form], look, **words)
    if draw in BY_SCREEN:
        return BY_SCREEN[draw](form, look, **words)
    return IN_ONE_SIZE[draw](look, **words)


def _with_sections(words: dict) -> dict:
    """Reading lists, questions or paragraphs as sections of a handout."""
    sections = [
        leaflets.Section(
            reading_list.title,
            tuple(
                leaflets.Entry(
                    title.title,
                    ", ".join(str(v) for v in (title.author, title.year) if v),
                    title.why,
                )
                for title in reading_list.titles
            ),
        )
        for reading_list in map(_READING_LISTS.get, words.pop("reading_lists", ()))
        if reading_list
    ]
    if cards := words.pop("cards", ()):
        entries = tuple(
            leaflets.Entry(f"{i}. {question}", answer)
            for i, (question, answer) in enumerate(cards, 1)
        )
        sections.append(leaflets.Section("", entries))
    for paragraph in words.pop("paragraphs", ()):
        head, _, text = " ".join(paragraph.split()).partition(": ")
        sections.append(leaflets.Section(head, (leaflets.Entry("", "", text),)))
    return {**words, "sections": tuple(sections)}


@dataclass(frozen=True, slots=True)
class Drawn:
    """A file that was drawn: its name and its size in bytes."""

    name: str
    size: int


def draw_all(folder: Path) -> list[Drawn]:
    """Draw every production and picture into a folder: to look at, and to time."""
    folder.mkdir(parents=True, exist_ok=True)
    drawn = []

    def keep(name: str, content: bytes) -> None:
        (folder / name).write_bytes(content)
        drawn.append(Drawn(name, len(content)))

    for key in PICTURES:
        keep(f"{key}.jpg", draw_picture(key))
    for production in PRODUCTIONS:
        for file in production.files:
            keep(file.filename, draw_file(file.draw, file.format, file.params))
    return drawn
