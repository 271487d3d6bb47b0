"""What a text says, as the index knows it: words folded and cut, and facets.

The same steps are taken for what is indexed and for what is asked, in Python, so that
SQLite and PostgreSQL are given the same words and can only find the same.
"""

from .facet_words import FacetWord, facet_words
from .folding import fold, words_of
from .stems import stem, stems
from .stop_words import STOP_WORDS, telling

__all__ = [
    "STOP_WORDS",
    "FacetWord",
    "facet_words",
    "fold",
    "stem",
    "stems",
    "telling",
    "words_of",
]
