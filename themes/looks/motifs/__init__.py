"""The motifs a theme can choose from, each endless and each the same for its seed."""

from random import Random

from ..palettes import Look
from . import cells, dots, leaves, strata, waves, weave

MOTIFS = {
    "strata": strata.draw,
    "leaves": leaves.draw,
    "waves": waves.draw,
    "cells": cells.draw,
    "weave": weave.draw,
    "dots": dots.draw,
}


def draw(
    look: Look, width: float, height: float, detail: float = 1, calm: float = 0
) -> list:
    """The look's motif at a size, as shapes filled with roles of its swatches.

    `detail` below 1 leaves out fine cuts (small files); `calm` is the share of the
    height, from the top, that stays plain so that words can stand there.
    """
    rng = Random(f"{look.motif} {look.seed}")  # noqa: S311 - a drawing, not a secret
    return MOTIFS[look.motif](rng, width, height, detail, calm)
