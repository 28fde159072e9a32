"""What the tests of recognition share: the shipped lexicons."""

import pytest

from desktop.domain.kinds import Property
from desktop.recognition import Lexicon, shipped_lexicon


@pytest.fixture(scope="session")
def hotel() -> Lexicon:
    return shipped_lexicon(Property.HOTEL)


@pytest.fixture(scope="session")
def retail() -> Lexicon:
    return shipped_lexicon(Property.RETAIL)
