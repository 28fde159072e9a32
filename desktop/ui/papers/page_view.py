"""The pages of a paper under one another, as wide as there is room; only what can be seen is drawn."""

from collections import OrderedDict

from PySide6.QtCore import QEvent, QRect, QSize, Qt, QTimer
from PySide6.QtGui import QColor, QImage, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QScrollArea, QWidget

from desktop.ui.papers.rendering import PdfPages
from desktop.ui.tasks import Runner, Task
from desktop.ui.theme.theme import theme_of

_MARGIN, _GAP = 20, 16  # logical pixels around and between pages
_WIDEST = 900  # more than an A4 page at arm's length needs
_KEPT = 8  # pictures of pages
_SETTLE_MS = 60  # after the size changed, before pages are drawn anew


class PageView(QScrollArea):
    """Shows a paper. The pictures come from the runner; white sheets stand in for them until then."""

    def __init__(self, runner: Runner, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("bare", True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setWidgetResizable(True)
        self.sheets = _Sheets(runner, self)
        self.setWidget(self.sheets)
        self.verticalScrollBar().valueChanged.connect(self.sheets.update)

    def show_pages(self, pages: PdfPages | None) -> None:
        """Another paper, from its first page on unless it has as many pages as the last; or none."""
        if self.sheets.show_pages(pages):
            self.verticalScrollBar().setValue(0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keeps the pages as wide as the view."""
        super().resizeEvent(event)
        self.sheets.fit()


class _Sheets(QWidget):
    """The pages themselves."""

    def __init__(self, runner: Runner, view: PageView) -> None:
        super().__init__(view)
        self._runner = runner
        self._pages: PdfPages | None = None
        self._rects: list[QRect] = []
        self._images: OrderedDict[tuple[int, int], QImage] = OrderedDict()
        self._asked: dict[tuple[int, int], Task] = {}
        self._settled = QTimer(self, singleShot=True, interval=_SETTLE_MS)
        self._settled.timeout.connect(self._forget_sizes)

    @property
    def drawn(self) -> int:
        """How many pages are there as pictures."""
        return len(self._images)

    def show_pages(self, pages: PdfPages | None) -> bool:
        """Takes another paper; True if it has another number of pages."""
        if pages is self._pages:
            return False
        before = len(self._rects)
        self._pages = pages
        self._images.clear()
        for task in self._asked.values():
            task.cancel()
        self._asked.clear()
        self.fit()
        return len(self._rects) != before

    def fit(self) -> None:
        """Lays the pages out anew for the width there is."""
        view = self.parent()
        room = (view.width() if isinstance(view, QWidget) else self.width()) - 2 * _MARGIN
        top, rects = _MARGIN, []
        for size in self._pages.sizes if self._pages else ():
            width = max(80, min(room, _WIDEST, round(size.width() * 2)))
            height = round(width * size.height() / size.width())
            rects.append(QRect((room + 2 * _MARGIN - width) // 2, top, width, height))
            top += height + _GAP
        self._rects = rects
        self.setMinimumHeight(top - _GAP + _MARGIN if rects else 0)
        self._settled.start()
        self.update()

    def sizeHint(self) -> QSize:
        """As high as all pages."""
        return QSize(_WIDEST, self.minimumHeight())

    def event(self, event: QEvent) -> bool:
        """Draws anew on a screen with other pixels."""
        if event.type() == QEvent.Type.DevicePixelRatioChange:
            self._forget_sizes()
        return super().event(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """White sheets with what is drawn of them; asks for what is missing."""
        tokens = theme_of(self).tokens
        painter = QPainter(self)
        painter.fillRect(event.rect(), QColor(tokens.sunken))
        for page, rect in enumerate(self._rects):
            if not rect.intersects(event.rect()):
                continue
            key = (page, round(rect.width() * self.devicePixelRatioF()))
            image = self._images.get(key) or self._near(page)
            painter.fillRect(rect, Qt.GlobalColor.white)
            if image is not None:
                painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, image.width() != key[1])
                painter.drawImage(rect, image)
            painter.setPen(QColor(tokens.line2))
            painter.drawRect(rect.adjusted(0, 0, -1, -1))
            if key not in self._images and not self._settled.isActive():
                self._ask(key)

    def _near(self, page: int) -> QImage | None:
        """The page as it was drawn for another width, until the right one is there."""
        return next((image for (place, _), image in reversed(self._images.items()) if place == page), None)

    def _ask(self, key: tuple[int, int]) -> None:
        pages = self._pages
        if key in self._asked or pages is None:
            return
        task = self._runner.run(
            lambda _progress: pages.image(*key),
            lambda image: self._keep(pages, key, image),
            lambda _error: self._asked.pop(key, None),
        )
        if task.running:
            self._asked[key] = task

    def _keep(self, pages: PdfPages, key: tuple[int, int], image: QImage) -> None:
        self._asked.pop(key, None)
        if pages is not self._pages:
            return
        self._images[key] = image
        while len(self._images) > _KEPT:
            self._images.popitem(last=False)
        QTimer.singleShot(0, self, self.update)

    def _forget_sizes(self) -> None:
        self._settled.stop()
        self.update()
