"""How people write dates in forms, on top of Django's own formats of a language."""
