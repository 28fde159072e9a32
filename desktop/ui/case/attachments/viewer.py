"""A look at one attachment over the page: a picture fitted to the window, or a text. Nothing is ever run."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QImage, QPainter, QPaintEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from desktop.ui.widgets import Button, PlainLabel, TextArea
from desktop.words import plain

_SIZE = QSize(860, 600)
_LONGEST_TEXT = 20_000  # characters shown; a copy holds them all


class Picture(QWidget):
    """A picture fitted into the room there is, never larger than it is."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._image: QImage | None = None

    def show_image(self, image: QImage) -> None:
        """Shows another picture."""
        self._image = image
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paints it in the middle."""
        if self._image is None:
            return
        size = self._image.size() / self.devicePixelRatioF()
        if size.width() > self.width() or size.height() > self.height():
            size = size.scaled(self.size(), Qt.AspectRatioMode.KeepAspectRatio)
        place = QRectF(0, 0, size.width(), size.height())
        place.moveCenter(QRectF(self.rect()).center())
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.drawImage(place, self._image)


class Viewer(QDialog):
    """Shows what ``show_image``, ``show_text`` or ``show_words`` hands it, until Esc."""

    def __init__(self, name: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setProperty("kind", "card")
        self.name = PlainLabel(plain(name, 200), "section", elide=True)
        self.picture = Picture()
        self.text = TextArea(role="body")
        self.text.setReadOnly(True)
        self.words = PlainLabel("", "body", "ink2", wrap=True)
        self.save = Button(icon="download")
        self.close_button = Button(key="Esc")
        self.close_button.clicked.connect(self.reject)
        self.pages = QStackedWidget()
        for page in (self.words, self.picture, self.text):
            self.pages.addWidget(page)
        foot = QHBoxLayout()
        foot.addStretch(1)
        foot.addWidget(self.save)
        foot.addWidget(self.close_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 16, 20, 16)
        column.setSpacing(12)
        column.addWidget(self.name)
        column.addWidget(self.pages, 1)
        column.addLayout(foot)
        self.setWindowTitle(plain(name, 200))
        self.picture.setAccessibleName(plain(name, 200))
        self.save.setText(self.tr("Save a copy"))
        self.close_button.setText(self.tr("Close"))
        self.resize(_SIZE.boundedTo(parent.window().size() - QSize(40, 40)))
        self.close_button.setFocus()

    def show_image(self, image: QImage) -> None:
        """Shows a picture."""
        self.picture.show_image(image)
        self.pages.setCurrentWidget(self.picture)

    def show_text(self, content: bytes) -> None:
        """Shows a text that was attached."""
        text = content.decode("utf-8", errors="replace").removeprefix("\ufeff")
        shown = text[:_LONGEST_TEXT]
        self.text.set_text(shown if len(text) <= _LONGEST_TEXT else shown + "…")
        self.pages.setCurrentWidget(self.text)

    def show_words(self, sentence: str) -> None:
        """Says why nothing is shown."""
        self.words.setText(sentence)
        self.pages.setCurrentWidget(self.words)
