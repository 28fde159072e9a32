"""After the guest has gone: the letter of apology, drafted, written over, signed off, saved and read back; by keys."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog

from desktop.domain.kinds import Band, Language
from desktop.ui.letter.pieces import Piece
from desktop.ui.letter.window import LetterWindow
from tests.journeys import working
from tests.journeys.hands import Keyboard
from tests.journeys.leading import THE_CASE, begin, go_to, rate, read, who_is_hurt
from tests.journeys.real_window import RealWindow
from tests.reports.reading import says, sizes_of
from tests.support.sites import owner_of

CTRL = Qt.KeyboardModifier.ControlModifier
GUEST = {Language.EN: "Tan Wei Ling", Language.ZH: "陈薇玲"}
HONORIFIC = {Language.EN: "Ms", Language.ZH: "女士"}
GREETED = {Language.EN: "Dear Ms Tan", Language.ZH: "陈女士"}
HEARD = {Language.EN: "She slipped on the wet floor by the lift.", Language.ZH: "电梯口地上有水，她滑倒了。"}
CATEGORY = {Language.EN: "breakfast", Language.ZH: "早餐"}
WRITTEN = {
    Language.EN: "I am sorry that you slipped. Mr Lee saw to the floor at once.",
    Language.ZH: "您在电梯口滑倒，我很抱歉。地面已经处理好了。",
}


def open_letter(hands: Keyboard) -> LetterWindow:
    """From the head of the case."""
    at = hands.at
    hands.press(at.case.header.letter)
    (letter,) = [window for window in at.window.findChildren(LetterWindow) if window.isVisible()]
    return letter


def write_body(at: RealWindow, letter: LetterWindow, text: str) -> None:
    """Everything that stands in the body gives way to other words."""
    assert letter.page.sheet.areas[Piece.BODY].hasFocus()
    at.press(Qt.Key.Key_A, CTRL)
    if text.isascii():
        at.type(text)
    else:
        at.write("pinyin", text)


@pytest.mark.parametrize("language", list(Language))
def test_the_letter_of_a_p1_is_drafted_edited_signed_off_by_a_manager_saved_and_read_back(
    at_the_desk: Callable[[Language], RealWindow], tmp_path: Path, language: Language, monkeypatch: pytest.MonkeyPatch
) -> None:
    at = at_the_desk(language)
    hands = begin(at, HEARD[language])
    named = [(at.intake.hearing.name, GUEST[language]), (at.intake.hearing.honorific, HONORIFIC[language])]
    for field, words in named if language is Language.ZH else reversed(named):  # as one reads
        hands.write(field, words)
    who_is_hurt(hands, "yes")
    rate(hands, CATEGORY[language], "3")
    at.with_ctrl(Qt.Key.Key_4)
    go_to(at, "apologise")
    hands.send(at.intake.foot.save)
    working.find_the_case(hands, THE_CASE)
    assert working.file_of(at, THE_CASE).view.row.band is Band.P1

    letter = open_letter(hands)
    draft = letter.page.sheet.areas[Piece.BODY].text()
    assert draft
    for fault in ("our fault", "responsib", "我们的责任", "我们的错"):
        assert fault not in draft.lower(), "somebody is hurt: regret only"
    assert GREETED[language] in letter.page.sheet.areas[Piece.GREETING].text()
    write_body(at, letter, WRITTEN[language])
    at.press(Qt.Key.Key_S, CTRL)
    assert not letter.page.acts.save.isEnabled(), "nobody prints the letter of a P1 before it is signed off"
    assert not letter.page.acts.sign.isEnabled(), "a receptionist doesn't sign it off"
    at.press(Qt.Key.Key_Escape)
    kept = at.desk.letters.kept(THE_CASE, owner_of(at.desk))
    assert kept is not None
    assert (kept.text.paragraphs, kept.signed_off_by) == ((WRITTEN[language],), "")

    manager = Keyboard(at)
    manager.hand_the_desk_to("Mark")
    working.find_the_case(manager, THE_CASE)
    letter = open_letter(manager)
    assert letter.page.sheet.areas[Piece.BODY].text() == WRITTEN[language]
    manager.press(letter.page.acts.sign)
    path = tmp_path / "letter.pdf"
    with monkeypatch.context() as patched:
        patched.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(path), ""))
        manager.press(letter.page.acts.save)
    assert read(letter.page.acts)
    at.press(Qt.Key.Key_Escape)
    kept = at.desk.letters.kept(THE_CASE, owner_of(at.desk))
    assert kept is not None
    assert kept.signed_off_by == "mark"
    content = path.read_bytes()
    assert len(sizes_of(content)) == 1
    for words in (WRITTEN[language], kept.text.greeting, kept.text.closing, kept.text.signed_by):
        assert says(content, words), words
