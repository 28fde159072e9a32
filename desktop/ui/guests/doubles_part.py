"""Records that may be the same guest, side by side, and what was merged before."""

from collections.abc import Iterator

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from desktop.domain.guest_file import Double, GuestProfile, MergedRecord
from desktop.ui.guests.guest_text import GuestText
from desktop.ui.guests.part import ProfilePart, clear
from desktop.ui.guests.state import GuestsState
from desktop.ui.widgets import Button, FlowRow, Panel, PlainLabel, Tag
from desktop.words.plain import plain

_LONGEST = 120


class DoublesPart(ProfilePart):
    """``same_wanted`` and ``apart_wanted`` carry the other record's id."""

    same_wanted = Signal(int)
    apart_wanted = Signal(int)

    def __init__(self, text: GuestText, parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self.who_may = PlainLabel("", "meta", "ink3", wrap=True)
        self._cards = QVBoxLayout()
        self._cards.setSpacing(8)
        self._column.addWidget(self.title)
        self._column.addLayout(self._cards)
        self._column.addWidget(self.who_may)

    def show_state(self, state: GuestsState) -> None:
        """Shows each record that may be the same guest."""
        profile = state.profile
        if profile is None:
            return
        self.setVisible(bool(profile.doubles))
        self.title.setText(self.tr("Perhaps the same guest"))
        self.who_may.setText(self.tr("A specialist or a manager can make them one record."))
        self.who_may.setVisible(not state.can_merge)
        clear(self._cards)
        for double in profile.doubles:
            self._cards.addWidget(self._card(profile, double, state))

    def _card(self, profile: GuestProfile, double: Double, state: GuestsState) -> QWidget:
        card = Panel("sunken-card")
        column = QVBoxLayout(card)
        column.setContentsMargins(10, 10, 10, 10)
        column.setSpacing(8)
        tags = FlowRow(gap=4)
        for likeness in double.why:
            tags.add_widget(Tag(self._text.words.term("likeness", likeness.value), "accent"))
        column.addWidget(tags)
        column.addLayout(self._beside(profile, double, state))
        if state.can_merge:
            column.addWidget(self._buttons(double, state))
        return card

    def _beside(self, profile: GuestProfile, double: Double, state: GuestsState) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(2)
        for row, (label, one, other) in enumerate(self._lines(profile, double, state)):
            grid.addWidget(PlainLabel(label, "meta", "ink2", elide=True), row, 0)
            for column, value in enumerate((one, other), start=1):
                words = PlainLabel(value, "strong" if row == 0 else "meta", wrap=True, max_lines=2)
                grid.addWidget(words, row, column)
        grid.setColumnStretch(1, 1)
        grid.setColumnStretch(2, 1)
        return grid

    def _lines(self, profile: GuestProfile, double: Double, state: GuestsState) -> Iterator[tuple[str, str, str]]:
        text, one, other = self._text, profile.guest, double.guest
        yield "", text.name(one), text.name(other)
        for label, mine, theirs in (
            (self.tr("Phone"), one.phone, other.phone),
            (self.tr("E-mail"), one.email, other.email),
        ):
            if mine or theirs:
                yield label, plain(mine, _LONGEST) or "–", plain(theirs, _LONGEST) or "–"
        yield self.tr("Cases"), str(profile.total), str(double.cases)
        last = profile.cases[0].received_at if profile.cases else None
        mine, theirs = (text.day(moment, state.at) if moment else "–" for moment in (last, double.last_at))
        yield self.tr("Last"), mine, theirs

    def _buttons(self, double: Double, state: GuestsState) -> FlowRow:
        name = self._text.name(double.guest)
        same = Button(self.tr("Same guest"), kind="accent", size="small")
        apart = Button(self.tr("Not the same"), size="small")
        same.clicked.connect(lambda: self.same_wanted.emit(double.guest.id))
        apart.clicked.connect(lambda: self.apart_wanted.emit(double.guest.id))
        row = FlowRow(gap=8)
        for button in (same, apart):
            button.setAccessibleName(f"{button.text()}: {name}")
            button.setEnabled(not state.is_acting)
            row.add_widget(button)
        return row


class MergedPart(ProfilePart):
    """Records that were merged into this one. ``split_wanted`` carries the merge."""

    split_wanted = Signal(int)

    def __init__(self, text: GuestText, parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self._lines = QVBoxLayout()
        self._lines.setSpacing(6)
        self._column.addWidget(self.title)
        self._column.addLayout(self._lines)

    def show_state(self, state: GuestsState) -> None:
        """Shows what was merged, with the way back."""
        profile = state.profile
        if profile is None:
            return
        self.setVisible(bool(profile.merged))
        self.title.setText(self.tr("Merged records"))
        clear(self._lines)
        for record in profile.merged:
            self._lines.addWidget(self._line(record, state))

    def _line(self, record: MergedRecord, state: GuestsState) -> QWidget:
        line = QWidget()
        row = QHBoxLayout(line)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        words = QVBoxLayout()
        words.setSpacing(0)
        name = self._text.name(record.guest)
        words.addWidget(PlainLabel(name, "body", elide=True))
        contact = " · ".join(filter(None, (plain(record.guest.phone, 60), plain(record.guest.email, 60))))
        if contact:
            words.addWidget(PlainLabel(contact, "meta", "ink2", elide=True))
        day = self._text.day(record.at, state.at)
        told = self.tr("{day}, by {person}").format(day=day, person=plain(record.by, 40))
        words.addWidget(PlainLabel(told, "meta", "ink3", elide=True))
        row.addLayout(words, 1)
        if state.can_merge:
            split = Button(self.tr("Take apart"), size="small")
            split.setAccessibleName(f"{split.text()}: {name}")
            split.setEnabled(not state.is_acting)
            split.clicked.connect(lambda: self.split_wanted.emit(record.merge_id))
            row.addWidget(split)
        return line
