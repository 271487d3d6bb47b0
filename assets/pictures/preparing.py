"""What the worker makes of a picture, so that no page has to wait for it.

AVIF is the smallest and the slowest to write. It is kept where all its widths are
smaller than WebP's; pages offer what is there (``core.pictures``).
"""

from io import BytesIO

from django.core.files import File
from django.db import IntegrityError, transaction
from django.db.models import Exists, F, OuterRef, Q, QuerySet, Value
from django.db.models.functions import Concat

from wagtail.images.models import Filter

from PIL import Image

from core.pictures import FALLBACK_WIDTH, RECIPE, WIDTHS, spec_of, widths_of

from ..models import CustomImage, Rendition
from .plain import plain


def mark_of(picture: CustomImage) -> str:
    """Says which file was made ready, and for which formats and widths."""
    return f"{RECIPE} {picture.file.name}"


def unprepared() -> QuerySet[CustomImage]:
    """Pictures that are new, have another file, or whose renditions were deleted."""
    webp = Rendition.objects.filter(
        image=OuterRef("pk"), filter_spec=spec_of(WIDTHS[0], "webp")
    )
    mark = Concat(Value(f"{RECIPE} "), F("file"))
    return CustomImage.objects.filter(~Q(prepared=mark) | ~Exists(webp))


def prepare(picture: CustomImage) -> bool:
    """Make its renditions, find its colour, and let pages know.

    The original is read once; what is written last is no quiet table
    (``core.page_cache``), so kept pages show it all from then on. False when the
    picture was given another file meanwhile: what was made of the old one is undone,
    and whoever prepared the new one may have gone by it.
    """
    mark = mark_of(picture)
    seen = _seen(picture)
    source = BytesIO()
    seen.save(source, "PNG", compress_level=0)
    known = {row.filter_spec: row for row in picture.renditions.all()}
    widths = widths_of(picture)

    def made(width: int, form: str) -> Rendition:
        row = known.get(spec_of(width, form))
        return row or _made(picture, spec_of(width, form), source)

    webp = [_kept(made(width, "webp")) for width in widths]
    avif = [made(width, "avif") for width in widths]
    pairs = zip(avif, webp, strict=True)
    if all(a.get_file_size() < w.get_file_size() for a, w in pairs):
        for row in avif:
            _kept(row)
    else:
        avif = []
    is_opaque = seen.mode == "RGB"
    width = min(FALLBACK_WIDTH, widths[-1])
    fallback = _kept(made(width, "jpeg" if is_opaque else "png"))
    as_it_was = CustomImage.objects.filter(pk=picture.pk, file=picture.file.name)
    colour = _colour(seen) if is_opaque else ""
    if as_it_was.update(colour=colour, prepared=mark):
        return True
    for row in (*webp, *avif, fallback):
        if row.pk:
            row.delete()
    CustomImage.objects.filter(pk=picture.pk).update(prepared="")
    return False


def _seen(picture: CustomImage) -> Image.Image:
    """The picture upright, plain, and no wider than any page shows it."""
    with picture.get_willow_image() as opened:
        seen = plain(opened.auto_orient().image)
    if seen.width > WIDTHS[-1]:
        height = max(1, seen.height * WIDTHS[-1] // seen.width)
        seen = seen.resize((WIDTHS[-1], height), Image.Resampling.LANCZOS)
    is_clear = seen.mode == "RGBA" and seen.getextrema()[3][0] < 255
    return seen if is_clear else seen.convert("RGB")


def _colour(seen: Image.Image) -> str:
    """The mean of all its colours, which changes least when the picture comes."""
    red, green, blue = seen.resize((1, 1), Image.Resampling.BOX).getpixel((0, 0))
    return f"#{red:02x}{green:02x}{blue:02x}"


def _made(picture: CustomImage, spec: str, source: BytesIO) -> Rendition:
    """A rendition that nothing holds yet."""
    file = picture.generate_rendition_file(
        Filter(spec), source=File(source, name=picture.file.name)
    )
    return Rendition(image=picture, filter_spec=spec, file=file, file_size=file.size)


def _kept(row: Rendition) -> Rendition:
    """Store it: the file first, so that no transaction waits for the storage."""
    if row.pk:
        return row
    row.file.save(row.file.name, row.file.file, save=False)
    try:
        with transaction.atomic():
            row.save()
    except IntegrityError:
        # A page has made the same meanwhile, or the picture was deleted.
        row.file.delete(save=False)
    return row
