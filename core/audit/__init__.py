"""The audit log: the part of Wagtail's history that security hangs on.

What Wagtail and the apps note already is used as it is; what nobody noted is added by
``notes.note``. ``kinds`` says which events belong to it, ``report`` shows them to
administrators, and ``protection`` keeps the rows from being changed.
"""
