"""Pictures for pages: what the worker makes, and what a page offers of it."""

from io import BytesIO

from django.core.files.base import ContentFile
from django.template import Context, Template

import pytest
from PIL import Image, ImageCms

from assets.models import CustomImage
from assets.pictures.preparing import prepare, unprepared
from assets.storages import public_storage
from assets.tasks import prepare_forgotten_pictures, prepare_picture
from core.page_cache.changes import generation
from core.pictures import FALLBACK_WIDTH, WIDTHS, offer_of, spec_of
from core.templatetags.picture_tags import hero_sizes
from tests.factories.home import NewsIndexPageFactory, NewsPageFactory
from tests.factories.images import ImageFactory

pytestmark = pytest.mark.django_db

ICC = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()


def file_of(picture: Image.Image, form: str = "PNG", **options) -> ContentFile:
    out = BytesIO()
    picture.save(out, form, **options)
    return ContentFile(out.getvalue(), name=f"billede.{form.lower()}")


def landscape(width: int = 500, height: int = 300) -> Image.Image:
    """Soft hills in two colours, with the grain of a photo."""
    size = width, height
    hills = Image.radial_gradient("L").resize(size)
    grain = Image.effect_noise((50, 30), 40).resize(size)
    return Image.merge("RGB", [hills, grain, Image.new("L", size, 90)])


def ready(picture: CustomImage) -> CustomImage:
    """The picture as pages see it once the worker has been there."""
    prepare(picture)
    return CustomImage.objects.get(pk=picture.pk)


def shown(picture: CustomImage, **names: str) -> str:
    words = " ".join(f'{name}="{value}"' for name, value in names.items())
    tag = f"{{% load picture_tags %}}{{% sized_picture picture {words} %}}"
    return Template(tag).render(Context({"picture": picture}))


def opened(rendition) -> Image.Image:
    with public_storage().open(rendition.file.name) as file:
        return Image.open(BytesIO(file.read()))


def test_a_new_picture_is_one_webp_and_waits_for_nothing():
    picture = ImageFactory(file=file_of(landscape(800, 480)))
    html = shown(picture, sizes="100vw", alt="Bakker")
    assert html.startswith("<img ")
    assert [row.filter_spec for row in picture.renditions.all()] == [
        spec_of(FALLBACK_WIDTH, "webp")
    ]


def test_a_prepared_picture_is_offered_in_all_formats():
    picture = ready(ImageFactory(file=file_of(landscape(2000, 1200))))
    html = shown(picture, sizes="100vw", alt="Bakker")
    avif, webp, image = html.removeprefix("<picture>").split("<")[1:4]
    assert 'type="image/avif"' in avif
    assert 'type="image/webp"' in webp
    assert all(f" {width}w" in avif and f" {width}w" in webp for width in WIDTHS)
    assert 'sizes="100vw"' in avif
    assert ".jpg" in image
    assert all(part in image for part in ('width="480"', 'height="288"', '"tone '))


def test_showing_a_prepared_picture_makes_nothing():
    picture = ready(ImageFactory(file=file_of(landscape())))
    before = picture.renditions.count()
    shown(picture, alt="")
    assert picture.renditions.count() == before == 5


def test_avif_is_left_out_where_it_is_no_smaller():
    """A flat colour is a few bytes of WebP; AVIF's head alone is more."""
    picture = ready(ImageFactory())
    assert set(offer_of(picture).sets) == {"webp"}
    assert not picture.renditions.filter(filter_spec__contains="avif").exists()


def test_avif_that_is_kept_is_smaller_at_every_width():
    sets = offer_of(ready(ImageFactory(file=file_of(landscape())))).sets
    pairs = zip(sets["avif"], sets["webp"], strict=True)
    assert all(a.file_size < w.file_size for a, w in pairs)


def test_what_shines_through_falls_back_to_png_and_has_no_colour():
    clear = Image.new("RGBA", (600, 300), (200, 40, 20, 0))
    clear.paste((20, 60, 120, 255), (0, 0, 300, 300))
    picture = ready(ImageFactory(file=file_of(clear)))
    assert picture.colour == ""
    assert opened(offer_of(picture).fallback).format == "PNG"
    assert "tone" not in shown(picture, alt="")


def test_a_picture_is_known_by_its_own_colour():
    assert ready(ImageFactory()).colour == "#b5382a"


def test_the_colour_comes_as_classes():
    assert ready(ImageFactory()).css_class == "tone tone-r5 tone-g1 tone-b1"


def test_the_focal_point_comes_as_classes():
    picture = ImageFactory(file=file_of(landscape()))
    picture.focal_point_x, picture.focal_point_y = 425, 60
    picture.focal_point_width = picture.focal_point_height = 100
    assert picture.css_class == "focus focus-x8 focus-y2"


@pytest.mark.parametrize("form", ["avif", "webp", "jpeg"])
def test_nothing_that_a_camera_noted_goes_out(form):
    exif = Image.Exif()
    exif[0x8825] = {1: "N", 2: (55.0, 40.0, 12.0)}
    file = file_of(landscape(800, 480), "JPEG", exif=exif)
    picture = ready(ImageFactory(file=file))
    row = picture.renditions.get(filter_spec=spec_of(FALLBACK_WIDTH, form))
    assert not opened(row).getexif()


def test_thumbnails_in_the_admin_are_plain_too():
    exif = Image.Exif()
    exif[0x010F] = "Kamera"
    picture = ImageFactory(file=file_of(landscape(), "JPEG", exif=exif))
    assert not opened(picture.get_rendition("max-165x165")).getexif()


def test_a_picture_for_print_comes_in_the_colours_of_screens():
    cmyk = Image.new("CMYK", (600, 400), (0, 255, 255, 0))
    picture = ready(ImageFactory(file=file_of(cmyk, "JPEG")))
    fallback = opened(offer_of(picture).fallback)
    assert fallback.mode == "RGB"
    red, green, blue = fallback.getpixel((10, 10))
    assert red > 200 > 100 > max(green, blue)


def test_a_profile_is_used_and_left_behind():
    picture = ready(ImageFactory(file=file_of(landscape(), "JPEG", icc_profile=ICC)))
    assert "icc_profile" not in opened(offer_of(picture).fallback).info


def test_a_broken_profile_stops_nothing():
    file = file_of(landscape(), "JPEG", icc_profile=b"ikke en profil")
    assert ready(ImageFactory(file=file)).colour


def test_a_picture_on_its_side_is_turned():
    exif = Image.Exif()
    exif[0x0112] = 6
    file = file_of(landscape(1200, 600), "JPEG", exif=exif)
    html = shown(ready(ImageFactory(file=file)), alt="")
    assert 'height="960"' in html
    assert html.count(" 600w") == 2


@pytest.mark.django_db(transaction=True)
def test_pages_are_made_anew_when_a_picture_is_ready():
    picture = ImageFactory(file=file_of(landscape()))
    before = generation()
    prepare(picture)
    assert generation() != before


@pytest.mark.django_db(transaction=True)
def test_a_picture_is_prepared_when_it_is_saved():
    picture = ImageFactory()
    assert CustomImage.objects.get(pk=picture.pk).colour == "#b5382a"


def test_what_was_made_of_another_file_goes_with_it():
    picture = ready(ImageFactory())
    picture.file = file_of(Image.new("RGB", (120, 80), "#102030"))
    picture.save()
    assert not picture.renditions.exists()


@pytest.mark.django_db(transaction=True)
def test_another_file_is_prepared_anew():
    picture = ImageFactory()
    picture = CustomImage.objects.get(pk=picture.pk)
    picture.file = file_of(Image.new("RGB", (120, 80), "#102030"))
    picture.save()
    picture.refresh_from_db()
    assert picture.colour == "#102030"


def test_nothing_is_left_of_a_file_that_was_replaced_meanwhile():
    picture = ImageFactory()
    as_it_was = CustomImage.objects.get(pk=picture.pk)
    picture.file = file_of(Image.new("RGB", (120, 80), "#102030"))
    picture.save()
    assert not prepare(as_it_was)
    assert not picture.renditions.exists()
    assert list(unprepared()) == [picture]


def test_what_a_worker_left_is_done_at_night():
    picture = ImageFactory()
    assert list(unprepared()) == [picture]
    prepare_forgotten_pictures.call()
    assert not unprepared().exists()


def test_renditions_that_were_deleted_are_made_at_night():
    picture = ready(ImageFactory())
    picture.renditions.all().delete()
    assert list(unprepared()) == [picture]


def test_a_picture_that_is_gone_is_nobodys_work():
    picture = ImageFactory()
    pk = picture.pk
    picture.delete()
    prepare_picture.call(pk)
    assert not CustomImage.objects.exists()


def test_only_the_first_picture_of_a_list_is_not_put_off(client):
    index = NewsIndexPageFactory()
    for _number in range(3):
        NewsPageFactory(parent=index, picture=ImageFactory())
    html = client.get(index.url).text
    assert html.count('fetchpriority="high"') == 1
    assert html.count('loading="lazy"') == 2


@pytest.mark.parametrize(
    ("measures", "sizes"),
    [
        ((800, 600), "(min-width: 60rem) max(46vw, 64rem), 100vw"),
        ((800, 450), "(min-width: 60rem) max(46vw, 85rem), 133vw"),
        ((300, 600), "(min-width: 60rem) max(46vw, 24rem), 100vw"),
    ],
)
def test_a_hero_asks_for_what_it_shows_of_a_picture(measures, sizes):
    assert hero_sizes(ImageFactory(file=file_of(landscape(*measures)))) == sizes
