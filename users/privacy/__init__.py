"""Giving somebody all that is kept of them, and taking them out of the site.

``manage.py gdpr`` is the way in; ``core.privacy`` has the table that it goes by.
"""
