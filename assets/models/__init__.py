from .assets import Asset, AssetTag
from .baskets import Basket, BasketItem
from .downloads import Download
from .formats import Format
from .images import CustomImage, Rendition
from .packages import Package, PackageMember
from .rights import Licence
from .shares import ShareEvent, ShareItem, ShareLink, ShareRequest
from .versions import AssetFile, FileVersion

__all__ = [
    "Asset",
    "AssetFile",
    "AssetTag",
    "Basket",
    "BasketItem",
    "CustomImage",
    "Download",
    "FileVersion",
    "Format",
    "Licence",
    "Package",
    "PackageMember",
    "Rendition",
    "ShareEvent",
    "ShareItem",
    "ShareLink",
    "ShareRequest",
]
