"""The WSGI entry points: ``application`` is what gunicorn serves.

``site`` is the same without the kept pages, for ``runserver``: there templates change.
"""

import os

import django

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "cms.settings.production")

django.setup(set_prefix=False)

# Its modules want the settings.
from core.page_cache import PageCache, Site  # noqa: E402

site = Site()
application = PageCache(site)
