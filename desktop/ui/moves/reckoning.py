"""The priority that a case would have: shown while it is rated, so that nobody is surprised (domain.md 4)."""

from dataclasses import replace

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.domain.commands import Assessment
from desktop.domain.kinds import Band
from desktop.domain.priority import LOWEST_SCORE, Priority, prioritise
from desktop.ui.marks import PriorityMark
from desktop.ui.moves.about import About, rated
from desktop.ui.widgets import PlainLabel
from desktop.words import Words


def priority_with(about: About, given: Assessment, *, overridden: bool = True) -> Priority:
    """The priority with these ratings laid over the case's; ``overridden`` False leaves a manager's band out."""
    now = rated(about)
    ratings = {
        name: value
        for name in ("type", "severity", "scope", "emotion", "time_pressure", "flags")
        if (value := getattr(given, name)) is not None
    }
    band = about.rating.override_band if overridden else None
    return prioritise(replace(now, **ratings), Band(band) if band else None, about.reopened_band)


class PriorityNow(QWidget):
    """The band with its mark, the score and its parts in one line, and what it was before."""

    def __init__(self) -> None:
        super().__init__()
        self._words: Words | None = None
        self._priority: Priority | None = None
        self._before: Band | None = None
        self.mark = PriorityMark(Band.P4, size=20)
        self.score = PlainLabel("", "strong", wrap=True)
        self.parts = PlainLabel("", "meta", "ink2", wrap=True)
        row = QHBoxLayout()
        row.setSpacing(10)
        row.addWidget(self.mark)
        row.addWidget(self.score, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addLayout(row)
        column.addWidget(self.parts)

    def show_priority(self, priority: Priority, words: Words, *, before: Band | None = None) -> None:
        """Shows a priority; ``before`` is the band that the case has now."""
        self._words, self._priority, self._before = words, priority, before
        self._say()

    def changeEvent(self, event: QEvent) -> None:
        """Follows the language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._say()
        super().changeEvent(event)

    def _say(self) -> None:
        if self._words is None or self._priority is None:
            return
        priority, words = self._priority, self._words
        self.mark.set_priority(priority.band, priority.score)
        said = [self.tr("Score {score}").format(score=priority.score), self._rule(priority, words)]
        if self._before is not None and self._before is not priority.band:
            said.append(self.tr("was {band}").format(band=self._before.value))
        self.score.setText(" · ".join(part for part in said if part))
        parts = [
            f"{words.term('points', p.part)} {'+' if p.points >= 0 else '−'}{abs(p.points)}" for p in priority.points
        ]
        self.parts.setText(" · ".join(parts))

    @staticmethod
    def _rule(priority: Priority, words: Words) -> str:
        """What set the band; the points say it themselves where they did."""
        if priority.band_rule != "points":
            return words.term("band_rule", priority.band_rule)
        lowest = LOWEST_SCORE[priority.band]
        return words.sentence("band_starts", band=priority.band.value, points=lowest) if lowest else ""
