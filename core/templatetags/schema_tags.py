"""What a page is, told to search engines as schema.org has it."""

import json

from django import template
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import get_language

from core.models import BasePage
from core.pictures import picture_url

register = template.Library()

# As json_script has them: nothing in a text may end the element.
SAFE = {ord(sign): f"\\u{ord(sign):04x}" for sign in "<>&\u2028\u2029"}


@register.simple_tag(takes_context=True)
def structured_data(context) -> SafeString:
    """The page and the way to it as JSON-LD, or what a view says in ``graph``.

    Nothing where there is neither. It is data and no script: no browser runs it, and
    the policy lets it be.
    """
    graph = context.get("graph") or _graph_of_page(context)
    if not graph:
        return mark_safe("")
    told = [{name: value for name, value in facts.items() if value} for facts in graph]
    text = json.dumps(
        {"@context": "https://schema.org", "@graph": told}, ensure_ascii=False
    )
    return mark_safe(  # noqa: S308 no sign of HTML's is left in it
        f'<script type="application/ld+json">{text.translate(SAFE)}</script>'
    )


def _graph_of_page(context) -> list[dict]:
    page, request = context.get("page"), context.get("request")
    if not isinstance(page, BasePage) or not page.pk or request is None:
        return []
    url = page.get_full_url(request)
    facts = {
        "@type": "WebPage",
        "@id": url,
        "url": url,
        "name": page.title,
        "description": page.description,
        "inLanguage": get_language(),
        "image": picture_url(page),
        **page.schema(context.flatten()),
    }
    graph = [facts]
    if way := [(p.title, p.get_full_url(request)) for p in page.breadcrumbs]:
        graph.append(_breadcrumbs([*way, (page.title, url)]))
    return graph


def _breadcrumbs(way: list[tuple[str, str]]) -> dict:
    return {
        "@type": "BreadcrumbList",
        "itemListElement": [
            {"@type": "ListItem", "position": n, "name": name, "item": url}
            for n, (name, url) in enumerate(way, 1)
        ],
    }
