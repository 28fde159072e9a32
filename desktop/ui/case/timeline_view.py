"""The list of the timeline: scrolls by pixels, shows long texts whole on demand, copies what is chosen."""

from PySide6.QtCore import QEvent, QModelIndex, QPoint, Qt, Signal
from PySide6.QtGui import (
    QAction,
    QContextMenuEvent,
    QGuiApplication,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QAbstractItemView, QFrame, QListView, QMenu, QWidget

from desktop.ui import formats
from desktop.ui.case.story_lines import StoryLine
from desktop.ui.case.timeline_delegate import TimelineDelegate
from desktop.ui.case.timeline_model import TimelineModel, TimelineRow
from desktop.ui.theme import icon, theme_of

_STEP = 40  #: logical pixels by which a turn of the wheel scrolls, times three


class TimelineView(QListView):
    """One row a line. ``copied`` follows a copy."""

    copied = Signal()

    def __init__(self, model: TimelineModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows = model
        self._laid_width = 0
        self.menu: QMenu | None = None  #: the menu made last
        self.setProperty("bare", True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setTabKeyNavigation(False)
        self.setMouseTracking(True)
        self.setResizeMode(QListView.ResizeMode.Fixed)
        self.verticalScrollBar().setSingleStep(_STEP)
        self.setModel(model)
        self.delegate = TimelineDelegate(self)
        self.setItemDelegate(self.delegate)
        theme_of(self).changed.connect(self.lay_anew)

    def lay_anew(self) -> None:
        """Fonts, words or the width are others now."""
        self.delegate.layout.forget()
        self.scheduleDelayedItemsLayout()

    def is_at_end(self) -> bool:
        """Whether the newest line is in sight."""
        bar = self.verticalScrollBar()
        return bar.value() >= bar.maximum() - _STEP

    def toggle(self, index: QModelIndex) -> None:
        """Shows a long text whole, or cut again."""
        row = self._rows.row_at(index)
        if row is None or not self.delegate.laid(row).link_lines:
            return
        self.delegate.whole ^= {row.line.key}
        self.delegate.sizeHintChanged.emit(index)
        self.scheduleDelayedItemsLayout()

    def copy(self) -> None:
        """Copies the chosen lines, whole; where none is chosen, the current one."""
        indexes = sorted(self.selectedIndexes(), key=lambda index: index.row()) or [self.currentIndex()]
        rows = [row for index in indexes if (row := self._rows.row_at(index)) is not None]
        if rows:
            QGuiApplication.clipboard().setText("\n\n".join(_as_text(row.line) for row in rows))
            self.copied.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Ctrl+C copies, Enter and Space show a long text whole."""
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copy()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space) and not event.modifiers():
            self.toggle(self.currentIndex())
        elif event.key() == Qt.Key.Key_Escape:
            event.ignore()  # it means something to the page
        elif event.text() and not event.modifiers():
            event.ignore()  # nobody looks for lines by their first letter
        else:
            super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A click on a link shows the text whole."""
        super().mouseReleaseEvent(event)
        if event.button() is Qt.MouseButton.LeftButton and self._is_link(event.position().toPoint()):
            self.toggle(self.indexAt(event.position().toPoint()))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """A hand over links."""
        super().mouseMoveEvent(event)
        is_link = self._is_link(event.position().toPoint())
        self.viewport().setCursor(Qt.CursorShape.PointingHandCursor if is_link else Qt.CursorShape.ArrowCursor)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Copy, and show all."""
        index = self.indexAt(event.pos()) if event.reason() is QContextMenuEvent.Reason.Mouse else self.currentIndex()
        if not index.isValid():
            return
        self.setCurrentIndex(index) if not self.selectionModel().isSelected(index) else None
        place = event.globalPos()
        if event.reason() is not QContextMenuEvent.Reason.Mouse:
            place = self.viewport().mapToGlobal(self.visualRect(index).topLeft() + QPoint(80, 24))
        self._make_menu(index).popup(place)
        event.accept()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width breaks other lines."""
        super().resizeEvent(event)
        if self.width() != self._laid_width:
            self._laid_width = self.width()
            self.scheduleDelayedItemsLayout()

    def changeEvent(self, event: QEvent) -> None:
        """Follows the language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.set_words()
        super().changeEvent(event)

    def set_words(self) -> None:
        """Says what the list says by itself."""
        self.setAccessibleName(self.tr("Timeline"))
        self.delegate.set_words(self.tr("Show all"), self.tr("Show less"))
        self.lay_anew()

    def _is_link(self, place: QPoint) -> bool:
        index = self.indexAt(place)
        row = self._rows.row_at(index)
        link = self.delegate.link_rect(row, self.visualRect(index)) if row is not None else None
        return link is not None and link.contains(place)

    def _make_menu(self, index: QModelIndex) -> QMenu:
        if self.menu is not None:
            self.menu.deleteLater()
        menu = self.menu = QMenu(self)
        tokens = theme_of(self).tokens
        copy: QAction = menu.addAction(self.tr("Copy") + "\tCtrl+C")
        copy.setIcon(icon("copy", 16, tokens.ink2))
        copy.triggered.connect(lambda _checked=False: self.copy())
        row = self._rows.row_at(index)
        laid = self.delegate.laid(row) if row is not None else None
        if laid is not None and laid.link_lines:
            words = self.tr("Show all") if laid.more else self.tr("Show less")
            menu.addAction(words).triggered.connect(lambda _checked=False: self.toggle(index))
        return menu


def _as_text(line: StoryLine) -> str:
    """A line as it is pasted elsewhere: day, time, what, who; then the whole text."""
    head = f"{line.at:%Y-%m-%d} {formats.clock_time(line.at)} {line.title}"
    return "\n".join(part for part in (f"{head} ({line.who})" if line.who else head, line.text) if part)


__all__ = ["TimelineRow", "TimelineView"]
