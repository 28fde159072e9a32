"""What the screen says of guests, in words: for painting, tool tips and screen readers alike."""

from datetime import datetime, tzinfo

from PySide6.QtCore import QObject

from desktop.domain.guest_file import Double, GuestListRow, GuestProfile
from desktop.domain.leaving import LOOK_BACK, LOW_SCORE, SEVERAL, Reason
from desktop.domain.money import Currency
from desktop.domain.rows import GuestRow, PastCase
from desktop.ui import formats
from desktop.ui.guests.columns import Column
from desktop.words import Words
from desktop.words.plain import plain

_LONGEST = 200  #: characters of one line; no column shows more


class GuestText(QObject):
    """Turns rows into words. Text from people is made harmless here: one line, no marks that turn its direction."""

    def __init__(self, words: Words, zone: tzinfo, currency: Currency, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._zone, self._currency = zone, currency
        self.set_words(words)

    def set_words(self, words: Words) -> None:
        """Speaks another language."""
        self.words = words
        self.language = words.language

    def header(self, column: Column) -> str:
        """What stands above a column."""
        return {
            Column.GUEST: self.tr("Guest"),
            Column.CONTACT: self.tr("Phone and e-mail"),
            Column.CASES: self.tr("Cases"),
            Column.LAST: self.tr("Last case"),
            Column.SCORE: self.tr("Last score"),
            Column.SIGNS: self.tr("Worth knowing"),
        }[column]

    def name(self, guest: GuestRow) -> str:
        """The guest in the form of the name's own language."""
        if not guest.name.strip():
            return self.tr("No name yet")
        title = self.words.term("honorific", guest.honorific) if guest.honorific else ""
        return plain(formats.guest_name(guest.name, title, self.language), _LONGEST)

    def contact(self, guest: GuestRow) -> tuple[str, str]:
        """Phone and e-mail; where there is one, it stands alone in the first place."""
        ways = [plain(way, _LONGEST) for way in (guest.phone, guest.email) if way.strip()]
        return (ways[0] if ways else "–"), (ways[1] if len(ways) > 1 else "")

    def cases(self, row: GuestListRow) -> tuple[str, str]:
        """How many cases, and how many of them are open."""
        return str(row.cases), self.tr("{count} open").format(count=row.open) if row.open else ""

    def last(self, row: GuestListRow, at: datetime) -> str:
        """The day of the last case."""
        return self.day(row.last_at, at) if row.last_at else "–"

    def score(self, row: GuestListRow) -> str:
        """The last answer to the survey."""
        return self.of_five(row.last_score)

    def of_five(self, score: int | None) -> str:
        """A score of the survey, or a dash."""
        return "–" if score is None else self.tr("{score} of 5").format(score=score)

    def leaves(self) -> str:
        """The mark of a guest who may not come back."""
        return self.tr("May not come back")

    def restricted(self) -> str:
        """The mark of a restricted guest."""
        return self.tr("Restricted")

    def reason(self, reason: Reason) -> str:
        """One thing that the rule found."""
        return self.words.sentence(f"leaving_{reason.kind.value}", number=reason.number, days=LOOK_BACK.days)

    def rule(self) -> str:
        """The rule itself."""
        return self.words.sentence("leaving_rule", days=LOOK_BACK.days, several=SEVERAL, low=LOW_SCORE)

    def signs(self, row: GuestListRow) -> list[tuple[str, str]]:
        """The marks of a guest, each with its tone."""
        guest, words = row.guest, self.words
        return [
            *([(self.leaves(), "risk")] if row.leaving else []),
            *([(words.term("flag", "vip"), "warn")] if guest.vip else []),
            *([(words.term("flag", "vulnerable"), "accent")] if guest.vulnerable else []),
            *([(self.restricted(), "plain")] if row.restricted else []),
        ]

    def cell(self, column: Column, row: GuestListRow, at: datetime) -> str:
        """What a cell says in one line."""
        match column:
            case Column.GUEST:
                return self.name(row.guest)
            case Column.CONTACT:
                return ", ".join(filter(None, self.contact(row.guest)))
            case Column.CASES:
                return ", ".join(filter(None, self.cases(row)))
            case Column.LAST:
                return self.last(row, at)
            case Column.SCORE:
                return self.score(row)
            case Column.SIGNS:
                return self.words.joined(sign for sign, _ in self.signs(row))

    def tip(self, column: Column, row: GuestListRow, at: datetime) -> str:
        """What hovers over a cell."""
        if column is Column.SIGNS and row.leaving:
            return "\n".join([self.leaves(), *map(self.reason, row.leaving)])
        return self.cell(column, row, at)

    def row_name(self, row: GuestListRow, at: datetime) -> str:
        """The whole row for a screen reader."""
        return ", ".join(filter(None, (self.cell(column, row, at) for column in Column)))

    def day(self, moment: datetime, at: datetime) -> str:
        """A day, with its year where it is another one."""
        local, now = moment.astimezone(self._zone), at.astimezone(self._zone)
        say = formats.short_date if local.year == now.year else formats.full_date
        return say(local.date(), self.language)

    def when(self, moment: datetime, at: datetime) -> str:
        """A moment, as short as it stays clear."""
        return formats.near_time(moment.astimezone(self._zone), at.astimezone(self._zone), self.language)

    def local(self, moment: datetime) -> datetime:
        """A moment in the site's zone."""
        return moment.astimezone(self._zone)

    def money(self, minor: int) -> str:
        """A sum in the site's currency."""
        return formats.money(minor, self._currency)

    def past(self, case: PastCase, at: datetime) -> str:
        """Day, state and score of an earlier case."""
        parts = [self.day(case.received_at, at), self.words.term("state", case.state.value)]
        if case.satisfaction is not None:
            parts.append(self.of_five(case.satisfaction))
        return " · ".join(parts)

    def why(self, double: Double) -> str:
        """Why two records may be one."""
        return self.words.joined(self.words.term("likeness", likeness.value) for likeness in double.why)

    def since(self, profile: GuestProfile, at: datetime) -> str:
        """Since when the desk knows the guest."""
        return self.tr("Known since {day}").format(day=self.day(profile.since, at))
