"""The files of an asset as people choose among them: by what they are to be used for.

Nobody has to know what a CMYK PDF is: each purpose has one recommended file, with the
facts that decide, and the other files under it.
"""

from dataclasses import dataclass
from itertools import groupby

from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from ..models import Asset, AssetFile
from .profiles import size_class

P = AssetFile.Purpose
R = AssetFile.Role
TITLES = {
    P.PRINT_SHOP: _("Til trykkeren"),
    P.PRINT_SELF: _("Print selv"),
    P.SCREEN: _("Til skærm"),
    P.SOCIAL: _("Til sociale medier"),
    P.EDIT: _("Til at redigere"),
}
VERBS = {
    P.PRINT_SHOP: _("Hent til trykkeren"),
    P.PRINT_SELF: _("Hent og print"),
    P.SCREEN: _("Hent til skærm"),
    P.SOCIAL: _("Hent til opslag"),
    P.EDIT: _("Hent til at redigere"),
}
ADVICE = {
    P.PRINT_SHOP: _("Send filen, som den er. Trykkeriet skal bruge beskæringen."),
    P.PRINT_SELF: _("Til bibliotekets egen printer. Vælg ”faktisk størrelse”."),
    P.SCREEN: _("Til infoskærm, projektor og hjemmeside."),
    P.EDIT: _("Når I selv vil skrive noget om eller sætte det op på ny."),
}


@dataclass(frozen=True)
class Purpose:
    """One way of using an asset: the file to take, and the others that would do."""

    key: str
    title: str
    advice: str
    verb: str
    best: AssetFile
    others: list[AssetFile]


def purposes_of(asset: Asset) -> list[Purpose]:
    """The purposes of an asset's current files, in the order of the house.

    A graphic package is divided by what its files are: logo, fonts, manual, originals.
    """
    by_role = asset.kind == Asset.Kind.GRAPHIC_PACKAGE
    key = _role_key if by_role else _purpose_key
    files = sorted(asset.current_files, key=lambda file: (key(file), _rank(file)))
    return [
        _purpose(group, by_role) for group in (list(g) for _k, g in groupby(files, key))
    ]


def _role_key(file: AssetFile) -> tuple:
    # What has no role comes last.
    return ([*R.values, ""].index(file.role), "")


def _purpose_key(file: AssetFile) -> tuple:
    """Posts are apart by network: "til Facebook", not "til sociale medier"."""
    network = file.format.name if file.format and file.purpose == P.SOCIAL else ""
    return (P.values.index(file.purpose), network)


def _rank(file: AssetFile) -> tuple:
    """How well a file serves its purpose: the least is recommended."""
    version = file.current_version
    return (
        file.language not in (get_language(), AssetFile.Language.NO_WORDS),
        file.purpose == P.PRINT_SHOP and not version.print_ready,
        file.purpose == P.PRINT_SHOP and not (file.format and file.format.bleed_mm),
        file.purpose == P.PRINT_SELF and size_class(file) != "a4",
        not file.is_generated,
        file.sort_order or 0,
        file.pk,
    )


def _purpose(files: list[AssetFile], by_role: bool) -> Purpose:
    best, *others = files
    purpose = P(best.purpose)
    if by_role:
        role = best.get_role_display() or _("Andet i pakken")
        return Purpose(f"rolle-{best.role}", role, "", _("Hent"), best, others)
    title, verb = TITLES[purpose], VERBS[purpose]
    if purpose == P.SOCIAL and best.format:
        title = _("Til %(network)s") % {"network": best.format.name}
    key = f"{purpose}-{best.format.slug if best.format else ''}"
    return Purpose(key, title, ADVICE.get(purpose, ""), verb, best, others)
