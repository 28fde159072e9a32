"""What the window of a letter is handed: functions, no services."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from desktop.domain.case_file import CaseFile
from desktop.domain.kinds import Language
from desktop.domain.letters import LetterRow, LetterText
from desktop.domain.people import Person
from desktop.guides.apology import Apology
from desktop.guides.apology_warnings import Passage
from desktop.ui.letter.state import Seen
from desktop.ui.papers import printing
from desktop.ui.papers.presenter import Printer
from desktop.ui.papers.rendering import PdfPages
from desktop.ui.papers.state import Told

if TYPE_CHECKING:  # loading the services takes longer than painting the window, so that happens elsewhere
    from desktop.services.desk import Desk

_ABOUT = "letter {number}"  #: under which what is half typed is kept


@dataclass(frozen=True, slots=True)
class LetterDoors:
    """The functions about one case, as the person at the desk. All but the printer's take a while.

    A language of None means the guest's. ``keep`` takes the version of the kept letter that one saw, None where there
    was none; ``preview`` draws words that need not be kept, ``pdf`` the kept ones as they may be printed.
    ``keep_typed`` stores what is half typed, nothing meaning that it is no longer needed; ``typed`` gives it back.
    ``seen`` tells the versions of the case and of its letter.
    """

    case_file: Callable[[], CaseFile]
    apology: Callable[[Language | None], Apology]
    draft: Callable[[Language | None], LetterText]
    kept: Callable[[], LetterRow | None]
    keep: Callable[[LetterText, int | None], LetterRow]
    sign_off: Callable[[int], LetterRow]
    warnings: Callable[[LetterText], tuple[Passage, ...]]
    preview: Callable[[LetterText, Told], bytes]
    pdf: Callable[[Told], bytes]
    printed: Callable[[], object]
    seen: Callable[[], Seen]
    names: Callable[[], Mapping[str, str]]  #: of the staff, by login
    typed: Callable[[], Mapping[str, Any]]
    keep_typed: Callable[[Mapping[str, Any]], object]
    save: Callable[[Path, bytes], None]
    has_printer: Callable[[], bool]
    choose_printer: Callable[[PdfPages], Printer | None]  #: None where the person thought better of it


def doors_for(
    desk: "Desk", person: Person, number: str, choose_printer: Callable[[PdfPages], Printer | None]
) -> LetterDoors:
    """The doors of a desk to one case, for somebody who signed in."""
    letters, drafts, about = desk.letters, desk.drafts, _ABOUT.format(number=number)

    def seen() -> Seen:
        kept = letters.kept(number, person)
        return desk.reader.version_of(number), kept.version if kept is not None else None

    def save(path: Path, content: bytes) -> None:
        from desktop.services.papers import save_paper

        save_paper(path, content)

    return LetterDoors(
        case_file=lambda: desk.reader.case_file(number, reader=person),
        apology=lambda language: letters.apology(number, person, language=language),
        draft=lambda language: letters.draft(number, person, language=language),
        kept=lambda: letters.kept(number, person),
        keep=lambda text, version: letters.keep(number, person, text, version),
        sign_off=lambda version: letters.sign_off(number, person, version),
        warnings=lambda text: letters.warnings(text, number, person),
        preview=lambda text, told: letters.preview(text, number, person, progress=told),
        pdf=lambda told: letters.pdf(number, person, progress=told),
        printed=lambda: letters.printed(number, person),
        seen=seen,
        names=lambda: {row.login: row.name for row in desk.staff.everyone()},
        typed=lambda: drafts.typed(person, about),
        keep_typed=lambda typed: drafts.keep_typed(person, about, typed),
        save=save,
        has_printer=printing.has_printer,
        choose_printer=choose_printer,
    )
