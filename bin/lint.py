"""All that can be said about the code without running it; ``--fix`` mends the form."""

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
PYTHON = sys.executable


def commands(fix: bool) -> dict[str, list[str]]:
    """The linters by name; with ``fix`` only those that can mend what they find."""
    templates = sorted(map(str, Path("templates").rglob("*.html")))
    djhtml = [PYTHON, "-m", "djhtml", "--tabwidth", "4"]
    ruff = [PYTHON, "-m", "ruff"]
    manage = [PYTHON, "manage.py"]
    if fix:
        found = {
            "ruff check": [*ruff, "check", "--fix"],
            "ruff format": [*ruff, "format"],
            "djhtml": [*djhtml, *templates],
        }
    else:
        found = {
            "ruff check": [*ruff, "check"],
            "ruff format": [*ruff, "format", "--check"],
            "djhtml": [*djhtml, "--check", *templates],
            "layers": [str(Path(PYTHON).with_name("lint-imports"))],
            "check": [*manage, "check", "--fail-level", "WARNING"],
            "migrations": [*manage, "makemigrations", "--check", "--dry-run"],
        }
    if not templates:
        del found["djhtml"]
    return found


def main() -> int:
    """Run them all, show what the failing ones said, and name those at the end."""
    os.chdir(ROOT)
    environment = {**os.environ, "DJANGO_SETTINGS_MODULE": "cms.settings.test"}
    failed = []
    for name, command in commands("--fix" in sys.argv[1:]).items():
        done = subprocess.run(
            command,
            env=environment,
            text=True,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
        )
        print(f"{'ok  ' if done.returncode == 0 else 'FEJL'} {name}", flush=True)
        if done.returncode:
            print(done.stdout, flush=True)
            failed.append(name)
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
