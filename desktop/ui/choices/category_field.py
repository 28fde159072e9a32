"""The category: type a word in either language and choose, or open the list with its recent ones on top."""

from PySide6.QtCore import QModelIndex, QRectF, Qt, Signal
from PySide6.QtGui import QAction, QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QStandardItemModel
from PySide6.QtWidgets import QCompleter, QLineEdit, QListView, QStyle, QStyleOptionFrame

from desktop.domain.kinds import Language
from desktop.domain.taxonomy import Category, Taxonomy
from desktop.ui.choices.categories import find_categories
from desktop.ui.choices.form_line import FormLine
from desktop.ui.choices.popup_rows import popup_row
from desktop.ui.theme.icons import icon
from desktop.ui.theme.painting import paint_text, text_width
from desktop.ui.theme.theme import theme_of

_CODE = Qt.ItemDataRole.UserRole
_ROWS_SHOWN = 12
_ICON = 16
_GAP = 6  #: between the name and the arrow
_INDENT = 2  #: of the words in any line edit of Qt


class CategoryField(FormLine):
    """``chosen`` carries the code when a person chose a category, empty when they emptied the field."""

    chosen = Signal(str)

    def __init__(self, taxonomy: Taxonomy, language: Language) -> None:
        self._taxonomy, self._language = taxonomy, language
        self._recent: tuple[str, ...] = ()
        self._code: str | None = None
        super().__init__()
        self._rows = QStandardItemModel(self)
        self._list = QCompleter(self._rows, self)
        self._popup = QListView()
        self._list.setPopup(self._popup)
        self._list.setWidget(self)
        self._list.setCompletionMode(QCompleter.CompletionMode.UnfilteredPopupCompletion)
        self._list.setMaxVisibleItems(_ROWS_SHOWN)
        self._list.activated[QModelIndex].connect(self._take_row)  # type: ignore[index]  # the stubs know no overloads
        self._arrow = QAction(self)
        self._arrow.triggered.connect(self._open_all)
        self.addAction(self._arrow, QLineEdit.ActionPosition.TrailingPosition)
        self.textEdited.connect(self._search)
        self.editingFinished.connect(self._settle)
        theme_of(self).changed.connect(self._draw_arrow)
        self._draw_arrow()

    def set_sources(self, taxonomy: Taxonomy, language: Language) -> None:
        """Other categories, or the same in another language."""
        self._taxonomy, self._language = taxonomy, language
        if not self.isModified():
            self.set_line(self._label())

    def set_open_words(self, words: str) -> None:
        """What the arrow is called."""
        self._arrow.setText(words)
        self._arrow.setToolTip(words)

    def show_category(self, code: str | None, recent: tuple[str, ...]) -> None:
        """Shows another category, silently."""
        self._recent = recent
        if code != self._code:
            self._code = code
            self.set_line(self._label())

    def rows(self) -> list[str]:
        """The codes that are offered now."""
        return [self._rows.item(row).data(_CODE) for row in range(self._rows.rowCount())]

    def is_open(self) -> bool:
        """Whether the list is shown."""
        return self._popup.isVisible()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A click into the field shows what there is to choose."""
        super().mousePressEvent(event)
        if event.button() is Qt.MouseButton.LeftButton and not self.composing:
            self._open_all()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Down opens the list; Enter takes the best match."""
        if event.key() == Qt.Key.Key_Down and not self.is_open():
            self._open_all()
            return
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers() and self.isModified():
            self._take_row(self._rows.index(0, 0))
            return
        super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Marks what stands there, so that typing replaces it."""
        super().focusInEvent(event)
        if event.reason() in (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason):
            self.selectAll()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Ends a name that is too long for the field in …; while somebody types, Qt shows the part at the cursor."""
        option = QStyleOptionFrame()
        self.initStyleOption(option)
        within = self.style().subElementRect(QStyle.SubElement.SE_LineEditContents, option, self)
        room = QRectF(within).adjusted(_INDENT, 0, -_INDENT - _ICON - _GAP, 0)
        font = self.font()
        if self.hasFocus() or text_width(font, self.text()) <= room.width():
            super().paintEvent(event)
            return
        painter = QPainter(self)
        self.style().drawPrimitive(QStyle.PrimitiveElement.PE_PanelLineEdit, option, painter, self)
        paint_text(painter, room, self.text(), font, theme_of(self).tokens.ink)

    def _search(self, words: str) -> None:
        if not words.strip():
            self._popup.hide()
            self._choose(None)
            return
        self._show_rows(find_categories(self._taxonomy, words), 0)

    def _open_all(self) -> None:
        pinned = len([code for code in self._recent if self._taxonomy.get(code)])
        self._show_rows(find_categories(self._taxonomy, "", self._recent), pinned)

    def _show_rows(self, found: tuple[Category, ...], pinned: int) -> None:
        theme = theme_of(self)
        self._rows.clear()
        for place, category in enumerate(found):
            item = popup_row(self, self._taxonomy.label(category.code, self._language))
            item.setData(category.code, _CODE)
            if place < pinned:
                item.setIcon(icon("history", _ICON, theme.tokens.ink3))
            elif category.parent is None:
                item.setFont(theme.font("strong"))
            self._rows.appendRow(item)
        if found:
            self._list.complete()
        else:
            self._popup.hide()

    def _take_row(self, row: QModelIndex) -> None:
        code = row.data(_CODE)
        if isinstance(code, str):
            self._popup.hide()
            self._choose(code)

    def _choose(self, code: str | None) -> None:
        changed = code != self._code
        self._code = code
        self.setText(self._label())
        self.setModified(False)
        if changed:
            self.chosen.emit(code or "")

    def _settle(self) -> None:
        """Words that chose nothing make way for what is chosen."""
        if not self.is_open() and self.isModified():
            self.setText(self._label())
            self.setModified(False)

    def _label(self) -> str:
        return self._taxonomy.label(self._code, self._language) if self._code else ""

    def _draw_arrow(self) -> None:
        self._arrow.setIcon(icon("chevron-down", _ICON, theme_of(self).tokens.ink3))
