from wagtail import hooks

from .viewsets import MissedQueryViewSet, SynonymViewSet


@hooks.register("register_admin_viewset")
def register_search_viewsets():
    return [SynonymViewSet(), MissedQueryViewSet()]
