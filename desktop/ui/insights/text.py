"""What the Insights screen says in words: for painting, tool tips and screen readers alike."""

from collections.abc import Iterable, Mapping
from datetime import date, datetime, timedelta, tzinfo
from decimal import Decimal

from PySide6.QtCore import QObject

from desktop.domain.figures.report_shapes import EarlyWarning, ListedCase
from desktop.domain.figures.shapes import Span
from desktop.domain.kinds import Language, Property
from desktop.domain.money import Currency
from desktop.domain.numbers import short_number
from desktop.domain.shifts import Shift
from desktop.domain.taxonomy import Taxonomy
from desktop.ui.insights.spans import Frame
from desktop.ui.insights.state import Picked
from desktop.words import Words, charts
from desktop.words.formats import clock_time, days_text, short_time, weekday
from desktop.words.plain import plain
from desktop.words.warnings import warning_text, warning_title

_LONGEST = 200  #: characters of one line; nothing on the screen shows more
_DAY = timedelta(days=1)
_NEVER = date(1, 1, 1)


class Site:
    """What the screen must know of the site to speak of its figures."""

    def __init__(
        self,
        property_: Property,
        currency: Currency,
        zone: tzinfo,
        taxonomy: Taxonomy,
        shifts: tuple[Shift, ...],
    ) -> None:
        self.property, self.currency, self.zone = property_, currency, zone
        self.taxonomy, self.shifts = taxonomy, shifts


class InsightsText(QObject):
    """Turns figures into words. Text from people is made harmless here: one line, no marks that turn its direction."""

    def __init__(self, words: Words, site: Site, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.site = site
        self.set_words(words)

    def set_words(self, words: Words) -> None:
        """Speaks another language."""
        self.words = words
        self.language = words.language

    # Days

    def days(self, span: Span, now: datetime) -> str:
        """``1–19 Nov``."""
        return days_text(span.first, span.until - _DAY, self.language, self._local(now).year)

    def compared(self, frame: Frame, now: datetime) -> str:
        """Which days are compared with which; both ends of both are named."""
        return self.tr("{days} compared with {before}").format(
            days=self.days(frame.span, now), before=self.days(frame.before, now)
        )

    def in_a_row(self, parts: Iterable[str]) -> str:
        """What is known of several parts, for screen readers."""
        return ("，" if self.language is Language.ZH else ", ").join(part for part in parts if part)

    def clock(self, moment: datetime) -> str:
        """``21:42`` in the site's zone."""
        return clock_time(self._local(moment))

    # Names

    def category(self, code: str) -> str:
        """Group and detail in few words; a level-1 code gives the group alone."""
        taxonomy = self.site.taxonomy
        category, group = taxonomy.get(code), taxonomy.level1_of(code)
        if category is None:
            return plain(code, _LONGEST)
        if group is None or group is category:
            return plain(category.short(self.language), _LONGEST)
        return plain(f"{group.short(self.language)} · {category.short(self.language)}", _LONGEST)

    def group(self, code: str) -> str:
        """A level-1 category in full, or all of them."""
        category = self.site.taxonomy.get(code)
        if not code or category is None:
            return self.tr("All categories")
        return plain(category.name(self.language), _LONGEST)

    def shifts(self) -> tuple[tuple[str, str], ...]:
        """Code and word of every shift, in the day's order."""
        shifts = sorted(self.site.shifts, key=lambda shift: shift.start_min)
        return tuple((shift.code, shift.name or self.words.term("shift", shift.code)) for shift in shifts)

    def place(self, name: str) -> str:
        """A place as it was written down."""
        return plain(name, _LONGEST)

    def warning(self, warning: EarlyWarning) -> tuple[str, str]:
        """What is unusual where, and the sentence about it."""
        site = self.site
        title = warning_title(warning, self.words, site.taxonomy, site.zone, site.shifts)
        return plain(title, _LONGEST), plain(warning_text(warning, self.words, site.zone), _LONGEST)

    # Cases behind a figure

    def picked(self, picked: Picked) -> str:
        """What the listed cases have in common."""
        pick = picked.pick
        if picked.warning is not None:
            return self.warning(picked.warning)[0]
        match pick.kind:
            case "received" if picked.span.until - picked.span.first == timedelta(weeks=1):
                return self.tr("Complaints, {week}").format(week=charts.week_label(picked.span.first, self.words))
            case "category":
                return self.category(pick.key) if pick.key else self.tr("No category yet")
            case "place":
                return self.place(pick.key)
            case "heat":
                return self._heat(pick.key)
        titles: Mapping[str, str] = {
            "respond_late": self.tr("Answered late"),
            "resolve_late": self.tr("Resolved late"),
            "survey": self.tr("Guests who told us how it went"),
            "paid": self.tr("Something was given back"),
        }
        return titles.get(pick.kind, self.tr("Complaints"))

    def picked_days(self, picked: Picked) -> str:
        """Which days and categories the listed cases are of; a warning has its own."""
        if picked.warning is not None:
            return ""
        days = self.days(picked.span, picked.as_of)
        return f"{days} · {self.group(picked.category)}" if picked.category else days

    def case_lines(self, case: ListedCase, names: Mapping[str, str]) -> tuple[str, str, str]:
        """A listed case: its number; when it came; category, state and owner."""
        category = self.category(case.category) if case.category else self.tr("No category yet")
        owner = plain(names.get(case.owner, case.owner), _LONGEST) or self.tr("Nobody yet")
        about = " · ".join((category, self.words.term("state", case.state), owner))
        received = short_time(self._local(case.received_at), self.language)
        return plain(short_number(case.number)), received, about

    def case_name(self, case: ListedCase, names: Mapping[str, str]) -> str:
        """A listed case for screen readers, with its priority."""
        _, received, about = self.case_lines(case, names)
        return self.tr("{number}, priority {band}, received {received}, {about}").format(
            number=plain(case.number), band=case.band.value[1:], received=received, about=about
        )

    def _heat(self, key: str) -> str:
        """``Fri, evening``: the key is a weekday (0 Monday) and a shift's code."""
        day, _, code = key.partition("/")
        shift = dict(self.shifts()).get(code) or (plain(code) if code else self.tr("between shifts"))
        if not day.isdecimal():
            return shift
        return self.tr("{day}, {shift}").format(day=weekday(_NEVER + int(day) * _DAY, self.language), shift=shift)

    def _local(self, moment: datetime) -> datetime:
        return moment.astimezone(self.site.zone)


def number_of(value: Decimal | None) -> int | None:
    """A counted figure as a whole number."""
    return None if value is None else int(value)
