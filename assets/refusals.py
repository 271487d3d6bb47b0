"""Files that cannot be used at all, found out before they are stored.

The file is opened in the limited subprocess: never in the web process.
"""

import shutil
import tempfile
from pathlib import Path
from typing import IO

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from .drawing_jobs import run_jobs

PDFS = {"ai", "pdf"}
PICTURES = {"gif", "jpeg", "jpg", "png", "webp"}


def refuse_locked_pdf(file: IO[bytes], name: str) -> None:
    """Raise ValidationError for a PDF that needs a password to open, or cannot be read.

    One that only forbids printing passes; its specification says so.
    """
    if _extension(name) not in PDFS:
        return
    trouble = _trouble(file, name)
    if trouble == "locked":
        raise ValidationError(
            _(
                "Filen %(name)s kræver en adgangskode for at blive åbnet. Gem den uden "
                "adgangskode, og vælg den igen."
            )
            % {"name": name}
        )
    if trouble:
        raise _unreadable(name)


def refuse_broken_picture(file: IO[bytes], name: str) -> None:
    """Raise ValidationError for a picture that is cut off, or a bomb of pixels."""
    if _extension(name) not in PICTURES:
        return
    trouble = _trouble(file, name)
    if trouble == "too_large":
        raise ValidationError(
            _(
                "Billedet %(name)s har for mange pixel eller billeder til at blive "
                "åbnet. Gem det mindre, og vælg det igen."
            )
            % {"name": name}
        )
    if trouble:
        raise _unreadable(name)


def _unreadable(name: str) -> ValidationError:
    return ValidationError(
        _("Filen %(name)s kan ikke læses. Gem den igen, og prøv en gang til.")
        % {"name": name}
    )


def _trouble(file: IO[bytes], name: str) -> str:
    """What is wrong, as ``drawing`` says it; nothing when it could not find out."""
    with tempfile.TemporaryDirectory() as folder:
        if hasattr(file, "temporary_file_path"):
            path = Path(file.temporary_file_path())
        else:
            path = Path(folder, "upload")
            file.seek(0)
            with path.open("wb") as copy:
                shutil.copyfileobj(file, copy)
            file.seek(0)
        answers = run_jobs("check", path, _extension(name), folder, name)
        return answers.get("check", {}).get("trouble", "")


def _extension(name: str) -> str:
    return name.rpartition(".")[2].lower()
