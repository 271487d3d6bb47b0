"""Pictures as anyone may have them: in sRGB, without what a camera noted."""

from io import BytesIO

from wagtail.images.image_operations import FilterOperation
from wagtail.images.models import Filter

from PIL import Image, ImageCms
from willow.plugins.pillow import PillowImage


def plain(picture: Image.Image) -> Image.Image:
    """The picture in sRGB; where and when it was taken, and with what, is left out."""
    mode = "RGBA" if picture.has_transparency_data else "RGB"
    profile = picture.info.get("icc_profile")
    if picture.mode in ("P", "PA", "1"):
        picture = picture.convert(mode)
    plain = _in_srgb(picture, profile, mode) if profile else None
    plain = plain or picture.convert(mode)
    plain.info = {}
    return plain


def _in_srgb(picture: Image.Image, profile: bytes, mode: str) -> Image.Image | None:
    """None where the profile is broken, or is that of other colours."""
    try:
        return ImageCms.profileToProfile(
            picture,
            ImageCms.ImageCmsProfile(BytesIO(profile)),
            ImageCms.createProfile("sRGB"),
            outputMode=mode,
        )
    except (ImageCms.PyCMSError, OSError):
        return None


class PlainOperation(FilterOperation):
    """What is done to every picture before it is written."""

    def construct(self):
        pass

    def run(self, willow, image, env):
        return PillowImage(plain(willow.image))


class PlainFilter(Filter):
    """A filter whose pictures are plain, by the name of the filter alone."""

    @property
    def operations(self):
        return [*Filter(self.spec).operations, PlainOperation("plain")]
