"""What a rich text holds, read in one pass: words, headings and addresses."""

from html.parser import HTMLParser

# They show something without a word.
SHOWN = frozenset(["embed", "img", "hr"])
HEADINGS = {f"h{level}": level for level in range(1, 7)}


class Text(HTMLParser):
    """A rich text as it is stored, or any other HTML, also broken."""

    def __init__(self, source: str):
        super().__init__(convert_charrefs=True)
        self.headings: list[tuple[int, str]] = []
        self.addresses: list[str] = []
        self._words: list[str] = []
        self._shows_something = False
        self._open: tuple[int, int] | None = None
        self.feed(source)
        self.close()
        self._end_heading()

    @property
    def is_empty(self) -> bool:
        """Whether a reader would see nothing of it."""
        return not (self._shows_something or _visible("".join(self._words)))

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in HEADINGS:
            self._end_heading()
            self._open = HEADINGS[tag], len(self._words)
        elif tag == "a":
            self.addresses += [value for name, value in attrs if name == "href"]
        self._shows_something |= tag in SHOWN

    def handle_endtag(self, tag: str) -> None:
        if tag in HEADINGS:
            self._end_heading()

    def handle_data(self, data: str) -> None:
        self._words.append(data)

    def _end_heading(self) -> None:
        if self._open:
            level, start = self._open
            self.headings.append((level, _visible("".join(self._words[start:]))))
            self._open = None


def _visible(words: str) -> str:
    """Words without the space and the invisible signs around them."""
    return words.strip(" \t\r\n\xa0\xad\u200b\u200c\u200d\u2060\ufeff")
