"""A span's figures as files for other programs: XLSX and CSV (figures.md; trust.md, Text from outside)."""

from datetime import date, datetime, timedelta
from pathlib import Path

from desktop.domain.figures.shapes import Figures, Span
from desktop.domain.figures.spans import month_of_day, span_before
from desktop.domain.kinds import Language
from desktop.domain.people import Person, Right, check_right, right_to
from desktop.domain.wallclock import local_day, utc_at
from desktop.errors import UserError
from desktop.exchange.figure_sheets import FigureBook
from desktop.exchange.files import written_beside
from desktop.exchange.sources import CSV, XLSX
from desktop.models.driver import Driver
from desktop.models.engine import Database
from desktop.services.figure_looks import Look, take_look
from desktop.services.figure_rows import named_to, window_of
from desktop.services.figures import FiguresService
from desktop.services.goals import GoalsService
from desktop.services.site import SiteService
from desktop.words import load_words

KINDS = (XLSX, CSV)
_NAMES = "SELECT login, name FROM staff"
_GUESTS = "SELECT id, guest_name FROM cases WHERE received_at >= ? AND received_at < ? AND guest_name <> ''"


class FigureFileService:
    """Writes the figures that ``figures`` gives, rounded as they are."""

    def __init__(self, database: Database, site: SiteService, figures: FiguresService, goals: GoalsService) -> None:
        self._database, self._site, self._figures, self._goals = database, site, figures, goals

    def save(self, person: Person, path: Path, span: Span, as_of: datetime, *, language: Language) -> None:
        """Writes the figures of a span as of a moment (aware UTC), by the end of the file's name.

        The workbook lists the cohort's cases: with their guests' names for who may export names, without restricted
        ones for who may not read them. An older file is replaced once the new one is whole. Raises ``UserError``:
        ``not_allowed``, ``file_kind``, ``file_unwritable``, ``disk_full``.
        """
        check_right("export_anonymous", person)
        kind = path.suffix.lower()
        if kind not in KINDS:
            raise UserError("file_kind", "file", allowed=list(KINDS))
        book = self._book(person, span, as_of, language)
        with written_beside(path) as file:
            if kind == CSV:
                file.write(b"\xef\xbb\xbf" + book.csv().encode())
                return
            # Its library takes longer to load than everything else here.
            from desktop.exchange.sheets import write_book

            write_book(file, book.sheets(), path.parent, as_of)

    def _book(self, person: Person, span: Span, as_of: datetime, language: Language) -> FigureBook:
        facts, known = self._site.facts(), self._figures.data_span(person)
        begun = None if known is None else local_day(known[0], facts.zone)
        with self._database.reading_plainly() as driver:
            look = take_look(driver, window_of(span, as_of, self._site.facts().zone))
            names: dict[str, str] = dict(driver.execute(_NAMES))
            guests = _guests(driver, look) if right_to("export_names", person.role) is not Right.NO else None
        return FigureBook(
            figures=self._figures.span(person, span, as_of),
            before=self._before(person, span, as_of, begun),
            goals=self._goals.goals(),
            trend=self._figures.trend(person, month_of_day(span.until - timedelta(days=1)), as_of),
            cases=sorted(named_to(person, look.cohort), key=lambda case: (case.received, case.id)),
            guests=guests,
            logins=look.logins,
            names=names,
            words=load_words(language),
            taxonomy=self._site.taxonomy(),
            shifts=self._site.in_force().shifts,
            currency=facts.currency,
            zone=facts.zone,
            begun=begun,
        )

    def _before(self, person: Person, span: Span, as_of: datetime, begun: date | None) -> Figures | None:
        """The figures of the span before; None where the site has no record of that time, for nothing was counted."""
        before = span_before(span)
        counted = begun is not None and begun < span.first
        if not counted or utc_at(before.first, 0, self._site.facts().zone) > as_of:
            return None
        return self._figures.span(person, before, as_of)


def _guests(driver: Driver, look: Look) -> dict[int, str]:
    """The guests' names by the number of their case in the database."""
    return dict(driver.execute(_GUESTS, (look.window.start, look.window.end)))
