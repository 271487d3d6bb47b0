"""What an asset of each kind must be to be whole, told in Danish when it is not."""

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from .intake.checking import filed_as, open_file
from .models import Asset, AssetFile


def check_kind(form) -> None:
    """Add errors to an asset's form, and its files' forms, for what does not fit.

    A text has words or a file; in a graphic package every file has a role; a zip among
    banners is one.
    """
    cleaned, kind = form.cleaned_data, form.cleaned_data.get("kind")
    is_published = cleaned.get("state") == Asset.State.PUBLISHED
    files = [each for each in form.formsets["files"].forms if not _is_dropped(each)]
    if kind == Asset.Kind.TEXT:
        if is_published and not cleaned.get("body") and not files:
            form.add_error("body", _("Skriv teksten, eller læg den op som fil."))
        generated = form.instance.pk and _generated(form.instance)
        if generated and not cleaned.get("body"):
            form.add_error(
                "body",
                _(
                    "Word-filen med teksten har en adresse, der kan være delt. Skriv "
                    "en ny tekst, eller træk materialet tilbage."
                ),
            )
    elif cleaned.get("body"):
        form.add_error(
            "body", _("Feltet er for slagsen Tekst. Vælg den slags, eller tøm feltet.")
        )
    for each in files:
        _check_banner(each, kind)
        role = getattr(each, "cleaned_data", {}).get("role")
        if kind != Asset.Kind.GRAPHIC_PACKAGE:
            if role:
                each.add_error(
                    "role", _("Kun filer i en grafisk pakke har en rolle. Vælg ingen.")
                )
                form.add_error(None, _("En fil har en rolle. Se ved filen."))
        elif is_published and not role and hasattr(each, "cleaned_data"):
            each.add_error("role", _("Vælg, hvad filen er i pakken, før den udgives."))
            form.add_error(None, _("En fil i pakken mangler sin rolle. Se ved filen."))


def _check_banner(form, kind: str) -> None:
    cleaned = getattr(form, "cleaned_data", {})
    upload = cleaned.get("upload")
    place = upload and filed_as(upload.name, kind, cleaned.get("format"))
    if place:
        try:
            open_file(upload, upload.name, place)
        except ValidationError as error:
            form.add_error("upload", error)


def _is_dropped(form) -> bool:
    form.is_valid()
    # An empty extra row has nothing in it, and is not saved.
    cleaned = getattr(form, "cleaned_data", {})
    return not cleaned or bool(cleaned.get("DELETE"))


def _generated(asset: Asset) -> bool:
    return AssetFile.objects.filter(asset=asset, is_generated=True).exists()
