"""Where the bytes of attachments lie: in the workspace, each file under its own hash, never changed once written."""

import hashlib
from collections.abc import Iterator
from pathlib import Path

from desktop.domain.attaching import check_size
from desktop.errors import UserError, WorkspaceError
from desktop.files import is_disk_full, replacing
from desktop.models.archives import attachment_path


class AttachmentStore:
    """The attachments of one workspace."""

    def __init__(self, workspace: Path) -> None:
        self._workspace = workspace

    def put(self, content: bytes) -> str:
        """Writes a file down to the disk; returns its hash. The same bytes are kept once.

        Raises ``WorkspaceError``: ``disk_full``, ``workspace_read_only``.
        """
        name = hashlib.sha256(content).hexdigest()
        path = self.path(name)
        if self.is_whole(name):
            return name
        try:
            path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            with replacing(path) as file:
                file.write(content)
        except OSError as error:
            code = "disk_full" if is_disk_full(error) else "workspace_read_only"
            raise WorkspaceError(code, path=str(self._workspace)) from error
        return name

    def read(self, sha256: str) -> bytes:
        """The bytes of an attachment. Raises ``UserError`` ``attachment_missing`` unless they are what was attached."""
        try:
            content = self.path(sha256).read_bytes()
        except OSError as error:
            raise UserError("attachment_missing", "attachment") from error
        if hashlib.sha256(content).hexdigest() != sha256:
            raise UserError("attachment_missing", "attachment")
        return content

    def is_whole(self, sha256: str) -> bool:
        """Whether the file is there and holds what was attached."""
        try:
            with self.path(sha256).open("rb") as file:
                return hashlib.file_digest(file, "sha256").hexdigest() == sha256
        except OSError:
            return False

    def path(self, sha256: str) -> Path:
        """Where a file lies or would lie. Raises ``ValueError`` for what is no hash."""
        return attachment_path(self._workspace, sha256)


def read_given(path: Path) -> bytes:
    """A file that somebody wants to attach, no more of it than may be attached.

    Raises ``UserError``: ``attachment_too_large``, ``file_missing``, ``file_unreadable``.
    """
    try:
        if not path.is_file():  # a folder, a device, a pipe that never ends
            raise UserError("file_missing" if not path.exists() else "file_unreadable", "attachment", path=str(path))
        check_size(path.stat().st_size)
        return b"".join(_pieces(path))
    except OSError as error:
        raise UserError("file_unreadable", "attachment", path=str(path)) from error


def _pieces(path: Path) -> Iterator[bytes]:
    read = 0
    with path.open("rb") as file:
        while piece := file.read(1 << 20):
            read += len(piece)
            check_size(read)  # it may grow while it is read
            yield piece
