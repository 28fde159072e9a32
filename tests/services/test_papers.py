"""Papers of a real desk: who may print what, in which language, judged when."""

from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from desktop.domain.commands import GuestDetails, Restrict
from desktop.domain.kinds import Language
from desktop.errors import UserError
from desktop.reports.receipt_size import ReceiptSize
from desktop.services.desk import Desk
from desktop.services.papers import PaperService, papers_of, save_paper
from tests.reports.reading import says, sizes_of, text_of
from tests.support.clock import EVENING, Clock
from tests.support.sites import owner_of, record

WORDS = "空调坏了，“马上就来”——𠮷 Žižek 김 محمد"


@pytest.fixture
def papers(desk: Desk) -> PaperService:
    """The papers of a practice hotel."""
    return papers_of(desk)


def test_a_case_is_printed_with_its_words_its_site_and_who_printed_it(desk: Desk, papers: PaperService) -> None:
    number = record(desk, WORDS, guest=GuestDetails(name="陈薇玲", honorific="ms")).number
    made = papers.case_file(number, owner_of(desk))
    for told in (number, WORDS, "陈薇玲 女士", "Harbour Hotel", "Olive Owner", "Received", "Practice: not a real case"):
        assert says(made, told), told


def test_a_paper_is_in_the_sites_language_unless_another_is_wanted(desk: Desk, papers: PaperService) -> None:
    number, owner = record(desk).number, owner_of(desk)
    assert says(papers.receipt(number, owner), "We have your complaint")
    assert says(papers.receipt(number, owner, language=Language.ZH), "您的投诉已收到")
    assert says(papers.queue_list(owner, language=Language.ZH), "最急的在前")


def test_a_receipt_comes_in_two_sizes(desk: Desk, papers: PaperService) -> None:
    number, owner = record(desk).number, owner_of(desk)
    assert sizes_of(papers.receipt(number, owner)) == [(148, 210)]
    assert sizes_of(papers.receipt(number, owner, size=ReceiptSize.ROLL))[0][0] == 80


def test_a_receipt_bears_the_sites_phone(desk: Desk, papers: PaperService) -> None:
    number, owner = record(desk).number, owner_of(desk)
    form = desk.settings.site.sheet().value.form
    desk.settings.site.change(owner, replace(form, phone="+86 21 5555 0100"))
    assert says(papers.receipt(number, owner), "+86 21 5555 0100")


def test_the_queue_is_judged_at_the_moment_asked_for(desk: Desk, papers: PaperService) -> None:
    number = record(desk).number
    assert number[-4:] in text_of(papers.queue_list(owner_of(desk)))
    assert "over" not in text_of(papers.queue_list(owner_of(desk)))
    assert "over" in text_of(papers.queue_list(owner_of(desk), at=EVENING + timedelta(days=9)))


def test_a_paper_says_when_it_was_printed_whatever_moment_it_is_judged_at(
    desk: Desk, papers: PaperService, clock: Clock
) -> None:
    number = record(desk).number
    made = papers.case_file(number, owner_of(desk), at=EVENING + timedelta(days=9))
    assert says(made, "Printed 19 Nov 2026 21:42")


def test_who_reads_no_cases_prints_none(desk: Desk, papers: PaperService) -> None:
    number, ana = record(desk).number, desk.staff.person("ana", "D1")
    for printing in (
        lambda: papers.case_file(number, ana),
        lambda: papers.receipt(number, ana),
        lambda: papers.queue_list(ana),
    ):
        with pytest.raises(UserError) as refusal:
            printing()
        assert refusal.value.code == "not_allowed"


def test_an_unknown_case_is_refused(desk: Desk, papers: PaperService) -> None:
    with pytest.raises(UserError) as refusal:
        papers.case_file("HH-D1-20261119-0404", owner_of(desk))
    assert refusal.value.code == "no_such_case"


def test_a_restricted_case_is_printed_for_those_who_lead_alone(desk: Desk, papers: PaperService) -> None:
    number = record(desk, "Somebody touched me in the lift.").number
    desk.cases.perform(Restrict(number, True, "Delicate."), owner_of(desk))
    rita = desk.staff.person("rita", "D1")
    assert says(papers.case_file(number, owner_of(desk)), "Somebody touched me")
    for printing in (lambda: papers.case_file(number, rita), lambda: papers.receipt(number, rita)):
        with pytest.raises(UserError) as refusal:
            printing()
        assert refusal.value.code == "restricted"
    listed = text_of(papers.queue_list(rita))
    assert "Restricted" in listed
    assert "touched" not in listed


def test_pictures_are_printed_when_asked_for_and_a_lost_one_is_only_listed(desk: Desk, papers: PaperService) -> None:
    from tests.reports.test_papers import picture

    number = record(desk).number
    for name in ("floor.png", "lost.png"):
        command = desk.attachments.take_in(number, name, picture(width=40 if name == "floor.png" else 41))
        desk.cases.perform(command, owner_of(desk))
    lost = desk.reader.case_file(number).attachments[1]
    for path in desk.workspace.folder.rglob(f"*{lost.sha256}*"):
        path.unlink()
    plain, pictured = (papers.case_file(number, owner_of(desk), pictures=p) for p in (False, True))
    assert text_of(plain).count("floor.png") == text_of(pictured).count("floor.png") - 1
    assert text_of(plain).count("lost.png") == text_of(pictured).count("lost.png")


def test_saving_replaces_an_older_file_and_leaves_nothing_beside_it(tmp_path: Path) -> None:
    file = tmp_path / "paper.pdf"
    file.write_bytes(b"old")
    save_paper(file, b"new")
    assert file.read_bytes() == b"new"
    assert list(tmp_path.iterdir()) == [file]


@pytest.mark.parametrize("name", ["no/such/folder/x.pdf", "a\0b.pdf", "x" * 300 + ".pdf", ""])
def test_a_place_that_cannot_be_written_is_one_refusal(tmp_path: Path, name: str) -> None:
    with pytest.raises(UserError) as refusal:
        save_paper(tmp_path / name, b"new")
    assert (refusal.value.code, refusal.value.field) == ("paper_unwritable", "pdf")
