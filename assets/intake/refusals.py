"""Why a file is refused, or accepted with a remark, in words for who sent it."""

from django.utils.translation import gettext as _


class Refused(Exception):
    """A file that will not become ready; the text says why and what to do."""


class Waits(Exception):
    """A file that cannot be checked now and is checked later; the text says why."""


def problem(code: str, name: str) -> str:
    """Return the sentence for a code of inspector.py."""
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


def infected(name: str, virus: str) -> str:
    return _(
        "%(name)s indeholder skadelig kode (%(virus)s) og er slettet. Tjek den "
        "computer, den kommer fra."
    ) % {"name": shortened(name), "virus": virus[:60]}


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
