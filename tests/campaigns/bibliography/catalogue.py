"""A catalogue on a port of its own that speaks as FBI-API does."""

import json
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from io import BytesIO

from PIL import Image

WORK_ID = "work-of:870970-basis:54181744"
TOKEN = "library-token"


def work(title: str, isbn: str = "", **more) -> dict:
    """A work as the catalogue describes it."""
    return {
        "workId": WORK_ID,
        "titles": {"main": [title]},
        "creators": [{"display": "Knud Romer"}],
        "workYear": {"year": "2011"},
        "manifestations": {
            "bestRepresentation": {
                "pid": "870970-basis:54181744",
                "identifiers": [{"type": "ISBN", "value": isbn}],
                "cover": {"detail": "", "origin": "default"},
                "edition": {"publicationYear": {"year": 2012}},
                "materialTypes": [{"materialTypeGeneral": {"code": "BOOKS"}}],
            }
            | more
        },
    }


class Catalogue(ThreadingHTTPServer):
    """Answers with ``works`` by the number asked for; ``mood`` makes it misbehave."""

    def __init__(self):
        super().__init__(("127.0.0.1", 0), _Handler)
        self.works: dict[str, dict] = {}
        self.mood = ""
        self.asked: list[dict] = []
        self.released = threading.Event()

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self.server_port}"

    def settings(self) -> dict[str, str]:
        return {
            "url": f"{self.address}/graphql",
            "token_url": f"{self.address}/token",
            "client_id": "temasamarbejde",
            "secret": "not-told",
            "agency": "785100",
        }


class _Handler(BaseHTTPRequestHandler):
    def log_message(self, *args):
        pass

    def do_GET(self):
        out = BytesIO()
        Image.new("RGB", (800, 1200), "#234").save(out, "PNG")
        self._send(out.getvalue(), "image/png")

    def do_POST(self):
        body = self.rfile.read(int(self.headers["Content-Length"]))
        catalogue = self.server
        if catalogue.mood == "hangs":
            catalogue.released.wait(20)
            return
        if catalogue.mood == "refuses":
            self.send_error(503)
            return
        if catalogue.mood == "babbles":
            self._send(b"<html>", "text/html")
            return
        if self.path == "/token":
            answer = {"access_token": TOKEN, "expires_in": 3600}
        else:
            if self.headers["Authorization"] != f"Bearer {TOKEN}":
                self.send_error(401)
                return
            question = json.loads(body)
            catalogue.asked.append(question)
            answer = {"data": self._answers(question)}
        self._send(json.dumps(answer).encode(), "application/json")

    def _answers(self, question: dict) -> dict:
        answers = {}
        for name, value in question["variables"].items():
            place = name.replace("v", "t")
            if value.startswith("term.isbn="):
                found = self.server.works.get(value.split('"')[1])
                answers[place] = {"works": [found] if found else []}
            else:
                answers[place] = self.server.works.get(value)
        return answers

    def _send(self, data: bytes, content_type: str):
        self.send_response(200)
        self.send_header("Content-Type", content_type)
        self.send_header("Content-Length", str(len(data)))
        self.end_headers()
        self.wfile.write(data)


@contextmanager
def running() -> Iterator[Catalogue]:
    """A catalogue that answers until the block ends."""
    catalogue = Catalogue()
    thread = threading.Thread(target=catalogue.serve_forever, daemon=True)
    thread.start()
    try:
        yield catalogue
    finally:
        catalogue.released.set()
        catalogue.shutdown()
        catalogue.server_close()
