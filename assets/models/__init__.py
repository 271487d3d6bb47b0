from .assets import Asset, AssetTag
from .downloads import Download
from .formats import Format
from .images import CustomImage, Rendition
from .profiles import AssetProfile
from .rights import Licence
from .searches import SavedSearch
from .versions import AssetFile, FileVersion

__all__ = [
    "Asset",
    "AssetFile",
    "AssetProfile",
    "AssetTag",
    "CustomImage",
    "Download",
    "FileVersion",
    "Format",
    "Licence",
    "Rendition",
    "SavedSearch",
]
