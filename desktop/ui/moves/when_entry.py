"""When something happened: now, or earlier by the clock on the site's wall (domain.md 3)."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta, tzinfo

from PySide6.QtCore import QDate, QDateTime, QEvent, QTime, QTimeZone
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.domain.lifecycle import BACKDATING_FREE
from desktop.ui.moves.entry import Entry
from desktop.ui.widgets import MomentField, SegmentedControl

_NOW, _EARLIER = "now", "earlier"
_FIRST_GUESS = timedelta(minutes=5)


class WallField(MomentField):
    """A day and a time by the clock on the site's wall. Qt is told UTC, so the computer's own zone changes nothing."""

    def __init__(self, zone: tzinfo) -> None:
        super().__init__()
        self._zone = zone
        self.setTimeZone(QTimeZone.utc())

    def moment(self) -> datetime:
        """The moment (UTC), to the minute."""
        day, time = self.date(), self.time()
        wall = datetime(day.year(), day.month(), day.day(), time.hour(), time.minute(), tzinfo=self._zone)
        return wall.astimezone(UTC)

    def show_moment(self, moment: datetime) -> None:
        """Shows a moment, silently."""
        wall = moment.astimezone(self._zone)
        shown = QDateTime(QDate(wall.year, wall.month, wall.day), QTime(wall.hour, wall.minute), QTimeZone.utc())
        blocked = self.blockSignals(True)
        self.setDateTime(shown)
        self.blockSignals(blocked)


class WhenEntry(Entry):
    """Now, or a moment not after it. ``value`` is None for now."""

    def __init__(self, name: str, zone: tzinfo, now: Callable[[], datetime]) -> None:
        self._now = now
        self.choice: SegmentedControl[str] = SegmentedControl([(_NOW, ""), (_EARLIER, "")], name="", stretch=True)
        self.moment = WallField(zone)
        holder = QWidget()
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(self.choice)
        column.addWidget(self.moment)
        super().__init__(name, holder)
        self.choice.set_value(_NOW)
        self.moment.hide()
        self.choice.chosen.connect(self._on_chosen)
        self.moment.dateTimeChanged.connect(self.changed)
        self._say()

    def value(self) -> datetime | None:
        """The moment (UTC), or None for now."""
        return self.moment.moment() if self._is_earlier else None

    def is_long_ago(self) -> bool:
        """Whether it is so long ago that a manager and a reason are needed."""
        moment = self.value()
        return moment is not None and self._now() - moment > BACKDATING_FREE

    def keep(self) -> str:
        """``now``, or the moment."""
        return self.moment.moment().isoformat() if self._is_earlier else _NOW

    def restore(self, kept: str) -> None:
        """Shows a moment, or now."""
        earlier = kept not in (_NOW, "")
        self.choice.set_value(_EARLIER if earlier else _NOW)
        self.moment.setVisible(earlier)
        if earlier:
            self.moment.show_moment(datetime.fromisoformat(kept))

    @property
    def first(self) -> QWidget:
        """The moment, where there is one."""
        return self.moment if self._is_earlier else self.choice

    def set_label(self, label: str) -> None:
        """Another label; both parts say it."""
        super().set_label(label)
        self.choice.setAccessibleName(label)
        self.moment.setAccessibleName(label)

    def changeEvent(self, event: QEvent) -> None:
        """Follows the language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._say()
        super().changeEvent(event)

    @property
    def _is_earlier(self) -> bool:
        return self.choice.value() == _EARLIER

    def _on_chosen(self, key: str) -> None:
        if key == _EARLIER and self.moment.isHidden():
            self.moment.show_moment(self._now() - _FIRST_GUESS)
        self.moment.setVisible(key == _EARLIER)
        self.changed.emit()

    def _say(self) -> None:
        self.choice.set_labels({_NOW: self.tr("Now"), _EARLIER: self.tr("Earlier")})
