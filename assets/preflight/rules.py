"""What a file must be to be printed or shown as it is filed, said in Danish.

What was measured stands on the version (``spec``); it is judged when it is read, since
a format or a purpose may change afterwards. ``print_ready`` is the verdict, kept for
lists. An editor may overrule it, with a reason.
"""

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from core.danish import file_size, number

from ..intake.refusals import zip_trouble
from ..models import Asset, AssetFile, FileVersion, PreflightOverride

BLEED_MM = 3
# Half a mm is lost in rounding between points and mm.
SIZE_TOLERANCE_MM = 1
BLEED_TOLERANCE_MM = 0.2
MIN_DPI = 200
# What hangs or lies where nobody reads it close by.
LARGE_MM = 1000
MIN_DPI_LARGE = 100
PRINT_MODES = {"CMYK", "L", "1"}


def failed_rules(version: FileVersion) -> list[str]:
    """Every rule that ``version`` breaks, each as a sentence; empty when all hold."""
    if is_for_print(version):
        if version.spec["kind"] == "print":
            return _of_print(version.spec, version.file)
        return _of_print_picture(version)
    if version.file.asset.kind == Asset.Kind.BANNER:
        return _of_banner(version)
    return []


def is_for_print(version: FileVersion) -> bool:
    """Whether it is filed for the printer, and could be measured."""
    is_measured = (version.spec or {}).get("kind") in ("print", "picture")
    return is_measured and version.file.purpose == AssetFile.Purpose.PRINT_SHOP


def _of_print(spec: dict, file: AssetFile) -> list[str]:
    rules = _size_rules(spec["trim"], file.format)
    wanted = file.format.bleed_mm if file.format else BLEED_MM
    if spec["bleed_mm"] < wanted - BLEED_TOLERANCE_MM:
        rules.append(
            _("Beskæring mangler: %(wanted)s mm ønskes, filen har %(found)s mm.")
            % {"wanted": wanted, "found": millimetre(spec["bleed_mm"])}
        )
    pdfx = spec["pdfx"]
    managed = spec["intent"] and not pdfx.startswith("PDF/X-1")
    screen = {"RGB"} if managed and pdfx else {"RGB", "ICC RGB", "Lab"}
    if screen & set(spec["spaces"]):
        rules.append(
            _("Der er RGB-farver i filen. Trykkeriet skal have CMYK eller spotfarver.")
        )
    rules += _dpi_rules(spec["dpi"], spec["trim"])
    if spec["fonts_missing"]:
        rules.append(
            _("Skrifter er ikke lagt ind i filen: %(fonts)s.")
            % {"fonts": ", ".join(spec["fonts_missing"][:6])}
        )
    if spec["transparency"] and pdfx.startswith("PDF/X-1"):
        rules.append(
            _("Filen siger, at den er %(pdfx)s, men den har gennemsigtighed.")
            % {"pdfx": pdfx}
        )
    if spec["print_restricted"]:
        rules.append(
            _("Filen er låst, så den ikke må udskrives. Gem den uden begrænsninger.")
        )
    if spec["cut_short"]:
        rules.append(
            _("Filen er for stor til at blive målt til ende. Se selv efter i den.")
        )
    return rules


def _of_print_picture(version: FileVersion) -> list[str]:
    rules = []
    if version.spec["mode"] not in PRINT_MODES:
        rules.append(
            _("Der er RGB-farver i filen. Trykkeriet skal have CMYK eller spotfarver.")
        )
    form = version.file.format
    if form and form.width_mm and form.height_mm and version.width:
        sides = sorted((form.width_mm, form.height_mm))
        pixels = sorted((version.width, version.height))
        dpi = min(p / mm * 25.4 for p, mm in zip(pixels, sides, strict=True))
        rules += _dpi_rules(dpi, sides)
    return rules


def _size_rules(trim: list[float], form) -> list[str]:
    if not (form and form.width_mm and form.height_mm):
        return []
    pairs = zip(sorted(trim), sorted((form.width_mm, form.height_mm)), strict=True)
    if all(abs(found - wanted) <= SIZE_TOLERANCE_MM for found, wanted in pairs):
        return []
    return [
        _("Målet passer ikke: %(format)s er %(wanted)s, filen er %(found)s.")
        % {"format": form, "wanted": form.size, "found": millimetres(trim)}
    ]


def _dpi_rules(dpi: float | None, sides_mm) -> list[str]:
    wanted = MIN_DPI_LARGE if max(sides_mm) > LARGE_MM else MIN_DPI
    if dpi is None or dpi >= wanted:
        return []
    return [
        _("Et billede er for groft: %(wanted)s dpi ønskes, det laveste er %(found)s.")
        % {"wanted": wanted, "found": round(dpi)}
    ]


def _of_banner(version: FileVersion) -> list[str]:
    rules, form, spec = [], version.file.format, version.spec or {}
    if form and form.width_px and form.height_px and version.width:
        found = (version.width, version.height)
        if found != (form.width_px, form.height_px):
            rules.append(
                _("Målet passer ikke: %(format)s er %(wanted)s, filen er %(found)s.")
                % {"format": form, "wanted": form.size, "found": version.dimensions}
            )
    if form and form.max_kb and version.size > form.max_kb * 1000:
        rules.append(
            _("Filen fylder for meget: grænsen er %(limit)s, den fylder %(found)s.")
            % {"limit": file_size(form.max_kb * 1000), "found": version.human_size}
        )
    seconds = version.seconds or spec.get("animation_seconds")
    if form and form.max_seconds and seconds and seconds > form.max_seconds:
        rules.append(
            _("Den bevæger sig for længe: grænsen er %(limit)s sek., den er %(found)s.")
            % {"limit": form.max_seconds, "found": number(seconds, 1)}
        )
    if not version.file.asset.alt_text:
        rules.append(
            _("Alternativ tekst mangler. Skriv, hvad man ser, så alle kan være med.")
        )
    if trouble := (spec.get("banner") or {}).get("trouble"):
        rules.append(
            _("Banneret køres ikke her. %(reason)s")
            % {"reason": zip_trouble(trouble, spec["banner"]["entry"])}
        )
    return rules


def millimetres(sides: list[float]) -> str:
    """Return "297 × 420 mm"."""
    return f"{millimetre(sides[0])} × {millimetre(sides[1])} mm"


def millimetre(value: float) -> str:
    """Return "297" or "3,2": a decimal only where there is one."""
    return number(value, 0 if round(value, 1) == round(value) else 1)


def override_of(version: FileVersion) -> PreflightOverride | None:
    """The editor's word that is in force for a version."""
    return version.overrides.in_force().select_related("user").first()


def verdict(version: FileVersion) -> bool | None:
    """Whether it may go to the printer; None for what is not for print."""
    if not is_for_print(version):
        return None
    return not failed_rules(version) or override_of(version) is not None


def note_verdict(version: FileVersion) -> None:
    """Keep the verdict where lists find it; only that field is written."""
    found = verdict(version)
    if found != version.print_ready:
        version.print_ready = found
        version.save(update_fields=["print_ready"])


@transaction.atomic
def override(version: FileVersion, user, reason: str) -> None:
    """Let ``version`` be printed in spite of its faults; without a reason no longer."""
    reason = reason.strip()
    kept = override_of(version)
    if (kept.reason if kept else "") == reason:
        return
    if kept:
        kept.ended_at = timezone.now()
        kept.save(update_fields=["ended_at"])
    if reason:
        version.overrides.create(user=user, reason=reason)
    note_verdict(version)
