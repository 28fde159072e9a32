"""The page of the first run: a card with the steps at left and the form at right (firstrun.png)."""

from pathlib import Path

from PySide6.QtCore import QEvent, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QFileDialog,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QInputDialog,
    QLineEdit,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from desktop.domain.kinds import Language
from desktop.errors import UserError
from desktop.ui.firstrun.form import FirstRunForm
from desktop.ui.firstrun.presenter import Bring, Create, FirstRunPresenter
from desktop.ui.firstrun.state import FirstRunState
from desktop.ui.firstrun.steps import StepsPane
from desktop.ui.tasks import Runner
from desktop.ui.theme.metrics import RADIUS_CARD
from desktop.ui.theme.painting import paint_edge
from desktop.ui.theme.theme import theme_of
from desktop.ui.widgets import Button, Icon, PlainLabel
from desktop.words import Words

_WIDTH, _LEAST_WIDTH, _HEIGHT, _STEPS = 960, 880, 700, 296
_PADDING, _SCROLL_BAR = 40, 16
# fields of a refusal that are shown under another name here
_SHOWN_AT = {"timezone": "site", "login": "owner", "pin": "pin", "intervals.mon": "opens"}


class _Card(QWidget):
    """The card's own surface: flat, one line around it."""

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 (Qt's signature)
        tokens = theme_of(self).tokens
        paint_edge(QPainter(self), QRectF(self.rect()), tokens.line, 1, RADIUS_CARD, tokens.surface)


class FirstRunScreen(QWidget):
    """Asks for a site and makes it. ``finished`` carries the folder; ``language_chosen`` asks for another language.

    ``set_language`` must follow ``language_chosen``: the window translates, the screen keeps what was typed.
    """

    finished = Signal(object)
    language_chosen = Signal(object)
    back = Signal()

    def __init__(
        self,
        create: Create,
        restore: Bring,
        runner: Runner,
        words: Words,
        language: Language,
        *,
        can_go_back: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._words = words
        self.steps = StepsPane()
        self.form = FirstRunForm(language)
        self._title = PlainLabel("", "title")
        self._lead = PlainLabel("", "body", "ink2")
        self.trouble = PlainLabel("", "meta", "p1", wrap=True)
        self._trouble_icon = Icon("triangle-alert", "p1", 13)
        self.restore_button = Button(kind="ghost", size="wizard")
        self.back_button = Button(size="wizard")
        self.back_button.setVisible(can_go_back)
        self.start_button = Button(kind="primary", key="Enter", size="wizard")
        self._lay_out()
        self.presenter = FirstRunPresenter(self, create, restore, runner, self.finished.emit, language)
        self._connect()
        self._set_words()
        self._measure()
        theme_of(self).changed.connect(self._measure)
        self.paint(self.presenter.state)

    def set_language(self, words: Words) -> None:
        """Speaks another language from now on."""
        self._words = words
        self._show_refusal(self.presenter.state.refusal)

    def arrive(self) -> None:
        """Puts the focus on the first field to fill."""
        self.form.fields["site"].setFocus(Qt.FocusReason.OtherFocusReason)

    def paint(self, state: FirstRunState) -> None:
        """Shows a state."""
        self.steps.paint(state)
        self.form.paint(state)
        self.form.setEnabled(not state.busy)
        for button in (self.start_button, self.restore_button, self.back_button):
            button.setEnabled(not state.busy)
        self._show_refusal(state.refusal)

    def lead_to(self, field: str) -> None:
        """Puts the focus on the field that was refused."""
        row = self.form.rows.get(_SHOWN_AT.get(field, field))
        if row is not None:
            row.field.setFocus(Qt.FocusReason.OtherFocusReason)

    def changeEvent(self, event: QEvent) -> None:
        """Follows the language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._set_words()
        super().changeEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens the desk from anywhere on the page."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.presenter.start()
            return
        super().keyPressEvent(event)

    def _lay_out(self) -> None:
        card = self._card = _Card()
        card.setMinimumWidth(_LEAST_WIDTH)
        self.steps.setFixedWidth(_STEPS)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        inner = QWidget()
        inner.setProperty("page", True)
        inside = QVBoxLayout(inner)
        inside.setContentsMargins(_PADDING, 0, _PADDING, 0)
        inside.addWidget(self.form)
        scroll.setWidget(inner)
        right = QVBoxLayout()
        right.setContentsMargins(0, 28, 1, 20)
        right.setSpacing(14)
        head = QVBoxLayout()
        head.setContentsMargins(_PADDING, 0, _PADDING, 0)
        head.setSpacing(2)
        head.addWidget(self._title)
        head.addWidget(self._lead)
        right.addLayout(head)
        right.addWidget(scroll, 1)
        right.addLayout(self._foot())
        across = QHBoxLayout(card)
        across.setContentsMargins(1, 1, 0, 1)
        across.setSpacing(0)
        across.addWidget(self.steps)
        across.addLayout(right, 1)
        # The card takes the middle cell and grows to its largest size; what is left goes around it.
        page = QGridLayout(self)
        page.setContentsMargins(20, 16, 20, 16)
        page.addWidget(card, 1, 1)
        for edge in (0, 2):
            page.setRowStretch(edge, 1)
            page.setColumnStretch(edge, 1)
        page.setRowStretch(1, 1_000)
        page.setColumnStretch(1, 1_000)

    def _measure(self) -> None:
        """The card's own size, wider only where the words of a language need it."""
        metrics = theme_of(self).metrics
        needed = _STEPS + self.form.minimumSizeHint().width() + 2 * _PADDING + _SCROLL_BAR
        self._card.setMaximumSize(max(metrics.px(_WIDTH), needed), metrics.px(_HEIGHT))

    def _foot(self) -> QVBoxLayout:
        said = QHBoxLayout()
        said.addWidget(self._trouble_icon, 0, Qt.AlignmentFlag.AlignTop)
        said.addWidget(self.trouble, 1)
        buttons = QHBoxLayout()
        buttons.setSpacing(12)
        buttons.addWidget(self.restore_button)
        buttons.addStretch(1)
        buttons.addWidget(self.back_button)
        buttons.addWidget(self.start_button)
        foot = QVBoxLayout()
        foot.setContentsMargins(_PADDING, 0, _PADDING, 0)
        foot.setSpacing(8)
        foot.addLayout(said)
        foot.addLayout(buttons)
        return foot

    def _connect(self) -> None:
        form, presenter = self.form, self.presenter
        form.written.connect(presenter.write)
        form.property_chosen.connect(presenter.choose_property)
        form.language_chosen.connect(presenter.choose_language)
        form.language_chosen.connect(self.language_chosen)
        form.practice_ticked.connect(presenter.tick_practice)
        form.passphrase_wanted.connect(presenter.use_passphrase)
        self.start_button.clicked.connect(presenter.start)
        self.restore_button.clicked.connect(self._ask_for_backup)
        self.back_button.clicked.connect(self.back)

    def _ask_for_backup(self) -> None:
        kinds = self.tr("Amends backups (*.amends);;All files (*)")
        name, _ = QFileDialog.getOpenFileName(self, self.tr("Restore a backup"), "", kinds)
        if name:
            self._backup = Path(name)
            self.presenter.restore(self._backup)

    def _ask_for_passphrase(self) -> None:
        title, label = self.tr("Restore a backup"), self.tr("The passphrase of this backup")
        text, given = QInputDialog.getText(self, title, label, QLineEdit.EchoMode.Password)
        if given and text:
            self.presenter.restore(self._backup, text)

    def _show_refusal(self, refusal: UserError | None) -> None:
        field = _SHOWN_AT.get(refusal.field, refusal.field) if refusal else ""
        for name, row in self.form.rows.items():
            row.set_error(self._words.error(refusal) if refusal and name == field else "")
        elsewhere = refusal is not None and field not in self.form.rows
        self.trouble.setText(self._words.error(refusal) if refusal and elsewhere else "")
        self.trouble.setVisible(elsewhere)
        self._trouble_icon.setVisible(elsewhere)
        if refusal is not None and refusal.code == "backup_needs_passphrase":
            self._ask_for_passphrase()

    def _set_words(self) -> None:
        self._title.setText(self.tr("Set up the desk"))
        self._lead.setText(self.tr("About one minute. You can change all of it later."))
        self.restore_button.setText(self.tr("Restore a backup"))
        self.back_button.setText(self.tr("Back"))
        self.start_button.setText(self.tr("Open the desk"))
        # The fields' words change in the same round; they are measured when it is over.
        QTimer.singleShot(0, self, self._measure)
