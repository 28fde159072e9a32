"""Photos and scans on the case screen: by file, by dropping, by pasting, one after the other."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QGuiApplication, QImage
from PySide6.QtWidgets import QFileDialog, QWidget
from pytestqt.qtbot import QtBot

from desktop.domain.commands import OnCase
from desktop.domain.kinds import Language
from desktop.domain.people import check_right
from desktop.errors import UserError
from desktop.services.desk import Desk
from desktop.ui.case.attachments.card import AttachmentsCard, FileDoors
from desktop.ui.case.attachments.rows import AttachmentLine
from desktop.ui.case.cards.card import CardDoors
from desktop.ui.tasks import InlineRunner
from desktop.ui.theme import Theme
from desktop.words import load_words
from tests.support.acts import Story
from tests.support.staffed import desk, make_desk  # noqa: F401 (pytest finds fixtures by their names)


class Screen:
    """A card on a real case, and what the case screen does around it."""

    def __init__(self, desk: Desk, qtbot: QtBot, login: str = "mark") -> None:  # noqa: F811 (the fixture, handed on)
        self.story = Story(desk)
        self.number = self.story.open()
        self.person = desk.staff.person(login, "D1")
        self.desk = desk
        files = FileDoors(
            desk.attachments.take_in,
            desk.attachments.take_in_file,
            desk.attachments.content,
            desk.attachments.save,
        )
        doors = CardDoors(self.person, desk.site.facts().currency, desk.staff.people)
        self.card = AttachmentsCard(load_words(Language.EN), desk.site.facts().zone, str, doors, files, InlineRunner())
        qtbot.addWidget(self.card)
        self.card.wanted.connect(self.perform)
        self.card.resize(352, 300)
        self.card.show()
        self.show()

    def may(self, act: str) -> UserError | None:
        try:
            check_right(act, self.person, desk="D1")
        except UserError as refusal:
            return refusal
        return None

    def show(self) -> None:
        self.card.show_file(self.desk.reader.case_file(self.number), self.story.at, self.may)

    def perform(self, command: OnCase) -> None:
        try:
            self.desk.cases.perform(command, self.person, self.story.at)
        except UserError as error:
            self.card.show_error(error)
        else:
            self.show()

    def names(self) -> list[str]:
        return [row.name for row in self.desk.reader.case_file(self.number).attachments]

    def lines(self) -> list[AttachmentLine]:
        return self.card.list.rows()


@pytest.fixture
def screen(desk: Desk, qtbot: QtBot, theme: Theme) -> Iterator[Screen]:  # noqa: F811 (a fixture is asked for by its name)
    yield Screen(desk, qtbot)
    QGuiApplication.clipboard().clear()


@pytest.fixture
def photo(tmp_path: Path) -> Path:
    path = tmp_path / "leak.png"
    image = QImage(640, 480, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.darkCyan)
    assert image.save(str(path))
    return path


def drop(widget: QWidget, *paths: Path) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    copy, left, none = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    enter = QDragEnterEvent(QPoint(5, 5), copy, data, left, none)
    QGuiApplication.sendEvent(widget, enter)
    assert enter.isAccepted()
    QGuiApplication.sendEvent(widget, QDropEvent(QPointF(5, 5), copy, data, left, none))


def test_a_card_without_attachments_says_how_they_come(screen: Screen) -> None:
    assert screen.card.none.isVisible()
    assert screen.lines() == []


def test_files_that_are_dropped_go_on_the_case_one_after_the_other(screen: Screen, photo: Path, tmp_path: Path) -> None:
    note = tmp_path / "note.txt"
    note.write_text("空调滴水", encoding="utf-8")
    drop(screen.card, photo, note)
    assert screen.names() == ["leak.png", "note.txt"]
    assert [line.name.text() for line in screen.lines()] == ["leak.png", "note.txt"]
    assert not screen.card.none.isVisible()


def test_a_picture_on_the_clipboard_is_pasted(screen: Screen, photo: Path, qtbot: QtBot) -> None:
    assert not screen.card.paste_button.isVisible()
    QGuiApplication.clipboard().setImage(QImage(str(photo)))
    assert screen.card.paste_button.isVisible()
    qtbot.mouseClick(screen.card.paste_button, Qt.MouseButton.LeftButton)
    assert screen.names() == ["Picture.png"]


def test_a_file_on_the_clipboard_is_pasted_by_key(screen: Screen, photo: Path, qtbot: QtBot) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(photo))])
    QGuiApplication.clipboard().setMimeData(data)
    screen.card.activateWindow()
    screen.card.add.setFocus()
    qtbot.waitUntil(screen.card.add.hasFocus)
    qtbot.keyClick(screen.card.add, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert screen.names() == ["leak.png"]


def test_files_are_chosen_in_a_dialog(
    screen: Screen, photo: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QFileDialog, "getOpenFileNames", lambda *_args: ([str(photo)], ""))
    qtbot.mouseClick(screen.card.add, Qt.MouseButton.LeftButton)
    assert screen.names() == ["leak.png"]


def test_what_cannot_be_attached_is_said_and_the_rest_goes_on(screen: Screen, photo: Path, tmp_path: Path) -> None:
    program, huge = tmp_path / "setup.exe", tmp_path / "film.jpg"
    program.write_bytes(b"MZ\x90\0")
    with huge.open("wb") as file:
        file.truncate(200 * 1024 * 1024)
    drop(screen.card, program)
    assert "photos, scans" in screen.card.notice.sentence.text()
    drop(screen.card, huge)
    assert "larger than 20 MB" in screen.card.notice.sentence.text()
    drop(screen.card, photo)
    assert screen.names() == ["leak.png"]
    assert not screen.card.notice.isVisible()


def test_a_photo_is_looked_at_and_a_copy_saved(
    screen: Screen, photo: Path, tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    drop(screen.card, photo)
    (line,) = screen.lines()
    line.picture.setFocus()
    qtbot.keyClick(line.picture, Qt.Key.Key_Return)
    viewer = screen.card.viewer
    assert viewer.pages.currentWidget() is viewer.picture
    qtbot.keyClick(viewer, Qt.Key.Key_Escape)
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_args: (str(tmp_path / "copy.png"), ""))
    qtbot.mouseClick(line.save, Qt.MouseButton.LeftButton)
    assert (tmp_path / "copy.png").read_bytes() == photo.read_bytes()


def test_markup_in_a_text_is_shown_as_text(screen: Screen, tmp_path: Path, qtbot: QtBot) -> None:
    note = tmp_path / "<b>note.txt"
    note.write_text("<img src=//host/share> stays text", encoding="utf-8")
    drop(screen.card, note)
    (line,) = screen.lines()
    assert line.name.text() == "bnote.txt"
    qtbot.mouseClick(line.picture, Qt.MouseButton.LeftButton)
    assert screen.card.viewer.text.text() == "<img src=//host/share> stays text"
    screen.card.viewer.reject()


def test_an_attachment_is_taken_off(screen: Screen, photo: Path, qtbot: QtBot) -> None:
    drop(screen.card, photo)
    qtbot.mouseClick(screen.lines()[0].remove, Qt.MouseButton.LeftButton)
    assert screen.names() == []
    assert screen.card.none.isVisible()


def test_who_may_not_attach_is_told_why(desk: Desk, qtbot: QtBot, theme: Theme) -> None:  # noqa: F811 (as above)
    screen = Screen(desk, qtbot, "ana")
    assert not screen.card.add.isEnabled()
    assert screen.card.add.accessibleDescription()


def test_a_file_that_is_missing_is_said_when_it_is_looked_at(screen: Screen, tmp_path: Path, qtbot: QtBot) -> None:
    note = tmp_path / "note.txt"
    note.write_text("gone", encoding="utf-8")
    drop(screen.card, note)
    for path in (screen.desk.workspace.folder / "attachments").rglob("*"):
        if path.is_file():
            path.unlink()
    qtbot.mouseClick(screen.lines()[0].picture, Qt.MouseButton.LeftButton)
    viewer = screen.card.viewer
    assert viewer.pages.currentWidget() is viewer.words
    assert "backup" in viewer.words.text()
    viewer.reject()
