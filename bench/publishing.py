"""An editor who publishes a page every second; runs inside the site.

``python -m bench.publishing SECONDS`` prints how many times it was done.
"""

import sys
import time

import django


def main() -> None:
    """Publish the front page again and again, each time with another lead."""
    django.setup()
    # Only now can the apps be imported.
    from home.models import HomePage

    until = time.monotonic() + float(sys.argv[1])
    times = 0
    while (now := time.monotonic()) < until:
        page = HomePage.objects.live().order_by("pk").first()
        page.search_description = f"Udgave {times}"
        page.save_revision().publish()
        times += 1
        time.sleep(max(0.0, now + 1 - time.monotonic()))
    print(times)


if __name__ == "__main__":
    main()
