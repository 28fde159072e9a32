"""Why it happened and what is learned from it: what Close needs, written while the case is worked (domain.md 3, 7)."""

from datetime import datetime
from typing import TypedDict

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.domain.case_file import CaseFile, Ending
from desktop.domain.kinds import Closure, Outcome, RootCause, State
from desktop.errors import UserError
from desktop.ui.case.cards.card import CaseCard
from desktop.ui.case.cards.fields import Choice, TextBox, kept_text, put_back
from desktop.ui.case.cards.parts import SIDE, LongText
from desktop.ui.case.cards.whys import FiveWhys
from desktop.ui.widgets import Button, FieldRow, PlainLabel, Tag, announce

# What a cause may be told more closely as (domain.md 7).
DETAILS = {
    RootCause.PEOPLE: ("skill", "attitude", "staffing"),
    RootCause.PROCESS: ("none", "not_followed", "handover"),
    RootCause.INFORMATION: ("promise", "listing", "sign"),
    RootCause.THIRD_PARTY: ("surroundings",),
}
_FIELDS = ("whys", "root_cause", "detail", "outcome", "closure", "lesson")
_LABEL = 84  # logical pixels


class CloseDraft(TypedDict):
    """What was written so far of what closing needs; codes and texts, empty where nothing is."""

    root_cause: str
    whys: tuple[str, ...]
    lesson: str
    outcome: str
    closure: str


class RootCauseCard(CaseCard):
    """The five whys, the cause, the outcome and the lesson. ``edited``: a person changed the draft.

    Nothing of it is on the case before it is closed: whoever closes it takes ``draft``. A closed case is told.
    """

    edited = Signal()

    def draft(self) -> CloseDraft:
        """What is written for closing."""
        cause, detail = self.cause.code(), self.detail.code()
        return {
            "root_cause": f"{cause}/{detail}" if cause and detail else cause,
            "whys": self.whys.whys(),
            "lesson": self.lesson.text(),
            "outcome": self.outcome.code(),
            "closure": self.closure.code(),
        }

    def keep(self) -> dict[str, str]:
        """What is half written."""
        kept = {name: kept_text(self._fields[name]) for name in _FIELDS} if self._touched else {}
        return {name: text for name, text in kept.items() if text}

    def restore(self, kept: dict[str, str]) -> None:
        """Puts back what ``keep`` gave."""
        if kept:
            self._put({name: kept.get(name, "") for name in _FIELDS})
            self._touched = True

    def show_error(self, error: UserError) -> None:
        """Says what is missing at its field, as closing the case tells it."""
        row = self._rows.get(error.field)
        if row is None or row.isHidden() or not self._editable:
            super().show_error(error)
            return
        sentence = self._words.error(error)
        row.set_error(sentence)
        announce(row, sentence)
        row.field.setFocus(Qt.FocusReason.OtherFocusReason)

    def _build(self) -> None:
        self._touched, self._putting, self._editable = False, False, True
        self._loaded = Ending()
        self.tag = Tag("")
        self.header.addWidget(self.tag)
        self.whys = FiveWhys()
        self.cause, self.detail, self.outcome, self.closure = Choice(), Choice(), Choice(), Choice()
        self.lesson = TextBox(2)
        self.told = {name: PlainLabel("", wrap=True) for name in ("root_cause", "outcome", "closure")}
        self.told_lesson = LongText()
        fields = (self.whys, self.cause, self.detail, self.outcome, self.closure, self.lesson)
        self._fields: dict[str, QWidget] = dict(zip(_FIELDS, fields, strict=True))
        self._rows = {name: FieldRow("", self._fields[name], label_width=_LABEL) for name in _FIELDS[1:]}
        self._told_rows = {
            name: FieldRow("", field, label_width=_LABEL)
            for name, field in (*self.told.items(), ("lesson", self.told_lesson))
        }
        self.later = Button(kind="link", size="small", icon="chevron-down")
        holder = QWidget()
        column = QVBoxLayout(holder)
        column.setContentsMargins(SIDE, 0, SIDE, 12)
        column.setSpacing(8)
        self.none = PlainLabel("", tone="ink3")
        column.addWidget(self.none)
        column.addWidget(self.whys)
        column.addSpacing(2)
        for row in (*self._rows.values(), *self._told_rows.values()):
            column.addWidget(row)
        column.addWidget(self.later, 0, Qt.AlignmentFlag.AlignLeft)
        self.body.addWidget(holder)
        self._unfolded = False
        self.later.clicked.connect(self._on_later)
        self._listen()

    def _listen(self) -> None:
        self.whys.edited.connect(self._on_edited)
        for choice in (self.cause, self.detail, self.outcome, self.closure):
            choice.currentIndexChanged.connect(self._on_edited)
        self.lesson.edited.connect(self._on_edited)

    def _set_words(self) -> None:
        self.set_title(self.tr("Root cause"))
        self.set_aside(self.tr("5 whys"))
        self.none.setText(self._words.term("label", "none"))
        self.later.setText(self.tr("Outcome and lesson"))
        labels = {
            "root_cause": self.tr("Cause"),
            "detail": self.tr("More closely"),
            "outcome": self.tr("Outcome"),
            "closure": self.tr("Ended by"),
            "lesson": self.tr("Lesson"),
        }
        for name, label in labels.items():
            self._rows[name].set_label(label)
            if name in self._told_rows:
                self._told_rows[name].set_label(label)
        self.lesson.setPlaceholderText(self.tr("What we do differently"))
        self._offer()

    def _offer(self) -> None:
        """Fills the lists in the language of the window; what was chosen stays."""
        self._putting, nothing = True, ("", "–")
        terms = ((self.cause, "root_cause", RootCause), (self.outcome, "outcome", Outcome))
        for choice, kind, codes in (*terms, (self.closure, "closure", Closure)):
            choice.offer([nothing, *((code.value, self._words.term(kind, code.value)) for code in codes)])
        self._offer_details()
        self._putting = False

    def _offer_details(self) -> None:
        cause = self.cause.code()
        details = DETAILS.get(RootCause(cause), ()) if cause else ()
        words = [(code, self._words.term("root_cause_detail", code)) for code in details]
        self.detail.offer([("", "–"), *words])
        self._rows["detail"].setVisible(bool(details) and self._editable and not self._rows["root_cause"].isHidden())

    def _paint_file(self, file: CaseFile, now: datetime) -> None:  # noqa: ARG002 (nothing here depends on the clock)
        ending = file.ending
        self._editable = file.view.row.state is not State.CLOSED and ending.ended_at is None
        if ending != self._loaded and (not self._touched or not self._editable):
            self._load(ending)
        self._loaded = ending
        self.whys.set_editable(self._editable)
        cause = self._words.term("root_cause", ending.root_cause) if ending.root_cause else ""
        self.tag.setText(cause)
        self.tag.setVisible(bool(cause) and not self._editable)
        self._tell(ending, cause)
        self._show_rows()

    def _tell(self, ending: Ending, cause: str) -> None:
        self.told["root_cause"].setText(cause)
        self.told["outcome"].setText(self._words.term("outcome", ending.outcome.value) if ending.outcome else "")
        self.told["closure"].setText(self._words.term("closure", ending.closure.value) if ending.closure else "")
        self.told_lesson.set_text(ending.lesson)
        texts = {name: label.text() for name, label in self.told.items()} | {"lesson": ending.lesson}
        for name, row in self._told_rows.items():
            row.setVisible(bool(texts[name]) and not self._editable)
        is_told = any(texts.values()) or bool(ending.whys)
        self.none.setVisible(not self._editable and not is_told)

    def _load(self, ending: Ending) -> None:
        cause, _, detail = ending.root_cause.partition("/")
        self._put({"root_cause": cause, "detail": detail, "lesson": ending.lesson})
        self._putting = True
        self.whys.set_whys(ending.whys)
        self.outcome.setCurrentIndex(max(0, self.outcome.findData(ending.outcome.value if ending.outcome else "")))
        self.closure.setCurrentIndex(max(0, self.closure.findData(ending.closure.value if ending.closure else "")))
        self._putting = self._touched = False

    def _put(self, texts: dict[str, str]) -> None:
        """Gives the fields texts, silently; the cause first, since it says which details there are."""
        self._putting = True
        for name in _FIELDS:
            if name in texts:
                put_back(self._fields[name], texts[name])
                if name == "root_cause":
                    self._offer_details()
        self._putting = False
        self._show_rows()

    def _show_rows(self) -> None:
        """Cause and the rest open once there is a first why, or by hand: one thing after another."""
        begun = self._unfolded or bool(self.whys.whys()) or any(self._filled())
        for name, row in self._rows.items():
            row.setVisible(self._editable and begun and name != "detail")
        self._offer_details()
        self.later.setVisible(self._editable and not begun)

    def _filled(self) -> list[str]:
        return [kept_text(self._fields[name]) for name in _FIELDS[1:]]

    def _on_later(self) -> None:
        self._unfolded = True
        self._show_rows()
        self.cause.setFocus()

    def _on_edited(self) -> None:
        if self._putting:
            return
        self._touched = True
        for row in self._rows.values():
            if row.error.text():
                row.set_error("")
        self._show_rows()
        self.edited.emit()

    def _forget(self) -> None:
        self._unfolded = self._touched = False
        self._loaded = Ending()
        self._load(self._loaded)
