from .access import CollectionAccess
from .assets import Asset, AssetTag
from .baskets import Basket, BasketChoice, BasketItem
from .changes import VersionChange, VersionNotice
from .comparisons import VersionComparison
from .downloads import Download
from .formats import Format
from .images import CustomImage, Rendition
from .packages import Package, PackageMember, PackageNotice
from .preflight import PreflightOverride
from .profiles import AssetProfile
from .quarantine import QuarantinedFile
from .rights import Licence, RightsWarning
from .searches import SavedSearch
from .share_pictures import SharePicture
from .shares import ShareEvent, ShareItem, ShareLink, ShareRequest
from .tombstones import Tombstone
from .uploads import Drop, Upload
from .versions import AssetFile, FileVersion, Weight

__all__ = [
    "Asset",
    "AssetFile",
    "AssetProfile",
    "AssetTag",
    "Basket",
    "BasketChoice",
    "BasketItem",
    "CollectionAccess",
    "CustomImage",
    "Download",
    "Drop",
    "FileVersion",
    "Format",
    "Licence",
    "Package",
    "PackageMember",
    "PackageNotice",
    "PreflightOverride",
    "QuarantinedFile",
    "Rendition",
    "RightsWarning",
    "SavedSearch",
    "ShareEvent",
    "ShareItem",
    "ShareLink",
    "SharePicture",
    "ShareRequest",
    "Tombstone",
    "Upload",
    "VersionChange",
    "VersionComparison",
    "VersionNotice",
    "Weight",
]
