"""Fixtures of the tests that work with a whole site."""

import pytest

from desktop.services.desk import Desk
from tests.support.acts import Story
from tests.support.staffed import desk, make_desk  # noqa: F401 (pytest finds fixtures by their names)


@pytest.fixture
def story(desk: Desk) -> Story:  # noqa: F811 (a fixture is asked for by its name)
    """A story told at a practice hotel, by its manager."""
    return Story(desk)
