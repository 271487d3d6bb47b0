"""What a file is judged to be, as the asset's page and its form say it."""

from io import BytesIO

import pytest
from PIL import Image

from assets.models import AssetFile, FileVersion, PreflightOverride
from assets.preflight.rules import failed_rules
from assets.tasks import draw_preview
from tests.factories.assets import (
    AssetFactory,
    AssetFileFactory,
    FormatFactory,
    add_version,
)

from . import print_samples, samples
from .posts import changed_asset, edit_url

pytestmark = [pytest.mark.django_db, pytest.mark.one_database]

BAD = print_samples.pdf(b"1 0 0 rg 0 0 9 9 re f", bleed=0)


def filed(content: bytes, name: str = "plakat.pdf", **kwargs) -> FileVersion:
    """A drawn and measured version; for the printer unless told."""
    kind = kwargs.pop("kind", "print")
    asset = AssetFactory(kind=kind, alt_text=kwargs.pop("alt_text", "En plakat"))
    kwargs = {"purpose": AssetFile.Purpose.PRINT_SHOP, **kwargs}
    version = add_version(AssetFileFactory(asset=asset, **kwargs), content, name)
    draw_preview.call(version.pk)
    return FileVersion.objects.select_related("file__asset").get(pk=version.pk)


def a3(**fields):
    form = FormatFactory(bleed_mm=3)
    for name, value in fields.items():
        setattr(form, name, value)
    form.save()
    return form


def test_what_holds_every_rule_is_print_ready():
    version = filed(print_samples.pdf(), format=a3())
    assert (failed_rules(version), version.print_ready) == ([], True)


RULES = [
    (print_samples.pdf(bleed=0), "Beskæring mangler: 3 mm ønskes, filen har 0 mm."),
    (
        print_samples.pdf(trim=(210, 297)),
        "Målet passer ikke: Plakat A3 er 297 × 420 mm, filen er 210 × 297 mm.",
    ),
    (
        print_samples.pdf(b"1 0 0 rg 0 0 9 9 re f"),
        "Der er RGB-farver i filen. Trykkeriet skal have CMYK eller spotfarver.",
    ),
    (
        print_samples.with_picture(50, 25.4),
        "Et billede er for groft: 200 dpi ønskes, det laveste er 50.",
    ),
    (
        print_samples.pdf(b"BT /F 9 Tf (Hej) Tj ET", resources=print_samples.HELVETICA),
        "Skrifter er ikke lagt ind i filen: Helvetica.",
    ),
    (
        print_samples.pdf(
            b"/S gs 0 0 9 9 re f", resources=print_samples.FAINT, claim="PDF/X-1:2001"
        ),
        "Filen siger, at den er PDF/X-1:2001, men den har gennemsigtighed.",
    ),
    (
        print_samples.locked(print_highres=False, print_lowres=False),
        "Filen er låst, så den ikke må udskrives. Gem den uden begrænsninger.",
    ),
]


@pytest.mark.parametrize(("content", "rule"), RULES, ids=range(len(RULES)))
def test_a_rule_that_fails_is_said_in_words(content, rule):
    version = filed(content, format=a3())
    assert (failed_rules(version), version.print_ready) == ([rule], False)


def test_a_sheet_on_its_side_is_the_same_format():
    assert failed_rules(filed(print_samples.pdf(trim=(420, 297)), format=a3())) == []


def test_what_is_not_for_the_printer_is_not_judged():
    version = filed(BAD, purpose=AssetFile.Purpose.PRINT_SELF)
    assert (failed_rules(version), version.print_ready) == ([], None)


def test_a_picture_for_the_printer_is_judged_by_its_size_in_mm():
    content = samples.picture("TIFF", "CMYK", (1169, 1654))
    version = filed(content, "plakat.tif", format=a3())
    assert failed_rules(version) == [
        "Et billede er for groft: 200 dpi ønskes, det laveste er 100."
    ]


def test_another_format_is_another_verdict():
    version = filed(print_samples.pdf(), format=a3())
    form = version.file.format
    form.bleed_mm = 5
    form.save()
    version.refresh_from_db()
    assert version.print_ready is False


def gif(seconds: int) -> bytes:
    out = BytesIO()
    frames = [Image.new("RGB", (300, 250), (90 * n, 0, 0)) for n in range(2)]
    frames[0].save(
        out, "GIF", save_all=True, append_images=frames[1:], duration=seconds * 500
    )
    return out.getvalue()


def test_a_banner_is_held_against_its_format():
    form = FormatFactory(
        name="Opslag", slug="opslag", width_mm=None, height_mm=None,
        width_px=300, height_px=300, max_kb=1, max_seconds=15,
    )  # fmt: skip
    content = gif(30) + bytes(2000)
    version = filed(
        content, "a.gif", kind="banner", alt_text="", format=form, purpose="screen"
    )
    assert failed_rules(version) == [
        "Målet passer ikke: Opslag er 300 × 300 pixel, filen er 300 × 250 pixel.",
        f"Filen fylder for meget: grænsen er 1 kB, den fylder {version.human_size}.",
        "Den bevæger sig for længe: grænsen er 15 sek., den er 30,0.",
        "Alternativ tekst mangler. Skriv, hvad man ser, så alle kan være med.",
    ]


def test_the_printer_reads_the_measures_beside_the_file(client):
    version = filed(BAD)
    page = client.get(version.file.asset.get_absolute_url()).content.decode()
    assert "Ikke trykklar" in page
    assert "Beskæring mangler: 3 mm ønskes, filen har 0 mm." in page
    assert '<th scope="row">Farver</th><td>RGB</td>' in page


def test_the_measures_cost_the_same_for_many_files(
    client, django_assert_max_num_queries
):
    version = filed(BAD)
    address = version.file.asset.get_absolute_url()
    client.get(address)
    with django_assert_max_num_queries(60) as one:
        client.get(address)
    for n in range(3):
        file = AssetFileFactory(
            asset=version.file.asset, name=f"Fil {n}", purpose="print_shop"
        )
        draw_preview.call(add_version(file, print_samples.pdf()).pk)
    with django_assert_max_num_queries(60) as four:
        client.get(address)
    assert len(four) == len(one)


def test_an_editor_overrules_with_a_reason(as_editor, editor):
    version = filed(BAD)
    asset = version.file.asset
    page = as_editor.get(edit_url(asset)).content.decode()
    assert "Beskæring mangler: 3 mm ønskes, filen har 0 mm." in page
    change = {"override_reason": "Trykkeriet lægger selv til.", "purpose": "print_shop"}
    assert (
        as_editor.post(edit_url(asset), changed_asset(asset, change)).status_code == 302
    )
    version.refresh_from_db()
    kept = PreflightOverride.objects.get()
    assert version.print_ready
    assert (kept.user, kept.reason) == (editor, "Trykkeriet lægger selv til.")


def test_an_override_is_taken_back_and_kept(as_editor):
    version = filed(BAD)
    asset = version.file.asset
    for reason in ("Trykkeriet lægger selv til.", ""):
        change = {"override_reason": reason, "purpose": "print_shop"}
        as_editor.post(edit_url(asset), changed_asset(asset, change))
    version.refresh_from_db()
    assert not version.print_ready
    assert PreflightOverride.objects.get().ended_at


def test_the_agency_does_not_overrule(as_agency, agency):
    version = filed(BAD)
    asset = version.file.asset
    asset.state, asset.created_by = "draft", agency
    asset.save()
    assert "override_reason" not in as_agency.get(edit_url(asset)).content.decode()
    change = {"override_reason": "Det går nok.", "purpose": "print_shop"}
    as_agency.post(edit_url(asset), changed_asset(asset, change))
    version.refresh_from_db()
    assert not version.print_ready


def test_a_new_version_is_judged_on_its_own():
    version = filed(BAD)
    PreflightOverride.objects.create(version=version, reason="Går an.")
    fresh = add_version(version.file, print_samples.pdf(bleed=1))
    draw_preview.call(fresh.pk)
    fresh.refresh_from_db()
    assert fresh.print_ready is False
