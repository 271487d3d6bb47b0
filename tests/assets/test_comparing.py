"""Two versions page by page: drawn, paired, and compared in a process of its own."""

import datetime
from io import BytesIO

from django.core.files.storage import storages
from django.urls import reverse
from django.utils import timezone

import pytest
from django_tasks_db.models import DBTaskResult
from PIL import Image, ImageDraw
from reportlab.lib.pagesizes import A5
from reportlab.pdfgen.canvas import Canvas

from assets.drawing import differences
from assets.models import FileVersion, VersionComparison
from assets.previews import make_preview
from assets.versions import comparing
from assets.versions.comparing import comparison_of
from tests.factories.assets import AssetFileFactory, add_version

from . import samples

pytestmark = [pytest.mark.django_db, pytest.mark.one_database]


def book(*texts: str, title: str = "", size=A5, numbered: bool = False) -> bytes:
    """A PDF with a page for each text, and perhaps the page's number below it."""
    out = BytesIO()
    canvas = Canvas(out, size, invariant=True)
    canvas.setTitle(title)
    for n, text in enumerate(texts, 1):
        canvas.setFont("Helvetica", 24)
        for line in range(9):
            canvas.drawString(40, size[1] - 60 - 50 * line, f"{text} {line}")
        if numbered:
            canvas.drawString(size[0] / 2, 20, str(n))
        canvas.showPage()
    canvas.save()
    return out.getvalue()


def drawn(*contents: bytes, name: str = "bog.pdf") -> list[FileVersion]:
    """Versions of one file, drawn as the worker does it."""
    file = AssetFileFactory()
    versions = [add_version(file, content, name) for content in contents]
    for version in versions:
        make_preview(version)
    return versions


def compared(old: FileVersion, new: FileVersion) -> comparing.Comparison:
    """What is shown once the worker has done what the first look asked for."""
    first = comparison_of(old, new)
    comparing.compare(VersionComparison.objects.get().pk)
    for version in (old, new):
        version.refresh_from_db()
    assert first.state in ("drawing", "waiting")
    return comparison_of(old, new)


def in_words(found: comparing.Comparison) -> list[str]:
    def number(picture):
        return picture.number if picture else "-"

    return [f"{number(p.old)}>{number(p.new)} {p.state}" for p in found.pairs]


def test_the_page_that_differs_is_found_and_marked_where_it_does():
    old, new = drawn(book("flint", "rav"), book("flint", "rav, tand"))
    found = compared(old, new)
    assert (found.state, found.differing) == ("ready", 1)
    assert in_words(found) == ["1>1 same", "2>2 changed"]
    left, top, width, height = found.pairs[1].boxes[0]
    # The first line of nine, on a page of 595 points.
    assert 40 < top < 110
    assert height < 80
    assert left + width < 600


def test_what_differs_only_in_the_files_own_words_looks_the_same():
    found = compared(*drawn(book("flint"), book("flint", title="En anden titel")))
    assert in_words(found) == ["1>1 same"]


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        ("abcd", "axbcd", ["1>1 same", "->2 added", "2>3", "3>4", "4>5"]),
        ("abcd", "abd", ["1>1 same", "2>2 same", "3>- removed", "4>3"]),
        ("abcd", "xabc", ["->1 added", "1>2", "2>3", "3>4", "4>- removed"]),
        ("ab", "xy", ["1>1 changed", "2>2 changed"]),
    ],
)
def test_pages_that_belong_together_are_paired_though_numbers_move(old, new, words):
    texts = {"a": "flint", "b": "MMMMMMMMM", "c": "i", "d": "ravravravrav",
             "x": "WWWWWWWWWWWWW", "y": "tænder og klør"}  # fmt: skip
    sides = [book(*(texts[c] for c in pages), numbered=True) for pages in (old, new)]
    found = in_words(compared(*drawn(*sides)))
    assert len(found) == len(words)
    assert all(a.startswith(b) for a, b in zip(found, words, strict=True))


def test_another_size_is_said_as_such():
    found = compared(*drawn(book("flint"), book("flint", size=(420, 420))))
    assert found.pairs[0].resized
    assert found.pairs[0].state == "changed"


def test_a_picture_is_compared_as_one():
    before = Image.new("RGB", (400, 300), "white")
    after = before.copy()
    ImageDraw.Draw(after).rectangle((300, 200, 340, 240), "black")
    sides = []
    for picture in (before, after):
        out = BytesIO()
        picture.save(out, "PNG")
        sides.append(out.getvalue())
    found = compared(*drawn(*sides, name="a.png"))
    ((left, top, width, height),) = found.pairs[0].boxes
    assert left <= 750 <= 850 <= left + width
    assert top <= 667 <= 800 <= top + height


def test_a_film_is_compared_by_its_picture_and_its_strip():
    old, new = drawn(samples.film(frames=25), samples.film(frames=24), name="film.mp4")
    found = compared(old, new)
    assert [pair.shown.name for pair in found.pairs] == ["large", "strip"]


def test_pages_are_drawn_first(settings):
    old, new = drawn(book("flint"), book("rav"))
    FileVersion.objects.filter(pk=new.pk).update(is_measured=False, preview_pages=0)
    new.refresh_from_db()
    found = comparison_of(old, new)
    assert found.state == "drawing"
    assert not VersionComparison.objects.exists()


def test_a_version_that_was_never_drawn_is_drawn_for_who_looks():
    old, new = drawn(book("flint"), book("rav"))
    long_ago = timezone.now() - datetime.timedelta(days=30)
    FileVersion.objects.filter(pk=old.pk).update(
        is_measured=False,
        preview_pages=0,
        preview_key="",
        state=FileVersion.State.WITHDRAWN,
        created_at=long_ago,
    )
    old.refresh_from_db()
    found = compared(old, new)
    assert in_words(found) == ["1>1 changed"]


def test_what_cannot_be_drawn_stands_alone():
    file = AssetFileFactory()
    old = add_version(file, samples.pdf(), "plakat.pdf")
    new = add_version(file, samples.pdf(pages=1), "plakat.pdf")
    make_preview(old)
    FileVersion.objects.filter(pk=new.pk).update(is_measured=True)
    new.refresh_from_db()
    assert comparison_of(old, new).state == "alone"


def test_two_who_look_at_once_ask_the_worker_once(settings):
    settings.TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend"}}
    old, new = drawn(book("flint"), book("rav"))
    for _time in range(2):
        assert comparison_of(old, new).state == "waiting"
    tasks = DBTaskResult.objects.filter(task_path="assets.tasks.compare_versions")
    assert tasks.count() == 1
    # The worker died with it.
    lost = timezone.now() - comparing.LOST_AFTER - datetime.timedelta(seconds=1)
    VersionComparison.objects.update(asked_at=lost)
    comparison_of(old, new)
    assert tasks.count() == 2


def test_pages_drawn_since_are_compared_anew(settings):
    settings.TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend"}}
    old, new = drawn(book("flint", "rav"), book("flint", "rav"))
    FileVersion.objects.filter(pk=new.pk).update(preview_pages=1)
    new.refresh_from_db()
    assert in_words(compared(old, new)) == ["1>1 same", "2>- removed"]
    FileVersion.objects.filter(pk=new.pk).update(preview_pages=2)
    new.refresh_from_db()
    assert comparison_of(old, new).state == "waiting"


def test_a_picture_that_cannot_be_opened_costs_its_own_pair(caplog):
    old, new = drawn(book("flint", "rav"), book("flint", "tand"))
    storage = storages["public"]
    path = new.preview_path("page-2")
    storage.delete(path)
    storage.save(path, BytesIO(b"RIFF"))
    found = compared(old, new)
    assert in_words(found) == ["1>1 same", "2>2 unknown"]


def test_a_marked_picture_has_few_marks_however_spotted():
    spotted = Image.new("RGB", (2000, 2000), "white")
    for n in range(400):
        x, y = 100 * (n % 20), 100 * (n // 20)
        spotted.paste("black", (x, y, x + 8, y + 8))
    found = differences.difference(Image.new("RGB", (2000, 2000), "white"), spotted)
    assert len(found["boxes"]) == 1
    assert found["share"] > 0


def test_transparency_is_seen_on_white():
    clear = Image.new("RGBA", (200, 200), (0, 0, 0, 0))
    white = Image.new("RGB", (200, 200), "white")
    assert differences.difference(clear, white)["share"] == 0


def test_every_page_of_both_is_on_the_page_and_none_is_fetched_unseen(
    as_editor, django_assert_max_num_queries
):
    old, new = drawn(book("flint", "rav"), book("flint", "tand", "ild"))
    found = compared(old, new)
    url = reverse("compare_versions", args=[old.file_id])
    as_editor.get(url, {"a": 1, "b": 2})
    with django_assert_max_num_queries(25):
        words = as_editor.get(url, {"a": 1, "b": 2}).content.decode()
    for version in (old, new):
        for n in range(1, version.pages + 1):
            assert f'src="{version.preview_url(f"page-{n}")}"' in words
    assert words.count('data-page="') == words.count('loading="lazy"') == 5
    assert "2 af 3 billeder er forskellige" in words
    assert words.count("<rect ") == 2 * sum(len(pair.boxes) for pair in found.pairs)


def test_what_a_printer_asks_is_compared_line_by_line(as_editor):
    file = AssetFileFactory(purpose="print_shop")
    for content in (samples.pdf(), samples.pdf(bleed=0, width=297, height=420)):
        make_preview(add_version(file, content, "plakat.pdf"))
    url = reverse("compare_versions", args=[file.pk])
    words = as_editor.get(url, {"a": 1, "b": 2}).content.decode()
    assert "Trykdata, målt i filen" in words
    row = words[words.index("Beskæring") :][:400]
    assert "ændret" in row
    assert "3 mm" in row
    assert "0 mm" in row


def test_a_film_is_played_in_its_own_version(as_editor, signed_in):
    old, new = drawn(samples.film(), samples.film(frames=7), name="film.mp4")
    url = reverse("compare_versions", args=[old.file_id])
    words = as_editor.get(url, {"a": 1, "b": 2}).content.decode()
    assert words.count('preload="none"') == 2
    assert old.play_url in words
    answer = signed_in().get(old.play_url)
    assert answer["Content-Disposition"].startswith("inline")
    assert sum(map(len, answer)) == old.size


def test_on_s3_pages_are_compared_alike(s3):
    found = compared(*drawn(book("flint", "rav"), book("flint", "tand")))
    assert in_words(found) == ["1>1 same", "2>2 changed"]
