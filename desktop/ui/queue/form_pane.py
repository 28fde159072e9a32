"""The open move: its form folds out in the preview, and what is typed is kept when it is left."""

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from desktop.domain.rows import QueueRow
from desktop.errors import UserError
from desktop.ui.moves import About, MoveForm, make_form
from desktop.ui.queue.cell_text import QueueText
from desktop.ui.queue.preview_parts import PreviewPart
from desktop.ui.queue.state import QueueState

_Of = tuple[str, str]  # a case and a move


class FormPane(PreviewPart):
    """``made`` carries a command, ``left`` that the person went back, ``go_to`` another act or a part of the case."""

    made = Signal(object)
    left = Signal()
    go_to = Signal(str)

    def __init__(
        self, text: QueueText, about: Callable[[QueueState], About | None], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._text, self._about = text, about
        self._kept: dict[_Of, dict[str, str]] = {}  # what is half typed in forms that were left
        self._of: _Of = ("", "")
        self._shown: QueueState | None = None
        self.form: MoveForm | None = None
        self.hide()

    def show_state(self, state: QueueState, row: QueueRow) -> None:
        """Opens the form of the state, keeps it in step with the case, or closes it."""
        before, self._shown = self._shown, state
        about = self._about(state) if state.act and (before is None or before.file is not state.file) else None
        of = (row.number, state.act) if state.act else ("", "")
        if of != self._of:
            self.close_form()
            if about is not None:
                self._open(of, about)
        elif self.form is not None and about is not None:
            self.form.set_about(about)
        if self.form is not None:
            self._say(state.act_refusal, before.act_refusal if before else None)
            if before is None or before.is_acting != state.is_acting:
                self.form.set_busy(state.is_acting)

    def close_form(self) -> None:
        """Puts the form away; what was typed comes again with it."""
        if self.form is not None:
            typed = self.form.keep()
            if typed:
                self._kept[self._of] = typed
            self.form.hide()
            self.form.deleteLater()
        self.form, self._of = None, ("", "")
        self.hide()

    def forget(self, number: str, act: str) -> None:
        """The move is made: what was typed for it is no longer needed."""
        self._kept.pop((number, act), None)

    def forget_all(self) -> None:
        """Someone else is at the desk."""
        self.close_form()
        self._kept = {}

    def retranslate(self) -> None:
        """The words have changed; what was typed stays."""
        if self.form is not None:
            self.form.set_words(self._text.words)

    def _open(self, of: _Of, about: About) -> None:
        self._of = of
        form = self.form = make_form(of[1], about, self._text.words)
        form.restore(self._kept.get(of, {}))
        form.made.connect(self.made)
        form.left.connect(self.left)
        form.go_to.connect(self.go_to)
        self._column.addWidget(form)
        form.show()
        self.show()
        form.first_field().setFocus(Qt.FocusReason.OtherFocusReason)

    def _say(self, refusal: UserError | None, before: UserError | None) -> None:
        if self.form is not None and refusal is not None and refusal is not before:
            self.form.show_error(refusal)
