"""What the facts card says of a case: its ratings, and why it has its priority (domain.md 4)."""

from datetime import datetime

from PySide6.QtCore import QObject

from desktop.domain.case_file import CaseFile
from desktop.domain.kinds import Band, State
from desktop.domain.priority import LOWEST_SCORE, Points
from desktop.ui.marks import PointsRow
from desktop.words import Words

_PER_SEVERITY = 10


class FactsText(QObject):
    """The arithmetic and the ratings of one case in one language."""

    def __init__(self, words: Words, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.words = words

    def title(self, file: CaseFile, now: datetime) -> str:
        """Above the points: ``Why P1``."""
        return self.tr("Why {band}").format(band=_shown_band(file, now).value)

    def threshold(self, file: CaseFile) -> str:
        """Where the case's own band begins, or, for the lowest one, the next."""
        band = file.view.row.band if file.view.row.band is not Band.P4 else Band.P3
        return self.words.sentence("band_starts", band=band.value, points=LOWEST_SCORE[band])

    def points(self, file: CaseFile) -> tuple[PointsRow, ...]:
        """The parts of the score in words; together they are the score."""
        return tuple(PointsRow(self._part(part, file), part.points) for part in file.view.row.points)

    def rule(self, file: CaseFile, now: datetime) -> str:
        """What set the band besides the points, in sentences; empty where nothing did."""
        row = file.view.row
        rule, _, flag = row.band_rule.partition(":")
        said = {
            "floor": self.tr("{flag} makes it at least {band}."),
            "override": self.tr("A manager set it to {band}."),
            "reopened": self.tr("Reopened: at least {band} until it is resolved again."),
        }.get(rule, "")
        late = self.tr("Late: {band} counts as {raised} while it is late.")
        raised = _shown_band(file, now)
        sentences = (said, late if raised is not row.band else "")
        word = self.words.term("flag", flag)
        filled = (text.format(flag=word, band=row.band.value, raised=raised.value) for text in sentences if text)
        return " ".join(filled)

    def ratings(self, file: CaseFile) -> tuple[tuple[str, str], ...]:
        """Name and value of each rating; what nobody rated says so."""
        rating, unknown = file.rating, self.words.term("label", "not_assessed")

        def word(kind: str, code: object) -> str:
            return unknown if code is None else self.words.term(kind, str(code))

        severity = unknown if rating.severity is None else f"{rating.severity} · {word('severity', rating.severity)}"
        values = {
            "severity": severity,
            "scope": word("scope", rating.scope),
            "emotion": word("emotion", rating.emotion),
            "time_pressure": word("time_pressure", rating.time_pressure),
        }
        return tuple((_headed(self.words.field_name(name)), value) for name, value in values.items())

    def _part(self, part: Points, file: CaseFile) -> str:
        name, rating = self.words.term("points", part.part), file.rating
        detail = {
            "severity": self._severity(part, file),
            "scope": self.words.term("scope", rating.scope.value) if rating.scope else "",
            "emotion": self.words.term("emotion", str(rating.emotion)) if rating.emotion is not None else "",
            "time": self.words.term("time_pressure", rating.time_pressure.value) if rating.time_pressure else "",
        }.get(part.part, "")
        return self.tr("{part}: {detail}").format(part=name, detail=detail) if detail else name

    def _severity(self, part: Points, file: CaseFile) -> str:
        if file.rating.severity is None:
            return self.words.term("label", "not_assessed")
        return f"{part.points // _PER_SEVERITY} × {_PER_SEVERITY}"


def _shown_band(file: CaseFile, now: datetime) -> Band:
    """The band that orders the case now; a resolved one keeps its own."""
    row = file.view.row
    return row.band if row.state is State.RESOLVED else row.effective_band(now)


def _headed(name: str) -> str:
    """A field's name at the head of a row."""
    return name[:1].upper() + name[1:]
