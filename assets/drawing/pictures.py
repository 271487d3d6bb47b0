"""Pictures made of pixels, in the colours that their profile says."""

import io
from typing import BinaryIO

from PIL import Image, ImageCms, ImageOps, ImageSequence

from assets.drawing import photoshop

FORMATS = ["AVIF", "GIF", "JPEG", "PNG", "PSD", "TIFF", "WEBP"]
# What a picture takes when it is opened, and an animation frame by frame.
MAX_BYTES = 400_000_000
MAX_PIXELS = 200_000_000
MAX_FRAMES = 2000
DRAWN_SIDE = 1600
BYTES_A_PIXEL = {"1": 1, "L": 1, "P": 1, "LA": 4, "I;16": 2, "F": 4, "I": 4}

Image.MAX_IMAGE_PIXELS = MAX_PIXELS


def cover(file: BinaryIO):
    """The picture (of an animation the first frame), with its size in pixels."""
    image = open_picture(file)
    measures = {"width": image.width, "height": image.height}
    image.draft(None, (DRAWN_SIDE, DRAWN_SIDE))
    weight = image.width * image.height * BYTES_A_PIXEL.get(image.mode, 4)
    if weight > MAX_BYTES:
        raise ValueError(f"{weight} bytes when opened")
    profile = image.info.get("icc_profile")
    image = ImageOps.exif_transpose(image)
    # Made small first: conversions copy.
    if image.mode == "P":
        image = image.convert("RGBA" if "transparency" in image.info else "RGB")
    image.thumbnail((DRAWN_SIDE, DRAWN_SIDE))
    return to_screen(image, profile), measures


def open_picture(file: BinaryIO) -> Image.Image:
    head = file.read(6)
    file.seek(0)
    if head == photoshop.PSB:
        return Image.open(photoshop.as_psd(file), formats=["PSD"])
    return Image.open(file, formats=FORMATS)


def to_screen(image: Image.Image, profile: bytes | None) -> Image.Image:
    """The picture in sRGB; without a usable profile as the plain formula has it."""
    if image.mode not in ("CMYK", "RGB", "L", "LAB") or not profile:
        return image.convert("RGB") if image.mode == "CMYK" else image
    try:
        return ImageCms.profileToProfile(
            image,
            ImageCms.ImageCmsProfile(io.BytesIO(profile)),
            ImageCms.createProfile("sRGB"),
            outputMode="RGB",
        )
    except (ImageCms.PyCMSError, OSError):
        return image.convert("RGB")


def spec(file: BinaryIO) -> dict:
    """Colours and profile; of an animation the frames and how long they last."""
    image = open_picture(file)
    profile = image.info.get("icc_profile")
    found = {
        "kind": "picture",
        "mode": image.mode,
        "profile": _name(profile) if profile else "",
    }
    if getattr(image, "is_animated", False) and image.format in ("GIF", "PNG", "WEBP"):
        milliseconds = frames = 0
        for frame in ImageSequence.Iterator(image):
            frames += 1
            if frames > MAX_FRAMES:
                break
            frame.load()
            milliseconds += frame.info.get("duration", 0)
        found |= {"frames": frames, "animation_seconds": round(milliseconds / 1000, 2)}
    return found


def _name(profile: bytes) -> str:
    try:
        return ImageCms.getProfileDescription(
            ImageCms.ImageCmsProfile(io.BytesIO(profile))
        ).strip()
    except (ImageCms.PyCMSError, OSError):
        return ""
