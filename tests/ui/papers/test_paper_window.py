"""A paper looked at before it is printed."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QApplication, QWidget

from desktop.domain.kinds import Language
from desktop.reports.case_paper import case_paper
from desktop.reports.receipt_paper import receipt_paper
from desktop.reports.receipt_size import ReceiptSize
from desktop.ui.papers.page_view import PageView
from desktop.ui.papers.printing import ChosenPrinter, has_printer, printer_for
from desktop.ui.papers.rendering import PdfPages
from desktop.ui.papers.state import PaperKind, PaperWish
from desktop.ui.papers.window import PaperWindow
from desktop.ui.tasks import InlineRunner, Task, TaskRunner
from desktop.words import load_words
from tests.reports import cases
from tests.ui.sweeping import cut_off, seen

Told = Callable[[int, int], None]


def case(wish: PaperWish, told: Told) -> bytes:
    """A case file in the language wished for."""
    text = cases.CHINESE if wish.language is Language.ZH else cases.ENGLISH
    return case_paper(cases.full(text, history=60), cases.imprint(wish.language), cases.EVENING, progress=told)


def receipt(wish: PaperWish, told: Told) -> bytes:
    """A receipt of the size wished for."""
    return receipt_paper(cases.fresh(), cases.imprint(wish.language), wish.size, cases.EVENING, told)


class Shown:
    """A window on a page, and what it wrote."""

    def __init__(self, page: QWidget) -> None:
        self.page, self.saved = page, dict[Path, bytes]()
        self.chosen: Path | None = None
        self.suggested: list[Path] = []

    def open(self, make: Callable[[PaperWish, Told], bytes] = case, **kind: bool) -> PaperWindow:
        window = PaperWindow(
            PaperKind(lambda: "Case file · 1119-0001", "case-1119-0001", **kind),
            make,
            self.saved.__setitem__,
            load_words(Language.EN),
            InlineRunner(),
            self.page,
            choose_file=self.choose,
        )
        window.start()
        return window

    def choose(self, suggested: Path) -> Path | None:
        self.suggested.append(suggested)
        return self.chosen


@pytest.fixture
def shown(theme: object, qtbot) -> Iterator[Shown]:
    page = QWidget()
    page.resize(1366, 696)
    qtbot.addWidget(page)
    page.show()
    yield Shown(page)
    for window in page.findChildren(PaperWindow):
        window.reject()


def told(window: PaperWindow) -> str:
    """The sentence at the foot."""
    return window._told.text()


def test_the_pages_are_there_and_can_be_printed_and_saved(shown: Shown) -> None:
    window = shown.open()
    assert told(window)[:1].isdigit()
    assert window.print_button.isEnabled()
    assert window.save_button.isEnabled()
    assert not window.progress.isVisible()


def test_only_pages_in_sight_are_drawn(shown: Shown, qtbot) -> None:
    window = shown.open()
    pages = window.presenter.state.pages
    assert pages is not None
    assert len(pages.sizes) > 4
    qtbot.waitUntil(lambda: window.view.sheets.drawn > 0)
    assert window.view.sheets.drawn <= 2
    bar = window.view.verticalScrollBar()
    bar.setValue(bar.maximum())
    qtbot.waitUntil(lambda: window.view.sheets.drawn >= 2)


def test_a_page_is_seen_as_it_will_be_printed(shown: Shown, qtbot) -> None:
    window = shown.open()
    qtbot.waitUntil(lambda: window.view.sheets.drawn > 0)
    image = window.view.grab().toImage()
    dark = sum(image.pixelColor(x, y).lightness() < 60 for x in range(0, image.width(), 2) for y in range(0, 400, 2))
    assert dark > 300


def test_the_language_switch_makes_the_other_paper_and_keeps_the_place(shown: Shown) -> None:
    window = shown.open()
    window.view.verticalScrollBar().setValue(300)
    window.language.chosen.emit(Language.ZH)
    assert window.presenter.state.wish.language is Language.ZH
    assert window.language.value() is Language.ZH


def test_only_a_receipt_offers_sizes_and_only_a_case_file_pictures(shown: Shown) -> None:
    plain, sized, pictured = shown.open(), shown.open(receipt, has_sizes=True), shown.open(has_pictures=True)
    assert (plain.size_choice.isVisible(), plain.pictures.isVisible()) == (False, False)
    assert (sized.size_choice.isVisible(), sized.pictures.isVisible()) == (True, False)
    assert (pictured.size_choice.isVisible(), pictured.pictures.isVisible()) == (False, True)
    pictured.pictures.click()
    assert pictured.presenter.state.wish.pictures
    sized.size_choice.segment(ReceiptSize.ROLL).click()
    pages = sized.presenter.state.pages
    assert pages is not None
    assert round(pages.sizes[0].width() / 72 * 25.4) == 80


def test_ctrl_p_without_a_printer_is_a_sentence_and_save_is_recommended(shown: Shown, qtbot) -> None:
    assert not has_printer(), "this test wants a computer without printers"
    window = shown.open()
    qtbot.keyClick(window.windowHandle(), Qt.Key.Key_P, Qt.KeyboardModifier.ControlModifier)
    assert told(window).startswith("No printer")
    assert window.save_button.kind == "accent"


def test_save_as_pdf_writes_what_is_shown(shown: Shown, tmp_path: Path) -> None:
    window = shown.open()
    window.save_button.click()
    assert shown.saved == {}
    assert [path.name for path in shown.suggested] == ["case-1119-0001.pdf"]
    shown.chosen = tmp_path / "mine.pdf"
    window.save_button.click()
    assert shown.saved == {tmp_path / "mine.pdf": window.presenter.state.content}
    assert told(window) == "Saved as mine.pdf"


def test_esc_closes_and_gives_up_what_is_being_made(theme: object, qtbot) -> None:
    page = QWidget()
    qtbot.addWidget(page)
    page.show()
    begun: list[Task] = []

    class Waiting(InlineRunner):
        def run(self, work: Callable, done: Callable, failed: Callable) -> Task:  # type: ignore[type-arg]
            begun.append(Task(work, done, failed))
            return begun[-1]

    kind = PaperKind(lambda: "x", "x")
    window = PaperWindow(kind, case, lambda _path, _content: None, load_words(Language.EN), Waiting(), page)
    window.start()
    assert window.progress.isVisible()
    assert not window.print_button.isEnabled()
    qtbot.keyClick(window, Qt.Key.Key_Escape)
    assert not window.isVisible()
    assert begun[0].cancelled


def test_the_window_stays_alive_while_a_long_paper_is_made(theme: object, qtbot) -> None:
    page = QWidget()
    page.resize(1000, 700)
    qtbot.addWidget(page)
    page.show()
    runner = TaskRunner()

    def long(wish: PaperWish, told: Told) -> bytes:
        return case_paper(cases.full(history=400), cases.imprint(wish.language), cases.EVENING, progress=told)

    window = PaperWindow(
        PaperKind(lambda: "x", "x"), long, lambda _path, _content: None, load_words(Language.EN), runner, page
    )
    window.start()
    assert not window.presenter.state.can_print
    qtbot.waitUntil(lambda: window.presenter.state.can_print, timeout=20_000)
    qtbot.waitUntil(lambda: window.view.sheets.drawn > 0, timeout=20_000)
    window.reject()
    assert runner.wait_all()


@pytest.mark.parametrize("text_size", [100, 125])
@pytest.mark.parametrize("language", Language)
def test_nothing_is_cut_off_and_everything_has_a_name(shown: Shown, theme, language: Language, text_size: int) -> None:
    theme.set_text_size(text_size)
    window = shown.open(receipt, has_sizes=True, has_pictures=True)
    window.set_words(load_words(language))
    assert cut_off(window) == []
    assert [w for w in (window.view, window.language, window.size_choice) if not w.accessibleName()] == []
    assert any(isinstance(w, PageView) for w in seen(window))


def test_hostile_names_are_plain_text(shown: Shown) -> None:
    window = PaperWindow(
        PaperKind(lambda: "<img src=//host/share>", "x"),
        case,
        shown.saved.__setitem__,
        load_words(Language.EN),
        InlineRunner(),
        shown.page,
        choose_file=lambda _suggested: Path("<b>x.pdf"),
    )
    window.start()
    assert window._title.text() == "<img src=//host/share>"
    window.save_button.click()
    assert told(window) == "Saved as <b>x.pdf"


def test_a_change_of_the_windows_language_keeps_the_paper(shown: Shown) -> None:
    window = shown.open()
    before = window.presenter.state
    QApplication.sendEvent(window, QEvent(QEvent.Type.LanguageChange))
    assert window.presenter.state == before


# Printing itself


@pytest.mark.parametrize(
    ("make", "wish", "size"),
    [
        (case, PaperWish(Language.EN), (210, 297)),
        (receipt, PaperWish(Language.EN), (148, 210)),
    ],
)
def test_a_printer_gets_every_page_in_the_papers_own_size(
    qapp: object, tmp_path: Path, make: Callable[[PaperWish, Told], bytes], wish: PaperWish, size: tuple[int, int]
) -> None:
    pages = PdfPages(make(wish, lambda _done, _total: None))
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFileName(str(tmp_path / "out.pdf"))
    ChosenPrinter(printer_for(pages, printer)).print(pages, Task(lambda _: None, lambda _: None, lambda _: None))
    printed = PdfPages((tmp_path / "out.pdf").read_bytes())
    assert len(printed.sizes) == len(pages.sizes)
    first = printed.sizes[0]
    assert (round(first.width() / 72 * 25.4), round(first.height() / 72 * 25.4)) == size
    image, meant = printed.image(0, 400), pages.image(0, 400)
    for x, y in ((200, 300), (60, 60), (350, 500)):
        assert abs(image.pixelColor(x, y).lightness() - meant.pixelColor(x, y).lightness()) < 120
