"""Huge packages: packed first, then mailed as a link to who asked for them."""
