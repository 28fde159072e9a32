"""Real printers: whether there is one, the dialog to choose it, and the pages on their way there."""

from PySide6.QtCore import QMarginsF, QRectF, QSizeF
from PySide6.QtGui import QPageLayout, QPageSize, QPainter
from PySide6.QtPrintSupport import QPrintDialog, QPrinter, QPrinterInfo
from PySide6.QtWidgets import QDialog, QWidget

from desktop.errors import UserError
from desktop.ui.papers.presenter import Printer
from desktop.ui.papers.rendering import PdfPages
from desktop.ui.tasks import Progress

_FINEST = 300  #: dots per inch; more makes pictures of pages needlessly large


def has_printer() -> bool:
    """Whether this computer knows any printer."""
    return bool(QPrinterInfo.availablePrinterNames())


def choose_printer(pages: PdfPages, parent: QWidget, title: str) -> Printer | None:
    """Asks for a printer, set up for the paper; None where the person thought better of it."""
    printer = printer_for(pages, QPrinter(QPrinter.PrinterMode.HighResolution))
    dialog = QPrintDialog(printer, parent)
    dialog.setWindowTitle(title)
    dialog.setMinMax(1, len(pages.sizes))
    accepted = dialog.exec() == QDialog.DialogCode.Accepted
    dialog.deleteLater()
    return ChosenPrinter(printer) if accepted else None


def printer_for(pages: PdfPages, printer: QPrinter) -> QPrinter:
    """The printer with the paper's own size and no margins of its own: the pages bring theirs."""
    first = pages.sizes[0]
    upright = QSizeF(min(first.width(), first.height()), max(first.width(), first.height()))
    across = first.width() > first.height()
    orientation = QPageLayout.Orientation.Landscape if across else QPageLayout.Orientation.Portrait
    size = QPageSize(upright, QPageSize.Unit.Point, "", QPageSize.SizeMatchPolicy.FuzzyMatch)
    printer.setPageLayout(QPageLayout(size, orientation, QMarginsF(0, 0, 0, 0)))
    printer.setFullPage(True)
    return printer


class ChosenPrinter:
    """A printer from the dialog, with the pages that were asked for."""

    def __init__(self, printer: QPrinter) -> None:
        self._printer = printer

    def print(self, pages: PdfPages, progress: Progress) -> None:
        """Prints; Qt allows that on any thread. Raises ``UserError`` ``print_failed``."""
        wanted = self._wanted(len(pages.sizes))
        painter = QPainter()
        if not painter.begin(self._printer):
            raise UserError("print_failed", "printer")
        try:
            for place, page in enumerate(wanted):
                progress.report(place, len(wanted))
                if place and not self._printer.newPage():
                    raise UserError("print_failed", "printer")
                room = QRectF(self._printer.pageLayout().fullRectPixels(self._printer.resolution()))
                image = pages.image_at(page, min(_FINEST, self._printer.resolution()))
                scale = min(room.width() / image.width(), room.height() / image.height())
                painter.drawImage(QRectF(0, 0, image.width() * scale, image.height() * scale), image)
        finally:
            painter.end()

    def _wanted(self, count: int) -> list[int]:
        first, last = self._printer.fromPage(), self._printer.toPage()
        return list(range(max(first, 1) - 1, min(last or count, count)))
