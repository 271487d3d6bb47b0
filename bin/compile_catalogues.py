"""Compile ``locale/*/LC_MESSAGES/*.po``, without gettext on the machine."""

from pathlib import Path

import polib

LOCALE = Path(__file__).resolve().parent.parent / "locale"


def main() -> None:
    """Write the .mo file beside every .po file."""
    for source in sorted(LOCALE.glob("*/LC_MESSAGES/*.po")):
        # Written aside and renamed: a process that starts meanwhile reads a whole file.
        fresh = source.with_suffix(".mo.new")
        polib.pofile(str(source)).save_as_mofile(str(fresh))
        fresh.replace(source.with_suffix(".mo"))


if __name__ == "__main__":
    main()
