"""The newest early warning across the page: its cases, the next of several, and putting it away with a reason."""

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from desktop.domain.figures.report_shapes import EarlyWarning
from desktop.ui.insights.state import InsightsState
from desktop.ui.insights.text import InsightsText
from desktop.ui.theme import theme_of
from desktop.ui.widgets import Banner, Button, FieldRow, LineField, PlainLabel, holds_focus

LONGEST_REASON = 200  #: characters, as the service takes them
_FIELD_WIDTH = 260


class WarningBar(Banner):
    """Hidden while no warning stands. ``dismiss_wanted`` carries the reason as it was typed."""

    cases_wanted = Signal()
    next_wanted = Signal()
    reason_wanted = Signal()
    reason_left = Signal()
    dismiss_wanted = Signal(str)

    def __init__(self, text: InsightsText, parent: QWidget | None = None) -> None:
        super().__init__("warn", parent)
        self._text = text
        self._state: InsightsState | None = None
        self._shown: EarlyWarning | None = None
        self.place = PlainLabel("", "meta", "ink2")
        self.next = Button("", kind="ghost", trailing_icon="chevron-right")
        self.cases = Button("", kind="ghost")
        self.not_now = Button("", kind="ghost")
        self.reason = LineField()
        self.reason.setMaxLength(LONGEST_REASON)
        self.reason_row = FieldRow("", self.reason, above=True)
        self.put_away, self.leave = Button("", kind="plain"), Button("", kind="ghost")
        self._build()
        self.next.clicked.connect(self.next_wanted)
        self.cases.clicked.connect(self.cases_wanted)
        self.not_now.clicked.connect(self.reason_wanted)
        self.leave.clicked.connect(self.reason_left)
        self.put_away.clicked.connect(self._on_put_away)
        self.reason.returnPressed.connect(self._on_put_away)
        theme_of(self).changed.connect(self._restyle)
        self._restyle()
        self.retranslate()
        self.hide()

    def show_state(self, state: InsightsState) -> None:
        """Shows the warning, or hides."""
        before, self._state = self._state, state
        warning = state.warning
        if warning is None:
            self._shown = None
            self.hide()
            return
        if warning != self._shown:
            self._shown = warning
            self.reason.clear()
            self._say(warning)
        several = len(state.warnings) > 1
        self.place.setText(
            self.tr("{place} of {count}").format(place=state.place + 1, count=len(state.warnings)) if several else ""
        )
        had_focus = holds_focus(self)
        asks = state.asks_reason
        self._asking.setVisible(asks)
        for widget, is_shown in (
            (self.place, several and not asks),
            (self.next, several and not asks),
            (self.cases, not asks and bool(warning.cases)),
            (self.not_now, state.can_dismiss and not asks),
        ):
            widget.setVisible(is_shown)
        self.put_away.setEnabled(not state.is_dismissing)
        self.reason_row.set_error(self._text.words.error(state.refusal) if state.refusal else "")
        if asks and (before is None or not before.asks_reason or state.refusal is not None):
            self.reason.setFocus()
        elif had_focus and not asks and before is not None and before.asks_reason:
            self.not_now.setFocus()

    def retranslate(self) -> None:
        """The words have changed."""
        self.next.setText(self.tr("Next"))
        self.not_now.setText(self.tr("Not now"))
        self.reason_row.set_label(self.tr("Why not now?"))
        self.reason.setPlaceholderText(self.tr("A known cause, say"))
        self.put_away.setText(self.tr("Put away"))
        self.leave.setText(self.tr("Cancel"))
        if self._shown is not None and self._state is not None:
            self._say(self._shown)
            self.show_state(self._state)

    def changeEvent(self, event: QEvent) -> None:
        """Follows the language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc leaves the reason, and the warning standing."""
        if event.key() == Qt.Key.Key_Escape and self._asking.isVisible():
            self.reason_left.emit()
        else:
            super().keyPressEvent(event)

    def _say(self, warning: EarlyWarning) -> None:
        self.show_message(*self._text.warning(warning))
        count = len(warning.cases)
        self.cases.setText(self.tr("See %n case(s)", "", count))

    def _on_put_away(self) -> None:
        if not self.reason.composing:
            self.dismiss_wanted.emit(self.reason.text())

    def _build(self) -> None:
        layout = self.layout()
        assert isinstance(layout, QHBoxLayout)
        layout.insertWidget(layout.count() - 1, self.place)
        for button in (self.next, self.cases, self.not_now):
            self.add_button(button)
        self._asking = QWidget()
        row = QHBoxLayout(self._asking)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self.reason_row)
        for button in (self.put_away, self.leave):
            row.addWidget(button, 0, Qt.AlignmentFlag.AlignBottom)
        layout.addWidget(self._asking)
        self._asking.hide()

    def _restyle(self) -> None:
        self.reason.setFixedWidth(theme_of(self).metrics.px(_FIELD_WIDTH))
