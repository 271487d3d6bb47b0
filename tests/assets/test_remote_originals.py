"""Large originals on a real S3, drawn from the parts of them that are needed."""

import io
import socket
import struct

import pikepdf
import pytest
from botocore.exceptions import EndpointConnectionError
from PIL import Image

from assets import drawing_jobs
from assets.drawing_jobs import RemoteOriginal, run_jobs
from assets.models import FileVersion
from assets.storages import PrivateS3Storage
from assets.tasks import draw_preview
from core.causes import may_pass
from tests.factories.assets import AssetFileFactory, add_version
from tests.s3 import point_at

from . import samples

pytestmark = [pytest.mark.django_db, pytest.mark.one_database]
MB = 1024 * 1024
WEIGHT = 40 * MB


def heavy_pdf(weight: int = WEIGHT) -> bytes:
    """A PDF of two pages with an attachment that nobody sees."""
    pdf = pikepdf.open(io.BytesIO(samples.pdf()))
    pdf.Root.Heavy = pdf.make_stream(bytes(weight))
    out = io.BytesIO()
    pdf.save(out, compress_streams=False)
    return out.getvalue()


def heavy_film(weight: int = WEIGHT) -> bytes:
    """A film whose index stands at its end, behind a box of nothing."""
    film = samples.film(frames=30)
    index = film.index(b"moov") - 4
    return (
        film[:index]
        + struct.pack(">I4s", weight, b"free").ljust(weight, b"\0")
        + (film[index:])
    )


def heavy_psd(weight: int = WEIGHT) -> bytes:
    """A merged picture of one grey behind layers that are not read."""
    return (
        b"8BPS\x00\x01" + bytes(6) + struct.pack(">HIIHH", 3, 30, 40, 8, 3)
        + struct.pack(">III", 0, 0, weight) + bytes(weight)
        + struct.pack(">H", 0) + b"\x80" * (3 * 30 * 40)
    )  # fmt: skip


def heavy_indd(weight: int = 2 * WEIGHT) -> bytes:
    """XMP with a picture near the end, where InDesign puts it."""
    from .test_drawing import indd

    return indd()[:16] + bytes(weight) + indd()


@pytest.fixture
def fetched(s3, monkeypatch) -> list[int]:
    """How many bytes each answer of storage had."""
    counts: list[int] = []
    read_range = PrivateS3Storage.read_range

    def counted(self, key, start, count):
        block = read_range(self, key, start, count)
        counts.append(len(block))
        return block

    monkeypatch.setattr(PrivateS3Storage, "read_range", counted)
    return counts


def kept(content: bytes, name: str) -> FileVersion:
    return add_version(AssetFileFactory(), content, name)


@pytest.mark.parametrize(
    ("make", "name", "most"),
    [
        (heavy_pdf, "plakat.pdf", 6 * MB),
        (heavy_film, "film.mov", 6 * MB),
        (heavy_psd, "lag.psd", 6 * MB),
    ],
    ids=["pdf", "film", "psd"],
)
def test_a_large_file_is_drawn_from_little_of_it(fetched, make, name, most):
    version = kept(make(), name)
    draw_preview.call(version.pk)
    version.refresh_from_db()
    assert version.has_preview
    assert version.is_measured
    assert 0 < sum(fetched) < most


def test_a_picture_near_the_end_is_found(fetched):
    version = kept(heavy_indd(), "plakat.indd")
    draw_preview.call(version.pk)
    version.refresh_from_db()
    assert (version.preview_width, version.preview_height) == (60, 40)


def test_all_of_a_large_pdf_is_made_as_of_a_small_one(fetched):
    version = kept(heavy_pdf(), "plakat.pdf")
    draw_preview.call(version.pk)
    version.refresh_from_db()
    assert (version.preview_pages, version.width_mm) == (2, 297)
    assert version.spec["trim"] == [297, 420]


def test_storage_that_fails_in_the_middle_is_asked_again(
    fetched, s3, settings, monkeypatch
):
    version = kept(heavy_pdf(), "plakat.pdf")
    read_range = PrivateS3Storage.read_range

    def away_after_one(self, key, start, count):
        if fetched:
            with socket.create_server(("127.0.0.1", 0)) as closed:
                port = closed.getsockname()[1]
            point_at(settings, S3_ENDPOINT_URL=f"http://127.0.0.1:{port}")
            return PrivateS3Storage().read(key).__next__()
        return read_range(self, key, start, count)

    with monkeypatch.context() as patch, pytest.raises(EndpointConnectionError) as away:
        patch.setattr(PrivateS3Storage, "read_range", away_after_one)
        draw_preview.call(version.pk)
    assert may_pass(away.value)
    version.refresh_from_db()
    assert (version.has_preview, version.is_measured) == (False, False)
    point_at(settings, S3_ENDPOINT_URL=s3.endpoint_url)
    draw_preview.call(version.pk)
    version.refresh_from_db()
    assert version.has_preview


def test_no_file_is_fetched_without_end(tmp_path, monkeypatch):
    """A picture half of which is fetched is none: it would be drawn half."""
    content = samples.picture("TIFF", size=(2000, 2000))
    monkeypatch.setattr(drawing_jobs, "MOST_FETCHED", 6 * MB)
    original = RemoteOriginal(len(content), lambda at, count: content[at : at + count])
    assert run_jobs("cover", original, "TIF", str(tmp_path), "a.tif") == {}
    assert 0 < original.fetched <= 6 * MB
    assert not list(tmp_path.iterdir())


def test_a_file_read_in_parts_looks_like_one_read_whole(tmp_path):
    image = Image.effect_noise((1500, 1100), 90).convert("RGB")
    out = io.BytesIO()
    image.save(out, "TIFF")
    content = out.getvalue()
    (tmp_path / "a.tif").write_bytes(content)
    original = RemoteOriginal(len(content), lambda at, count: content[at : at + count])
    for place, source in (("whole", tmp_path / "a.tif"), ("parts", original)):
        folder = tmp_path / place
        folder.mkdir()
        assert run_jobs("cover", source, "TIF", str(folder), "a.tif")["cover"]
    whole, parts = (
        (tmp_path / place / "large.webp").read_bytes() for place in ("whole", "parts")
    )
    assert whole == parts
