"""Parts of a column with a title: open where there is room, folded behind the title where there is not."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QVBoxLayout, QWidget

from desktop.ui.theme.icons import paint_icon
from desktop.ui.theme.metrics import RADIUS_CONTROL
from desktop.ui.theme.painting import RIGHT, paint_edge, paint_text, text_width
from desktop.ui.theme.theme import theme_of

_CHEVRON = 16
_GAP = 6


class _Title(QAbstractButton):
    """The title of a part. Only a part that folds can be focused and bears a chevron."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._words, self._summary = "", ""
        self._folds = False
        self.setCheckable(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.set_folds(False)
        theme_of(self).changed.connect(self.updateGeometry)

    def set_words(self, words: str, summary: str) -> None:
        self._words, self._summary = words, summary
        self.setAccessibleName(words)
        self.setAccessibleDescription(summary)
        self.update()

    def set_folds(self, folds: bool) -> None:
        self._folds = folds
        self.setEnabled(folds)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus if folds else Qt.FocusPolicy.NoFocus)
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(120, max(24, theme_of(self).metrics.role("section").line + 4))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 (Qt's signature)
        theme, painter, rect = theme_of(self), QPainter(self), QRectF(self.rect())
        tokens = theme.tokens
        if self._folds and (self.hasFocus() or self.underMouse()):
            edge = tokens.accent if self.hasFocus() else ""
            paint_edge(painter, rect, edge, 2, RADIUS_CONTROL, tokens.hover if self.underMouse() else "")
        left = rect.left()
        if self._folds:
            size = theme.metrics.px(_CHEVRON)
            name = "chevron-down" if self.isChecked() else "chevron-right"
            paint_icon(painter, QRectF(left + 2, 0, size, rect.height()), name, tokens.ink3)
            left += size + 2 + _GAP
        font = theme.font("strong")
        paint_text(painter, QRectF(left, 0, rect.right() - left, rect.height()), self._words, font, tokens.ink)
        if self.isChecked():
            return  # what the summary says is seen below
        left += text_width(font, self._words) + 12
        box = QRectF(left, 0, rect.right() - 4 - left, rect.height())
        paint_text(painter, box, self._summary, theme.font("meta"), tokens.ink2, RIGHT)


class Fold(QWidget):
    """A title with a summary at right, and a body. ``set_folding`` makes the body fold away."""

    def __init__(self, *, folds: bool = False, is_open: bool = True, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._folds, self._wants_open = folds, is_open
        self.title = _Title(self)
        self.title.toggled.connect(self._on_toggled)
        self._inner = QWidget()
        self.body = QVBoxLayout(self._inner)
        self.body.setContentsMargins(0, 0, 0, 0)
        self.body.setSpacing(8)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(self.title)
        column.addWidget(self._inner)
        self.set_folding(folds)

    def set_words(self, title: str, summary: str = "") -> None:
        """Title, and what it comes to in a few words."""
        self.title.set_words(title, summary)

    def set_folding(self, folds: bool) -> None:
        """Whether the part folds; one that doesn't is always open."""
        self._folds = folds
        self.title.set_folds(folds)
        self._show()

    def set_open(self, is_open: bool) -> None:
        """Opens or folds the body."""
        self._wants_open = is_open
        self._show()

    @property
    def is_open(self) -> bool:
        """Whether the body is shown."""
        return self._wants_open or not self._folds

    def _on_toggled(self, is_open: bool) -> None:
        if self._folds:
            self._wants_open = is_open
            self._inner.setVisible(self.is_open)

    def _show(self) -> None:
        self.title.setChecked(self.is_open)
        self._inner.setVisible(self.is_open)
