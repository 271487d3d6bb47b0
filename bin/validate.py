"""Ask the Nu HTML Checker about every page of a running site: ``make validate``.

Needs Node.js and Java; npx fetches the checker. ``SITE=`` names another site than the
one that ``make run`` serves. The pages are fetched first, for the checker itself asks
no host of one's own machine.
"""

import os
import re
import shutil
import subprocess
import sys
import tempfile
import urllib.error
import urllib.request
from pathlib import Path

CHECKER = "vnu-jar@26.9.27"
# What stands in no sitemap; an address that is no page answers with one too.
MORE = ["/soeg/?q=plakat", "/log-ind/", "/sig-til/", "/findes-ikke/"]


def read(address: str) -> bytes:
    """What the site answers, an error page included."""
    try:
        with urllib.request.urlopen(address, timeout=120) as answer:  # noqa: S310
            return answer.read()
    except urllib.error.HTTPError as error:
        return error.read()
    except urllib.error.URLError as error:
        sys.exit(f"Stop: {address} svarer ikke ({error.reason}).")


def paths_in(address: str) -> list[str]:
    """The paths of a sitemap, and of its parts where it is large."""
    sitemap = read(address).decode()
    paths = re.findall(r"<loc>https?://[^/]+([^<]*)</loc>", sitemap)
    if "<sitemapindex" not in sitemap:
        return paths
    site = address.removesuffix("/sitemap.xml")
    return [path for part in paths for path in paths_in(site + part)]


def main() -> int:
    """Print what the checker says; 0 when it finds no error."""
    site = os.environ.get("SITE", "http://127.0.0.1:8000").rstrip("/")
    npx = shutil.which("npx")
    if not npx or not shutil.which("java"):
        sys.exit("Stop: validering kræver Node.js (npx) og Java.")
    paths = paths_in(f"{site}/sitemap.xml") + MORE
    print(f"Validerer {len(paths)} sider", flush=True)
    with tempfile.TemporaryDirectory() as folder:
        for path in paths:
            name = re.sub(r"\W+", "_", path).strip("_") or "forside"
            Path(folder, f"{name}.html").write_bytes(read(site + path))
        command = [npx, "--yes", CHECKER, "--errors-only", folder]
        return subprocess.run(command).returncode


if __name__ == "__main__":
    sys.exit(main())
