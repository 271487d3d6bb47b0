"""What can we do with what we have? The catalogue narrowed by each of its questions."""

import pytest

from tests.factories.campaigns import IdeaIndexPageFactory, IdeaPageFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def catalogue():
    return IdeaIndexPageFactory()


def titles(response) -> set[str]:
    return {idea.title for idea in response.context["results"]}


@pytest.mark.parametrize(
    ("choice", "fits", "does_not"),
    [
        ({"hvem": "unge"}, {"audience": "unge"}, {"audience": "voksne"}),
        ({"hvem": "unge"}, {"audience": "alle"}, {"audience": "familier"}),
        ({"timer": "5"}, {"staff_hours": 5}, {"staff_hours": "5.5"}),
        ({"timer": "5"}, {"staff_hours": 0}, {"staff_hours": None}),
        ({"pris": "gratis"}, {"cost": "gratis"}, {"cost": "under-1000"}),
        ({"pris": "1000-5000"}, {"cost": "under-1000"}, {"cost": "over-5000"}),
        ({"varsel": "2"}, {"lead_weeks": 2}, {"lead_weeks": 3}),
        ({"varsel": "8"}, {"lead_weeks": 0}, {"lead_weeks": None}),
        ({"plads": "hylde"}, {"space": "hylde"}, {"space": ""}),
        ({"partner": "ingen"}, {"partner_type": "ingen"}, {"partner_type": "skole"}),
    ],
)
def test_a_choice_keeps_what_fits(client, catalogue, choice, fits, does_not):
    IdeaPageFactory(title="Den passer", **fits)
    IdeaPageFactory(title="Den passer ikke", **does_not)
    assert titles(client.get(catalogue.url, choice)) == {"Den passer"}


def test_the_choices_stand_in_the_form_and_in_the_addresses(client, catalogue):
    IdeaPageFactory.create_batch(25, lead_weeks=1, cost="gratis")
    response = client.get(catalogue.url, {"varsel": "2", "pris": "gratis"})
    assert '<option value="2" selected>Højst 2 uger</option>' in response.text
    assert "?varsel=2&amp;pris=gratis&amp;p=2" in response.text


def test_an_unknown_choice_is_told_at_its_field_and_the_others_hold(client, catalogue):
    IdeaPageFactory(title="Kort", lead_weeks=1)
    IdeaPageFactory(title="Lang", lead_weeks=9)
    response = client.get(catalogue.url, {"varsel": "2", "plads": "månen"})
    assert titles(response) == {"Kort"}
    assert "Det kan man ikke vælge her" in response.text


def test_no_hits_say_which_choice_stands_in_the_way(client, catalogue):
    IdeaPageFactory.create_batch(2, staff_hours=9, audience="unge")
    IdeaPageFactory(staff_hours=2, audience="voksne")
    response = client.get(catalogue.url, {"timer": "2", "hvem": "unge"})
    assert "Uden ”Højst 2 timer” er der 2 ideer" in response.text
    assert "Uden ”Unge” er der 1 idé" in response.text
    assert response.text.index("2 ideer") < response.text.index("1 idé")


def test_where_one_is_not_enough_each_choice_is_told_alone(client, catalogue):
    IdeaPageFactory(staff_hours=9, audience="unge", space="sal")
    query = {"timer": "2", "hvem": "unge", "plads": "hylde"}
    response = client.get(catalogue.url, query)
    assert "Kun ”Unge”: 1 idé" in response.text
    assert 'href="?hvem=unge"' in response.text
    assert "Kun ”En hylde”" not in response.text
