"""The page, its form, its list, and who may ask it for what."""

import uuid

from django.urls import reverse

from wagtail.models import Collection

import pytest

from assets.editing.forms import AssetForm
from assets.models import Asset, Drop, FileVersion, Upload
from tests.factories.assets import add_version, make_file
from tests.factories.themes import ThemeFactory

from ..posts import changed_asset, edit_url, upload, upload_errors
from .sending import begin, drop_fields, make_drop, pdf_bytes, post, rows, send

pytestmark = [pytest.mark.django_db, pytest.mark.one_database]
S = FileVersion.State
ONES = ["part", "finish", "cancel"]


def make(client, **fields):
    return client.post(reverse("drops:drop"), drop_fields(**fields))


def test_the_page_and_its_menu_are_there_for_who_uploads(as_agency):
    page = as_agency.get(reverse("drops:index"))
    assert page.status_code == 200
    assert "Træk filerne hertil" in page.content.decode()
    assert reverse("drops:index") in as_agency.get("/admin/").content.decode()


@pytest.mark.parametrize("name", ["index", "states"])
def test_a_librarian_is_not_let_in(signed_in, librarian, name):
    assert signed_in(librarian).get(reverse(f"drops:{name}")).status_code in (302, 403)


@pytest.mark.parametrize("name", ONES)
def test_anothers_upload_answers_as_one_that_is_not(as_agency, editor, name):
    other = Upload.objects.create(
        owner=editor, drop=make_drop(editor), name="p.pdf", size=9, part_size=9
    )
    answers = [
        post(as_agency, reverse(f"drops:{name}", args=[pk]), number=1)
        for pk in (other.pk, uuid.uuid4())
    ]
    assert answers[0].status_code == answers[1].status_code
    assert name == "cancel" or answers[0].status_code == 404
    assert Upload.objects.filter(pk=other.pk, is_given_up=False).exists()


def test_anothers_drop_takes_no_file(as_agency, editor):
    assert begin(as_agency, make_drop(editor), b"%PDF", "p.pdf").status_code == 404


def test_nothing_but_the_fields_of_the_form_is_taken(as_agency, agency, editor):
    made = make(as_agency, owner=editor.pk, state="published", is_group="on").json()
    drop = Drop.objects.get(pk=made["drop"])
    assert (drop.owner, drop.is_group) == (agency, False)
    answer = begin(
        as_agency, drop, pdf_bytes(), "p.pdf",
        owner=editor.pk, key="assets/x", state="ready", sha256="0" * 64, version=1,
    )  # fmt: skip
    upload = Upload.objects.get(pk=answer.json()["id"])
    assert (upload.owner, upload.state) == (agency, S.UPLOADING)
    assert upload.key != "assets/x"


def test_the_agency_lays_files_on_no_asset_of_others(as_agency, agency):
    published = make_file(created_by=agency).asset
    others = make_file(state=Asset.State.DRAFT).asset
    for asset in (published, others):
        assert make(as_agency, into="existing", asset=asset.pk).status_code == 422


def test_a_collection_without_the_right_is_refused(as_agency, agency):
    group = agency.groups.get()
    place = Collection.get_first_root_node().add_child(name="Kun her")
    group.collection_permissions.update(collection=place)
    refused = make(as_agency, collection=Collection.get_first_root_node().pk)
    assert refused.status_code == 422
    assert "Samling" in "".join(refused.json()["errors"]).title()
    assert make(as_agency, collection=place.pk).status_code == 201


def test_a_drop_on_an_asset_adds_files_and_replaces_by_name(settled, as_editor, editor):
    old = make_file(pdf_bytes("gammel"), "plakat.pdf")
    drop = make_drop(editor, asset=old.asset)
    new = settled(pdf_bytes("ny"), "PLAKAT.pdf", as_editor, editor, drop=drop)
    other = settled(pdf_bytes("A4"), "plakat-a4.pdf", as_editor, editor, drop=drop)
    old.refresh_from_db()
    assert (new.file, new.number, old.current_version) == (old, 2, new)
    assert other.file != old
    assert other.file.asset == old.asset


def test_the_old_version_is_served_until_the_new_one_is_good(
    settled, as_editor, editor, client
):
    old = make_file(pdf_bytes("gammel"), "plakat.pdf")
    drop = make_drop(editor, asset=old.asset)
    bad = settled(pdf_bytes()[:300], "plakat.pdf", as_editor, editor, drop=drop)
    assert bad.state == S.REJECTED
    answer = client.get(old.get_absolute_url())
    assert b"".join(answer) == pdf_bytes("gammel")


@pytest.mark.parametrize("state", ["current", "older", "withdrawn"])
def test_the_same_bytes_again_are_refused_in_the_words_of_the_form(
    settled, as_editor, editor, state
):
    file = make_file(pdf_bytes(), "plakat.pdf")
    if state != "current":
        add_version(file, pdf_bytes("ny"), "plakat.pdf")
    if state == "withdrawn":
        file.versions.filter(number=1).update(state=S.WITHDRAWN)
    drop = make_drop(editor, asset=file.asset)
    version = settled(pdf_bytes(), "plakat.pdf", as_editor, editor, drop=drop)
    again = {"upload": upload(pdf_bytes(), "plakat.pdf")}
    form = as_editor.post(edit_url(file.asset), changed_asset(file.asset, again))
    assert version.state == S.REJECTED
    assert version.reason == upload_errors(form)
    assert "samme fil som version 1" in version.reason


def test_a_group_becomes_one_draft_with_all_the_files(settled, agency):
    drop = make_drop(agency, is_group=True, title="Bogmærker", theme=ThemeFactory())
    first = settled(pdf_bytes("1"), "en.pdf", drop=drop)
    drop.refresh_from_db()
    second = settled(pdf_bytes("2"), "to.pdf", drop=drop)
    asset = Asset.objects.get()
    assert {file.current_version for file in asset.files.all()} == {first, second}
    assert (asset.title, asset.theme) == ("Bogmærker", drop.theme)


def test_a_twin_is_named_to_who_may_know_of_it(settled, as_agency, as_editor, editor):
    make_file(pdf_bytes(), title="Hemmelig plakat", state=Asset.State.DRAFT)
    settled(pdf_bytes(), "p.pdf")
    (note,) = rows(as_agency)[0]["notes"]
    assert "her i forvejen" in note
    assert "Hemmelig" not in note
    settled(pdf_bytes(), "p.pdf", as_editor, editor)
    assert "”Hemmelig plakat”" in rows(as_editor)[0]["notes"][0]


def test_what_an_editor_published_meanwhile_is_not_changed_by_the_agency(
    as_agency, agency, django_capture_on_commit_callbacks
):
    file = make_file(pdf_bytes("a"), state=Asset.State.DRAFT, created_by=agency)
    with django_capture_on_commit_callbacks() as tasks:
        send(as_agency, make_drop(agency, asset=file.asset), pdf_bytes("b"))
    Asset.objects.update(state=Asset.State.PUBLISHED)
    for task in tasks:
        task()
    assert file.versions.get(number=2).state == S.REJECTED


@pytest.mark.parametrize(
    "body", [b"", b"[]", b"{", b"\xff", b"[" * 60_000, b'{"drop": true, "size": 1}',
             b'{"drop": 99999999999999999999, "size": -1}']
)  # fmt: skip
def test_a_request_that_makes_no_sense_is_a_sentence(as_agency, body):
    url = reverse("drops:begin")
    answer = as_agency.post(url, body, content_type="application/json")
    assert answer.status_code == 422
    assert answer.json()["error"]


@pytest.mark.parametrize(
    "name",
    ["a" * 300 + ".pdf", "r\u202efdp.pdf", "a\r\nb.pdf", "\0.x.pdf", '";.pdf',
     "../../x.pdf", "CON.pdf", "a .pdf. ", "\N{PARTY POPPER}.pdf", "æøå.pdf"],
)  # fmt: skip
def test_a_name_of_any_kind_is_cleaned(as_agency, agency, name):
    answer = send(as_agency, make_drop(agency), pdf_bytes(), name)
    assert answer.status_code == 200
    kept = Upload.objects.get().name
    assert kept.endswith(".pdf")
    assert len(kept) <= 200
    assert kept.isprintable()
    assert "/" not in kept


def test_the_list_asks_as_many_queries_however_long(
    as_agency, agency, django_assert_max_num_queries
):
    drop = make_drop(agency)
    for n in range(8):
        send(as_agency, drop, pdf_bytes(str(n)), f"{n}.pdf")
    with django_assert_max_num_queries(14):
        assert len(rows(as_agency)) == 8


def test_the_admins_policy_lets_the_browser_talk_to_the_storage(as_agency, settings):
    policy = as_agency.get(reverse("drops:index"))["Content-Security-Policy"]
    assert "connect-src 'self'" in policy


def test_a_draft_whose_file_is_being_checked_can_be_described(as_agency, agency):
    send(as_agency, make_drop(agency), pdf_bytes())
    asset = Asset.objects.get()
    as_agency.post(edit_url(asset), changed_asset(asset, title="Plakat: Stenalderen"))
    asset.refresh_from_db()
    assert asset.title == "Plakat: Stenalderen"


def test_a_check_that_ends_while_a_form_is_saved_has_its_say(
    as_agency, agency, monkeypatch, django_capture_on_commit_callbacks
):
    with django_capture_on_commit_callbacks() as tasks:
        send(as_agency, make_drop(agency), pdf_bytes())
    asset = Asset.objects.get()
    put_uploads = AssetForm.put_uploads

    def put_meanwhile(form):
        for task in tasks:
            task()
        put_uploads(form)

    monkeypatch.setattr(AssetForm, "put_uploads", put_meanwhile)
    as_agency.post(edit_url(asset), changed_asset(asset, title="Plakat: Stenalderen"))
    asset = Asset.objects.get()
    assert asset.title == "Plakat: Stenalderen"
    assert asset.files.get().current_version.state == S.READY
