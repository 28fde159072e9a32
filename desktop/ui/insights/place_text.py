"""Places in words, and what makes one stand out."""

from PySide6.QtCore import QObject

from desktop.domain.charts.sparkline import SparkPicture
from desktop.domain.figures.report_shapes import PlaceFigures
from desktop.domain.figures.spans import days_of
from desktop.ui.insights.spans import Frame, SpanKind
from desktop.ui.insights.text import InsightsText
from desktop.words import charts
from desktop.words.formats import figure_text

_FEWEST, _TIMES = 3, 2


def is_risen(place: PlaceFigures) -> bool:
    """Whether a place has clearly more cases than usual: twice as many, and not just one or two."""
    return place.usual is not None and place.count >= max(_FEWEST, _TIMES * place.usual)


def sign_of(place: PlaceFigures) -> str:
    """The icon that says whether a place has more cases than usual, fewer, or as many."""
    if place.usual is None or place.count == place.usual:
        return "minus"
    return "arrow-up" if place.count > place.usual else "arrow-down"


class PlaceText(QObject):
    """Turns places into words, in the language of the screen's text."""

    def __init__(self, text: InsightsText, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._text = text

    def title(self) -> str:
        """What the card is called."""
        return self.tr("Where")

    def corner(self, frame: Frame) -> str:
        """Which spans the lines are of."""
        if not frame.is_running and frame.kind is SpanKind.WEEK:
            return self.tr("last 5 weeks")
        if not frame.is_running and frame.kind is SpanKind.MONTH:
            return self.tr("last 5 months")
        return self.tr("last 5 × {days} days").format(days=days_of(frame.span))

    def nothing(self) -> str:
        """Where no case has a place."""
        return self.tr("No places in these days.")

    def name(self, place: PlaceFigures) -> str:
        """The place as it was written down."""
        return self._text.place(place.place)

    def count(self, place: PlaceFigures) -> str:
        """How many cases."""
        return figure_text(place.count)

    def usual(self, place: PlaceFigures) -> str:
        """How many are usual there."""
        return self.tr("usual {count}").format(count=figure_text(place.usual))

    def sparkline(self, place: PlaceFigures) -> SparkPicture:
        """The last spans as a line."""
        return charts.sparkline(place.spans, self._text.words, name=place.place, risen=is_risen(place))

    def spoken(self, place: PlaceFigures) -> str:
        """The whole row for screen readers."""
        sign = {"arrow-up": self.tr("more"), "arrow-down": self.tr("fewer")}.get(sign_of(place), "")
        return self._text.in_a_row((self.name(place), self.count(place), self.usual(place), sign))
