"""The same bytes once more: in the same file they change nothing, and are refused."""

from django.db.models import QuerySet
from django.utils.translation import gettext as _

from .models import AssetFile, FileVersion

S = FileVersion.State


def versions_of_size(file: AssetFile, size: int) -> QuerySet[FileVersion]:
    """Those that the bytes of an upload of ``size`` can already be."""
    return file.versions.filter(state__in=[S.READY, S.WITHDRAWN], size=size)


def twin_sentence(file: AssetFile, twin: FileVersion) -> str:
    """Say which version the uploaded bytes are already, and what to do."""
    words = {"number": twin.number, "file": file}
    if twin.state == S.WITHDRAWN:
        return (
            _(
                "Det er den samme fil som version %(number)s af ”%(file)s”, og den er "
                "trukket tilbage. Intet er ændret."
            )
            % words
        )
    if twin.pk != file.current_version_id:
        return (
            _(
                "Det er den samme fil som version %(number)s af ”%(file)s”. Intet er "
                "ændret. Gendan den under ”Versioner”, hvis den skal gælde igen."
            )
            % words
        )
    return (
        _("Det er den samme fil som version %(number)s af ”%(file)s”. Intet er ændret.")
        % words
    )
