"""Files that were dropped in, each ending in its state; what they are is in corpus."""

import io

from wagtail.models import ModelLogEntry

import pytest
from PIL import Image, PngImagePlugin

from assets.ingest import CONTENT_TYPES
from assets.models import Asset, AssetFile, FileVersion, Upload
from assets.storages import private_storage
from tests.factories.assets import FormatFactory, make_file

from .. import print_samples, samples, zip_samples
from ..corpus import ACCEPTED, REFUSED, locked_pdf
from ..posts import new_asset, upload, upload_errors
from ..zip_samples import BANNERS
from .sending import begin, make_drop, pdf_bytes, rows

pytestmark = [pytest.mark.django_db, pytest.mark.one_database]
S = FileVersion.State


def verdict(action: str) -> ModelLogEntry:
    """What the audit log says of the one file."""
    return ModelLogEntry.objects.get(action=action)


@pytest.mark.parametrize("case", REFUSED)
def test_is_refused_with_a_reason(as_agency, agency, settled, case):
    make, name, words = REFUSED[case]
    content = make()
    begun = begin(as_agency, make_drop(agency), content, name)
    if begun.status_code != 201:
        assert begun.status_code == 422
        assert words in begun.json()["error"]
        assert not Upload.objects.exists()
        return
    version = settled(content, name)
    assert version.state == S.REJECTED
    assert words in version.reason
    assert version.file.current_version is None
    assert private_storage().stored_size(version.key) is None
    row = rows(as_agency)[0]
    assert (row["state"], row["notes"]) == (S.REJECTED, [version.reason])
    assert verdict("assets.file_rejected").data["reason"] == version.reason


@pytest.mark.parametrize("case", ACCEPTED)
def test_is_accepted_and_sent_as_nothing_but_a_download(settled, as_agency, case):
    make, name = ACCEPTED[case]
    content = make()
    version = settled(content, name)
    assert (version.state, version.reason) == (S.READY, "")
    answer = as_agency.get(version.get_absolute_url())
    assert b"".join(answer) == content
    assert answer["Content-Type"] == CONTENT_TYPES[name.rpartition(".")[2]]
    assert answer["Content-Disposition"].startswith("attachment")
    assert answer["X-Content-Type-Options"] == "nosniff"
    assert verdict("assets.file_accepted").data["file"] == version.filename


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


def test_what_a_program_wrote_for_want_of_words_is_not_taken(settled):
    pdf = pdf_bytes(author="anonymous", subject="unspecified")
    asset = settled(pdf, "Bogmærke.pdf").file.asset
    asset.refresh_from_db()
    assert (asset.description, asset.credit) == ("", "")


@pytest.mark.parametrize(
    ("bleed", "purpose"),
    [(3, "print_shop"), (0, "print_self")],
    ids=["with", "without"],
)
def test_a_pdf_with_a_bleed_is_for_the_printer(settled, bleed, purpose):
    file = settled(samples.pdf(bleed=bleed), "plakat.pdf").file
    file.refresh_from_db()
    assert file.purpose == purpose


def test_a_zip_that_is_a_banner_is_filed_as_one(settled):
    asset = settled(print_samples.banner(), "banner.zip").file.asset
    asset.refresh_from_db()
    assert (asset.kind, asset.files.get().purpose) == ("banner", "screen")


def test_a_banner_in_a_graphic_package_stays_there(settled):
    content = print_samples.banner()
    asset = settled(content, "banner.zip", kind="graphic_package").file.asset
    asset.refresh_from_db()
    assert asset.kind == "graphic_package"


def test_a_packet_with_entities_is_not_read(settled):
    bomb = b'<x:xmpmeta><!ENTITY a "b"><x>&a;</x></x:xmpmeta>'
    info = PngImagePlugin.PngInfo()
    info.add_itxt("XML:com.adobe.xmp", bomb.decode())
    buffer = io.BytesIO()
    Image.new("RGB", (4, 4)).save(buffer, "PNG", pnginfo=info)
    version = settled(buffer.getvalue(), "p.png")
    assert version.state == S.READY
