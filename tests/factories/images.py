"""Pictures for pages."""

from io import BytesIO

from django.core.files.base import ContentFile

import factory
from factory.django import DjangoModelFactory
from PIL import Image

from assets.models import CustomImage


def png_bytes(width: int = 120, height: int = 80, colour: str = "#b5382a") -> bytes:
    """A real PNG of one colour."""
    out = BytesIO()
    Image.new("RGB", (width, height), colour).save(out, "PNG")
    return out.getvalue()


class ImageFactory(DjangoModelFactory):
    """A small picture of one colour."""

    class Meta:
        model = CustomImage

    title = factory.Sequence(lambda n: f"Billede {n + 1}")
    description = "En flade i én farve"
    file = factory.LazyFunction(lambda: ContentFile(png_bytes(), name="billede.png"))
