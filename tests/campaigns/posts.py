"""The forms of campaign pages as a browser posts them."""

import json

from wagtail.test.utils.form_data import inline_formset, nested_form_data

PLACES = {
    "action-publish": "1",
    "slug": "",
    "seo_title": "",
    "search_description": "",
    "summary": "",
    "label": "",
    "picture": "",
    "body-count": "0",
    "comments-TOTAL_FORMS": "0",
    "comments-INITIAL_FORMS": "0",
    "comments-MIN_NUM_FORMS": "0",
    "comments-MAX_NUM_FORMS": "",
}


def page_form(*formsets: str, **fields) -> dict:
    """The post of a page to be published; ``formsets`` are empty if not given."""
    empty = {name: inline_formset([]) for name in formsets if name not in fields}
    return {**PLACES, **nested_form_data({**empty, **fields})}


def campaign_form(**fields) -> dict:
    empty = {f"{name}-count": "0" for name in ("figures", "net_media", "contacts")}
    return {**empty, **page_form("partners", **fields)}


def idea_form(**fields) -> dict:
    posted = {
        "audience": "alle",
        "staff_hours": "2",
        "cost": "gratis",
        "lead_weeks": "",
        "space": "",
        "partner_type": "ingen",
        **fields,
    }
    return page_form("steps", "needed_assets", "needed_films", "needed_lists", **posted)


def reading_list_form(**fields) -> dict:
    return page_form("titles", **{"audience": "", **fields})


def film_form(**fields) -> dict:
    posted = {"asset": "", "address": "", "seconds": "", "transcript": "", **fields}
    form = page_form("chapters", **posted)
    del form["body-count"]
    return form


def add(client, parent, model, form: dict):
    """Post a new page below ``parent``."""
    kind = f"{model._meta.app_label}/{model._meta.model_name}"
    return client.post(f"/admin/pages/add/{kind}/{parent.pk}/", form)


def edit(client, page, form: dict):
    return client.post(f"/admin/pages/{page.pk}/edit/", form)


def says(response, sentence: str) -> bool:
    """Whether the editor shows a sentence: as text, or in the data of its blocks."""
    return sentence in response.text or json.dumps(sentence)[1:-1] in response.text
