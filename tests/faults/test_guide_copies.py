"""A site's own guide file that breaks while the desk is at work: nobody at the counter notices, managers are told."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from desktop.domain.guide_settings import GuideSource
from desktop.guides.shipped import CONVERSATION_FILE
from desktop.ui.settings.guides import GuidesSection
from desktop.ui.settings.state import Part
from tests.guides.example import GUIDE
from tests.guides.test_loading import BAD, changed, line_of
from tests.journeys.conftest import reopen
from tests.journeys.hands import Keyboard
from tests.journeys.leading import begin, next_step, on_card, step, talk_of
from tests.journeys.real_window import RealWindow, live_site
from tests.journeys.test_guests_and_settings import open_settings

__all__ = ["reopen"]

OWN, SHIPPED = "First listen", "Thank you for coming to me"
SAID_OF = {
    "bad yaml": "guide_bad_yaml",
    "an unknown placeholder": "guide_unknown_placeholder",
    "a missing language": "guide_missing_language",
    "a dead end": "guide_dead_end",
    "a loop": "guide_loop",
    "an alias": "guide_alias",
    "a double key": "guide_double_key",
    "the wrong kind": "guide_other_kind",
}


def _written(code: str) -> Callable[[Path], int]:
    """Spoils the text; the line that is complained of."""

    def spoil(path: Path) -> int:
        old, new, shown = BAD[code]
        text = changed(old, new)
        path.write_text(text, encoding="utf-8")
        return line_of(text, shown or new.splitlines()[0])

    return spoil


def _bytes(content: bytes) -> Callable[[Path], int]:
    def spoil(path: Path) -> int:
        path.write_bytes(content)
        return 0

    return spoil


def _folder(path: Path) -> int:
    path.unlink()
    path.mkdir()
    return 0


def _link(path: Path) -> int:
    elsewhere = path.with_name("elsewhere")
    path.rename(elsewhere)
    path.symlink_to(elsewhere)
    return 0


def _unreadable(path: Path) -> int:
    """Root reads everything; a pipe that nobody writes to can't be read by anybody."""
    path.chmod(0)
    if os.geteuid() == 0:
        path.unlink()
        os.mkfifo(path)
    return 0


#: Fifteen kinds; all but the last are refused. What spoils the file gives the line of the complaint, 0 for none.
BREAKING: dict[str, Callable[[Path], int]] = {
    **{kind: _written(code) for kind, code in SAID_OF.items()},
    "the wrong encoding": _bytes(GUIDE.encode("gb18030")),
    "over 256 KB": _bytes(GUIDE.encode() + b"# " + b"x" * 262_144),
    "empty": _bytes(b""),
    "a folder": _folder,
    "a link": _link,
    "unreadable": _unreadable,
    "vanished": lambda path: path.unlink() or 0,
}


@pytest.mark.skipif(os.name == "nt", reason="links and pipes need rights there")
@pytest.mark.parametrize("kind", BREAKING)
def test_the_conversation_that_runs_goes_on_the_next_is_led_by_what_is_shipped_and_managers_are_told(
    reopen: Callable[[Path], RealWindow], tmp_path: Path, kind: str
) -> None:
    at = reopen(live_site(tmp_path / "site"))
    path = at.desk.guides.folder() / CONVERSATION_FILE
    path.parent.mkdir()
    path.write_text(GUIDE, encoding="utf-8")
    hands = begin(at, "It drips.")
    assert OWN in on_card(at), "the site's own words"
    line = BREAKING[kind](path)

    next_step(at)
    at.with_ctrl(Qt.Key.Key_4)
    assert step(at) == "apologise"
    next_step(at)
    assert "First ask" in on_card(at)
    hands.send(at.intake.foot.save)
    steps = talk_of(at).steps
    assert [one.step for one in steps] == ["listen", "apologise", "ask"]
    assert (steps[0].said, steps[-1].said) == ("First listen.", "First ask.")

    hands.new_complaint()
    at.commit("The next guest.")
    assert SHIPPED in on_card(at)
    next_step(at)
    assert step(at) == "empathise"
    hands.send(at.intake.foot.save)
    assert talk_of(at, at.chosen).steps[-1].name == "Empathise"

    hands.hand_the_desk_to("Mark")
    is_refused = kind != "vanished"
    assert (CONVERSATION_FILE in at.page.toast.text) is is_refused
    if line:
        assert f"Line {line}:" in at.page.toast.text
    assert told_in_the_settings(hands) is (GuideSource.REFUSED if is_refused else GuideSource.SHIPPED)


def told_in_the_settings(hands: Keyboard) -> GuideSource:
    """How the settings say that the file stands; of a refused one they give the reason."""
    section = open_settings(hands, Part.GUIDES)
    assert isinstance(section, GuidesSection)
    row = section.files.rows[CONVERSATION_FILE]
    said = {"Shipped": GuideSource.SHIPPED, "Your copy": GuideSource.OWN, "Copy not used": GuideSource.REFUSED}
    source = said[row.state.text()]
    assert row.problems.isVisible() is (source is GuideSource.REFUSED)
    return source
