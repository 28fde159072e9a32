"""The verb that prints: case file, receipt, letter, queue list, each to a PDF that the person named."""

from collections.abc import Callable

from desktop.cli.console import DONE, Console
from desktop.domain.kinds import Language
from desktop.domain.people import Person
from desktop.reports.receipt_size import ReceiptSize
from desktop.services.desk import Desk
from desktop.services.papers import PaperService, Progress, papers_of, save_paper

Make = Callable[[PaperService, Desk, Person, Progress], bytes]


def print_case(console: Console) -> int:
    """One case, whole."""
    given, language = console.arguments, _language(console)
    return _print(
        console,
        lambda papers, desk, person, progress: papers.case_file(
            given.number,
            person,
            language=language,
            at=console.at(desk),
            pictures=given.pictures,
            progress=progress,
        ),
    )


def print_receipt(console: Console) -> int:
    """What the guest takes along."""
    given, language = console.arguments, _language(console)
    return _print(
        console,
        lambda papers, desk, person, progress: papers.receipt(
            given.number,
            person,
            size=ReceiptSize(given.size),
            language=language,
            at=console.at(desk),
            progress=progress,
        ),
    )


def print_letter(console: Console) -> int:
    """The letter of apology that is kept on a case, and that it was printed; without one, the letter from the case.

    What goes to a guest stands on the case, so a letter that nobody wrote is kept there first. One that has blanks,
    or that a manager must sign off, is refused and not kept.
    """
    given, language = console.arguments, _language(console)
    with console.desk() as desk, console.progress() as progress:
        person, letters = console.person(desk, "read_cases"), desk.letters
        content = letters.pdf_of_case(given.number, person, language=language, at=console.at(desk), progress=progress)
        save_paper(given.pdf, content)
        letters.printed(given.number, person)
    return DONE


def print_queue(console: Console) -> int:
    """The open cases, the most urgent first."""
    language = _language(console)
    return _print(
        console,
        lambda papers, desk, person, progress: papers.queue_list(
            person, language=language, at=console.at(desk), progress=progress
        ),
    )


def _print(console: Console, make: Make) -> int:
    """Makes a paper as the person who signed in, and writes it where they said."""
    with console.desk() as desk, console.progress() as progress:
        person = console.person(desk, "read_cases")
        save_paper(console.arguments.pdf, make(papers_of(desk), desk, person, progress))
    return DONE


def _language(console: Console) -> Language | None:
    given: str | None = console.arguments.language
    return None if given is None else Language(given)
