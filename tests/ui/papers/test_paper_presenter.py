"""What a paper's window does, without the window."""

from collections.abc import Callable
from pathlib import Path

import pytest

from desktop.domain.kinds import Language
from desktop.errors import UserError
from desktop.reports.blocks import Text
from desktop.reports.page import A5, render
from desktop.reports.receipt_size import ReceiptSize
from desktop.ui.papers.presenter import PaperDoors, PaperPresenter, Printer
from desktop.ui.papers.rendering import PdfPages
from desktop.ui.papers.state import Doing, PaperState, PaperWish
from desktop.ui.tasks import InlineRunner, Progress, Task
from tests.reports.cases import imprint

WISH = PaperWish(Language.EN)


def pdf(words: int = 5) -> bytes:
    """A small paper."""
    return render(A5, [Text("word " * words)], imprint().frame("x"))


class PaintedStates(list[PaperState]):
    """Remembers what was painted."""

    paint = list.append


class LaterRunner(InlineRunner):
    """Keeps work until it is told to go on."""

    def __init__(self) -> None:
        self.tasks: list[Task] = []

    def run(self, work: Callable, done: Callable, failed: Callable) -> Task:  # type: ignore[type-arg]
        self.tasks.append(Task(work, done, failed))
        return self.tasks[-1]


class PaperTray:
    """A printer that remembers how many pages it got."""

    def __init__(self, jam: bool = False) -> None:
        self.pages, self.jam = 0, jam

    def print(self, pages: PdfPages, progress: Progress) -> None:
        for page in range(len(pages.sizes)):
            progress.report(page, len(pages.sizes))
            if self.jam:
                raise UserError("print_failed", "printer")
            self.pages += 1


class Desk:
    """Answers as services do, and notes what it was asked."""

    def __init__(self) -> None:
        self.wishes: list[PaperWish] = []
        self.saved: list[tuple[Path, bytes]] = []
        self.tray: Printer | None = PaperTray()
        self.printers, self.refuses_saving, self.refuses_making = True, False, False

    def make(self, wish: PaperWish, told: Callable[[int, int], None]) -> bytes:
        self.wishes.append(wish)
        told(1, 2)
        if self.refuses_making:
            raise UserError("restricted", "case")
        return pdf(900 if wish.pictures else 5)

    def save(self, path: Path, content: bytes) -> None:
        if self.refuses_saving:
            raise UserError("paper_unwritable", "pdf")
        self.saved.append((path, content))

    @property
    def doors(self) -> PaperDoors:
        return PaperDoors(self.make, self.save, lambda: self.printers, lambda _pages: self.tray)


@pytest.fixture
def desk(qapp: object) -> Desk:
    """A desk that makes small papers."""
    return Desk()


def presenter_of(desk: Desk, runner: InlineRunner | None = None) -> tuple[PaperPresenter, PaintedStates]:
    """A presenter and what it paints."""
    painted = PaintedStates()
    return PaperPresenter(painted, desk.doors, runner or InlineRunner(), WISH), painted


def test_a_paper_is_made_and_then_can_be_printed(desk: Desk) -> None:
    presenter, painted = presenter_of(desk)
    assert not presenter.state.can_print
    presenter.begin()
    assert painted[0].doing is Doing.MAKING
    assert presenter.state.can_print
    assert presenter.state.content == pdf()
    assert desk.wishes == [WISH]


def test_another_language_size_or_pictures_make_it_anew(desk: Desk) -> None:
    presenter, _ = presenter_of(desk)
    presenter.begin()
    presenter.wish(language=Language.ZH)
    presenter.wish(size=ReceiptSize.ROLL)
    presenter.wish(pictures=True)
    presenter.wish(pictures=True)
    assert desk.wishes[1:] == [
        PaperWish(Language.ZH),
        PaperWish(Language.ZH, ReceiptSize.ROLL),
        PaperWish(Language.ZH, ReceiptSize.ROLL, True),
    ]


def test_a_wish_while_one_is_being_made_gives_that_up(desk: Desk) -> None:
    runner = LaterRunner()
    presenter, painted = presenter_of(desk, runner)
    presenter.begin()
    presenter.wish(language=Language.ZH)
    first, second = runner.tasks
    assert first.cancelled
    first.execute_here()
    assert presenter.state.doing is Doing.MAKING
    second.execute_here()
    assert presenter.state.can_print
    assert desk.wishes == [PaperWish(Language.ZH)]
    assert painted[-1] == presenter.state


def test_progress_is_shown_and_stop_ends_it(desk: Desk) -> None:
    runner = LaterRunner()
    presenter, painted = presenter_of(desk, runner)
    presenter.begin()
    runner.tasks[0].progressed.emit(3, 10, "")
    assert (painted[-1].done, painted[-1].total) == (3, 10)
    presenter.stop()
    assert presenter.state.doing is Doing.NOTHING
    runner.tasks[0].execute_here()
    assert presenter.state.pages is None


def test_a_refusal_is_shown_and_leaves_no_old_paper(desk: Desk) -> None:
    presenter, _ = presenter_of(desk)
    presenter.begin()
    desk.refuses_making = True
    presenter.wish(language=Language.ZH)
    assert presenter.state.refusal is not None
    assert presenter.state.refusal.code == "restricted"
    assert not presenter.state.can_print


def test_without_a_printer_there_is_a_sentence_and_the_paper_stays(desk: Desk) -> None:
    desk.printers = False
    presenter, _ = presenter_of(desk)
    presenter.begin()
    presenter.print()
    assert presenter.state.refusal is not None
    assert presenter.state.refusal.code == "no_printer"
    assert presenter.state.can_print


def test_every_page_goes_to_the_printer(desk: Desk) -> None:
    desk.tray = tray = PaperTray()
    presenter, painted = presenter_of(desk)
    presenter.wish(pictures=True)
    presenter.print()
    assert presenter.state.printed
    assert presenter.state.pages is not None
    assert tray.pages == len(presenter.state.pages.sizes) > 1
    assert any(state.doing is Doing.PRINTING for state in painted)


def test_thinking_better_of_printing_changes_nothing(desk: Desk) -> None:
    desk.tray = None
    presenter, _ = presenter_of(desk)
    presenter.begin()
    before = presenter.state
    presenter.print()
    assert presenter.state == before


def test_a_jam_is_told_and_the_paper_stays(desk: Desk) -> None:
    desk.tray = PaperTray(jam=True)
    presenter, _ = presenter_of(desk)
    presenter.begin()
    presenter.print()
    assert presenter.state.refusal is not None
    assert presenter.state.refusal.code == "print_failed"
    assert presenter.state.can_print


def test_saving_says_where_and_a_refusal_says_why(desk: Desk, tmp_path: Path) -> None:
    presenter, _ = presenter_of(desk)
    presenter.save(tmp_path / "early.pdf")
    assert desk.saved == []
    presenter.begin()
    presenter.save(tmp_path / "a.pdf")
    assert desk.saved == [(tmp_path / "a.pdf", presenter.state.content)]
    assert presenter.state.saved == tmp_path / "a.pdf"
    desk.refuses_saving = True
    presenter.save(tmp_path / "b.pdf")
    assert presenter.state.saved is None
    assert presenter.state.refusal is not None
    assert presenter.state.refusal.code == "paper_unwritable"
    assert presenter.state.can_print
