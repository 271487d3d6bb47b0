"""Pictures for pages, made ready by the worker: sizes, formats and a colour."""
