"""One start, from the command to the first picture and to a table full of rows: a process of its own, measured once.

``python -m tests.bench.starting amends FOLDER BEGUN`` or ``… bare - BEGUN``; ``BEGUN`` is the moment of the command on
the monotonic clock, which all processes of one computer share. Prints what was measured as JSON.
"""

import json
import os
import sys
import time
from pathlib import Path
from typing import Any

_ROWS = 100
_LOOK_EVERY_MS = 2  #: how often it is looked whether the next page is there


def _memory() -> int:
    """The memory that this process holds, in kilobytes."""
    status = Path("/proc/self/status").read_text(encoding="ascii")
    return int(next(line.split()[1] for line in status.splitlines() if line.startswith("VmRSS")))


def _tell_and_end(**measured: float) -> None:
    """Says what was measured and ends at once: what comes at closing (the last backup) isn't part of a start."""
    print(json.dumps({**measured, "memory": _memory()}), flush=True)
    os._exit(0)


def bare(begun: float) -> None:
    """The limit: a Qt window with a table view on plain texts."""
    from PySide6.QtCore import QAbstractTableModel, Qt, QTimer
    from PySide6.QtWidgets import QApplication, QMainWindow, QTableView

    class Rows(QAbstractTableModel):
        def rowCount(self, _parent: Any = None) -> int:  # noqa: N802 (Qt's name)
            return _ROWS

        def columnCount(self, _parent: Any = None) -> int:  # noqa: N802 (Qt's name)
            return 10

        def data(self, index: Any, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
            return f"{index.row()} {index.column()}" if role == Qt.ItemDataRole.DisplayRole else None

    class Table(QTableView):
        def paintEvent(self, event: Any) -> None:  # noqa: N802 (Qt's name)
            super().paintEvent(event)
            QTimer.singleShot(0, done)

    def done() -> None:
        painted = (time.monotonic() - begun) * 1_000
        _tell_and_end(window=painted, rows=painted)

    app = QApplication(["bare"])
    window, table, rows = QMainWindow(), Table(), Rows()
    table.setModel(rows)
    window.setCentralWidget(table)
    window.resize(1440, 900)
    window.show()
    app.exec()


def amends(folder: Path, begun: float) -> None:
    """The program itself on a practice desk. Its only person signs in as soon as asked."""
    from PySide6.QtCore import QTimer

    from desktop import app
    from desktop.ui.shell.window import DeskWindow

    class Watched(DeskWindow):
        def __init__(self, *args: Any) -> None:
            super().__init__(*args)
            self._seen = 0.0
            self._timer = QTimer(self)
            self._timer.setInterval(_LOOK_EVERY_MS)
            self._timer.timeout.connect(self._look)
            self.painted.connect(self._on_painted)

        def _on_painted(self) -> None:
            self._seen = (time.monotonic() - begun) * 1_000
            self._timer.start()

        def _look(self) -> None:
            page: Any = self.page
            if type(page).__name__ == "SignInScreen":
                page.presenter.enter("")
            elif type(page).__name__ == "DeskPage" and page.room is not None:
                queue = page.room.widget
                if len(queue.presenter.state.window.rows) >= _ROWS:
                    queue.table.viewport().repaint()
                    _tell_and_end(window=self._seen, rows=(time.monotonic() - begun) * 1_000)

    setattr(app, "DeskWindow", Watched)  # noqa: B010 (the program's own window, which tells when it is painted)
    app.main(["--workspace", str(folder)])


if __name__ == "__main__":
    kind, where, at = sys.argv[1:]
    if kind == "bare":
        bare(float(at))
    else:
        amends(Path(where), float(at))
