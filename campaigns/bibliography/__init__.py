"""Titles of reading lists: their numbers, where their data comes from, where they go.

``identifiers`` reads what an editor pastes, ``sources`` asks a catalogue for the
titles, ``pasting`` makes rows of them, ``covers`` fetches their covers, ``formats``
writes a list for other programs.
"""
