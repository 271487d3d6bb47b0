"""Share links: a way to chosen files for who has no account here."""
