"""Sets of files as one zip: what is in it, the kept object, how it is sent."""
