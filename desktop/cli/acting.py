"""Verbs that act: init, demo, apply."""

import sys
from collections.abc import Iterator
from datetime import datetime

from desktop.cli.console import DONE, PIN_VARIABLE, REFUSED, Console
from desktop.domain.kinds import Language, Property
from desktop.domain.people import Person
from desktop.domain.texts import fold
from desktop.errors import UserError
from desktop.exchange.acts import ActReader
from desktop.services.desk import Desk, system_clock
from desktop.services.founding import Founding, found_site
from desktop.services.practice import fill_practice_desk
from desktop.words import load_words

_PRACTICE_OWNER = "owner"


def init(console: Console) -> int:
    """Makes a workspace."""
    given = console.arguments
    console.words = load_words(Language(given.language))
    owner = given.owner or (_PRACTICE_OWNER if given.training else "")
    if not owner:
        raise UserError("missing", "owner")
    secret = console.environ.get(PIN_VARIABLE) if given.training else console.secret()
    answers = Founding(
        property=Property(given.property),
        name=given.site,
        code=given.code,
        language=Language(given.language),
        zone=given.timezone,
        owner_login=owner,
        secret=secret,
        desk_name=console.words.term("desk_name", given.property),
        country=given.country.upper(),
        currency=given.currency.upper(),
        training=given.training,
    )
    found_site(console.folder, answers, system_clock()).close()
    console.tell(console.words.sentence("workspace_made", path=str(console.folder)))
    return DONE


def demo(console: Console) -> int:
    """Fills a practice workspace with a believable desk's life."""
    given = console.arguments
    with console.desk() as desk, console.progress() as progress:
        opened = fill_practice_desk(
            desk, desk.now(), months=given.months, cases=given.cases, seed=given.seed, progress=progress
        )
        console.tell(console.words.quantity("cases", opened))
    return DONE


def apply(console: Console) -> int:
    """Carries out a file of acts: each line is done, stored, answered and flushed before the next is read."""
    given = console.arguments
    refused = False
    with console.desk() as desk:
        facts = desk.site.facts()
        person = None if facts.training else console.signed_in(desk)
        reader = ActReader(facts.zone, facts.currency)
        for number, line in _lines(given.file):
            try:
                answer = _carry_out(desk, reader, line, person)
            except UserError as error:
                refused = True
                told = {"code": error.code, "field": error.field, "message": console.words.error(error)}
                console.say_json({"line": number, "ok": False, "error": told}, line=True)
                if given.stop:
                    break
            else:
                console.say_json({"line": number, "ok": True} | answer, line=True)
    return REFUSED if refused else DONE


def _lines(name: str) -> Iterator[tuple[int, bytes]]:
    """The lines of a file or of standard input that hold anything, each read only when it is asked for."""
    if name == "-":
        yield from _filled(sys.stdin.buffer)
        return
    try:
        file = open(name, "rb")  # noqa: PTH123, SIM115 (closed below; the name may be any path the system knows)
    except OSError as error:
        code = "file_missing" if isinstance(error, FileNotFoundError) else "file_unreadable"
        raise UserError(code, "file", path=name) from error
    with file:
        yield from _filled(file)


def _filled(lines: Iterator[bytes]) -> Iterator[tuple[int, bytes]]:
    for number, line in enumerate(lines, start=1):
        if line.strip():
            yield number, line


def _carry_out(desk: Desk, reader: ActReader, line: bytes, signed_in: Person | None) -> dict[str, str]:
    try:
        text = line.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise UserError("bad_json", "", position=error.start + 1) from None
    act = reader.read(text)
    person, at = _who_and_when(desk, act.by, act.at, signed_in)
    done = desk.cases.perform(act.command, person, at)
    if done is None:
        return {}
    reader.remember(act.ref, done.number)
    return {"case": done.number}


def _who_and_when(desk: Desk, by: str, at: datetime | None, signed_in: Person | None) -> tuple[Person, datetime | None]:
    """In practice ``by`` is taken at its word and ``at`` is the clock; a live desk knows who and when by itself."""
    if signed_in is None:
        return desk.staff.person(by, desk.site.facts().desks[0].code), at
    if fold(by) != fold(signed_in.login):
        raise UserError("wrong_person", "by", value=by)
    if at is not None:
        raise UserError("at_not_allowed", "at")
    return signed_in, None
