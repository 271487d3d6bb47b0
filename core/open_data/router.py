"""The addresses of the API: its front, its endpoints, and all that it has not."""

from functools import partial

from django.http import HttpRequest, HttpResponse
from django.urls import path, re_path, reverse

from wagtail.api.v2.router import WagtailAPIRouter

from ..site_address import whole
from .answers import answer, nothing_here, open_to_all, send
from .description import describe
from .shapes import Address, Shape


class EndpointOffer(Shape):
    """En slags, der kan hentes."""

    kind: str
    title: str
    about: str
    url: Address


class Front(Shape):
    """Hvad API'et har."""

    endpoints: list[EndpointOffer]
    description: Address
    documentation: Address


class OpenRouter(WagtailAPIRouter):
    """Wagtail's router, with a front, a description and an answer for what is not."""

    front = Front

    @property
    def endpoints(self) -> list:
        return list(self._endpoints.values())

    def get_urlpatterns(self):
        return [
            path("", open_to_all(partial(_show_front, self)), name="front"),
            path(
                "openapi.json",
                open_to_all(partial(_send_description, self)),
                name="description",
            ),
            *super().get_urlpatterns(),
            re_path("", open_to_all(nothing_here, takes_anything=True)),
        ]


def _show_front(router: OpenRouter, request: HttpRequest) -> HttpResponse:
    space = router.url_namespace
    front = Front(
        endpoints=[
            EndpointOffer(
                kind=one.kind,
                title=one.title,
                about=one.about,
                url=whole(reverse(f"{space}:{one.kind}:listing")),
            )
            for one in router.endpoints
        ],
        description=whole(reverse(f"{space}:description")),
        documentation=whole(reverse("api_documentation")),
    )
    return answer(request, front)


def _send_description(router: OpenRouter, request: HttpRequest) -> HttpResponse:
    return send(request, describe(router))
