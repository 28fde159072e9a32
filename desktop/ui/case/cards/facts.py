"""The facts of a case: who, where and when, how it is rated and why, what happened, what is confirmed."""

from datetime import datetime

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.domain.case_file import CaseFile
from desktop.domain.commands import ConfirmFacts
from desktop.domain.kinds import Channel, Flag
from desktop.domain.texts import is_blank
from desktop.ui import formats
from desktop.ui.case.cards.card import CaseCard
from desktop.ui.case.cards.facts_text import FactsText
from desktop.ui.case.cards.fields import TextBox
from desktop.ui.case.cards.form import InlineForm
from desktop.ui.case.cards.parts import LONGEST, SIDE, CopyLine, LongText, allow
from desktop.ui.marks import PointsTable
from desktop.ui.theme import theme_of
from desktop.ui.widgets import Button, FlowRow, PlainLabel, Separator, Tag
from desktop.ui.widgets.tag import TagTone
from desktop.words import plain

_LABEL = 92  # logical pixels
_RISKS = frozenset(Flag) - {Flag.VIP, Flag.VULNERABLE, Flag.PUBLIC_POST, Flag.REGULATOR, Flag.MEDIA, Flag.LAWYER}
_COPIED = ("name", "phone", "email", "reference")
_PLAIN = ("on_behalf_of", "language", "room", "place", "problem_date", "channel", "received_by")
_WHO = ("name", "on_behalf_of", "phone", "email", "language")
_WHERE = ("room", "reference", "place", "problem_date", "channel", "received_by")
_RATED = ("severity", "scope", "emotion", "time_pressure")
_STORY = ("expected", "actual", "gap", "wants", "nature", "cause", "impact")


class Fact(QWidget):
    """A label and what is known; hidden where nothing is."""

    def __init__(self, value: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.label = PlainLabel("", "body", "ink2", elide=True)
        self.value = value
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(8)
        middle = Qt.AlignmentFlag.AlignVCenter if isinstance(value, CopyLine) else Qt.AlignmentFlag.AlignTop
        line.addWidget(self.label, 0, middle)
        line.addWidget(value, 1)
        theme_of(self).changed.connect(self._restyle)
        self._restyle()

    def show_fact(self, label: str, text: str) -> None:
        """Shows another value; a copied one is told by the label."""
        self.label.setText(label)
        self.setVisible(not is_blank(text))
        if isinstance(self.value, CopyLine):
            self.value.show_text(text, self.tr("Copy {field}").format(field=label))
        elif isinstance(self.value, LongText):
            self.value.set_text(text)
        elif isinstance(self.value, PlainLabel):
            self.value.setText(plain(text, LONGEST))

    def _restyle(self) -> None:
        self.label.setFixedWidth(theme_of(self).metrics.px(_LABEL))


class FactsForm(InlineForm):
    """What is established, in words."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.text = TextBox(3)
        self.add_field("text", self.text, "facts")
        self.add_buttons()

    def set_words(self) -> None:
        """Says the phrases of the form."""
        self.row("text").set_label(self.tr("Facts"))
        self.text.setPlaceholderText(self.tr("What we know for sure"))
        self.send.setText(self.tr("Confirm facts"))
        self.leave.setText(self.tr("Cancel"))


class FactsCard(CaseCard):
    """All that is known; what is established is confirmed here."""

    def _build(self) -> None:
        self._text = FactsText(self._words, self)
        self.facts: dict[str, Fact] = {name: Fact(CopyLine()) for name in _COPIED}
        self.facts |= {name: Fact(PlainLabel("", wrap=True, max_lines=3)) for name in (*_PLAIN, *_RATED, "gap")}
        self.facts |= {name: Fact(LongText()) for name in _STORY if name != "gap"}
        self.flags = FlowRow(gap=6)
        self.why, self.threshold = PlainLabel("", "section"), PlainLabel("", "meta", "ink2")
        self.points, self.rule = PointsTable(), PlainLabel("", "body", "ink2", wrap=True)
        self.rated = PlainLabel("", "meta", "ink3", wrap=True)
        self.story_title, self.confirmed_title = PlainLabel("", "section"), PlainLabel("", "section", wrap=True)
        self.confirmed, self.confirmed_by = LongText(), PlainLabel("", "meta", "ink2", wrap=True)
        self.confirm = Button(size="row", icon="shield-check")
        self.form = FactsForm()
        self._lay_out()
        self.body.addWidget(self.form)
        self.confirm.clicked.connect(self.form.open_form)
        self.form.sent.connect(self._on_sent)
        self.add_form("facts", self.form, self.confirm)

    def _lay_out(self) -> None:
        self._section(*(self.facts[name] for name in (*_WHO, *_WHERE)), self.flags, line=False)
        head = QHBoxLayout()
        head.addWidget(self.why)
        head.addStretch(1)
        head.addWidget(self.threshold)
        self._section(head, self.rule, self.points, *(self.facts[name] for name in _RATED), self.rated)
        self._story = self._section(self.story_title, *(self.facts[name] for name in _STORY))
        confirm = QHBoxLayout()
        confirm.addWidget(self.confirmed_title, 1)
        confirm.addWidget(self.confirm)
        self._section(confirm, self.confirmed, self.confirmed_by)

    def _section(self, *parts: QWidget | QHBoxLayout, line: bool = True) -> QWidget:
        holder = QWidget()
        outer = QVBoxLayout(holder)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        if line:
            outer.addWidget(Separator())
        column = QVBoxLayout()
        column.setContentsMargins(SIDE, 10 if line else 0, SIDE, 12)
        column.setSpacing(6)
        outer.addLayout(column)
        for part in parts:
            if isinstance(part, QWidget):
                column.addWidget(part)
            else:
                column.addLayout(part)
        self.body.addWidget(holder)
        return holder

    def _set_words(self) -> None:
        self._text.words = self._words
        self.set_title(self.tr("Facts"))
        self.story_title.setText(self.tr("What happened"))
        self.confirmed_title.setText(self.tr("Confirmed facts"))
        self.confirm.setText(self.tr("Confirm facts"))
        self.form.set_words()

    def _paint_file(self, file: CaseFile, now: datetime) -> None:
        for name, (label, text) in {**self._who(file), **self._where(file, now), **self._told(file)}.items():
            self.facts[name].show_fact(label, text)
        for name, (label, text) in zip(_RATED, self._text.ratings(file), strict=True):
            self.facts[name].show_fact(label, text)
        self._story.setVisible(any(not self.facts[name].isHidden() for name in _STORY))
        self._show_flags(file)
        self._show_why(file, now)
        self._show_confirmed(file, now)

    def _who(self, file: CaseFile) -> dict[str, tuple[str, str]]:
        row, who = file.view.row, file.complainant
        honorific = self._words.term("honorific", row.honorific) if row.honorific else ""
        name = formats.guest_name(row.guest, honorific, self._words.language)
        language = self._words.term("language", who.language) if who.language else ""
        return {
            "name": (self.tr("Guest"), name or self._words.term("label", "anonymous")),
            "on_behalf_of": (self.tr("On behalf of"), who.on_behalf_of),
            "phone": (self.tr("Phone"), who.phone),
            "email": (self.tr("E-mail"), who.email),
            "language": (self.tr("Language"), language),
        }

    def _where(self, file: CaseFile, now: datetime) -> dict[str, tuple[str, str]]:
        row, view, language = file.view.row, file.view, self._words.language
        day = formats.full_date(view.problem_date, language) if view.problem_date else ""
        channel = self._words.term("channel", view.channel.value)
        spoken = view.channel in (Channel.COUNTER, Channel.PHONE, Channel.HOTLINE)
        written = self.tr("{channel}, in writing").format(channel=channel) if view.written and spoken else channel
        by = " · ".join(filter(None, (self.name_of(view.received_by), self._due.when(row.received_at, now))))
        return {
            "room": (self.tr("Room"), row.room),
            "reference": (self.tr("Order"), row.reference),
            "place": (self.tr("Place"), view.place),
            "problem_date": (self.tr("Problem date"), day),
            "channel": (self.tr("Channel"), written),
            "received_by": (self.tr("Received by"), by),
        }

    def _told(self, file: CaseFile) -> dict[str, tuple[str, str]]:
        story = file.story
        gap = self._words.term("gap", str(story.gap)) if story.gap is not None else ""
        return {
            "expected": (self.tr("Expected"), story.expected),
            "actual": (self.tr("Found"), story.actual),
            "gap": (self.tr("Gap"), gap),
            "wants": (self.tr("Wants"), self._words.joined(story.wants)),
            "nature": (self.tr("Nature"), story.nature),
            "cause": (self.tr("Cause"), story.cause),
            "impact": (self.tr("Impact"), story.impact),
        }

    def _show_flags(self, file: CaseFile) -> None:
        flags = set(file.rating.flags | file.view.flags)
        flags |= {Flag.VIP} if file.complainant.vip else set()
        flags |= {Flag.VULNERABLE} if file.complainant.vulnerable else set()
        self.flags.clear()
        for flag in (flag for flag in Flag if flag in flags):
            tone: TagTone = "risk" if flag in _RISKS else "accent" if flag is Flag.VULNERABLE else "warn"
            tag = Tag(self._words.term("flag", flag.value), tone, icon="star" if flag is Flag.VIP else None)
            self.flags.add_widget(tag)
        self.flags.setVisible(bool(flags))

    def _show_why(self, file: CaseFile, now: datetime) -> None:
        self.why.setText(self._text.title(file, now))
        self.threshold.setText(self._text.threshold(file))
        rule = self._text.rule(file, now)
        self.rule.setText(rule)
        self.rule.setVisible(bool(rule))
        self.points.show_points(self._text.points(file), self._words.sentence("total"), file.view.row.score)
        at = file.rating.assessed_at
        self.rated.setVisible(at is not None)
        if at is not None:
            by = next((entry.by for entry in reversed(file.view.history) if entry.act in ("assess", "settle")), "")
            self.rated.setText(self._said_by(self.tr("Rated {time} by {name}"), self.tr("Rated {time}"), by, at, now))

    def _show_confirmed(self, file: CaseFile, now: datetime) -> None:
        story, at = file.story, file.story.facts_confirmed_at
        self.confirmed.set_text(story.facts)
        self.confirmed.setVisible(not is_blank(story.facts))
        if at is None:
            self.confirmed_by.setText(self.tr("Not confirmed yet. No words on fault before they are."))
        else:
            who = story.facts_confirmed_by
            said = self.tr("Confirmed {time} by {name}"), self.tr("Confirmed {time}")
            self.confirmed_by.setText(self._said_by(*said, who, at, now))
        allow(self.confirm, self._may("confirm_facts"), self._words)

    def _said_by(self, full: str, short: str, login: str, at: datetime, now: datetime) -> str:
        time = self._due.when(at, now)
        return full.format(time=time, name=self.name_of(login)) if login else short.format(time=time)

    def _on_sent(self) -> None:
        text, file = self.form.text.text(), self._file
        if is_blank(text) or file is None:
            self.form.say_wrong("text", self.tr("What is established? Please write it in a sentence."))
            return
        before = file.story.facts_confirmed_at, file.story.facts
        self.form.wait_for(lambda newer: (newer.story.facts_confirmed_at, newer.story.facts) != before)
        self.want(ConfirmFacts(self.number, text))
