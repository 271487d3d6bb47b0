"""What others may build on: records of what is open to all, and the API that tells it.

``records`` knows what any stranger may be shown and what is gone again; ``shapes`` is
how it is told; ``endpoints`` answers; ``bodies`` writes out what editors composed;
``description`` describes all of it (OpenAPI). The apps say what they have in their own
``api.py``. docs/features/api.md
"""
