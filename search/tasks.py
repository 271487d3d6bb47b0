"""The index follows what is changed, beside the site; a task may run again."""

import datetime

from django_tasks import task

from core.jobs import scheduled


@task()
def index_page(page_pk: int) -> None:
    """Index a page that was changed, or take it out."""
    from .index.writing import write_page

    write_page(page_pk)


@task()
def index_asset(asset_pk: int) -> None:
    """Index an asset that was changed, or take it out."""
    from .index.writing import write_asset

    write_asset(asset_pk)


@task()
def index_theme(theme_pk: int) -> None:
    """Index again what belongs to a theme: its names are words of theirs."""
    from .index.rebuilding import write_theme

    write_theme(theme_pk)


@scheduled(every=datetime.timedelta(minutes=5))
@task(priority=-60)
def read_file_texts() -> None:
    """Read the text inside files that are new, and let their assets be found by it."""
    from .index.file_texts import read_unread

    read_unread()


@scheduled(every=datetime.timedelta(minutes=15))
@task(priority=-60)
def index_what_was_missed() -> None:
    """Index what was published past the signals."""
    from .index.rebuilding import write_missing

    write_missing()


@scheduled(at=datetime.time(3, 20))
@task(priority=-60)
def rebuild_search_index() -> None:
    """Make the index anew each night, and count its words."""
    from .index.rebuilding import rebuild

    rebuild()


@scheduled(at=datetime.time(4, 50))
@task()
def forget_missed_queries() -> None:
    """Delete old searches without a find."""
    from .asking.missed import forget

    forget()
