"""Films and sounds that have a stream to play."""

from pathlib import Path

import av

from .answers import Refused, named


def open_file(path: Path, extension: str, filed_as: str) -> tuple[dict, list[str]]:
    try:
        with av.open(str(path)) as container:
            if not (container.streams.video or container.streams.audio):
                raise Refused("unreadable")
            tags = {name.lower(): text for name, text in container.metadata.items()}
    except (av.FFmpegError, ValueError) as error:
        raise Refused("unreadable") from error
    found = {
        "title": tags.get("title"),
        "description": tags.get("description") or tags.get("comment"),
        "credit": tags.get("copyright") or tags.get("artist"),
    }
    return named(found), []
