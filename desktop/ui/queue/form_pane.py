"""The open move: its form folds out in the preview, and what is typed is kept every few seconds and when it is left."""

from collections.abc import Callable

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QWidget

from desktop.domain.rows import QueueRow
from desktop.errors import UserError
from desktop.ui.moves import About, FootPlace, MoveForm, make_form
from desktop.ui.queue.cell_text import QueueText
from desktop.ui.queue.preview_parts import PreviewPart
from desktop.ui.queue.state import QueueState

KEEPING_MS = 5_000  #: a crash loses at most this much (conventions.md 5)
_Of = tuple[str, str]  # a case and a move


class FormPane(PreviewPart):
    """``made`` carries a command, ``left`` that the person went back, ``go_to`` another act or a part of the case.

    ``typed`` carries a case, a move, and what is half typed for it to be kept; nothing where the move is made.
    """

    made = Signal(object)
    left = Signal()
    go_to = Signal(str)
    typed = Signal(str, str, object)

    def __init__(
        self, text: QueueText, about: Callable[[QueueState], About | None], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._text, self._about = text, about
        self._kept: dict[str, str] = {}  # what of the open form is stored
        self._stored: set[_Of] = set()  # forms of which anything is stored
        self._of: _Of = ("", "")
        self._shown: QueueState | None = None
        self.form: MoveForm | None = None
        self.foot: FootPlace | None = None  # where the form's buttons stand
        self._keeping = QTimer(self)
        self._keeping.setInterval(KEEPING_MS)
        self._keeping.timeout.connect(self.keep)
        self.hide()

    def show_state(self, state: QueueState, row: QueueRow) -> None:
        """Opens the form of the state, keeps it in step with the case, or closes it."""
        before, self._shown = self._shown, state
        about = self._about(state) if state.act and (before is None or before.file is not state.file) else None
        of = (row.number, state.act) if state.act else ("", "")
        if of != self._of:
            self.close_form()
            if about is not None:
                self._open(of, about, dict(state.typed))
        elif self.form is not None and about is not None:
            self.form.set_about(about)
        if self.form is not None:
            self._say(state.act_refusal, before.act_refusal if before else None)
            if before is None or before.is_acting != state.is_acting:
                self.form.set_busy(state.is_acting)

    def close_form(self) -> None:
        """Puts the form away; what was typed comes again with it."""
        if self.form is not None:
            self.keep()
            self._keeping.stop()
            self.form.hide()
            self.form.deleteLater()
            if self.foot is not None:
                self.foot.clear()
        self.form, self._of = None, ("", "")
        self.hide()

    def forget(self, number: str, act: str) -> None:
        """The move is made: what was typed for it is no longer needed."""
        if (number, act) in self._stored:
            self._stored.discard((number, act))
            self.typed.emit(number, act, {})

    def keep(self) -> None:
        """Has what is half typed stored, if it differs from what is."""
        typed = self.form.keep() if self.form is not None else {}
        if self.form is not None and typed != self._kept:
            self._kept = typed
            self._stored.add(self._of)
            self.typed.emit(*self._of, typed)

    def retranslate(self) -> None:
        """The words have changed; what was typed stays."""
        if self.form is not None:
            self.form.set_words(self._text.words)

    def _open(self, of: _Of, about: About, typed: dict[str, str]) -> None:
        self._of = of
        form = self.form = make_form(of[1], about, self._text.words)
        form.restore(typed)
        self._kept = form.keep()
        if self._kept:
            self._stored.add(of)
        self._keeping.start()
        form.made.connect(self.made)
        form.left.connect(self.left)
        form.go_to.connect(self.go_to)
        self._column.addWidget(form)
        if self.foot is not None:
            form.pin_foot(self.foot)
        form.show()
        self.show()
        form.first_field().setFocus(Qt.FocusReason.OtherFocusReason)

    def _say(self, refusal: UserError | None, before: UserError | None) -> None:
        if self.form is not None and refusal is not None and refusal is not before:
            self.form.show_error(refusal)
