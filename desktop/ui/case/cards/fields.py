"""Fields of the cards' forms: what they hold as one text, lists to choose from, when, and who."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta, tzinfo
from typing import Protocol, runtime_checkable

from PySide6.QtCore import QDateTime, QEvent, QSignalBlocker, QSize, Qt, Signal
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QCheckBox, QComboBox, QCompleter, QLineEdit, QSizePolicy, QVBoxLayout, QWidget

from desktop.domain.kinds import Role
from desktop.domain.rows import StaffRow
from desktop.domain.texts import fold, is_blank
from desktop.domain.wallclock import utc_at
from desktop.ui.case.cards.due import Pick, is_offered, moment_of
from desktop.ui.theme import theme_of
from desktop.ui.widgets import Button, FlowRow, LineField, MomentField, TextArea
from desktop.words import plain

LONGEST_LINE = 2_000  # UTF-16 units: a line too long to keep is refused with a sentence, not cut unseen
_LONGEST_CHOICE = 60
_MINUTES = 60
_STEP = 30  # minutes; one's own time starts at a round one


@runtime_checkable
class Keepable(Protocol):
    """A field made of several, which says in one text what it holds."""

    def kept_text(self) -> str:
        """What it holds; empty for nothing."""

    def put_back(self, text: str) -> None:
        """Holds what ``kept_text`` gave."""


def kept_text(field: QWidget) -> str:
    """What a field holds as one text; empty for nothing, and for the first of a list, where every list begins."""
    match field:
        case Keepable():
            return field.kept_text()
        case QLineEdit() | TextArea():
            return field.text()
        case QComboBox():
            return str(field.currentData()) if field.currentIndex() > 0 else ""
        case QCheckBox():
            return "1" if field.isChecked() else ""
    raise TypeError(type(field).__name__)


def put_back(field: QWidget, text: str) -> None:
    """Gives a field what ``kept_text`` gave; an empty text empties it."""
    match field:
        case Keepable():
            field.put_back(text)
        case QLineEdit():
            field.setText(text)
        case TextArea():
            field.set_text(text)
        case QComboBox():
            field.setCurrentIndex(field.findData(text) if text else 0)
        case QCheckBox():
            field.setChecked(bool(text))
        case _:
            raise TypeError(type(field).__name__)


class TextLine(LineField):
    """A line that takes any text that may be kept."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.setMaxLength(LONGEST_LINE)


class TextBox(TextArea):
    """A few lines of text; Enter makes a new one."""

    def __init__(self, lines: int = 3, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._lines = lines
        theme_of(self).changed.connect(self._follow)
        self._follow()

    def _follow(self) -> None:
        self.setFixedHeight(self._lines * theme_of(self).metrics.role("body").line + 18)


class Choice(QComboBox):
    """A list to choose from that may be narrow and lets the wheel scroll the page."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme_of(self).changed.connect(self.updateGeometry)

    def offer(self, choices: Sequence[tuple[str, str]]) -> None:
        """Offers codes with their words, in this order; what was chosen stays chosen, silently."""
        chosen = self.currentData()
        with QSignalBlocker(self):
            self.clear()
            for code, words in choices:
                self.addItem(plain(words, _LONGEST_CHOICE), code)
            self.setCurrentIndex(max(0, self.findData(chosen)))

    def code(self) -> str:
        """The chosen code."""
        return str(self.currentData() or "")

    def sizeHint(self) -> QSize:
        """As high as the fields beside it."""
        return QSize(super().sizeHint().width(), theme_of(self).metrics.height("input"))

    def minimumSizeHint(self) -> QSize:
        """Narrow if it must be."""
        return QSize(60, theme_of(self).metrics.height("input"))

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leaves the wheel to the page: scrolling past must not choose."""
        event.ignore()


def works_on_cases(person: StaffRow) -> bool:
    """Whether a case may be given to somebody: an analyst only reads."""
    return person.active and person.role is not Role.ANALYST


@dataclass(frozen=True, slots=True)
class Chosen:
    """Whom somebody chose: a colleague by login, or a department; both empty for nobody."""

    login: str = ""
    department: str = ""

    @property
    def is_nobody(self) -> bool:
        """Whether nobody was chosen."""
        return not (self.login or self.department)


class WhoField(Choice):
    """A colleague or a department: chosen from the list, or typed. What is nobody's name is a department."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._logins: dict[str, str] = {}
        self.setEditable(True)
        self.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.line = LineField(parent=self)
        self.line.setMaxLength(LONGEST_LINE)
        self.setLineEdit(self.line)
        completer = QCompleter(self.model(), self)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        completer.setCompletionMode(QCompleter.CompletionMode.PopupCompletion)
        self.setCompleter(completer)

    def offer_people(self, people: Sequence[StaffRow], departments: Sequence[str]) -> None:
        """Offers those who handle cases here, then the departments that are known; what is typed stays."""
        typed = self.currentText()
        names = [(plain(person.name, _LONGEST_CHOICE), person.login) for person in people if works_on_cases(person)]
        self._logins = {fold(login): login for _, login in reversed(names)}
        self._logins |= {fold(name): login for name, login in reversed(names)}
        texts = list(dict.fromkeys([*(name for name, _ in names), *departments]))
        if [self.itemText(place) for place in range(self.count())] != texts:
            with QSignalBlocker(self):
                self.clear()
                self.addItems(texts)
        self.put_back(typed)

    def chosen(self) -> Chosen:
        """Who is meant by what stands in the field."""
        typed = self.currentText().strip()
        if is_blank(typed):
            return Chosen()
        login = self._logins.get(fold(typed))
        return Chosen(login=login) if login else Chosen(department=typed)

    def setAccessibleName(self, name: str) -> None:
        """Calls the field, and the line in it that has the focus, by its label."""
        super().setAccessibleName(name)
        self.line.setAccessibleName(name)

    def kept_text(self) -> str:
        """What stands in the field."""
        return self.currentText()

    def put_back(self, text: str) -> None:
        """Shows a text, silently."""
        with QSignalBlocker(self):
            self.setCurrentIndex(self.findText(text, Qt.MatchFlag.MatchExactly) if text else -1)
            self.setEditText(text)


class DueField(QWidget):
    """When it is due: a quick pick, or one's own time. A second click on a pick takes it back."""

    changed = Signal()

    def __init__(self, zone: tzinfo, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._zone = zone
        self._now: datetime | None = None
        self.picks = {pick: Button(size="row") for pick in Pick}
        self.own = MomentField()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 2, 0, 0)
        column.setSpacing(6)
        flow = FlowRow(gap=6)
        for pick, button in self.picks.items():
            button.setCheckable(True)
            button.clicked.connect(lambda _checked=False, pick=pick: self._on_pick(pick))
            flow.add_widget(button)
        column.addWidget(flow)
        column.addWidget(self.own)
        self.own.hide()
        self.setFocusProxy(self.picks[Pick.HOUR])
        self._set_words()

    def set_now(self, now: datetime) -> None:
        """What time it is: late in the evening 'tonight' is no longer offered."""
        self._now = now
        for pick, button in self.picks.items():
            button.setVisible(is_offered(pick, now, self._zone) or button.isChecked())

    def pick(self) -> Pick | None:
        """The pick that is chosen."""
        return next((pick for pick, button in self.picks.items() if button.isChecked()), None)

    def moment(self) -> datetime | None:
        """When it is due (UTC), counted from the last ``set_now``; None where nothing is chosen."""
        pick = self.pick()
        if pick is None or self._now is None:
            return None
        if pick is not Pick.OWN:
            return moment_of(pick, self._now, self._zone)
        wall = self.own.dateTime()
        day, time = wall.date(), wall.time()
        return utc_at(date(day.year(), day.month(), day.day()), time.hour() * _MINUTES + time.minute(), self._zone)

    def kept_text(self) -> str:
        """The pick, with the own time after it (``own 2026-11-20T09:00``)."""
        pick = self.pick()
        if pick is Pick.OWN:
            return f"{pick} {self.own.dateTime().toString('yyyy-MM-ddTHH:mm')}"
        return pick.value if pick else ""

    def put_back(self, text: str) -> None:
        """Chooses what ``kept_text`` gave."""
        name, _, wall = text.partition(" ")
        for pick, button in self.picks.items():
            button.setChecked(pick.value == name)
        if wall:
            self.own.setDateTime(QDateTime.fromString(wall, "yyyy-MM-ddTHH:mm"))
        self.own.setVisible(name == Pick.OWN)

    def setAccessibleName(self, name: str) -> None:
        """Calls the time by the field's label too."""
        super().setAccessibleName(name)
        self.own.setAccessibleName(name)

    def changeEvent(self, event: QEvent) -> None:
        """Follows the language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._set_words()
        super().changeEvent(event)

    def _set_words(self) -> None:
        self.picks[Pick.HOUR].setText(self.tr("In 1 h"))
        self.picks[Pick.TONIGHT].setText(self.tr("Tonight 23:00"))
        self.picks[Pick.TOMORROW].setText(self.tr("Tomorrow 10:00"))
        self.picks[Pick.OWN].setText(self.tr("Own time"))

    def _on_pick(self, pick: Pick) -> None:
        chosen = self.picks[pick].isChecked()
        for other, button in self.picks.items():
            button.setChecked(chosen and other is pick)
        is_own = chosen and pick is Pick.OWN
        if is_own and self._now is not None:
            self._start_own(self._now)
        self.own.setVisible(is_own)
        if is_own:
            self.own.setFocus(Qt.FocusReason.OtherFocusReason)
        self.changed.emit()

    def _start_own(self, now: datetime) -> None:
        """One's own time begins at the next half hour that is an hour away."""
        wall = (now + timedelta(hours=1, minutes=_STEP)).astimezone(self._zone)
        wall = wall.replace(minute=wall.minute // _STEP * _STEP, second=0, microsecond=0, tzinfo=None)
        self.own.setDateTime(QDateTime.fromString(wall.strftime("%Y-%m-%dT%H:%M"), "yyyy-MM-ddTHH:mm"))
