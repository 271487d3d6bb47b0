"""Work on campaigns' pages that runs beside the site, and may run again."""

import datetime

from django_tasks import task

from core.jobs import scheduled


@task()
def fetch_covers(page_pk: int) -> None:
    """Fetch the covers of a reading list's titles."""
    from .bibliography import covers
    from .bibliography.sources import SourceAway

    try:
        covers.fetch_covers(page_pk)
    except SourceAway:
        # Drawn covers stand there; the next publishing asks again.
        covers.logger.warning("The title source is away; covers are drawn.")


@scheduled(every=datetime.timedelta(minutes=1))
@task()
def release_due_sets() -> None:
    """Release the sets whose minute has come."""
    from .releases import releasing

    releasing.release_due()


@task()
def release_set(pk: int) -> None:
    """Release a set that was to come out as soon as it was approved."""
    from .releases import releasing

    releasing.release(pk)
