"""Why a case has its priority, in words: each part of the score, and what else set the band (domain.md 4)."""

from collections.abc import Iterator
from datetime import datetime

from PySide6.QtCore import QObject

from desktop.domain.kinds import Band, Channel, Flag, Scope, TimePressure
from desktop.domain.priority import LOWEST_SCORE, Points
from desktop.domain.rows import CaseView, QueueRow
from desktop.ui.marks import PointsRow
from desktop.ui.queue.state import Rule, rules_of, shown_band
from desktop.words import Words

_SCOPE_OF = {5: Scope.PARTY, 10: Scope.SEVERAL, 15: Scope.SITE}
_TIME_OF = {6: TimePressure.TODAY, 12: TimePressure.NOW}
_PER_SEVERITY = 10
_SAME_PROBLEM = 8
#: What exposes a case, the gravest first; the regulator's channel counts as its flag.
_EXPOSING = (Flag.REGULATOR, Flag.MEDIA, Flag.LAWYER, Flag.PUBLIC_POST)


class WhyText(QObject):
    """The arithmetic of one case in one language."""

    def __init__(self, words: Words, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.words = words

    def title(self, row: QueueRow, at: datetime) -> str:
        """Above the rows: ``Why P1``."""
        return self.tr("Why {band}").format(band=shown_band(row, at).value)

    def threshold(self, row: QueueRow) -> str:
        """Where the case's own band begins, or, for the lowest one, the next."""
        band = Band.P3 if row.band is Band.P4 else row.band
        return self.words.sentence("band_starts", band=band.value, points=LOWEST_SCORE[band])

    def rows(self, row: QueueRow, view: CaseView | None) -> tuple[PointsRow, ...]:
        """The parts that gave points; together they are the score."""
        return tuple(PointsRow(self._part(part, row, view), part.points) for part in row.points)

    def rules(self, row: QueueRow, at: datetime) -> Iterator[str]:
        """What set the band besides the points, a sentence each."""
        flag = row.band_rule.partition(":")[2]
        for rule in rules_of(row, at):
            yield {
                Rule.FLOOR: self.tr("{flag} makes it at least {band}."),
                Rule.OVERRIDE: self.tr("A manager set it to {band}."),
                Rule.REOPENED: self.tr("Reopened: at least {band} until it is resolved again."),
                Rule.TYPE: self.tr("Not a complaint: always {band}."),
                Rule.LATE: self.tr("Late: {band} counts as {raised} while it is late."),
            }[rule].format(flag=self.words.term("flag", flag), band=row.band.value, raised=shown_band(row, at).value)

    def _part(self, part: Points, row: QueueRow, view: CaseView | None) -> str:
        name = self.words.term("points", part.part)
        match part.part:
            case "severity" if view is not None and view.severity is None:
                return self.tr("{part}, not assessed").format(part=name)
            case "severity":
                return f"{name} {part.points // _PER_SEVERITY} × {_PER_SEVERITY}"
            case "scope" if part.points in _SCOPE_OF:
                return self.words.term("scope", _SCOPE_OF[part.points].value)
            case "emotion" if row.emotion is not None:
                return self.tr("{part}: {word}").format(part=name, word=self.words.term("emotion", str(row.emotion)))
            case "time" if part.points in _TIME_OF:
                word = self.words.term("time_pressure", _TIME_OF[part.points].value)
                return self.tr("{part}: {word}").format(part=name, word=word.lower())
            case "repeat":
                same = self.tr("Same problem open")
                return same if part.points == _SAME_PROBLEM else self.tr("Repeat in 90 days")
            case "exposure" if view is not None:
                flags = view.flags | ({Flag.REGULATOR} if view.channel is Channel.REGULATOR else set())
                gravest = next((flag for flag in _EXPOSING if flag in flags), Flag.PUBLIC_POST)
                return self.words.term("flag", gravest.value)
        return name
