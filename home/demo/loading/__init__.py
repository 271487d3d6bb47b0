"""Loads the demo content into a site; safe to run twice."""

from pathlib import Path

LIBRARIES_CSV = Path(__file__).resolve().parent.parent / "libraries.csv"
