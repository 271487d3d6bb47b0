from wagtail.users.views.users import UserViewSet as WagtailUserViewSet

from .forms import UserCreationForm, UserEditForm


class UserViewSet(WagtailUserViewSet):
    """Wagtail's list of users, with our forms."""

    ordering = "first_name"

    def get_form_class(self, for_update=False):
        return UserEditForm if for_update else UserCreationForm
