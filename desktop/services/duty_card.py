"""The duty card: whom to call, with numbers that work without a network (domain.md 1, 28). Everyone reads it."""

from collections.abc import Mapping

from sqlalchemy import select

from desktop.domain.people import Person
from desktop.domain.site_settings import DutyCard, DutyLine, Kept
from desktop.domain.texts import check_line, check_text, is_blank
from desktop.errors import UserError
from desktop.models.site import Setting
from desktop.services.settings_work import SettingsBook

DUTY_CARD = "duty_card"  #: the setting and its part
MOST_LINES = 30


class DutyCardSettings:
    """Reads and writes the card."""

    def __init__(self, book: SettingsBook) -> None:
        self._book = book

    def card(self) -> Kept[DutyCard]:
        """The card as it stands; an empty one where nobody wrote it."""
        version = self._book.version_of(DUTY_CARD)
        with self._book.database.reading() as connection:
            stored = connection.scalar(select(Setting.value).where(Setting.name == DUTY_CARD))
        return Kept(_read(stored), version)

    def change(self, by: Person, card: DutyCard, seen: int | None = None) -> Kept[DutyCard]:
        """Writes the card; blank lines are left out.

        Raises ``not_allowed``, ``missing`` with the place (``duty.0.who``, ``duty.0.number``), ``too_long``,
        ``bad_characters``, ``too_many``, ``settings_changed_meanwhile``.
        """
        with self._book.changing(by, DUTY_CARD, seen) as work:
            before = _read(work.setting(DUTY_CARD))
            after = _checked(card)
            if after != before:
                work.keep(DUTY_CARD, _data(after))
                # As personal text, which can be erased from the history: names and numbers of colleagues.
                told = {"phone": (_lines(before), _lines(after)), "note": (before.note, after.note)}
                work.tell({"setting": (None, DUTY_CARD), **told})
        return self.card()


def _checked(card: DutyCard) -> DutyCard:
    lines = []
    for place, line in enumerate(card.lines):
        if line.is_blank:
            continue
        for name in ("who", "number", "when"):
            text = check_line(getattr(line, name).strip(), f"duty.{place}.{name}")
            if name != "when" and is_blank(text):
                raise UserError("missing", f"duty.{place}.{name}")
        lines.append(DutyLine(line.who.strip(), line.number.strip(), line.when.strip()))
    if len(lines) > MOST_LINES:
        raise UserError("too_many", "duty_card", limit=MOST_LINES)
    return DutyCard(tuple(lines), check_text(card.note, "note").strip())


def _lines(card: DutyCard) -> list[str]:
    return [f"{line.who}: {line.number}; {line.when}" for line in card.lines]


def _data(card: DutyCard) -> dict[str, object]:
    return {
        "lines": [{"who": line.who, "number": line.number, "when": line.when} for line in card.lines],
        "note": card.note,
    }


def _read(stored: object) -> DutyCard:
    if not isinstance(stored, Mapping):
        return DutyCard()
    lines = (DutyLine(line["who"], line["number"], line["when"]) for line in stored["lines"])
    return DutyCard(tuple(lines), stored["note"])
