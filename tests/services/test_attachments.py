"""Photos and scans on a case, from the file to the backup and back."""

import hashlib
import zipfile
from pathlib import Path

import pytest

from desktop.domain.case_file import AttachmentRow
from desktop.domain.commands import Attach, Detach
from desktop.domain.people import Person
from desktop.errors import UserError
from desktop.models.archives import attachment_path
from desktop.services.attachment_store import read_given
from desktop.services.restoring import restore
from tests.support.acts import Story
from tests.support.sites import open_site

PHOTO = b"\xff\xd8\xff\xe0" + bytes(range(256)) * 40
SCAN = b"%PDF-1.7\n" + b"scan" * 1000


def manager(story: Story) -> Person:
    return story.desk.staff.person(story.by, "D1")


def attach(story: Story, number: str, name: str = "leak.jpg", content: bytes = PHOTO) -> None:
    story.desk.cases.perform(story.desk.attachments.take_in(number, name, content), manager(story), story.at)


def on_case(story: Story, number: str) -> list[AttachmentRow]:
    return list(story.desk.reader.case_file(number).attachments)


def test_a_photo_comes_out_of_the_case_as_it_went_in(story: Story) -> None:
    number = story.open()
    attach(story, number)
    attach(story, number, "../../bill.pdf", SCAN)
    photo, scan = on_case(story, number)
    assert (photo.name, photo.kind, photo.size, photo.place) == ("leak.jpg", "image/jpeg", len(PHOTO), 1)
    assert (scan.name, scan.kind, scan.place, scan.by) == ("bill.pdf", "application/pdf", 2, story.by)
    assert [story.desk.attachments.content(row) for row in (photo, scan)] == [PHOTO, SCAN]
    assert story.desk.reader.view(number).history[-1].changes[-1].after == "bill.pdf"


def test_the_same_photo_is_kept_once(story: Story) -> None:
    first, second = story.open(), story.open()
    attach(story, first)
    attach(story, second)
    kept = [p for p in (story.desk.workspace.folder / "attachments").rglob("*") if p.is_file()]
    assert [p.name for p in kept] == [hashlib.sha256(PHOTO).hexdigest()]


def test_what_is_taken_off_is_gone_from_the_case_and_stands_in_the_history(story: Story) -> None:
    number = story.open()
    attach(story, number)
    story.desk.cases.perform(Detach(number, 1), manager(story), story.at)
    assert on_case(story, number) == []
    with pytest.raises(UserError, match="attachment_missing"):
        story.desk.cases.perform(Detach(number, 1), manager(story), story.at)
    attach(story, number)
    assert [row.place for row in on_case(story, number)] == [2]  # a place is never given twice


def test_taking_off_is_undone(story: Story) -> None:
    number = story.open()
    attach(story, number)
    story.desk.cases._now = lambda: story.at  # type: ignore[method-assign, assignment]
    story.desk.cases.perform(Detach(number, 1), manager(story))
    story.desk.cases.undo(number, manager(story))
    assert [row.name for row in on_case(story, number)] == ["leak.jpg"]


@pytest.mark.parametrize("login", ["rita", "ana"])
def test_who_may_not_work_on_the_case_attaches_nothing(login: str, story: Story) -> None:
    number = story.open()
    command = story.desk.attachments.take_in(number, "leak.jpg", PHOTO)
    with pytest.raises(UserError) as refusal:
        story.desk.cases.perform(command, story.desk.staff.person(login, "D9"), story.at)
    assert refusal.value.code == ("not_own_desk" if login == "rita" else "not_allowed")


def test_a_hundred_are_the_most_on_a_case(story: Story) -> None:
    number = story.open()
    sha256 = story.desk.attachments.take_in(number, "leak.jpg", PHOTO).sha256
    command = Attach(number, "leak.jpg", "image/jpeg", len(PHOTO), sha256)
    for _ in range(100):
        story.desk.cases.perform(command, manager(story), story.at)
    with pytest.raises(UserError, match="too_many"):
        story.desk.cases.perform(command, manager(story), story.at)


def test_two_hundred_megabytes_are_refused_before_they_are_read(tmp_path: Path) -> None:
    huge = tmp_path / "huge.jpg"
    with huge.open("wb") as file:
        file.truncate(200 * 1024 * 1024)
    with pytest.raises(UserError, match="attachment_too_large"):
        read_given(huge)


def test_a_folder_or_nothing_is_no_file(tmp_path: Path) -> None:
    for path, code in ((tmp_path, "file_unreadable"), (tmp_path / "gone.jpg", "file_missing")):
        with pytest.raises(UserError, match=code):
            read_given(path)


def test_verify_names_the_case_whose_attachment_is_missing_or_changed(story: Story) -> None:
    number = story.open()
    attach(story, number)
    (row,) = on_case(story, number)
    path = attachment_path(story.desk.workspace.folder, row.sha256)
    assert story.desk.health.verify().ok
    path.write_bytes(b"something else")
    (problem,) = story.desk.health.verify().problems
    assert (problem.code, problem.params["number"]) == ("attachment_missing", number)
    with pytest.raises(UserError, match="attachment_missing"):
        story.desk.attachments.content(row)
    attach(story, number)  # attaching the photo once more mends it
    assert story.desk.health.verify().ok


def test_a_backup_that_leaves_the_workspace_takes_the_attachments_along(story: Story, tmp_path: Path) -> None:
    number = story.open()
    attach(story, number)
    file = tmp_path / "stick" / "all.amends"
    file.parent.mkdir()
    made = story.desk.backups.make(file)
    assert [name for name in made.manifest.members if name.startswith("attachments/")] == [
        f"attachments/{hashlib.sha256(PHOTO).hexdigest()}"
    ]
    restore(tmp_path / "elsewhere", file, at=story.at)
    there = open_site(tmp_path / "elsewhere", lambda: story.at)
    (row,) = there.reader.case_file(number).attachments
    assert there.attachments.content(row) == PHOTO
    assert there.health.verify().ok
    there.close()


def test_a_sealed_backup_takes_them_along_too(story: Story, tmp_path: Path) -> None:
    number = story.open()
    attach(story, number)
    story.desk.backups.make(tmp_path / "all.amends", "correct horse battery")
    restore(tmp_path / "elsewhere", tmp_path / "all.amends", "correct horse battery", at=story.at)
    there = open_site(tmp_path / "elsewhere", lambda: story.at)
    assert there.attachments.content(there.reader.case_file(number).attachments[0]) == PHOTO
    there.close()


def test_the_workspaces_own_backups_stay_small_and_keep_the_attachments_that_lie_beside_them(story: Story) -> None:
    number = story.open()
    attach(story, number)
    made = story.desk.backups.make()
    assert not any(name.startswith("attachments/") for name in made.manifest.members)
    story.desk.close()
    restore(story.desk.workspace.folder, made.path, at=story.at)
    again = open_site(story.desk.workspace.folder, lambda: story.at)
    assert again.attachments.content(again.reader.case_file(number).attachments[0]) == PHOTO
    assert again.health.verify().ok
    again.close()


def test_a_backup_with_a_stranger_among_its_attachments_is_refused(story: Story, tmp_path: Path) -> None:
    file = tmp_path / "all.amends"
    story.desk.backups.make(file)
    with zipfile.ZipFile(file, "a") as zipped:
        zipped.writestr("attachments/../../evil", b"x")
    with pytest.raises(UserError, match="backup_damaged"):
        restore(tmp_path / "elsewhere", file, at=story.at)
    assert not (tmp_path / "elsewhere").exists()


def test_a_copy_is_saved_where_it_is_wanted_or_it_is_said_why_not(story: Story, tmp_path: Path) -> None:
    story.desk.attachments.save(tmp_path / "copy.jpg", PHOTO)
    assert (tmp_path / "copy.jpg").read_bytes() == PHOTO
    with pytest.raises(UserError, match="file_unwritable"):
        story.desk.attachments.save(tmp_path / "nowhere" / "copy.jpg", PHOTO)
