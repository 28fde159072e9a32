"""Papers of the desk as PDF: what stands on them is read here, how they look is ``desktop.reports``' business.

What draws them is loaded when the first paper is asked for: most verbs and most hours of a window need none.
"""

from collections.abc import Callable, Sequence
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from desktop.domain.case_file import AttachmentRow
from desktop.domain.kinds import Language
from desktop.domain.people import Person, check_right
from desktop.domain.queueing import EVERYTHING, Chip, QueueFilter
from desktop.domain.rows import QueueRow
from desktop.errors import UserError
from desktop.files import is_disk_full, replacing
from desktop.reports.receipt_size import ReceiptSize
from desktop.services.case_reading import CaseReader
from desktop.services.queue import QueueService
from desktop.services.site import SiteService
from desktop.services.staff import StaffService
from desktop.words import load_words

if TYPE_CHECKING:
    from desktop.reports.imprint import Imprint
    from desktop.services.desk import Desk

Progress = Callable[[int, int], None]  #: how far it is, of how much; may raise to stop the work

_PICTURES = ("image/jpeg", "image/png", "image/gif", "image/webp", "image/bmp")


class Pictures(Protocol):
    """What gives the bytes of an attachment."""

    def content(self, attachment: AttachmentRow) -> bytes:
        """The bytes. Raises ``UserError`` ``attachment_missing``."""


def _quiet(_done: int, _total: int) -> None:
    pass


class PaperService:
    """Makes papers. ``now`` gives the present moment (aware UTC): when a paper was printed, and what is late."""

    def __init__(
        self,
        site: SiteService,
        staff: StaffService,
        reader: CaseReader,
        queue: QueueService,
        attachments: Pictures,
        now: Callable[[], datetime],
    ) -> None:
        self._site, self._staff, self._reader, self._queue = site, staff, reader, queue
        self._attachments, self._now = attachments, now

    def case_file(
        self,
        number: str,
        person: Person,
        *,
        language: Language | None = None,
        at: datetime | None = None,
        pictures: bool = False,
        progress: Progress = _quiet,
    ) -> bytes:
        """Everything known of a case, with the pictures attached to it where ``pictures`` asks for them.

        In the site's language unless told otherwise, judged at ``at`` or now. Raises ``UserError``: ``not_allowed``,
        ``no_such_case``, ``restricted``.
        """
        check_right("read_cases", person)
        file = self._reader.case_file(number, person)
        shown = {a.place: self._bytes(a) for a in file.attachments if a.kind in _PICTURES} if pictures else {}
        found = {place: content for place, content in shown.items() if content}
        from desktop.reports.case_paper import case_paper

        return case_paper(file, self._imprint(person, language), at or self._now(), found, progress)

    def receipt(
        self,
        number: str,
        person: Person,
        *,
        size: ReceiptSize = ReceiptSize.A5,
        language: Language | None = None,
        at: datetime | None = None,
        progress: Progress = _quiet,
    ) -> bytes:
        """What the guest takes along. Raises as ``case_file``."""
        check_right("read_cases", person)
        file = self._reader.case_file(number, person)
        from desktop.reports.receipt_paper import receipt_paper

        return receipt_paper(file, self._imprint(person, language), size, at or self._now(), progress)

    def queue_list(
        self,
        person: Person,
        *,
        language: Language | None = None,
        at: datetime | None = None,
        chip: Chip = Chip.OPEN,
        narrowed: QueueFilter = EVERYTHING,
        progress: Progress = _quiet,
    ) -> bytes:
        """The queue as it stands at ``at`` or now, whole or narrowed as on screen. Raises ``not_allowed``."""
        at = at or self._now()
        return self.list_of(self._queue.all_rows(at, chip, narrowed, person), person, language, at, progress)

    def list_of(
        self,
        rows: tuple[QueueRow, ...],
        person: Person,
        language: Language | None,
        at: datetime,
        progress: Progress = _quiet,
    ) -> bytes:
        """These rows as a list, in the order given: the table as it is on screen. Raises ``not_allowed``."""
        check_right("read_cases", person)
        from desktop.reports.queue_paper import queue_paper

        return queue_paper(rows, self._imprint(person, language), at, progress)

    def recovery_sheet(
        self, rows: Sequence[tuple[str, str]], person: Person, *, language: Language | None = None
    ) -> bytes:
        """An owner's recovery sheet from its lines (``desktop.services.recovery``). Its code stands nowhere else."""
        from desktop.reports.recovery_paper import recovery_paper

        return recovery_paper(rows, self._imprint(person, language))

    def _imprint(self, person: Person, language: Language | None) -> "Imprint":
        return imprint_of(self._site, self._staff, person, language, self._now())

    def _bytes(self, attachment: AttachmentRow) -> bytes:
        try:
            return self._attachments.content(attachment)
        except UserError:
            return b""  # its name still stands on the list


def imprint_of(
    site: SiteService, staff: StaffService, person: Person, language: Language | None, printed_at: datetime
) -> "Imprint":
    """What every paper of the site shares, printed by somebody at a moment; in the site's language unless told."""
    from desktop.reports.imprint import Imprint

    facts = site.facts()
    desks = {desk.code: desk.name for desk in (*facts.desks, *facts.retired)}
    return Imprint(
        words=load_words(language or facts.language),
        taxonomy=site.taxonomy(),
        zone=facts.zone,
        currency=facts.currency,
        site=facts.name,
        phone=facts.phone,
        address=facts.address,
        desk=desks.get(person.desk, facts.desks[0].name),
        printed_at=printed_at,
        printed_by=person.name,
        practice=facts.training,
        names={row.login: row.name for row in staff.everyone()},
        desks=desks,
    )


def papers_of(desk: "Desk") -> PaperService:
    """The papers of an open desk."""
    return PaperService(desk.site, desk.staff, desk.reader, desk.queue, desk.attachments, desk.now)


def save_paper(path: Path, content: bytes) -> None:
    """Writes a PDF; an older file stays until the new one is whole.

    Raises ``UserError``: ``paper_unwritable``, ``disk_full`` (field ``pdf``).
    """
    try:
        with replacing(path) as file:
            file.write(content)
    except (OSError, ValueError) as error:  # ValueError: a name with a NUL in it
        full = isinstance(error, OSError) and is_disk_full(error)
        raise UserError("disk_full" if full else "paper_unwritable", "pdf", path=str(path)) from error
