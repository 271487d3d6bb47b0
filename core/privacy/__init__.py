"""What is kept of people: what, why, on what basis and for how long.

Each app says in its ``privacy.py`` what its models keep (``records.keep``). By that one
table ``manage.py retention`` forgets what is old, and ``users.privacy`` gives a person
what is theirs or takes them out.
"""
