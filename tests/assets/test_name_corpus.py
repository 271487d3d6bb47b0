"""Sixty names that people and attackers give files: stored, listed, fetched again."""

import re
import unicodedata
from email.message import Message

import pytest

from tests.factories.assets import BARE_PDF, AssetFileFactory, add_version

pytestmark = pytest.mark.django_db

HOSTILE = [
    "x" * 300, "æ" * 250, "a\u0301" * 150, "plakat\u202efdp", "\u2066skjult\u2069",
    "ny\r\nSet-Cookie: a=b", "linje\u2028skift", "nul\x00byte", 'citat"tegn',
    "semi;kolon", "../../etc/passwd", "..\\..\\windows\\system32", "/abs/sti",
    "C:\\Mine filer\\plakat", "\\\\server\\deling\\fil", "CON", "NUL", "LPT1", "aux",
    "slut punktum.", "slut mellemrum ", " forrest", "-", "--help",
    "$(reboot)", "`id`", "%2e%2e%2f", "%00", "a%0d%0ab", "<script>", "a|b", "a?b",
    "a*b", "a:b", "a'b", "a,b", "a=b", "filename*=UTF-8''x", "\ufeffbom", "\u200dzwj",
    "tab\tulator", "\x7fdel", "\x85nel",
]  # fmt: skip
PLAIN = [
    "Plakat på Ærø", "Blåbærgrød", "ÆØÅ", "Læs højt", "Grønland – kalaallit", "Straße",
    "東京", "Привет", "مرحبا", "emoji 🪨🏺", "👩‍👧", "e\u0301t",
    "A3 (endelig) v2 [tryk]", "1. udkast", "under_streg", "med+plus", "100% bomuld",
    "a&b", "to  mellemrum", "Faktura #4",
]  # fmt: skip
KEY = re.compile(r"assets/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/original")


def name_in(header: str) -> str:
    """The name as a program reads it by RFC 6266: the full one before the plain."""
    message = Message()
    message["Content-Disposition"] = header
    if "filename*=" not in header:
        return message.get_filename()
    full = header.rpartition("; filename*=")[2]
    message.replace_header("Content-Disposition", f"attachment; filename*={full}")
    return message.get_filename()


def test_names_come_back_clean_and_whole(client):
    assert len(HOSTILE) + len(PLAIN) >= 60
    file = AssetFileFactory()
    for n, stem in enumerate(HOSTILE + PLAIN):
        version = add_version(file, BARE_PDF + b"%d" % n, f"{stem}.pdf")
        name = version.filename
        assert name.endswith(".pdf"), stem
        assert len(name) <= 200
        assert unicodedata.is_normalized("NFC", name)
        assert not {unicodedata.category(c) for c in name} & {"Cc", "Cf", "Zl", "Zp"}
        assert KEY.fullmatch(version.key)
        header = client.get(file.get_absolute_url())["Content-Disposition"]
        assert header.isascii()
        assert header.isprintable()
        assert name_in(header) == name
        if stem in PLAIN and "\u200d" not in stem:
            assert name == unicodedata.normalize("NFC", f"{stem}.pdf")
