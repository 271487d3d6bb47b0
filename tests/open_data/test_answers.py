"""What the API says of things, how it is sent, and what it says to what is not."""

import pytest
import time_machine

from assets.pictures.preparing import prepare
from tests.factories.assets import AssetFactory
from tests.factories.images import ImageFactory

from .asking import KINDS, ROOT, address_of, ask, titles

pytestmark = pytest.mark.django_db


def test_the_front_leads_to_every_list(client, things):
    front = ask()
    assert [one["kind"] for one in front["endpoints"]] == KINDS
    for one in front["endpoints"]:
        (item,) = client.get(one["url"]).json()["items"]
        assert item["kind"] == one["kind"]
    assert client.get(front["description"]).status_code == 200


@pytest.mark.parametrize("kind", KINDS)
def test_each_thing_is_told_alone_as_in_its_list(client, things, kind):
    (item,) = ask(kind)["items"]
    alone = client.get(item["api"]).json()
    assert item.items() <= alone.items()
    assert item["title"] == things.of(kind).title


def test_an_asset_has_its_files_and_their_versions(client, settings, things):
    (asset,) = ask("assets")["items"]
    (file,) = asset["files"]
    newest, first = file["versions"]
    own = f"{settings.BASE_URL}/m/{things.file.public_id}/"
    assert (file["url"], newest["url"], first["url"]) == (own, f"{own}v2/", f"{own}v1/")
    assert (newest["note"], newest["media_type"]) == ("rettet dato", "application/pdf")
    fetched = client.get(file["url"])
    assert len(b"".join(fetched.streaming_content)) == newest["size"]
    assert fetched["ETag"] == f'"{newest["sha256"]}"'
    assert file["format"]["width_mm"] == 297
    assert asset["licence"]["slug"] == "cc-by"


def test_a_reading_list_has_each_title_with_its_number(things):
    (reading_list,) = ask("reading-lists")["items"]
    first, second = reading_list["titles"]
    assert (first["title"], first["isbn"]) == ("Fortidsfund", "9788702041224")
    assert first["loan"] == "https://bibliotek.dk/find?q.all=9788702041224"
    assert (second["isbn"], second["why"]) == ("", "Fordi den er sjov")
    assert first["uuid"] != second["uuid"]


def test_a_body_is_told_as_pieces_as_html_and_as_text(client, settings, things):
    body = client.get(address_of("campaigns", things.campaign)).json()["body"]
    pieces = {piece["type"]: piece["value"] for piece in body["blocks"]}
    story = f"{settings.BASE_URL}{things.story.url}"
    assert pieces["text"] == f'<p>Se <a href="{story}">den</a>.</p>'
    assert pieces["ideas"]["pages"][0]["title"] == "Grav med børn"
    # Without a choice it is all that the campaign has.
    assert pieces["films"]["pages"][0]["title"] == "Et skib sejler"
    assert pieces["asset_shelf"]["assets"][0]["api"].endswith(f"{things.asset.uuid}/")
    assert f'<a href="{story}">Her</a>' in body["html"]
    assert "Det samler fokus og motiverer" in body["text"]
    assert "<" not in body["text"]


def test_no_primary_key_is_told_in_a_body(client, things):
    """What points to a thing inside names it by uuid or address."""
    body = client.get(address_of("campaigns", things.campaign)).json()["body"]

    def leaves(value):
        if isinstance(value, dict):
            for inner in value.values():
                yield from leaves(inner)
        elif isinstance(value, list):
            for inner in value:
                yield from leaves(inner)
        else:
            yield value

    assert not {leaf for leaf in leaves(body["blocks"]) if type(leaf) is int}
    assert "linktype" not in body["html"]


def test_a_picture_comes_along_once_it_is_made(client, things):
    things.story.picture = picture = ImageFactory(credit="Museet")
    things.story.save_revision().publish()
    address = address_of("stories", things.story)
    assert client.get(address).json()["picture"] is None
    prepare(picture)
    told = client.get(address).json()["picture"]
    assert (told["width"], told["height"], told["credit"]) == (120, 80, "Museet")
    assert told["url"].startswith("http")


def test_a_page_and_its_translation_lead_to_each_other(client, things):
    from wagtail.models import Locale

    english, _new = Locale.objects.get_or_create(language_code="en")
    for page in (
        things.campaign.get_parent().get_parent(),
        things.campaign.get_parent(),
        things.campaign,
        things.story,
    ):
        page.specific.copy_for_translation(english).save_revision().publish()
    danish, other = ask("stories")["items"]
    (there,) = danish["translations"]
    assert (there["uuid"], there["language"]) == (other["uuid"], "en")
    assert client.get(there["api"]).json()["translations"][0]["uuid"] == danish["uuid"]
    assert [one["uuid"] for one in ask("stories", language="en")["items"]] == [
        other["uuid"]
    ]


def test_lists_are_narrowed_down(things):
    AssetFactory(title="Banner", kind="banner")
    theme = things.theme
    assert titles("assets", type="banner") == ["Banner"]
    assert titles("assets", language="da") == ["Plakat: Stenalder"]
    for name in (theme.uuid, theme.slug, theme.number):
        assert titles("assets", theme=name) == ["Plakat: Stenalder"]
    assert titles("ideas", audience="unge") == ["Grav med børn"]
    assert titles("ideas", cost="over-5000") == []


def test_a_list_is_read_page_by_page_though_it_changes_meanwhile(client, things):
    AssetFactory.create_batch(6)
    first = ask("assets", limit=3)
    seen = [item["uuid"] for item in first["items"]]
    # What changes while it is read comes again at the end, and nothing is left out.
    changed = things.asset
    with time_machine.travel("2037-01-01T12:00+01:00"):
        changed.save()
        page = first
        while page["next"]:
            page = client.get(page["next"]).json()
            seen += [item["uuid"] for item in page["items"]]
    assert len(set(seen)) == 7
    assert seen[-1] == str(changed.uuid)


def test_the_newest_come_first_when_asked_so(client, things):
    AssetFactory.create_batch(3)
    up, down = ask("assets")["items"], ask("assets", order="-changed", limit=2)
    rest = client.get(down["next"]).json()
    assert [*down["items"], *rest["items"]] == up[::-1]


def test_an_answer_is_known_again(client, things):
    address = f"{ROOT}assets/"
    first = client.get(address)
    again = client.get(address, headers={"if-none-match": first["ETag"]})
    assert (again.status_code, again.content) == (304, b"")
    assert "Last-Modified" in first
    things.asset.title = "En anden"
    things.asset.save()
    assert (
        client.get(address, headers={"if-none-match": first["ETag"]}).status_code == 200
    )


def test_other_sites_may_ask(client, things):
    answers = [
        client.get(ROOT),
        client.get(f"{ROOT}assets/"),
        client.get(f"{ROOT}assets/?nonsens=1"),
        client.get(f"{ROOT}findes/ikke/"),
        client.get(f"{ROOT}openapi.json"),
        client.options(f"{ROOT}assets/", headers={"origin": "https://andre.example"}),
    ]
    for answer in answers:
        assert answer["Access-Control-Allow-Origin"] == "*"
        assert "Access-Control-Allow-Credentials" not in answer
    assert "If-None-Match" in answers[-1]["Access-Control-Allow-Headers"]


@pytest.mark.parametrize("method", ["post", "put", "patch", "delete"])
@pytest.mark.parametrize("address", [ROOT, f"{ROOT}assets/", f"{ROOT}openapi.json"])
def test_nothing_can_be_written(client, method, address):
    answer = getattr(client, method)(address)
    assert answer.status_code == 405
    assert answer.json()["error"]["code"] == "method_not_allowed"


def test_what_is_not_there_is_404_in_json(client, things):
    other = address_of("stories", things.story).replace("stories", "ideas")
    unknown = f"{ROOT}assets/00000000-0000-4000-8000-000000000000/"
    for address in (other, unknown, f"{ROOT}nonsens/", f"{ROOT}assets/7/"):
        answer = client.get(address)
        assert answer.status_code == 404
        assert answer.json()["error"]["code"] == "not_found"


def test_an_address_without_its_slash_leads_to_the_one_with(client, things):
    answer = client.get(f"{ROOT}assets?limit=3")
    assert (answer.status_code, answer["Location"]) == (301, f"{ROOT}assets/?limit=3")


def test_an_answer_is_the_same_in_any_language_and_for_anyone(
    client, editor_client, things
):
    for address in (f"{ROOT}assets/", address_of("campaigns", things.campaign)):
        plain = client.get(address)
        english = client.get(address, headers={"accept-language": "en"})
        editors = editor_client.get(address)
        assert plain.content == english.content == editors.content
        assert editors["Cache-Control"] == "no-cache"
        assert not editors.cookies
