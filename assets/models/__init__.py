from .access import CollectionAccess
from .assets import Asset, AssetTag
from .changes import VersionChange, VersionNotice
from .downloads import Download
from .formats import Format
from .images import CustomImage, Rendition
from .preflight import PreflightOverride
from .rights import Licence, RightsWarning
from .versions import AssetFile, FileVersion, Weight

__all__ = [
    "Asset",
    "AssetFile",
    "AssetTag",
    "CollectionAccess",
    "CustomImage",
    "Download",
    "FileVersion",
    "Format",
    "Licence",
    "PreflightOverride",
    "Rendition",
    "RightsWarning",
    "VersionChange",
    "VersionNotice",
    "Weight",
]
