"""What the header of a case says: guest, place, category, tags, and what the guard of the next move still needs."""

from dataclasses import dataclass

from PySide6.QtCore import QObject

from desktop.domain.case_file import CaseFile
from desktop.domain.kinds import Flag, Property
from desktop.domain.lifecycle import WAITING_STATES
from desktop.domain.needs import Need
from desktop.domain.taxonomy import Taxonomy
from desktop.ui import formats
from desktop.ui.case.story_acts import SAFETY
from desktop.ui.case.story_values import short_name
from desktop.ui.widgets.tag import TagTone
from desktop.words import Words
from desktop.words.plain import plain

_LONGEST = 200  #: characters of one part


@dataclass(frozen=True, slots=True)
class TagLook:
    """One tag: its word, tone and icon."""

    text: str
    tone: TagTone
    icon: str | None = None


class CaseWords(QObject):
    """Turns a case into the words of its header. Text from people is made harmless: one line of plain text."""

    def __init__(self, words: Words, taxonomy: Taxonomy, property_: Property, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.words, self._taxonomy, self._property = words, taxonomy, property_

    def guest(self, file: CaseFile) -> str:
        """The guest in the form of the name's own language."""
        row = file.view.row
        if not row.guest.strip():
            return self.words.term("label", "anonymous")
        title = self.words.term("honorific", row.honorific) if row.honorific else ""
        return plain(formats.guest_name(row.guest, title, self.words.language), _LONGEST)

    def about(self, file: CaseFile) -> tuple[str, ...]:
        """Room or order, category and owner on one line: in full, then shorter for narrow windows."""
        place, category, owner = self.place(file), self.category(file), self.owner(file)
        short = category.rpartition(" › ")[2]
        ways = ((place, category, owner), (place, short, owner), (place, short, short_name(file.view.row.owner)))
        return tuple("· " + " · ".join(part for part in way if part) for way in ways)

    def place(self, file: CaseFile) -> str:
        """The room, or the order or booking, else the place; a hotel's guest without any of them walked in."""
        row = file.view.row
        if row.room.strip():
            return self.tr("Room {room}").format(room=plain(row.room, _LONGEST))
        if row.reference.strip():
            return self.tr("Order {reference}").format(reference=plain(row.reference, _LONGEST))
        walked_in = self.words.term("label", "walk_in") if self._property is Property.HOTEL else ""
        return plain(file.view.place, _LONGEST) or walked_in

    def category(self, file: CaseFile) -> str:
        """Group and detail, or that nobody said yet what it is about."""
        code = file.view.row.category
        category = self._taxonomy.get(code)
        if category is None:
            return plain(code, _LONGEST) if code else self.words.term("label", "not_assessed")
        group = self._taxonomy.level1_of(code)
        language = self.words.language
        if group is None or group is category:
            return category.short(language)
        return f"{group.short(language)} › {category.short(language)}"

    def owner(self, file: CaseFile) -> str:
        """Who looks after the case."""
        name = plain(file.view.row.owner, _LONGEST)
        if not name:
            return self.words.term("label", "no_owner")
        return self.tr("Owner {name}").format(name=short_name(name))

    def tags(self, file: CaseFile) -> list[TagLook]:
        """What must not be overlooked, the gravest first."""
        flags = file.rating.flags or file.view.flags
        told = [TagLook(self._flag(flag), "risk") for flag in Flag if flag in flags and flag.value in SAFETY]
        if file.view.row.vip or file.complainant.vip or Flag.VIP in flags:
            told.append(TagLook(self._flag(Flag.VIP), "warn", "star"))
        if file.complainant.vulnerable or Flag.VULNERABLE in flags:
            told.append(TagLook(self._flag(Flag.VULNERABLE), "warn", "heart"))
        heard = (Flag.PUBLIC_POST, Flag.REGULATOR, Flag.MEDIA, Flag.LAWYER)
        told += [TagLook(self._flag(flag), "warn") for flag in heard if flag in flags]
        if file.view.row.state in WAITING_STATES:
            told.append(TagLook(self.words.term("state", file.view.row.state.value), "plain", "pause"))
        if file.restricted:
            told.append(TagLook(self.tr("Restricted"), "plain", "lock"))
        return told

    def move(self, act: str) -> str:
        """A move as its button says it."""
        said = {
            "resolve": self.tr("Mark resolved"),
            "resume": self.tr("Resume"),
            "take": self.tr("Take it"),
            "wait": self.tr("Set to waiting"),
            "withdraw": self.tr("Withdrawn by the guest"),
            "duplicate": self.tr("Mark as a duplicate"),
            "restrict": self.tr("Restrict"),
            "unrestrict": self.tr("Lift the restriction"),
        }
        return said.get(act) or self.words.term("action", act)

    def needs(self, act: str, needs: tuple[Need, ...]) -> str:
        """What the guard of a move misses, in one line; what its form asks anyway is left out, but for ratings."""
        told = [need for need in needs if not need.asked or need.code == "incomplete_assessment"]
        if not told:
            return ""
        said = [self.need(need) for need in told if need.code != "incomplete_assessment"]
        ratings = ", ".join(need.field for need in told if need.code == "incomplete_assessment")
        if ratings:
            said.insert(0, self.words.sentence("need_incomplete_assessment", field=ratings))
        return self.tr("Before “{move}”: {needs}").format(move=self.move(act), needs=" · ".join(said))

    def need(self, need: Need) -> str:
        """One thing that a guard misses."""
        return self.words.sentence(f"need_{need.code}", field=need.field, count=need.count)

    def _flag(self, flag: Flag) -> str:
        return self.words.term("flag", flag.value)
