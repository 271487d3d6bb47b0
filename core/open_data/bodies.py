"""What editors composed, as other sites can use it: pieces, plain HTML and text."""

from django.template.loader import render_to_string
from django.utils.translation import override

from wagtail.models import Page

from bs4 import BeautifulSoup

from ..pictures import fetch_renditions, pictures_of
from ..references import References
from .shapes import Block, Body
from .telling import Teller

# What begins a line of its own in plain text.
LINES = ["blockquote", "dd", "dt", "figcaption", "h2", "h3", "h4", "li", "p", "tr"]
# And what is set apart by an empty one.
APART = ["dl", "figure", "h2", "h3", "h4", "p", "table", "ul", "ol"]


def body_of(page: Page, teller: Teller, field: str = "body") -> Body:
    """The pieces of a page's body, with what they point to fetched together.

    Each type of piece has its plain HTML in ``templates/plain``.
    """
    blocks = pieces_of(page, teller, field)
    html = "\n".join(
        " ".join(
            render_to_string(f"plain/{block.type}.html", {"value": block.value}).split()
        )
        for block in blocks
    )
    return Body(blocks=blocks, html=html, text=text_of(html))


def pieces_of(page: Page, teller: Teller, field: str) -> list[Block]:
    """The blocks of a stream of the page, as they tell of themselves."""
    references = References.of(page, teller.request)
    fetch_renditions(pictures_of(references.leaves))
    stream = getattr(page, field)
    context = {"page": page, "request": teller.request, "teller": teller}
    with references.given(), override(teller.language_of(page)):
        told = stream.stream_block.get_api_representation(stream, context=context)
    return [Block(**piece) for piece in told]


def text_of(html: str) -> str:
    """The words of plain HTML, a line each, with an empty one between what differs."""
    soup = BeautifulSoup(html, "html.parser")
    for tag in soup.find_all(LINES):
        tag.append("\n")
    for tag in soup.find_all(APART):
        tag.insert_before("\n")
    for tag in soup.find_all("br"):
        tag.replace_with("\n")
    for tag in soup.find_all(["th"]):
        tag.append(": ")
    lines = [" ".join(line.split()) for line in soup.get_text().split("\n")]
    kept = [
        line
        for line, before in zip(lines, ["", *lines[:-1]], strict=True)
        if line or before
    ]
    return "\n".join(kept).strip()
