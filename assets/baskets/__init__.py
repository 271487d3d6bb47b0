"""Baskets: files that a person collects and fetches as one package."""
