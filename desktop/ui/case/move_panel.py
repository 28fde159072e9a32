"""The open move: its form folds out under the stage bar, in place, and keeps what is typed when it is left."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QSize, Qt, Signal
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from desktop.errors import UserError
from desktop.ui.case.state import Typed
from desktop.ui.moves import TYPED_FORM, About, FootPlace, MoveForm
from desktop.ui.theme import theme_of
from desktop.ui.widgets import Panel
from desktop.words import Words

MakeForm = Callable[[str, About, Words], MoveForm]

_OPEN = "form"
_LEAST = 100  #: logical pixels of the fields in the smallest window
_MOST = 0.52  #: of the window's height, buttons included


class MovePanel(Panel):
    """``made`` carries a command, ``left`` that the person went back, ``go_to`` a card or an act."""

    made = Signal(object)
    left = Signal()
    go_to = Signal(str)

    def __init__(self, make_form: MakeForm, parent: QWidget | None = None) -> None:
        super().__init__("surface", "bottom", parent)
        self._make_form = make_form
        self._texts: Typed = {}  # what was half typed in forms that were left
        self.form: MoveForm | None = None
        self.act = ""
        self._area = _Area()
        self._foot = FootPlace(self._area)
        self._area.foot = self._foot
        self._column = QVBoxLayout(self._area.inner)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._area)
        column.addWidget(self._foot)
        theme_of(self).changed.connect(self._restyle)
        self._restyle()
        self.hide()

    def show_move(self, act: str, about: About | None, words: Words) -> None:
        """Opens the form of a move, keeps the open one in step with the case, or closes it."""
        if not act or about is None:
            self._close()
        elif act == self.act and self.form is not None:
            self.form.set_about(about)
        else:
            self._close()
            self._open(act, about, words)

    def set_busy(self, busy: bool) -> None:
        """While the act is under way it can't be asked for again."""
        if self.form is not None:
            self.form.set_busy(busy)

    def set_words(self, words: Words) -> None:
        """Speaks another language; what is typed stays."""
        if self.form is not None:
            self.form.set_words(words)

    def show_error(self, error: UserError) -> None:
        """Says what was refused at the field it names."""
        if self.form is not None:
            self.form.show_error(error)

    def forget(self) -> None:
        """What was typed in the open form is done, or given up."""
        self._texts.pop(TYPED_FORM + self.act, None)
        self._drop()

    def forget_all(self) -> None:
        """Another case."""
        self._drop()
        self._texts = {}

    def typed(self) -> Typed:
        """What is half typed in the open form and in those that were left."""
        if self.form is None:
            return dict(self._texts)
        mine = self.form.keep()
        texts = {name: kept for name, kept in self._texts.items() if name != TYPED_FORM + self.act}
        return {**texts, _OPEN: {"act": self.act}, **({TYPED_FORM + self.act: mine} if mine else {})}

    def put_back(self, typed: Typed) -> None:
        """Shows again what ``typed`` gave."""
        self._texts = {name: kept for name, kept in typed.items() if name.startswith(TYPED_FORM)}
        kept = self._texts.get(TYPED_FORM + self.act)
        if self.form is not None and kept:
            self.form.restore(kept)

    def take_focus(self) -> None:
        """Puts the cursor into the first field."""
        if self.form is not None:
            self.form.first_field().setFocus(Qt.FocusReason.OtherFocusReason)

    def _open(self, act: str, about: About, words: Words) -> None:
        self.act = act
        form = self.form = self._make_form(act, about, words)
        kept = self._texts.get(TYPED_FORM + act)
        if kept:
            form.restore(kept)
        form.made.connect(self.made)
        form.left.connect(self.left)
        form.go_to.connect(self.go_to)
        self._column.addWidget(form)
        form.pin_foot(self._foot)
        form.show()
        self._area.updateGeometry()
        self.show()
        self.take_focus()

    def _close(self) -> None:
        if self.form is not None:
            mine = self.form.keep()
            if mine:
                self._texts[TYPED_FORM + self.act] = mine
            self._drop()

    def _drop(self) -> None:
        if self.form is not None:
            self.form.hide()
            self.form.deleteLater()
        self._foot.clear()
        self.form, self.act = None, ""
        self.hide()

    def _restyle(self) -> None:
        side = 16 if theme_of(self).metrics.compact else 20
        self._column.setContentsMargins(side, 12, side, 6)
        self._foot.set_margins(side, 8, 10)


class _Area(QScrollArea):
    """As high as the fields need, with their buttons at most a good half of the page; then it scrolls."""

    def __init__(self) -> None:
        super().__init__()
        self.inner = QWidget()
        self.inner.setProperty("page", True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setWidget(self.inner)
        self.foot: QWidget | None = None

    def event(self, event: QEvent) -> bool:
        """The form asks for another height."""
        if event.type() == QEvent.Type.LayoutRequest:
            self.updateGeometry()
        return super().event(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The form's own layout asked for another height: Qt watches the inner widget already."""
        if watched is self.inner and event.type() in (QEvent.Type.LayoutRequest, QEvent.Type.Resize):
            self.updateGeometry()
        return super().eventFilter(watched, event)

    def sizeHint(self) -> QSize:
        """The form's height at this width."""
        return QSize(400, min(self._needed(), self._most()))

    def minimumSizeHint(self) -> QSize:
        """Where there is little room the form scrolls."""
        return QSize(200, min(self._needed(), _LEAST))

    def _needed(self) -> int:
        layout = self.inner.layout()
        if layout is None:
            return 0
        width = max(200, self.viewport().width())
        return layout.totalHeightForWidth(width) if layout.hasHeightForWidth() else layout.totalSizeHint().height()

    def _most(self) -> int:
        buttons = self.foot.sizeHint().height() if self.foot is not None else 0
        return round(self.window().height() * _MOST) - buttons
