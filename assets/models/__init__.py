from .assets import Asset, AssetTag
from .downloads import Download
from .formats import Format
from .images import CustomImage, Rendition
from .preflight import PreflightOverride
from .rights import Licence
from .versions import AssetFile, FileVersion

__all__ = [
    "Asset",
    "AssetFile",
    "AssetTag",
    "CustomImage",
    "Download",
    "FileVersion",
    "Format",
    "Licence",
    "PreflightOverride",
    "Rendition",
]
