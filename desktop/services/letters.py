"""Letters of apology: drafted from a case, kept on it, signed off, printed (guides.md, The apology builder).

A letter that was printed stays as it went out; whoever changes its words begins a new one.
"""

from collections.abc import Callable, Collection, Iterator
from contextlib import contextmanager
from datetime import datetime
from decimal import Decimal
from typing import TYPE_CHECKING

from desktop.domain.case_file import CaseFile
from desktop.domain.kinds import Band, Flag, Language, RemedyKind
from desktop.domain.letters import LetterRow, LetterText, checked_letter, needs_sign_off
from desktop.domain.people import Person, check_right, leads
from desktop.domain.site_settings import DutyCard
from desktop.errors import ChangedMeanwhileError, UserError
from desktop.models.case import Case
from desktop.models.driver import driver_of
from desktop.models.engine import Database
from desktop.models.talk import Letter
from desktop.services.case_reading import CaseReader
from desktop.services.case_work import CaseWork, Transaction
from desktop.services.journal import Journal
from desktop.services.letter_drafting import Signer, apology_of, draft_of, facts_of, language_of, line_of, remedies_of
from desktop.services.letter_rows import newest_letter, read_letters, text_of, whole, write
from desktop.services.papers import Progress, imprint_of
from desktop.services.restricting import check_readable
from desktop.services.site import SiteService
from desktop.services.staff import StaffService
from desktop.words import load_words

if TYPE_CHECKING:
    from desktop.guides.apology import Apology
    from desktop.guides.apology_warnings import Passage
    from desktop.guides.shipped import Guides


def _quiet(_done: int, _total: int) -> None:
    pass


class LetterService:
    """Letters as screens and verbs ask for them. ``now`` gives the present moment (aware UTC).

    ``guides`` are those that the desk speaks from, ``duty_card`` whom to call here. Every method raises
    ``UserError`` ``not_allowed``, ``no_such_case`` or ``restricted`` where the case isn't for the person.
    """

    def __init__(
        self,
        database: Database,
        site: SiteService,
        staff: StaffService,
        reader: CaseReader,
        journal: Journal,
        duty_card: Callable[[], DutyCard],
        guides: "Callable[[], Guides]",
        now: Callable[[], datetime],
    ) -> None:
        self._database, self._site, self._staff, self._reader = database, site, staff, reader
        self._journal, self._duty_card, self._guides, self._now = journal, duty_card, guides, now

    # Drafting

    def apology(self, number: str, person: Person, *, language: Language | None = None) -> "Apology":
        """The six parts of an apology for the case: which are there, and why others are missing.

        In the guest's language unless told otherwise, with the texts of the case as they were written.
        """
        file = self._file(number, person)
        language = language or language_of(file, self._site.facts().language)
        done = remedies_of(file.view.remedies, load_words(language), self._site.facts().currency)
        signer = self._signer(file, person, language)
        return apology_of(facts_of(file, done, signer, self._site.facts().phone, language), self._guides())

    def draft(self, number: str, person: Person, *, language: Language | None = None) -> LetterText:
        """The letter as the case alone would write it; what the case doesn't know is a ``BLANK``."""
        file, site = self._file(number, person), self._site.facts()
        language = language or language_of(file, site.language)
        done = remedies_of(file.view.remedies, load_words(language), site.currency)
        signer = self._signer(file, person, language)
        return draft_of(facts_of(file, done, signer, site.phone, language), done, self._guides(), signer)

    def warnings(self, text: LetterText, number: str, person: Person) -> "tuple[Passage, ...]":
        """Passages to look at again, by their place in ``text.body``. They hinder nobody.

        Sums above what stands on the case are told, whoever writes: what was granted stands there.
        """
        from desktop.guides.apology_warnings import Limits, warnings_in  # late: it isn’t needed at start

        file, currency = self._file(number, person), self._site.facts().currency
        standing = [remedy for remedy in file.view.remedies if not remedy.taken_back]
        limits = Limits(
            flags=file.rating.flags,
            authority=Decimal(sum(remedy.amount for remedy in standing)).scaleb(-currency.digits),
            remedies=frozenset(RemedyKind(remedy.kind) for remedy in standing),
            colleagues=tuple(row.name for row in self._staff.everyone() if row.name != text.signed_by),
        )
        return warnings_in(text.body, text.language, limits)

    # Keeping

    def kept(self, number: str, person: Person) -> LetterRow | None:
        """The newest letter that is kept on the case."""
        check_right("read_cases", person)
        case_id = self._reader.view(number, person).row.id
        with self._database.reading_plainly() as driver:
            letters = read_letters(driver, case_id)
        return letters[-1] if letters else None

    def keep(self, number: str, person: Person, text: LetterText, version: int | None) -> LetterRow:
        """Keeps the words on the case; other words than before take back the sign-off.

        ``version`` is that of the letter the person saw, None where there was none. Raises ``ChangedMeanwhileError``,
        and the errors of ``checked_letter``.
        """
        text = checked_letter(text)
        with self._working(number, person, "letter", "letter_kept") as work:
            letter = self._seen(work, version)
            before = text_of(letter) if letter else None
            if before != text:
                if letter is None or letter.printed_at is not None:
                    self._begin(work, text, letter)
                else:
                    write(letter, text, work.tx.at, person.login)
                work.finish({"letter": (whole(before) if before else None, whole(text))})
            return _newest_row(work)

    def sign_off(self, number: str, person: Person, version: int) -> LetterRow:
        """Somebody who leads has read these words, their own or another's, and stands for them.

        Raises ``letter_not_kept``, ``letter_has_blanks``, ``ChangedMeanwhileError``.
        """
        with self._working(number, person, "letter_sign_off", "letter_signed_off") as work:
            letter = _there(self._seen(work, version))
            _check_no_blanks(text_of(letter))
            if letter.signed_off_at is None:
                letter.signed_off_at, letter.signed_off_by = work.tx.at, person.login
                work.finish({"letter": (None, whole(text_of(letter)))})
            return _newest_row(work)

    # Printing

    def check_may_print(self, number: str, person: Person) -> None:
        """Raises ``letter_not_kept``, ``letter_has_blanks``, ``letter_needs_sign_off`` (design.md 14)."""
        self._printable(number, person)

    def pdf(self, number: str, person: Person, *, at: datetime | None = None, progress: Progress = _quiet) -> bytes:
        """The kept letter, dated ``at`` or now. Raises as ``check_may_print``, and ``letter_too_long``."""
        return self._paper(number, person, self._printable(number, person).text, at, progress, is_draft=False)

    def pdf_of_case(
        self,
        number: str,
        person: Person,
        *,
        language: Language | None = None,
        at: datetime | None = None,
        progress: Progress = _quiet,
    ) -> bytes:
        """The same without a window: where no letter is kept, the draft is, if it can be printed as it stands.

        Raises also ``letter_other_language`` where a letter is kept in another one than asked for.
        """
        kept = self.kept(number, person)
        if kept is None:
            draft = self.draft(number, person, language=language)
            file = self._file(number, person)
            _check_printable(file.view.row.band, file.rating.flags, draft, is_signed_off=False)
            self.preview(draft, number, person)  # what doesn't fit on its page isn't kept
            self.keep(number, person, draft, None)
        elif language is not None and kept.text.language is not language:
            raise UserError("letter_other_language", "language", language=kept.text.language.value)
        return self.pdf(number, person, at=at, progress=progress)

    def preview(self, text: LetterText, number: str, person: Person, *, progress: Progress = _quiet) -> bytes:
        """How these words would look, blanks as boxes; it says that it is a draft. Raises ``letter_too_long``."""
        return self._paper(number, person, text, None, progress, is_draft=True)

    def printed(self, number: str, person: Person) -> LetterRow:
        """The letter was printed. Raises as ``check_may_print``."""
        with self._working(number, person, "letter", "letter_printed") as work:
            letter, case = _there(newest_letter(work.tx.session, work.case.id)), work.case
            flags = frozenset(map(Flag, case.flags))
            _check_printable(Band(case.band), flags, text_of(letter), is_signed_off=letter.signed_off_at is not None)
            letter.printed_at, letter.printed_by = work.tx.at, person.login
            work.finish({"letter": (None, whole(text_of(letter)))})
            return _newest_row(work)

    # How it is done

    def _file(self, number: str, person: Person) -> CaseFile:
        check_right("read_cases", person)
        return self._reader.case_file(number, person)

    def _printable(self, number: str, person: Person) -> LetterRow:
        """The kept letter, once it may be printed."""
        file = self._file(number, person)
        check_right("letter", person, desk=file.view.desk)
        kept = self.kept(number, person)
        if kept is None:
            raise UserError("letter_not_kept", "letter")
        _check_printable(file.view.row.band, file.rating.flags, kept.text, is_signed_off=kept.is_signed_off)
        return kept

    def _paper(
        self, number: str, by: Person, text: LetterText, at: datetime | None, progress: Progress, *, is_draft: bool
    ) -> bytes:
        from desktop.reports.letter_paper import head_of, letter_paper  # loads what draws papers; most calls draw none

        imprint = imprint_of(self._site, self._staff, by, text.language, self._now())
        head = head_of(self._file(number, by), imprint, at or self._now(), is_draft=is_draft)
        return letter_paper(text, head, imprint, progress)

    def _signer(self, file: CaseFile, person: Person, language: Language) -> Signer:
        """Who stands for the letter: somebody who leads, first the person, then the case's owner, then the duty card.

        Where nobody there leads, the case's owner signs, whom the guest knows, else the person.
        """
        card, people = self._duty_card(), {row.id: row for row in self._staff.people()}
        nearest = [row for id_ in (person.id, file.view.row.owner_id) if (row := people.get(id_ or 0))]
        on_duty = [row for row in people.values() if line_of(card, row.name)]
        leading = [row for row in (*nearest, *on_duty) if leads(row.role)]
        if not (leading or nearest):
            return Signer("")
        chosen = leading[0] if leading else nearest[-1]
        line = line_of(card, chosen.name)
        phone = line.number if line else ""
        words = load_words(language)
        role = words.term("letter_role", chosen.role)
        return Signer(chosen.name, words.sentence("letter_signer", role=role, phone=phone), phone)

    @contextmanager
    def _working(self, number: str, person: Person, right: str, act: str) -> Iterator[CaseWork]:
        """The case in a write transaction, once the person may do that to it."""
        case_id = self._file(number, person).view.row.id
        with self._database.writing() as session:
            case = session.get_one(Case, case_id)
            check_right(right, person, desk=case.desk)
            check_readable(case.restricted, person)
            rules = self._site.rules
            tx = Transaction(
                session=session,
                person=person,
                at=max(self._now().replace(microsecond=0), case.last_act_at),
                own_time=False,
                facts=self._site.facts(),
                rules=rules,
                in_force=rules.in_force(driver_of(session)),
                journal=self._journal,
                taxonomy=self._site.taxonomy(),
            )
            yield CaseWork.on(tx, case, act)

    @staticmethod
    def _seen(work: CaseWork, version: int | None) -> Letter | None:
        """The newest letter, if it is the one that the person saw."""
        letter = newest_letter(work.tx.session, work.case.id)
        stored = letter.version if letter else None
        if stored != version:
            raise ChangedMeanwhileError(
                "letter_changed_meanwhile", "version", number=work.case.number, version=stored, expected=version
            )
        return letter

    @staticmethod
    def _begin(work: CaseWork, text: LetterText, last: Letter | None) -> None:
        """A letter of its own. Its version counts on from the last one's: no two states of a case share one."""
        letter = Letter(case_id=work.case.id, place=last.place + 1 if last else 1)
        write(letter, text, work.tx.at, work.tx.person.login)
        work.tx.session.add(letter)
        work.tx.session.flush()
        if last is not None:
            numbered = "UPDATE letters SET version = ? WHERE id = ?"
            driver_of(work.tx.session).execute(numbered, (last.version + 1, letter.id))


def _there(letter: Letter | None) -> Letter:
    if letter is None:
        raise UserError("letter_not_kept", "letter")
    return letter


def _newest_row(work: CaseWork) -> LetterRow:
    return read_letters(driver_of(work.tx.session), work.case.id)[-1]


def _check_printable(band: Band, flags: Collection[Flag], text: LetterText, *, is_signed_off: bool) -> None:
    _check_no_blanks(text)
    if needs_sign_off(band, flags) and not is_signed_off:
        raise UserError("letter_needs_sign_off", "letter")


def _check_no_blanks(text: LetterText) -> None:
    if text.has_blanks:
        raise UserError("letter_has_blanks", "letter")
