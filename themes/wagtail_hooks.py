from wagtail import hooks

from .viewsets import theme_viewset


@hooks.register("register_admin_viewset")
def register_theme_viewset():
    return theme_viewset
