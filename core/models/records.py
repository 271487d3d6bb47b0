from django.db import models


class OpenRecord(models.Model):
    """Something that any stranger may be shown, or might once and may no more.

    Kept by the worker (``core.open_data.records``). ``changed_at`` is when it was
    noticed to be new, changed or gone, so whoever asks for what changed since they last
    asked misses nothing. A row is never deleted: what was told of once is told to be
    gone for good.
    """

    kind = models.CharField(max_length=20)
    # By number alone, since the row outlives the thing, and the apps lie above.
    object_id = models.BigIntegerField()
    uuid = models.UUIDField(unique=True)
    # Of its theme; empty for what belongs to none that is shown.
    theme_slug = models.CharField(max_length=80, blank=True)
    language = models.CharField(max_length=12, blank=True)
    # What the thing itself said of its last change when it was looked at.
    stamp = models.DateTimeField()
    changed_at = models.DateTimeField()
    is_gone = models.BooleanField(default=False)

    class Meta:
        ordering = ["changed_at", "pk"]
        indexes = [
            models.Index(fields=["kind", "changed_at", "id"], name="open_record_order"),
            models.Index(fields=["kind", "object_id"], name="open_record_object"),
            models.Index(
                fields=["kind", "is_gone", "changed_at", "id"], name="open_record_here"
            ),
        ]

    def __str__(self):
        return f"{self.kind} {self.uuid}"
