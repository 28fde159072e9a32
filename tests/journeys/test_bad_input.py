"""What must not get in by the window: one clear sentence and nothing changed, or shown as the text that it is."""

from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QDateTime, QMimeData, Qt, QUrl
from PySide6.QtWidgets import QApplication, QLabel

from desktop.domain.kinds import Language
from desktop.ui.case.attachments.card import AttachmentsCard
from desktop.ui.case.cards.due import Pick
from desktop.ui.case.cards.tasks import TasksCard
from tests.journeys import working
from tests.journeys.hands import Mouse
from tests.journeys.real_window import RealWindow
from tests.journeys.working import file_of
from tests.support.sites import record

MARKUP = "<h1>Free</h1><img src='file:///etc/passwd'><a href='//host/share'>x</a> &amp; <b"
BIDI = "\u202egpj.exe\u202c \u2066left\u2069 \u200bseen\u200f."
LONG_WORD = "x" * 60_000


@pytest.fixture
def hands(at_the_desk: Callable[[Language], RealWindow]) -> Mouse:
    """Rita's, with a case open."""
    at = at_the_desk(Language.EN)
    number = record(at.desk).number
    hands = Mouse(at)
    hands.hand_the_desk_to("Rita")
    working.find_the_case(hands, number)
    return hands


def shown(at: RealWindow) -> str:
    """The number of the case that is shown."""
    return at.case.presenter.state.number


@pytest.fixture
def attachments(hands: Mouse) -> AttachmentsCard:
    """The card that takes files in."""
    card = hands.at.case.cards["attachments"]
    assert isinstance(card, AttachmentsCard)
    return card


def paste(hands: Mouse, card: AttachmentsCard, path: Path) -> None:
    """Puts a file on the clipboard, as a file manager does, and presses Paste."""
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path))])
    QApplication.clipboard().setMimeData(data)
    hands.at.settle()
    hands.press(card.paste_button)
    QApplication.clipboard().clear()


def is_one_sentence(words: str) -> bool:
    """Whether something is said, and not at length."""
    return 0 < len(words) < 200 and words.endswith(".")


def test_a_file_of_200_mb_is_refused_with_its_limit_and_quickly(
    hands: Mouse, attachments: AttachmentsCard, tmp_path: Path
) -> None:
    path = tmp_path / "film.jpg"
    with path.open("wb") as file:
        file.write(b"\xff\xd8\xff")
        file.truncate(200 * 1024 * 1024)  # takes no room on the disk
    before = file_of(hands.at, shown(hands.at))
    paste(hands, attachments, path)
    said = attachments.notice.sentence.text()
    assert is_one_sentence(said.split(". ")[0] + ".")
    assert "20 MB" in said
    assert file_of(hands.at, shown(hands.at)) == before


@pytest.mark.parametrize("name", ["setup.exe", "photo.jpg"])
def test_a_program_is_refused_whatever_it_is_called(
    hands: Mouse, attachments: AttachmentsCard, tmp_path: Path, name: str
) -> None:
    path = tmp_path / name
    path.write_bytes(b"MZ\x90\x00" + bytes(500))
    before = file_of(hands.at, shown(hands.at))
    paste(hands, attachments, path)
    assert "photos" in attachments.notice.sentence.text()
    assert file_of(hands.at, shown(hands.at)) == before


def test_a_name_that_climbs_out_of_its_folder_is_only_a_name(
    hands: Mouse, attachments: AttachmentsCard, tmp_path: Path
) -> None:
    path = tmp_path / "..\\..\\x"
    path.write_bytes(b"what the guest wrote")
    workspace = hands.at.desk.workspace.folder
    around = {entry for folder in (workspace.parent, workspace.parent.parent) for entry in folder.iterdir()}
    paste(hands, attachments, path)
    (row,) = file_of(hands.at, shown(hands.at)).attachments
    assert row.name == "x.txt"
    assert attachments.list.rows()[0].name.text() == "x.txt"
    assert {entry for folder in (workspace.parent, workspace.parent.parent) for entry in folder.iterdir()} == around


def test_a_task_for_nobody_or_due_in_the_past_is_said_at_its_field_and_not_given(hands: Mouse) -> None:
    at = hands.at
    card = at.case.cards["tasks"]
    assert isinstance(card, TasksCard)
    before = file_of(at, shown(at))
    hands.press(card.add)
    hands.press(card.form.send)
    assert is_one_sentence(card.form.row("title").error.text().split("? ")[-1])
    assert card.form.title.hasFocus()
    hands.write(card.form.title, "Mop the floor")
    hands.press(card.form.send)
    assert "Who does it?" in card.form.row("to").error.text()
    hands.write(card.form.who, "Housekeeping")
    hands.press(card.form.due.picks[Pick.OWN])
    past = at.clock().astimezone(at.desk.site.facts().zone) - timedelta(days=1)
    card.form.due.own.setDateTime(QDateTime(past.year, past.month, past.day, past.hour, past.minute, 0))
    hands.press(card.form.send)
    assert is_one_sentence(card.form.row("due").error.text().split(". ")[0] + ".")
    assert file_of(at, shown(at)) == before
    assert (card.form.title.text(), card.form.who.currentText()) == ("Mop the floor", "Housekeeping")


@pytest.mark.parametrize("text", [MARKUP, BIDI, LONG_WORD], ids=["markup", "marks of direction", "one long word"])
def test_what_is_written_in_a_note_is_kept_as_it_is_and_shown_as_text(hands: Mouse, text: str) -> None:
    at = hands.at
    hands.write(at.case.timeline.entry.note, text)
    hands.press(at.case.timeline.entry.add)
    assert [note.text for note in file_of(at, shown(at)).view.notes] == [text]
    at.window.grab()
    for label in at.window.findChildren(QLabel):
        assert label.textFormat() is Qt.TextFormat.PlainText or "<" not in label.text(), label.text()


def test_a_note_of_200_kb_is_refused_with_a_way_on_and_stays_typed(hands: Mouse) -> None:
    at = hands.at
    text = "drip" * 50_000
    before = file_of(at, shown(at))
    hands.write(at.case.timeline.entry.note, text)
    hands.press(at.case.timeline.entry.add)
    assert "file" in at.case.timeline.entry.error.text()
    assert at.case.timeline.entry.text() == text
    assert file_of(at, shown(at)) == before
