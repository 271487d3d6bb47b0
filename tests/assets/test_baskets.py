"""Baskets: what a person collects, shares with colleagues and fetches at once."""

import datetime
import zipfile
from concurrent.futures import ThreadPoolExecutor
from io import BytesIO

from django.db import connection
from django.utils import timezone

import pytest

from assets.baskets.changes import put_in
from assets.models import Asset, Basket, Download, FileVersion, Package, ShareLink
from assets.permissions import Audience
from tests.factories.assets import BARE_PDF, make_basket, make_file
from tests.factories.images import png_bytes
from tests.factories.libraries import MembershipFactory
from tests.factories.users import UserFactory

pytestmark = pytest.mark.django_db
BASKETS = "/mit-bibliotek/kurve/"


@pytest.fixture
def poster():
    return make_file(title="Plakat: Stenalderen")


@pytest.fixture
def at_library(signed_in, librarian):
    return signed_in(librarian)


@pytest.fixture
def colleague(membership):
    return MembershipFactory(library=membership.library).user


def unpacked(response) -> dict[str, bytes]:
    with zipfile.ZipFile(BytesIO(b"".join(response))) as package:
        return {name: package.read(name) for name in package.namelist()}


def add(client, **posted):
    return client.post(f"{BASKETS}laeg/", posted)


def change(client, basket, action, **posted):
    return client.post(f"{BASKETS}{basket.pk}/{action}/", posted)


def test_the_first_file_makes_a_basket_and_the_way_back_is_kept(at_library, poster):
    response = add(at_library, file=poster.public_id, next="/materialer/?side=2")
    assert response["Location"] == "/materialer/?side=2"
    basket = Basket.objects.get()
    assert [item.file for item in basket.items.all()] == [poster]
    page = at_library.get(BASKETS).content.decode()
    assert "1 fil lagt i ”Min kurv”" in page


def test_an_asset_brings_all_its_files_once(at_library, poster):
    for _time in range(2):
        add(at_library, asset=poster.asset.slug)
    assert Basket.objects.get().items.count() == 1


def test_no_way_back_leads_elsewhere(at_library, poster):
    response = add(at_library, file=poster.public_id, next="https://ondt.example/")
    assert response["Location"] == Basket.objects.get().get_absolute_url()


def test_script_gets_the_answer_in_words(at_library, poster):
    response = at_library.post(
        f"{BASKETS}laeg/",
        {"file": poster.public_id},
        headers={"Accept": "application/json"},
    )
    assert response.json()["text"] == "1 fil lagt i ”Min kurv”"


@pytest.mark.parametrize("hidden", [{"state": Asset.State.DRAFT}, {"access": 3}])
def test_what_one_may_not_have_cannot_be_collected(at_library, hidden):
    file = make_file(**hidden)
    assert add(at_library, file=file.public_id).status_code == 404
    assert add(at_library, asset=file.asset.slug).status_code == 404
    assert add(at_library, file="zzzzzzzzzz").status_code == 404


def test_things_go_where_the_person_said_last(at_library, librarian, poster):
    first = make_basket(librarian, name="Først")
    make_basket(librarian, name="Sidst")
    change(at_library, first, "brug")
    add(at_library, file=poster.public_id)
    assert first.items.count() == 1


def test_the_page_shows_what_and_how_much_first(at_library, librarian, poster):
    basket = make_basket(librarian, poster)
    page = at_library.get(basket.get_absolute_url()).content.decode()
    assert "Plakat: Stenalderen" in page
    assert f"Hent kurven ({len(BARE_PDF)} byte)" in page
    assert not Download.objects.exists()


def test_a_basket_is_one_zip_and_one_row(at_library, membership, poster):
    basket = make_basket(membership.user, poster, name="Til Åen")
    response = at_library.get(f"{basket.get_absolute_url()}hent/")
    files = unpacked(response)
    assert files.pop("LÆSMIG.txt")
    assert files == {"Tryk/plakat-stenalderen/plakat.pdf": BARE_PDF}
    assert 'filename="til-aaen.zip"' in response["Content-Disposition"]
    row = Download.objects.get()
    assert (row.library, row.theme, row.version) == (membership.library, None, None)
    assert list(row.package.versions.all()) == [poster.current_version]


def test_what_has_gone_is_named_with_its_reason(at_library, librarian, poster):
    yesterday = timezone.localdate() - datetime.timedelta(days=1)
    gone = {
        "Gammel": {"state": Asset.State.WITHDRAWN},
        "Udløbet": {"usable_until": yesterday},
        "Uklar": {},
    }
    files = [make_file(title=title, **how) for title, how in gone.items()]
    files[2].versions.update(state=FileVersion.State.WITHDRAWN)
    basket = make_basket(librarian, poster, *files)
    basket.items.create(title="Slettet: A3")
    text = unpacked(at_library.get(f"{basket.get_absolute_url()}hent/"))["LÆSMIG.txt"]
    page = at_library.get(basket.get_absolute_url()).content.decode()
    for words in (
        "Gammel: A3 til trykkeriet",
        "er trukket tilbage.",
        f"måtte bruges til og med {yesterday:%d.%m.%Y}.",
        "taget ned eller ikke klar endnu.",
        "findes ikke længere.",
    ):
        assert words in text.decode()
        assert words in page


def test_a_colleague_is_not_told_of_what_they_may_not_know(
    signed_in, editor, membership, colleague
):
    MembershipFactory(user=editor, library=membership.library)
    secret = make_file(title="Hemmelig plakat", access=Audience.EDITOR)
    basket = make_basket(editor, secret, is_shared=True)
    url = basket.get_absolute_url()
    assert "Hemmelig plakat" in signed_in(editor).get(url).content.decode()
    page = signed_in(colleague).get(url).content.decode()
    assert "Hemmelig plakat" not in page
    assert "Et materiale" in page


def test_an_empty_basket_is_refused_in_words(at_library, librarian):
    basket = make_basket(librarian)
    response = at_library.get(f"{basket.get_absolute_url()}hent/")
    assert response.status_code == 409
    assert "intet at hente i kurven" in response.content.decode()
    assert not Download.objects.exists()


def test_a_large_basket_is_kept_and_a_small_one_is_not(
    at_library, librarian, poster, settings
):
    settings.TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend"}}
    small = make_basket(librarian, poster)
    b"".join(at_library.get(f"{small.get_absolute_url()}hent/"))
    assert Package.objects.get().state == Package.State.STREAMED
    settings.PACKAGE_KEPT_FROM = 1
    b"".join(at_library.get(f"{small.get_absolute_url()}hent/"))
    assert Package.objects.get().state == Package.State.WANTED


def test_sharing_lets_colleagues_see_fill_and_fetch(
    at_library, librarian, signed_in, colleague, poster
):
    basket = make_basket(librarian, poster)
    other = signed_in(colleague)
    url = basket.get_absolute_url()
    assert other.get(url).status_code == 404
    change(at_library, basket, "del", shared="1")
    assert other.get(url).status_code == 200
    assert other.get(f"{url}hent/").status_code == 200
    assert basket.name in other.get(BASKETS).content.decode()
    change(at_library, basket, "del", shared="0")
    assert other.get(url).status_code == 404
    assert change(other, basket, "brug").status_code == 404


def test_the_owner_alone_shares_empties_and_deletes(
    librarian, signed_in, colleague, poster
):
    basket = make_basket(librarian, poster, is_shared=True)
    other = signed_in(colleague)
    for action in ("del", "toem", "slet", "andet"):
        assert change(other, basket, action, seen=10**9).status_code == 404
    assert basket.items.count() == 1
    page = other.get(basket.get_absolute_url()).content.decode()
    assert "Tøm kurven" not in page
    assert "Slet kurven" not in page


def test_a_colleague_puts_in_takes_out_and_renames(
    at_library, librarian, signed_in, colleague, poster
):
    basket = make_basket(librarian, poster, is_shared=True)
    other, banner = signed_in(colleague), make_file(png_bytes(), "banner.png")
    change(other, basket, "brug")
    add(other, file=banner.public_id)
    change(other, basket, "fjern", item=basket.items.get(file=poster).pk)
    change(other, basket, "omdoeb", name="Fælles")
    basket.refresh_from_db()
    assert (basket.name, basket.is_shared) == ("Fælles", True)
    assert [(i.file, i.added_by) for i in basket.items.all()] == [(banner, colleague)]
    page = at_library.get(basket.get_absolute_url()).content.decode()
    assert f"Lagt i af {colleague}" in page


def test_what_one_colleague_chooses_is_not_what_another_does(
    at_library, librarian, signed_in, colleague, poster
):
    mine = make_basket(librarian, name="Min")
    shared = make_basket(librarian, name="Vores", is_shared=True)
    change(at_library, mine, "brug")
    other = signed_in(colleague)
    change(other, shared, "brug")
    add(other, file=poster.public_id)
    add(at_library, file=poster.public_id)
    assert (mine.items.count(), shared.items.count()) == (1, 1)


def test_who_no_longer_shares_the_basket_fills_their_own(
    at_library, librarian, signed_in, colleague, poster
):
    shared = make_basket(librarian, is_shared=True)
    other = signed_in(colleague)
    change(other, shared, "brug")
    change(at_library, shared, "del", shared="0")
    add(other, file=poster.public_id)
    assert not shared.items.exists()
    assert Basket.objects.get(owner=colleague).items.count() == 1


def test_what_was_taken_out_can_be_put_back(at_library, librarian, poster):
    basket = make_basket(librarian, poster)
    gone = change(at_library, basket, "fjern", item=basket.items.get().pk)
    assert "Læg den tilbage" in at_library.get(gone["Location"]).content.decode()
    change(at_library, basket, "laeg", file=poster.public_id)
    assert [item.file for item in basket.items.all()] == [poster]


def test_taken_out_by_two_at_once_is_said_to_the_second(at_library, librarian, poster):
    basket = make_basket(librarian, poster)
    item = basket.items.get().pk
    change(at_library, basket, "fjern", item=item)
    change(at_library, basket, "fjern", item=item)
    page = at_library.get(basket.get_absolute_url()).content.decode()
    assert "Det var allerede taget ud" in page


@pytest.mark.parametrize("action", ["toem", "slet"])
def test_what_a_colleague_put_in_meanwhile_is_kept(
    at_library, librarian, colleague, poster, action
):
    basket = make_basket(librarian, poster, is_shared=True)
    seen = basket.items.get().pk
    put_in(basket, [banner := make_file(png_bytes(), "banner.png")], colleague)
    page = at_library.post(
        f"{BASKETS}{basket.pk}/{action}/", {"seen": seen}, follow=True
    )
    assert "1 fil kom i imens" in page.content.decode()
    assert basket.items.filter(file=banner).exists()


@pytest.mark.django_db(transaction=True)
def test_two_who_fill_the_same_basket_at_once_lose_nothing(librarian, colleague):
    basket = make_basket(librarian, is_shared=True)
    files = [make_file() for _n in range(4)]

    def fill(n: int) -> int:
        try:
            return put_in(
                basket, [files[n % 4], files[3]], [librarian, colleague][n % 2]
            )
        finally:
            connection.close()

    with ThreadPoolExecutor(6) as pool:
        added = sum(pool.map(fill, range(6)))
    assert added == 4
    assert {item.file for item in basket.items.all()} == set(files)


def test_a_shared_basket_is_not_another_librarys(signed_in, librarian, poster):
    basket = make_basket(librarian, poster, is_shared=True)
    stranger = signed_in(MembershipFactory().user)
    assert stranger.get(basket.get_absolute_url()).status_code == 404


def test_take_out_rename_empty_and_delete(at_library, librarian, poster):
    other = make_file(png_bytes(), "banner.png")
    basket = make_basket(librarian, poster, other)
    change(at_library, basket, "fjern", item=basket.items.first().pk)
    assert [item.file for item in basket.items.all()] == [other]
    change(at_library, basket, "omdoeb", name="Nyt navn")
    basket.refresh_from_db()
    assert basket.name == "Nyt navn"
    change(at_library, basket, "toem", seen=basket.items.last().pk)
    assert not basket.items.exists()
    change(at_library, basket, "slet", seen=0)
    assert not Basket.objects.exists()


def test_a_name_is_asked_for(at_library, librarian):
    assert at_library.post(f"{BASKETS}ny/", {"name": "Jul"}).status_code == 302
    for response in (
        at_library.post(f"{BASKETS}ny/", {"name": ""}),
        change(at_library, Basket.objects.get(), "omdoeb", name=" "),
    ):
        assert response.status_code == 422
        assert "Skriv et navn til kurven" in response.content.decode()


def test_strangers_sign_in_and_people_of_no_library_are_shown_the_way(
    signed_in, poster
):
    assert signed_in().get(BASKETS)["Location"].startswith("/log-ind/")
    nobody = signed_in(UserFactory())
    assert nobody.get(BASKETS).status_code == 403
    assert add(nobody, file=poster.public_id).status_code == 403


def test_the_button_and_a_cookie_are_for_who_has_a_basket(
    signed_in, at_library, poster
):
    url = poster.asset.get_absolute_url()
    assert at_library.get(url).content.decode().count("data-basket") == 1
    stranger = signed_in().get(url)
    assert "data-basket" not in stranger.content.decode()
    assert not stranger.cookies
    assert "data-basket" not in signed_in(UserFactory()).get(url).content.decode()


@pytest.mark.parametrize("has_library", [True, False])
def test_an_editor_makes_a_share_link_of_a_basket_in_one_click(
    as_editor, editor, membership, poster, has_library
):
    if has_library:
        MembershipFactory(user=editor, library=membership.library)
    draft = make_file(title="Kladde", state=Asset.State.DRAFT)
    basket = make_basket(editor, poster, draft, name="Til avisen")
    answer = change(as_editor, basket, "delelink")
    change(as_editor, basket, "delelink")
    share = ShareLink.objects.get()
    assert (share.title, share.created_by, share.is_open) == (
        "Til avisen",
        editor,
        True,
    )
    assert [item.file for item in share.items.all()] == [poster]
    page = as_editor.get(answer["Location"]).content.decode()
    assert share.address in page
    assert "1 fil fra kurven er ikke med" in page


@pytest.mark.parametrize(
    ("titles", "said"),
    [(["Plakat"], "Plakat"), (["Plakat", "Flyer", "Bånd"], "Plakat og 2 til")],
)
def test_a_link_to_a_basket_without_a_name_is_named_after_what_is_in_it(
    as_editor, editor, titles, said
):
    files = [make_file(title=title) for title in titles]
    change(as_editor, make_basket(editor, *files, name="Min kurv"), "delelink")
    assert ShareLink.objects.get().title == said


def test_a_file_named_as_its_material_is_named_once(at_library, librarian):
    file = make_file(title="Vandring")
    file.name = "Vandring"
    file.save()
    url = make_basket(librarian, file).get_absolute_url()
    assert "<span>Vandring</span>" not in at_library.get(url).content.decode()


def test_a_basket_with_nothing_to_fetch_makes_no_share_link(as_editor, editor):
    basket = make_basket(editor)
    page = as_editor.post(f"{BASKETS}{basket.pk}/delelink/", follow=True)
    assert "intet i kurven, som et link kan føre til" in page.content.decode()
    assert not ShareLink.objects.exists()


def test_who_makes_no_links_is_not_offered_one(at_library, librarian, poster):
    basket = make_basket(librarian, poster)
    page = at_library.get(basket.get_absolute_url()).content.decode()
    assert "Lav delelink" not in page
    assert change(at_library, basket, "delelink").status_code == 404


def test_a_basket_costs_the_same_however_full(
    at_library, librarian, django_assert_max_num_queries
):
    basket = make_basket(librarian, *(make_file() for _n in range(6)))
    at_library.get(basket.get_absolute_url())
    with django_assert_max_num_queries(22):
        at_library.get(basket.get_absolute_url())


def test_a_file_that_is_chosen_twice_is_put_in_once(librarian, poster):
    basket = make_basket(librarian)
    assert put_in(basket, [poster, poster], librarian) == 1
