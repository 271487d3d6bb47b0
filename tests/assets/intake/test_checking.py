"""The corpus: broken, huge, mislabelled and hostile files each end in their state."""

import io
import struct
import zipfile
import zlib

import pytest
from PIL import Image, PngImagePlugin
from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.pdfgen.canvas import Canvas

from assets.models import Asset, AssetFile, FileVersion
from assets.storages import private_storage
from tests.factories.assets import FormatFactory, make_file
from tests.factories.images import png_bytes

from .. import zip_samples
from ..posts import new_asset, upload, upload_errors
from ..zip_samples import BANNERS
from .sending import make_drop, pdf_bytes, rows

pytestmark = pytest.mark.django_db
S = FileVersion.State
HTML = b"<!doctype html><script>alert(1)</script>"


def locked_pdf(**encryption) -> bytes:
    buffer = io.BytesIO()
    canvas = Canvas(buffer, encrypt=StandardEncryption(**encryption))
    canvas.drawString(100, 700, "Stenalderen")
    canvas.save()
    return buffer.getvalue()


def picture(form: str, size=(40, 30), **how) -> bytes:
    buffer = io.BytesIO()
    Image.effect_noise(size, 60).convert("RGB").save(buffer, form, **how)
    return buffer.getvalue()


def chunk(kind: bytes, data: bytes) -> bytes:
    body = kind + data
    return struct.pack("!I", len(data)) + body + struct.pack("!I", zlib.crc32(body))


def huge_png(side: int) -> bytes:
    """A PNG whose header claims ``side`` by ``side`` pixels of one bit."""
    header = struct.pack("!IIBBBBB", side, side, 1, 0, 0, 0, 0)
    rows = zlib.compress(bytes((side // 8 + 1) * 16))
    return (
        b"\x89PNG\r\n\x1a\n"
        + chunk(b"IHDR", header)
        + chunk(b"IDAT", rows)
        + chunk(b"IEND", b"")
    )


def endless_apng() -> bytes:
    png = png_bytes()
    # After the header, which has 25 bytes behind the signature.
    return png[:33] + chunk(b"acTL", struct.pack("!II", 65_535, 0)) + png[33:]


def long_gif() -> bytes:
    frame = b"\x2c\0\0\0\0\x01\0\x01\0\0\x02\x02\x44\x01\0"
    head = b"GIF89a\x01\0\x01\0\x80\0\0\0\0\0\xff\xff\xff"
    return head + frame * 10_000 + b";"


def flat_gif() -> bytes:
    return b"GIF89a\0\0\x10\0\x80\0\0\0\0\0\xff\xff\xff;"


def packed(**flags) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        archive.writestr("plakat.pdf", pdf_bytes())
    data = bytearray(buffer.getvalue())
    if flags.get("encrypted"):
        data[6] |= 1
        data[data.rfind(b"PK\x01\x02") + 8] |= 1
    return bytes(data)


REFUSED = {
    "PDF cut in two": (pdf_bytes()[:300], "p.pdf", "kan ikke læses"),
    "PDF of noise": (b"%PDF-1.7\n" + bytes(range(256)) * 40, "p.pdf", "ikke læses"),
    "PDF with a password": (locked_pdf(userPassword="a"), "p.pdf", "adgangskode"),
    "cut PNG": (picture("PNG")[:900], "p.png", "kan ikke læses"),
    "cut JPEG": (picture("JPEG")[:900], "p.jpg", "kan ikke læses"),
    "PNG of 2.5 billion pixels": (huge_png(50_000), "p.png", "flere pixel"),
    "APNG of 65,535 frames": (endless_apng(), "p.png", "for mange billeder"),
    "GIF of 10,000 frames": (long_gif(), "p.gif", "for mange billeder"),
    "GIF without width": (flat_gif(), "p.gif", "kan ikke læses"),
    "GIF that is a header": (b"GIF89a" + b"\x01\0\x01\0", "p.gif", "kan ikke læses"),
    "program named .pdf": (b"MZ\x90\0" + bytes(99), "p.pdf", "noget andet"),
    "page named .pdf": (HTML, "p.pdf", "noget andet"),
    "drawing named .pdf": (b"<svg xmlns=''/>", "p.pdf", "noget andet"),
    "PDF named .png": (pdf_bytes(), "p.png", "noget andet (pdf)"),
    "page named .txt": (HTML, "p.txt", "noget andet"),
    "ZIP of noise": (b"PK\x03\x04" + bytes(200), "p.zip", "kan ikke læses"),
    "locked ZIP": (packed(encrypted=True), "p.zip", "“plakat.pdf” i zip-filen er låst"),
    "cut ZIP": (packed()[:-30], "p.zip", "kan ikke læses"),
    "film of noise": (b"\0\0\0\x18ftypmp42" + bytes(999), "f.mp4", "kan ikke læses"),
}

ACCEPTED = {
    "PDF": (pdf_bytes(), "p.pdf"),
    "PDF + page": (pdf_bytes() + HTML, "p.pdf"),
    "GIF + script": (picture("GIF") + b"/*<script>*/", "p.gif"),
    "JPEG + program text": (picture("JPEG") + b"<?php echo 1;", "p.jpg"),
    "PNG + zip": (png_bytes() + packed(), "p.png"),
    "PNG of 121 million pixels": (huge_png(11_000), "p.png"),
    "ZIP": (packed(), "p.zip"),
    "drawing with script": (
        b"<svg xmlns='http://www.w3.org/2000/svg'><script/></svg>",
        "p.svg",
    ),
    "text": ("Stenalder på øer".encode(), "t.txt"),
}


@pytest.mark.parametrize("case", REFUSED)
def test_is_refused_with_a_reason(settled, as_agency, case):
    content, name, words = REFUSED[case]
    version = settled(content, name)
    assert version.state == S.REJECTED
    assert words in version.reason
    assert version.file.current_version is None
    assert private_storage().stored_size(version.key) is None
    row = rows(as_agency)[0]
    assert (row["state"], row["notes"]) == (S.REJECTED, [version.reason])


@pytest.mark.parametrize("case", ACCEPTED)
def test_is_accepted(settled, case):
    version = settled(*ACCEPTED[case])
    assert (version.state, version.reason) == (S.READY, "")


def test_a_pdf_that_only_restricts_printing_is_accepted_and_flagged(settled, as_agency):
    settled(locked_pdf(userPassword="", ownerPassword="x", canPrint=0), "p.pdf")
    row = rows(as_agency)[0]
    assert row["state"] == S.READY
    assert "låst for udskrift" in row["notes"][0]


def test_one_bad_file_does_not_stop_the_others(settled, agency):
    drop = make_drop(agency)
    contents = [pdf_bytes(str(n)) for n in range(4)]
    contents[1] = contents[1][:300]
    states = [settled(content, "p.pdf", drop=drop).state for content in contents]
    assert states == [S.READY, S.REJECTED, S.READY, S.READY]


def test_nobody_fetches_what_was_refused(settled, as_editor):
    version = settled(pdf_bytes()[:300], "p.pdf")
    assert as_editor.get(version.get_absolute_url()).status_code == 404
    assert as_editor.get(version.file.get_absolute_url()).status_code == 404


@pytest.mark.parametrize("case", ["2 GB out of 50 kB", "upwards", "no page"])
def test_a_hostile_banner_ends_refused(either_storage, settled, case):
    content, _code, _entry = BANNERS[case]
    version = settled(content(), "b.zip", kind=Asset.Kind.BANNER)
    assert version.state == S.REJECTED
    assert "zip" in version.reason
    assert private_storage().stored_size(version.key) is None


def test_a_zip_on_a_format_of_screens_must_be_a_banner(settled, as_editor, editor):
    form = FormatFactory(slug="b", medium="screen", width_mm=None, height_mm=None)
    old = make_file(zip_samples.banner(), "b.zip", kind="graphic_package")
    AssetFile.objects.update(format=form)
    drop = make_drop(editor, asset=old.asset)
    content = zip_samples.packed(("a.js", ""))
    version = settled(content, "b.zip", as_editor, editor, drop=drop)
    assert "index.html" in version.reason


def test_a_hostile_banner_is_refused_in_the_form_too(as_editor):
    kind = {"kind": Asset.Kind.BANNER, "alt_text": "Et banner"}
    content = zip_samples.packed(("a.js", ""))
    answer = as_editor.post(
        "/admin/assets/new/", new_asset(upload(content, "b.zip"), **kind)
    )
    assert "index.html øverst" in upload_errors(answer)
    fine = new_asset(upload(zip_samples.banner(), "b.zip"), **kind)
    assert as_editor.post("/admin/assets/new/", fine).status_code == 302


def jpeg_with_words() -> bytes:
    image = Image.new("RGB", (40, 30))
    exif = Image.Exif()
    exif[270], exif[33432] = "Kvinder ved ilden", "Nationalmuseet"
    buffer = io.BytesIO()
    xmp = (
        '<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/'
        '1999/02/22-rdf-syntax-ns#"><rdf:Description xmlns:dc="http://purl.org/dc/'
        'elements/1.1/" xmlns:Iptc4xmpCore="http://iptc.org/std/Iptc4xmpCore/1.0/'
        'xmlns/"><dc:title><rdf:Alt><rdf:li>Ved bålet</rdf:li></rdf:Alt></dc:title>'
        "<dc:subject><rdf:Bag><rdf:li>bål</rdf:li><rdf:li>stenalder</rdf:li></rdf:Bag>"
        "</dc:subject><Iptc4xmpCore:AltTextAccessibility><rdf:Alt><rdf:li>Fire kvinder"
        "</rdf:li></rdf:Alt></Iptc4xmpCore:AltTextAccessibility></rdf:Description>"
        "</rdf:RDF></x:xmpmeta>"
    )
    image.save(buffer, "JPEG", exif=exif, xmp=xmp.encode())
    return buffer.getvalue()


def test_what_the_file_says_fills_empty_fields(settled):
    asset = settled(jpeg_with_words(), "IMG_4711.jpg").file.asset
    asset.refresh_from_db()
    assert asset.title == "Ved bålet"
    assert asset.description == "Kvinder ved ilden"
    assert asset.credit == "Nationalmuseet"
    assert asset.alt_text == "Fire kvinder"
    assert {tag.name for tag in asset.tags.all()} == {"bål", "stenalder"}


def test_what_the_editor_wrote_is_kept(settled):
    asset = settled(jpeg_with_words(), "b.jpg", credit="Os", tags="vores").file.asset
    asset.refresh_from_db()
    assert asset.credit == "Os"
    assert [tag.name for tag in asset.tags.all()] == ["vores"]


def test_a_title_that_a_program_made_up_is_not_taken(settled):
    pdf = pdf_bytes(title="Microsoft Word - udkast.docx", author="Bo")
    asset = settled(pdf, "Bogmærke.pdf").file.asset
    asset.refresh_from_db()
    assert (asset.title, asset.credit) == ("Bogmærke", "Bo")


def test_a_packet_with_entities_is_not_read(settled):
    bomb = b'<x:xmpmeta><!ENTITY a "b"><x>&a;</x></x:xmpmeta>'
    info = PngImagePlugin.PngInfo()
    info.add_itxt("XML:com.adobe.xmp", bomb.decode())
    buffer = io.BytesIO()
    Image.new("RGB", (4, 4)).save(buffer, "PNG", pnginfo=info)
    version = settled(buffer.getvalue(), "p.png")
    assert version.state == S.READY
