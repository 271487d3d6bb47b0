"""The form of a page: it cannot be published while the checks have something to say."""

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from wagtail.admin.forms.pages import CopyForm
from wagtail.models import Page

from .answers import answer_in, keep_answers
from .examination import Examination, examine
from .findings import Finding
from .form_errors import add_errors

# What a page is given when it is published.
OUT = [
    "live",
    "has_unpublished_changes",
    "live_revision_id",
    "first_published_at",
    "last_published_at",
]


class CheckedForm:
    """Looks at the page before it is published or sent for approval; drafts are free.

    ``examination`` is what the checks say, once they have been asked.
    """

    examination: Examination | None = None

    def is_valid(self):
        if not super().is_valid():
            return False
        if self.examination is None and self._goes_out():
            # The page as it would be saved, its rows included; saving it so again
            # changes nothing.
            self.examination = examine(super().save(commit=False))
            self._stop()
        return not self.errors and all(
            formset.is_valid() for formset in self.formsets.values()
        )

    def save(self, commit=True):
        with transaction.atomic():
            page = super().save(commit and not self._came_out())
        # Before anything is published; of a page that has no row yet, the hooks do it.
        if page.pk and self.examination:
            keep_answers(page, self.for_user, self.data)
        return page

    def _came_out(self) -> bool:
        """Whether another request published the page since this one read it.

        Saving the row as it was read would take the page down again.
        """
        page = self.instance
        if not page.pk or page.live:
            return False
        rows = Page.objects.select_for_update().filter(pk=page.pk, live=True)
        found = rows.values(*OUT).first() or {}
        for name, value in found.items():
            setattr(page, name, value)
        return bool(found)

    def unanswered(self) -> list[Finding]:
        """The warnings that nobody has answered, now or before."""
        warnings = self.examination.warnings if self.examination else []
        return [one for one in warnings if not answer_in(self.data, one)]

    def _goes_out(self) -> bool:
        """Whether the page is on its way out, and not a draft or sent back."""
        if self.is_deferred_validation or not self.is_bound:
            return False
        if "action-cancel-workflow" in self.data:
            return False
        return self.data.get("workflow-action-name", "approve") == "approve"

    def _stop(self) -> None:
        add_errors(self, self.examination.errors)
        if not self.examination.errors and self.unanswered():
            self.add_error(
                None,
                ValidationError(
                    _("Svar på advarslerne under ”Før udgivelse”, og prøv igen.")
                ),
            )


class CheckedCopyForm(CopyForm):
    """Copies of published pages are published too only when the pages pass."""

    def clean(self):
        cleaned_data = super().clean()
        if cleaned_data.get("publish_copies"):
            pages = self.page.get_descendants(inclusive=True).live()
            if not cleaned_data.get("copy_subpages"):
                pages = pages.filter(pk=self.page.pk)
            stopped = [page for page in pages.specific() if examine(page).errors]
            if stopped:
                titles = ", ".join(f"”{page.title}”" for page in stopped[:5])
                message = _(
                    "%(pages)s kan ikke udgives, som den er nu. Kopiér som kladde, "
                    "eller ret fejlene først."
                )
                self.add_error(
                    "publish_copies", ValidationError(message % {"pages": titles})
                )
        return cleaned_data
