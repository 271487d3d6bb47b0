"""``--second-database``: what need not be tried again once it passed on another.

A test that asks no database, or that is about a browser or an S3 server, says the same
on both. Marked ``one_database`` are those about what a page or a form says and what
stands in a file: that each route can ask both databases at all is tried by
``tests/access``, whose people ask all of them on both. What counts, sorts, searches,
locks, takes in what others wrote, or goes by what is committed is tried on both; what
only PostgreSQL does is marked ``postgresql``, and tried there alone.
``make drill`` has S3 and PostgreSQL at once.
"""

import pytest

ASKS_A_DATABASE = {"db", "transactional_db", "live_server"}
IS_ABOUT_ANOTHER = {"browser", "s3_process"}


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--second-database",
        action="store_true",
        help="leave out what says the same on every database",
    )


def pytest_configure(config: pytest.Config) -> None:
    config.addinivalue_line(
        "markers", "one_database: it asks a database only what each route asks of both"
    )
    config.addinivalue_line("markers", "postgresql: no other database does it")


def pytest_collection_modifyitems(
    config: pytest.Config, items: list[pytest.Item]
) -> None:
    """Leave them out by name, so that the run says how many."""
    # Django is not set up when this module is read.
    from django.db import connection

    is_second = config.getoption("--second-database")
    kept, left = [], []
    for item in items:
        is_elsewhere = connection.vendor != "postgresql" and item.get_closest_marker(
            "postgresql"
        )
        is_left = is_elsewhere or (is_second and not _says_more(item))
        (left if is_left else kept).append(item)
    config.hook.pytest_deselected(items=left)
    items[:] = kept


def _says_more(item: pytest.Item) -> bool:
    names = set(getattr(item, "fixturenames", []))
    asks = item.get_closest_marker("django_db") or names & ASKS_A_DATABASE
    given = item.callspec.params.values() if hasattr(item, "callspec") else ()
    return bool(
        asks
        and not names & IS_ABOUT_ANOTHER
        and "s3" not in given
        and not item.get_closest_marker("one_database")
    )
