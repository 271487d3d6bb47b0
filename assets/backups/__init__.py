"""Copies of the whole site, database and files, and the way back from one.

A folder holds many copies::

    objects/private/<key>, objects/public/<key>   the files, each once
    <time>/database.sqlite or .postgresql         the database as it was then
    erasures.txt                                  who has been erased, as digests
    <time>/manifest.jsonl                         what belongs to it, with SHA-256

A copy that is not whole is called ``.part`` and is never read.
"""
