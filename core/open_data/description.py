"""The API described (OpenAPI 3.1), read from the endpoints and shapes that answer."""

import json
from functools import lru_cache

from django.conf import settings
from django.urls import reverse

from pydantic.json_schema import models_json_schema

from ..site_address import whole
from .endpoints import Endpoint
from .questions import Question
from .shapes import Farewell, Listing, Refusal, Shape

DIALECT = "https://json-schema.org/draft/2020-12/schema"
REFERENCE = "#/components/schemas/{model}"
VERSION = "2.0.0"
NAME_OF_ONE = {
    "name": "uuid",
    "in": "path",
    "required": True,
    "schema": {"type": "string", "format": "uuid"},
}
IF_NONE_MATCH = {
    "name": "If-None-Match",
    "in": "header",
    "description": "ETag fra forrige svar; er intet ændret, er svaret 304.",
    "schema": {"type": "string"},
}


def describe(router) -> bytes:
    """The description of all that ``router`` answers, as JSON."""
    return _describe(tuple(router.endpoints), router.front, router.url_namespace)


@lru_cache
def _describe(
    endpoints: tuple[type[Endpoint], ...], front: type[Shape], namespace: str
) -> bytes:
    shapes: list[type[Shape]] = [front, Refusal, Farewell]
    for endpoint in endpoints:
        shapes += [Listing[endpoint.row], endpoint.whole]
    wanted = [(shape, "serialization") for shape in dict.fromkeys(shapes)]
    names, definitions = models_json_schema(wanted, ref_template=REFERENCE)
    refs = {shape: names[shape, "serialization"] for shape in shapes}
    root = reverse(f"{namespace}:front")
    paths = {
        "/": {"get": _operation("front", "Hvad der kan hentes", refs[front], [])},
    }
    for endpoint in endpoints:
        listing = refs[Listing[endpoint.row]]
        paths |= _paths_of(endpoint, listing, refs)
    text = {
        "openapi": "3.1.0",
        "jsonSchemaDialect": DIALECT,
        "info": {
            "title": settings.WAGTAIL_SITE_NAME,
            "version": VERSION,
            "description": (
                "Alt, hvad enhver må se af kampagner og materialer. Kun læsning, uden "
                "nøgle og uden cookies; svarene er de samme for alle."
            ),
        },
        "servers": [{"url": whole(root).rstrip("/")}],
        "paths": paths,
        "components": {"schemas": definitions["$defs"]},
    }
    return json.dumps(text, ensure_ascii=False).encode()


def _paths_of(endpoint: type[Endpoint], listing: dict, refs: dict) -> dict:
    one = _operation(
        f"{endpoint.kind}_one",
        f"{endpoint.title}: én",
        refs[endpoint.whole],
        [NAME_OF_ONE, IF_NONE_MATCH],
        {"400": refs[Refusal], "404": refs[Refusal], "410": refs[Farewell]},
        endpoint,
    )
    many = _operation(
        f"{endpoint.kind}_many",
        endpoint.title,
        listing,
        [*parameters_of(endpoint.question), IF_NONE_MATCH],
        {"400": refs[Refusal]},
        endpoint,
    )
    return {
        f"/{endpoint.kind}/": {"get": many},
        f"/{endpoint.kind}/{{uuid}}/": {"get": one},
    }


def parameters_of(question: type[Question]) -> list[dict]:
    """What can be asked, as OpenAPI has it: read from what reads it."""
    schema = question.model_json_schema()
    found = []
    for name, about in schema["properties"].items():
        about = dict(about)
        description = about.pop("description", "")
        about.pop("title", None)
        if about.get("default", 0) is None:
            about.pop("default")
        # An address cannot say null; it leaves the parameter out.
        if "anyOf" in about:
            kept = [one for one in about.pop("anyOf") if one != {"type": "null"}]
            about |= kept[0] if len(kept) == 1 else {"anyOf": kept}
        found.append(
            {
                "name": name,
                "in": "query",
                "description": description,
                "schema": about,
            }
        )
    return found


def _operation(
    name: str,
    summary: str,
    ref: dict,
    parameters: list,
    others: dict | None = None,
    endpoint: type[Endpoint] | None = None,
) -> dict:
    words = {
        "400": "En parameter kan ikke bruges.",
        "404": "Ukendt uuid.",
        "410": "Det var her, og er her ikke mere.",
    }
    responses = {"200": _response("Svaret.", ref)}
    for status, shape in (others or {}).items():
        responses[status] = _response(words[status], shape)
    if parameters:
        responses["304"] = {"description": "Intet er ændret."}
    operation = {
        "operationId": name.replace("-", "_"),
        "summary": summary,
        "parameters": parameters,
        "responses": responses,
    }
    if endpoint:
        operation |= {"description": endpoint.about, "tags": [endpoint.title]}
    return operation


def _response(words: str, ref: dict) -> dict:
    return {
        "description": words,
        "content": {"application/json": {"schema": ref}},
    }
