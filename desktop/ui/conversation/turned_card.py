"""The card turned to a guest who speaks another language: both languages side by side, nothing else of the case."""

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFont, QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from desktop.domain.kinds import Language
from desktop.guides.card import Asked, Turned
from desktop.ui.conversation.say_label import SayLabel, spoken_font
from desktop.ui.theme import paint_icon, theme_of
from desktop.ui.theme.metrics import RADIUS_CARD, Role
from desktop.ui.theme.painting import CENTRE, LEFT, paint_edge, paint_text, text_width
from desktop.ui.widgets import Button, FlowRow, Panel, Separator, scrolling
from desktop.ui.widgets.tabbing import order_tabs

_PADDING, _ANSWER_HEIGHT, _ANSWER_PADDING, _TICK = 32, 52, 20, 20
_BIG: tuple[Role, Role] = ("score", "say")  #: the largest that fits


class _AnswerButton(QAbstractButton):
    """A quick answer as large as a finger; chosen it bears a tick."""

    def __init__(self, word: str, language: Language, parent: QWidget) -> None:
        super().__init__(parent)
        self._word, self._language = word, language
        self.setText(word.replace("&", "&&"))
        self.setCheckable(True)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """Room for the tick is kept, so that nothing moves."""
        theme = theme_of(self)
        width = text_width(self._font(), self._word) + theme.metrics.px(_TICK) + 8 + 2 * _ANSWER_PADDING
        return QSize(round(width + 1), theme.metrics.px(_ANSWER_HEIGHT))

    def minimumSizeHint(self) -> QSize:
        """Long answers are cut before they leave the page."""
        return QSize(min(self.sizeHint().width(), 120), self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 (Qt's signature)
        """Paints box, tick and word."""
        theme, painter, rect = theme_of(self), QPainter(self), QRectF(self.rect())
        tokens, chosen = theme.tokens, self.isChecked()
        fill = tokens.tint if chosen else tokens.hover if self.underMouse() else tokens.surface
        strong = chosen or self.hasFocus()
        paint_edge(painter, rect, tokens.accent if strong else tokens.ctl, 2 if strong else 1, RADIUS_CARD, fill)
        if self.hasFocus() and chosen:
            paint_edge(painter, rect, tokens.ink, 2, RADIUS_CARD)
        side = theme.metrics.px(_TICK)
        if chosen:
            paint_icon(painter, QRectF(_ANSWER_PADDING - 4, 0, side, rect.height()), "check", tokens.accent)
        left = _ANSWER_PADDING + side + 4 if chosen else 8
        box = QRectF(left, 0, rect.width() - left - 8, rect.height())
        place = LEFT if chosen else CENTRE
        paint_text(painter, box, self._word, self._font(), tokens.accent if chosen else tokens.ink, place)

    def _font(self) -> QFont:
        return spoken_font(theme_of(self).font("title"), self._language)


class _Question(QWidget):
    """A question with its answers as large buttons; one without is only shown: the clerk writes what is said."""

    def __init__(self, asked: Asked, language: Language, card: "TurnedCard", parent: QWidget) -> None:
        super().__init__(parent)
        self.asked = asked
        self.text = SayLabel("title", language)
        self.text.show_sentence(asked.text)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        column.addWidget(self.text)
        self.buttons: dict[str, _AnswerButton] = {}
        answers = FlowRow(gap=10)
        for key, word in asked.answers:
            button = _AnswerButton(word, language, answers)
            button.setAccessibleDescription(asked.text)
            button.clicked.connect(lambda checked, key=key: card.tell(self.asked, key if checked else ""))
            self.buttons[key] = button
            answers.add_widget(button)
        column.addWidget(answers)
        answers.setVisible(bool(asked.answers))

    def show_choice(self, choice: str) -> None:
        """Shows what was chosen, in this language or the other."""
        for key, button in self.buttons.items():
            button.setChecked(key == choice)


class _Side(QWidget):
    """One language."""

    def __init__(self, language: Language, card: "TurnedCard") -> None:
        super().__init__()
        self._language, self._card = language, card
        self.say = SayLabel("score", language)
        self.questions: list[_Question] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(_PADDING, 8, _PADDING, 24)
        self._column.setSpacing(24)
        self._column.addWidget(self.say)
        self._column.addStretch(1)

    def show_words(self, sentence: str, questions: tuple[Asked, ...]) -> None:
        """Shows the sentence and its questions."""
        self.say.show_sentence(sentence)
        if [_shape(one.asked) for one in self.questions] != [_shape(asked) for asked in questions]:
            for old in self.questions:
                self._column.removeWidget(old)
                old.hide()
                old.deleteLater()
            self.questions = [_Question(asked, self._language, self._card, self) for asked in questions]
            for place, question in enumerate(self.questions, 1):
                self._column.insertWidget(place, question)
        for question, asked in zip(self.questions, questions, strict=True):
            question.asked = asked
            question.show_choice(asked.choice)


class TurnedCard(Panel):
    """A whole page for the guest. ``answered`` carries question, text as it was, and the choice; Esc closes."""

    answered = Signal(str, str, str)
    closed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("surface", parent=parent)
        self._turned: Turned | None = None
        self.close_button = Button("–", icon="x", key="Esc", size="footer")
        self.close_button.clicked.connect(self.closed)
        self.english, self.chinese = _Side(Language.EN, self), _Side(Language.ZH, self)
        page = QWidget()
        sides = QHBoxLayout(page)
        sides.setContentsMargins(0, 0, 0, 0)
        sides.setSpacing(0)
        sides.addWidget(self.english, 1)
        sides.addWidget(Separator(upright=True))
        sides.addWidget(self.chinese, 1)
        self._area = scrolling(page)
        head = QHBoxLayout()
        head.setContentsMargins(16, 16, 16, 8)
        head.addStretch(1)
        head.addWidget(self.close_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(self._area, 1)
        theme_of(self).changed.connect(self._fit)
        self._set_words()

    def paint(self, turned: Turned) -> None:
        """Shows a card."""
        if turned == self._turned:
            return
        self._turned = turned
        self.english.show_words(turned.en, turned.questions_en)
        self.chinese.show_words(turned.zh, turned.questions_zh)
        self._fit()
        order_tabs(self)

    def focus_first(self) -> None:
        """The first answer; where nothing is asked, the way back."""
        buttons = [button for question in self.english.questions for button in question.buttons.values()]
        goal: QWidget = buttons[0] if buttons else self.close_button
        goal.setFocus(Qt.FocusReason.OtherFocusReason)

    def tell(self, asked: Asked, choice: str) -> None:
        """Tells what the guest chose; what was made of it is shown, also where nothing was."""
        self.answered.emit(asked.id, asked.given, choice)
        for side in (self.english, self.chinese):
            for question in side.questions:
                question.show_choice(question.asked.choice)

    def changeEvent(self, event: QEvent) -> None:
        """Follows the language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._set_words()
        super().changeEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Speaks as large as fits."""
        super().resizeEvent(event)
        self._fit()

    def event(self, event: QEvent) -> bool:
        """Keeps Esc from the page behind: here it turns the card back."""
        if isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Escape:
            if event.type() == QEvent.Type.ShortcutOverride:
                event.accept()
                return True
            if event.type() == QEvent.Type.KeyPress:
                self.closed.emit()
                return True
        return super().event(event)

    def _fit(self) -> None:
        """Both languages in one size: the largest in which neither takes more than half of the height."""
        room = max(1, self.width() // 2 - 2 * _PADDING)
        sides = (self.english.say, self.chinese.say)
        is_large = all(say.height_at(room, _BIG[0]) <= self.height() * 0.5 for say in sides)
        for say in sides:
            say.set_role(_BIG[0] if is_large else _BIG[1])

    def _set_words(self) -> None:
        self.close_button.setText(self.tr("Close"))
        self.setAccessibleName(self.tr("Card for the guest"))


def _shape(asked: Asked) -> tuple[object, ...]:
    """What a question looks like, but for what was answered."""
    return asked.id, asked.text, asked.answers
