"""Nonsense in every address, query and form, from strangers and editors: never a 5xx.

A run tries some hundreds of requests; ``DRILL_NONSENSE=5000`` tries so many of each.
"""

import os
import re
from copy import copy
from urllib.parse import quote

from django.db import transaction
from django.test import Client

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from .test_matrix import ROWS

pytestmark = pytest.mark.django_db

EXAMPLES = int(os.environ.get("DRILL_NONSENSE", "150"))
NAMES = [
    "q",
    "p",
    "page",
    "slags",
    "til",
    "emne",
    "tema",
    "sprog",
    "format",
    "filter",
    "next",
    "id",
    "ids",
    "pk",
    "action",
    "locale",
    "order",
    "ordering",
    "content_type",
    "collection_id",
    "tags",
    "verb",
    "metadataPrefix",
    "resumptionToken",
    "from",
    "until",
    "set",
    "url",
    "maxwidth",
    "stil",
    "updated_since",
    "cursor",
    "limit",
    "offset",
    "name",
    "title",
    "email",
    "password",
    "login",
    "library",
    "file",
    "token",
    "number",
]
NONSENSE = st.one_of(
    st.text(max_size=30),
    st.binary(max_size=20).map(lambda raw: raw.decode("latin-1")),
    st.integers().map(str),
    st.sampled_from(
        [
            "",
            "\0",
            "a\0b",
            "-1",
            "0",
            "1e99",
            "nan",
            "9" * 30,
            "' OR 1=1--",
            "../..",
            "%",
        ]
        + [
            "../..",
            "x" * 10_000,
            "٣",
            "\u202e",
            "[]",
            "{}",
            "null",
            "2017-02-31",
            "*(((",
        ]
    ),
)
FIELDS = st.dictionaries(st.sampled_from(NAMES), NONSENSE, max_size=4)
PLACE = re.compile(r"\{[\w-]+\}")


@pytest.mark.parametrize("role", ["stranger", "editor"])
def test_no_nonsense_is_an_error_of_ours(asked, role):
    clients, world = asked

    @settings(
        max_examples=EXAMPLES, deadline=None, suppress_health_check=list(HealthCheck)
    )
    @given(st.sampled_from(ROWS), st.booleans(), FIELDS, FIELDS, st.data())
    def sent(row, keeps_place, query, fields, data):
        path = row["address"].partition("?")[0]
        if keeps_place:
            path = path.format(**world)
        else:
            path = PLACE.sub(lambda _place: quote(data.draw(NONSENSE), safe=""), path)
        client = Client(raise_request_exception=False)
        client.cookies = copy(clients[role].cookies)
        sid = transaction.savepoint()
        try:
            if row["method"] == "GET":
                response = client.get(path, query)
            else:
                response = client.post(path, fields, query_params=query)
        finally:
            transaction.savepoint_rollback(sid)
        # What says that the service is not there (503) is said on purpose.
        assert response.status_code < 500 or response.status_code == 503

    sent()
