"""Addresses that the browser writes are those that the server would write."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.danish import slug
from core.widgets import SLUG_RULES


def in_the_browser(title: str) -> str:
    """What Wagtail's script makes of a title: our rules, then its own slugify."""
    for pattern, plain in SLUG_RULES:
        title = re.sub(pattern, plain, title)
    return re.sub(r"\s+", "-", title).lower()


@pytest.mark.parametrize(
    "title",
    [
        "Læselyst på øer",
        "ÆRØ & Ålborg",
        " Sten, jern_og bronze: 1.000 år! ",
        "Crème brûlée à la Ærø",
        "uge 39–42",
    ],
)
def test_titles_as_people_write_them(title):
    assert in_the_browser(title) == slug(title)


@given(st.text(st.characters(max_codepoint=0x24F)))
def test_every_latin_title(title):
    assert in_the_browser(title) == slug(title)
