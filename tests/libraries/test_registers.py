import re

from django.contrib.auth.models import Group
from django.core.files.uploadedfile import SimpleUploadedFile

import pytest

from libraries.models import Invitation, Library, MailDomain, Membership
from libraries.models.memberships import Role
from libraries.roles import AGENCY, COORDINATORS, EDITORS
from tests.factories.libraries import (
    LibraryFactory,
    MailDomainFactory,
    MembershipFactory,
)
from tests.factories.users import UserFactory

pytestmark = pytest.mark.django_db
BASE = "/admin/libraries/"
LIST = BASE + "library/"
IMPORT = LIST + "importer/"


def sign_in(client, group):
    user = UserFactory()
    user.groups.add(Group.objects.get(name=group))
    client.force_login(user)
    return user


def html_of(response):
    return response.content.decode()


def file_of(text, encoding="utf-8"):
    return SimpleUploadedFile("b.csv", text.encode(encoding), "text/csv")


@pytest.fixture
def coordinator(client):
    return sign_in(client, COORDINATORS)


def test_the_list_filters_and_finds(client, coordinator):
    a = LibraryFactory(
        municipality="Rebild", area="Nordjylland", region_is_assumed=True
    )
    b = LibraryFactory(municipality="Vejen", region__name="Vejle", is_active=False)
    MailDomainFactory(library=a, domain="rebild.example")
    html = html_of(client.get(LIST))
    assert "Aalborg (antagelse)" in html
    for query in (
        f"region__id__exact={a.region_id}",
        "area=Nordjylland",
        "is_active__exact=1",
        "region_is_assumed__exact=1",
        "q=rebild",
        f"q={a.isil}",
        "q=rebild.example",
        f"region__id__exact={a.region_id}&q=Rebild&o=1",
    ):
        html = html_of(client.get(f"{LIST}?{query}"))
        assert a.name in html, query
        assert b.name not in html, query


def test_odd_addresses_are_no_errors(client, coordinator):
    LibraryFactory()
    for query in ("farve=blå", "region__id__exact=x", "o=99.x", "p=abc", "p=999"):
        assert client.get(f"{LIST}?{query}", follow=True).status_code == 200, query
    for path in ("edit/abc/", "inspect/999999/", "delete/x-y/"):
        assert client.get(LIST + path).status_code == 404, path


def test_a_library_is_inspected_with_its_people(client, coordinator):
    membership = MembershipFactory(
        role=Role.CONTACT, user__name="Kim Kontakt", library__region_is_assumed=True
    )
    MailDomainFactory(library=membership.library, domain="rebild.example")
    html = html_of(client.get(f"{LIST}inspect/{membership.library_id}/"))
    for text in ("Kim Kontakt (kontaktperson)", "rebild.example", "antagelse"):
        assert text in html


def test_a_library_is_made_and_changed(client, coordinator):
    data = {"name": "Læsø Bibliotek", "isil": "dk-782500", "municipality": "Læsø"}
    assert client.get(LIST + "create/").status_code == 200
    response = client.post(LIST + "create/", data | {"isil": "782500"})
    assert "782500 er ikke et ISIL" in html_of(response)
    assert 'value="Læsø Bibliotek"' in html_of(response)
    assert client.post(LIST + "create/", data).status_code == 302
    library = Library.objects.get()
    assert (library.isil, library.slug) == ("DK-782500", "laesoe-bibliotek")
    client.post(f"{LIST}edit/{library.pk}/", data | {"phone": "98 49 12 12"})
    library.refresh_from_db()
    assert library.phone == "98 49 12 12"
    assert client.get(f"{LIST}history/{library.pk}/").status_code == 200


def test_a_library_with_people_is_not_deleted(client, coordinator):
    library = MembershipFactory().library
    assert client.post(f"{LIST}delete/{library.pk}/").status_code == 200
    assert Library.objects.filter(pk=library.pk).exists()
    client.post(f"{LIST}delete/{LibraryFactory().pk}/")
    assert Library.objects.count() == 1


def test_editors_read_and_the_agency_does_not_see_it(client):
    library = LibraryFactory()
    sign_in(client, EDITORS)
    html = html_of(client.get(LIST))
    assert library.name in html
    assert "Hent fra CSV" not in html
    for path in ("create/", f"edit/{library.pk}/", "importer/"):
        assert client.get(LIST + path).status_code in (302, 403), path
    assert client.get(LIST + "eksporter/").status_code == 200
    sign_in(client, AGENCY)
    assert client.get(LIST).status_code in (302, 403)
    assert client.get(LIST + "eksporter/").status_code in (302, 403)


def test_a_mail_domain_is_added(client, coordinator):
    library = LibraryFactory()
    url = BASE + "maildomain/create/"
    response = client.post(url, {"domain": "gmail.com", "library": library.pk})
    assert "Alle kan få en adresse på gmail.com" in html_of(response)
    client.post(url, {"domain": "@Rebild.example", "library": library.pk})
    assert MailDomain.objects.get().domain == "rebild.example"
    assert client.get(BASE + "maildomain/?q=rebild").status_code == 200


def test_a_person_gets_a_place_a_role_and_an_end(client, coordinator):
    user, library = UserFactory(), LibraryFactory()
    url = BASE + "membership/"
    data = {"user": user.pk, "library": library.pk, "role": "staff", "state": "active"}
    client.post(url + "create/", data)
    membership = Membership.objects.get()
    assert membership.started_at
    assert membership.decided_by == coordinator
    assert "allerede tilknyttet" in html_of(client.post(url + "create/", data))
    edit = f"{url}edit/{membership.pk}/"
    assert client.get(edit).status_code == 200
    refused = client.post(edit, {"role": "central", "state": "active"})
    assert "ikke et centralbibliotek" in html_of(refused)
    client.post(edit, {"role": "contact", "state": "active"})
    membership.refresh_from_db()
    assert membership.role == Role.CONTACT
    client.post(edit, {"role": "contact", "state": "ended"})
    membership.refresh_from_db()
    assert membership.ended_at
    again = client.post(edit, {"role": "contact", "state": "active"})
    assert "er historie" in html_of(again)
    assert client.post(f"{url}delete/{membership.pk}/").status_code in (302, 403)
    assert Membership.objects.exists()
    for query in ("state__exact=ended", "role__exact=contact", "q=person"):
        assert client.get(f"{url}?{query}").status_code == 200


def test_an_invitation_is_sent_and_taken_back(
    client, coordinator, mailoutbox, django_capture_on_commit_callbacks
):
    url = BASE + "invitation/"
    data = {"library": LibraryFactory().pk, "email": "Ny@b.example", "role": "contact"}
    for _time in range(2):
        with django_capture_on_commit_callbacks(execute=True):
            assert client.post(url + "create/", data).status_code == 302
    assert [message.to for message in mailoutbox] == [["ny@b.example"]] * 2
    invitation = Invitation.objects.get()
    assert client.get(url).status_code == 200
    assert client.get(f"{url}edit/{invitation.pk}/").status_code in (302, 403)
    client.post(f"{url}delete/{invitation.pk}/")
    assert client.get(invitation.get_absolute_url()).status_code == 410


def test_a_file_from_danish_excel_is_shown_and_then_saved(client, coordinator):
    LibraryFactory(isil="DK-782500", municipality="Læsø", phone="12")
    text = "ISIL;Kommune;Telefon\r\nDK-782500;Læsø;34\r\nDK-785100;Aalborg;56\r\n"
    response = client.post(IMPORT, {"file": file_of(text, "cp1252")})
    html = html_of(response)
    assert response.status_code == 200
    assert "1 nyt bibliotek" in html
    assert "1 bibliotek ændres" in html
    assert "telefon: 12 → 34" in html
    assert Library.objects.count() == 1
    token = re.search(r'name="token" value="([^"]+)"', html)[1]
    response = client.post(IMPORT, {"token": token}, follow=True)
    assert "1 nyt bibliotek og 1 ændret er gemt" in html_of(response)
    assert Library.objects.get(isil="DK-782500").phone == "34"
    assert "Vælg den igen" in html_of(client.post(IMPORT, {"token": token}))


def test_another_persons_preview_cannot_be_saved(client, coordinator):
    html = html_of(client.post(IMPORT, {"file": file_of("isil;kommune\nDK-1;A\n")}))
    token = re.search(r'name="token" value="([^"]+)"', html)[1]
    sign_in(client, COORDINATORS)
    assert "Vælg den igen" in html_of(client.post(IMPORT, {"token": token}))
    assert not Library.objects.exists()


@pytest.mark.parametrize(
    ("text", "part"),
    [
        ("isil;kommune\n123;A\n", "123 er ikke et ISIL"),
        ("navn\nA\n", "mangler en overskrift"),
        ("", "Filen er tom"),
        ("<svg/>;isil\nx;<script>alert(1)</script>\n", "&lt;script&gt;"),
    ],
)
def test_a_bad_file_is_told_and_not_saved(client, coordinator, text, part):
    response = client.post(IMPORT, {"file": file_of(text)})
    assert response.status_code == 422
    assert part in html_of(response)
    assert 'name="token"' not in html_of(response)


def test_no_file_is_told_at_the_field(client, coordinator):
    assert "Vælg en fil." in html_of(client.post(IMPORT, {}))


def test_the_export_is_read_back_without_a_change(client, coordinator):
    LibraryFactory(
        municipality="Læsø", note="=cmd()", phone="+45 98", region_is_assumed=True
    )
    LibraryFactory(name='Et "navn"; med; tegn', is_central=True)
    response = client.get(LIST + "eksporter/")
    data = b"".join(response.streaming_content)
    assert data.startswith(b"\xef\xbb\xbfisil;navn;")
    assert b";'+45 98;" in data
    assert b";'=cmd()" in data
    assert re.search(
        r"biblioteker-\d{4}-\d\d-\d\d\.csv", response["content-disposition"]
    )
    html = html_of(
        client.post(IMPORT, {"file": SimpleUploadedFile("b.csv", data, "text/csv")})
    )
    assert "2 er, som de skal være" in html
