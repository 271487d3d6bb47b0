"""The room where files are drawn and measured: one module a family of files.

It runs in a process of its own (``run.py``) and imports nothing of the site, so a file
that breaks a parser breaks that process alone. A module has ``cover``, which returns
the picture that stands for the file and what it measured, and may have ``more`` (the
other pictures), ``spec`` (what only a closer look tells), ``text`` (what it says) and
``check`` (why the file cannot be taken at all).
"""
