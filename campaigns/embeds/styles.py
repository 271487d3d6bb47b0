"""The one stylesheet of an embed: the site's own parts, in a look and a scheme.

Light or dark can be chosen for good there, which a page itself cannot: its styles ask
the reader's browser. So the parts are put together here, and the question is answered.
"""

import hashlib
import re
from dataclasses import replace
from functools import lru_cache
from pathlib import Path

from django.contrib.staticfiles import finders
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.templatetags.static import static
from django.urls import reverse

from core.headers import ONE_YEAR
from themes.looks import stylesheet
from themes.looks.palettes import HOUSE
from themes.models import Theme

from .kinds import KINDS, Kind
from .options import AUTO, DARK, LIGHT, Options

# Each with the layer that it lies in on the site's own pages; what has none comes first
# in rank, as the fonts do there.
COMMON = (
    ("css/fonts.css", ""),
    ("css/tokens.css", "tokens"),
    ("css/base.css", "base"),
)
OWN = {
    "kampagne": ("css/components/countdown.css",),
    "nedtaelling": ("css/components/countdown.css",),
    "laeseliste": ("css/components/book_cover.css",),
    "film": ("css/components/film_player.css",),
}
LAST = ("css/embeds/embed.css", "")
COMMENT = re.compile(r"/\*.*?\*/\s*", re.DOTALL)
FONT = re.compile(r'url\("\.\./(fonts/[^"]+)"\)')
DARK_ONLY = "@media screen and (prefers-color-scheme: dark)"
BOTH = "color-scheme: light dark"
FORCED = {
    LIGHT: ("@media not all", "color-scheme: light"),
    DARK: ("@media screen", "color-scheme: dark"),
}


def stylesheet_address(kind: Kind, theme: Theme | None, options: Options) -> str:
    """Where the stylesheet of an embed lies; another place when it is another."""
    return _address(kind, theme, options, _css(kind, theme, options))


def _address(kind: Kind, theme: Theme | None, options: Options, css: str) -> str:
    digest = hashlib.sha256(css.encode()).hexdigest()[:10]
    path = reverse("embed_styles", args=[kind.name, theme.pk if theme else 0, digest])
    # One for all the libraries that show the same.
    query = replace(options, library=None).query
    return path + "".join(
        f"{'&' if n else '?'}{name}={value}"
        for n, (name, value) in enumerate(query.items())
    )


def send_stylesheet(
    request: HttpRequest, kind: str, pk: int, digest: str
) -> HttpResponse:
    """Send it under the digest of what it says; an old address leads to today's."""
    theme = Theme.objects.filter(pk=pk).first() if pk else None
    if kind not in KINDS or (pk and theme is None):
        raise Http404
    options = replace(Options.read(request.GET), library=None)
    css = _css(KINDS[kind], theme, options)
    address = _address(KINDS[kind], theme, options, css)
    if f".{digest}.css" not in address:
        return redirect(address)
    response = HttpResponse(css, content_type="text/css; charset=utf-8")
    response["Cache-Control"] = ONE_YEAR
    return response


def css_class(theme: Theme | None) -> str:
    """The class of what wears the look."""
    return theme.css_class if theme else "theme-house"


def _css(kind: Kind, theme: Theme | None, options: Options) -> str:
    look = theme.look if theme else HOUSE
    if options.accent:
        look = replace(look, button=options.accent)
    patterns = (
        (theme.pattern_url(), theme.pattern_url(dark=True)) if theme else ("", "")
    )
    css = _parts(kind.name) + stylesheet(look, f".{css_class(theme)}", *patterns)
    if options.scheme == AUTO:
        return css
    media, scheme = FORCED[options.scheme]
    return css.replace(DARK_ONLY, media).replace(BOTH, scheme)


def _parts(kind: str) -> str:
    parts = [*COMMON, *((name, "components") for name in OWN[kind]), LAST]
    files = tuple((finders.find(name), layer) for name, layer in parts)
    # While developing, a changed file is another time.
    return _joined(
        tuple((path, layer, Path(path).stat().st_mtime_ns) for path, layer in files)
    )


@lru_cache(maxsize=2 * len(OWN))
def _joined(files: tuple[tuple[str, str, int], ...]) -> str:
    css = ["@layer tokens, base, components, pages;\n"]
    for path, layer, _time in files:
        text = COMMENT.sub("", Path(path).read_text())
        text = FONT.sub(lambda match: f'url("{static(match[1])}")', text)
        css.append(f"@layer {layer} {{\n{text}}}\n" if layer else text)
    return "".join(css)
