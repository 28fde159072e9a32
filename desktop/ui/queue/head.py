"""The top of the queue: how many there are and in which order, whose, narrowed to what; and the five chips."""

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QWidget

from desktop.domain.queueing import Chip
from desktop.ui.queue.cell_text import QueueText
from desktop.ui.queue.state import Phase, QueueState
from desktop.ui.theme import theme_of
from desktop.ui.widgets import Button, IconButton, PlainLabel, SegmentedControl, StatChip


class QueueHead(QWidget):
    """The title row. Signals carry what a person asked for."""

    mine_chosen = Signal(object)  #: bool
    filter_wanted = Signal()
    columns_wanted = Signal()
    order_wanted = Signal()  #: the queue's own order again
    print_wanted = Signal()

    def __init__(self, text: QueueText, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._text = text
        self._state: QueueState | None = None
        self.title = PlainLabel("", "title")
        self.count = PlainLabel("", "body", "ink2", elide=True)
        self.own_order = Button("", kind="link", size="small")
        self.whose = SegmentedControl([(False, ""), (True, "")], name="")
        self.filter = Button("", icon="sliders-horizontal")
        self.print = IconButton("printer", "", key="Ctrl+P")
        self.columns = IconButton("columns-3", "")
        self.whose.chosen.connect(self.mine_chosen)
        self.filter.clicked.connect(self.filter_wanted)
        self.print.clicked.connect(self.print_wanted)
        self.columns.clicked.connect(self.columns_wanted)
        self.own_order.clicked.connect(self.order_wanted)
        self._row = QHBoxLayout(self)
        self._row.setSpacing(12)
        self._row.addWidget(self.title)
        self._row.addWidget(self.count)
        self._row.addWidget(self.own_order)
        self._row.addStretch(1)
        self._row.addWidget(self.whose)
        self._row.addWidget(self.filter)
        self._row.addWidget(self.print)
        self._row.addWidget(self.columns)
        theme_of(self).changed.connect(self._restyle)
        self._restyle()
        self._set_words()

    def show_state(self, state: QueueState) -> None:
        """Shows how much there is and how it is looked at."""
        self._state = state
        self.whose.set_value(state.is_mine)
        self.own_order.setVisible(state.sort is not None)
        self.count.setText(f"{self._count(state)} · {self._order(state)}" if state.phase is Phase.READY else "")
        words = self.tr("Filter")
        self.filter.setText(f"{words} · {state.narrowed}" if state.narrowed else words)
        self.filter.set_kind("accent" if state.narrowed else "plain")

    def changeEvent(self, event: QEvent) -> None:
        """Follows the language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._set_words()
        super().changeEvent(event)

    def _count(self, state: QueueState) -> str:
        words = {
            Chip.OPEN: self.tr("{count} open"),
            Chip.UNACKNOWLEDGED: self.tr("{count} unacknowledged"),
            Chip.DUE_SOON: self.tr("{count} due within 1 h"),
            Chip.OVERDUE: self.tr("{count} overdue"),
            Chip.FOLLOW_UPS: self.tr("{count} follow-ups today"),
        }[state.chip]
        return words.format(count=state.total)

    def _order(self, state: QueueState) -> str:
        if state.sort is not None:
            return self.tr("sorted by {column}").format(column=self._text.header(state.sort.column).lower())
        return self.tr("the longest due first") if state.chip is Chip.FOLLOW_UPS else self.tr("most urgent first")

    def _set_words(self) -> None:
        self.title.setText(self.tr("Queue"))
        self.own_order.setText(self.tr("Most urgent first"))
        self.whose.setAccessibleName(self.tr("Whose cases"))
        self.whose.set_labels({False: self.tr("Everyone"), True: self.tr("Mine")})
        self.print.set_name(self.tr("Print list"))
        self.columns.set_name(self.tr("Columns and order"))
        if self._state is not None:
            self.show_state(self._state)

    def _restyle(self) -> None:
        """56 high, 50 in compact windows, controls included."""
        top, bottom = (10, 8) if theme_of(self).metrics.compact else (14, 10)
        self._row.setContentsMargins(0, top, 0, bottom)


class ChipRow(QWidget):
    """The five looks at the cases, each with its count. ``chosen`` carries the chip."""

    chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.chips = {
            Chip.OPEN: StatChip("", icon="inbox", key="1"),
            Chip.UNACKNOWLEDGED: StatChip("", icon="user", key="2"),
            Chip.DUE_SOON: StatChip("", icon="clock", tone="warn", key="3"),
            Chip.OVERDUE: StatChip("", icon="triangle-alert", tone="risk", key="4"),
            Chip.FOLLOW_UPS: StatChip("", icon="phone", key="5"),
        }
        self._group = QButtonGroup(self)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        for chip, button in self.chips.items():
            self._group.addButton(button)
            button.clicked.connect(lambda _checked=False, chip=chip: self.chosen.emit(chip))
            row.addWidget(button)  # no stretch: then Qt gives all the same width, and none less than its words need
        self._set_words()

    def show_state(self, state: QueueState) -> None:
        """Shows the counts, and which chip is chosen."""
        for chip, button in self.chips.items():
            button.set_number(state.count_of(chip))
        self.chips[state.chip].setChecked(True)

    def changeEvent(self, event: QEvent) -> None:
        """Follows the language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._set_words()
        super().changeEvent(event)

    def _set_words(self) -> None:
        self.chips[Chip.OPEN].set_label(self.tr("Open"))
        self.chips[Chip.UNACKNOWLEDGED].set_label(self.tr("Unacknowledged"))
        self.chips[Chip.DUE_SOON].set_label(self.tr("Due within 1 h"))
        self.chips[Chip.OVERDUE].set_label(self.tr("Overdue"))
        self.chips[Chip.FOLLOW_UPS].set_label(self.tr("Follow-ups today"))
