"""The blocks of a body, each a plain frozen dataclass.

Every string is tidied when a block is made, so that the modules may wrap their text.
"""

from collections.abc import Iterator
from dataclasses import dataclass, fields

from .prose import tidy, to_html


@dataclass(frozen=True)
class Entry:
    """Base of all content: tidies every string it is given."""

    def __post_init__(self) -> None:
        for each in fields(self):
            value = getattr(self, each.name)
            if isinstance(value, str):
                object.__setattr__(self, each.name, tidy(value))


@dataclass(frozen=True)
class Heading(Entry):
    """A chapter heading."""

    text: str


@dataclass(frozen=True)
class Text(Entry):
    """Running text; a blank line parts paragraphs."""

    text: str

    @property
    def html(self) -> str:
        return to_html(self.text)


@dataclass(frozen=True)
class Picture(Entry):
    """A drawn picture: what it shows (for who draws it), its alt text and caption."""

    key: str
    shows: str
    alt: str
    caption: str = ""


@dataclass(frozen=True)
class Quote(Entry):
    """What somebody said, and who."""

    text: str
    who: str


@dataclass(frozen=True)
class Figure(Entry):
    """A key figure that never stands without its source; the note carries n."""

    value: str
    label: str
    source: str
    note: str = ""


@dataclass(frozen=True)
class Bar(Entry):
    """A share in percent and what it is of."""

    percent: int
    label: str


@dataclass(frozen=True)
class Chart(Entry):
    """Shares that answer one question, with their source; the note carries n."""

    heading: str
    bars: tuple[Bar, ...]
    source: str
    note: str = ""


@dataclass(frozen=True)
class Moment(Entry):
    """One entry of a timeline."""

    when: str
    title: str
    text: str = ""


@dataclass(frozen=True)
class Timeline(Entry):
    """Moments in order."""

    heading: str
    moments: tuple[Moment, ...]


@dataclass(frozen=True)
class Films(Entry):
    """Films of the collaboration, by key."""

    heading: str
    keys: tuple[str, ...]
    intro: str = ""


@dataclass(frozen=True)
class Ideas(Entry):
    """Ideas of the catalogue, by key."""

    heading: str
    keys: tuple[str, ...]
    intro: str = ""


@dataclass(frozen=True)
class ReadingLists(Entry):
    """Reading lists, by key."""

    heading: str
    keys: tuple[str, ...]
    intro: str = ""


@dataclass(frozen=True)
class Materials(Entry):
    """A shelf of productions, by key."""

    heading: str
    keys: tuple[str, ...]
    intro: str = ""


@dataclass(frozen=True)
class Stories(Entry):
    """Story pages, by key."""

    heading: str
    keys: tuple[str, ...]
    intro: str = ""


@dataclass(frozen=True)
class PageLinks(Entry):
    """Ways on to other pages of the site, each a `kind:key`."""

    heading: str
    targets: tuple[str, ...]


@dataclass(frozen=True)
class Action(Entry):
    """A call to action; the target is `kind:key` or an address."""

    heading: str
    text: str
    button: str
    target: str


@dataclass(frozen=True)
class Question(Entry):
    """A question with its answer."""

    question: str
    answer: str

    @property
    def html(self) -> str:
        return to_html(self.answer)


@dataclass(frozen=True)
class Faq(Entry):
    """Questions and answers under a heading."""

    heading: str
    questions: tuple[Question, ...]


@dataclass(frozen=True)
class Place(Entry):
    """A national net-media: what is found there; no address when we are not sure."""

    name: str
    finds: str
    address: str = ""


@dataclass(frozen=True)
class SeeAlso(Entry):
    """Ways on into the net-media."""

    heading: str
    places: tuple[Place, ...]


Block = (
    Heading
    | Text
    | Picture
    | Quote
    | Figure
    | Chart
    | Timeline
    | Films
    | Ideas
    | ReadingLists
    | Materials
    | Stories
    | PageLinks
    | Action
    | Faq
    | SeeAlso
)


def walk(body: tuple[Block, ...]) -> Iterator[Entry]:
    """Every block of a body and what lies inside it."""
    for block in body:
        yield block
        for each in fields(block):
            value = getattr(block, each.name)
            if isinstance(value, tuple):
                yield from (item for item in value if isinstance(item, Entry))
