"""The description is OpenAPI, and every answer is as it says."""

import pytest
from jsonschema import Draft202012Validator
from openapi_spec_validator import OpenAPIV31SpecValidator

from .asking import KINDS, ROOT, address_of

pytestmark = [pytest.mark.django_db, pytest.mark.one_database]


@pytest.fixture
def description(client) -> dict:
    return client.get(f"{ROOT}openapi.json").json()


def test_it_is_valid(description):
    OpenAPIV31SpecValidator(description).validate()
    assert len(description["paths"]) == 1 + 2 * len(KINDS)


def fits(description: dict, path: str, response) -> None:
    """Hold an answer against what is said of it."""
    said = description["paths"][path]["get"]["responses"][str(response.status_code)]
    schema = said["content"]["application/json"]["schema"]
    whole = {**schema, "components": description["components"]}
    checker = Draft202012Validator.FORMAT_CHECKER
    Draft202012Validator(whole, format_checker=checker).validate(response.json())


@pytest.mark.parametrize("kind", KINDS)
def test_every_answer_is_as_it_says(client, description, things, kind):
    thing = things.of(kind)
    fits(description, f"/{kind}/", client.get(f"{ROOT}{kind}/"))
    one = f"/{kind}/{{uuid}}/"
    fits(description, one, client.get(address_of(kind, thing)))
    fits(description, f"/{kind}/", client.get(f"{ROOT}{kind}/?nonsens=1"))
    unknown = f"{ROOT}{kind}/00000000-0000-4000-8000-000000000000/"
    fits(description, one, client.get(unknown))
    address = address_of(kind, thing)
    if kind == "themes":
        type(thing).objects.update(state="draft")
    elif kind == "assets":
        thing.delete()
    else:
        thing.unpublish()
    fits(description, one, client.get(address))
    fits(
        description, f"/{kind}/", client.get(f"{ROOT}{kind}/?modified_since=2017-01-01")
    )


def test_the_front_is_as_it_says(client, description):
    fits(description, "/", client.get(ROOT))


def test_what_can_be_asked_is_what_is_described(client, description, db):
    for kind in KINDS:
        for one in description["paths"][f"/{kind}/"]["get"]["parameters"]:
            if one["in"] == "query" and "enum" in one["schema"]:
                for value in one["schema"]["enum"]:
                    answer = client.get(f"{ROOT}{kind}/", {one["name"]: value})
                    assert answer.status_code == 200


def test_each_block_has_its_plain_html():
    from django.template.loader import get_template

    from campaigns.blocks import StoryBlock

    for name in StoryBlock().child_blocks:
        get_template(f"plain/{name}.html")
