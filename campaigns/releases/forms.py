"""A release set as its maker writes it."""

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from wagtail.admin.forms import WagtailAdminModelForm

from assets.permissions import choosable_by


class ReleaseSetForm(WagtailAdminModelForm):
    """Takes only what the person may edit: the secret link shows drafts."""

    def clean_release_at(self):
        moment = self.cleaned_data["release_at"]
        return moment and moment.replace(second=0, microsecond=0)

    def clean(self):
        cleaned = super().clean()
        if self.instance.is_released:
            raise ValidationError(
                _("Sættet er udgivet og kan ikke ændres mere. Lav et nyt.")
            )
        pages, assets = self._chosen("pages", "page"), self._chosen("assets", "asset")
        for chosen in (pages, assets):
            for one in {one for one in chosen if chosen.count(one) > 1}:
                self._refuse(_("”%(title)s” er valgt to gange."), one)
        known = set(self.instance.listed_pages().values_list("pk", flat=True))
        for page in {page for page in pages if page.pk not in known}:
            if not page.permissions_for_user(self.for_user).can_edit():
                self._refuse(_("Du må ikke rette ”%(title)s”. Vælg en anden."), page)
        mine = set(
            choosable_by(self.for_user)
            .filter(pk__in=[asset.pk for asset in assets])
            .values_list("pk", flat=True)
        ) | set(self.instance.listed_assets().values_list("pk", flat=True))
        for asset in {asset for asset in assets if asset.pk not in mine}:
            self._refuse(_("Du må ikke rette ”%(title)s”. Vælg en anden."), asset)
        return cleaned

    def _refuse(self, message: str, thing) -> None:
        self.add_error(None, message % {"title": thing.title})

    def _chosen(self, formset: str, name: str) -> list:
        # Wagtail asks the formsets only when the form itself has been found valid.
        found = []
        for form in self.formsets[formset].forms:
            form.is_valid()
            cleaned = getattr(form, "cleaned_data", {})
            if cleaned.get(name) and not cleaned.get("DELETE"):
                found.append(cleaned[name])
        return found

    def save(self, commit=True):
        if not self.instance.pk:
            self.instance.owner = self.for_user
        return super().save(commit)
