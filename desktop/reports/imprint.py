"""What every paper of a site shares: its words, its clock, its names, and what stands at the head and foot."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, tzinfo

from desktop.domain.kinds import Language
from desktop.domain.money import Currency
from desktop.domain.rows import QueueRow
from desktop.domain.taxonomy import Taxonomy
from desktop.reports.page import Frame
from desktop.words import Words, find_code, load_words
from desktop.words.formats import addressed, clock_time, full_date, full_time, is_chinese_name, sum_text, weekday_time

UNKNOWN = "–"  #: what is not known (figures.md)


@dataclass(frozen=True, slots=True)
class Imprint:
    """Who prints what where. Times are aware; ``names`` maps logins, ``desks`` codes to names."""

    words: Words
    taxonomy: Taxonomy
    zone: tzinfo
    currency: Currency
    site: str
    desk: str
    printed_at: datetime
    printed_by: str
    practice: bool = False
    phone: str = ""  #: on which guests reach the site; empty where none was given
    address: str = ""  #: in one line; empty where none was given
    names: Mapping[str, str] = field(default_factory=dict)
    desks: Mapping[str, str] = field(default_factory=dict)

    @property
    def language(self) -> Language:
        """The paper's language."""
        return self.words.language

    def word(self, code: str) -> str:
        """A word of papers."""
        return self.words.term("paper", code)

    def say(self, code: str, /, **params: object) -> str:
        """A sentence of papers."""
        return self.words.sentence(f"paper_{code}", **params)

    def frame(self, title: str, remark: str = "", *, bare: bool = False) -> Frame:
        """Head and foot of a paper; what is practice says so on every page."""
        printed = self.say("printed", time=full_time(self.local(self.printed_at), self.language), name=self.printed_by)
        practice = self.word("practice_remark") if self.practice else ""
        return Frame(
            site=self.site,
            desk=self.desk,
            title=title,
            printed=printed,
            page_of=lambda page, pages: self.say("page_of", page=page, pages=pages),
            language="zh-CN" if self.language is Language.ZH else "en-GB",
            remark=" · ".join(filter(None, (remark, practice))),
            bare=bare,
        )

    def local(self, moment: datetime) -> datetime:
        """A moment on the site's clock."""
        return moment.astimezone(self.zone)

    def time(self, moment: datetime | None) -> str:
        """Date and time; ``–`` where there is none."""
        return full_time(self.local(moment), self.language) if moment else UNKNOWN

    def day_and_time(self, moment: datetime) -> str:
        """The same with the day of the week."""
        return weekday_time(self.local(moment), self.language)

    def date(self, day: date) -> str:
        """A date."""
        return full_date(day, self.language)

    def near(self, moment: datetime, now: datetime) -> str:
        """A moment near ``now``: the time alone today, else with the date."""
        local = self.local(moment)
        if local.date() == self.local(now).date():
            return clock_time(local)
        return full_time(local, self.language)

    def money(self, minor: int) -> str:
        """A sum; ``–`` for nothing."""
        return sum_text(minor, self.currency) if minor else UNKNOWN

    def name_of(self, login: str) -> str:
        """The name behind a login."""
        return self.names.get(login, login)

    def desk_name(self, code: str) -> str:
        """What people call a desk."""
        return self.desks.get(code, code)

    def guest(self, row: QueueRow) -> str:
        """The guest of a case, or that nobody is named."""
        if not row.guest.strip():
            return self.words.term("label", "anonymous")
        # Honorifics are free text; the usual ones are known in either language, and follow the name's.
        code = find_code("honorific", row.honorific) if row.honorific else None
        words = load_words(Language.ZH) if is_chinese_name(row.guest) else self.words
        title = words.term("honorific", code) if code else row.honorific
        return addressed(row.guest, title, self.language)

    def place_of(self, row: QueueRow) -> str:
        """The room, or the order or booking; empty where there is neither."""
        if row.room.strip():
            return self.say("room", room=row.room)
        return self.say("order", reference=row.reference) if row.reference.strip() else ""

    def category(self, code: str | None, *, short: bool = False) -> str:
        """Group and detail in one line; empty where nothing was rated."""
        return self.taxonomy.label(code, self.language, short=short) if code else ""

    def band(self, code: str) -> str:
        """A priority in words: ``Priority 1``."""
        return self.words.term("band_long", code)
