"""What is said of words that spoil a letter, and of how far it is."""

from datetime import datetime, tzinfo

from PySide6.QtCore import QCoreApplication

from desktop.domain.kinds import Band
from desktop.guides.apology_warnings import Passage
from desktop.ui import formats
from desktop.ui.letter.state import Done, LetterState, NotYet
from desktop.words import Words
from desktop.words.plain import plain

_LONGEST = 60  #: characters of a passage that is quoted
_SIGNED_BANDS = (Band.P1, Band.P2)


def way_on(move: str) -> str:
    """The words on the button that leads to a missing part."""
    translate = QCoreApplication.translate
    return {
        "confirm_facts": translate("LetterActs", "Confirm the facts…"),
        "propose": translate("LetterActs", "Offer a remedy…"),
    }[move]


def warning(passage: Passage, words: Words) -> str:
    """What is wrong with a passage, and what to do."""
    why = words.term("letter_warning", passage.kind.value)
    said = QCoreApplication.translate("LetterActs", "“{text}”: {why}")
    return said.format(text=plain(passage.text, _LONGEST), why=why)


def not_yet(reason: NotYet | None) -> str:
    """Why a button is off; empty where it isn't, or where that goes without saying."""
    translate = QCoreApplication.translate
    if reason is None:
        return ""
    return {
        NotYet.MANAGERS_ONLY: translate("LetterActs", "Only a manager signs letters off."),
        NotYet.UNKEPT: translate("LetterActs", "Keep the letter first."),
        NotYet.BLANKS: translate("LetterActs", "Fill in the outlined blanks first."),
        NotYet.UNSIGNED: translate("LetterActs", "A manager signs it off first."),
        NotYet.NEEDS_NONE: "",
        NotYet.SIGNED: "",
    }[reason]


def sign_off(state: LetterState, words: Words, zone: tzinfo, now: datetime) -> str:
    """How far the letter is, in words."""
    translate = QCoreApplication.translate
    kept = state.kept
    if kept is not None and kept.printed_at is not None and state.is_kept:
        return translate("LetterActs", "Printed by {name} at {time}.").format(
            name=_name(state, kept.printed_by), time=time_of(kept.printed_at, words, zone, now)
        )
    if kept is not None and kept.signed_off_at is not None:
        if not state.is_kept:
            return translate("LetterActs", "Signed off by {name}; other words need it anew.").format(
                name=_name(state, kept.signed_off_by)
            )
        return translate("LetterActs", "Signed off by {name} at {time}.").format(
            name=_name(state, kept.signed_off_by), time=time_of(kept.signed_off_at, words, zone, now)
        )
    if not state.must_be_signed:
        return translate("LetterActs", "This letter needs no sign-off.")
    said = translate("LetterActs", "A manager signs this letter off before it is printed: {reason}.")
    return said.format(reason=_reason(state, words))


def done(state: LetterState) -> str:
    """What was done last; empty where nothing was."""
    translate = QCoreApplication.translate
    return {
        Done.NOTHING: "",
        Done.KEPT: translate("LetterActs", "Kept on the case."),
        Done.SIGNED: "",  # who and when stands above it
        Done.PRINTED: translate("LetterActs", "Sent to the printer."),
        Done.SAVED: translate("LetterActs", "Saved as {name}.").format(name=state.saved.name if state.saved else ""),
        Done.BROUGHT_BACK: translate("LetterActs", "What you wrote before is here again."),
    }[state.done]


def time_of(moment: datetime, words: Words, zone: tzinfo, now: datetime) -> str:
    """A moment on the site's clock, as short as it stays clear."""
    return formats.near_time(moment.astimezone(zone), now.astimezone(zone), words.language)


def _reason(state: LetterState, words: Words) -> str:
    """What calls for a manager: the band, else the flags."""
    if state.band in _SIGNED_BANDS:
        return words.term("band", state.band.value)
    between = QCoreApplication.translate("LetterActs", ", ")
    return between.join(words.term("flag", flag.value) for flag in sorted(state.flags))


def _name(state: LetterState, login: str) -> str:
    return plain(state.names.get(login, login), _LONGEST)
