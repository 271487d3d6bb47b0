"""The files that a share link leads to at this moment."""

from django.utils.translation import gettext as _
from django.utils.translation import override

from ..delivery import Verdict, judge
from ..models import AssetFile, ShareLink
from ..packages.contents import Contents, named


def files_of(share: ShareLink) -> list[AssetFile]:
    """The chosen files that can be sent now; what is withdrawn or over has vanished."""
    items = share.items.select_related(
        "file__asset__licence", "file__current_version", "file__format"
    )
    return [item.file for item in items if _may_be_sent(item.file)]


def _may_be_sent(file: AssetFile) -> bool:
    verdict = judge(None, file.current_version, file.asset, is_shared=True)
    return verdict is Verdict.SEND


def contents_of(share: ShareLink) -> Contents:
    """The package of a link, with its terms in the LÆSMIG."""
    with override("da"):
        title = _("Materialer fra Bibliotekernes Temasamarbejde")
        notes = f"{_('Vilkår')}:\n{share.terms}" if share.terms else ""
    members = named((file.asset, file) for file in files_of(share))
    return Contents(title, members, notes=notes)
