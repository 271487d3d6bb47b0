"""A theme's files as one zip, streamed in constant memory: ZIP64, not compressed."""

import datetime
import logging
from dataclasses import dataclass

from django.db.models import Count, Sum
from django.http import Http404, HttpRequest, HttpResponse, StreamingHttpResponse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import override
from django.views.decorators.http import require_safe

import zipstream

from core.danish import file_size
from core.headers import NO_STORE
from themes.models import Theme

from .delivery import busy, is_download, not_yours, record, sign_in
from .filenames import content_disposition
from .models import Asset, AssetFile, FileVersion
from .storages import STORAGE_ERRORS, private_storage

logger = logging.getLogger(__name__)

README = "LÆSMIG.txt"


@dataclass(frozen=True)
class Member:
    """A file of the package, under the name it has there."""

    name: str
    asset: Asset
    file_name: str
    version: FileVersion


def members(theme: Theme, user) -> list[Member]:
    """Return the current files of ``theme`` that ``user`` may fetch, in fixed order."""
    assets = (
        Asset.objects.for_user(user).filter(theme=theme).for_list().order_by("title")
    )
    found, taken = [], set()
    for asset in assets:
        for file in asset.current_files:
            version = file.current_version
            # A zip made on Windows or a Mac knows no difference of case.
            name = f"{asset.get_kind_display()}/{asset.slug}/{version.filename}"
            if name.lower() in taken:
                stem, dot, extension = name.rpartition(".")
                name = f"{stem}-{file.public_id}{dot}{extension}"
            taken.add(name.lower())
            found.append(Member(name, asset, file.name, version))
    return found


def total_size(theme: Theme, user) -> tuple[int, int]:
    """Return how many files the package has for ``user``, and their bytes."""
    owned = Asset.objects.for_user(user).filter(theme=theme)
    # Added up in the database: a list that only names the package loads none of it.
    found = AssetFile.objects.filter(
        asset__in=owned, current_version__isnull=False
    ).aggregate(files=Count("pk"), size=Sum("current_version__size"))
    return found["files"], found["size"] or 0


@require_safe
def serve_package(request: HttpRequest, slug: str) -> HttpResponse:
    """Answer ``/pakke/<theme slug>.zip``: the theme's files that the asker may have.

    Every member is asked for before the length is said, so a package that begins also
    ends; what is missing from storage is named in the LÆSMIG instead.
    """
    theme = Theme.objects.public().filter(slug=slug).first()
    if theme is None:
        raise Http404
    wanted = members(theme, request.user)
    if not wanted:
        return _nothing_for(request, theme)
    try:
        present, missing = _ask_for(wanted)
    except STORAGE_ERRORS:
        logger.exception("cannot read the package of %s", slug)
        return busy(request)
    package = zipstream.ZipStream(sized=True)
    package.add(readme(theme, present, missing), README)
    for member in present:
        package.add(
            private_storage().read(member.version.key),
            member.name,
            size=member.version.size,
        )
    headers = {
        "Content-Length": str(len(package)),
        "Content-Disposition": content_disposition(f"{theme.slug}.zip"),
        "Cache-Control": NO_STORE,
        "X-Robots-Tag": "noindex",
        "Accept-Ranges": "none",
    }
    if is_download(request):
        record(request, theme_id=theme.pk)
    body = () if request.method == "HEAD" else package
    response = StreamingHttpResponse(body, content_type="application/zip")
    for name, value in headers.items():
        response[name] = value
    return response


def _nothing_for(request: HttpRequest, theme: Theme) -> HttpResponse:
    """Show the way in to who would get files as a library; else there are none."""
    known = Asset.objects.listed_for(request.user).filter(
        theme=theme, files__current_version__isnull=False
    )
    if not known.exists():
        raise Http404
    return not_yours(request) if request.user.is_authenticated else sign_in(request)


def _ask_for(wanted: list[Member]) -> tuple[list[Member], list[Member]]:
    storage = private_storage()
    present, missing = [], []
    for member in wanted:
        is_whole = storage.stored_size(member.version.key) == member.version.size
        (present if is_whole else missing).append(member)
    return present, missing


def readme(
    theme: Theme,
    present: list[Member],
    missing: list[Member],
    now: datetime.datetime | None = None,
) -> str:
    """Return the LÆSMIG: version, size, licence, credit and alt text of each file."""
    with override("da"):
        now = timezone.localtime(now)
        lines = [
            theme.title,
            "=" * len(theme.title),
            _("Tema %(number)s, %(weeks)s %(year)s. Pakket %(day)s.")
            % {
                "number": theme.number,
                "weeks": theme.weeks,
                "year": theme.starts_on.year,
                "day": now.strftime("%d.%m.%Y kl. %H.%M"),
            },
            "",
        ]
        for member in present:
            lines += _describe(member)
        if missing:
            lines += [_("Mangler i pakken"), "-" * 16]
            lines += [
                _(
                    "%(name)s: filen kunne ikke læses fra lageret. "
                    "Hent den senere fra sin egen side."
                )
                % {"name": member.name}
                for member in missing
            ]
        return "\r\n".join([*lines, ""])


def _describe(member: Member) -> list[str]:
    asset, version = member.asset, member.version
    facts = [
        (_("Materiale"), f"{asset.title} ({member.file_name})"),
        (
            _("Version"),
            f"{version.number}, {timezone.localtime(version.created_at):%d.%m.%Y}",
        ),
        (_("Fylder"), file_size(version.size)),
        (_("Mål"), version.dimensions),
        (_("Kreditering"), asset.credit),
        (
            _("Licens"),
            f"{asset.licence.name}: {asset.licence.summary}" if asset.licence else "",
        ),
        (_("Alternativ tekst"), asset.alt_text),
        ("SHA-256", version.sha256),
    ]
    return [
        member.name,
        *(f"    {name}: {value}" for name, value in facts if value),
        "",
    ]
