"""What the workers agree on through the database: who runs what, and what was due."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class TaskLease(models.Model):
    """A worker's claim on a running task: lapses unless the worker keeps renewing it.

    The number of attempts is not kept here but on the task, which notes every worker
    that began it.
    """

    task = models.OneToOneField(
        "django_tasks_database.DBTaskResult",
        on_delete=models.CASCADE,
        primary_key=True,
        related_name="lease",
    )
    worker_id = models.CharField(_("arbejder"), max_length=64, db_index=True)
    expires_at = models.DateTimeField(_("udløber"), db_index=True)

    class Meta:
        verbose_name = _("lån af opgave")
        verbose_name_plural = _("lån af opgaver")

    def __str__(self) -> str:
        return f"{self.task_id} ({self.worker_id})"


class ScheduledRun(models.Model):
    """One due moment of a scheduled task; the row's uniqueness makes it run once."""

    name = models.CharField(_("navn"), max_length=200)
    due_at = models.DateTimeField(_("tidspunkt"))

    class Meta:
        verbose_name = _("planlagt kørsel")
        verbose_name_plural = _("planlagte kørsler")
        constraints = [
            models.UniqueConstraint(fields=["name", "due_at"], name="one_run_a_moment"),
        ]

    def __str__(self) -> str:
        return f"{self.name} {self.due_at:%Y-%m-%d %H:%M}"
