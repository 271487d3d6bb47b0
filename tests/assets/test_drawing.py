"""The room where files are drawn, asked as the site asks it; no database."""

import base64
import io
import struct
import zipfile

import av
import pikepdf
import pytest
from PIL import Image, ImageCms
from reportlab.pdfgen.canvas import Canvas

from assets.drawing_jobs import run_jobs

from . import print_samples, samples, zip_samples


@pytest.fixture
def room(tmp_path):
    """Do jobs on a file's bytes; returns the answers and the folder of pictures."""

    def do(content: bytes, name: str, jobs: str = "cover,spec,more"):
        path = tmp_path / name
        path.write_bytes(content)
        extension = name.rpartition(".")[2]
        return run_jobs(jobs, path, extension, str(tmp_path), name)

    do.folder = tmp_path
    return do


def picture(folder, name="large") -> Image.Image:
    return Image.open(folder / f"{name}.webp").convert("RGB")


def test_every_page_of_a_pdf_is_drawn(room):
    room(print_samples.pdf(pages=3), "a.pdf", "spec,more")
    names = sorted(path.name for path in room.folder.glob("*-?.webp"))
    assert names == [
        f"{kind}-{n}.webp" for kind in ("page", "thumb") for n in (1, 2, 3)
    ]


def test_a_turned_page_is_measured_as_it_is_seen(room):
    out = io.BytesIO()
    canvas = Canvas(out, (200, 100))
    canvas.setPageRotation(90)
    canvas.showPage()
    canvas.save()
    cover = room(out.getvalue(), "a.pdf", "cover")["cover"]
    assert cover["width_mm"] > cover["height_mm"]
    assert cover["preview"] == [1600, 800]


def test_ai_with_a_pdf_inside_is_drawn(room):
    assert room(print_samples.pdf(), "a.ai")["cover"]["pages"] == 1


def test_the_colours_of_a_cmyk_tiff_are_those_of_its_profile(room):
    """A profile that says otherwise than the plain formula: here "Lab" in L*a*b*."""
    image = Image.new("RGB", (20, 20), (200, 30, 30))
    lab = ImageCms.profileToProfile(
        image,
        ImageCms.createProfile("sRGB"),
        ImageCms.createProfile("LAB"),
        outputMode="LAB",
    )
    out = io.BytesIO()
    profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("LAB")).tobytes()
    lab.save(out, "TIFF", icc_profile=profile)
    room(out.getvalue(), "a.tif")
    red, green, blue = picture(room.folder).getpixel((10, 10))
    assert abs(red - 200) < 12
    assert abs(green - 30) < 12
    assert abs(blue - 30) < 12


def psb(width=40, height=30) -> bytes:
    """A PSB of one colour without layers, packed in runs."""
    row = bytes([257 - width, 200])
    rows = [row] * (3 * height)
    return (
        b"8BPS\x00\x02" + bytes(6) + struct.pack(">HIIHH", 3, height, width, 8, 3)
        + struct.pack(">IIQ", 0, 0, 0) + struct.pack(">H", 1)
        + struct.pack(f">{len(rows)}I", *map(len, rows)) + b"".join(rows)
    )  # fmt: skip


def test_a_psb_is_drawn_without_its_layers(room):
    cover = room(psb(), "a.psb")["cover"]
    assert (cover["width"], cover["height"]) == (40, 30)
    assert abs(picture(room.folder).getpixel((5, 5))[0] - 200) < 6


def test_avif_is_drawn(room):
    assert room(samples.picture("AVIF"), "a.avif")["cover"]["width"] == 300


def test_an_animation_is_timed(room):
    out = io.BytesIO()
    frames = [Image.new("RGB", (20, 20), (60 * n, 0, 0)) for n in range(4)]
    frames[0].save(
        out, "GIF", save_all=True, append_images=frames[1:], duration=500, loop=0
    )
    assert room(out.getvalue(), "a.gif")["spec"]["animation_seconds"] == 2.0


def test_an_svg_is_drawn_without_script_and_without_the_network_or_the_disk(room):
    secret = room.folder / "hemmelig.png"
    Image.new("RGB", (10, 10), "red").save(secret)
    room(
        f"""<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 10 10"
        xmlns:xlink="http://www.w3.org/1999/xlink">
        <rect width="10" height="10" fill="#00f"/>
        <script>while (true) {{}}</script>
        <image xlink:href="{secret}" width="10" height="10"/>
        <image href="file://{secret}" width="10" height="10"/></svg>""".encode(),
        "a.svg",
    )
    red, _green, blue = picture(room.folder).getpixel((800, 800))
    assert blue > 200
    assert red < 60


def test_an_entity_bomb_in_an_svg_is_no_picture(room):
    entities = "".join(
        f'<!ENTITY e{n} "{f"&e{n - 1};" * 10}">' if n else '<!ENTITY e0 "lol">'
        for n in range(12)
    )
    bomb = f'<!DOCTYPE svg [{entities}]><svg xmlns="http://www.w3.org/2000/svg">&e11;</svg>'
    assert "cover" not in room(bomb.encode(), "a.svg")


def half_black(kind: str) -> bytes:
    image = Image.new("RGB", (60, 40), "white")
    image.paste("black", (0, 0, 30, 40))
    out = io.BytesIO()
    image.save(out, kind)
    return out.getvalue()


def jpeg() -> bytes:
    return half_black("JPEG")


def dos_eps() -> bytes:
    tiff = half_black("TIFF")
    text = b"%!PS-Adobe-3.0 EPSF-3.0\n"
    head = bytes.fromhex("c5d0d3c6") + struct.pack(
        "<IIIIII", 32, len(text), 0, 0, 32 + len(text), len(tiff)
    )
    return head.ljust(32, b"\xff") + text + tiff


def epsi() -> bytes:
    rows = b"\n".join(b"% " + b"80ff" * 30 for _row in range(40))
    return (
        b"%!PS-Adobe-3.0 EPSF-3.0\n%%BeginPreview: 60 40 8 40\n"
        + rows + b"\n%%EndPreview\n"
    )  # fmt: skip


def indd() -> bytes:
    image = base64.encodebytes(jpeg()).replace(b"\n", b"&#xA;")
    return (
        bytes.fromhex("0606edf5d81d46e5bd31efe7fe74b71d") + bytes(5000)
        + b"<xmpGImg:image>" + image + b"</xmpGImg:image>" + bytes(100)
    )  # fmt: skip


def docx(thumbnail: bytes | None = None) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("docProps/thumbnail.jpeg", thumbnail or jpeg())
    return out.getvalue()


@pytest.mark.parametrize(
    ("content", "name"),
    [(dos_eps(), "a.eps"), (epsi(), "b.eps"), (indd(), "a.indd"), (docx(), "a.docx")],
    ids=["dos-eps", "epsi", "indd", "docx"],
)
def test_the_picture_that_a_file_carries_is_shown(room, content, name):
    assert room(content, name)["cover"]["preview"] == [60, 40]


def test_an_empty_sheet_is_no_picture(room):
    empty = samples.picture("JPEG", size=(60, 40))
    assert room(docx(empty), "a.docx")["cover"] == {}


def test_a_picture_for_the_web_does_not_tell_where_it_was_taken(room):
    """Nor lies on its side, as the same notes would have it turned."""
    notes = Image.Exif()
    notes[0x0112] = 6
    notes.get_ifd(0x8825)[1] = "N"
    out = io.BytesIO()
    Image.new("RGB", (60, 40)).save(out, "JPEG", exif=notes)
    assert b"Exif" in out.getvalue()
    room(out.getvalue(), "a.jpg")
    for size in ("small", "large"):
        with Image.open(room.folder / f"{size}.webp") as drawn:
            assert (dict(drawn.getexif()), drawn.size) == ({}, (40, 60))


def test_what_carries_no_picture_is_no_error(room):
    assert room(b"%!PS-Adobe-3.0 EPSF-3.0\n" + bytes(50), "a.eps")["cover"] == {}


@pytest.mark.parametrize("kind", ["ttf", "woff", "woff2"])
def test_a_font_is_set_in_itself(room, kind):
    answers = room(samples.font(kind), f"a.{kind}")
    assert answers["spec"]["family"] == samples.FONTS[kind][0]
    assert answers["cover"]["preview"] == [1600, 1130]
    specimen = picture(room.folder, "large").convert("L")
    # The paper and the ink: the letters are there.
    assert specimen.getextrema()[0] < 60 < 230 < specimen.getextrema()[1]


def test_a_film_has_a_strip(room):
    answers = room(samples.film(frames=30), "a.mp4")
    assert picture(room.folder, "strip").size == (
        answers["more"]["strip"]["width"],
        answers["more"]["strip"]["height"],
    )


@pytest.mark.parametrize("has_sound", [True, False])
def test_a_film_tells_whether_it_has_sound(room, has_sound):
    answers = room(samples.film(has_sound=has_sound), "a.mp4")
    assert answers["more"]["has_sound"] is has_sound


def test_sound_is_drawn_as_it_swings(room):
    out = io.BytesIO()
    with av.open(out, "w", format="wav") as container:
        stream = container.add_stream("pcm_s16le", rate=8000, layout="mono")
        for n in range(10):
            frame = av.AudioFrame(format="s16", layout="mono", samples=800)
            loud = 20000 if n >= 5 else 0
            frame.planes[0].update(struct.pack("<800h", *[loud, -loud] * 400))
            frame.sample_rate = 8000
            container.mux(stream.encode(frame))
        container.mux(stream.encode())
    assert room(out.getvalue(), "a.wav")["cover"]["seconds"] == 1.0
    wave = Image.open(room.folder / "large.webp").convert("RGBA")
    quiet, loud = (
        sum(wave.getpixel((x, 40))[3] > 0 for x in range(start, start + 300))
        for start in (200, 1200)
    )
    assert quiet == 0
    assert loud > 100


SPECS = [
    (print_samples.pdf(), {"trim": [297, 420], "bleed_mm": 3, "pages": 1}),
    (print_samples.pdf(bleed=0), {"bleed_mm": 0}),
    (print_samples.pdf(), {"spaces": ["CMYK"]}),
    (print_samples.pdf(b"1 0 0 rg 0 0 9 9 re f"), {"spaces": ["RGB"]}),
    (
        print_samples.pdf(b"/Guld cs 1 scn 0 0 9 9 re f", resources=print_samples.SPOT),
        {"spots": ["PANTONE 871 C"]},
    ),
    (print_samples.with_picture(100, 25.4), {"dpi": 100}),
    (print_samples.with_picture(30, 2.54), {"dpi": 300}),
    (
        print_samples.pdf(
            b"BT /F 9 Tf (Hej) Tj ET", resources=print_samples.HELVETICA
        ),
        {"fonts_missing": ["Helvetica"]},
    ),
    (print_samples.pdf(b"BT /F 9 Tf ET", resources=print_samples.HELVETICA),
     {"fonts_missing": []}),
    (print_samples.pdf(b"/S gs 0 0 9 9 re f", resources=print_samples.FAINT),
     {"transparency": True}),
    (print_samples.pdf(claim="PDF/X-4"), {"pdfx": "PDF/X-4"}),
    (print_samples.locked(print_highres=False, print_lowres=False),
     {"encrypted": True, "print_restricted": True}),
    (print_samples.locked(extract=False),
     {"encrypted": True, "print_restricted": False}),
]  # fmt: skip


@pytest.mark.parametrize(("content", "facts"), SPECS, ids=range(len(SPECS)))
def test_what_a_printer_asks_is_measured(room, content, facts):
    spec = room(content, "a.pdf", "spec")["spec"]
    assert {name: spec[name] for name in facts} == facts


def test_a_pdf_that_draws_itself_comes_to_an_end(room):
    made = pikepdf.open(io.BytesIO(print_samples.pdf()))
    form = made.make_stream(b"/Fm Do /Fm Do")
    form.update(
        pikepdf.Dictionary(
            Type=pikepdf.Name.XObject, Subtype=pikepdf.Name.Form, BBox=[0, 0, 9, 9]
        )
    )
    form.Resources = pikepdf.Dictionary(XObject=pikepdf.Dictionary(Fm=form))
    made.pages[0].obj.Resources = form.Resources
    made.pages[0].obj.Contents = made.make_stream(b"/Fm Do")
    out = io.BytesIO()
    made.save(out)
    assert room(out.getvalue(), "a.pdf", "spec")["spec"]["pages"] == 1


def test_a_hostile_banner_is_not_unpacked(room):
    """What the rules are stands in test_zips.py."""
    content = zip_samples.banner(("../ond.js", ""))
    assert room(content, "a.zip", "more")["more"]["banner"]["trouble"] == "name"


def test_a_banner_is_unpacked_by_number(room):
    answers = room(print_samples.banner(), "a.zip")
    assert answers["cover"]["width"] == 300
    number = answers["more"]["banner"]["members"]["kode.js"]
    assert b"Kom ind" in (room.folder / f"member-{number}").read_bytes()


def test_a_zip_that_is_no_banner_is_left_alone(room):
    assert room(docx(), "a.zip") == {"cover": {}, "spec": {}, "more": {}}


def test_what_takes_too_much_memory_is_stopped(room):
    """680 MB when opened, and a bitmap as large that is only 25."""
    fine = samples.picture("TIFF", "1", (13_000, 13_000))
    assert "cover" in room(fine, "a.tif", "cover")
    out = io.BytesIO()
    image = Image.new("CMYK", (1000, 13_000)).resize((13_000, 13_000))
    image.save(out, "TIFF", compression="packbits")
    assert "cover" not in room(out.getvalue(), "b.tif", "cover")
