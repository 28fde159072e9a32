"""The duty manager has to hear of it now: why, one button that notes it was done, and when it was (domain.md 1, 28)."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.domain.kinds import Band, Flag
from desktop.domain.priority import Rating, floor_of
from desktop.guides.kinds import Effect
from desktop.ui.intake.naming import named
from desktop.ui.intake.parts import Change, say
from desktop.ui.intake.state import IntakeState
from desktop.ui.theme.painting import elided
from desktop.ui.theme.theme import theme_of
from desktop.ui.widgets import Button, Icon, PlainLabel, announce
from desktop.words import Words, plain


@dataclass(frozen=True, slots=True)
class _Shown:
    """Grave flags that are set, those of them nobody heard of yet, whether the guide calls for the manager, the
    manager's name, and who was told at what times of day.
    """

    flags: tuple[Flag, ...] = ()
    untold: tuple[Flag, ...] = ()
    is_called: bool = False
    manager: str = ""
    told: tuple[str, str] | None = None

    @property
    def asks(self) -> bool:
        """Whether the manager is to be told now."""
        return self.told is None or bool(self.untold)


_LONGEST_NAME = 96  #: logical pixels of a name on the button; what is spoken has all of it
_LINES_BESIDE = 2  #: of the sentence; where it would take more, the button stands under it
_SIDES = (16, 14)  #: in line with the parts below, roomy and compact


def _is_grave(flag: Flag) -> bool:
    floor = floor_of(Rating(flags=frozenset({flag})))
    return floor is not None and floor[0] is Band.P1


GRAVE = tuple(flag for flag in Flag if _is_grave(flag))  #: flags that make a complaint P1 whatever its points


class ToldPart(QWidget):
    """Shown for a grave flag, more quietly where the guide calls for the manager, and as long as one was told.

    ``tell_manager`` notes who is told and when; ``change`` takes it back.
    """

    def __init__(self, tell_manager: Callable[[], None], change: Change, words: Words, parent: QWidget) -> None:
        super().__init__(parent)
        self._tell, self._change, self._words = tell_manager, change, words
        self._shown = _Shown()
        self.icon = Icon("triangle-alert", "p1", 18)
        self.title = PlainLabel("", "strong", "p1")
        self.said = PlainLabel("", "body", wrap=True)
        self.button = Button(kind="danger", icon="phone", size="row")
        self.button.clicked.connect(self._on_tell)
        self.undo = Button(kind="link", size="small")
        self.undo.clicked.connect(self._on_undo)
        self._row = QHBoxLayout(self)
        self._row.setSpacing(10)
        self._row.addWidget(self.icon, 0, Qt.AlignmentFlag.AlignTop)
        self._column = QVBoxLayout()
        self._column.setSpacing(6)
        sentences = QVBoxLayout()
        sentences.setSpacing(0)
        sentences.addWidget(self.title)
        sentences.addWidget(self.said)
        self._column.addLayout(sentences)
        self._row.addLayout(self._column, 1)
        self._row.addWidget(self.button, 0, Qt.AlignmentFlag.AlignVCenter)
        self._row.addWidget(self.undo, 0, Qt.AlignmentFlag.AlignVCenter)
        theme_of(self).changed.connect(self._measure)
        self._measure()
        self.hide()

    def set_words_source(self, words: Words) -> None:
        """The words of another language."""
        self._words = words
        self._show()

    def changeEvent(self, event: QEvent) -> None:
        """Follows the language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._show()
        super().changeEvent(event)

    def paint(self, state: IntakeState) -> None:
        """Shows a state; a new risk, and that somebody was told, is announced once."""
        shown = _shown_of(state)
        if shown == self._shown:
            return
        before, self._shown = self._shown, shown
        had_focus = self.button.hasFocus() or self.undo.hasFocus()
        self._show()
        is_worse = len(shown.untold) > len(before.untold)
        is_worse |= shown.is_called and not before.is_called and not shown.flags
        if not self.isHidden() and (is_worse or shown.told != before.told):
            announce(self, f"{self.title.text()}. {self.said.text()}")
        if had_focus:  # the one that was pressed made way for the other
            following = self.button if self.undo.isHidden() else self.undo
            following.setFocus(Qt.FocusReason.OtherFocusReason)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width: the button may stand elsewhere."""
        super().resizeEvent(event)
        self._place_button()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 (Qt's signature)
        """Paints the ground: risk, or the quieter warning."""
        tokens = theme_of(self).tokens
        painter = QPainter(self)
        painter.fillRect(QRectF(self.rect()), QColor(tokens.p1_tint if self._shown.flags else tokens.p2_tint))

    def _show(self) -> None:
        shown, flags = self._shown, self._shown.flags
        self.icon.set_icon("triangle-alert", "p1" if flags else "p2")
        tone, kind = ("p1", "danger") if flags else ("p2", "plain")
        if self.title.tone != tone:
            self.title.set_tone("p1" if flags else "p2")
        if self.button.kind != kind:
            self.button.set_kind("danger" if flags else "plain")
        say(self.title, self.tr("Safety risk") if flags else self.tr("Duty manager"))
        say(self.said, self._sentence(shown))
        self._name_button(plain(shown.manager))
        say(self.undo, self.tr("Undo"))
        self.undo.setAccessibleName(self.tr("Undo: the duty manager was not told"))
        self._place_button()
        self.button.setVisible(shown.asks)
        self.undo.setVisible(not shown.asks)
        self.setVisible(bool(flags) or shown.is_called or shown.told is not None)

    def _place_button(self) -> None:
        """Beside the words where that leaves them room, else under them."""
        sides = self._row.contentsMargins()
        taken = sides.left() + self.icon.sizeHint().width() + self.button.sizeHint().width() + sides.right()
        left = max(1, self.width() - taken - 2 * self._row.spacing())
        fits = self.said.heightForWidth(left) <= _LINES_BESIDE * theme_of(self).metrics.role("body").line
        if fits is (self._row.indexOf(self.button) < 0):
            self._row.removeWidget(self.button)
            self._column.removeWidget(self.button)
            if fits:
                self._row.insertWidget(2, self.button, 0, Qt.AlignmentFlag.AlignVCenter)
            else:
                self._column.addWidget(self.button, 0, Qt.AlignmentFlag.AlignLeft)

    def _measure(self) -> None:
        sides = _SIDES[theme_of(self).metrics.compact]
        self._row.setContentsMargins(sides, 10, sides, 10)
        self._place_button()

    def _name_button(self, manager: str) -> None:
        theme = theme_of(self)
        short = elided(theme.font("guest"), manager, theme.metrics.px(_LONGEST_NAME))
        tell, nobody = self.tr("Tell {manager}"), self.tr("Tell the duty manager")
        say(self.button, named(tell, short) if manager else nobody)
        self.button.setAccessibleName(named(tell, manager) if manager else nobody)
        self.button.setAccessibleDescription(self.tr("Notes who is told, and the time"))

    def _sentence(self, shown: _Shown) -> str:
        flags = shown.untold if shown.asks else shown.flags
        risks = self._words.joined(self._words.term("flag", flag.value) for flag in flags)
        if shown.told is not None and not shown.asks:
            who, clock = plain(shown.told[0]), plain(self._words.joined(shown.told[1].split()))
            by_name, nobody = self.tr("Told {manager} at {time}."), self.tr("Told the duty manager at {time}.")
            said = named(by_name.replace("{time}", clock), who) if who else nobody.replace("{time}", clock)
            return self.tr("{risks}. {told}").format(risks=risks, told=said) if risks else said
        if flags:
            return self.tr("{risks}. Tell the duty manager now.").format(risks=risks)
        return self.tr("Safety first: have a colleague beside you, and tell the manager now.")

    def _on_tell(self) -> None:
        if self._shown.asks:
            self._tell()

    def _on_undo(self) -> None:
        """Takes the last telling back; one before it stays on record."""
        told = self._shown.told
        if told is not None:
            before = told[1].rpartition(" ")[0]
            self._change(told=told[0] if before else "", told_clock=before, told_of=frozenset())


def _shown_of(state: IntakeState) -> _Shown:
    form = state.form
    flags = tuple(flag for flag in GRAVE if flag in form.flags) if state.priority.band is Band.P1 else ()
    told = (form.told, form.told_clock) if form.told or form.told_clock else None
    is_called = state.talk is not None and Effect.CALL_MANAGER in state.talk.card.effects
    untold = tuple(flag for flag in flags if told is None or flag not in form.told_of)
    return _Shown(flags, untold, is_called, state.manager, told)
