"""What is kept of a guest and can be changed: how to address them, what they prefer, whether they agree to that."""

from collections.abc import Callable

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QVBoxLayout, QWidget

from desktop.domain.guest_file import GuestProfile
from desktop.ui.guests.guest_text import GuestText
from desktop.ui.guests.part import ProfilePart
from desktop.ui.guests.state import GuestsState
from desktop.ui.theme import theme_of
from desktop.ui.widgets import FieldRow, LineField, PlainLabel, SegmentedControl, TextArea
from desktop.words.plain import plain

_LABEL = 96  #: logical pixels
_AREA_LINES, _AREA_ROOM = 3, 22  #: and what stands round the lines
_LONGEST_HINT = 160


class ProfileForm(ProfilePart):
    """``edited`` carries the name of a field and what a person made of it."""

    edited = Signal(str, object)

    def __init__(self, text: GuestText, parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self._state: GuestsState | None = None
        self.preferences, self.private_notes = TextArea(), TextArea()
        self.consent = SegmentedControl([(True, ""), (False, "")], name="", size="small")
        self.consent_at = PlainLabel("", "meta", "ink3", wrap=True)
        self.lines = {name: LineField(room="row") for name in ("name", "phone", "email")}
        self.honorific, self.language = QComboBox(), QComboBox()
        self.ticks = {name: QCheckBox() for name in ("vip", "vulnerable", "restricted")}
        self.rows: dict[str, FieldRow] = {}
        self._notes_hint = PlainLabel("", "meta", "ink3", wrap=True)
        self._restricted_hint = PlainLabel("", "meta", "ink3", wrap=True)
        self._build()
        self._connect()
        theme_of(self).changed.connect(self._restyle)
        self._restyle()

    def show_state(self, state: GuestsState) -> None:
        """Shows what is typed, else what is stored; fields that hold it already are left alone."""
        profile, self._state = state.profile, state
        if profile is None:
            return
        for name, line in self.lines.items():
            value = str(state.shown(name) or "")
            if line.text() != value and not line.composing:
                line.setText(value)
                line.setCursorPosition(0)
        for name, area in (("preferences", self.preferences), ("private_notes", self.private_notes)):
            value = str(state.shown(name) or "")
            if area.text() != value and not area.composing:
                area.set_text(value)
        self._choose(self.honorific, str(state.shown("honorific") or ""))
        self._choose(self.language, str(state.shown("language") or ""))
        consent = state.shown("consent")
        self.consent.set_value(consent if isinstance(consent, bool) else None)
        for name, tick in self.ticks.items():
            with QSignalBlocker(tick):
                tick.setChecked(bool(state.shown(name)))
        self._show_rights(state, profile)
        self._show_notes(state, profile)

    def retranslate(self) -> None:
        """The words have changed; what was typed stays."""
        words = self._text.words
        labels = {
            "preferences": self.tr("Preferences"),
            "consent": self.tr("May we keep them?"),
            "name": self.tr("Name"),
            "phone": self.tr("Phone"),
            "email": self.tr("E-mail"),
            "honorific": self.tr("Address as"),
            "language": self.tr("Language"),
            "private_notes": self.tr("Private notes"),
        }
        for name, label in labels.items():
            self.rows[name].set_label(label)
        self.title.setText(self.tr("Profile"))
        self.preferences.setPlaceholderText(self.tr("A quiet room, no feathers, green tea …"))
        self.consent.set_labels({True: self.tr("Agrees"), False: self.tr("Declines")})
        self._notes_hint.setText(self.tr("For those who decide; never searched, never in lists."))
        self.ticks["vip"].setText(words.term("flag", "vip"))
        self.ticks["vulnerable"].setText(words.term("flag", "vulnerable"))
        self.ticks["restricted"].setText(self._text.restricted())
        self._restricted_hint.setText(self.tr("New cases of this guest are read by managers only."))
        self._offer(self.honorific, words.codes("honorific"), lambda code: words.term("honorific", code))
        self._offer(self.language, words.codes("language"), lambda code: words.term("language", code))
        if self._state is not None:
            self.show_state(self._state)

    def first_field(self) -> QWidget:
        """Where typing begins."""
        return self.preferences

    def focus_refused(self, name: str) -> bool:
        """Puts the focus on a field that was refused; False where it isn't here."""
        if name not in self.rows:
            return False
        self.rows[name].field.setFocus()
        return True

    def _build(self) -> None:
        self.rows = {
            "preferences": FieldRow("", self.preferences, above=True),
            "consent": FieldRow("", self.consent, above=True),
            **{name: FieldRow("", line, label_width=_LABEL) for name, line in self.lines.items()},
            "honorific": FieldRow("", self.honorific, label_width=_LABEL),
            "language": FieldRow("", self.language, label_width=_LABEL),
            "private_notes": FieldRow("", self.private_notes, above=True),
        }
        for combo in (self.honorific, self.language):
            combo.setProperty("room", "row")
        self._column.addWidget(self.title)
        self._column.addWidget(self.rows["preferences"])
        self._column.addWidget(self.rows["consent"])
        self._column.addWidget(self.consent_at)
        for name in ("name", "phone", "email", "honorific", "language"):
            self._column.addWidget(self.rows[name])
        for tick in self.ticks.values():
            self._column.addWidget(tick)
        self._column.addWidget(self._restricted_hint)
        self._notes = QWidget()
        notes = QVBoxLayout(self._notes)
        notes.setContentsMargins(0, 0, 0, 0)
        notes.setSpacing(4)
        notes.addWidget(self.rows["private_notes"])
        notes.addWidget(self._notes_hint)
        self._column.addWidget(self._notes)

    def _connect(self) -> None:
        self.preferences.edited.connect(lambda text: self.edited.emit("preferences", text))
        self.private_notes.edited.connect(lambda text: self.edited.emit("private_notes", text))
        self.consent.chosen.connect(lambda value: self.edited.emit("consent", value))
        for name, line in self.lines.items():
            line.textEdited.connect(lambda text, name=name: self.edited.emit(name, text))
        for name, combo in (("honorific", self.honorific), ("language", self.language)):
            combo.activated.connect(
                lambda _place, name=name, combo=combo: self.edited.emit(name, str(combo.currentData() or ""))
            )
        for name, tick in self.ticks.items():
            tick.clicked.connect(lambda checked, name=name: self.edited.emit(name, checked))

    def _offer(self, combo: QComboBox, codes: tuple[str, ...], word: Callable[[str], str]) -> None:
        chosen = combo.currentData()
        combo.clear()
        combo.addItem("–", "")
        for code in codes:
            combo.addItem(word(code), code)
        self._choose(combo, str(chosen or ""))

    def _choose(self, combo: QComboBox, code: str) -> None:
        """Shows a code; one that isn't offered, as an import may bring it, is added as it is."""
        if combo.findData(code) < 0:
            combo.addItem(plain(code, 40), code)
        combo.setCurrentIndex(combo.findData(code))

    def _show_rights(self, state: GuestsState, profile: GuestProfile) -> None:
        for area in (self.preferences, self.private_notes):
            area.setReadOnly(not state.can_change)
        for line in self.lines.values():
            line.setReadOnly(not state.can_change)
        for control in (self.consent, self.honorific, self.language, *self.ticks.values()):
            control.setEnabled(state.can_change)
        self.ticks["restricted"].setVisible(state.can_restrict)
        self._restricted_hint.setVisible(state.can_restrict)
        self._notes.setVisible(profile.private_notes is not None)

    def _show_notes(self, state: GuestsState, profile: GuestProfile) -> None:
        """What is wrong with a field, and what somebody else stored in it meanwhile."""
        refusal = state.refusal
        for name, row in self.rows.items():
            row.set_error(self._text.words.error(refusal) if refusal is not None and refusal.field == name else "")
            other = state.others_value(name)
            said = plain(self._said(name, other), _LONGEST_HINT) if other is not None else ""
            row.set_hint(self.tr("Theirs: {value}").format(value=said or "–") if other is not None else "")
        told = ""
        if profile.consent_at is not None and state.edit.consent is None:
            day = self._text.day(profile.consent_at, state.at)
            told = (self.tr("Agreed on {day}") if profile.consent else self.tr("Declined on {day}")).format(day=day)
        self.consent_at.setText(told)
        self.consent_at.setVisible(bool(told))

    def _restyle(self) -> None:
        height = theme_of(self).metrics.role("body").line * _AREA_LINES + _AREA_ROOM
        for area in (self.preferences, self.private_notes):
            area.setFixedHeight(height)

    def _said(self, name: str, value: object) -> str:
        if isinstance(value, bool):
            return self.tr("Agrees") if value else self.tr("Declines")
        if name in ("honorific", "language") and value:
            return self._text.words.term(name, str(value))
        return str(value)
