"""Ask Lighthouse about each kind of page of a running site: ``make lighthouse``.

Needs Node.js and Chromium; npx fetches Lighthouse. ``SITE=`` names the site, which
should be one as in production (``docs/deployment.md``): while developing, the styles
come in eighty pieces. Marks are of 100, by Lighthouse's own picture of a slow phone.
"""

import json
import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

TOOL = "lighthouse@13.5.0"
CHROME = "--headless=new --no-sandbox --disable-gpu --ignore-certificate-errors"
CATEGORIES = ("performance", "accessibility", "best-practices", "seo")
CAMPAIGN = "/kampagner/stenalder-til-middelalder/"
# One of each kind, of the demo content.
PATHS = [
    "/",
    CAMPAIGN,
    f"{CAMPAIGN}runestenen-i-jelling/",
    f"{CAMPAIGN}byg-en-middelalderborg-i-minecraft/",
    f"{CAMPAIGN}fra-flint-til-faestning/",
    f"{CAMPAIGN}filmen-under-graesset/",
    "/ideer/",
    "/laeselister/",
    "/film/",
    "/materialer/",
    "/materialer/bogmaerker-med-runer/",
    "/kalender/",
    "/om/",
    "/for-partnere/",
    "/nyheder/",
    "/soeg/",
    "/log-ind/",
]
TRIES = 2


def report_on(address: str, folder: str) -> dict | None:
    """What Lighthouse found, or nothing where it lost the trace of the page twice."""
    path = Path(folder, "report.json")
    command = [
        *("npx", "--yes", TOOL, address, "--quiet", "--output=json"),
        f"--output-path={path}",
        f"--only-categories={','.join(CATEGORIES)}",
        f"--chrome-flags={CHROME}",
    ]
    for _try in range(TRIES):
        subprocess.run(command, capture_output=True, check=False)
        report = json.loads(path.read_text()) if path.exists() else {}
        if report and "runtimeError" not in report:
            return report
    return None


def row(report: dict) -> str:
    """The four marks, then when the largest thing is painted and what is moved."""
    marks = [round((report["categories"][c]["score"] or 0) * 100) for c in CATEGORIES]
    audits = report["audits"]
    paint = audits["largest-contentful-paint"]["numericValue"] / 1000
    moved = audits["cumulative-layout-shift"]["numericValue"]
    return " ".join(f"{mark:>5}" for mark in marks) + f"  {paint:.1f} s  {moved:.3f}"


def main() -> int:
    """Print a line for each page; 0 when all of them could be measured."""
    site = os.environ.get("SITE", "http://127.0.0.1:8000").rstrip("/")
    chromium = shutil.which("chromium") or shutil.which("chromium-browser")
    if not shutil.which("npx") or not chromium:
        sys.exit("Stop: målingen kræver Node.js (npx) og Chromium.")
    os.environ.setdefault("CHROME_PATH", chromium)
    lost = []
    print("perf. tilg. praks. seo  største  rykket", flush=True)
    with tempfile.TemporaryDirectory() as folder:
        for path in sys.argv[1:] or PATHS:
            if report := report_on(site + path, folder):
                print(row(report), path, flush=True)
            else:
                lost.append(path)
    for path in lost:
        print(f"Kunne ikke måles: {path}", file=sys.stderr)
    return 1 if lost else 0


if __name__ == "__main__":
    sys.exit(main())
