from django.core.exceptions import PermissionDenied

from wagtail.admin.views.generic import usage
from wagtail.users.views import users as wagtail_views
from wagtail.users.views.bulk_actions import (
    AssignRoleBulkAction,
    DeleteBulkAction,
    SetActiveStateBulkAction,
)

from .authority import groups_to_give, may_manage
from .forms import UserCreationForm, UserEditForm


class FormByMixin:
    """Tells the form who sends it."""

    def get_form_kwargs(self):
        return {**super().get_form_kwargs(), "by": self.request.user}


class ManageablePersonMixin:
    """Refuses a person who holds more than the one who asks."""

    def dispatch(self, request, *args, **kwargs):
        if not may_manage(request.user, self.get_object()):
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)


class IndexView(wagtail_views.IndexView):
    """The list of people; who may not be changed has no way to it."""

    def get_edit_url(self, instance):
        if instance.is_superuser and not self.request.user.is_superuser:
            return None
        return super().get_edit_url(instance)


class CreateView(FormByMixin, wagtail_views.CreateView):
    """Make a person."""


class EditView(ManageablePersonMixin, FormByMixin, wagtail_views.EditView):
    """Change a person."""


class DeleteView(ManageablePersonMixin, wagtail_views.DeleteView):
    """Delete a person."""


class HistoryView(ManageablePersonMixin, wagtail_views.HistoryView):
    """What was done to a person."""


class UsageView(ManageablePersonMixin, usage.UsageView):
    """Where a person is named."""


class UserViewSet(wagtail_views.UserViewSet):
    """Wagtail's list of users, with our forms and our limits."""

    ordering = "first_name"
    copy_view_enabled = False
    index_view_class = IndexView
    add_view_class = CreateView
    edit_view_class = EditView
    delete_view_class = DeleteView
    history_view_class = HistoryView
    usage_view_class = UsageView

    def get_form_class(self, for_update=False):
        return UserEditForm if for_update else UserCreationForm


class ManageablePeopleMixin:
    """Leaves those out of a bulk action who hold more than the one who asks."""

    def check_perm(self, obj):
        return super().check_perm(obj) and may_manage(self.request.user, obj)


class AssignRole(ManageablePeopleMixin, AssignRoleBulkAction):
    """Put people in a group that the asker could be in."""

    def get_form(self, form_class=None):
        form = super().get_form(form_class)
        form.fields["role"].queryset = groups_to_give(self.request.user)
        return form


class SetActiveState(ManageablePeopleMixin, SetActiveStateBulkAction):
    """Open and close people."""


class Delete(ManageablePeopleMixin, DeleteBulkAction):
    """Delete people."""
