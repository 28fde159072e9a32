"""What the case screen is made of, put together: head, stage bar, open move, columns. No conditions."""

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QStackedLayout, QVBoxLayout, QWidget

from desktop.errors import UserError
from desktop.ui.case.card_set import CardSet
from desktop.ui.case.clash_panel import ClashPanel
from desktop.ui.case.columns import CaseColumns
from desktop.ui.case.header import CaseHeader
from desktop.ui.case.move_panel import MovePanel
from desktop.ui.case.stage_bar import StageBar
from desktop.ui.case.timeline import TimelineCard
from desktop.ui.theme import theme_of
from desktop.ui.widgets import EmptyState, LoadingRows, Panel, PlainLabel
from desktop.ui.widgets.tabbing import ReadingPage


class CasePage(ReadingPage):
    """The page of a case that could be read."""

    def __init__(
        self,
        header: CaseHeader,
        stages: StageBar,
        clash: ClashPanel,
        move: MovePanel,
        timeline: TimelineCard,
        cards: CardSet,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.head = Panel("surface", "bottom")
        self.needs = PlainLabel("", "meta", "ink2", elide=True)
        self.columns = CaseColumns(timeline)
        self._head = QVBoxLayout(self.head)
        for part in (header, stages, self.needs, clash):
            self._head.addWidget(part)
        self.needs.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.head)
        column.addWidget(move)
        column.addWidget(self.columns, 1)
        self.columns.set_cards(cards.middle, cards.right)
        theme_of(self).changed.connect(self._restyle)
        self._restyle()

    def show_needs(self, needs: str) -> None:
        """What the guard of the next move still misses."""
        self.needs.setText(needs)
        self.needs.setVisible(bool(needs))

    def _restyle(self) -> None:
        is_compact = theme_of(self).metrics.compact
        side = 16 if is_compact else 20
        self._head.setContentsMargins(side, 8 if is_compact else 12, side, 8 if is_compact else 12)
        self._head.setSpacing(8 if is_compact else 10)


class CaseStack(QWidget):
    """The page, or why there is none: loading, refused, failed. ``again`` and ``back`` are the ways on."""

    again = Signal()
    back = Signal()

    def __init__(self, page: CasePage, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._failure: UserError | None = None
        self._sentence = ""
        self.page, self.loading = page, LoadingRows()
        self.failed = EmptyState("triangle-alert", "")
        self._stack = QStackedLayout(self)
        self._stack.setContentsMargins(0, 0, 0, 0)
        self._nothing = QWidget()
        for part in (self._nothing, page, self.loading, self.failed):
            self._stack.addWidget(part)
        self.failed.acted.connect(self._on_acted)

    def show_nothing(self) -> None:
        """No case is open."""
        self.loading.stop()
        self._stack.setCurrentWidget(self._nothing)

    def show_loading(self) -> None:
        """The case is on its way."""
        self._stack.setCurrentWidget(self.loading)
        self.loading.start()

    def show_page(self) -> None:
        """The case is there."""
        self.loading.stop()
        self._stack.setCurrentWidget(self.page)

    def show_failure(self, failure: UserError, sentence: str) -> None:
        """The case can't be shown: what happened, what is safe, what to do."""
        self.loading.stop()
        self._failure, self._sentence = failure, sentence
        self._say()
        self._stack.setCurrentWidget(self.failed)

    def changeEvent(self, event: QEvent) -> None:
        """Follows the language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._say()
        super().changeEvent(event)

    def _on_acted(self) -> None:
        (self.back if self._is_final() else self.again).emit()

    def _is_final(self) -> bool:
        """Whether trying again would change nothing."""
        return self._failure is not None and self._failure.code in ("restricted", "restricted_case", "no_such_case")

    def _say(self) -> None:
        if self._failure is None:
            return
        if self._failure.code == "no_such_case":
            self.failed.icon.set_icon("search", "ink3")
            self.failed.set_texts(self.tr("There is no such case"), self._sentence, self.tr("Back"))
        elif self._is_final():
            self.failed.icon.set_icon("lock", "ink3")
            self.failed.set_texts(self.tr("This case is restricted"), self._sentence, self.tr("Back"))
        else:
            self.failed.icon.set_icon("triangle-alert", "p1")
            self.failed.set_texts(self.tr("Couldn’t read the case"), self._sentence, self.tr("Try again"))
