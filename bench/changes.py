"""What does a change cost the pages that it leaves alone?

By the processor's time, inside the site (``python -m bench.changes PATH``): each page
is made, a change elsewhere is noted, and it is asked for once more.
"""

import json
import statistics
import sys
import time
from collections.abc import Iterator

import django

from .demo_site import ROOT, settings_in
from .ground import HOST, Ground, run
from .rows import Row

ROUNDS = 20
UNIT = "x the processor's time of making the page"
GOAL = 0.2


def measure(ground: Ground) -> Iterator[Row]:
    """Compare, for the pages that most readers come by."""
    paths = {
        "after a change: home": "/",
        "campaign of 40 blocks": ground.site.addresses["campaign"],
        "idea catalogue": "/ideer/",
    }
    command = [sys.executable, "-m", "bench.changes", *paths.values()]
    settings = settings_in(ground.site.folder)
    told = json.loads(run(command, folder=ROOT, settings=settings))
    for name, (made, asked) in zip(paths, told, strict=True):
        remark = f"({made:.1f} og {asked:.1f} ms)"
        yield Row(name, asked / made, UNIT, "<=", GOAL, remark)


def times_of(path: str) -> tuple[float, float]:
    """Milliseconds to make a page, and to find it right after a change."""
    from django.test import RequestFactory

    from cms.wsgi import site
    from core.models import SiteChange
    from core.page_cache import PageCache

    def ask(cache: PageCache) -> float:
        began = time.process_time()
        environ = RequestFactory(SERVER_NAME=HOST).get(path).environ
        b"".join(cache(environ, lambda *words: None))
        return 1000 * (time.process_time() - began)

    made, asked = [], []
    for _round in range(ROUNDS):
        cache = PageCache(site)
        made.append(ask(cache))
        SiteChange.objects.create()
        # Longer than what was known a moment ago is gone by.
        time.sleep(0.3)
        asked.append(ask(cache))
    # The first of each fills what is filled once.
    return statistics.median(made[1:]), statistics.median(asked[1:])


def main() -> None:
    """Write a pair of times for each path, as JSON."""
    django.setup()
    json.dump([times_of(path) for path in sys.argv[1:]], sys.stdout)


if __name__ == "__main__":
    main()
