"""Documents become entries: of one page or asset, or of many at once."""

from django.db import transaction

from wagtail.models import Page

from assets.models import Asset, AssetFile, FileVersion

from ..models import Entry, EntryWords, FileText, Profile
from ..models.entries import Kind
from . import documents, vocabulary
from .words import ASSETS, KEYS, LEAD, PAGES, TEXT, TITLE, Words, title_stems

BATCH = 250
LONGEST_STEMS = 255


def write_page(pk: int) -> None:
    """Index a page as it now stands in the database, or take it out."""
    with transaction.atomic():
        # One writer at a time: two would leave two entries.
        page = Page.objects.select_for_update().filter(pk=pk, depth__gt=1).first()
        found = list(documents.of_page(page.specific)) if page and page.live else []
        _replace({"page__in": [pk]}, found)


def write_asset(pk: int) -> None:
    """Index an asset as it now stands in the database, or take it out."""
    with transaction.atomic():
        list(Asset.objects.select_for_update().filter(pk=pk).values("pk"))
        _replace({"asset__in": [pk]}, _assets([pk]))


def _assets(pks: list[int]) -> list[documents.Document]:
    assets = Asset.objects.published().for_list().prefetch_related("tags")
    assets = list(assets.filter(pk__in=pks).order_by("pk"))
    texts: dict[int, list[str]] = {}
    current = AssetFile.objects.filter(
        asset__in=pks, current_version__state=FileVersion.State.READY
    )
    inside = FileText.objects.filter(version__in=current.values("current_version"))
    for asset_pk, text in (
        inside.exclude(text="")
        .order_by("version__file__sort_order", "pk")
        .values_list("version__file__asset", "text")
    ):
        texts.setdefault(asset_pk, []).append(text)
    return [documents.of_asset(asset, texts.get(asset.pk, ())) for asset in assets]


def _replace(owners: dict, found: list[documents.Document]) -> vocabulary.Seen:
    """Put ``found`` in the place of what the owners' entries were."""
    # The words first: SQLite's triggers need them to take them out of its index.
    EntryWords.objects.filter(
        **{f"entry__{name}": value for name, value in owners.items()}
    ).delete()
    Entry.objects.filter(**owners).delete()
    seen = _insert(found)
    vocabulary.learn(seen)
    return seen


def _insert(found: list[documents.Document]) -> vocabulary.Seen:
    profiles = _profiles({_facts(document) for document in found})
    entries, texts, seen = [], [], []
    for document in found:
        name = document.name or document.title
        stems = title_stems(name, document.language or "da")
        for reach, has_inside in documents.reaches_of(document):
            words = _words(document, has_inside)
            entries.append(
                Entry(
                    kind=document.kind,
                    language=document.language,
                    reach=reach,
                    profile_id=profiles[_facts(document)],
                    title_stems=" ".join(stems)[:LONGEST_STEMS],
                    title_length=max(len(stems), 1),
                    size=len(words).bit_length(),
                    rank=document.rank,
                    **document.owner,
                )
            )
            text = document.excerpt_text
            if has_inside:
                text = f"{text} {document.inside}"
            texts.append((str(words), text))
            seen.append(words.seen)
    entries = Entry.objects.bulk_create(entries)
    EntryWords.objects.bulk_create(
        EntryWords(entry=entry, words=words, text=text, rank=entry.rank)
        for entry, (words, text) in zip(entries, texts, strict=True)
    )
    return seen


def _words(document: documents.Document, has_inside: bool) -> Words:
    words = Words(document.language, document.settled)
    words.add(TITLE, document.title)
    for place, texts in (
        (KEYS, document.keys),
        (LEAD, document.lead),
        (TEXT, document.text),
    ):
        for text in texts:
            words.add(place, text)
    if has_inside:
        words.add(TEXT, document.inside)
    words.add_signs(TITLE, document.own_signs)
    words.add_signs(KEYS, document.signs)
    words.add_signs(TEXT, document.loose_signs)
    words.add_group(ASSETS if document.kind == Kind.ASSET else PAGES)
    return words


def _facts(document: documents.Document) -> str:
    return " ".join(sorted({f"slags:{document.kind}", *document.facts}))


def _profiles(wanted: set[str]) -> dict[str, int]:
    known = Profile.objects.filter(facts__in=wanted)
    if missing := wanted - set(known.values_list("facts", flat=True)):
        # Two at once may make the same one.
        Profile.objects.bulk_create(
            [Profile(facts=facts) for facts in sorted(missing)], ignore_conflicts=True
        )
    return dict(Profile.objects.filter(facts__in=wanted).values_list("facts", "pk"))


def write_pages(pks: list[int]) -> vocabulary.Seen:
    """Index many pages in one transaction."""
    with transaction.atomic():
        pages = Page.objects.filter(pk__in=pks, depth__gt=1).live().order_by("pk")
        found = [d for page in pages.specific() for d in documents.of_page(page)]
        return _replace({"page__in": pks}, found)


def write_assets(pks: list[int]) -> vocabulary.Seen:
    """Index many assets in one transaction."""
    with transaction.atomic():
        return _replace({"asset__in": pks}, _assets(pks))
