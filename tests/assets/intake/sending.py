"""Files sent as the page's script sends them, and files that are worth sending."""

import functools
import hashlib
import io
import json
import urllib.request

from django.test import Client
from django.urls import reverse

from wagtail.models import Collection

from reportlab.pdfgen.canvas import Canvas

from assets.models import Drop
from assets.permissions import Audience


@functools.cache
def pdf_bytes(text: str = "Stenalderen", **info: str) -> bytes:
    """A PDF of one page that opens; kept, as reportlab's settings may change."""
    buffer = io.BytesIO()
    canvas = Canvas(buffer, invariant=True)
    canvas.setTitle(info.get("title", ""))
    canvas.setAuthor(info.get("author", ""))
    canvas.setSubject(info.get("subject", ""))
    canvas.setKeywords(info.get("keywords", ""))
    canvas.drawString(100, 700, text)
    canvas.save()
    return buffer.getvalue()


def make_drop(owner, **fields) -> Drop:
    """What the files of one drop have in common."""
    fields.setdefault("collection", Collection.get_first_root_node())
    return Drop.objects.create(owner=owner, **fields)


def drop_fields(**fields) -> dict:
    """The form of the page as it is posted."""
    return {
        "into": "each",
        "collection": Collection.get_first_root_node().pk,
        "access": int(Audience.LIBRARY),
        **fields,
    }


def post(client: Client, url: str, **body):
    return client.post(url, json.dumps(body), content_type="application/json")


def begin(client: Client, drop: Drop, content: bytes, name: str, **more):
    """Ask to send ``content``; the answer."""
    body = {"drop": drop.pk, "name": name, "size": len(content), **more}
    return post(client, reverse("drops:begin"), **body)


def send_part(client: Client, session: dict, content: bytes, number: int, sha=None):
    """Send part ``number`` where the server says; return the status."""
    size = session["part_size"]
    part = content[(number - 1) * size : number * size]
    sha = hashlib.sha256(part).hexdigest() if sha is None else sha
    to = post(client, session["part_url"], number=number, sha256=sha).json()
    if not to["direct"]:
        answer = client.put(to["url"], part, content_type="application/octet-stream")
        return answer.status_code
    request = urllib.request.Request(to["url"], part, method="PUT")
    with urllib.request.urlopen(request, timeout=20) as answer:
        return answer.status


def count_of(session: dict, content: bytes) -> int:
    return -(-len(content) // session["part_size"])


def send(client: Client, drop: Drop, content: bytes, name: str = "plakat.pdf", **more):
    """Send all of ``content``; return the answer to the end of it, or the refusal."""
    answer = begin(client, drop, content, name, **more)
    if answer.status_code != 201:
        return answer
    session = answer.json()
    for number in range(1, count_of(session, content) + 1):
        assert send_part(client, session, content, number) == 200
    return post(client, session["finish_url"])


def rows(client: Client) -> list[dict]:
    """The lines of the page's list."""
    return client.get(reverse("drops:states")).json()["rows"]
