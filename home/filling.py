"""Data at scale, to see whether the site stays as fast: real rows, but no bytes.

Materials have the kinds, formats and files that libraries use, in fixed proportions, so
that two fills of a size are alike. Their files lie in no storage: nothing is fetched.
"""

import datetime
import hashlib
from collections.abc import Callable
from itertools import cycle, islice
from random import Random

from django.db.models import OuterRef, Subquery
from django.utils import timezone
from django.utils.crypto import get_random_string

from wagtail.models import Collection, Page

from assets.browsing.profiles import refresh_all_profiles
from assets.fetches import note_fetches
from assets.models import Asset, AssetFile, Download, FileVersion, Format, Licence
from assets.permissions import Audience
from campaigns.models import CampaignIndexPage, CampaignPage, StoryPage
from core.batches import batches
from libraries.models import Library
from themes.models import Theme

from .demo.loading.productions import load_vocabularies
from .models import HomePage, MaterialsPage

BATCH = 1000
THEMES = 20
YEARS = 10
SEED = 2017
BYTES = 250_000
TYPES = {
    "pdf": "application/pdf",
    "png": "image/png",
    "jpg": "image/jpeg",
    "mp4": "video/mp4",
}

# Kind, name, and files as purpose, format and type.
RECIPES = [
    (
        "print",
        "Plakat",
        [("print_shop", "plakat-a3", "pdf"), ("print_self", "plakat-a4", "pdf")],
    ),
    (
        "print",
        "Stor plakat",
        [("print_shop", "plakat-a2", "pdf"), ("print_shop", "plakat-a3", "pdf")],
    ),
    (
        "print",
        "Bogmærke",
        [("print_shop", "bogmaerke", "pdf"), ("print_self", "ark-a4", "pdf")],
    ),
    ("print", "Quiz", [("print_self", "ark-a4", "pdf")]),
    ("print", "Roll-up", [("print_shop", "rollup", "pdf")]),
    (
        "banner",
        "Infoskærm",
        [("screen", "infoskaerm-16-9", "png"), ("screen", "infoskaerm-9-16", "png")],
    ),
    (
        "banner",
        "Webbanner",
        [("screen", "leaderboard", "png"), ("screen", "rektangel", "png")],
    ),
    (
        "banner",
        "Opslag",
        [("social", "facebook-opslag", "jpg"), ("social", "instagram", "jpg")],
    ),
    ("film", "Film", [("screen", "film-16-9", "mp4"), ("social", "film-9-16", "mp4")]),
    ("text", "Emneliste", [("print_self", "ark-a4", "pdf")]),
]


def fill_assets(count: int, say: Callable[[str], None]) -> None:
    """Add ``count`` published materials with their files, then what lists need."""
    load_vocabularies()
    themes, random = _themes(), Random(SEED)  # noqa: S311 nothing secret
    formats = {form.slug: form for form in Format.objects.all()}
    licence = Licence.objects.first()
    collection = Collection.get_first_root_node()
    first = Asset.objects.count()
    now = timezone.now()
    done = 0
    for numbers in batches(range(first, first + count), BATCH):
        recipes = [RECIPES[n % len(RECIPES)] for n in numbers]
        moments = [_moment(now, random) for _n in numbers]
        assets = Asset.objects.bulk_create(
            Asset(
                title=f"{name} {n + 1}",
                slug=f"fyld-{n + 1}-{get_random_string(4).lower()}",
                kind=kind,
                theme=random.choice(themes),
                summary="Materiale til at måle med.",
                licence=licence,
                access=Audience.LIBRARY if n % 5 == 0 else Audience.ANYONE,
                state=Asset.State.DRAFT if n % 50 == 7 else Asset.State.PUBLISHED,
                collection=collection,
                published_at=moment,
            )
            for n, (kind, name, _files), moment in zip(
                numbers, recipes, moments, strict=True
            )
        )
        _fill_files(assets, recipes, formats, random)
        done += len(assets)
        if done % (20 * BATCH) == 0:
            say(f"  {done} materialer")
    refresh_all_profiles()


def _themes() -> list[Theme]:
    """At least so many themes as ten years have."""
    year = timezone.localdate().year
    taken = set(Theme.objects.values_list("number", flat=True))
    for n in range(THEMES - len(taken)):
        starts = datetime.date(year - n // 2, 3 if n % 2 else 9, 1)
        number = next(number for number in range(100, 200) if number not in taken)
        taken.add(number)
        Theme.objects.create(
            number=number,
            subtitle=f"Tema {number}",
            slug=f"fyld-tema-{number}",
            state=Theme.State.ANNOUNCED,
            starts_on=starts,
            ends_on=starts + datetime.timedelta(days=27),
        )
    return list(Theme.objects.public())


def _moment(now: datetime.datetime, random: Random) -> datetime.datetime:
    return now - datetime.timedelta(days=random.random() * 365 * YEARS)


def _fill_files(assets, recipes, formats, random: Random) -> None:
    files, kinds = [], []
    for asset, (_kind, _name, wanted) in zip(assets, recipes, strict=True):
        language = random.choices(["da", "en", "zxx"], [90, 6, 4])[0]
        for order, (purpose, slug, extension) in enumerate(wanted):
            form = formats[slug]
            files.append(
                AssetFile(
                    asset=asset,
                    name=form.name,
                    purpose=purpose,
                    format=form,
                    language=language,
                    sort_order=order,
                )
            )
            kinds.append(extension)
    files = AssetFile.objects.bulk_create(files, batch_size=BATCH)
    FileVersion.objects.bulk_create(
        [
            FileVersion(
                file=file,
                number=1,
                state=FileVersion.State.READY,
                filename=f"fyld-{file.pk}.{extension}",
                content_type=TYPES[extension],
                size=BYTES,
                sha256=hashlib.sha256(str(file.pk).encode()).hexdigest(),
                width=file.format.width_px,
                height=file.format.height_px,
                width_mm=file.format.width_mm,
                height_mm=file.format.height_mm,
                print_ready=file.purpose == "print_shop" and random.random() < 0.7,
            )
            for file, extension in zip(files, kinds, strict=True)
        ],
        batch_size=BATCH,
    )
    # One statement: a bulk_update of so many took most of the time.
    only = FileVersion.objects.filter(file=OuterRef("pk")).values("pk")
    made = AssetFile.objects.filter(asset__in=assets)
    made.update(current_version=Subquery(only))


def fill_downloads(count: int) -> None:
    """Add ``count`` downloads of the files that are there, spread over libraries."""
    versions = list(
        FileVersion.objects.ready()
        .order_by("pk")
        .values_list("pk", "file__asset__theme")[: max(count, 1)]
    )
    if not versions:
        return
    libraries = [*Library.objects.values_list("pk", flat=True)[:100], None]
    rows = zip(cycle(versions), cycle(libraries), strict=False)
    for batch in batches(islice(rows, count), BATCH):
        Download.objects.bulk_create(
            Download(version_id=version, theme_id=theme, library_id=library)
            for (version, theme), library in batch
        )
    note_fetches()


def fill_pages(count: int) -> None:
    """Add ``count`` stories below a campaign; also the pages that stand above them."""
    home = HomePage.objects.filter(locale__language_code="da").first()
    _child(home, MaterialsPage, title="Materialer", slug="materialer")
    index = _child(home, CampaignIndexPage, title="Kampagner", slug="kampagner")
    theme = _themes()[0]
    campaign = _child(index, CampaignPage, title=theme.subtitle, theme=theme)
    first = StoryPage.objects.count()
    for n in range(first, first + count):
        campaign.add_child(
            instance=StoryPage(title=f"Fortælling {n + 1}", summary="At måle med.")
        )


def _child(parent: Page, model: type[Page], **fields) -> Page:
    found = model.objects.child_of(parent).first()
    return found or parent.add_child(instance=model(show_in_menus=True, **fields))
