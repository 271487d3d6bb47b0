"""The asset form as a browser posts it, and what it says when shown again."""

from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from wagtail.models import Collection

from assets.models import Asset, AssetFile
from tests.factories.assets import BARE_PDF

FIELDS = [
    "title", "kind", "theme", "summary", "description", "alt_text", "state", "access",
    "collection", "label", "licence", "credit", "usable_from", "usable_until",
    "successor",
]  # fmt: skip
USUAL = {"purpose": "print_self", "language": "da", "role": "", "note": ""}


def upload(
    content: bytes = BARE_PDF, name: str = "plakat.pdf", content_type: str = "text/html"
) -> SimpleUploadedFile:
    """A chosen file; the browser's word about its type is wrong unless told."""
    return SimpleUploadedFile(name, content, content_type)


def new_asset(*uploads: SimpleUploadedFile, **fields) -> dict:
    """The post of a new draft with one file for each upload."""
    posted = {
        "title": "Plakat: Stenalderen",
        "kind": "print",
        "summary": "Hæng den op, hvor folk går forbi.",
        "state": Asset.State.DRAFT,
        "access": "2",
        "collection": Collection.get_first_root_node().pk,
        "tags": "stenalder",
    }
    rows = [{"name": f"Fil {n}", "upload": file} for n, file in enumerate(uploads)]
    return {**posted, **fields, **_formset(rows, initial=0)}


def changed_asset(asset: Asset, *changes: dict, **fields) -> dict:
    """The post of an asset with changes to its files, in their order."""
    posted = {}
    for name in FIELDS:
        value = asset._meta.get_field(name).value_from_object(asset)
        posted[name] = "" if value is None else value
    files = list(AssetFile.objects.filter(asset=asset).order_by("sort_order", "pk"))
    rows = [{"id": file.pk, "name": file.name} for file in files]
    for row, change in zip(rows, changes, strict=False):
        row |= change
    return {**posted, "tags": "", **fields, **_formset(rows, initial=len(files))}


def _formset(rows: list[dict], initial: int) -> dict:
    posted = {
        "files-TOTAL_FORMS": len(rows),
        "files-INITIAL_FORMS": initial,
        "files-MIN_NUM_FORMS": 0,
        "files-MAX_NUM_FORMS": 1000,
    }
    for n, row in enumerate(rows):
        row = {"id": "", "ORDER": n + 1, **USUAL, **row}
        posted |= {f"files-{n}-{name}": value for name, value in row.items()}
    return posted


def edit_url(asset: Asset) -> str:
    return reverse("assets:edit", args=[asset.pk])


def field_errors(response, name: str) -> str:
    """What is said at the field ``name`` of a form shown again."""
    assert response.status_code == 200
    return " ".join(response.context["form"].errors.get(name, []))


def upload_errors(response, n: int = 0) -> str:
    """What is said at the upload field of file ``n`` of a form shown again."""
    assert response.status_code == 200
    form = response.context["form"].formsets["files"].forms[n]
    return " ".join(form.errors.get("upload", []))
