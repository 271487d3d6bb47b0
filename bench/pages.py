"""How fast is a whole page, rendered for each reader, beside a bare title?"""

from collections.abc import Iterator

from .ground import Ground
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
    for name, path in paths.items():
        found = compare(Target(ground.site.port, path), stock)
        yield Row(name, found.ratio, UNIT, ">=", GOAL, found.remark)
