"""Cyclic garbage is collected on the window's thread only.

Python may collect on any thread that makes objects; a Qt object freed on a worker crashes the program (PYSIDE-810).
"""

import gc

from PySide6.QtCore import QObject, QTimer

INTERVAL_MS = 5000


class GarbageKeeper(QObject):
    """Switches automatic collection off and collects by a timer while it lives; ``stop`` gives it back to Python."""

    def __init__(self, parent: QObject, interval_ms: int = INTERVAL_MS) -> None:
        super().__init__(parent)
        gc.disable()
        self._thresholds = gc.get_threshold()
        self._timer = QTimer(self)
        self._timer.setInterval(interval_ms)
        self._timer.timeout.connect(self.collect)
        self._timer.start()

    def collect(self) -> None:
        """Collects what Python would have collected by now: young objects often, old ones seldom."""
        for generation in (2, 1, 0):
            if gc.get_count()[generation] > self._thresholds[generation]:
                gc.collect(generation)
                return

    def stop(self) -> None:
        """Lets Python collect by itself again."""
        self._timer.stop()
        gc.enable()
