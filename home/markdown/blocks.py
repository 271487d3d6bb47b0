"""The blocks of a body as Markdown; one that nobody knows is turned from its HTML."""

from collections.abc import Iterable
from itertools import count

from django.utils.html import escape

from wagtail.models import Page

from markdownify import markdownify

from core.pictures import FALLBACK_WIDTH, spec_of
from core.references import References
from core.site_address import whole, with_whole_addresses


def words(text) -> str:
    """Plain text, with the signs that Markdown would take for its own escaped."""
    plain = markdownify(escape(str(text or "")), heading_style="ATX").strip()
    return plain.replace("[", r"\[").replace("]", r"\]")


def rich(html: str) -> str:
    """HTML as Markdown."""
    return markdownify(str(html), heading_style="ATX", bullets="-").strip()


def heading(level: int, text) -> str:
    return f"{'#' * level} {' '.join(words(text).split())}" if text else ""


def link(text, address: str) -> str:
    return f"[{words(text)}]({whole(str(address))})"


def bullets(lines: Iterable[str], *, numbered: bool = False) -> str:
    """A list; each line may run over several."""
    marks = (f"{n}." if numbered else "-" for n in count(1))
    return "\n".join(
        f"{mark} " + line.replace("\n", "\n   ")
        for line, mark in zip(lines, marks, strict=False)
    )


def page_links(things: Iterable, request) -> str:
    """Pages or materials, each with its summary."""
    return bullets(
        ": ".join(
            filter(
                None,
                [
                    link(one.title, _address_of(one, request)),
                    words(getattr(one, "summary", "")),
                ],
            )
        )
        for one in things
    )


def _address_of(thing, request) -> str:
    if isinstance(thing, Page):
        return thing.get_url(request)
    return thing.get_absolute_url()


def of_stream(stream, page, request) -> list[str]:
    """All blocks of a body, as paragraphs."""
    parts = []
    around = {"page": page, "request": request, "level": 3}
    for child in stream:
        value, context = child.value, child.block.get_context(child.value, around)
        write = WRITERS.get(child.block_type)
        if write:
            parts += write(value, {**around, **context})
        else:
            parts.append(rich(child.render(around)))
    return [part for part in parts if part]


def _picture(value, context) -> list[str]:
    image = value["image"]
    if not image or not image.is_in_period:
        return []
    # What is decorative says nothing.
    alt = "" if image.decorative else (image.contextual_alt_text or "")
    told = [words(value["caption"]), words(image.credit)]
    said = f"*{'. '.join(filter(None, told))}*" if any(told) else ""
    if not alt:
        return [said]
    shown = image.get_rendition(spec_of(FALLBACK_WIDTH, "webp"))
    return [f"![{words(alt)}]({whole(shown.url)})", said]


def figure(value) -> str:
    """A key figure, with where it comes from."""
    source = ". ".join(filter(None, [value["source"], value["note"]]))
    return f"**{words(value['value'])}** {words(value['text'])} ({words(source)})"


def _chart(value, context) -> list[str]:
    cells = [(words(row["text"]), words(row["figure"])) for row in value.rows]
    rows = [f"| {text.replace('|', '/')} | {figure} |" for text, figure in cells]
    source = ". ".join(filter(None, [value["source"], value["note"]]))
    table = "\n".join(["|  |  |", "| --- | ---: |", *rows])
    return [heading(3, value["title"]), table, words(source)]


def _timeline(value, context) -> list[str]:
    events = (
        f"**{words(event['when'])}**: "
        + ". ".join(filter(None, [words(event["title"]), words(event["text"])]))
        for event in value["events"]
    )
    return [heading(3, value["title"]), bullets(events)]


def _faq(value, context) -> list[str]:
    parts = [heading(3, value["title"])]
    for item in value["questions"]:
        answer = _rich_text(item["answer"], context)
        parts += [f"**{words(item['question'])}**", *answer]
    return parts


def _rich_text(value, context) -> list[str]:
    references = References.of(context["page"], context["request"])
    return [rich(with_whole_addresses(references.html(value.source)))]


def _call(value, context) -> list[str]:
    target = value["link"].target
    if hasattr(target, "get_url"):
        target = target.get_url(context["request"])
    way = link(value["link"]["text"], target) if target else ""
    return [heading(3, value["title"]), words(value["text"]), way]


def _pages(value, context) -> list[str]:
    found = page_links(context["pages"], context["request"])
    return [heading(3, value["title"]), found] if found else []


def _shelf(value, context) -> list[str]:
    found = context.get("assets") or []
    rows = [link(asset.title, asset.get_absolute_url()) for asset in found]
    return [heading(3, value["title"]), bullets(rows)] if rows else []


def net_media(value) -> str:
    """A link into a net-media, with what there is."""
    way = value["address"] or value["net_media"].website
    return f"{link(value['net_media'].name, way)}: {words(value['text'])}"


def _see_also(value, context) -> list[str]:
    rows = map(net_media, context["links"])
    return [heading(3, value["title"]), bullets(rows)]


WRITERS = {
    "heading": lambda value, context: [heading(2, value["text"])],
    "text": _rich_text,
    "picture": _picture,
    "quote": lambda value, context: [
        "> " + words(value["text"]).replace("\n", "\n> "),
        f"— {words(value['who'])}",
    ],
    "key_figure": lambda value, context: [figure(value)],
    "chart": _chart,
    "timeline": _timeline,
    "faq": _faq,
    "call_to_action": _call,
    "page_links": _pages,
    "films": _pages,
    "ideas": _pages,
    "reading_lists": _pages,
    "asset_shelf": _shelf,
    "see_also": _see_also,
}
