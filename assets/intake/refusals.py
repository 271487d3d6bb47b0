"""Why a file is refused, or accepted with a remark, in words for who sent it."""

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

# With a sentence each they stay within what a version's reason holds.
CAPTION_LINES = 2


class Refused(Exception):
    """A file that will not become ready; the text says why and what to do."""


class Infected(Refused):
    """A file with a virus, by the scanner's name of it."""

    def __init__(self, name: str, virus: str, sha256: str = ""):
        self.virus, self.sha256 = virus[:100], sha256
        super().__init__(infected(name, virus, is_kept=True))


class Waits(Exception):
    """A file that cannot be checked now and is checked later; the text says why."""


def problem(code: str, name: str, entry: str = "") -> str:
    """Return the sentence for a code of the inspector, which may be about an entry."""
    if code.startswith("zip_"):
        reason = zip_trouble(code.removeprefix("zip_"), entry)
        return _("%(name)s kan ikke bruges. %(reason)s") % {
            "name": shortened(name),
            "reason": reason,
        }
    sentences = {
        "password": _(
            "%(name)s kan kun åbnes med en adgangskode. Gem den uden, og send den igen."
        ),
        "too_many_frames": _(
            "%(name)s har for mange billeder efter hinanden. Gør animationen kortere, "
            "eller gem den som film."
        ),
        "too_many_pixels": _(
            "%(name)s har flere pixel, end vi kan vise. Gem den i en mindre størrelse."
        ),
    }
    unreadable = _(
        "%(name)s kan ikke læses. Filen er gået i stykker eller ikke hel. Gem den på "
        "ny, og send den igen."
    )
    return sentences.get(code, unreadable) % {"name": shortened(name)}


def zip_trouble(code: str, entry: str) -> str:
    """Return the sentence for a code of drawing/zips.py and banner_zips.py."""
    sentences = {
        "address": _("Banneret henter fra et andet sted: %(entry)s."),
        "encrypted": _("”%(entry)s” i zip-filen er låst med adgangskode."),
        "kind": _("”%(entry)s” i zip-filen er af en slags, der ikke hører til."),
        "link": _("”%(entry)s” i zip-filen er en genvej."),
        "method": _("”%(entry)s” i zip-filen er pakket på en måde, vi ikke åbner."),
        "name": _("”%(entry)s” i zip-filen er et navn, der ikke går."),
        "no_index": _(
            "Et banner skal have en index.html øverst i zip-filen. Pak filerne uden "
            "mappen omkring dem."
        ),
        "overlap": _("”%(entry)s” i zip-filen ligger oven i en anden fil."),
        "ratio": _("”%(entry)s” i zip-filen er pakket urimeligt tæt."),
        "size": _("”%(entry)s” i zip-filen har en anden størrelse, end den siger."),
        "too_large": _("”%(entry)s” gør banneret større end 50 MB."),
        "too_many": _("Der er for mange filer i zip-filen."),
        "twice": _("”%(entry)s” er i zip-filen to gange."),
    }
    unreadable = _("Zip-filen kan ikke læses.")
    return sentences.get(code, unreadable) % {"entry": shortened(entry)}


def captions(name: str, wrong: list[str]) -> str:
    """Say the first of what is wrong with captions, and how much more there is."""
    told = " ".join(
        [
            _("Underteksterne i %(name)s kan ikke bruges.") % {"name": shortened(name)},
            *wrong[:CAPTION_LINES],
        ]
    )
    more = len(wrong) - CAPTION_LINES
    if more > 0:
        fault = ngettext("Og %(count)s fejl mere.", "Og %(count)s fejl mere.", more)
        told = f"{told} {fault % {'count': more}}"
    return told


def infected(name: str, virus: str, is_kept: bool = False) -> str:
    """Say what was found; ``is_kept`` in quarantine, or never stored."""
    words = {"name": shortened(name), "virus": virus[:60]}
    if is_kept:
        return (
            _(
                "%(name)s indeholder skadelig kode (%(virus)s) og er sat i karantæne, "
                "hvor ingen kan hente den. Tjek den computer, den kommer fra."
            )
            % words
        )
    return (
        _(
            "%(name)s indeholder skadelig kode (%(virus)s) og er ikke gemt. Tjek den "
            "computer, den kommer fra."
        )
        % words
    )


def changed(name: str) -> str:
    return _(
        "%(name)s blev ændret, mens den blev tjekket. Den bliver tjekket forfra."
    ) % {"name": shortened(name)}


def not_whole(name: str) -> str:
    return _(
        "%(name)s kom ikke helt frem: Lageret har noget andet, end der blev sendt. "
        "Send den igen."
    ) % {"name": shortened(name)}


def remark(code: str) -> str:
    """Return the sentence for a remark on a file that is accepted."""
    return {
        "restricted": _("PDF’en er låst for udskrift eller rettelser."),
        "partly_scanned": _("Kun den første del af filen er tjekket for virus."),
    }.get(code, "")


def shortened(name: str) -> str:
    """A name that leaves room for the sentence around it."""
    return name if len(name) <= 80 else f"{name[:60]}…{name[-16:]}"
