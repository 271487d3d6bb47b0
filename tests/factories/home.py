"""The front page that the migrations made, and the pages straight below it."""

import datetime

import factory
import wagtail_factories

from home.models import HomePage, MaterialsPage, NewsIndexPage, NewsPage, StandardPage


def home_page() -> HomePage:
    """The Danish front page."""
    return HomePage.objects.get(locale__language_code="da")


class PageFactory(wagtail_factories.PageFactory):
    """A page of ours; it stands below the front page unless told otherwise."""

    class Meta:
        abstract = True

    parent = factory.LazyFunction(home_page)


class StandardPageFactory(PageFactory):
    """A plain page."""

    class Meta:
        model = StandardPage

    title = factory.Sequence(lambda n: f"Om os {n + 1}")


class MaterialsPageFactory(PageFactory):
    """The collection of materials."""

    class Meta:
        model = MaterialsPage

    title = "Materialer"


class NewsIndexPageFactory(PageFactory):
    """The list of news."""

    class Meta:
        model = NewsIndexPage

    title = "Nyheder"


class NewsPageFactory(PageFactory):
    """A piece of news; give it a parent."""

    class Meta:
        model = NewsPage

    title = factory.Sequence(lambda n: f"Nyhed {n + 1}")
    date = datetime.date(2017, 9, 1)
