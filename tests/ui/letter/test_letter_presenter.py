"""Every condition of the window of a letter, on a real desk and without a window."""

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from desktop.domain import commands as c
from desktop.domain.kinds import Language, RemedyKind
from desktop.domain.letters import LetterText
from desktop.domain.people import Person
from desktop.errors import UserError
from desktop.guides.apology import Missing, Part
from desktop.guides.apology_warnings import Spoils
from desktop.ui.letter.presenter import LetterPresenter
from desktop.ui.letter.state import Done, LetterState, Look, NotYet, Phase
from desktop.ui.tasks import InlineRunner
from tests.ui.letter.conftest import CHANGE, Cases


class View:
    """Notes what it is shown."""

    def __init__(self) -> None:
        self.states: list[LetterState] = []
        self.said_changed = 0

    def paint(self, state: LetterState) -> None:
        self.states.append(state)

    def say_changed(self) -> None:
        self.said_changed += 1


class Desk:
    """One person's window of a letter."""

    def __init__(self, cases: Cases, number: str, login: str) -> None:
        self.cases, self.number, self.view, self.acts = cases, number, View(), 0
        self.person: Person = cases.person(login)
        self.presenter = LetterPresenter(
            self.view, cases.doors(number, self.person), InlineRunner(), self.person, number, self.count
        )
        self.presenter.begin()

    def count(self) -> None:
        self.acts += 1

    @property
    def state(self) -> LetterState:
        return self.presenter.state

    @property
    def text(self) -> LetterText:
        assert self.state.text is not None
        return self.state.text

    def write(self, *paragraphs: str) -> None:
        """Types another body, and pauses."""
        self.presenter.type(replace(self.text, paragraphs=paragraphs))
        self.presenter.look_over()

    def refusal(self) -> str:
        return self.state.refusal.code if self.state.refusal else ""


@pytest.fixture
def sit(cases: Cases) -> Callable[..., Desk]:
    """Somebody opens the letter of a case."""
    return lambda number, login="rita": Desk(cases, number, login)


Sit = Callable[..., Desk]


# Opening


def test_the_letter_comes_from_the_case_in_the_guests_language(cases: Cases, sit: Sit) -> None:
    at = sit(cases.ready(Language.ZH))
    assert at.state.phase is Phase.READY
    assert at.state.language is Language.ZH
    assert CHANGE[Language.ZH].rstrip("。") in at.text.body
    assert at.state.apology is not None
    assert at.state.apology.is_whole
    assert not at.state.is_kept
    assert not at.state.is_edited
    assert at.state.pages is not None


def test_missing_parts_lead_to_the_cases_own_moves(cases: Cases, sit: Sit) -> None:
    at = sit(cases.fresh())
    assert at.state.apology is not None
    ways = {part.part: (part.missing, at.state.way_on(part)) for part in at.state.apology.parts if not part.is_there}
    assert ways[Part.RESPONSIBILITY] == (Missing.FACTS_OPEN, "confirm_facts")
    assert ways[Part.REPAIR] == (Missing.NO_REMEDY, "")  # a new case can't be proposed anything yet
    assert at.state.has_blanks
    assert at.state.not_printable() is NotYet.UNKEPT


def test_a_case_that_is_not_there_is_said_and_can_be_asked_for_again(cases: Cases, sit: Sit) -> None:
    at = sit("HH-D1-20261119-9999")
    assert at.state.phase is Phase.FAILED
    assert at.state.failure is not None
    assert at.state.failure.code == "no_such_case"
    at.presenter.begin()
    assert at.state.phase is Phase.FAILED


# Writing


def test_words_that_spoil_the_letter_are_found_where_they_stand(cases: Cases, sit: Sit) -> None:
    at = sit(cases.ready())
    at.write("😀 I am sorry, but if you feel so.", "You get ¥5,000 back.")
    kinds = [passage.kind for passage in at.state.passages]
    assert kinds == [Spoils.BUT, Spoils.IF_YOU_FEEL, Spoils.PROMISE]
    for passage in at.state.passages:
        assert at.text.body[passage.start : passage.end] == passage.text
    at.write("I am sorry.")
    assert at.state.passages == ()


def test_another_language_is_asked_for_once_where_words_were_typed(cases: Cases, sit: Sit) -> None:
    at = sit(cases.ready())
    at.presenter.choose_language(Language.ZH)
    assert at.state.language is Language.ZH, "nothing was typed, so nothing is asked"
    assert at.state.apology_language is Language.ZH
    at.write("我很抱歉。")
    at.presenter.choose_language(Language.EN)
    assert at.state.asked is not None
    assert at.state.language is Language.ZH
    at.presenter.answer(go_on=False)
    assert at.text.paragraphs == ("我很抱歉。",)
    at.presenter.choose_language(Language.EN)
    at.presenter.answer(go_on=True)
    assert at.state.language is Language.EN
    assert at.state.asked is None
    assert not at.state.is_edited


def test_a_kept_letter_comes_back_with_its_language(cases: Cases, sit: Sit) -> None:
    at = sit(cases.ready())
    at.write("I am sorry.")
    at.presenter.keep()
    at.presenter.choose_language(Language.ZH)
    assert not at.state.is_kept
    at.presenter.choose_language(Language.EN)
    assert at.text.paragraphs == ("I am sorry.",)
    assert at.state.is_kept


def test_writing_it_anew_asks_once_and_takes_what_the_case_knows_by_then(cases: Cases, sit: Sit) -> None:
    number = cases.ready()
    at = sit(number)
    at.write("I am sorry.")
    cases.do(c.Propose(number, (c.RemedyOffer(RemedyKind.GIFT, 8800),)))
    at.presenter.write_anew()
    assert at.state.asked is not None
    assert at.text.paragraphs == ("I am sorry.",)
    at.presenter.answer(go_on=True)
    assert "¥88" in at.text.body


# Keeping, signing off, printing


def test_a_letter_that_needs_no_sign_off_is_kept_and_printed_by_the_clerk(cases: Cases, sit: Sit) -> None:
    at = sit(cases.ready())
    assert not at.state.must_be_signed
    assert at.state.not_signable() is NotYet.NEEDS_NONE
    assert at.state.not_printable() is NotYet.UNKEPT
    at.presenter.keep()
    assert (at.state.done, at.state.is_kept, at.acts) == (Done.KEPT, True, 1)
    at.presenter.paper.print()
    assert cases.printer.printed == 1
    assert at.state.done is Done.PRINTED
    assert at.state.kept is not None
    assert at.state.kept.printed_by == "rita"
    assert at.acts == 2


def test_a_letter_of_a_flagged_case_waits_for_a_manager(cases: Cases, sit: Sit) -> None:
    number = cases.ready(urgent=True)
    clerk = sit(number)
    clerk.presenter.keep()
    assert clerk.state.not_signable() is NotYet.MANAGERS_ONLY
    assert clerk.state.not_printable() is NotYet.UNSIGNED
    clerk.presenter.sign_off()
    clerk.presenter.paper.print()
    assert (clerk.state.is_signed, cases.printer.printed) == (False, 0)

    manager = sit(number, "mark")
    manager.presenter.sign_off()
    assert (manager.state.done, manager.state.is_signed) == (Done.SIGNED, True)

    clerk.presenter.poll()
    assert clerk.state.is_signed
    clerk.presenter.paper.print()
    assert cases.printer.printed == 1


def test_other_words_take_the_sign_off_back(cases: Cases, sit: Sit) -> None:
    at = sit(cases.ready(urgent=True), "mark")
    at.presenter.keep()
    at.presenter.sign_off()
    at.write("I am sorry.")
    assert not at.state.is_signed
    assert at.state.not_printable() is NotYet.UNKEPT
    at.presenter.keep()
    assert at.state.not_printable() is NotYet.UNSIGNED
    assert at.state.not_signable() is None


def test_blanks_are_filled_in_before_it_is_signed_or_printed(cases: Cases, sit: Sit) -> None:
    at = sit(cases.fresh(), "mark")
    at.presenter.keep()
    assert at.state.is_kept
    assert at.state.has_blanks
    assert at.state.not_printable() is NotYet.BLANKS
    at.write("I am sorry.")
    at.presenter.keep()
    assert at.state.not_printable() is None


def test_an_empty_letter_is_refused_in_words_and_stays_as_it_was_typed(cases: Cases, sit: Sit) -> None:
    at = sit(cases.ready())
    at.write()
    at.presenter.keep()
    assert at.refusal() == "letter_empty"
    assert at.text.paragraphs == ()
    at.write("I am sorry.")
    assert at.refusal() == ""


def test_somebody_without_the_right_is_told_why(cases: Cases, sit: Sit) -> None:
    elsewhere = cases.desk.staff.person("rita", "D2")
    state = replace(sit(cases.ready()).state, person=elsewhere)
    reason = state.not_keepable()
    assert reason is not None
    assert reason.code == "not_own_desk"


def test_without_a_printer_saving_is_offered_and_works(cases: Cases, sit: Sit, tmp_path: Path) -> None:
    cases.has_printer = False
    at = sit(cases.ready())
    at.presenter.keep()
    at.presenter.paper.print()
    assert at.refusal() == "no_printer"
    at.presenter.paper.save(tmp_path / "letter.pdf")
    assert (tmp_path / "letter.pdf").read_bytes().startswith(b"%PDF")
    assert (at.state.done, at.refusal()) == (Done.SAVED, "")


def test_thinking_better_of_it_at_the_printer_prints_nothing(cases: Cases, sit: Sit) -> None:
    cases.printer.chosen = False
    at = sit(cases.ready())
    at.presenter.keep()
    at.presenter.paper.print()
    assert cases.printer.printed == 0
    assert at.state.kept is not None
    assert at.state.kept.printed_at is None
    assert not at.state.is_busy


def test_a_file_that_cannot_be_written_is_one_sentence(cases: Cases, sit: Sit, tmp_path: Path) -> None:
    at = sit(cases.ready())
    at.presenter.keep()
    at.presenter.paper.save(tmp_path / "nowhere" / "letter.pdf")
    assert at.refusal()
    assert not at.state.is_busy


def test_a_letter_that_is_too_long_for_its_page_says_so_instead_of_showing_one(cases: Cases, sit: Sit) -> None:
    at = sit(cases.ready())
    at.write(*["A long paragraph that goes on and on, as if nobody had a page to fit it on. " * 6] * 12)
    assert at.state.pages is None
    assert at.state.pages_refusal is not None
    assert at.state.pages_refusal.code == "letter_too_long"
    at.write("I am sorry.")
    assert at.state.pages is not None
    assert at.state.pages_refusal is None


# What is half typed


def test_what_is_half_typed_is_there_again(cases: Cases, sit: Sit) -> None:
    number = cases.ready()
    at = sit(number)
    at.write("我很抱歉 😀", "<b>not bold</b>")
    at.presenter.close()
    again = sit(number)
    assert again.text.paragraphs == ("我很抱歉 😀", "<b>not bold</b>")
    assert again.state.done is Done.BROUGHT_BACK
    again.presenter.keep()
    again.presenter.close()
    assert cases.desk.drafts.typed(again.person, f"letter {number}") == {}
    assert sit(number).state.done is Done.NOTHING


def test_what_is_half_typed_is_nobody_elses_and_not_the_case_screens(cases: Cases, sit: Sit) -> None:
    number = cases.ready()
    at = sit(number)
    cases.desk.drafts.keep_typed(at.person, number, {"note": {"text": "half a note"}})
    at.write("I am sorry.")
    at.presenter.poll()
    assert cases.desk.drafts.typed(at.person, number) == {"note": {"text": "half a note"}}
    assert sit(number, "sam").state.done is Done.NOTHING


def test_after_closing_nothing_is_painted_any_more(cases: Cases, sit: Sit) -> None:
    at = sit(cases.ready())
    at.write("I am sorry.")
    at.presenter.close()
    painted = len(at.view.states)
    at.presenter.begin()
    assert len(at.view.states) == painted


# Two people


def test_two_people_on_one_letter_see_both_versions(cases: Cases, sit: Sit) -> None:
    number = cases.ready()
    mine, theirs = sit(number), sit(number, "sam")
    mine.write("I am sorry, says Rita.")
    cases.clock.advance(timedelta(minutes=36))
    theirs.write("I am sorry, says Sam.")
    theirs.presenter.keep()
    mine.presenter.keep()
    assert mine.state.clash is not None
    assert mine.state.clash.text.paragraphs == ("I am sorry, says Sam.",)
    assert mine.text.paragraphs == ("I am sorry, says Rita.",)
    assert mine.refusal() == ""
    mine.presenter.see_both()
    assert mine.state.is_clash_open
    mine.presenter.keep_mine()
    assert mine.state.is_kept
    assert mine.state.clash is None
    theirs.presenter.poll()
    assert theirs.text.paragraphs == ("I am sorry, says Rita.",), "nothing was typed, so it is shown as it is now"


def test_theirs_may_be_taken(cases: Cases, sit: Sit) -> None:
    number = cases.ready()
    mine, theirs = sit(number), sit(number, "sam")
    mine.write("I am sorry, says Rita.")
    theirs.presenter.choose_language(Language.ZH)
    theirs.presenter.keep()
    mine.presenter.poll()
    assert mine.state.clash is not None
    assert mine.view.said_changed == 1
    mine.presenter.take_theirs()
    assert mine.text == theirs.text
    assert mine.state.is_kept
    assert mine.state.apology_language is Language.ZH
    assert cases.desk.drafts.typed(mine.person, f"letter {number}") == {}


def test_half_typed_words_that_grew_old_meet_the_kept_ones(cases: Cases, sit: Sit) -> None:
    number = cases.ready()
    at = sit(number)
    at.write("I am sorry, says Rita.")
    at.presenter.close()
    sit(number, "sam").presenter.keep()
    again = sit(number)
    assert again.text.paragraphs == ("I am sorry, says Rita.",)
    assert again.state.clash is not None


def test_typing_the_very_same_words_settles_it(cases: Cases, sit: Sit) -> None:
    number = cases.ready()
    mine, theirs = sit(number), sit(number, "sam")
    mine.write("Says Rita.")
    theirs.write("Says Sam.")
    theirs.presenter.keep()
    mine.presenter.poll()
    assert mine.state.clash is not None
    mine.presenter.type(theirs.text)
    assert mine.state.clash is None
    assert mine.state.is_kept


def test_the_page_is_a_draft_until_it_may_be_printed(cases: Cases, sit: Sit) -> None:
    at = sit(cases.ready(urgent=True), "mark")
    draft = at.state.pages
    at.presenter.keep()
    assert at.state.pages is draft, "kept is not signed off"
    at.presenter.sign_off()
    assert at.state.pages is not draft


def test_words_that_changed_under_a_sign_off_are_read_again_first(cases: Cases, sit: Sit) -> None:
    number = cases.ready(urgent=True)
    manager, clerk = sit(number, "mark"), sit(number)
    manager.presenter.keep()
    clerk.presenter.poll()
    clerk.write("Other words.")
    clerk.presenter.keep()
    manager.presenter.sign_off()
    assert manager.refusal() == "letter_changed_meanwhile"
    assert manager.text.paragraphs == ("Other words.",)
    assert not manager.state.is_signed
    manager.presenter.sign_off()
    assert manager.state.is_signed


def test_the_parts_follow_the_case(cases: Cases, sit: Sit) -> None:
    number = cases.fresh()
    at = sit(number)
    cases.do(c.ConfirmFacts(number, "The drain was blocked."))
    at.presenter.poll()
    assert at.state.apology is not None
    there = {part.part for part in at.state.apology.parts if part.is_there}
    assert {Part.EXPLANATION, Part.RESPONSIBILITY} <= there
    assert "The drain was blocked." in at.text.body, "nothing was typed, so the letter follows too"
    assert at.view.said_changed == 1


def test_ones_own_acts_are_no_news(cases: Cases, sit: Sit) -> None:
    at = sit(cases.ready(urgent=True), "mark")
    at.presenter.keep()
    at.presenter.poll()
    at.presenter.sign_off()
    at.presenter.poll()
    at.presenter.paper.print()
    at.presenter.poll()
    assert at.view.said_changed == 0


def test_a_printed_letter_stays_and_other_words_begin_a_new_one(cases: Cases, sit: Sit) -> None:
    at = sit(cases.ready())
    at.presenter.keep()
    at.presenter.paper.print()
    first = at.state.kept
    at.write("One more word.")
    at.presenter.keep()
    assert first is not None
    assert at.state.kept is not None
    assert at.state.kept.place == first.place + 1
    assert at.state.kept.printed_at is None


def test_the_desk_that_fails_says_so_and_keeps_the_words(cases: Cases, sit: Sit) -> None:
    at = sit(cases.ready())
    at.write("I am sorry.")

    def broken(_text: LetterText, _version: int | None) -> None:
        raise UserError("busy")

    at.presenter._doors = replace(at.presenter._doors, keep=broken)  # type: ignore[arg-type]  # never returns
    at.presenter.keep()
    assert at.refusal() == "busy"
    assert at.text.paragraphs == ("I am sorry.",)
    assert not at.state.is_busy


def test_the_look_is_remembered_while_the_window_is_open(cases: Cases, sit: Sit) -> None:
    at = sit(cases.ready())
    at.presenter.choose_look(Look.SPOKEN)
    at.write("I am sorry.")
    assert at.state.look is Look.SPOKEN
