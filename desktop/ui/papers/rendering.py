"""A PDF as pictures of its pages, for looking at and for printing; safe to ask from any thread."""

from threading import Lock
from typing import Protocol

import pypdfium2  # type: ignore[import-untyped]  # no stubs
from PySide6.QtCore import QSizeF
from PySide6.QtGui import QImage

_pdfium = Lock()  #: PDFium does one thing at a time, whatever the document
_POINTS = 72.0


class Pages(Protocol):
    """A paper that can be looked at."""

    sizes: tuple[QSizeF, ...]

    def image(self, page: int, width: int) -> QImage:
        """A page (from 0) as a picture so many device pixels wide."""


class PdfPages:
    """The pages of a PDF. ``sizes`` are in points."""

    def __init__(self, content: bytes) -> None:
        with _pdfium:
            self._document = pypdfium2.PdfDocument(content)
            count = len(self._document)
            self.sizes = tuple(QSizeF(*self._document.get_page_size(page)) for page in range(count))

    def image(self, page: int, width: int) -> QImage:
        """A page (from 0) as a picture so many device pixels wide."""
        with _pdfium:
            rendered = self._document[page].render(
                scale=width / self.sizes[page].width(), prefer_bgrx=True, may_draw_forms=False
            )
            # The picture must not outlive PDFium's own memory, so it is copied.
            return QImage(
                bytes(rendered.buffer), rendered.width, rendered.height, rendered.stride, QImage.Format.Format_RGB32
            ).copy()

    def image_at(self, page: int, dots_per_inch: float) -> QImage:
        """A page as a printer of that resolution wants it."""
        return self.image(page, round(self.sizes[page].width() / _POINTS * dots_per_inch))

    def close(self) -> None:
        """Lets the document go."""
        with _pdfium:
            self._document.close()
