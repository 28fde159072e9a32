"""The page's head and foot: whose complaint it is and how long it takes; the draft's state and the two ways out."""

from collections.abc import Callable
from datetime import datetime, timedelta, tzinfo

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QMenu, QWidget

from desktop.domain.rows import Draft
from desktop.domain.texts import summary_of
from desktop.ui import formats
from desktop.ui.intake.draft_data import load_draft
from desktop.ui.intake.draft_keeper import Kept
from desktop.ui.intake.parts import say
from desktop.ui.intake.state import IntakeState
from desktop.ui.theme.theme import theme_of
from desktop.ui.widgets import Button, Icon, Panel, PlainLabel, Separator, Tag, announce
from desktop.ui.widgets.button import Kind
from desktop.words import Words, plain

_LONGEST_IN_MENU = 60
_MINUTE = 60


class IntakeHead(Panel):
    """Title, guest and room; at right the parked drafts and the time. ``resumed`` carries the draft taken up."""

    resumed = Signal(object)

    def __init__(self, words: Words, zone: tzinfo, parent: QWidget) -> None:
        super().__init__("surface", "bottom", parent)
        self._words, self._zone = words, zone
        self._state: IntakeState | None = None
        self._shows_details = False
        self.title = PlainLabel("", "title")
        self.tag = Tag("")
        self.whose = PlainLabel("", "body", "ink2", elide=True)
        self.drafts = Button(icon="square-pen", kind="ghost", size="row")
        self.drafts.clicked.connect(self.open_drafts)
        self.menu = QMenu(self.drafts)
        self.details = Button(icon="sliders-horizontal", kind="ghost", size="row", key="Ctrl+D")
        self.step = PlainLabel("", "body", "ink3")
        self._clock_words = PlainLabel("", "body", "ink2")
        self.timer = PlainLabel("00:00", "timer")
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 0, 16, 0)
        row.setSpacing(12)
        row.addWidget(self.title)
        row.addWidget(self.tag)
        row.addWidget(self.whose, 1)
        row.addWidget(self.drafts)
        self._line = Separator(upright=True)
        row.addWidget(self.details)
        row.addWidget(self.step)
        row.addWidget(self._line)
        row.addWidget(Icon("clock", "ink2", 16))
        row.addWidget(self._clock_words)
        row.addWidget(self.timer)
        theme_of(self).changed.connect(self._measure)
        self._measure()
        self._set_words()

    def set_words_source(self, words: Words) -> None:
        """The words of another language."""
        self._words = words
        self._set_words()

    def changeEvent(self, event: QEvent) -> None:
        """Follows the language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._set_words()
        super().changeEvent(event)

    def paint(self, state: IntakeState, *, shows_details: bool = False) -> None:
        """Shows a state; ``shows_details``: the details stand in place of the conversation."""
        self._state, self._shows_details = state, shows_details
        say(self.whose, self._whose(state))
        self.tag.setVisible(not state.settling.number)
        say(self.timer, formats.timer(state.lasting))
        parked = len(state.parked)
        self.drafts.setVisible(parked > 0)
        talk = state.talk
        self.details.setVisible(talk is not None and not state.settling.is_open)
        say(self.details, self.tr("Hide details") if shows_details else self.tr("Details"))
        self.step.setVisible(talk is not None)
        if talk is not None:
            say(self.step, self.tr("This step {time}").format(time=_minutes(talk.step_time)))
        say(self.drafts, self.tr("1 draft") if parked == 1 else self.tr("{n} drafts").format(n=parked))

    def open_drafts(self) -> None:
        """Shows the parked drafts under their button."""
        if self._state is None:
            return
        self.menu.clear()
        for draft in self._state.parked:
            said = draft_line(draft, self._state.now, self._zone, self._words)
            action = self.menu.addAction(said.replace("&", "&&"))
            action.triggered.connect(lambda _on=False, draft=draft: self.resumed.emit(draft))
        self.menu.popup(self.drafts.mapToGlobal(self.drafts.rect().bottomLeft()))

    def _whose(self, state: IntakeState) -> str:
        form = state.form
        if form.anonymous:
            guest = self._words.term("label", "anonymous")
        else:
            guest = formats.guest_name(form.name, form.honorific, self._words.language)
        room = self.tr("Room {room}").format(room=form.room.strip()) if form.room.strip() else form.reference.strip()
        return " · ".join(plain(part) for part in (guest, room) if part)

    def _measure(self) -> None:
        self.setFixedHeight(theme_of(self).metrics.height("conversation_header"))

    def _set_words(self) -> None:
        self.title.setText(self.tr("New complaint"))
        self.tag.setText(self.tr("draft"))
        self._clock_words.setText(self.tr("Conversation"))
        if self._state is not None:
            self.paint(self._state, shows_details=self._shows_details)


class IntakeFoot(Panel):
    """The draft's state at left, at right whether it was acknowledged already, and the buttons."""

    def __init__(self, words: Words, on_the_spot: Callable[[bool], None], parent: QWidget) -> None:
        super().__init__("surface", "top", parent)
        self._words = words
        self._state: IntakeState | None = None
        self._announced = ""
        self._icon = Icon("check", "accent", 16)
        self.said = PlainLabel("", "body", "ink2", max_lines=2)
        self.again = Button(kind="danger", size="row", icon="refresh-cw")
        self.on_the_spot = QCheckBox()
        self.on_the_spot.clicked.connect(on_the_spot)
        self.park = Button(kind="ghost", key="Esc", size="footer")
        self.settle = Button(key="Ctrl+Shift+Enter", size="footer")
        self.save = Button(kind="primary", key="Ctrl+Enter", size="footer")
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 0, 16, 0)
        row.setSpacing(10)
        row.addWidget(self._icon)
        row.addWidget(self.said, 1)
        row.addWidget(self.again)
        row.addSpacing(10)
        row.addWidget(self.on_the_spot)
        row.addWidget(self.park)
        row.addWidget(self.settle)
        row.addWidget(self.save)
        theme_of(self).changed.connect(self._measure)
        self._measure()
        self._set_words()

    def set_words_source(self, words: Words) -> None:
        """The words of another language."""
        self._words = words
        self._set_words()

    def changeEvent(self, event: QEvent) -> None:
        """Follows the language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._set_words()
        super().changeEvent(event)

    def paint(self, state: IntakeState) -> None:
        """Shows a state."""
        self._state = state
        wrong = self._wrong(state)
        say(self.said, wrong or self._kept(state))
        if (self.said.tone == "p1") is not bool(wrong):
            self.said.set_tone("p1" if wrong else "ink2")
        self._icon.set_icon("triangle-alert" if wrong else "check", "p1" if wrong else "accent")
        self._icon.setVisible(bool(wrong) or state.draft.kept is not Kept.NOTHING)
        self.again.setVisible(bool(wrong))
        self.on_the_spot.setChecked(state.form.on_the_spot)
        for button in (self.save, self.settle, self.park, self.again):
            button.setEnabled(not state.is_saving)
        self._offer_ways(state)
        if wrong != self._announced:
            self._announced = wrong
            if wrong:
                announce(self, wrong)

    def _offer_ways(self, state: IntakeState) -> None:
        """While the complaint is settled on the spot, Ctrl+Enter and Esc belong to that form."""
        settling = state.settling.is_open
        self.on_the_spot.setVisible(state.form.takes_on_the_spot and not settling)
        self.park.setVisible(not settling)
        self.settle.setVisible(not settling)
        self.save.setVisible(not state.settling.number)
        # One filled button a page: while the conversation has a next step, that one is (design.md 1).
        goes_on = state.talk is not None and bool(state.talk.next_name)
        kind: Kind = "plain" if settling else "accent" if goes_on else "primary"
        if self.save.kind != kind:
            self.save.set_kind(kind)
            self.save.set_key(None if settling else "Ctrl+Enter")

    def _wrong(self, state: IntakeState) -> str:
        if state.trouble is not None:
            return self._words.error(state.trouble)
        return self.tr("Draft not saved. Keep this window open.") if state.is_at_risk else ""

    def _kept(self, state: IntakeState) -> str:
        ago = state.saved_ago
        if state.settling.number:
            return ""  # it is a case already
        if state.draft.kept is Kept.NOTHING:
            return self.tr("What you type is kept on this computer as a draft.")
        if ago is None:
            return self.tr("The draft is saved in a moment.")
        return self._saved(ago)

    def _saved(self, ago: timedelta) -> str:
        seconds = int(ago.total_seconds())
        if seconds < _MINUTE:
            return self.tr("Draft saved {n} s ago on this computer").format(n=seconds)
        return self.tr("Draft saved {n} min ago on this computer").format(n=seconds // _MINUTE)

    def _measure(self) -> None:
        self.setFixedHeight(theme_of(self).metrics.height("conversation_foot"))

    def _set_words(self) -> None:
        self.again.setText(self.tr("Try again"))
        self.on_the_spot.setText(self.tr("Acknowledged on the spot"))
        self.park.setText(self.tr("Park draft"))
        self.settle.setText(self.tr("Settled on the spot"))
        self.save.setText(self.tr("Save & queue"))
        if self._state is not None:
            self.paint(self._state)


def _minutes(span: timedelta) -> str:
    """``1:05``: shorter than the conversation's own time, which stands beside it."""
    minutes, seconds = divmod(max(0, int(span.total_seconds())), _MINUTE)
    return f"{minutes}:{seconds:02}"


def draft_line(draft: Draft, now: datetime, zone: tzinfo, words: Words, longest: int = _LONGEST_IN_MENU) -> str:
    """A draft in one line of at most ``longest`` characters: when it was kept, whose it is, how it begins."""
    form = load_draft(draft.data)
    guest = formats.guest_name(form.name, form.honorific, words.language) or form.room
    when = formats.near_time(draft.saved_at.astimezone(zone), now.astimezone(zone), words.language)
    parts = (when, plain(guest), plain(summary_of(form.text[:1000])))
    return plain(" · ".join(part for part in parts if part), longest)
