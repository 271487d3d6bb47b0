from .assets import Asset, AssetTag
from .downloads import Download
from .formats import Format
from .images import CustomImage, Rendition
from .rights import Licence
from .uploads import Drop, Upload
from .versions import AssetFile, FileVersion

__all__ = [
    "Asset",
    "AssetFile",
    "AssetTag",
    "CustomImage",
    "Download",
    "Drop",
    "FileVersion",
    "Format",
    "Licence",
    "Rendition",
    "Upload",
]
