"""The letters of a case as they are stored."""

import json
from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from desktop.domain.kinds import Language
from desktop.domain.letters import LetterRow, LetterText
from desktop.models.base import moment
from desktop.models.driver import Driver
from desktop.models.talk import Letter

_LETTERS = """SELECT place, version, language, greeting, paragraphs, closing, signed_by, signer_line, at, "by",
signed_off_at, signed_off_by, printed_at, printed_by FROM letters WHERE case_id = ? ORDER BY place"""


def read_letters(driver: Driver, case_id: int) -> tuple[LetterRow, ...]:
    """The letters kept on a case, the oldest first."""
    return tuple(map(_row, driver.execute(_LETTERS, (case_id,))))


def _row(stored: Sequence[Any]) -> LetterRow:
    place, version, language, greeting, paragraphs, closing, signed_by, signer_line, at, by, *steps = stored
    signed_off_at, signed_off_by, printed_at, printed_by = steps
    text = LetterText(Language(language), greeting, tuple(json.loads(paragraphs)), closing, signed_by, signer_line)
    return LetterRow(
        place=place,
        version=version,
        text=text,
        at=moment(at),
        by=by,
        signed_off_at=None if signed_off_at is None else moment(signed_off_at),
        signed_off_by=signed_off_by,
        printed_at=None if printed_at is None else moment(printed_at),
        printed_by=printed_by,
    )


def newest_letter(session: Session, case_id: int) -> Letter | None:
    """The letter of a case that counts, to be worked on."""
    return session.scalar(select(Letter).where(Letter.case_id == case_id).order_by(Letter.place.desc()).limit(1))


def text_of(letter: Letter) -> LetterText:
    """The words of a stored letter."""
    return LetterText(
        Language(letter.language),
        letter.greeting,
        tuple(letter.paragraphs),
        letter.closing,
        letter.signed_by,
        letter.signer_line,
    )


def write(letter: Letter, text: LetterText, at: datetime, by: str) -> None:
    """Puts other words into a letter; nobody has signed these off."""
    letter.language, letter.greeting, letter.paragraphs = text.language.value, text.greeting, list(text.paragraphs)
    letter.closing, letter.signed_by, letter.signer_line = text.closing, text.signed_by, text.signer_line
    letter.at, letter.by = at, by
    letter.signed_off_at, letter.signed_off_by = None, ""


def whole(text: LetterText) -> str:
    """All words of a letter, as its history keeps them."""
    lines = (text.greeting, *text.paragraphs, text.closing, text.signed_by, text.signer_line)
    return "\n".join(line for line in lines if line)
