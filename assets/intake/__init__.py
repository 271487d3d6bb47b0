"""How files come in: laid on a page in the admin, checked by the worker, then ready."""
