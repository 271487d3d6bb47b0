"""The WSGI entry points: ``application`` is what gunicorn serves.

``site`` is the same without the kept pages, for ``runserver``: there templates change.
"""

import os
from importlib import import_module

import django
from django.conf import settings

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "cms.settings.production")

django.setup(set_prefix=False)

# Its modules want the settings.
from core.page_cache import PageCache, Site  # noqa: E402

# The views too are read before anybody asks, once for all processes.
import_module(settings.ROOT_URLCONF)

site = Site()
application = PageCache(site)
