"""The site's URL map, walked as Django itself walks it."""

from collections.abc import Iterator

from django.urls import URLPattern, URLResolver, get_resolver


def all_patterns(
    resolver: URLResolver | None = None, before: str = ""
) -> Iterator[tuple[str, URLPattern]]:
    """Every pattern with its route, written as ``resolve(path).route`` writes it."""
    resolver = resolver or get_resolver()
    for entry in resolver.url_patterns:
        route = resolver._join_route(before, str(entry.pattern))
        if isinstance(entry, URLResolver):
            yield from all_patterns(entry, route)
        else:
            yield route, entry


def all_routes() -> set[str]:
    """The routes of every pattern."""
    return {route for route, _pattern in all_patterns()}
