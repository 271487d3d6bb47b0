"""A picture that is cut to its place keeps what the editor pointed at."""

from io import BytesIO

from django.core.files.base import ContentFile

from wagtail.images.rect import Rect

import pytest
from PIL import Image

from assets.models import CustomImage
from tests.factories.campaigns import IdeaPageFactory

RED, GREY = (220, 20, 20), (120, 130, 120)


def wide_picture(point: Rect | None) -> CustomImage:
    """Four times as wide as high, grey but for a red square far to the right."""
    drawn = Image.new("RGB", (1200, 300), GREY)
    drawn.paste(RED, (1100, 130, 1140, 170))
    out = BytesIO()
    drawn.save(out, "PNG")
    picture = CustomImage(
        title="Heden", file=ContentFile(out.getvalue(), name="heden.png")
    )
    picture.set_focal_point(point)
    picture.save()
    return picture


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize(
    ("point", "is_seen"), [(Rect(1100, 130, 1140, 170), True), (None, False)]
)
def test_the_focal_point_stays_in_view(live_server, page, point, is_seen):
    idea = IdeaPageFactory(picture=wide_picture(point))
    page.goto(live_server.url + idea.url, wait_until="networkidle")
    shown = page.locator(".idea__picture img").screenshot()
    colours = Image.open(BytesIO(shown)).convert("RGB").getcolors(1 << 24)
    assert any(r > 180 and max(g, b) < 90 for _n, (r, g, b) in colours) == is_seen
