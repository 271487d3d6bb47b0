"""From the demo content's blocks to StreamField data."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from wagtail.models import Page

from campaigns.models import NetMedia

from ..content import types as content


@dataclass
class Placed:
    """What bodies may point to, by the keys of the content."""

    pages: dict = field(default_factory=dict)  # (kind, key) -> page
    assets: dict = field(default_factory=dict)  # production key -> Asset
    pictures: dict = field(default_factory=dict)  # picture key -> CustomImage

    def page(self, target: str) -> Page | None:
        """The page of a target: "campaign:tema-5", or the address of a catalogue."""
        kind, _colon, key = target.partition(":")
        return self.pages.get((kind, key))


def stream(body: Iterable, placed: Placed) -> list[dict]:
    """Return ``body`` as StreamField data; what is not placed is left out."""
    blocks = []
    for block in body:
        blocks += _convert(block, placed)
    return [{"type": kind, "value": value} for kind, value in blocks if value]


def _convert(block, placed: Placed) -> list[tuple[str, object]]:
    match block:
        case content.Heading(text=text):
            return [("heading", {"text": text})]
        case content.Text():
            return [("text", block.html)]
        case content.Picture():
            return [("picture", _picture(block, placed))]
        case content.Quote(text=text, who=who):
            return [("quote", {"text": text, "who": who})]
        case content.Figure():
            return [("key_figure", key_figure(block))]
        case content.Chart():
            return [("chart", _chart(block))]
        case content.Timeline(heading=heading, moments=moments):
            events = [
                {"when": m.when, "title": m.title, "text": m.text} for m in moments
            ]
            return [("timeline", {"title": heading, "events": events})]
        case content.Action():
            return [("call_to_action", _action(block, placed))]
        case content.Faq(heading=heading, questions=questions):
            answers = [{"question": q.question, "answer": q.html} for q in questions]
            return [("faq", {"title": heading, "questions": answers})]
        case content.SeeAlso(heading=heading, places=places):
            links = [see_also(place) for place in places]
            return [("see_also", {"title": heading, "links": links})]
        case content.Materials():
            assets = [placed.assets[k].pk for k in block.keys if k in placed.assets]
            return _shelf(block, "asset_shelf", "assets", assets, {"count": 6})
        case content.Films():
            return _shelf(block, "films", "pages", _pks(placed, "film", block))
        case content.Ideas():
            return _shelf(block, "ideas", "pages", _pks(placed, "idea", block))
        case content.ReadingLists():
            pages = _pks(placed, "reading_list", block)
            return _shelf(block, "reading_lists", "pages", pages)
        case content.Stories():
            return _shelf(block, "page_links", "pages", _pks(placed, "story", block))
        case content.PageLinks(heading=heading, targets=targets):
            pages = [placed.page(target) for target in targets]
            items = [page.pk for page in pages if page]
            return [("page_links", items and {"title": heading, "pages": items})]
    raise TypeError(f"no block for {type(block).__name__}")


def _pks(placed: Placed, kind: str, block) -> list[int]:
    return [
        placed.pages[kind, key].pk for key in block.keys if (kind, key) in placed.pages
    ]


def _shelf(block, kind: str, name: str, pks: list[int], extra: dict | None = None):
    if not pks:
        return []
    intro = [("text", f"<p>{block.intro}</p>")] if block.intro else []
    value = {"title": block.heading, name: pks, **(extra or {})}
    return [*intro, (kind, value)]


def _picture(block: content.Picture, placed: Placed) -> dict | None:
    image = placed.pictures.get(block.key)
    if image is None:
        return None
    return {
        "image": {"image": image.pk, "alt_text": block.alt, "decorative": False},
        "caption": block.caption,
        "width": "wide",
    }


def _chart(block: content.Chart) -> dict:
    return {
        "title": block.heading,
        "unit": "percent",
        "bars": [{"text": bar.label, "value": bar.percent} for bar in block.bars],
        "source": block.source,
        "note": block.note,
    }


def key_figure(figure: content.Figure) -> dict:
    return {
        "value": figure.value,
        "text": figure.label,
        "source": figure.source,
        "note": figure.note,
    }


def _action(block: content.Action, placed: Placed) -> dict | None:
    kind, _colon, key = block.target.partition(":")
    page = placed.page(block.target)
    link = {"text": block.button, "page": None, "address": ""}
    if page:
        link["page"] = page.pk
    elif kind == "production" and key in placed.assets:
        link["address"] = placed.assets[key].get_absolute_url()
    elif block.target.startswith("/") or block.target.startswith("http"):
        link["address"] = block.target
    else:
        return None
    return {"title": block.heading, "text": block.text, "link": link}


def net_media_of(place: content.Place) -> NetMedia:
    """Return the net-media of ``place``; made when there is none of its name."""
    row, _created = NetMedia.objects.get_or_create(
        name=place.name,
        defaults={"description": place.finds[:200], "website": place.address},
    )
    return row


def see_also(place: content.Place) -> dict:
    return {
        "net_media": net_media_of(place).pk,
        "text": place.finds[:160],
        "address": "",
    }
