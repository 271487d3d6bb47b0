import pytest

from tests.open_data.following import changes_noted


@pytest.fixture(autouse=True)
def noted():
    with changes_noted():
        yield
