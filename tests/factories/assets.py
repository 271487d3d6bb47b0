"""Assets with real files, stored through the same door as any upload."""

from io import BytesIO

import factory
from factory.django import DjangoModelFactory

from assets.models import (
    Asset,
    AssetFile,
    Basket,
    BasketItem,
    FileVersion,
    Format,
    Licence,
    ShareItem,
    ShareLink,
)
from assets.permissions import Audience
from assets.uploads import store
from libraries.permissions import library_of

# The least that opens as a PDF: one small empty page.
BARE_PDF = (
    b"%PDF-1.4\n% stenalder \n"
    b"1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n"
    b"2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n"
    b"3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]>>endobj\n"
    b"trailer<</Root 1 0 R>>\n%%EOF\n"
)


class LicenceFactory(DjangoModelFactory):
    """CC BY, as most material has it."""

    class Meta:
        model = Licence
        django_get_or_create = ("slug",)

    name = "CC BY 4.0"
    slug = "cc-by"
    summary = "Del og tilpas frit, når I krediterer."


class FormatFactory(DjangoModelFactory):
    """A poster size."""

    class Meta:
        model = Format
        django_get_or_create = ("slug",)

    name = "Plakat A3"
    slug = "plakat-a3"
    width_mm = 297
    height_mm = 420


class AssetFactory(DjangoModelFactory):
    """A published asset that everyone may fetch, without files."""

    class Meta:
        model = Asset

    title = factory.Sequence(lambda n: f"Plakat {n + 1}")
    kind = Asset.Kind.PRINT
    licence = factory.SubFactory(LicenceFactory)
    access = Audience.ANYONE
    state = Asset.State.PUBLISHED


class AssetFileFactory(DjangoModelFactory):
    """A form of an asset, with no version yet."""

    class Meta:
        model = AssetFile

    asset = factory.SubFactory(AssetFactory)
    name = "A3 til trykkeriet"


def add_version(
    file: AssetFile, content: bytes = BARE_PDF, name: str = "plakat.pdf", **kwargs
) -> FileVersion:
    """Store ``content`` as the next version of ``file``."""
    return store(BytesIO(content), name, target=file, **kwargs)


def make_file(
    content: bytes = BARE_PDF, name: str = "plakat.pdf", **asset
) -> AssetFile:
    """Return a file with its first version, of an asset as ``asset`` describes it."""
    file = AssetFileFactory(asset=AssetFactory(**asset))
    add_version(file, content, name)
    return file


def make_basket(owner, *files: AssetFile, **fields) -> Basket:
    """Return a basket of the person's, at their library, with files in it."""
    fields = {"name": "Til november", "library": library_of(owner), **fields}
    basket = Basket.objects.create(owner=owner, **fields)
    for file in files:
        BasketItem.objects.create(basket=basket, file=file, title=str(file))
    return basket


def make_share(*files: AssetFile, password: str = "", **fields) -> ShareLink:
    """Return an open share link to files."""
    share = ShareLink(**{"title": "Til trykkeriet", **fields})
    if password:
        share.set_password(password)
    share.save()
    for n, file in enumerate(files):
        ShareItem.objects.create(share=share, file=file, sort_order=n)
    return share
