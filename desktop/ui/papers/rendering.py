"""A PDF as pictures of its pages, for looking at and for printing; safe to ask from any thread."""

from contextlib import closing
from threading import RLock
from typing import Any

import pypdfium2  # type: ignore[import-untyped]  # no stubs
from PySide6.QtCore import QSizeF
from PySide6.QtGui import QImage

#: PDFium does one thing at a time, whatever the document; letting go of one counts, whenever that happens.
_pdfium = RLock()
_POINTS = 72.0


class PdfPages:
    """The pages of a PDF. ``sizes`` are in points."""

    def __init__(self, content: bytes) -> None:
        self._document: Any = None  # its library has no types
        with _pdfium:
            self._document = pypdfium2.PdfDocument(content)
            count = len(self._document)
            self.sizes = tuple(QSizeF(*self._document.get_page_size(page)) for page in range(count))

    def image(self, page: int, width: int) -> QImage:
        """A page (from 0) as a picture so many device pixels wide."""
        scale = width / self.sizes[page].width()
        with (
            _pdfium,
            closing(self._document[page]) as drawn,
            closing(drawn.render(scale=scale, prefer_bgrx=True, may_draw_forms=False)) as bitmap,
        ):
            # The picture must not outlive PDFium's own memory, so it is copied.
            content, rgb = bytes(bitmap.buffer), QImage.Format.Format_RGB32
            return QImage(content, bitmap.width, bitmap.height, bitmap.stride, rgb).copy()

    def image_at(self, page: int, dots_per_inch: float) -> QImage:
        """A page as a printer of that resolution wants it."""
        return self.image(page, round(self.sizes[page].width() / _POINTS * dots_per_inch))

    def __del__(self) -> None:
        # Left to itself the document would be closed on whatever thread collects it, beside work on another.
        with _pdfium:
            if self._document is not None:
                self._document.close()
