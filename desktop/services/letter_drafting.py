"""The first words of a letter: an apology put together from what its case holds, with blanks for what it doesn't."""

import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from desktop.domain.case_file import CaseFile
from desktop.domain.kinds import Language, Outcome, RemedyKind
from desktop.domain.letters import BLANK, BULLET, LetterText
from desktop.domain.money import Currency
from desktop.domain.rows import RemedyRow
from desktop.domain.site_settings import DutyCard, DutyLine
from desktop.domain.texts import fold
from desktop.words import Words, plain
from desktop.words.formats import is_chinese_name, sum_text

if TYPE_CHECKING:  # what puts an apology together is loaded with the first letter, not at start-up
    from desktop.guides.apology import Apology, ApologyFacts, Letter
    from desktop.guides.shipped import Guides

#: Remedies that a letter doesn't list: it is one of them itself, and what colleagues are told stays in the house.
UNLISTED = frozenset({RemedyKind.SPOKEN_APOLOGY, RemedyKind.LETTER, RemedyKind.EXPLANATION, RemedyKind.COACHING})
_SHORTEST_NAME = 2  #: characters; one letter alone stands in everybody's line of the duty card
_HERE = "\ue000"  #: where the remedies go; a private character, which no guide holds
_FULL_STOPS = ".。"
_MOSTLY = 0.2  #: a text with this share of Chinese among its letters is Chinese; a character says more than a letter


@dataclass(frozen=True, slots=True)
class Signer:
    """Who signs: their name, what stands below it, and a number of their own where the duty card has one."""

    name: str
    line: str = ""
    phone: str = ""


@dataclass(frozen=True, slots=True)
class Done:
    """One remedy in the letter's language: ``what`` within a sentence, ``note`` what was written to it."""

    what: str
    note: str = ""


def language_of(file: CaseFile, site: Language) -> Language:
    """The letter's language: the guest's; English for a guest of a third language; the site's where none is known."""
    from desktop.guides.conditions import primary

    own = primary(file.complainant.language)
    if not own:
        return site
    return Language.ZH if own == Language.ZH else Language.EN


def line_of(card: DutyCard, name: str) -> DutyLine | None:
    """The line of the duty card that names somebody."""
    wanted = fold(name.strip())
    if len(wanted) < _SHORTEST_NAME:
        return None
    return next((line for line in card.lines if wanted in fold(line.who)), None)


def facts_of(file: CaseFile, done: Sequence[Done], signer: Signer, phone: str, language: Language) -> "ApologyFacts":
    """What the case holds, as the apology builder wants it. ``phone`` is the site's, where the signer has none."""
    from desktop.guides.apology import ApologyFacts

    row, view, story = file.view.row, file.view, file.story
    return ApologyFacts(
        language=language,
        name=row.guest,
        honorific=row.honorific,
        category=row.category or "",
        place=view.place if _is_said_in(view.place, language) else "",
        problem_date=view.problem_date,
        confirmed=story.facts_confirmed_at is not None,
        explanation=story.facts,
        outcome=file.ending.outcome,
        remedies=tuple(map(_in_one, done)),
        prevention=story.prevention,
        flags=file.rating.flags,
        staff=signer.name,
        phone=signer.phone or phone,
        number=row.number,
    )


def remedies_of(remedies: Sequence[RemedyRow], words: Words, currency: Currency) -> tuple[Done, ...]:
    """What stands on the case and a letter lists, with its exact sums; notes in another language are left out."""
    return tuple(_done(row, words, currency) for row in remedies if not row.taken_back and row.kind not in UNLISTED)


def apology_of(facts: "ApologyFacts", guides: "Guides") -> "Apology":
    """The six parts as the case stands, without blanks."""
    from desktop.guides.apology import build_apology

    guidance = guides.guidance
    return build_apology(facts, guides.apology, guidance.bank.words_for(facts.category), guidance.guide.neutral)


def draft_of(facts: "ApologyFacts", done: Sequence[Done], guides: "Guides", signer: Signer) -> LetterText:
    """The letter with a blank for each fact that the case doesn't hold, or holds in another language."""
    letter = apology_of(_with_blanks(facts, is_done=bool(done)), guides).letter
    return LetterText(
        language=facts.language,
        greeting=letter.greeting,
        paragraphs=tuple(_with_remedies(letter, done, facts.language)),
        closing=letter.closing,
        signed_by=letter.signed_by or BLANK,
        signer_line=signer.line,
    )


def _with_blanks(facts: "ApologyFacts", *, is_done: bool) -> "ApologyFacts":
    """What a letter needs: what happened, what was done, what changes.

    Without confirmed facts no responsibility is taken; a complaint that wasn't upheld asks for no amends.
    """
    is_upheld = facts.outcome is not Outcome.NOT
    needed = replace(
        facts,
        explanation=_known(facts.explanation, facts.language),
        remedies=(_HERE,) if is_done or is_upheld else (),
        prevention=_known(facts.prevention, facts.language) if is_upheld or plain(facts.prevention) else "",
    )
    if facts.confirmed:
        return needed
    return replace(needed, confirmed=True, explanation=BLANK, outcome=Outcome.NOT)  # explained, and no fault named


def _known(text: str, language: Language) -> str:
    return text if plain(text) and _is_said_in(text, language) else BLANK


def _is_said_in(text: str, language: Language) -> bool:
    """Whether a text can stand in a letter of this language; figures alone can stand anywhere."""
    letters = [character for character in text if unicodedata.category(character).startswith("L")]
    if not letters:
        return True
    is_chinese = sum(map(is_chinese_name, letters)) >= _MOSTLY * len(letters)
    return is_chinese is (language is Language.ZH)


def _with_remedies(letter: "Letter", done: Sequence[Done], language: Language) -> Iterator[str]:
    """The paragraphs; several remedies, or one with a note, become points of a list."""
    for paragraph in letter.paragraphs:
        lead, here, rest = paragraph.partition(_HERE)
        if not here:
            yield paragraph
        elif rest.strip(_FULL_STOPS) or not _is_list(done):
            yield f"{lead}{_listed(done, language) or BLANK}{rest}"
        else:
            yield lead.rstrip()
            yield from (f"{BULLET}{_point(each, language)}" for each in done)


def _is_list(done: Sequence[Done]) -> bool:
    return len(done) > 1 or any(each.note for each in done)


def _listed(done: Sequence[Done], language: Language) -> str:
    items = [_in_one(each) for each in done]
    if language is Language.ZH:
        return "、".join(items)
    return " and ".join([", ".join(items[:-1]), items[-1]] if len(items) > 1 else items)


def _in_one(done: Done) -> str:
    if not done.note:
        return done.what
    note = done.note.rstrip(_FULL_STOPS)
    return f"{done.what}（{note}）" if is_chinese_name(done.what) else f"{done.what} ({note})"


def _point(done: Done, language: Language) -> str:
    colon, stop = ("：", "。") if language is Language.ZH else (": ", ".")
    said = f"{done.what}{colon}{done.note}" if done.note else done.what
    return said[:1].upper() + said[1:] + ("" if said[-1] in ".!?。！？…" else stop)


def _done(row: RemedyRow, words: Words, currency: Currency) -> Done:
    total = sum_text(row.amount, currency) if row.amount else ""
    note = plain(row.note) if _is_said_in(row.note, words.language) else ""
    return Done(words.sentence(f"letter_remedy_{row.kind}", sum=total), note)
