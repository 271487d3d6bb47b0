"""Zips, banners among them, and what Office and InDesign save as zips."""

import zipfile
from pathlib import Path

from assets.drawing import banner_zips, zips

from .answers import Refused, named


def open_file(path: Path, extension: str, filed_as: str) -> tuple[dict, list[str]]:
    """Say whether a zip is a banner; raise for one that is hostile or not to be run.

    A parcel is unpacked member by member: each is then judged by itself.
    """
    try:
        with zipfile.ZipFile(path) as archive:
            is_banner = banner_zips.is_banner(archive)
            if filed_as == "banner" or is_banner:
                for _member in banner_zips.members(archive):
                    pass
            elif filed_as == "parcel":
                zips.refuse_bomb(archive)
            else:
                zips.look_through(archive)
    except zips.Refused as refused:
        raise Refused(f"zip_{refused.code}", refused.name[:120]) from refused
    except zips.BROKEN as error:
        raise Refused("unreadable") from error
    return named({"is_banner": "yes" if is_banner else ""}), []
