import re

from wagtail.test.utils.form_data import inline_formset, rich_text, streamfield

import pytest

from assets.models import Asset
from campaigns.models import (
    CampaignPage,
    FilmPage,
    IdeaPage,
    ReadingListPage,
    StoryPage,
)
from core.addresses import RESERVED_SLUGS
from home.models import StandardPage
from tests.factories.assets import AssetFactory
from tests.factories.campaigns import (
    CampaignPageFactory,
    FilmPageFactory,
    IdeaPageFactory,
    NetMediaFactory,
    PartnerFactory,
    ReadingListPageFactory,
    campaign_index,
)
from tests.factories.home import home_page
from tests.factories.images import ImageFactory
from tests.factories.themes import ThemeFactory

from .posts import (
    add,
    campaign_form,
    edit,
    film_form,
    idea_form,
    page_form,
    reading_list_form,
    says,
)

pytestmark = [pytest.mark.django_db, pytest.mark.one_database]


def items(*values) -> dict:
    """A ListBlock's items as the browser posts them."""
    posted = {"count": str(len(values))}
    for n, value in enumerate(values):
        posted[str(n)] = {
            "deleted": "",
            "order": str(n),
            "type": "item",
            "id": "",
            "value": value,
        }
    return posted


def link(text="Hent", page="", address="") -> dict:
    return {"text": text, "page": page, "address": address}


def every_block(film, idea, reading_list, asset) -> list[tuple]:
    """One block of every type that a campaign page may have."""
    return [
        ("heading", {"text": "Hvorfor lige nu?"}),
        ("text", rich_text("<p>Danmarkshistorien er til fortolkning.</p>")),
        (
            "picture",
            {
                "image": {
                    "image": str(ImageFactory().pk),
                    "alt_text": "En dysse i morgenlys",
                },
                "caption": "Dyssen ved Tustrup",
                "width": "wide",
            },
        ),
        ("quote", {"text": "Det samler fokus", "who": "Et bibliotek"}),
        (
            "key_figure",
            {"value": "79", "text": "var med", "source": "Rapporten", "note": ""},
        ),
        (
            "timeline",
            {
                "title": "Fra dysse til runesten",
                "events": items(
                    {"when": "ca. 3500 f.v.t.", "title": "Dysser", "text": ""},
                    {"when": "ca. 965", "title": "Jellingstenen", "text": "Harald."},
                ),
            },
        ),
        (
            "faq",
            {
                "title": "Godt at vide",
                "questions": items(
                    {"question": "Er det frit?", "answer": rich_text("<p>Ja.</p>")}
                ),
            },
        ),
        (
            "call_to_action",
            {"title": "Vær med", "text": "", "link": link(page=str(idea.pk))},
        ),
        (
            "chart",
            {
                "title": "Det syntes bibliotekerne om tidsplanen",
                "unit": "percent",
                "bars": items(
                    {"text": "Tilfredse", "value": "78"},
                    {"text": "Sparede arbejde", "value": "55"},
                ),
                "source": "Evalueringen",
                "note": "",
            },
        ),
        ("page_links", {"title": "Mere", "pages": items(str(home_page().pk))}),
        ("films", {"title": "Se", "pages": items(str(film.pk))}),
        ("ideas", {"title": "Gør", "pages": items(str(idea.pk))}),
        ("reading_lists", {"title": "Læs", "pages": items(str(reading_list.pk))}),
        (
            "asset_shelf",
            {"title": "Hent", "assets": items(str(asset.pk)), "count": "6"},
        ),
        (
            "see_also",
            {
                "title": "Se også",
                "links": items(
                    {
                        "net_media": str(NetMediaFactory().pk),
                        "text": "E-bøger om stenalderen",
                        "address": "",
                    }
                ),
            },
        ),
    ]


def net_media_link() -> dict:
    return {"net_media": str(NetMediaFactory().pk), "text": "Lyt", "address": ""}


def errors_on(response) -> dict:
    assert response.status_code == 200, "the page was saved"
    return response.context["form"].errors


def test_a_campaign_with_every_block_is_published(editor_client, client):
    campaign = CampaignPageFactory()
    blocks = every_block(
        FilmPageFactory(parent=campaign, title="Stenalderens folk"),
        IdeaPageFactory(parent=campaign, title="Byg en dysse"),
        ReadingListPageFactory(parent=campaign, title="Bøger om sten"),
        AssetFactory(title="Plakat: Stenalderen"),
    )
    assert {name for name, _value in blocks} == set(
        CampaignPage._meta.get_field("body").stream_block.child_blocks
    )
    theme = ThemeFactory()
    figure = {"value": "79", "text": "var med", "source": "Rapporten", "note": ""}
    contact = {"name": "Else", "about": "alt", "phone": "12345678", "email": ""}
    form = campaign_form(
        title="Historier om Danmark",
        slug="historier",
        theme=str(theme.pk),
        focus="Hvem er vi?",
        body=streamfield(blocks),
        figures=streamfield([("figure", figure)]),
        partners=inline_formset(
            [{"partner": str(PartnerFactory().pk), "role": "Udgiver"}]
        ),
        net_media=streamfield([("link", net_media_link())]),
        contacts=streamfield([("contact", contact)]),
    )
    response = add(editor_client, campaign_index(), CampaignPage, form)
    assert response.status_code == 302, response.context["form"].errors
    page = CampaignPage.objects.get(slug="historier")
    assert page.live
    assert page.theme == theme
    assert [block.block_type for block in page.body] == [name for name, _v in blocks]
    assert page.figures[0].value["source"] == "Rapporten"
    assert page.contacts[0].value["phone"] == "12345678"

    words = client.get("/kampagner/historier/").text
    for expected in (
        "Hvorfor lige nu?",
        "Danmarkshistorien er til fortolkning.",
        'alt="En dysse i morgenlys"',
        "Det samler fokus",
        "Jellingstenen",
        "Er det frit?",
        "Vær med",
        "Stenalderens folk",
        "Byg en dysse",
        "Bøger om sten",
        "Plakat: Stenalderen",
        "E-bøger om stenalderen",
        "Rapporten",
        "Museum",
        "12345678",
    ):
        assert expected in words, expected


def test_one_big_button_is_enough(editor_client):
    button = ("call_to_action", {"title": "Kom", "text": "", "link": link("Ja")})
    button[1]["link"]["address"] = "https://example.dk"
    form = campaign_form(
        title="To knapper",
        theme=str(ThemeFactory().pk),
        focus="",
        body=streamfield([button, button]),
    )
    response = add(editor_client, campaign_index(), CampaignPage, form)
    error = errors_on(response)["body"].as_data()[0]
    assert list(error.block_errors) == [1]
    assert says(response, "Der er allerede en stor knap på siden. Brug kun én.")


def test_a_picture_needs_alt_text_or_the_mark(editor_client, client):
    campaign = CampaignPageFactory()
    picture = {"image": str(ImageFactory().pk), "alt_text": ""}
    block = ("picture", {"image": picture, "caption": "", "width": "column"})

    def form():
        return page_form(title="Billeder", slug="billeder", body=streamfield([block]))

    response = add(editor_client, campaign, StoryPage, form())
    assert "body" in errors_on(response)
    assert says(response, "Skriv en alternativ tekst")

    picture["decorative"] = "on"
    assert add(editor_client, campaign, StoryPage, form()).status_code == 302
    page = StoryPage.objects.get(slug="billeder")
    assert page.body[0].value["image"].contextual_alt_text == ""
    assert 'alt=""' in client.get(page.url).text


@pytest.mark.parametrize(
    ("both", "sentence"),
    [
        (False, "Vælg en side, eller skriv en adresse."),
        (True, "Vælg enten en side eller en adresse, ikke begge dele."),
    ],
)
def test_a_button_leads_to_one_place(editor_client, both, sentence):
    target = link(page=str(home_page().pk), address="https://a.dk") if both else link()
    form = page_form(
        title="Knap",
        body=streamfield(
            [("call_to_action", {"title": "Kom", "text": "", "link": target})]
        ),
    )
    response = add(editor_client, CampaignPageFactory(), StoryPage, form)
    assert "body" in errors_on(response)
    assert says(response, sentence)


def test_a_story_belongs_to_the_theme_above_it(editor_client):
    campaign = CampaignPageFactory()
    form = page_form(title="Under græsset", body=streamfield([("heading", "")]))
    form |= page_form(
        title="Under græsset",
        slug="under-graesset",
        body=streamfield([("heading", {"text": "Dyssen"})]),
    )
    assert add(editor_client, campaign, StoryPage, form).status_code == 302
    assert StoryPage.objects.get().theme == campaign.theme


def test_a_draft_belongs_to_the_theme_too(editor_client):
    campaign = CampaignPageFactory()
    form = idea_form(title="Kladde", slug="kladde")
    del form["action-publish"]
    assert add(editor_client, campaign, IdeaPage, form).status_code == 302
    idea = IdeaPage.objects.get()
    assert not idea.live
    assert idea.theme == campaign.theme


def full_idea(campaign, **changes) -> dict:
    film = FilmPageFactory(parent=campaign)
    return idea_form(
        **{
            "title": "Byg en dysse",
            "slug": "byg-en-dysse",
            "audience": "familier",
            "staff_hours": "7.5",
            "cost": "under-1000",
            "lead_weeks": "3",
            "space": "ude",
            "partner_type": "museum",
            "steps": inline_formset([{"text": "Saml sten."}, {"text": "Byg."}]),
            "needed_assets": inline_formset(
                [{"asset": str(AssetFactory(title="Plakat: Dysse").pk)}]
            ),
            "needed_films": inline_formset([{"page": str(film.pk)}]),
            "needed_lists": inline_formset(
                [{"page": str(ReadingListPageFactory(parent=campaign).pk)}]
            ),
            **changes,
        }
    )


def test_an_idea_with_steps_and_what_it_needs(editor_client, client):
    campaign = CampaignPageFactory()
    response = add(editor_client, campaign, IdeaPage, full_idea(campaign))
    assert response.status_code == 302, response.context["form"].errors
    idea = IdeaPage.objects.get()
    assert idea.hours == "7,5 timer"
    assert [step.text for step in idea.steps.all()] == ["Saml sten.", "Byg."]
    words = client.get(idea.url).text
    for expected in ("Saml sten.", "7,5 timer", "Plakat: Dysse", "Under 1.000 kr."):
        assert expected in words
    assert idea.needed_films.get().page.title in words
    assert idea.needed_lists.get().page.title in words


@pytest.mark.parametrize(
    ("field", "value", "sentence"),
    [
        ("staff_hours", "-2", "Timer kan ikke være negative."),
        ("staff_hours", "1000", "Skriv højst 999 timer."),
        ("lead_weeks", "60", "Skriv højst 52 uger."),
    ],
)
def test_impossible_figures_of_an_idea(editor_client, field, value, sentence):
    campaign = CampaignPageFactory()
    form = full_idea(campaign, **{field: value})
    response = add(editor_client, campaign, IdeaPage, form)
    assert errors_on(response) == {field: [sentence]}
    assert sentence in response.text
    kept = response.context["form"]
    assert kept["title"].value() == "Byg en dysse"
    assert len(kept.formsets["steps"].forms) == 2
    assert not IdeaPage.objects.exists()


def titles(*rows: dict):
    blank = {
        "author": "",
        "year": "",
        "isbn": "",
        "format": "bog",
        "why": "",
        "audience": "",
    }
    return inline_formset([{**blank, **row} for row in rows])


def test_a_reading_list_with_titles(editor_client, client):
    campaign = CampaignPageFactory()
    form = reading_list_form(
        title="Bøger om Danmark",
        slug="boeger",
        audience="voksne",
        titles=titles(
            {"title": "Den lille prins", "isbn": "0-306-40615-2", "why": "Den er god."},
            {"title": "Vejen til Jylland", "author": "Knud Romer", "year": "2011"},
        ),
    )
    assert add(editor_client, campaign, ReadingListPage, form).status_code == 302
    page = ReadingListPage.objects.get()
    first, second = page.titles.all()
    assert first.isbn == "9780306406157"
    words = client.get(page.url).text
    assert "https://bibliotek.dk/find?q.all=9780306406157" in words
    assert "https://bibliotek.dk/find?q.all=Vejen+til+Jylland+Knud+Romer" in words
    assert "2011" in words


def test_a_wrong_isbn_is_told_at_its_field(editor_client):
    form = reading_list_form(
        title="Bøger om Danmark",
        titles=titles(
            {"title": "Rigtig", "isbn": "9780306406157"},
            {"title": "Forkert", "isbn": "978-0-306-40615-8"},
        ),
    )
    response = add(editor_client, CampaignPageFactory(), ReadingListPage, form)
    assert response.status_code == 200
    kept = response.context["form"]
    good, bad = kept.formsets["titles"].forms
    assert not good.errors
    assert list(bad.errors) == ["isbn"]
    sentence = "978-0-306-40615-8 er ikke et ISBN: kontrolcifferet eller længden"
    assert bad.errors["isbn"][0].startswith(sentence)
    assert sentence in response.text
    assert kept["title"].value() == "Bøger om Danmark"
    assert bad["isbn"].value() == "978-0-306-40615-8"


def test_a_film_at_a_provider(editor_client, client):
    form = film_form(
        title="Jellingstenen",
        slug="jelling",
        address="https://www.youtube.com/watch?v=dQw4w9WgXcQ",
        seconds="125",
        transcript="Harald bød gøre disse kumler.",
    )
    assert add(editor_client, CampaignPageFactory(), FilmPage, form).status_code == 302
    page = FilmPage.objects.get()
    assert page.length == "2.05"
    words = client.get(page.url).text
    assert "Harald bød gøre disse kumler." in words
    assert "https://www.youtube-nocookie.com/embed/dQw4w9WgXcQ" in words


@pytest.mark.parametrize(
    ("fields", "field", "sentence"),
    [
        (
            {"address": "https://film.example/1"},
            "address",
            "Adressen kendes ikke. Brug en film fra YouTube, Vimeo eller DR, "
            "eller læg filmen op som materiale.",
        ),
        ({}, "asset", "Vælg en egen film, eller skriv adressen på en."),
        (
            {"address": "https://vimeo.com/123456789", "asset": Asset.Kind.FILM},
            "asset",
            "Vælg enten en egen film eller en adresse, ikke begge dele.",
        ),
        ({"address": "https://"}, "address", "Indtast en gyldig URL."),
        ({"asset": Asset.Kind.PRINT}, "asset", "Materialet er ikke en film."),
    ],
)
def test_a_film_that_is_none(editor_client, fields, field, sentence):
    if kind := fields.get("asset"):
        fields = {**fields, "asset": str(AssetFactory(kind=kind).pk)}
    form = film_form(title="Jellingstenen", slug="jelling", **fields)
    response = add(editor_client, CampaignPageFactory(), FilmPage, form)
    assert errors_on(response) == {field: [sentence]}
    assert sentence in response.text
    assert response.context["form"]["title"].value() == "Jellingstenen"


@pytest.mark.parametrize("slug", sorted(RESERVED_SLUGS))
def test_addresses_of_the_site_itself_are_refused(editor_client, slug):
    response = add(
        editor_client, home_page(), StandardPage, page_form(title="Ny", slug=slug)
    )
    assert errors_on(response) == {
        "slug": [f"Adressen /{slug}/ bruges af sitet selv. Vælg en anden."]
    }


def test_the_same_address_is_free_further_down(editor_client):
    form = idea_form(title="Kalender", slug="kalender")
    assert add(editor_client, CampaignPageFactory(), IdeaPage, form).status_code == 302


def test_renaming_a_page_to_a_reserved_address(editor_client):
    add(editor_client, home_page(), StandardPage, page_form(title="Ny", slug="ny"))
    page = StandardPage.objects.get()
    response = edit(editor_client, page, page_form(title="Ny", slug="soeg"))
    assert list(errors_on(response)) == ["slug"]


@pytest.mark.parametrize(
    ("model", "form"),
    [
        (StoryPage, lambda: page_form(title="Ny")),
        (
            IdeaPage,
            lambda: idea_form(title="Ny", steps=inline_formset([{"text": "x"}])),
        ),
        (
            ReadingListPage,
            lambda: reading_list_form(title="Ny", titles=titles({"title": "En bog"})),
        ),
        (
            FilmPage,
            lambda: film_form(title="Ny", address="https://vimeo.com/123456789"),
        ),
    ],
)
def test_a_new_page_can_be_previewed(editor_client, model, form):
    campaign = CampaignPageFactory()
    kind = f"campaigns/{model._meta.model_name}/{campaign.pk}"
    address = f"/admin/pages/add/{kind}/preview/"
    answer = editor_client.post(address, form()).json()
    assert answer == {"is_valid": True, "is_available": True}
    response = editor_client.get(f"{address}?mode=")
    assert response.status_code == 200
    assert campaign.theme.stylesheet_url in response.text


def test_the_preview_of_an_idea_shows_what_it_needs(editor_client):
    campaign = CampaignPageFactory()
    address = f"/admin/pages/add/campaigns/ideapage/{campaign.pk}/preview/"
    assert editor_client.post(address, full_idea(campaign)).json()["is_valid"]
    assert "Plakat: Dysse" in editor_client.get(f"{address}?mode=").text


def test_the_preview_of_a_campaign(editor_client):
    index = campaign_index()
    film = FilmPageFactory()
    idea, reading_list = IdeaPageFactory(), ReadingListPageFactory()
    form = campaign_form(
        title="Ny",
        theme=str(ThemeFactory().pk),
        focus="",
        body=streamfield(every_block(film, idea, reading_list, AssetFactory())),
        partners=inline_formset([{"partner": str(PartnerFactory().pk), "role": "x"}]),
        net_media=streamfield([("link", net_media_link())]),
    )
    address = f"/admin/pages/add/campaigns/campaignpage/{index.pk}/preview/"
    assert editor_client.post(address, form).json()["is_valid"]
    words = editor_client.get(f"{address}?mode=").text
    for expected in (film.title, idea.title, reading_list.title, "Lyt", "Museum"):
        assert expected in words


def test_a_campaign_of_a_draft_theme_stays_a_draft(editor_client):
    theme = ThemeFactory(state="draft")
    fields = {"title": "Vi graver", "slug": "vi-graver", "theme": theme.pk}
    form = campaign_form(**fields, focus="", body=streamfield([]))
    response = add(editor_client, campaign_index(), CampaignPage, form)
    assert "Temaet er en kladde." in response.text
    assert not CampaignPage.objects.exists()
    del form["action-publish"]
    assert add(editor_client, campaign_index(), CampaignPage, form).status_code == 302


def test_the_chooser_of_a_film_lists_films_alone(editor_client):
    film = AssetFactory(kind=Asset.Kind.FILM, title="Jellingstenen rejses")
    poster = AssetFactory(kind=Asset.Kind.PRINT, title="Plakaten om Jelling")
    campaign = CampaignPageFactory()
    page = editor_client.get(f"/admin/pages/add/campaigns/filmpage/{campaign.pk}/")
    address = re.search(r"/admin/asset_chooser/\?kind=\w+", page.text)[0]
    words = editor_client.get(address).json()["html"]
    assert film.title in words
    assert poster.title not in words


def test_pages_of_the_same_title_get_addresses_of_their_own(editor_client):
    campaign = CampaignPageFactory()
    form = page_form(title="Læselyst på øer", slug="laeselyst-paa-oeer")
    for _time in range(3):
        assert add(editor_client, campaign, StoryPage, form).status_code == 302
    slugs = StoryPage.objects.order_by("pk").values_list("slug", flat=True)
    made = "laeselyst-paa-oeer"
    assert list(slugs) == [made, f"{made}-2", f"{made}-3"]


def test_a_draft_saved_again_keeps_its_numbered_address(editor_client):
    campaign = CampaignPageFactory()
    form = page_form(title="Ny", slug="ny")
    add(editor_client, campaign, StoryPage, form)
    del form["action-publish"]
    add(editor_client, campaign, StoryPage, form)
    page = StoryPage.objects.latest("pk")
    assert edit(editor_client, page, form).status_code == 302
    page.refresh_from_db()
    assert page.get_latest_revision_as_object().slug == "ny-2"


def test_an_address_that_the_editor_wrote_is_not_changed(editor_client):
    campaign = CampaignPageFactory()
    add(editor_client, campaign, StoryPage, page_form(title="Ny", slug="ny"))
    form = page_form(title="Noget andet", slug="ny")
    response = add(editor_client, campaign, StoryPage, form)
    sentence = "Adressen ”ny” bruges af en anden side her. Vælg en anden."
    assert errors_on(response) == {"slug": [sentence]}
    assert says(response, "Siden er ikke oprettet. Ret fejlene herunder.")


@pytest.mark.parametrize(
    "fields",
    [
        {},
        {"address": "https://film.example/1"},
        {"asset": "print", "address": "https://vimeo.com/123456789"},
    ],
)
def test_a_film_that_is_none_can_be_saved_as_a_draft(editor_client, fields):
    if kind := fields.get("asset"):
        fields = {**fields, "asset": str(AssetFactory(kind=kind).pk)}
    form = film_form(title="Jellingstenen", slug="jelling", **fields)
    del form["action-publish"]
    assert add(editor_client, CampaignPageFactory(), FilmPage, form).status_code == 302


def test_a_draft_may_have_two_buttons_that_lead_nowhere(editor_client):
    button = ("call_to_action", {"title": "Kom", "text": "", "link": link("Ja")})
    form = campaign_form(
        title="To knapper",
        slug="to-knapper",
        theme=str(ThemeFactory().pk),
        focus="",
        body=streamfield([button, button]),
    )
    del form["action-publish"]
    assert add(editor_client, campaign_index(), CampaignPage, form).status_code == 302
