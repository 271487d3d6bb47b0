"""The demo's words without its drawings, indexed once for those who only read them."""

import pytest

from home.demo.drawing import draw_file
from home.demo.loading import pictures, productions
from tests.assets import samples


@pytest.fixture(scope="module")
def demo(django_db_setup, django_db_blocker, tmp_path_factory):
    """The demo content, of its files the captions alone, and its search index."""
    from django.core.management import call_command
    from django.db import transaction

    from assets.models import FileVersion
    from assets.uploads import store
    from search.index.file_texts import text_of
    from search.models import FileText

    drawing = samples.picture("PNG")

    def draw(kind: str, form: str, params: dict) -> bytes:
        return draw_file(kind, form, params) if kind == "captions" else b""

    def keep(file, name: str, target) -> None:
        if name.endswith(".vtt"):
            store(file, name, target=target)
            return
        target.current_version = FileVersion.objects.create(
            file=target, number=1, state=FileVersion.State.READY, filename=name
        )
        target.save()

    with django_db_blocker.unblock(), pytest.MonkeyPatch.context() as patch:
        patch.setattr(productions, "draw_file", draw)
        patch.setattr(productions, "store", keep)
        for name in ("draw_picture", "draw_wordmark", "film_still"):
            patch.setattr(pictures, name, lambda *args, **words: drawing)
        with transaction.atomic():
            call_command("load_demo", verbosity=0)
            for version in FileVersion.objects.filter(filename__endswith=".vtt"):
                FileText.objects.create(version=version, text=text_of(version))
            call_command("build_search_index", verbosity=0)
            yield
            transaction.set_rollback(True)
