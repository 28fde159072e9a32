"""Who the guest is, and what their cases come to."""

from collections.abc import Iterator

from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QWidget

from desktop.domain.guest_file import GuestProfile
from desktop.ui.guests.guest_text import GuestText
from desktop.ui.guests.part import ProfilePart
from desktop.ui.guests.state import GuestsState
from desktop.ui.widgets import FlowRow, Icon, PlainLabel, Tag
from desktop.words.plain import plain

_LONGEST = 200


class HeadPart(ProfilePart):
    """Name, marks, phone and e-mail."""

    def __init__(self, text: GuestText, parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self.name = PlainLabel("", "subtitle", wrap=True, max_lines=3, copyable=True)
        self.phone = PlainLabel("", "body", "ink", elide=True, copyable=True)
        self.email = PlainLabel("", "body", "ink", elide=True, copyable=True)
        self.known = PlainLabel("", "meta", "ink3", wrap=True)
        self._tags = FlowRow(gap=6)
        self._column.setSpacing(6)
        self._column.addWidget(self.name)
        self._column.addWidget(self._tags)
        self._lines = [(self._line("phone", self.phone), self.phone), (self._line("mail", self.email), self.email)]
        self._column.addWidget(self.known)

    def show_state(self, state: GuestsState) -> None:
        """Shows who it is."""
        profile = state.profile
        if profile is None:
            return
        self.name.setText(self._text.name(profile.guest))
        self.phone.setText(plain(profile.guest.phone, _LONGEST))
        self.email.setText(plain(profile.guest.email, _LONGEST))
        for line, label in self._lines:
            line.setVisible(bool(label.text()))
        language = self._text.words.term("language", profile.guest.language) if profile.guest.language else ""
        self.known.setText(" · ".join(filter(None, (self._text.since(profile, state.at), language))))
        self._tags.clear()
        marks = list(self._marks(profile))
        for tag in marks:
            self._tags.add_widget(tag)
        self._tags.setVisible(bool(marks))

    def _marks(self, profile: GuestProfile) -> Iterator[Tag]:
        text, words = self._text, self._text.words
        if profile.leaving:
            yield Tag(text.leaves(), "risk", icon="heart")
        if profile.guest.vip:
            yield Tag(words.term("flag", "vip"), "warn", icon="star")
        if profile.guest.vulnerable:
            yield Tag(words.term("flag", "vulnerable"), "accent")
        if profile.restricted:
            yield Tag(text.restricted(), icon="lock")

    def _line(self, icon: str, label: PlainLabel) -> QWidget:
        line = QWidget()
        row = QHBoxLayout(line)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(Icon(icon, "ink3", 14))
        row.addWidget(label, 1)
        self._column.addWidget(line)
        return line


class SumsPart(ProfilePart):
    """Complaints, open ones, compensation, scores."""

    def __init__(self, text: GuestText, parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        names = ("complaints", "open", "compensation", "last", "mean")
        self.labels = {name: PlainLabel("", "meta", "ink2", elide=True) for name in names}
        self.values = {name: PlainLabel("", "section", elide=True) for name in names}
        grid = QGridLayout()
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(2)
        places = {"complaints": (0, 0), "open": (0, 1), "compensation": (0, 2), "last": (3, 0), "mean": (3, 1)}
        for name, (row, column) in places.items():
            grid.addWidget(self.labels[name], row, column)
            grid.addWidget(self.values[name], row + 1, column)
        grid.setRowMinimumHeight(2, 6)
        for column in range(3):
            grid.setColumnStretch(column, 1)
        self._column.addLayout(grid)

    def show_state(self, state: GuestsState) -> None:
        """Shows the sums."""
        if state.profile is None:
            return
        sums, text = state.profile.sums, self._text
        mean = sums.mean_satisfaction
        said = {
            "complaints": (self.tr("Complaints"), str(sums.complaints)),
            "open": (self.tr("Open"), str(sums.open)),
            "compensation": (self.tr("Compensation"), text.money(sums.compensation)),
            "last": (self.tr("Last score"), text.of_five(sums.last_satisfaction)),
            "mean": (self.tr("Average"), "–" if mean is None else f"{mean:.1f}"),
        }
        for name, (label, value) in said.items():
            self.labels[name].setText(label)
            self.values[name].setText(value)
            self.values[name].setAccessibleName(f"{label}: {value}")
