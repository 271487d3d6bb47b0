"""The film providers that pages may show, and their players without tracking."""

import re
from dataclasses import dataclass


@dataclass(frozen=True)
class Provider:
    """A site with films: which addresses are its films, and where its player is."""

    name: str
    address: re.Pattern
    player: str

    def player_url(self, address: str) -> str:
        return self.player.format(self.address.match(address)["id"])


PROVIDERS = [
    Provider(
        "YouTube",
        re.compile(
            r"https?://(?:(?:www\.|m\.)?youtube(?:-nocookie)?\.com/"
            r"(?:watch\?(?:[^#]*&)?v=|embed/|shorts/)|youtu\.be/)(?P<id>[\w-]{11})(?![\w-])"
        ),
        "https://www.youtube-nocookie.com/embed/{}",
    ),
    Provider(
        "Vimeo",
        re.compile(
            r"https?://(?:www\.|player\.)?vimeo\.com/(?:video/)?(?P<id>\d{6,12})(?!\w)"
        ),
        "https://player.vimeo.com/video/{}?dnt=1",
    ),
    Provider(
        "DR",
        re.compile(
            r"https?://(?:www\.)?dr\.dk/drtv/(?:se|episode|program)/(?P<id>[a-z0-9_-]+)"
        ),
        "https://www.dr.dk/drtv/embed/{}",
    ),
]


def find_provider(address: str) -> Provider | None:
    """Return the provider whose film ``address`` is, or None."""
    return next((p for p in PROVIDERS if p.address.match(address)), None)
