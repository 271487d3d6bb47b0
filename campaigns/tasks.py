"""Work on campaigns' pages that runs beside the site, and may run again."""

from django_tasks import task


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
