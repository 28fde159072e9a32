"""Promises to the guest: what, by when, kept or cancelled with a reason (domain.md 1, 17)."""

from datetime import datetime

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from desktop.domain.case_file import CaseFile, PromiseRow
from desktop.domain.commands import AddPromise, CancelPromise, KeepPromise
from desktop.domain.texts import is_blank
from desktop.errors import UserError
from desktop.ui.case.cards.card import CaseCard
from desktop.ui.case.cards.due import DueLook
from desktop.ui.case.cards.fields import DueField, TextLine
from desktop.ui.case.cards.form import InlineForm
from desktop.ui.case.cards.parts import LONGEST, SIDE, DoneBox, DueMark, Row, RowList, allow
from desktop.ui.widgets import Button, IconButton, PlainLabel
from desktop.words import Words, plain


class PromiseLine(Row):
    """One promise; ``cancelled`` asks to take it back. A reason stands under it."""

    cancelled = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.place = 0
        self.box = DoneBox()
        self.words = PlainLabel("", wrap=True, max_lines=2)
        self.due = DueMark()
        self.cancel = IconButton("x", "", kind="ghost", size="small")
        self.reason = PlainLabel("", "meta", "ink2", wrap=True, max_lines=3)
        self.reason.setContentsMargins(SIDE, 0, SIDE, 8)
        for part in (self.box, self.words, self.due, self.cancel):
            self.line.addWidget(part, int(part is self.words))
        self.line.setContentsMargins(SIDE, 4, SIDE - 6, 4)
        self.below.addWidget(self.reason)
        self.cancel.clicked.connect(self.cancelled)

    def show_promise(self, promise: PromiseRow, look: DueLook, tip: str) -> None:
        """Shows the promise; one that is over is struck through unless it was kept."""
        self.place = promise.place
        self.words.setText(plain(promise.text, LONGEST))
        self.words.set_tone("ink" if promise.is_open else "ink3")
        self.words.set_struck(promise.cancelled_at is not None)
        self.box.show_done(promise.kept_at is not None)
        self.box.setVisible(promise.cancelled_at is None)
        self.cancel.setVisible(promise.is_open)
        self.due.show_due(look, tip)
        self.reason.setText(plain(promise.reason, LONGEST))
        self.reason.setVisible(bool(promise.reason) and promise.cancelled_at is not None)
        self.line.setContentsMargins(SIDE, 4, SIDE - (6 if promise.is_open else 0), 4)


class PromiseForm(InlineForm):
    """A new promise: what, and by when."""

    def __init__(self, due: DueField, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.words, self.due = TextLine(), due
        self.add_field("text", self.words, "promise")
        self.add_field("due", self.due)
        self.add_buttons()

    def set_words(self) -> None:
        """Says the phrases of the form."""
        self.row("text").set_label(self.tr("What"))
        self.row("due").set_label(self.tr("By when"))
        self.words.setPlaceholderText(self.tr("In the words the guest heard"))
        self.send.setText(self.tr("Add promise"))
        self.leave.setText(self.tr("Cancel"))

    def check(self, words: Words, now: datetime) -> bool:
        """Whether all is given; says at the first field what is not."""
        due = self.due.moment()
        if is_blank(self.words.text()):
            self.say_wrong("text", self.tr("What was promised? Please write it in a few words."))
        elif due is None or due <= now:
            error = UserError("missing" if due is None else "due_in_past", "due")
            self.say_wrong("due", words.error(error))
        else:
            return True
        return False


class CancelForm(InlineForm):
    """Why a promise can't be kept: the guest is owed the reason."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.place = 0
        self.reason = TextLine()
        self.add_field("reason", self.reason)
        self.add_buttons()

    def set_words(self) -> None:
        """Says the phrases of the form."""
        self.row("reason").set_label(self.tr("Reason"))
        self.reason.setPlaceholderText(self.tr("Why it isn’t kept, or needn’t be"))
        self.send.setText(self.tr("Cancel the promise"))
        self.leave.setText(self.tr("Leave it"))

    def keep(self) -> dict[str, str]:
        """What is half typed, and for which promise."""
        kept = super().keep()
        return {**kept, "place": str(self.place)} if kept else kept

    def restore(self, kept: dict[str, str]) -> None:
        """Puts back what ``keep`` gave."""
        super().restore(kept)
        self.place = int(kept.get("place", "0"))


class PromisesCard(CaseCard):
    """What the guest was promised."""

    def _build(self) -> None:
        self.add = Button(icon="plus", size="row")
        self.header.addWidget(self.add)
        self.form = PromiseForm(DueField(self._zone))
        self.cancel_form = CancelForm()
        self.none = Row()
        self._none_words = PlainLabel("", tone="ink3")
        self.none.line.addWidget(self._none_words)
        self.list: RowList[PromiseLine] = RowList(self._make_line)
        for part in (self.form, self.none, self.list, self.cancel_form):
            self.body.addWidget(part)
        self.add.clicked.connect(self.form.open_form)
        self.form.sent.connect(self._on_sent)
        self.cancel_form.sent.connect(self._on_cancel_sent)
        self.cancel_form.left.connect(self._on_cancel_left)
        self.add_form("promise", self.form, self.add)
        self.add_form("cancel", self.cancel_form)

    def _set_words(self) -> None:
        self.set_title(self.tr("Promises to the guest"))
        self.add.setText(self.tr("Promise"))
        self.add.setAccessibleName(self.tr("Add a promise"))
        self._none_words.setText(self._words.term("label", "none"))
        self.form.set_words()
        self.cancel_form.set_words()

    def _paint_file(self, file: CaseFile, now: datetime) -> None:
        self.none.setVisible(not file.promises)
        lines = self.list.show_keys([promise.place for promise in file.promises])
        for line, promise in zip(lines, file.promises, strict=True):
            line.show_promise(promise, self._look(promise, now), self._tip(promise))
            text = plain(promise.text, LONGEST)
            name = self.tr("Kept: {promise}") if promise.is_open else self.tr("Was kept: {promise}")
            line.box.setAccessibleName(name.format(promise=text))
            line.cancel.set_name(self.tr("Cancel: {promise}").format(promise=text))
            allow(line.box, self._may("promise_kept") if promise.is_open else None, self._words)
            allow(line.cancel, self._may("promise_cancelled"), self._words)
        allow(self.add, self._may("promise"), self._words)
        self.form.due.set_now(now)
        if self.cancel_form.is_open:
            self._place_cancel_form()

    def _look(self, promise: PromiseRow, now: datetime) -> DueLook:
        if promise.kept_at is not None:
            return DueLook(self.tr("kept {time}").format(time=self._due.when(promise.kept_at, now)), "accent", "check")
        if promise.cancelled_at is not None:
            when = self._due.when(promise.cancelled_at, now)
            return DueLook(self.tr("cancelled {time}").format(time=when), "ink3")
        look = self._due.look(promise.due, now)
        return look if look.icon else DueLook(look.text, look.tone, "clock")

    def _tip(self, promise: PromiseRow) -> str:
        whole = self._due.whole(promise.due)
        return self.tr("Promised for {time} by {name}").format(time=whole, name=self.name_of(promise.by))

    def _make_line(self) -> PromiseLine:
        line = PromiseLine()
        line.box.asked.connect(lambda: self.want(KeepPromise(self.number, str(line.place))))
        line.cancelled.connect(lambda: self._on_cancel(line.place))
        return line

    def _on_cancel(self, place: int) -> None:
        if self.cancel_form.place != place:
            self.cancel_form.reset()
        self.cancel_form.place = place
        self._place_cancel_form()
        self.cancel_form.open_form()

    def _place_cancel_form(self) -> None:
        """Puts the form under the promise it is about; closes it where that one is no longer open."""
        line = next((line for line in self.list.rows() if line.place == self.cancel_form.place), None)
        if line is None or line.cancel.isHidden():
            self.cancel_form.close_form()
        elif self.cancel_form.parentWidget() is not line:
            line.below.addWidget(self.cancel_form)
            self.cancel_form.show()

    def _on_cancel_left(self) -> None:
        line = next((line for line in self.list.rows() if line.place == self.cancel_form.place), None)
        if line is not None and not line.cancel.isHidden():
            line.cancel.setFocus()

    def _forget(self) -> None:
        """Lines of another case go, and must not take the form with them."""
        self.body.addWidget(self.cancel_form)

    def _on_sent(self) -> None:
        if self._now is None or self._file is None or not self.form.check(self._words, self._now):
            return
        text, due, known = self.form.words.text(), self.form.due.moment(), len(self._file.promises)
        if due is not None:
            self.form.wait_for(lambda file: any(p.text.split() == text.split() for p in file.promises[known:]))
            self.want(AddPromise(self.number, text, due))

    def _on_cancel_sent(self) -> None:
        place, reason = self.cancel_form.place, self.cancel_form.reason.text()
        if is_blank(reason):
            self.cancel_form.say_wrong("reason", self._words.error(UserError("reason_missing", "reason")))
            return
        self.cancel_form.wait_for(lambda file: all(p.place != place or p.cancelled_at for p in file.promises))
        self.want(CancelPromise(self.number, str(place), reason))
