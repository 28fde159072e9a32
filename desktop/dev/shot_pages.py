"""Every screen by name and how it is brought up, for the pictures and for the sweep of all screens."""

from collections.abc import Iterator
from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QDialog, QWidget

from desktop.dev.shot_desk import NOW, OWNER, PRINTED, disappointed_guest, open_case, past_case
from desktop.dev.shot_first_run import first_run_page
from desktop.dev.shot_intake import IntakeShots
from desktop.dev.shot_stage import Bring
from desktop.domain.figures.picks import Pick
from desktop.domain.guest_file import GuestLook
from desktop.domain.kinds import Band, State
from desktop.errors import WorkspaceError
from desktop.ui.case.screen import CaseScreen
from desktop.ui.finding.box import FindingBox
from desktop.ui.guests.screen import GuestsScreen
from desktop.ui.insights.screen import InsightsScreen
from desktop.ui.insights.spans import SpanKind
from desktop.ui.letter.state import Look
from desktop.ui.letter.window import LetterWindow
from desktop.ui.papers.window import PaperWindow
from desktop.ui.queue.screen import QueueScreen
from desktop.ui.reports.screen import ReportsScreen
from desktop.ui.settings.recovery import RecoverySection
from desktop.ui.settings.screen import SettingsScreen
from desktop.ui.settings.state import Part
from desktop.ui.shell.opening import TroublePage

_CLERK = "maya"
_REAL = (Part.MY_PIN, Part.RECOVERY)  #: sections that a practice desk has no use for
_SEVERAL = 3  #: cases chosen at once


class ShotPages(IntakeShots):
    """Brings pages up in a window, one after the other; what one page leaves open is put away before the next."""

    def pages(self) -> Iterator[tuple[str, Bring]]:
        """The name of every page, and what brings it up and gives the widget to look at."""
        if self._desk.site.facts().training:
            pages = (*self._front(), *self._clerks(), *self._owners(), ("cover", self._cover))
        else:
            pages = self._first_day()
        for name, bring in pages:
            yield name, partial(self._next, bring)

    def _front(self) -> tuple[tuple[str, Bring], ...]:
        """Before anybody signed in."""
        return (("firstrun", self._first_run), ("trouble", self._trouble), ("signin", self._sign_in))

    def _clerks(self) -> tuple[tuple[str, Bring], ...]:
        """At the counter. The case that got a proposal has tasks, remedies and promises."""
        return (
            ("queue", self._queue),
            ("queue-settle", self._settle_in_queue),
            ("queue-several", self._several),
            ("finding", self._finding),
            ("case", partial(self._case, State.PROPOSED)),
            ("case-new", partial(self._case, State.NEW)),
            ("case-waiting", partial(self._case, State.WAITING_GUEST)),
            ("guests", self._guests),
            *self.intake_pages(),
            ("paper-case", partial(self._paper, "case")),
            ("paper-receipt", partial(self._paper, "receipt")),
            ("letter", partial(self._letter, State.PROPOSED, Look.LETTER)),
            ("letter-spoken", partial(self._letter, State.PROPOSED, Look.SPOKEN)),
            ("paper-queue", self._queue_paper),
        )

    def _owners(self) -> tuple[tuple[str, Bring], ...]:
        """What only those who lead may do."""
        settings = tuple((f"settings-{part}", partial(self._settings, part)) for part in Part if part not in _REAL)
        return (
            ("case-resolved", partial(self._past_case, State.RESOLVED)),
            ("case-closed", partial(self._past_case, State.CLOSED)),
            ("case-resolve", partial(self._move, State.PROPOSED, "resolve")),
            ("case-close", partial(self._move, State.RESOLVED, "close")),
            ("guests-doubles", self._doubles),
            ("insights", partial(self._door, "insights")),
            ("insights-cases", self._insights_cases),
            ("reports", partial(self._door, "reports")),
            ("reports-printed", self._printed_month),
            ("reports-paper", self._report_paper),
            *settings,
        )

    def _first_day(self) -> tuple[tuple[str, Bring], ...]:
        """What a practice desk doesn't have, and what there is before the first complaint."""
        return (
            ("queue-first-day", partial(self._door, "queue")),
            ("guests-first-day", partial(self._door, "guests")),
            ("insights-first-day", partial(self._door, "insights")),
            ("reports-first-day", partial(self._door, "reports")),
            *((f"settings-{part}", partial(self._settings, part)) for part in _REAL),
            ("settings-recovery-sheet", self._recovery_sheet),
        )

    # Before anybody signed in

    def _first_run(self) -> QWidget:
        self._window.show_page(first_run_page(self._preferences, self._language))
        return self._window

    def _trouble(self) -> QWidget:
        damaged = WorkspaceError("workspace_damaged", path=str(Path("Amends")))
        self._window.show_page(TroublePage(damaged, self._preferences.words, Path("Amends")))
        return self._window

    def _sign_in(self) -> QWidget:
        self._session.begin()
        return self._window

    def _cover(self) -> QWidget:
        self._session.attendance.go()
        return self._window

    # The queue

    def _queue(self) -> QWidget:
        self._come(_CLERK)
        self._screen(FindingBox).clear()
        self._page.open("queue")
        return self._window

    def _settle_in_queue(self) -> QWidget:
        """The form of a complaint that can be settled on the spot."""
        self._queue()
        presenter = self._screen(QueueScreen).presenter
        rows = self._desk.queue.page(NOW).rows
        presenter.show_case(next(row.number for row in rows if row.state is State.NEW and row.band is not Band.P1))
        presenter.case.open_form("settle")
        self._left = presenter.case.leave_form
        return self._window

    def _several(self) -> QWidget:
        self._queue()
        presenter = self._screen(QueueScreen).presenter
        presenter.several.choose([row.number for row in self._desk.queue.page(NOW).rows[:_SEVERAL]])
        self._left = presenter.several.clear
        return self._window

    def _finding(self) -> QWidget:
        self._queue()
        box = self._screen(FindingBox)
        box.setFocus()
        box.setText("水" if self._is_chinese else "water")
        box.returnPressed.emit()
        return self._window

    # Cases

    def _case(self, state: State) -> QWidget:
        self._queue()
        self._person_desk.open_case(open_case(self._desk, state))
        return self._window

    def _past_case(self, state: State) -> QWidget:
        self._come(OWNER)
        self._person_desk.open_case(past_case(self._desk, state))
        return self._window

    def _move(self, state: State, act: str) -> QWidget:
        """A case with the form of a move open."""
        self._come(OWNER)
        find = past_case if state is State.RESOLVED else open_case
        self._person_desk.open_case(find(self._desk, state))
        presenter = self._screen(CaseScreen).presenter
        presenter.ask_move(act)
        self._left = presenter.leave_move
        return self._window

    def _paper(self, kind: str) -> QWidget:
        self._case(State.PROPOSED)
        screen = self._screen(CaseScreen)
        screen.print_wanted.emit(kind, screen.presenter.state.number)
        return self._open_paper()

    def _letter(self, state: State, look: Look) -> QWidget:
        """The apology of a case: its letter, or the words to say."""
        self._case(state)
        screen = self._screen(CaseScreen)
        screen.print_wanted.emit("letter", screen.presenter.state.number)
        letter = self._window.findChild(LetterWindow)
        assert letter is not None
        letter.presenter.choose_look(look)

        def put_away() -> None:
            letter.close()
            letter.setParent(None)

        self._left = put_away
        return letter

    def _queue_paper(self) -> QWidget:
        self._queue()
        self._screen(QueueScreen).print_wanted.emit()
        return self._open_paper()

    def _open_paper(self) -> QWidget:
        paper: QDialog | None = self._window.findChild(PaperWindow)
        assert paper is not None

        def put_away() -> None:
            paper.close()
            paper.setParent(None)  # so that the next one is found

        self._left = put_away
        return paper

    # Guests

    def _guests(self) -> QWidget:
        """A guest with much to tell, who may not come back."""
        self._come(_CLERK)
        self._page.open("guests")
        self._person_desk.show_guest(disappointed_guest(self._desk))
        return self._window

    def _doubles(self) -> QWidget:
        """The same guest among possible doubles, for somebody who may merge them."""
        self._come(OWNER)
        self._page.open("guests")
        self._screen(GuestsScreen).presenter.choose_look(GuestLook.DOUBLES)
        self._person_desk.show_guest(disappointed_guest(self._desk))
        return self._window

    def _insights_cases(self) -> QWidget:
        """The cases of a quarter, beside its figures."""
        self._door("insights")
        presenter = self._screen(InsightsScreen).presenter
        presenter.choose_kind(SpanKind.QUARTER)
        presenter.pick(Pick("received"))

        def put_away() -> None:
            presenter.close_cases()
            presenter.choose_kind(SpanKind.MONTH)

        self._left = put_away
        return self._window

    # Reports

    def _printed_month(self) -> QWidget:
        """The month before the one that can be printed: its report was made, and something was decided in it."""
        self._door("reports")
        presenter = self._screen(ReportsScreen).presenter
        presenter.select(PRINTED)
        self._left = partial(presenter.select, PRINTED.plus(1))
        return self._window

    def _report_paper(self) -> QWidget:
        self._printed_month()
        self._screen(ReportsScreen).open_paper()
        return self._open_paper()

    # Settings

    def _settings(self, part: Part) -> QWidget:
        """A section, as the owner sees it."""
        self._come(OWNER)
        self._page.open("settings")
        self._screen(SettingsScreen).open(part)
        return self._window

    def _recovery_sheet(self) -> QWidget:
        """A sheet that was just made, with its code."""
        self._settings(Part.RECOVERY)
        section = self._screen(RecoverySection)
        section.make.click()
        return self._window
