"""A campaign or a story on a screen that hangs in a library, for weeks, unattended."""
