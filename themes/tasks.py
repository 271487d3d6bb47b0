"""What happens to themes when their day comes."""

import datetime

from django_tasks import task

from core.jobs import scheduled

from .models import Theme


@scheduled(at=datetime.time(0, 5))
@task()
def archive_themes() -> None:
    """Archive the campaigns whose day, as an editor has set it, has come."""
    for theme in Theme.objects.to_archive():
        theme.state = Theme.State.ARCHIVED
        theme.save()
