"""Photos, scans and texts on a case: attaching them, looking at them, taking them off again."""

from pathlib import Path

from sqlalchemy import func, select

from desktop.domain.attaching import MOST_ON_A_CASE, check_size, kind_of, shown_name
from desktop.domain.case_file import AttachmentRow
from desktop.domain.commands import Attach, Detach
from desktop.errors import UserError
from desktop.exchange.files import written_beside
from desktop.models.case import Case
from desktop.models.work import Attachment
from desktop.services.attachment_store import AttachmentStore, read_given
from desktop.services.case_work import CaseWork, Done, Transaction


class AttachmentService:
    """What stands before the acts ``attach`` and ``detach``: bytes come in and out here, cases change there."""

    def __init__(self, store: AttachmentStore) -> None:
        self._store = store

    def take_in(self, number: str, given: str, content: bytes) -> Attach:
        """Keeps the bytes of a file for a case; returns the act that attaches it, which is still to be performed.

        ``given`` is the name that it came with. Raises ``UserError``: ``attachment_empty``, ``attachment_kind``,
        ``attachment_too_large``; ``WorkspaceError``: ``disk_full``, ``workspace_read_only``.
        """
        check_size(len(content))
        kind = kind_of(content)
        return Attach(number, shown_name(given, kind), kind.media_type, len(content), self._store.put(content))

    def take_in_file(self, number: str, path: Path) -> Attach:
        """The same for a file on this computer. Raises also ``file_missing`` and ``file_unreadable``."""
        return self.take_in(number, path.name, read_given(path))

    def content(self, attachment: AttachmentRow) -> bytes:
        """The bytes of an attachment. Raises ``UserError`` ``attachment_missing``."""
        return self._store.read(attachment.sha256)

    def save(self, path: Path, content: bytes) -> None:
        """Writes a copy to where the person wants it. Raises ``UserError``: ``file_unwritable``, ``disk_full``."""
        with written_beside(path) as file:
            file.write(content)


def attach(tx: Transaction, command: Attach) -> Done:
    """Puts a file that was taken in on a case. Raises ``too_many``."""
    work = CaseWork.load(tx, command, "attach")
    on_case = select(func.count(), func.max(Attachment.place)).where(Attachment.case_id == work.case.id)
    count, last = tx.session.execute(on_case).one()
    if count >= MOST_ON_A_CASE:
        raise UserError("too_many", "attachment", limit=MOST_ON_A_CASE)
    tx.session.add(
        Attachment(
            case_id=work.case.id,
            place=(last or 0) + 1,
            sha256=command.sha256,
            name=command.name,
            kind=command.kind,
            size=command.size,
            at=tx.at,
            by=tx.person.login,
        )
    )
    return work.finish({"attachment": (None, command.name)})


def detach(tx: Transaction, command: Detach) -> Done:
    """Takes a file off a case; what it was stays in the history. Raises ``attachment_missing``."""
    work = CaseWork.load(tx, command, "detach")
    attachment = _on_case(tx, work.case, command.place)
    attachment.removed_at = tx.at
    return work.finish({"attachment": (attachment.name, None)})


def _on_case(tx: Transaction, case: Case, place: int) -> Attachment:
    there = select(Attachment).where(
        Attachment.case_id == case.id, Attachment.place == place, Attachment.removed_at.is_(None)
    )
    attachment = tx.session.scalar(there)
    if attachment is None:
        raise UserError("attachment_missing", "attachment", number=case.number)
    return attachment
