"""The drawing office: files that a printer and a screen can use."""

import re
from io import BytesIO

import av
import pikepdf
import pypdfium2
import pytest
from PIL import Image

from home.demo import content as demo
from home.demo.content import FILMS, PRODUCTIONS
from home.demo.content import types as content
from home.demo.drawing import (
    NATURE,
    PICTURES,
    RENAISSANCE,
    STONE_AGE,
    draw_file,
    draw_picture,
    draw_wordmark,
)
from home.demo.drawing.banners import SIZES, banner, gif_banner
from home.demo.drawing.bookmarks import RUNES
from home.demo.drawing.catalogue import BY_SCREEN, BY_SHEET, IN_ONE_SIZE, SHEETS
from home.demo.drawing.film_shots import FILMS as DRAWN_FILMS
from home.demo.drawing.posters import poster
from home.demo.drawing.press import MOST_INK, press_ink
from home.demo.drawing.sheets import A2, A4
from themes.looks.lettering import DISPLAY, TEXT, fitted, width_of, wrapped

MM = 72 / 25.4
FILES = [file for production in PRODUCTIONS for file in production.files]


def boxes_of(page: pypdfium2.PdfPage) -> dict[str, tuple[float, ...]]:
    """Width and height of the page's boxes in millimetres."""
    found = {
        "media": page.get_mediabox(),
        "trim": page.get_trimbox(),
        "bleed": page.get_bleedbox(),
    }
    return {
        name: (round((box[2] - box[0]) / MM, 1), round((box[3] - box[1]) / MM, 1))
        for name, box in found.items()
    }


class TestPoster:
    def test_for_the_press_has_bleed_marks_and_embedded_fonts(self):
        drawn = poster(A2, STONE_AGE, "Stenalder til Middelalder", "Historier")
        document = pypdfium2.PdfDocument(drawn)
        boxes = boxes_of(document[0])
        assert boxes["trim"] == (420, 594)
        assert boxes["bleed"] == (426, 600)
        assert boxes["media"] == (444, 618)
        assert document.get_metadata_dict()["Title"].startswith("Plakat: Stenalder")
        assert b"/FontFile2" in drawn
        assert b"/Lang (da-DK)" in drawn
        text = document[0].get_textpage().get_text_bounded()
        assert "Stenalder til" in " ".join(text.split())

    def test_for_the_press_is_in_four_inks_only(self):
        page = poster(A2, NATURE, "Vores natur")
        streams = uncompressed(page)
        assert re.search(rb"[\d.]+ [\d.]+ [\d.]+ [\d.]+ k\b", streams)
        assert not re.search(rb"[\d.]+ [\d.]+ [\d.]+ rg\b", streams)

    def test_to_print_oneself_has_no_bleed(self):
        drawn = poster(A4, RENAISSANCE, "Renæssance til nutid")
        boxes = boxes_of(pypdfium2.PdfDocument(drawn)[0])
        assert boxes["media"] == boxes["trim"] == (210, 297)

    def test_is_the_same_every_time(self):
        one, other = (poster(A4, NATURE, "Vores natur", "Gå ud") for _ in range(2))
        assert one == other


def uncompressed(drawn: bytes) -> bytes:
    """What the pages draw, as it is written before it is packed."""
    with pikepdf.open(BytesIO(drawn)) as document:
        return b"\n".join(page.Contents.read_bytes() for page in document.pages)


def test_inks_dry_and_white_is_paper():
    for colour in ("#2b1a12", "#000000", "#1746c7", "#a5290f", "#dfa032"):
        ink = press_ink(colour)
        assert sum((ink.cyan, ink.magenta, ink.yellow, ink.black)) <= MOST_INK
    white = press_ink("#ffffff")
    assert (white.cyan, white.magenta, white.yellow, white.black) == (0, 0, 0, 0)


@pytest.mark.parametrize("form", sorted(SIZES))
def test_a_banner_has_its_size(form):
    draw = gif_banner if form == "gif" else banner
    drawn = draw(form, RENAISSANCE, "Renæssance til nutid", "Historier om Danmark")
    with Image.open(BytesIO(drawn)) as image:
        assert image.size == SIZES[form]
        assert image.mode in ("RGB", "P")
        if form == "gif":
            assert image.format == "GIF"
            assert image.n_frames == 4
            assert "loop" not in image.info
            assert len(drawn) <= 150_000


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.filename)
def test_every_file_of_the_productions_can_be_drawn(file):
    known = {*BY_SCREEN, *BY_SHEET, *IN_ONE_SIZE, "handout", "film", "captions"}
    assert file.draw in known
    if file.draw in ("film", "captions"):
        assert file.params["film"] in DRAWN_FILMS
        return
    if file.draw in BY_SHEET:
        assert file.format in SHEETS
    drawn = draw_file(file.draw, file.format, file.params)
    kind = file.filename.rpartition(".")[2]
    begins = {
        "pdf": b"%PDF",
        "png": b"\x89PNG",
        "jpg": b"\xff\xd8",
        "gif": b"GIF8",
        "svg": b"<svg",
    }
    assert drawn.startswith(begins[kind])
    assert len(drawn) < 2_000_000
    if kind == "pdf":
        assert len(pypdfium2.PdfDocument(drawn)) >= 1


def test_the_floor_foil_is_six_metres():
    file = next(f for f in FILES if f.draw == "floor_foil")
    page = pypdfium2.PdfDocument(draw_file(file.draw, file.format, file.params))[0]
    assert boxes_of(page)["trim"] == (6000, 800)


def pictures_of_the_content() -> set[str]:
    """Every picture that a page of the demo asks for."""
    keys: set[str] = set()

    def look_in(thing: object) -> None:
        if isinstance(thing, content.Picture):
            keys.add(thing.key)
        elif isinstance(thing, tuple):
            for part in thing:
                look_in(part)
        elif hasattr(thing, "__dataclass_fields__"):
            for name in thing.__dataclass_fields__:
                look_in(getattr(thing, name))

    for name in ("CAMPAIGNS", "STORIES", "PAGES", "HOMES", "NEWS"):
        look_in(tuple(getattr(demo, name)))
    return keys


def test_every_picture_that_the_pages_ask_for_is_there():
    assert pictures_of_the_content() <= set(PICTURES)


@pytest.mark.parametrize("key", sorted(PICTURES))
def test_a_picture_is_drawn_and_stays_the_same(key):
    one, other = (draw_picture(key, (400, 300)) for _ in range(2))
    assert one == other
    with Image.open(BytesIO(one)) as image:
        assert image.size == (400, 300)
        # drawn, not blank: a good many tones
        assert len(image.convert("L").getcolors()) > 40


def test_a_partners_name_is_set_in_type():
    with Image.open(BytesIO(draw_wordmark("Nationalmuseet"))) as image:
        assert image.size == (900, 400)


def test_every_film_has_a_shot_for_each_caption_but_the_last():
    for film in FILMS:
        _, shots = DRAWN_FILMS[film.key]
        assert len(shots) == len(film.cues) - 1


def test_a_film_plays_and_is_small():
    film = FILMS[0]
    drawn = draw_file("film", "film-16-9", {"film": film.key})
    with av.open(BytesIO(drawn)) as played:
        stream = played.streams.video[0]
        assert stream.codec_context.name == "h264"
        assert (stream.width, stream.height) == (1280, 720)
        assert played.duration / 1_000_000 == pytest.approx(film.seconds, abs=0.2)
    assert len(drawn) < 3_000_000
    words = draw_file("captions", "", {"film": film.key}).decode()
    assert words.startswith("WEBVTT\n")
    assert words.count("-->") == len(film.cues)


class TestLettering:
    def test_breaks_at_spaces_and_at_soft_hyphens(self):
        word = "Middel\u00adalder"
        assert wrapped(word, DISPLAY, 10, 200) == ["Middelalder"]
        assert wrapped(word, DISPLAY, 10, 45) == ["Middel-", "alder"]
        assert wrapped("en to tre", TEXT, 10, 27) == ["en to", "tre"]

    def test_kerns(self):
        apart = width_of("A", DISPLAY, 100) + width_of("V", DISPLAY, 100)
        assert width_of("AV", DISPLAY, 100) < apart

    def test_does_not_leave_a_short_word_alone(self):
        size = fitted("Stenalder til Middelalder", DISPLAY, 280, 60, 3)
        assert wrapped("Stenalder til Middelalder", DISPLAY, size, 280) == [
            "Stenalder til",
            "Middelalder",
        ]


def test_there_are_sixteen_runes():
    assert len(RUNES) == 16
