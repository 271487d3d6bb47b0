"""What the endpoints of pages have in common."""

import datetime

from django.db.models import F, Model, QuerySet, Value
from django.db.models.functions import Coalesce
from django.utils.translation import override

from pydantic import Field

from core.open_data.bodies import body_of
from core.open_data.questions import Language
from core.open_data.records import Source, open_source
from core.open_data.telling import page_uuid, told_as
from themes.api import ThemedEndpoint, ThemeQuestion, slug_of_theme, theme_told

# Of a page that was never published by anybody, as data that was loaded is not.
UNKNOWN = datetime.datetime(1970, 1, 1, tzinfo=datetime.UTC)


class PageQuestion(ThemeQuestion):
    """What lists of pages can be asked too."""

    language: Language | None = Field(None, description="Kun sider på det sprog.")


def open_pages(model: type[Model]) -> QuerySet:
    """The pages of a type that everyone may read, with when they were last changed."""
    return (
        model.objects.live()
        .public()
        .annotate(
            stamp=Coalesce(
                "last_published_at",
                "first_published_at",
                "latest_revision_created_at",
                Value(UNKNOWN),
            ),
            theme_slug=slug_of_theme(),
            language_code=F("locale__language_code"),
        )
    )


def note_pages(model: type[Model], kind: str, rows=open_pages) -> None:
    """Have the pages of a type noted, and told as ``kind``."""
    named_by = ("translation_key", "language_code")
    open_source(Source(kind, lambda: rows(model), named_by, page_uuid))
    told_as(model, kind)


class PageEndpoint(ThemedEndpoint):
    """Tells of pages of one type."""

    question = PageQuestion
    # Relations that every row tells of.
    with_rows: tuple[str, ...] = ()

    def narrow(self, records, question):
        records = super().narrow(records, question)
        if question.language:
            records = records.filter(language=question.language)
        return records

    def fetch(self, pks, *, is_whole):
        pages = (
            self.model.objects.live()
            .public()
            .select_related("theme", "picture")
            .prefetch_related("picture__renditions", *self.with_rows)
        )
        if not is_whole:
            pages = pages.defer_streamfields()
        return pages.in_bulk(pks)

    def tell(self, things, records, teller):
        translations = teller.translations(things.values())
        told = {}
        for pk, page in things.items():
            with override(teller.language_of(page)):
                facts = self._page(page, records[pk], teller, translations)
                told[pk] = self.row(**facts, **self.facts(page, teller))
        return told

    def tell_whole(self, thing, record, teller):
        translations = teller.translations([thing])
        with override(teller.language_of(thing)):
            facts = self._page(thing, record, teller, translations)
            facts |= self.facts(thing, teller) | self.more_facts(thing, teller)
            return self.whole(**facts)

    def facts(self, page, teller) -> dict:
        """What a page of this type says in lists and alone."""
        return {}

    def more_facts(self, page, teller) -> dict:
        """What it says alone."""
        return {"body": body_of(page, teller)}

    def _page(self, page, record, teller, translations) -> dict:
        """What every page says of itself."""
        others = [
            teller.translation(other, record.kind)
            for other in translations[page.translation_key]
            if other.pk != page.pk
        ]
        return teller.named(page, record) | {
            "language": teller.language_of(page),
            "translations": others,
            "summary": page.summary,
            "label": page.label,
            "published": page.first_published_at,
            "theme": theme_told(page.theme, teller),
            "picture": teller.picture(page.picture),
        }
