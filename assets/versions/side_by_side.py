"""Two versions of a file side by side in the admin: page by page, and as a table."""

from dataclasses import dataclass

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import path, reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from core.danish import number

from ..delivery import PLAYABLE
from ..models import FileVersion
from ..preflight.rules import override_of
from ..preflight.tables import print_table
from .comparing import comparison_of, pictures_of
from .views import breadcrumbs, file_for


@dataclass(frozen=True)
class Difference:
    """One line of the table."""

    name: str
    old: str
    new: str

    @property
    def differs(self) -> bool:
        return self.old != self.new


@require_safe
def compare(request: HttpRequest, pk: int) -> HttpResponse:
    """Two versions side by side: every page of them, and what was measured."""
    file = file_for(request, pk)
    chosen = []
    for name in ("a", "b"):
        value = request.GET.get(name, "")
        if not value.isdecimal() or len(value) > 5:
            raise Http404
        chosen.append(get_object_or_404(file.versions, number=int(value)))
    old, new = sorted(chosen, key=lambda version: version.number)
    for version in (old, new):
        # What is measured is judged by the file's format and the asset's kind.
        version.file = file
    return render(
        request,
        "admin/assets/compare_versions.html",
        {
            "file": file,
            "versions": [old, new],
            "media": [_medium(version) for version in (old, new)],
            "comparison": comparison_of(old, new),
            "unseen": [
                (version, unseen)
                for version in (old, new)
                if (unseen := (version.pages or 0) - version.preview_pages) > 0
                and version.is_measured
            ],
            "undrawn": [v for v in (old, new) if v.is_measured and not pictures_of(v)],
            "tables": [
                (_("Filen"), facts(old, new)),
                (_("Trykdata, målt i filen"), print_facts(old, new)),
            ],
            "page_title": _("Sammenlign"),
            "page_subtitle": f"{file}, {old.number} / {new.number}",
            "header_icon": "history",
            "breadcrumbs_items": [
                *breadcrumbs(file),
                {"url": reverse("asset_versions", args=[pk]), "label": _("Versioner")},
                {"url": "", "label": _("Sammenlign"), "sublabel": file.name},
            ],
        },
    )


def _medium(version: FileVersion) -> str:
    """How a version is played: "video", "audio" or not at all."""
    medium = version.content_type.partition("/")[0]
    is_ready = version.state == FileVersion.State.READY
    is_playable = is_ready and version.content_type in PLAYABLE
    return medium if is_playable and medium in ("audio", "video") else ""


def facts(old: FileVersion, new: FileVersion) -> list[Difference]:
    """What is known of two versions as files, line by line."""
    known = [
        (_("Filnavn"), lambda v: v.filename),
        (_("Type"), lambda v: v.extension),
        (_("Fylder"), lambda v: v.human_size),
        (_("Mål"), lambda v: v.dimensions),
        (_("Sider"), lambda v: v.pages),
        (_("Sekunder"), lambda v: number(v.seconds, 1) if v.seconds else ""),
        (_("Hvad er ændret"), lambda v: v.note),
        (_("Tilstand"), lambda v: v.get_state_display()),
        (_("Modtaget"), lambda v: f"{timezone.localtime(v.created_at):%d.%m.%Y %H.%M}"),
        (_("Sendt af"), lambda v: v.uploaded_by or ""),
        ("SHA-256", lambda v: v.sha256),
    ]
    lines = [
        Difference(name, str(fact(old) or ""), str(fact(new) or ""))
        for name, fact in known
    ]
    return [line for line in lines if line.old or line.new]


def print_facts(old: FileVersion, new: FileVersion) -> list[Difference]:
    """What a printer asks of two versions, line by line; empty for what is no print."""
    tables = [print_table(version, override_of(version)) for version in (old, new)]
    rows = [dict(_print_rows(table)) for table in tables]
    names = dict.fromkeys([*rows[1], *rows[0]])
    return [Difference(n, rows[0].get(n, ""), rows[1].get(n, "")) for n in names]


def _print_rows(table: dict | None) -> list[tuple[str, str]]:
    if table is None:
        return []
    rows = [(label, str(value)) for label, value in table["rows"]]
    if table["is_ready"] is not None:
        verdict = _("ja") if table["is_ready"] else _("nej")
        rows.append((_("Trykklar"), verdict))
    if table["rules"]:
        rows.append((_("Fejl"), " ".join(table["rules"])))
    if table["override"]:
        rows.append((_("Godkendt alligevel"), table["override"].reason))
    return rows


urlpatterns = [
    path("materialefil/<int:pk>/sammenlign/", compare, name="compare_versions"),
]
