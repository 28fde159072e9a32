"""Sentences of the intake page that go into the record, or tell what became of it."""

from collections.abc import Sequence
from datetime import datetime

from PySide6.QtCore import QCoreApplication

from desktop.domain.commands import AddPromise, Assess, OnCase, Propose
from desktop.domain.numbers import short_number
from desktop.ui import formats
from desktop.ui.intake.doors import Refused
from desktop.words import Words


def hurt_line(who: str) -> str:
    """Who is hurt."""
    return QCoreApplication.translate("IntakeSentences", "Hurt: {who}").format(who=who)


def told_line(who: str, clock: str) -> str:
    """Who was told of a risk, at what time of day; nobody by name: whoever was on duty."""
    if not who:
        return QCoreApplication.translate("IntakeSentences", "Told the duty manager at {time}.").format(time=clock)
    return QCoreApplication.translate("IntakeSentences", "Told {who} at {time}.").format(who=who, time=clock)


def promised_line(promise: str, by: datetime, now: datetime, words: Words) -> str:
    """What was promised by when; both moments are local."""
    when = formats.near_time(by, now, words.language)
    said = QCoreApplication.translate("IntakeSentences", "Promised: {promise}. By {time}.")
    return said.format(promise=promise.rstrip(".。"), time=when)


def refused_line(number: str, refused: Sequence[Refused], words: Words) -> str:
    """What waits on a case that stands, with the reason of the first."""
    first, acts = refused[0], [one.command for one in refused]
    said = QCoreApplication.translate("IntakeSentences", "Recorded as {number}. {waits} {reason}")
    return said.format(number=short_number(number), waits=_waits(acts), reason=words.error(first.error))


def _waits(acts: Sequence[OnCase]) -> str:
    if isinstance(acts[0], Assess):
        return QCoreApplication.translate("IntakeSentences", "It isn’t assessed yet; an offer waits for that:")
    if isinstance(acts[0], Propose):
        return QCoreApplication.translate("IntakeSentences", "The offer waits:")
    if isinstance(acts[0], AddPromise):
        return QCoreApplication.translate("IntakeSentences", "The promise is not recorded yet:")
    return QCoreApplication.translate("IntakeSentences", "The note is not there yet:")
