"""What an asset's files are, in the words that lists are narrowed by.

Kept at each change of a file, so that a list over 100,000 assets counts some hundred
profiles and never joins the files; a nightly task mends what was changed past this.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator

from django.utils.translation import gettext_lazy as _

from ..models import Asset, AssetFile, AssetProfile

BATCH = 2000
READY = "trykklar:ja"

# The largest area in mm2 that still counts as each class: half way, in proportion, to
# the next sheet, so that a 300 mm square is "omkring A3".
SHEETS = [
    ("u-a5", 22_000, _("Mindre end A5")),
    ("a5", 44_100, _("Omkring A5")),
    ("a4", 88_200, _("Omkring A4")),
    ("a3", 176_400, _("Omkring A3")),
    ("a2", 352_800, _("Omkring A2")),
    ("stor", None, _("Større end A2")),
]
# The longest side in pixels.
SCREENS = [
    ("px-lille", 999, _("Under 1000 pixel")),
    ("px-mellem", 1919, _("1000-1919 pixel")),
    ("px-fuld", 3839, _("Fuld HD, fra 1920 pixel")),
    ("px-4k", None, _("4K, fra 3840 pixel")),
]
SIZES = {slug: label for slug, _most, label in (*SHEETS, *SCREENS)}


def size_class(file: AssetFile) -> str:
    """The size class of a file: as measured, else by its format; "" when unknown."""
    version, form = file.current_version, file.format
    in_mm = [(version.width_mm, version.height_mm)]
    in_px = [(version.width, version.height)]
    if form:
        in_mm.append((form.width_mm, form.height_mm))
        in_px.append((form.width_px, form.height_px))
    for width, height in in_mm:
        if width and height:
            return _class_of(width * height, SHEETS)
    for width, height in in_px:
        if width and height:
            return _class_of(max(width, height), SCREENS)
    return ""


def _class_of(value: float, classes: list) -> str:
    return next(slug for slug, most, _label in classes if not most or value <= most)


def words_of(files: Iterable[AssetFile]) -> str:
    """The words of files that have a current version, sorted, each once."""
    words = set()
    for file in files:
        words |= {f"til:{file.purpose}", f"sprog:{file.language}"}
        if file.format:
            words.add(f"format:{file.format.slug}")
        if size := size_class(file):
            words.add(f"maal:{size}")
        if file.current_version.print_ready:
            words.add(READY)
    return " ".join(sorted(words))


def refresh_profiles(asset_pks: Iterable[int]) -> int:
    """Give the assets the profile of their files; return how many had another."""
    pks = list(asset_pks)
    files = defaultdict(list)
    # Straight from the database: what is in memory may be an older state.
    for file in AssetFile.objects.with_current().filter(
        asset__in=pks, current_version__isnull=False
    ):
        files[file.asset_id].append(file)
    wanted = {pk: words_of(files[pk]) for pk in pks}
    profiles = _profiles(set(wanted.values()))
    by_profile = defaultdict(list)
    for pk, words in wanted.items():
        by_profile[profiles[words]].append(pk)
    changed = 0
    for profile_pk, owners in by_profile.items():
        stale = Asset.objects.filter(pk__in=owners).exclude(profile=profile_pk)
        changed += stale.update(profile=profile_pk)
    return changed


def _profiles(wanted: set[str]) -> dict[str, int]:
    known = AssetProfile.objects.filter(words__in=wanted)
    if missing := wanted - {profile.words for profile in known}:
        # Two at once may make the same one.
        AssetProfile.objects.bulk_create(
            [AssetProfile(words=words) for words in sorted(missing)],
            ignore_conflicts=True,
        )
    return dict(
        AssetProfile.objects.filter(words__in=wanted).values_list("words", "pk")
    )


def refresh_all_profiles() -> int:
    """Refresh every asset, in batches; return how many had another profile."""
    return sum(refresh_profiles(pks) for pks in _batches())


def _batches() -> Iterator[list[int]]:
    last = 0
    pks = Asset.objects.order_by("pk").values_list("pk", flat=True)
    while batch := list(pks.filter(pk__gt=last)[:BATCH]):
        yield batch
        last = batch[-1]
