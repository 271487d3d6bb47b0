"""What editors do to many assets at once from the listing."""

from collections.abc import Iterable

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from wagtail.admin import widgets
from wagtail.admin.views.bulk_action import BulkAction
from wagtail.log_actions import log

from core.limits import too_fast, too_often

from ..intake.sheets import sheet_response
from ..models import Asset, FileVersion, Licence
from ..permissions import asset_policy
from ..versions.changes import announce_withdrawal


class AssetBulkAction(BulkAction):
    """An action on the chosen assets: those that cannot take it are named with why."""

    models = [Asset]
    template_name = "admin/assets/bulk_action.html"
    # Where Wagtail's history files it.
    log_action = "wagtail.edit"
    question = ""
    confirm = ""

    def refusal(self, asset: Asset) -> str:
        """Why ``asset`` cannot take the action; empty when it can."""
        if asset_policy().user_has_permission_for_instance(
            self.request.user, "change", asset
        ):
            return ""
        return str(_("Du må ikke rette det."))

    def apply(self, asset: Asset, choices: dict) -> None:
        """Change ``asset`` in memory as the form says."""

    def tell(self, asset: Asset) -> None:
        """Tell who must know, once ``asset`` is saved."""

    def get_all_objects_in_listing_query(self, parent_id):
        # "All" would mean all there is, whatever the listing was narrowed to.
        return []

    @classmethod
    def get_queryset(cls, model, object_ids):
        chosen = [pk for pk in object_ids if str(pk).isdecimal()]
        return model.objects.filter(pk__in=chosen).select_related("collection")

    def get_actionable_objects(self):
        objects, refused = [], []
        for asset in self.get_queryset(self.model, self.request.GET.getlist("id")):
            reason = self.refusal(asset)
            if reason:
                refused.append({"asset": asset, "reason": reason})
            else:
                objects.append(asset)
        return objects, {"items_refused": refused}

    def get_form_kwargs(self):
        # Wagtail's own form of an action without fields takes no user.
        kwargs = super().get_form_kwargs()
        if issubclass(self.form_class, _ChoicesForm):
            kwargs["user"] = self.request.user
        return kwargs

    def get_context_data(self, **kwargs):
        context = super().get_context_data(**kwargs)
        context |= {"question": self.question, "confirm": self.confirm}
        return context

    def prepare_action(self, objects, objects_without_access):
        """Try the change on every asset first; one that it breaks stops the action."""
        for asset in objects:
            self.apply(asset, self.cleaned_form.cleaned_data)
            try:
                asset.clean()
            except ValidationError as error:
                self.cleaned_form.add_error(
                    None, f"{asset.title}: {' '.join(error.messages)}"
                )
        return None if self.cleaned_form.is_valid() else self._shown_again()

    def _shown_again(self):
        return self.form_invalid(self.cleaned_form)

    def get_execution_context(self):
        return {"action": self, "choices": self.cleaned_form.cleaned_data}

    @classmethod
    def execute_action(cls, objects: Iterable[Asset], *, action, choices, **kwargs):
        for asset in objects:
            action.apply(asset, choices)
            asset.save()
            log(instance=asset, action=cls.log_action, user=action.request.user)
            action.tell(asset)
        return len(objects), 0

    def get_success_message(self, num_parent_objects, num_child_objects):
        return ngettext(
            "%(count)s materiale er ændret.",
            "%(count)s materialer er ændret.",
            num_parent_objects,
        ) % {"count": num_parent_objects}


class _ChoicesForm(forms.Form):
    def __init__(self, *args, user=None, **kwargs):
        super().__init__(*args, **kwargs)
        self.user = user


class TagsForm(_ChoicesForm):
    """Tags to add to those that are there."""

    tags = forms.Field(
        label=_("Emneord"),
        widget=widgets.AdminTagWidget,
        help_text=_("Lægges til dem, der er i forvejen."),
    )

    def clean_tags(self) -> list[str]:
        # The widget may quote a tag that holds a comma or a blank.
        from taggit.utils import parse_tags

        tags = parse_tags(self.cleaned_data["tags"])
        if too_long := next((tag for tag in tags if len(tag) > 100), None):
            raise ValidationError(
                _("Emneordet ”%(tag)s …” er for langt. Højst 100 tegn."),
                params={"tag": too_long[:30]},
            )
        return tags


class TagAssets(AssetBulkAction):
    display_name = _("Tilføj emneord")
    aria_label = _("Tilføj emneord til de valgte materialer")
    action_type = "tag"
    action_priority = 10
    form_class = TagsForm
    question = _("Hvilke emneord skal de have?")
    confirm = _("Tilføj emneord")

    def apply(self, asset, choices):
        asset.tags.add(*choices["tags"])


class MoveForm(_ChoicesForm):
    """The collection to move to: one in which the person may add."""

    collection = forms.ModelChoiceField(label=_("Samling"), queryset=None)

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        policy = asset_policy()
        self.fields[
            "collection"
        ].queryset = policy.collections_user_has_any_permission_for(
            self.user, ["add", "change"]
        )


class MoveAssets(AssetBulkAction):
    display_name = _("Flyt")
    aria_label = _("Flyt de valgte materialer til en samling")
    action_type = "move"
    action_priority = 20
    form_class = MoveForm
    question = _("Hvor skal de ligge? Adresserne ændrer sig ikke.")
    confirm = _("Flyt")

    def apply(self, asset, choices):
        asset.collection = choices["collection"]


class RightsForm(_ChoicesForm):
    """Rights to set; what is left empty stays as it is on each asset."""

    licence = forms.ModelChoiceField(
        label=_("Licens"), queryset=Licence.objects.all(), required=False
    )
    credit = forms.CharField(label=_("Kreditering"), max_length=200, required=False)
    usable_from = forms.DateField(
        label=_("Må bruges fra"), required=False, widget=widgets.AdminDateInput
    )
    usable_until = forms.DateField(
        label=_("Må bruges til og med"), required=False, widget=widgets.AdminDateInput
    )

    def clean(self):
        cleaned = super().clean()
        if not self.errors and not any(cleaned.values()):
            raise ValidationError(_("Udfyld mindst ét felt."))
        return cleaned


class SetRights(AssetBulkAction):
    display_name = _("Rettigheder")
    aria_label = _("Sæt rettigheder på de valgte materialer")
    action_type = "rights"
    action_priority = 30
    form_class = RightsForm
    question = _("Et tomt felt bliver, som det er på hvert materiale.")
    confirm = _("Gem rettigheder")

    def apply(self, asset, choices):
        for name, value in choices.items():
            if value:
                setattr(asset, name, value)


class _SetsState(AssetBulkAction):
    state = ""

    def refusal(self, asset):
        policy = asset_policy()
        if not policy.may_publish_in(self.request.user, asset.collection):
            return str(_("Du må ikke udgive i dets samling."))
        return super().refusal(asset)

    def apply(self, asset, choices):
        asset.state = self.state


class PublishAssets(_SetsState):
    display_name = _("Udgiv")
    aria_label = _("Udgiv de valgte materialer")
    action_type = "publish"
    action_priority = 40
    log_action = "wagtail.publish"
    state = Asset.State.PUBLISHED
    question = _("De kan hentes, så snart de er udgivet.")
    confirm = _("Udgiv")

    @classmethod
    def get_queryset(cls, model, object_ids):
        return super().get_queryset(model, object_ids).prefetch_related("files")

    def refusal(self, asset):
        if asset.state == self.state:
            return str(_("Det er allerede udgivet."))
        if not asset.licence_id:
            return str(_("Det mangler en licens."))
        ready = FileVersion.objects.ready()
        if not ready.filter(file__asset=asset).exists():
            return str(_("Det har ingen fil, der er klar."))
        return super().refusal(asset)


class WithdrawAssets(_SetsState):
    display_name = _("Træk tilbage")
    aria_label = _("Træk de valgte materialer tilbage")
    action_type = "withdraw"
    action_priority = 50
    log_action = "wagtail.unpublish"
    classes = {"serious"}
    state = Asset.State.WITHDRAWN
    question = _(
        "De kan ikke hentes mere. Adresserne svarer, at materialet er trukket "
        "tilbage, og viser hen til det, der afløser det."
    )
    confirm = _("Træk tilbage")

    def refusal(self, asset):
        if asset.state != Asset.State.PUBLISHED:
            return str(_("Det er ikke udgivet."))
        return super().refusal(asset)

    def tell(self, asset):
        announce_withdrawal(asset, user=self.request.user)


class ExportAssets(AssetBulkAction):
    display_name = _("Hent som regneark")
    aria_label = _("Hent de valgte materialer som regneark")
    action_type = "export"
    action_priority = 60
    question = _("Ret i regnearket, og læg det ind igen under ”Læg filer op”.")
    confirm = _("Hent regnearket")

    def prepare_action(self, objects, objects_without_access):
        if seconds := too_fast(self.request, "spreadsheet"):
            return too_often(self.request, seconds)
        pks = [asset.pk for asset in objects]
        return sheet_response(Asset.objects.filter(pk__in=pks).order_by("title_key"))


BULK_ACTIONS = [
    TagAssets, MoveAssets, SetRights, PublishAssets, WithdrawAssets, ExportAssets,
]  # fmt: skip
