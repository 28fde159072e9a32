"""One question with its answer: what kind it is, the question, and the field for what is said (design.md 7)."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from desktop.guides.card import Asked
from desktop.ui.choices.chips import ChipChoice
from desktop.ui.choices.form_line import LONGEST_LINE
from desktop.ui.conversation.kept import Kept
from desktop.ui.theme.theme import theme_of
from desktop.ui.widgets import LineField, PlainLabel, SegmentedControl, Tag
from desktop.ui.widgets.arranged import height_at, wanted_size

Tell = Callable[[str, str, str], None]  #: takes a question, its text and its choice

_TAG, _QUESTION, _GAP = 54, 236, 8
_ROW_HEIGHTS, _NOTICE_HEIGHTS = (40, 36), (32, 30)  #: roomy, compact
_LEAST_LINE, _NARROWEST = 150, 300
_MOST_LINES = 4  #: of a question; two are usual
_AIR = 4  #: above and below what is higher than the row
_CLEARS = (Qt.Key.Key_Backspace, Qt.Key.Key_Delete)


class AskedRow(Kept):
    """Tag, question and answer side by side; where that is too narrow the answer goes under the question."""

    least_heights = _ROW_HEIGHTS  #: roomy, compact
    has_line = True  #: whether a line parts it from what is above

    def __init__(self, tell: Tell, answer: QWidget, parent: QWidget) -> None:
        super().__init__(parent)
        self._tell = tell
        self.asked: Asked | None = None
        self.tag = Tag("", parent=self)
        self.question = PlainLabel(max_lines=_MOST_LINES, parent=self)
        self.question.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self.answer = answer
        for widget in (self.tag, self.question, answer):
            self.add_widget(widget)
        theme_of(self).changed.connect(self._follow)

    def show_asked(self, asked: Asked, kind: str) -> None:
        """Shows a question and what was answered; ``kind`` is the word on its tag."""
        if self.tag.text() != kind:
            self.tag.setText(kind)
        if asked == self.asked:
            return
        self.forget()
        self.asked = asked
        if self.question.text() != asked.text:
            self.question.setText(asked.text)
        self.show_answer(asked)

    def show_answer(self, asked: Asked) -> None:
        """Shows what was answered, silently."""
        raise NotImplementedError

    def tell(self, *, text: str | None = None, choice: str | None = None) -> None:
        """Tells what a person answered."""
        asked = self.asked
        if asked is not None:
            self._tell(asked.id, asked.given if text is None else text, asked.choice if choice is None else choice)

    def composing(self) -> bool:
        """Whether an input method holds text here that is not decided yet."""
        return False

    def wanted_answer(self) -> int:
        """The least width that the answer takes beside the question, in logical pixels."""
        return wanted_size(self.answer).width()

    def least(self) -> QSize:
        """Narrow enough for the smallest window, with room for the widest answers under their question."""
        return QSize(theme_of(self).metrics.px(_NARROWEST), 0)

    def arrange(self, width: int, *, move: bool) -> int:
        """The height; with ``move`` tag, question and answer go to their places."""
        metrics = theme_of(self).metrics
        left = 0 if self.tag.isHidden() else metrics.px(_TAG) + _GAP
        asked = min(metrics.px(_QUESTION), (width - left) // 2)
        room = width - left - asked - _GAP
        is_beside = self.wanted_answer() <= room
        asked = asked if is_beside else width - left
        line = max(metrics.px(self.least_heights[metrics.compact]), height_at(self.question, asked) + 2 * _AIR)
        own = height_at(self.answer, room if is_beside else width - left)
        if is_beside:
            line = max(line, own + 2 * _AIR)
        if move:
            tag = wanted_size(self.tag)
            self.tag.setGeometry(0, (line - tag.height()) // 2, min(tag.width(), left - 2), tag.height())
            self.question.setGeometry(left, 0, asked, line if is_beside else line - _AIR)
            place = (left + asked + _GAP, (line - own) // 2, room) if is_beside else (left, line - _AIR, width - left)
            self.answer.setGeometry(place[0], place[1], self.answer_width(place[2]), own)
        return line if is_beside else line + own

    def answer_width(self, room: int) -> int:
        """How much of its room the answer takes."""
        return room

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 (Qt's signature)
        """Paints the line above the row."""
        if self.has_line:
            QPainter(self).fillRect(QRectF(0, 0, self.width(), 1), QColor(theme_of(self).tokens.line))


class OpenRow(AskedRow):
    """Answered in words."""

    def __init__(self, tell: Tell, parent: QWidget) -> None:
        self.line = LineField(room="row")
        self.line.setMaxLength(LONGEST_LINE)
        super().__init__(tell, self.line, parent)
        self.line.textEdited.connect(lambda text: self.tell(text=text))

    def show_answer(self, asked: Asked) -> None:
        """Shows the words; not over what is being composed."""
        self.line.setAccessibleName(asked.text)
        if self.line.text() != asked.given and not self.line.composing:
            self.line.setText(asked.given)
            self.line.setCursorPosition(0)

    def composing(self) -> bool:
        """Whether an input method holds text here that is not decided yet."""
        return self.line.composing

    def wanted_answer(self) -> int:
        """Room for a few words."""
        return theme_of(self).metrics.px(_LEAST_LINE)


class ClosedRow(AskedRow):
    """Answered by one of a few words; choosing the chosen one again takes it back, as do Backspace and Delete."""

    def __init__(self, tell: Tell, answers: tuple[tuple[str, str], ...], parent: QWidget) -> None:
        self._keys = tuple(key for key, _ in answers)
        self.choice: SegmentedControl[str] = SegmentedControl(list(answers), name="", size="row")
        super().__init__(tell, self.choice, parent)
        self.choice.chosen.connect(self._choose)
        for key in self._keys:
            self.choice.segment(key).installEventFilter(self)

    def show_answer(self, asked: Asked) -> None:
        """Shows the choice and its words."""
        self.choice.setAccessibleName(asked.text)
        self.choice.set_labels(dict(asked.answers))
        for key, word in asked.answers:
            self.choice.segment(key).setAccessibleDescription(asked.text)
            self.choice.segment(key).setAccessibleName(word)
        self._show_choice(asked.choice)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Takes the answer back."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and event.key() in _CLEARS:
            if self.asked is not None and self.asked.choice:
                self.tell(choice="")
            return True
        return super().eventFilter(watched, event)

    def answer_width(self, room: int) -> int:
        """No wider than its words."""
        return min(room, wanted_size(self.choice).width())

    def _choose(self, key: str) -> None:
        if self.asked is not None:
            self.tell(choice="" if key == self.asked.choice else key)
            self._show_choice(self.asked.choice)  # what was made of it, also where nothing was

    def _show_choice(self, choice: str) -> None:
        wanted = choice if choice in self._keys else ""
        if (self.choice.value() or "") != wanted:
            self.choice.set_value(wanted or None)


class NoticeRow(AskedRow):
    """Seen by the clerk and ticked without asking."""

    least_heights = _NOTICE_HEIGHTS
    has_line = False

    def __init__(self, tell: Tell, answers: tuple[tuple[str, str], ...], parent: QWidget) -> None:
        self.chips = ChipChoice([key for key, _ in answers])
        super().__init__(tell, self.chips, parent)
        self.chips.chosen.connect(self._choose)
        self.tag.hide()
        self.question.set_tone("ink2")

    def show_answer(self, asked: Asked) -> None:
        """Shows the choice and its words."""
        self.chips.setAccessibleName(asked.text)
        self.chips.set_labels(dict(asked.answers))
        for key, word in asked.answers:
            self.chips.chip(key).setAccessibleDescription(asked.text)
            self.chips.chip(key).setAccessibleName(word)
        self.chips.show_chosen(frozenset({asked.choice} if asked.choice else ()))

    def _choose(self, key: str) -> None:
        self.tell(choice=key)
        if self.asked is not None:
            self.show_answer(self.asked)

    def wanted_answer(self) -> int:
        """As wide as the widest chip: they wrap."""
        return self.chips.minimumSizeHint().width()
