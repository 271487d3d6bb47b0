"""The room where a file that comes in is opened once, to see whether it can be used.

It runs in a process of its own (``run.py``) and imports nothing of the site but the
rules on zips, so a file that breaks a parser breaks that process alone. A module a
family of files has ``open_file(path, extension, filed_as)``, which returns what the
file says about itself and remarks, or raises ``Refused``.
"""
