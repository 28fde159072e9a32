"""Noticing that nobody is at the counter: after some idle minutes, and when the computer slept (trust.md, People)."""

from collections.abc import Callable
from datetime import datetime, timedelta

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtGui import QGuiApplication

IDLE_MINUTES = 2  #: the default; a form in use asks for more, since listening is not typing

_LOOKS_EVERY_MS = 1000
_SLEPT = timedelta(seconds=30)  #: between two looks: the computer slept, or was as good as asleep
_ACTIVITY = frozenset(
    {
        QEvent.Type.KeyPress,
        QEvent.Type.InputMethod,
        QEvent.Type.MouseButtonPress,
        QEvent.Type.MouseMove,
        QEvent.Type.Wheel,
        QEvent.Type.TouchBegin,
        QEvent.Type.TouchUpdate,
        QEvent.Type.TabletPress,
    }
)


class IdleWatch(QObject):
    """Emits ``gone`` once when nobody has touched keys, mouse or screen for ``minutes()``.

    Keys are seen at the widget with the focus, the rest at the windows: a filter on the whole application would
    cost Python time for every event there is. ``now`` gives aware moments; only spans of them count.
    """

    gone = Signal()

    def __init__(self, now: Callable[[], datetime], minutes: Callable[[], int], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._now, self._minutes = now, minutes
        self._last_touch = self._last_look = now()
        self._watched: dict[str, QObject] = {}
        self._timer = QTimer(self)
        self._timer.setInterval(_LOOKS_EVERY_MS)
        self._timer.timeout.connect(self.look)
        app = _application()
        app.focusObjectChanged.connect(self._on_focus)
        app.focusWindowChanged.connect(self._on_window)

    @property
    def is_running(self) -> bool:
        """Whether somebody is expected at the counter."""
        return self._timer.isActive()

    def start(self) -> None:
        """Begins to count: somebody has just signed in or come back."""
        self._watch("focus", QGuiApplication.focusObject())
        self._watch("window", QGuiApplication.focusWindow())
        self.touch()
        self._last_look = self._now()
        self._timer.start()

    def stop(self) -> None:
        """Stops counting: there is nothing to cover."""
        self._timer.stop()

    def touch(self) -> None:
        """Somebody is here."""
        self._last_touch = self._now()

    def look(self) -> None:
        """Looks at the clock. A clock that was put back only begins the count anew."""
        now = self._now()
        slept = now - self._last_look >= _SLEPT
        self._last_look = now
        if now < self._last_touch:
            self._last_touch = now
        idle = now - self._last_touch >= timedelta(minutes=self._minutes())
        if self.is_running and (idle or slept):
            self.stop()
            self.gone.emit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Notes what people do; never keeps anything from anyone."""
        if event.type() in _ACTIVITY:
            self.touch()
        return super().eventFilter(watched, event)

    def _on_focus(self, focused: QObject | None) -> None:
        self._watch("focus", focused)

    def _on_window(self, window: QObject | None) -> None:
        self._watch("window", window)

    def _watch(self, part: str, watched: QObject | None) -> None:
        """Follows the focus: one widget and one window are watched at a time."""
        before = self._watched.pop(part, None)
        if before is not None and before is not watched:
            _let_go(before, self)
        if watched is not None:
            watched.installEventFilter(self)
            self._watched[part] = watched


def _application() -> QGuiApplication:
    app = QGuiApplication.instance()
    if not isinstance(app, QGuiApplication):
        raise TypeError("there is no window system to watch")
    return app


def _let_go(watched: QObject, by: QObject) -> None:
    try:
        watched.removeEventFilter(by)
    except RuntimeError:
        return  # the widget is gone already, and its filters with it
