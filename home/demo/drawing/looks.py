"""The looks of the demo: the house and its three campaigns, told apart by motif."""

from themes.looks.palettes import Look

HOUSE = Look("#ece5d6", "#1b1c20", "#d6341c", "dots", 79)
STONE_AGE = Look("#dfa032", "#2b1a12", "#a5290f", "strata", 5)
RENAISSANCE = Look("#f1e3c9", "#0b4645", "#b3202e", "leaves", 6)
NATURE = Look("#b7d66b", "#10302b", "#1746c7", "waves", 12)

BY_MOTIF = {look.motif: look for look in (HOUSE, STONE_AGE, RENAISSANCE, NATURE)}


def look_of(motif: str, seed: int | None = None) -> Look:
    """The campaign's look by its motif, with another seed when one is asked for."""
    look = BY_MOTIF.get(motif, HOUSE)
    return Look(look.ground, look.ink, look.button, motif, seed or look.seed)
