"""Papers in a theme's look: what is set in type, and what it is set from."""
