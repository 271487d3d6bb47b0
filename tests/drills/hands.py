"""What people do on the site's own pages, by plain requests."""

import hashlib
import io
import os
from uuid import uuid4

from bs4 import BeautifulSoup, Tag
from reportlab.pdfgen.canvas import Canvas
from requests import Session, put

MEGABYTE = 1024**2


def pdf_of(size: int) -> bytes:
    """A PDF of one page, unlike any other, and so many bytes long."""
    buffer = io.BytesIO()
    canvas = Canvas(buffer)
    canvas.drawString(100, 700, str(uuid4()))
    canvas.save()
    content = buffer.getvalue()
    return content + os.urandom(size - len(content))


def form_of(html: str, selector: str) -> dict[str, str]:
    """What a browser would post of a form in which nobody has typed."""
    form = BeautifulSoup(html, "html.parser").select_one(selector)
    fields = form.select("input[name], textarea[name], select[name]")
    return {field["name"]: _value(field) for field in fields if _is_said(field)}


def _is_said(field: Tag) -> bool:
    kind = field.get("type")
    if kind in ("checkbox", "radio"):
        return field.has_attr("checked")
    return kind not in ("submit", "button", "file")


def _value(field: Tag) -> str:
    if field.name == "textarea":
        return field.text.removeprefix("\n")
    if field.name == "select":
        chosen = field.select_one("option[selected]") or field.select_one("option")
        return chosen["value"] if chosen else ""
    return field.get("value", "on" if field.get("type") == "checkbox" else "")


def sign_in(line: Session, host: str, email: str, password: str) -> None:
    """Sign in by the page that people see."""
    address = f"{host}/log-ind/"
    said = form_of(line.get(address).text, "main form")
    said |= {"login": email, "password": password}
    answer = line.post(address, said, headers={"Referer": address})
    answer.raise_for_status()
    if answer.url.endswith("/log-ind/"):
        raise RuntimeError(f"{email} was not let in")


class Sending:
    """Files laid in as the page of the admin lays them in."""

    def __init__(self, line: Session, host: str) -> None:
        self._line, self._host = line, host
        page = line.get(f"{host}/admin/laeg-filer-op/")
        said = form_of(page.text, "main form")
        token = said["csrfmiddlewaretoken"]
        self._headers = {"X-CSRFToken": token, "Referer": page.url}
        self._drop = self._ask("/admin/laeg-filer-op/faelles/", data=said)["drop"]

    def _ask(self, path: str, **body) -> dict:
        answer = self._line.post(f"{self._host}{path}", headers=self._headers, **body)
        answer.raise_for_status()
        return answer.json()

    def send(self, content: bytes) -> str:
        """Send a file in its parts; return the id of its upload."""
        asked = {"drop": self._drop, "name": f"{uuid4()}.pdf", "size": len(content)}
        session = self._ask("/admin/laeg-filer-op/begynd/", json=asked)
        size = session["part_size"]
        for number, start in enumerate(range(0, len(content), size), 1):
            to = self._ask(session["part_url"], json={"number": number})
            self._send_part(to, content[start : start + size])
        self._ask(session["finish_url"], json={})
        return session["id"]

    def _send_part(self, to: dict, part: bytes) -> None:
        kind = {"Content-Type": "application/octet-stream"}
        if to["direct"]:
            answer = put(to["url"], part, headers=kind, timeout=60)
        else:
            url = f"{self._host}{to['url']}"
            answer = self._line.put(url, part, headers=self._headers | kind)
        answer.raise_for_status()

    def rows(self) -> dict[str, dict]:
        """The lines of the page's list, by the ids of the uploads."""
        answer = self._line.get(f"{self._host}/admin/laeg-filer-op/tilstand/")
        return {row["id"]: row for row in answer.json()["rows"]}

    def digest(self, path: str) -> str:
        """The SHA-256 of a file, fetched to its end."""
        found = hashlib.sha256()
        with self._line.get(f"{self._host}{path}", stream=True) as answer:
            answer.raise_for_status()
            for chunk in answer.iter_content(65_536):
                found.update(chunk)
        return found.hexdigest()
