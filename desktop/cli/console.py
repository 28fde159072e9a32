"""What verbs share: where to write, in which language, who asks, and how refusals end."""

import getpass
import json
import os
import sys
from argparse import Namespace
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import TextIO

from desktop.domain.kinds import Language
from desktop.domain.people import Person, check_right
from desktop.errors import UserError
from desktop.exchange.times import parse_time
from desktop.locating import locate
from desktop.services.desk import Desk, open_desk, system_clock
from desktop.words import Words, load_words
from desktop.workspace import Workspace

DONE, REFUSED, USAGE, UNUSABLE = 0, 1, 2, 3

PIN_VARIABLE = "AMENDS_PIN"


class UsageError(Exception):
    """The words of the call don't go together; argparse has the rest of these."""


@dataclass(slots=True)
class Console:
    """Where a verb writes and what it was called with. ``words`` turns to the site's language once a site is open."""

    arguments: Namespace
    out: TextIO
    err: TextIO
    words: Words
    environ: Mapping[str, str]

    @classmethod
    def standard(cls, arguments: Namespace) -> "Console":
        """The real console."""
        return cls(arguments, sys.stdout, sys.stderr, load_words(environment_language(os.environ)), os.environ)

    @property
    def folder(self) -> Path:
        """The workspace that the call is about."""
        return locate(self.arguments.workspace, self.environ)

    def say(self, text: str = "") -> None:
        """One line of what was asked for."""
        self.out.write(text + "\n")

    def say_json(self, document: object, *, line: bool = False) -> None:
        """A JSON document: readable, or on one line and at once for the next program."""
        layout = {"separators": (",", ":")} if line else {"indent": 2}
        self.out.write(json.dumps(document, ensure_ascii=False, **layout) + "\n")
        if line:
            self.out.flush()

    def tell(self, text: str) -> None:
        """One line about the work, beside what was asked for."""
        self.err.write(text + "\n")

    @contextmanager
    def desk(self) -> Iterator[Desk]:
        """The open workspace. Raises ``WorkspaceError``."""
        desk = open_desk(Workspace.open(self.folder), system_clock)
        try:
            self.words = load_words(desk.site.facts().language)
            yield desk
        finally:
            desk.close()

    @contextmanager
    def progress(self) -> Iterator[Callable[[int, int], None]]:
        """Shows how far long work has come, on a terminal only."""
        shown = self.err.isatty()

        def report(done: int, total: int) -> None:
            if shown:
                self.err.write(f"\r{done} / {total}")
                self.err.flush()

        yield report
        if shown:
            self.err.write("\n")

    def person(self, desk: Desk, act: str) -> Person:
        """Who carries the verb out: the one who signs in, in practice the owner; refused where ``act`` isn't theirs."""
        person = self.signed_in(desk)
        check_right(act, person)
        return person

    def signed_in(self, desk: Desk) -> Person:
        """The person named by ``--as`` with their PIN; in a practice workspace nobody signs in."""
        facts = desk.site.facts()
        login: str | None = self.arguments.login
        if facts.training:
            owner = next(p for p in desk.staff.people() if p.role == "owner")
            return desk.staff.person(login or owner.login, facts.desks[0].code)
        if not login:
            raise UserError("sign_in_needed", "as")
        return desk.staff.sign_in(login, self.secret(), facts.desks[0].code)

    def secret(self) -> str:
        """The PIN or passphrase, from the environment or asked for without an echo."""
        given = self.environ.get(PIN_VARIABLE)
        if given is not None:
            return given
        if not sys.stdin.isatty():
            raise UserError("pin_missing", "pin")
        return getpass.getpass("PIN: ", stream=self.err)

    def at(self, desk: Desk) -> datetime:
        """The moment to judge by: ``--at``, else now."""
        given: str | None = self.arguments.at
        return desk.now() if given is None else parse_time(given, "at", desk.site.facts().zone)


def environment_language(environ: Mapping[str, str]) -> Language:
    """The language of the person's system: Chinese where it says so, else English."""
    named = next((environ[n] for n in ("LC_ALL", "LC_MESSAGES", "LANG") if environ.get(n)), "")
    return Language.ZH if named.lower().startswith("zh") else Language.EN
