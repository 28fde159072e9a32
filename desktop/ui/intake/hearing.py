"""The left column: what we hear, from whom, where, when and how (design.md 7, Conversation)."""

from collections.abc import Mapping
from datetime import date

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QMenu, QVBoxLayout, QWidget

from desktop.domain.kinds import Channel, Language, Property
from desktop.ui.choices.choice_line import ChoiceLine
from desktop.ui.choices.form_line import FormLine, follow_row_height
from desktop.ui.intake.day_field import DayField
from desktop.ui.intake.form import Form, Hurt
from desktop.ui.intake.narrative import Narrative
from desktop.ui.intake.parts import Change, FormPart, beside, say
from desktop.ui.intake.state import IntakeState
from desktop.ui.intake.wants import WantsField
from desktop.ui.theme.theme import theme_of
from desktop.ui.widgets import Button, FlowRow, Icon, PlainLabel, SegmentedControl
from desktop.ui.widgets.tabbing import order_tabs
from desktop.words import Words

_USUAL = (Channel.COUNTER, Channel.PHONE, Channel.CHAT, Channel.LETTER)
_MORE = tuple(channel for channel in Channel if channel not in _USUAL)
_HONORIFICS = {
    Language.EN: ("Ms", "Mr", "Mrs", "Mx", "女士", "先生"),
    Language.ZH: ("女士", "先生", "Ms", "Mr", "Mrs", "Mx"),
}
_HURT = (Hurt.YES, Hurt.NO, Hurt.NOT_ASKED)
#: Remedies that guests ask for by themselves; suggestions, in the words of the window.
_WISHES = (
    "room_move",
    "repair",
    "replace",
    "redo",
    "refund_full",
    "refund_part",
    "discount",
    "spoken_apology",
    "explanation",
)
_GAPS = (8, 6)  #: between rows, roomy and compact
_NARRATIVE_LOWEST = 120
_HONORIFIC_WIDTH = 70


class HearingPart(FormPart):
    """The guest's words above, the facts below; the words take the spare height."""

    def __init__(self, change: Change, words: Words, property_: Property, today: date, parent: QWidget) -> None:
        super().__init__(change, words, parent)
        self._property = property_
        self._form = Form()
        self._filled = -1
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        self._column = column
        theme_of(self).changed.connect(self._measure)
        self._measure()
        column.addLayout(self._make_title())
        self.narrative = Narrative()
        self.narrative.setMinimumHeight(_NARRATIVE_LOWEST)
        self.narrative.edited.connect(lambda text: change(text=text))
        self._text_row = self.add_row(column, {"text": self.narrative})
        self._text_row.label.hide()
        column.setStretchFactor(self._text_row, 1)
        self._make_guest(column)
        self._make_place(column, today)
        self._make_channel(column)
        self.wants = WantsField()
        self.wants.edited.connect(lambda wants: change(wants=wants))
        self._wants_row = self.add_row(column, {"wants": self.wants})
        self._make_hurt(column)
        self._set_words()

    def set_words_source(self, words: Words) -> None:
        """The words of another language."""
        super().set_words_source(words)
        self._set_words()

    def changeEvent(self, event: QEvent) -> None:
        """Follows the language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._set_words()
        super().changeEvent(event)

    def paint(self, state: IntakeState, today: date) -> None:
        """Shows a state."""
        form = state.form
        if state.filled != self._filled:
            self._filled = state.filled
            if self.narrative.text() != form.text:
                self.narrative.set_text(form.text)
        if form is not self._form:
            self._form = form
            self._show_lines(form)
            self._show_choices(form)
        self.when.set_today(today)
        say(self.count, self._counted(state.words))
        self.show_errors(state)

    def _measure(self) -> None:
        metrics = theme_of(self).metrics
        self._column.setSpacing(_GAPS[metrics.compact])

    def _measure_honorific(self) -> None:
        self.honorific.setFixedWidth(theme_of(self).metrics.px(_HONORIFIC_WIDTH))

    def _make_title(self) -> QHBoxLayout:
        title = QHBoxLayout()
        title.setSpacing(8)
        title.addWidget(Icon("ear", "accent", 18))
        self.title = PlainLabel("", "section")
        title.addWidget(self.title)
        title.addStretch(1)
        self.count = PlainLabel("", "body", "ink2")
        title.addWidget(self.count)
        return title

    def _make_guest(self, column: QVBoxLayout) -> None:
        self.name = self.tells("name", FormLine(icon="user"))
        self.honorific = ChoiceLine()
        self.honorific.taken.connect(lambda text: self._change(honorific=text))
        theme_of(self).changed.connect(self._measure_honorific)
        self._measure_honorific()
        self._person = beside(self.name, self.honorific, stretch=(1, 0))
        self._guest_row = self.add_row(column, {"name": self.name, "honorific": self.honorific}, self._person)
        self.phone = self.tells("phone", FormLine(icon="phone"))
        self._phone_row = self.add_row(column, {"phone": self.phone})

    def _make_place(self, column: QVBoxLayout, today: date) -> None:
        self.room = self.tells("room", FormLine(icon="bed-double"))
        is_shop = self._property is Property.RETAIL
        self.reference = self.tells("reference", FormLine(icon="package" if is_shop else None))
        if is_shop:
            self._room_row = self.add_row(column, {"reference": self.reference, "room": self.reference})
        else:
            holder = beside(self.room, self.reference)
            self._room_row = self.add_row(column, {"room": self.room, "reference": self.reference}, holder)
        self.when = DayField(today, self._words.language)
        self.when.chosen.connect(lambda day: self._change(problem_date=day))
        self._when_row = self.add_row(column, {"problem_date": self.when})
        self.place = self.tells("place", FormLine(icon="map-pin"))
        self._place_row = self.add_row(column, {"place": self.place})

    def _make_channel(self, column: QVBoxLayout) -> None:
        keys = tuple(channel.value for channel in _USUAL)
        self.channel: SegmentedControl[str] = SegmentedControl([(key, "") for key in keys], name="", stretch=True)
        self.channel.chosen.connect(lambda key: self._change(channel=Channel(key)))
        follow_row_height(self.channel, keys)
        self.written = QCheckBox()
        self.written.clicked.connect(lambda on: self._change(written=on))
        self.more = Button(trailing_icon="chevron-down", size="small")
        self.more.setCheckable(True)
        self.channels = QMenu(self.more)
        self._actions: Mapping[Channel, QAction] = {channel: self.channels.addAction("") for channel in _MORE}
        for channel, action in self._actions.items():
            action.setCheckable(True)
            action.triggered.connect(lambda _on=False, channel=channel: self._change(channel=channel))
        self.more.clicked.connect(self._open_channels)
        holder = QWidget()
        lines = QVBoxLayout(holder)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setSpacing(4)
        lines.addWidget(self.channel)
        second = FlowRow()
        second.add_widget(self.written)
        second.add_widget(self.more)
        lines.addWidget(second)
        holder.setFocusProxy(self.channel)
        self._channel_row = self.add_row(column, {"channel": self.channel}, holder)

    def _make_hurt(self, column: QVBoxLayout) -> None:
        keys = tuple(hurt.value for hurt in _HURT)
        self.hurt: SegmentedControl[str] = SegmentedControl([(key, "") for key in keys], name="", stretch=True)
        self.hurt.chosen.connect(self._on_hurt)
        follow_row_height(self.hurt, keys)
        self.hurt_who = self.tells("hurt_who", FormLine(icon="heart"))
        holder = QWidget()
        lines = QVBoxLayout(holder)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setSpacing(4)
        lines.addWidget(self.hurt)
        lines.addWidget(self.hurt_who)
        holder.setFocusProxy(self.hurt)
        self._hurt_row = self.add_row(column, {"hurt": self.hurt, "hurt_who": self.hurt_who}, holder)

    def _on_hurt(self, key: str) -> None:
        self._change(hurt=Hurt(key))
        if key == Hurt.YES.value:
            self.hurt_who.setFocus(Qt.FocusReason.OtherFocusReason)

    def _open_channels(self) -> None:
        self.more.setChecked(self._form.channel in _MORE)
        self.channels.popup(self.more.mapToGlobal(self.more.rect().bottomLeft()))

    def _show_lines(self, form: Form) -> None:
        for line, text in (
            (self.name, form.name),
            (self.honorific, form.honorific),
            (self.phone, form.phone),
            (self.room, form.room),
            (self.reference, form.reference),
            (self.place, form.place),
            (self.hurt_who, form.hurt_who),
        ):
            line.set_line(text)
        self._person.setEnabled(not form.anonymous)
        self.phone.setEnabled(not form.anonymous)

    def _show_choices(self, form: Form) -> None:
        self.when.show_day(form.problem_date)
        is_usual = form.channel in _USUAL
        self.channel.set_value(form.channel.value if is_usual else None)
        for channel, action in self._actions.items():
            action.setChecked(channel is form.channel)
        self.more.setChecked(not is_usual)
        say(self.more, self._words_for_more if is_usual else self._words.term("channel", form.channel.value))
        self.written.setChecked(form.is_written)
        self.wants.show_wants(form.wants)
        self.hurt.set_value(form.hurt.value)
        self.hurt_who.setVisible(form.hurt is Hurt.YES)

    def _counted(self, words: int) -> str:
        if self._words.language is Language.ZH:
            return self.tr("{n} characters").format(n=f"{words:,}")
        return self.tr("1 word") if words == 1 else self.tr("{n} words").format(n=f"{words:,}")

    def _set_words(self) -> None:
        term = self._words.term
        self.title.setText(self.tr("What we hear"))
        self._text_row.set_label(self.tr("What we hear"))
        self.narrative.setPlaceholderText(self.tr("The guest’s own words, as they are said."))
        self._set_row_words()
        self.channel.set_labels({channel.value: term("channel", channel.value) for channel in _USUAL})
        for channel, action in self._actions.items():
            action.setText(term("channel", channel.value))
        self._words_for_more = self.tr("More")
        self.written.setText(self.tr("In writing"))
        self.more.setAccessibleDescription(self.tr("Other channels"))
        self.hurt.set_labels({Hurt.YES: self.tr("Yes"), Hurt.NO: self.tr("No"), Hurt.NOT_ASKED: self.tr("Not asked")})
        self.hurt_who.setPlaceholderText(self.tr("Who, and how?"))
        self.wants.set_suggestions([term("remedy", code) for code in _WISHES])
        self.honorific.set_options(_HONORIFICS[self._words.language], self.tr("Forms of address"))
        self.when.set_language(self._words.language)
        self._order_name()
        self._show_choices(self._form)

    def _set_row_words(self) -> None:
        self._guest_row.set_label(self.tr("Guest"))
        self._phone_row.set_label(self.tr("Phone"))
        is_shop = self._property is Property.RETAIL
        self._room_row.set_label(self.tr("Order") if is_shop else self.tr("Room / order"))
        self._when_row.set_label(self.tr("When"))
        self._place_row.set_label(self.tr("Where"))
        self._channel_row.set_label(self.tr("Channel"))
        self._wants_row.set_label(self.tr("Wants"))
        self._hurt_row.set_label(self.tr("Anyone hurt"))
        for field, name in (
            (self.name, self.tr("Guest’s name")),
            (self.honorific, self.tr("Form of address")),
            (self.room, self.tr("Room")),
            (self.reference, self.tr("Order or booking number")),
            (self.hurt_who, self.tr("Who is hurt, and how")),
        ):
            field.setAccessibleName(name)
        self.room.setPlaceholderText(self.tr("Room"))
        self.reference.setPlaceholderText(self.tr("Order"))

    def _order_name(self) -> None:
        """Chinese puts the form of address behind the name, English before it."""
        line = self._person.layout()
        if not isinstance(line, QHBoxLayout):
            return
        second = self.honorific if self._words.language is Language.ZH else self.name
        line.removeWidget(second)
        line.addWidget(second, 1 if second is self.name else 0)
        order_tabs(self)
