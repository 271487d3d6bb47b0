"""Replacing, restoring and withdrawing files, and telling who has the old ones."""
