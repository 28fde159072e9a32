"""Attachments of a case: photos and scans come in by file, by dropping and by pasting (conventions.md 26)."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, tzinfo
from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QMimeData, QSize, Qt
from PySide6.QtGui import (
    QDragEnterEvent,
    QDragLeaveEvent,
    QDropEvent,
    QGuiApplication,
    QImage,
    QImageWriter,
    QKeySequence,
    QShortcut,
)
from PySide6.QtWidgets import QFileDialog, QWidget

from desktop.domain.attaching import KINDS
from desktop.domain.case_file import AttachmentRow, CaseFile
from desktop.domain.commands import Attach, Detach
from desktop.errors import UserError
from desktop.ui.case.attachments.pictures import picture_of
from desktop.ui.case.attachments.rows import AttachmentLine
from desktop.ui.case.attachments.viewer import Viewer
from desktop.ui.case.cards.card import CardDoors, CaseCard
from desktop.ui.case.cards.parts import LONGEST, Row, RowList, allow
from desktop.ui.formats import day_and_time, file_size
from desktop.ui.refusing import as_refusal
from desktop.ui.tasks import Runner
from desktop.ui.widgets import Button, PlainLabel
from desktop.words import Words, plain

_SMALL = QSize(160, 160)  # device pixels of a small picture
_LARGE = QSize(3000, 2400)
_MOST_PICTURES = 200


@dataclass(frozen=True, slots=True)
class FileDoors:
    """What the card is handed. All of it may take a while and runs off the window's thread.

    ``save`` writes a copy of the bytes to a path that the person named. Each raises ``UserError``.
    """

    take_in: Callable[[str, str, bytes], Attach]
    take_in_file: Callable[[str, Path], Attach]
    content: Callable[[AttachmentRow], bytes]
    save: Callable[[Path, bytes], object]


class AttachmentsCard(CaseCard):
    """The attachments with small pictures; several files go on the case one after the other."""

    def __init__(
        self,
        words: Words,
        zone: tzinfo,
        money: Callable[[int], str],
        doors: CardDoors,
        files: FileDoors,
        runner: Runner,
        parent: QWidget | None = None,
    ) -> None:
        self._files, self._runner = files, runner
        self._pictures: dict[str, QImage | None] = {}
        self._waiting: list[Attach] = []  # taken in, and not on the case yet
        self._is_attaching = False
        super().__init__(words, zone, money, doors, parent)

    def _build(self) -> None:
        self.add = Button(icon="paperclip", size="row")
        self.add.clicked.connect(self._on_add)
        self.paste_button = Button(size="row")
        self.paste_button.clicked.connect(self.paste)
        self.header.addWidget(self.paste_button)
        self.header.addWidget(self.add)
        self.none = Row()
        self._none_words = PlainLabel("", tone="ink3", wrap=True)
        self.none.line.addWidget(self._none_words)
        self.list: RowList[AttachmentLine] = RowList(self._make_line)
        self.body.addWidget(self.none)
        self.body.addWidget(self.list)
        self.setAcceptDrops(True)
        paste = QShortcut(QKeySequence(QKeySequence.StandardKey.Paste), self)
        paste.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        paste.activated.connect(self.paste)
        QGuiApplication.clipboard().dataChanged.connect(self._show_whether_pasting_helps)

    def _set_words(self) -> None:
        self.set_title(self.tr("Attachments"))
        self.add.setText(self.tr("Attach"))
        self.add.setAccessibleName(self.tr("Attach a photo or scan"))
        self.paste_button.setText(self.tr("Paste"))
        self.paste_button.setAccessibleName(self.tr("Paste a picture or file"))
        self._none_words.setText(self.tr("Drop photos or scans here, or paste them."))

    def _paint_file(self, file: CaseFile, now: datetime) -> None:  # noqa: ARG002 (as cards are painted; nothing here ages)
        self.aside.setText(str(len(file.attachments)) if file.attachments else "")
        self.none.setVisible(not file.attachments)
        allow(self.add, self._may("attach"), self._words)
        self._show_whether_pasting_helps()
        refusal = self._may("detach")
        lines = self.list.show_keys([row.place for row in file.attachments])
        for line, row in zip(lines, file.attachments, strict=True):
            self._show_row(line, row)
            allow(line.remove, refusal, self._words)

    def show_file(self, file: CaseFile, now: datetime, may: Callable[[str], UserError | None]) -> None:
        """Shows a case as it stands; what is still waiting goes on it now."""
        super().show_file(file, now, may)
        self._is_attaching = False
        self._attach_next()

    def show_error(self, error: UserError) -> None:
        """Says what was refused, and goes on with the rest."""
        super().show_error(error)
        self._is_attaching = False
        self._attach_next()

    def _forget(self) -> None:
        self._waiting, self._is_attaching = [], False

    # Taking in

    def paste(self) -> None:
        """Attaches what is on the clipboard: a picture, or files."""
        self._take(QGuiApplication.clipboard().mimeData())

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Says that files and pictures may be dropped here."""
        if self._may("attach") is None and _is_welcome(event.mimeData()):
            event.acceptProposedAction()
            self._show_dropping(True)

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        """Nothing is dropped after all."""
        self._show_dropping(False)
        super().dragLeaveEvent(event)

    def dropEvent(self, event: QDropEvent) -> None:
        """Attaches what was dropped."""
        self._show_dropping(False)
        self._take(event.mimeData())
        event.acceptProposedAction()

    def _on_add(self) -> None:
        endings = " ".join(f"*{ending}" for kind in KINDS for ending in kind.endings)
        kinds = self.tr("Photos, scans and texts")
        names, _ = QFileDialog.getOpenFileNames(self, self.tr("Attach a photo or scan"), "", f"{kinds} ({endings})")
        self._take_files(map(Path, names))

    def _take(self, data: QMimeData) -> None:
        if self._may("attach") is not None or not self.number:
            return
        paths = [Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile()]
        if paths:
            self._take_files(paths)
        elif data.hasImage():
            image = data.imageData()
            if isinstance(image, QImage) and not image.isNull():
                name, number = self.tr("Picture.png"), self.number
                self._run(lambda: self._files.take_in(number, name, _png(image)))

    def _take_files(self, paths: Iterable[Path]) -> None:
        number = self.number
        for path in paths:
            self._run(lambda path=path: self._files.take_in_file(number, path))  # type: ignore[misc]  # no default type

    def _run(self, take: Callable[[], Attach]) -> None:
        self._runner.run(lambda _progress: take(), self._on_taken, self._say_failed)

    def _on_taken(self, command: Attach) -> None:
        if command.case == self.number:
            self._waiting.append(command)
            self._attach_next()

    def _attach_next(self) -> None:
        """One act at a time: the next one needs the version that this one leads to."""
        if self._waiting and not self._is_attaching:
            self._is_attaching = True
            self.want(self._waiting.pop(0))

    def _show_dropping(self, dropping: bool) -> None:
        self.setProperty("chosen", dropping)
        self.style().unpolish(self)
        self.style().polish(self)

    def _show_whether_pasting_helps(self) -> None:
        self.paste_button.setVisible(_is_welcome(QGuiApplication.clipboard().mimeData()))
        allow(self.paste_button, self._may("attach"), self._words)

    # Rows

    def _make_line(self) -> AttachmentLine:
        line = AttachmentLine()
        line.picture.asked.connect(lambda: self._with(line, self._open))
        line.save.clicked.connect(lambda: self._with(line, self._save))
        line.remove.clicked.connect(lambda: self._with(line, lambda row: self.want(Detach(self.number, row.place))))
        return line

    def _with(self, line: AttachmentLine, act: Callable[[AttachmentRow], object]) -> None:
        rows: Sequence[AttachmentRow] = self._file.attachments if self._file else ()
        place = line.property("place")
        row = next((row for row in rows if row.place == place), None)
        if row is not None:
            act(row)

    def _show_row(self, line: AttachmentLine, row: AttachmentRow) -> None:
        name = plain(row.name, LONGEST)
        line.setProperty("place", row.place)
        line.name.setText(name)
        at = day_and_time(row.at.astimezone(self._zone), self._words.language)
        line.told.setText(" · ".join((file_size(row.size), self.name_of(row.by), at)))
        line.picture.setAccessibleName(self.tr("Look at {name}").format(name=name))
        line.save.set_name(self.tr("Save a copy of {name}").format(name=name))
        line.remove.set_name(self.tr("Take {name} off").format(name=name))
        line.picture.show_picture(self._pictures.get(row.sha256), "file-text")
        if row.kind.startswith("image/") and row.sha256 not in self._pictures:
            self._make_picture(row)

    def _make_picture(self, row: AttachmentRow) -> None:
        if len(self._pictures) >= _MOST_PICTURES:
            self._pictures.clear()
        self._pictures[row.sha256] = None

        def done(image: QImage | None) -> None:
            self._pictures[row.sha256] = image
            self._repaint()

        content = self._files.content
        # Without its picture a row says what is needed; a missing file is told of when it is looked at.
        self._runner.run(lambda _progress: picture_of(content(row), _SMALL), done, lambda _error: None)

    # One attachment

    def _open(self, row: AttachmentRow) -> None:
        viewer = Viewer(row.name, self.window())
        viewer.save.clicked.connect(lambda: self._save(row))
        no_preview = self.tr("There is no preview of this file. Save a copy to look at it.")
        self.viewer = viewer

        def shown(result: tuple[bytes, QImage | None]) -> None:
            content, image = result
            if image is not None:
                viewer.show_image(image)
            elif row.kind == "text/plain":
                viewer.show_text(content)
            else:
                viewer.show_words(no_preview)

        def failed(error: Exception) -> None:
            viewer.show_words(self._words.error(as_refusal(error)))

        def work(_progress: object) -> tuple[bytes, QImage | None]:
            content = self._files.content(row)
            return content, picture_of(content, _LARGE) if row.kind.startswith("image/") else None

        viewer.open()
        looking = self._runner.run(work, shown, failed)
        viewer.finished.connect(looking.cancel)
        viewer.finished.connect(viewer.deleteLater)

    def _save(self, row: AttachmentRow) -> None:
        name, _ = QFileDialog.getSaveFileName(self, self.tr("Save a copy"), row.name)
        if not name:
            return

        content, save = self._files.content, self._files.save
        self._runner.run(lambda _progress: save(Path(name), content(row)), lambda _done: None, self._say_failed)

    def _say_failed(self, error: Exception) -> None:
        self.notice.say(self._words.error(as_refusal(error)))


def _is_welcome(data: QMimeData | None) -> bool:
    return data is not None and (data.hasImage() or any(url.isLocalFile() for url in data.urls()))


def _png(image: QImage) -> bytes:
    held = QByteArray()
    buffer = QBuffer(held)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    QImageWriter(buffer, QByteArray(b"PNG")).write(image)
    return bytes(held.data())
