import gc
import weakref

import pytest
from PySide6.QtCore import QObject

from desktop.ui.garbage import GarbageKeeper


class Knot:
    def __init__(self) -> None:
        self.itself = self


@pytest.fixture
def keeper(qapp):
    parent = QObject()
    keeper = GarbageKeeper(parent, interval_ms=10)
    yield keeper
    keeper.stop()
    assert gc.isenabled()


def test_garbage_is_collected_by_the_timer_only(keeper, qtbot):
    assert not gc.isenabled()
    knot = weakref.ref(Knot())
    keep = [[] for _ in range(2000)]  # enough young objects for a collection to be due
    qtbot.waitUntil(lambda: knot() is None)
    assert keep
