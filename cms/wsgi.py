"""The WSGI entry points: ``application`` is what gunicorn serves.

``site`` is the same without the kept pages, for ``runserver``: there templates change.
"""

import os

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "cms.settings.production")

site = get_wsgi_application()

# Its modules want the settings.
from core.page_cache import PageCache  # noqa: E402

application = PageCache(site)
