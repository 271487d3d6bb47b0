"""The looks: contrast that always holds, motifs that never change for a seed."""

from xml.etree import ElementTree

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from themes.looks import (
    MOTIFS,
    PATTERN_BYTES,
    Look,
    dark_palette,
    draw,
    light_palette,
    pattern_svg,
    stylesheet,
    swatches,
)
from themes.looks.colours import contrast, parse, readable, text_on
from themes.looks.contrasts import contrasts
from themes.looks.lettering import SOFT_HYPHEN, breakable
from themes.looks.logos import Plate, plate_colour, plate_for
from themes.looks.pdf import to_image
from themes.looks.suggestions import suggested_colours

LOOK = Look("#dfa032", "#2b1a12", "#a5290f", "strata", 5)
COLOURS = st.integers(0, 0xFFFFFF).map(lambda number: f"#{number:06x}")
LOOKS = st.builds(Look, COLOURS, COLOURS, COLOURS)

# foreground, its grounds, the least contrast WCAG asks for
TEXT = [
    ("on_ground", ["ground"]),
    ("on_ground_soft", ["ground"]),
    ("on_ground_button", ["ground_button"]),
    ("on_paper", ["paper"]),
    ("on_paper_soft", ["paper", "wash"]),
    ("on_wash", ["wash"]),
    ("ink", ["paper", "wash"]),
    ("link", ["paper", "wash"]),
    ("on_button", ["button", "button_press"]),
]
GRAPHICS = [
    ("button", ["paper", "wash"]),
    ("ground_button", ["ground"]),
    ("line", ["paper", "wash"]),
    ("focus", ["paper", "wash"]),
    ("ground_focus", ["ground"]),
]


def test_contrast_is_wcags():
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.01)
    assert contrast("#123456", "#123456") == pytest.approx(1)


@pytest.mark.parametrize("colour", ["#fff", "red", "#12345g", ""])
def test_a_colour_is_six_digits(colour):
    with pytest.raises(ValueError, match=r".+"):
        parse(colour)
    with pytest.raises(ValueError, match=r".+"):
        Look("#ffffff", "#000000", colour)


@settings(max_examples=60, deadline=None)
@given(COLOURS, COLOURS)
def test_a_colour_is_moved_until_it_can_be_read(colour, ground):
    assert contrast(readable(colour, ground), ground) >= 4.5
    assert contrast(text_on(ground), ground) >= 4.5


@settings(max_examples=80, deadline=None)
@given(LOOKS, st.sampled_from([light_palette, dark_palette]))
def test_contrast_holds_for_whatever_an_editor_picks(look, palette_of):
    palette = palette_of(look)
    for pairs, least in ((TEXT, 4.5), (GRAPHICS, 3)):
        for name, grounds in pairs:
            for ground in grounds:
                ratio = contrast(getattr(palette, name), getattr(palette, ground))
                assert ratio >= least, (name, ground, ratio)


@settings(max_examples=40, deadline=None)
@given(st.lists(st.tuples(COLOURS, st.floats(0.05, 1)), min_size=1, max_size=8))
def test_colours_of_any_logo_make_a_look_that_can_be_seen(colours):
    look = Look(**suggested_colours(colours))
    assert all(one.is_enough for one in contrasts(look))


@settings(max_examples=60, deadline=None)
@given(COLOURS, COLOURS)
def test_a_logo_is_seen_on_its_ground_or_on_a_plate(colour, ground):
    plate = plate_for([(colour, 1.0)], ground)
    behind = ground if plate is Plate.NONE else plate_colour(plate)
    assert contrast(colour, behind) >= 3


def test_a_long_title_is_parted_as_danish_parts_it():
    assert breakable("planlægningsperiode i Æbeltoft").split(SOFT_HYPHEN) == [
        "plan",
        "læg",
        "nings",
        "periode i Æbeltoft",
    ]


def test_the_dark_palette_is_a_dark_room():
    night = dark_palette(LOOK)
    assert contrast(night.paper, "#000000") < 2
    assert contrast(night.on_paper, night.paper) > 7


def test_the_stylesheet_is_custom_properties_by_day_and_by_night():
    css = stylesheet(LOOK, ".theme-5", "/a.svg", "/b.svg")
    day, night = css.split("@media screen and (prefers-color-scheme: dark)")
    for part in (day, night):
        assert part.count(".theme-5 {") == 1
        assert "--theme-on-ground:" in part
    assert 'url("/a.svg")' in day
    assert 'url("/b.svg")' in night
    assert "--theme-pattern" not in stylesheet(LOOK, "x")


@pytest.mark.parametrize("motif", MOTIFS)
class TestMotif:
    def look(self, motif: str, seed: int = 3) -> Look:
        return Look(LOOK.ground, LOOK.ink, LOOK.button, motif, seed)

    def test_is_the_same_for_its_seed_and_another_for_another(self, motif):
        first = draw(self.look(motif), 800, 500)
        assert repr(first) == repr(draw(self.look(motif), 800, 500))
        assert repr(first) != repr(draw(self.look(motif, 4), 800, 500))

    @pytest.mark.parametrize("size", [(728, 90), (160, 600), (6000, 800), (55, 200)])
    def test_fits_any_proportion(self, motif, size):
        assert len(draw(self.look(motif), *size)) > 3
        assert draw(self.look(motif), *size, calm=0.5)

    @pytest.mark.parametrize("dark", [False, True])
    def test_is_a_small_and_valid_svg(self, motif, dark):
        svg = pattern_svg(self.look(motif), 1600, 900, dark=dark)
        assert len(svg.encode()) <= PATTERN_BYTES
        root = ElementTree.fromstring(svg)  # noqa: S314 - our own drawing
        assert root.get("aria-hidden") == "true"
        assert "style" not in svg


# of a weave, the warp hangs where nothing is woven yet
@pytest.mark.parametrize("motif", sorted(set(MOTIFS) - {"weave"}))
def test_a_motif_leaves_its_calm_part_plain(motif):
    look = Look(LOOK.ground, LOOK.ink, LOOK.button, motif, 3)
    shapes = draw(look, 400, 400, calm=0.6)
    image = to_image(shapes, 400, 400, swatches(look))
    ground = tuple(round(channel * 255) for channel in parse(look.ground))
    assert image.size == (400, 400)
    sky = image.crop((0, 0, 400, 80)).getcolors(maxcolors=100_000)
    assert sky == [(400 * 80, ground)]
