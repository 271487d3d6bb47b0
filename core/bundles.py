"""Static files for production: hashed, compressed, and the stylesheet in one piece."""

import re
from collections.abc import Callable
from posixpath import dirname, join

from django.core.files.base import ContentFile

from whitenoise.storage import CompressedManifestStaticFilesStorage

ENTRANCE = "css/main.css"
IMPORT = re.compile(
    r'@import url\("(?P<name>[^"]+)"\)(?: layer\((?P<layer>[\w-]+)\))?;'
)


def bundle(name: str, read: Callable[[str], str]) -> str:
    """Return a stylesheet with what it imports written in its place, layers kept.

    Addresses inside an imported file must lie beside the entrance to stay true.
    """

    def content(match: re.Match) -> str:
        css = read(join(dirname(name), match["name"]))
        return f"@layer {match['layer']} {{\n{css}}}" if match["layer"] else css

    return IMPORT.sub(content, read(name))


class BundledStaticFilesStorage(CompressedManifestStaticFilesStorage):
    """Puts the imported stylesheets into one: a browser asks once, not in two rounds.

    While developing, the browser follows the imports itself and no build is needed.
    """

    def post_process(self, paths, dry_run=False, **options):
        if ENTRANCE in paths and not dry_run:
            css = bundle(ENTRANCE, lambda name: self._source(paths, name))
            self.delete(ENTRANCE)
            self._save(ENTRANCE, ContentFile(css.encode()))
            paths = {**paths, ENTRANCE: (self, ENTRANCE)}
        yield from super().post_process(paths, dry_run, **options)

    @staticmethod
    def _source(paths: dict, name: str) -> str:
        storage, path = paths[name]
        with storage.open(path) as file:
            return file.read().decode()
