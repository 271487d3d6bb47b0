"""The second factor: a code from a person's own telephone, beside the password.

allauth keeps it and asks for it at sign-in (``adapter``, ``views``). Nobody comes into
the admin without one where ``SECOND_FACTOR`` says so (``gate``), and an administrator
helps who has lost theirs (``helping``).
"""
