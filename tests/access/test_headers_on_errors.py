"""A view that fails, asked through the whole WSGI application as in production."""

from http import HTTPStatus
from wsgiref.util import setup_testing_defaults
from wsgiref.validate import validator

from django.core.wsgi import get_wsgi_application
from django.http import HttpResponse

import pytest

from core.page_cache import PageCache

from .headers import IN_PRODUCTION, faults

pytestmark = [pytest.mark.django_db, pytest.mark.one_database]


@pytest.fixture
def application(settings):
    for name, value in IN_PRODUCTION.items():
        setattr(settings, name, value)
    settings.ROOT_URLCONF = "tests.access.failing_urls"
    return validator(PageCache(get_wsgi_application()))


def ask(application, path: str, method: str = "GET", cookie: str = "") -> HttpResponse:
    environ = {"PATH_INFO": path, "REQUEST_METHOD": method, "QUERY_STRING": ""}
    environ |= {
        "SCRIPT_NAME": "",
        "HTTP_HOST": "testserver",
        "wsgi.url_scheme": "https",
    }
    if cookie:
        environ["HTTP_COOKIE"] = cookie
    setup_testing_defaults(environ)
    said = []
    chunks = application(environ, lambda *head: said.extend(head))
    body = b"".join(chunks)
    chunks.close()
    status, found = said[0], dict(said[1])
    return HttpResponse(body, status=int(status.split()[0]), headers=found)


@pytest.mark.parametrize("path", ["/fejler/", "/m/fejler/", "/admin/fejler/"])
@pytest.mark.parametrize("cookie", ["", "sessionid=nogen"])
def test_a_fault_has_every_header_and_tells_nothing(application, path, cookie):
    response = ask(application, path, cookie=cookie)
    is_admin = path.startswith("/admin/")
    assert response.status_code == HTTPStatus.INTERNAL_SERVER_ERROR
    assert faults(response, path, signed_in=bool(cookie)) == []
    assert response["Cache-Control"] == (
        "private, no-store" if is_admin or cookie else "no-cache"
    )
    assert response["X-Request-ID"]
    assert "hemmeligt" not in response.text
    assert "<h1" in response.text


def test_a_fault_is_never_kept(application):
    first, second = (ask(application, "/fejler/") for _each in range(2))
    assert first["X-Request-ID"] != second["X-Request-ID"]
