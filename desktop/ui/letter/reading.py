"""What is read for the window of a letter, and how the state takes it up. No Qt."""

from dataclasses import replace

from desktop.domain.letters import LetterText
from desktop.ui.letter.doors import LetterDoors
from desktop.ui.letter.pieces import read_stored, tidy, tidy_row
from desktop.ui.letter.state import Done, LetterState, Loaded, Phase


def load(doors: LetterDoors) -> Loaded:
    """All that the window shows; takes a while. Raises ``UserError``."""
    seen = doors.seen()  # first: what changes while the rest is read is noticed by the next look
    kept = doors.kept()
    fresh = tidy(doors.draft(kept.text.language if kept is not None else None))
    return Loaded(
        file=doors.case_file(),
        names=doors.names(),
        kept=tidy_row(kept) if kept is not None else None,
        fresh=fresh,
        apology=doors.apology(fresh.language),
        seen=seen,
        typed=doors.typed(),
    )


def start_of(loaded: Loaded) -> LetterText:
    """What the window shows to somebody who typed nothing."""
    return loaded.kept.text if loaded.kept is not None else loaded.fresh


def opened(state: LetterState, loaded: Loaded) -> LetterState:
    """The window opens: with what was half typed when it was closed, and with both versions where that got old."""
    kept, text = loaded.kept, start_of(loaded)
    state = replace(_with(state, loaded), phase=Phase.READY, text=text, begun=text)
    state = replace(state, apology=loaded.apology, apology_language=loaded.fresh.language)
    typed = read_stored(loaded.typed)
    if typed is None or typed[0] == text:
        return state
    is_old = kept is not None and kept.version != typed[1]
    return replace(state, text=typed[0], clash=kept if is_old else None, done=Done.BROUGHT_BACK)


def changed(state: LetterState, loaded: Loaded, start: LetterText | None) -> LetterState:
    """Case or letter were changed elsewhere: shown at once; with both versions where one had written.

    ``start`` is what the window showed at first to somebody who typed nothing.
    """
    kept, before = loaded.kept, state.kept
    state = _with(state, loaded)
    if state.text == start:
        return replace(state, text=start_of(loaded), begun=start_of(loaded))
    is_other = kept is not None and (before is None or kept.version != before.version) and kept.text != state.text
    return replace(state, clash=kept, is_clash_open=False) if is_other else state


def _with(state: LetterState, loaded: Loaded) -> LetterState:
    return replace(state, file=loaded.file, names=loaded.names, kept=loaded.kept)
