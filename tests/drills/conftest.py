"""The people of the asset tests, for the drills of ``make drill``."""

from tests.assets.conftest import (  # noqa: F401 fixtures
    agency,
    as_agency,
    as_editor,
    editor,
    librarian,
    membership,
    signed_in,
)
