"""One attachment in the list: a small picture, its name, and what can be done with it."""

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QImage, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.ui.theme import paint_icon, theme_of
from desktop.ui.widgets import IconButton, PlainLabel, Separator

_SIDE = 40  # logical pixels of the small picture


class Thumbnail(QWidget):
    """A small picture, or the icon of its kind. Enter, Space and a click open it (``asked``)."""

    asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._picture: QPixmap | None = None
        self._icon = "file-text"
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def show_picture(self, image: QImage | None, icon: str) -> None:
        """Shows a picture, else the icon."""
        self._picture = None if image is None else QPixmap.fromImage(image)
        self._icon = icon
        self.update()

    def sizeHint(self) -> QSize:
        """A square that grows with the text."""
        side = theme_of(self).metrics.px(_SIDE)
        return QSize(side, side)

    def minimumSizeHint(self) -> QSize:
        """Never smaller."""
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paints the picture within its edge; two pixels of accent when it has the focus."""
        theme = theme_of(self)
        painter = QPainter(self)
        inside = QRectF(self.rect()).adjusted(2, 2, -2, -2)
        painter.fillRect(inside, theme.tokens.sunken)
        if self._picture is not None:
            size = self._picture.size().scaled(inside.size().toSize(), Qt.AspectRatioMode.KeepAspectRatio)
            place = QRectF(0, 0, size.width(), size.height())
            place.moveCenter(inside.center())
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            painter.drawPixmap(place, self._picture, QRectF(self._picture.rect()))
        else:
            icon = QRectF(0, 0, 18, 18)
            icon.moveCenter(inside.center())
            paint_icon(painter, icon, self._icon, theme.tokens.ink2)
        if self.hasFocus():
            painter.setPen(theme.tokens.accent)
            painter.drawRect(self.rect().adjusted(0, 0, -1, -1))
            painter.drawRect(self.rect().adjusted(1, 1, -2, -2))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A click opens it."""
        if event.button() == Qt.MouseButton.LeftButton and self.rect().contains(event.position().toPoint()):
            self.asked.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter and Space open it."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self.asked.emit()
            return
        super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Shows the edge."""
        self.update()
        super().focusInEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Takes it away."""
        self.update()
        super().focusOutEvent(event)


class AttachmentLine(QWidget):
    """A row of the card."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.picture = Thumbnail()
        self.name = PlainLabel("", elide=True)
        self.told = PlainLabel("", "meta", "ink3", elide=True)
        self.save = IconButton("download", "", kind="ghost", size="row")
        self.remove = IconButton("trash-2", "", kind="ghost", size="row")
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(self.name)
        words.addWidget(self.told)
        line = QHBoxLayout()
        line.setContentsMargins(14, 6, 10, 6)
        line.setSpacing(10)
        line.addWidget(self.picture)
        line.addLayout(words, 1)
        line.addWidget(self.save)
        line.addWidget(self.remove)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(Separator())
        column.addLayout(line)
