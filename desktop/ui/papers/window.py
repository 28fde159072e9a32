"""A paper before it is printed: its pages, the choices it offers, Print and Save as PDF."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QEvent, QStandardPaths, Qt
from PySide6.QtGui import QCloseEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QCheckBox, QDialog, QFileDialog, QHBoxLayout, QProgressBar, QVBoxLayout, QWidget

from desktop.domain.kinds import Language
from desktop.reports.receipt_size import ReceiptSize
from desktop.ui.papers import printing
from desktop.ui.papers.page_view import PageView
from desktop.ui.papers.presenter import PaperDoors, PaperPresenter, Printer
from desktop.ui.papers.rendering import PdfPages
from desktop.ui.papers.state import Doing, Make, PaperKind, PaperState, PaperWish
from desktop.ui.tasks import Runner
from desktop.ui.widgets import Button, Panel, PlainLabel, SegmentedControl, Separator, announce
from desktop.words import Words

PRINT_KEY = "Ctrl+P"  #: written out: some systems have no standard key for it
_WIDTH, _HEIGHT = 860, 900
_ROOM_AROUND = 48  # logical pixels of the window that stay in sight


class PaperWindow(QDialog):
    """Shows a paper over the page that asked for it.

    ``make`` gives the PDF for a wish, away from the window's thread; ``save`` writes it (raises ``UserError``). The
    paper is made when the window is shown. ``choose_file`` stands in for the system's dialog in tests.
    """

    def __init__(
        self,
        kind: PaperKind,
        make: Make,
        save: Callable[[Path, bytes], None],
        words: Words,
        runner: Runner,
        parent: QWidget | None = None,
        *,
        choose_file: Callable[[Path], Path | None] | None = None,
        doors: PaperDoors | None = None,
    ) -> None:
        super().__init__(parent)
        self._kind, self._words = kind, words
        self._choose_file = choose_file or self._ask_for_file
        self.setProperty("kind", "card")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._title = PlainLabel("", "subtitle", elide=True)
        self.language = SegmentedControl([(Language.EN, "EN"), (Language.ZH, "中文")], name="", size="row")
        self.size_choice = SegmentedControl([(size, "") for size in ReceiptSize], name="", size="row")
        self.pictures = QCheckBox()
        self.view = PageView(runner)
        self._told = PlainLabel("", "body", "ink2", wrap=True, max_lines=3)
        self.progress = QProgressBar(textVisible=False)
        self.cancel = Button(kind="ghost", size="small")
        self.close_button = Button(key="Esc", size="footer")
        self.save_button = Button(icon="download", size="footer")
        self.print_button = Button(kind="primary", icon="printer", key=PRINT_KEY, size="footer")
        asked = doors or PaperDoors(make, save, printing.has_printer, self._choose_printer)
        self.presenter = PaperPresenter(self, asked, runner, PaperWish(words.language))
        self._lay_out()
        self._connect()
        self._set_words()
        self.paint(self.presenter.state)

    def start(self) -> None:
        """Shows the window, as large as the page below allows, and makes the paper."""
        parent = self.parentWidget()
        room = parent.window().size() if parent is not None else self.screen().availableSize()
        self.resize(min(_WIDTH, room.width() - _ROOM_AROUND), min(_HEIGHT, room.height() - _ROOM_AROUND))
        self.open()
        self.view.setFocus()
        self.presenter.begin()

    def paint(self, state: PaperState) -> None:
        """Shows the state."""
        self.language.set_value(state.wish.language)
        self.size_choice.set_value(state.wish.size)
        self.pictures.setChecked(state.wish.pictures)
        self.view.show_pages(state.pages)
        busy = state.doing in (Doing.MAKING, Doing.PRINTING)
        self.progress.setVisible(busy)
        self.cancel.setVisible(busy)
        self.progress.setRange(0, state.total)
        self.progress.setValue(state.done)
        self.print_button.setEnabled(state.can_print)
        self.save_button.setEnabled(state.can_print)
        no_printer = state.refusal is not None and state.refusal.code == "no_printer"
        self.save_button.set_kind("accent" if no_printer else "plain")
        self._tell(state)

    def set_words(self, words: Words) -> None:
        """Speaks another language; the paper keeps its own."""
        self._words = words
        self._set_words()

    def changeEvent(self, event: QEvent) -> None:
        """Follows the language of the window."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._set_words()

    def reject(self) -> None:
        """Esc: away with it, and with what is still being made."""
        self.presenter.stop()
        super().reject()

    def closeEvent(self, event: QCloseEvent) -> None:
        """The same for the window's own button."""
        self.presenter.stop()
        super().closeEvent(event)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        head = QHBoxLayout()
        head.setContentsMargins(16, 12, 16, 12)
        head.setSpacing(12)
        head.addWidget(self._title, 1)
        for choice in (self.pictures, self.size_choice, self.language):
            head.addWidget(choice)
        column.addLayout(head)
        column.addWidget(Separator())
        column.addWidget(self.view, 1)
        column.addWidget(Separator())
        foot = Panel("surface")
        row = QHBoxLayout(foot)
        row.setContentsMargins(16, 10, 16, 10)
        row.setSpacing(10)
        told = QVBoxLayout()
        told.setSpacing(4)
        told.addWidget(self._told)
        told.addWidget(self.progress)
        row.addLayout(told, 1)
        for button in (self.cancel, self.close_button, self.save_button, self.print_button):
            row.addWidget(button)
        column.addWidget(foot)
        self.size_choice.setVisible(self._kind.has_sizes)
        self.pictures.setVisible(self._kind.has_pictures)

    def _connect(self) -> None:
        self.language.chosen.connect(lambda language: self.presenter.wish(language=language))
        self.size_choice.chosen.connect(lambda size: self.presenter.wish(size=size))
        self.pictures.clicked.connect(lambda checked: self.presenter.wish(pictures=checked))
        self.cancel.clicked.connect(self.presenter.stop)
        self.close_button.clicked.connect(self.reject)
        self.print_button.clicked.connect(self.presenter.print)
        self.save_button.clicked.connect(self._save)
        QShortcut(QKeySequence(PRINT_KEY), self).activated.connect(self.presenter.print)

    def _set_words(self) -> None:
        title = self._kind.title()
        self.setWindowTitle(title)
        self._title.setText(title)
        self.language.setAccessibleName(self.tr("Language of the paper"))
        self.size_choice.setAccessibleName(self.tr("Size of the receipt"))
        self.size_choice.set_labels({ReceiptSize.A5: self.tr("A5"), ReceiptSize.ROLL: self.tr("80 mm roll")})
        self.pictures.setText(self.tr("With pictures"))
        self.view.setAccessibleName(self.tr("Pages of the paper"))
        self.progress.setAccessibleName(self.tr("How far it is"))
        self.cancel.setText(self.tr("Stop"))
        self.close_button.setText(self.tr("Close"))
        self.save_button.setText(self.tr("Save as PDF"))
        self.print_button.setText(self.tr("Print"))
        self._tell(self.presenter.state)

    def _tell(self, state: PaperState) -> None:
        said = self._said(state)
        self._told.set_tone("p1" if state.refusal is not None else "ink2")
        if said != self._told.text():
            self._told.setText(said)
            announce(self, said)

    def _said(self, state: PaperState) -> str:
        if state.refusal is not None:
            return self._words.error(state.refusal)
        if state.doing is Doing.MAKING:
            return self.tr("Making the paper…")
        if state.doing is Doing.PRINTING:
            return self.tr("Page {page} of {pages} on its way to the printer").format(
                page=min(state.done + 1, state.total), pages=state.total
            )
        if state.saved is not None:
            return self.tr("Saved as {name}").format(name=state.saved.name)
        if state.printed:
            return self.tr("Sent to the printer")
        count = len(state.pages.sizes) if state.pages is not None else 0
        return self.tr("%n page(s)", "", count) if count else ""

    def _choose_printer(self, pages: PdfPages) -> Printer | None:
        return printing.choose_printer(pages, self, self.tr("Print"))

    def _save(self) -> None:
        if not self.presenter.state.can_print:
            return
        documents = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        path = self._choose_file(Path(documents) / f"{self._kind.file_name.removesuffix('.pdf')}.pdf")
        if path is not None:
            self.presenter.save(path)

    def _ask_for_file(self, suggested: Path) -> Path | None:
        given, _ = QFileDialog.getSaveFileName(self, self.tr("Save as PDF"), str(suggested), "PDF (*.pdf)")
        if not given:
            return None
        path = Path(given)
        return path if path.suffix.lower() == ".pdf" else path.with_name(path.name + ".pdf")
