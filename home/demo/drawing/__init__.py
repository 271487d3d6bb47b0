"""The demo's own drawing office: posters, banners, pictures and films, all in code.

`draw_file` is the door for the productions, `draw_picture` for the pages' pictures.
Nothing here knows the site: in go words and measures, out come the bytes of a file.
"""

from .catalogue import draw_all, draw_file
from .films import captions, film, film_still
from .looks import HOUSE, NATURE, RENAISSANCE, STONE_AGE, look_of
from .pictures import PICTURES, draw_picture, draw_wordmark

__all__ = [
    "HOUSE",
    "NATURE",
    "PICTURES",
    "RENAISSANCE",
    "STONE_AGE",
    "captions",
    "draw_all",
    "draw_file",
    "draw_picture",
    "draw_wordmark",
    "film",
    "film_still",
    "look_of",
]
