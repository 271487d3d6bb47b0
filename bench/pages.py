"""How fast is a whole page, rendered for each reader, beside a bare title?

Asked of the site without its kept pages: ``front.py`` asks for those.
"""

from collections.abc import Iterator

from .demo_site import ROOT, settings_in
from .ground import Ground, served
from .load import Target, compare
from .rows import Row

UNIT = "x the requests/s of the stock title page"
GOAL = 0.5


def measure(ground: Ground) -> Iterator[Row]:
    """Compare the pages that most readers come by with the stock front page."""
    paths = {
        "home": "/",
        "campaign of 40 blocks": ground.site.addresses["campaign"],
        "idea catalogue": "/ideer/",
        "asset list": "/materialer/",
        "search": "/soeg/?q=stenalder",
    }
    stock = Target(ground.stock.port, "/")
    folder = ground.site.folder
    with served(
        "cms.wsgi:site",
        folder=ROOT,
        settings=settings_in(folder),
        log=folder / "gunicorn-rendered.log",
    ) as port:
        for name, path in paths.items():
            found = compare(Target(port, path), stock)
            yield Row(name, found.ratio, UNIT, ">=", GOAL, found.remark)
