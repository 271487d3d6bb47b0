"""Wagtail's documents are no second way in for files."""

from django.core.files.uploadedfile import SimpleUploadedFile

from wagtail.documents import get_document_model

import pytest

from tests.factories.users import UserFactory

pytestmark = [pytest.mark.django_db, pytest.mark.one_database]


@pytest.fixture
def admin_client(client):
    client.force_login(UserFactory(is_superuser=True))
    return client


@pytest.mark.parametrize(
    "address",
    [
        "documents/",
        "documents",
        "documents/add/",
        "documents/multiple/add/",
        "documents/edit/1/",
        "documents/chooser/",
        "documents/chooser/create/",
        "documents/usage/1/",
        "api/main/documents/",
        "api/main/documents/1/",
        "bulk/wagtaildocs/document/delete/?id=1",
    ],
)
def test_no_address_of_theirs_answers(admin_client, address):
    assert admin_client.get(f"/admin/{address}").status_code in (301, 302, 404)


@pytest.mark.parametrize("address", ["add/", "multiple/add/", "chooser/create/"])
def test_no_file_comes_in_by_them(admin_client, address):
    data = {"title": "Fil", "collection": 1, "file": SimpleUploadedFile("a.exe", b"MZ")}
    assert admin_client.post(f"/admin/documents/{address}", data).status_code == 404
    assert not get_document_model().objects.exists()


@pytest.mark.parametrize("address", ["", "pages/?q=x", "images/?q=x", "users/?q=x"])
def test_nothing_leads_there(admin_client, address):
    assert "/admin/documents/" not in (
        admin_client.get(f"/admin/{address}", follow=True).content.decode()
    )
