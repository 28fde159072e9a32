"""A safety risk pins first at right: what must be said to someone now (design.md 7)."""

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.domain.kinds import Band, Flag
from desktop.domain.priority import Rating, floor_of
from desktop.ui.intake.state import IntakeState
from desktop.ui.widgets import Icon, Panel, PlainLabel, announce
from desktop.words import Words


def _is_grave(flag: Flag) -> bool:
    floor = floor_of(Rating(flags=frozenset({flag})))
    return floor is not None and floor[0] is Band.P1


GRAVE = tuple(flag for flag in Flag if _is_grave(flag))  #: flags that make a complaint P1 whatever its points


class RiskPart(Panel):
    """Names the grave flags that are set, and what to do. Nothing is shown where there are none."""

    def __init__(self, words: Words, parent: QWidget) -> None:
        super().__init__("risk", parent=parent)
        self._words = words
        self._flags: tuple[Flag, ...] = ()
        self.title = PlainLabel("", "strong", "p1")
        self.said = PlainLabel("", "body", wrap=True)
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 10, 12, 10)
        row.setSpacing(10)
        row.addWidget(Icon("triangle-alert", "p1", 18), 0, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout()
        column.setSpacing(0)
        column.addWidget(self.title)
        column.addWidget(self.said)
        row.addLayout(column, 1)
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
        """Shows a state; a new risk is announced."""
        flags = tuple(flag for flag in GRAVE if flag in state.form.flags) if state.priority.band is Band.P1 else ()
        if flags == self._flags:
            return
        is_new = len(flags) > len(self._flags)
        self._flags = flags
        self._show()
        if is_new:
            announce(self, f"{self.title.text()}. {self.said.text()}")

    def _show(self) -> None:
        self.title.setText(self.tr("Safety risk"))
        risks = self._words.joined(self._words.term("flag", flag.value) for flag in self._flags)
        self.said.setText(self.tr("{risks}. Tell the duty manager now.").format(risks=risks))
        self.setVisible(bool(self._flags))
