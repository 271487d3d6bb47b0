"""A measured file in rows that a printer reads: label and value, in Danish."""

from django.utils.translation import gettext as _

from ..models import FileVersion, PreflightOverride
from .rules import failed_rules, is_for_print, millimetre, millimetres


def print_table(
    version: FileVersion, override: PreflightOverride | None
) -> dict | None:
    """Rows, verdict, failed rules and override of a version.

    None for what is no PDF and not for print; ``is_ready`` is None for what is only
    measured.
    """
    spec = version.spec or {}
    if spec.get("kind") != "print" and not is_for_print(version):
        return None
    rows = _pdf_rows(spec) if spec["kind"] == "print" else _picture_rows(version)
    rules = failed_rules(version)
    return {
        "rows": rows,
        "rules": rules,
        "override": override if rules else None,
        "is_ready": version.print_ready,
    }


def _pdf_rows(spec: dict) -> list[tuple[str, str]]:
    size = millimetres(spec["trim"])
    if not spec["one_size"]:
        size = _("%(size)s (side 1; siderne er ikke lige store)") % {"size": size}
    missing = spec["fonts_missing"]
    if missing:
        fonts = _("mangler: %(names)s") % {"names": ", ".join(missing)}
    else:
        fonts = _("lagt ind i filen") if spec["fonts"] else _("ingen")
    rows = [
        (_("Færdigt mål"), size),
        (_("Beskæring"), _("%(mm)s mm") % {"mm": millimetre(spec["bleed_mm"])}),
        (_("Med beskæring"), millimetres(spec["bleed"])),
        (_("Hele arket"), millimetres(spec["media"])),
        (_("Sider"), str(spec["pages"])),
        (_("Farver"), _colours(spec["spaces"])),
        (_("Spotfarver"), ", ".join(spec["spots"]) or _("ingen")),
        (
            _("Groveste billede"),
            _("%(dpi)s dpi") % {"dpi": spec["dpi"]} if spec["dpi"] else _("ingen"),
        ),
        (_("Skrifter"), fonts),
        (_("Gennemsigtighed"), _("ja") if spec["transparency"] else _("nej")),
        (_("PDF/X"), " · ".join(filter(None, (spec["pdfx"], spec["intent"]))) or "–"),
    ]
    if spec["encrypted"]:
        lock = _("må ikke udskrives") if spec["print_restricted"] else _("begrænset")
        rows.append((_("Lås"), lock))
    return rows


def _picture_rows(version: FileVersion) -> list[tuple[str, str]]:
    spec = version.spec
    colours = {"L": _("gråtoner"), "1": _("sort-hvid")}.get(spec["mode"], spec["mode"])
    return [
        (_("Mål"), version.dimensions),
        (_("Farver"), colours),
        (_("Farveprofil"), spec["profile"] or _("ingen")),
    ]


def _colours(spaces: list[str]) -> str:
    names = {"Gray": _("gråtoner"), "ICC Gray": _("gråtoner (ICC)")}
    return ", ".join(names.get(s, s) for s in spaces) or _("ingen")
