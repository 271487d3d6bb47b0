"""Pictures for sharing an address: drawn in the look of what is shared, when asked for.

An address of one names what it shows (``subjects.py``), so what is changed has another
address at once, and no other site goes on showing what was. It is drawn when somebody
first asks, and kept (``keeping.py``). See docs/features/share-pictures.md.
"""
