"""Letters over a real desk: a case that is ready for one, and windows on it."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from desktop.domain import commands as c
from desktop.domain.kinds import Flag, Language, Medium, RemedyKind, Scope
from desktop.domain.people import Person
from desktop.services.desk import Desk
from desktop.ui.letter.doors import LetterDoors, doors_for
from desktop.ui.letter.window import LetterWindow
from desktop.ui.papers.rendering import PdfPages
from desktop.ui.tasks import InlineRunner, Progress, Runner
from desktop.ui.theme import Theme, is_compact
from desktop.words import load_words
from tests.support.clock import Clock
from tests.support.sites import owner_of, record
from tests.support.staffed import desk, make_desk

__all__ = ["desk", "make_desk"]

NAMES = {Language.EN: "Tan Wei Ling", Language.ZH: "陈薇玲"}
FACTS = {
    Language.EN: "The air-conditioner was leaking when you arrived. You called twice and nobody came.",
    Language.ZH: "空调在您入住时就在漏水。您打了两次电话，都没有人来。",
}
CHANGE = {Language.EN: "Every room on that floor is now checked each month.", Language.ZH: "同楼层的房间每月检查一次。"}


@dataclass
class Printer:
    """A printer that notes what it is given."""

    printed: int = 0
    chosen: bool = True

    def choose(self, _pages: PdfPages) -> "Printer | None":
        """The person takes it, or thinks better of it."""
        return self if self.chosen else None

    def print(self, pages: PdfPages, _progress: Progress) -> None:
        """Counts the pages."""
        self.printed += len(pages.sizes)


class Cases:
    """Cases of a real desk, and the doors to their letters."""

    def __init__(self, desk: Desk, clock: Clock) -> None:
        self.desk, self.clock, self.owner = desk, clock, owner_of(desk)
        self.printer = Printer()
        self.has_printer = True

    def person(self, login: str) -> Person:
        """Somebody of the staff, at the desk."""
        return self.desk.staff.person(login, "D1")

    def fresh(self, language: Language = Language.EN, **fields: Any) -> str:
        """A complaint that nobody has looked into yet."""
        guest = c.GuestDetails(name=NAMES[language], honorific="ms", language=language.value)
        fields = {"guest": guest, "room": "1615", "problem_date": date(2026, 11, 19), "category": "H01-1"} | fields
        return record(self.desk, **fields).number

    def ready(self, language: Language = Language.EN, *, urgent: bool = False) -> str:
        """A complaint with all that a letter says; an ``urgent`` one needs a sign-off."""
        number = self.fresh(language)
        self.do(c.ConfirmFacts(number, FACTS[language]))
        self.do(c.Acknowledge(number, Medium.IN_PERSON))
        flags = frozenset({Flag.REGULATOR}) if urgent else frozenset[Flag]()
        rated = c.Assessment(category="H01-1", severity=2, scope=Scope.ONE, emotion=1, flags=flags)
        self.do(c.Assess(number, rated))
        given = (c.RemedyOffer(RemedyKind.REFUND_PART, 30000), c.RemedyOffer(RemedyKind.ROOM_MOVE))
        self.do(c.Propose(number, given, prevention=CHANGE[language]))
        return number

    def do(self, command: c.Command) -> None:
        """An act of the owner."""
        self.desk.cases.perform(command, self.owner)

    def doors(self, number: str, person: Person) -> LetterDoors:
        """The doors of the desk, with a printer that can be tried."""
        doors = doors_for(self.desk, person, number, self.printer.choose)
        return replace(doors, has_printer=lambda: self.has_printer)


@pytest.fixture
def cases(desk: Desk, clock: Clock) -> Cases:
    """A practice hotel with one person of every role."""
    return Cases(desk, clock)


OpenLetter = Callable[..., LetterWindow]


@pytest.fixture
def open_letter(qtbot: QtBot, theme: Theme, cases: Cases) -> Iterator[OpenLetter]:
    """Opens the letter of a case over a page of the given size."""
    pages: list[QWidget] = []

    def open_(
        number: str,
        login: str = "rita",
        *,
        size: tuple[int, int] = (1440, 900),
        language: Language = Language.EN,
        choose_file: Callable[[Path], Path | None] = lambda _path: None,
        runner: Runner | None = None,
    ) -> LetterWindow:
        theme.set_compact(is_compact(*size))
        theme.set_chinese(language is Language.ZH)
        page = QWidget()
        page.resize(*size)
        qtbot.addWidget(page)
        page.show()
        pages.append(page)
        person = cases.person(login)
        window = LetterWindow(
            cases.doors(number, person),
            person=person,
            number=number,
            words=load_words(language),
            site="Harbour Hotel",
            zone=cases.desk.site.facts().zone,
            now=cases.clock,
            runner=runner or InlineRunner(),
            parent=page,
            choose_file=choose_file,
        )
        window.start()
        qtbot.waitUntil(window.isActiveWindow)
        return window

    yield open_
    for page in pages:
        for window in page.findChildren(LetterWindow):
            window.reject()
    theme.set_chinese(False)
    theme.set_compact(False)
