"""The owner's recovery sheet: made here, shown once, put on paper and away."""

from datetime import datetime

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.domain.site_settings import RecoverySheet
from desktop.errors import UserError
from desktop.ui.formats import day_and_time
from desktop.ui.settings.section import FormSection, Hands
from desktop.ui.widgets import Banner, Button, Card, PlainLabel


class RecoverySection(FormSection):
    """Says whether a sheet holds; a new one is shown until it is put away or the section is left."""

    def __init__(self, hands: Hands, parent: QWidget | None = None) -> None:
        super().__init__(hands, parent)
        self.bar.hide()
        self.missing = Banner("warn")
        self.standing = PlainLabel("", "body", "ink", wrap=True)
        self.explained = PlainLabel("", "body", "ink2", wrap=True)
        self.make, self.print, self.copy = Button(icon="key-round"), Button(icon="printer"), Button(icon="copy")
        self.done = Button(kind="primary")
        self.paper = Card(padding=20, gap=8)
        self._lines = QVBoxLayout()
        self._lines.setSpacing(8)
        self.code = PlainLabel("", "kpi", copyable=True)
        self._sheet: RecoverySheet | None = None
        self._made_at: datetime | None = None
        self._is_known = False
        self._is_busy = False
        self._refusal: UserError | None = None
        self._lay_out()
        self.make.clicked.connect(self._make)
        self.copy.clicked.connect(self._copy)
        self.print.clicked.connect(self._print)
        self.done.clicked.connect(self.park)
        self.set_own_words()

    @property
    def sheet(self) -> RecoverySheet | None:
        """The sheet that is shown now."""
        return self._sheet

    def refresh(self) -> None:
        """Looks whether a sheet holds."""
        self.hands.run(self.hands.doors.own.sheet_made_at, self._on_known, self._on_refused)

    def first_field(self) -> QWidget:
        """The button that makes one."""
        return self.make if self._sheet is None else self.done

    def park(self) -> None:
        """The code stays on no screen."""
        if self._sheet is not None:
            self._sheet = None
            self._paint()
            self.make.setFocus()

    def use_words(self) -> None:
        """The sheet speaks the language of the window."""
        self._paint()

    def set_own_words(self) -> None:
        """Names everything in the language of the moment."""
        hint = self.tr("Your way in when your PIN is forgotten: a code on paper, good for one time.")
        self.head.set_texts(self.tr("Recovery sheet"), hint)
        self.explained.setText(
            self.tr(
                "A new sheet takes the place of an older one. The code is shown once; afterwards nobody can read it, "
                "not even here. Whoever holds the sheet can sign in as you."
            )
        )
        self.print.setText(self.tr("Print"))
        self.copy.setText(self.tr("Copy the code"))
        self.done.setText(self.tr("I’ve put it away"))
        self._paint()

    def _lay_out(self) -> None:
        self.paper.body.addLayout(self._lines)
        making = QHBoxLayout()
        making.addWidget(self.make)
        making.addStretch(1)
        keeping = QHBoxLayout()
        keeping.setSpacing(8)
        keeping.addWidget(self.print)
        keeping.addWidget(self.copy)
        keeping.addStretch(1)
        keeping.addWidget(self.done)
        self._keeping = QWidget()
        self._keeping.setLayout(keeping)
        keeping.setContentsMargins(0, 0, 0, 0)
        for widget in (self.missing, self.standing, self.explained):
            self.body.addWidget(widget)
        self.body.addLayout(making)
        self.column.addWidget(self.paper)
        self.column.addWidget(self._keeping)

    def _make(self) -> None:
        if not self._is_busy:
            self._is_busy = True
            self._paint()
            self.hands.run(self.hands.doors.own.make_sheet, self._on_made, self._on_refused)

    def _on_made(self, sheet: RecoverySheet) -> None:
        self._is_busy, self._sheet, self._refusal = False, sheet, None
        self._on_known(sheet.made_at)
        self.done.setFocus()

    def _on_known(self, made_at: datetime | None) -> None:
        self._made_at, self._is_known = made_at, True
        self.mark(False)
        self._paint()

    def _on_refused(self, refusal: UserError) -> None:
        self._is_busy, self._refusal = False, refusal
        self._paint()

    def _copy(self) -> None:
        if self._sheet is not None:
            QGuiApplication.clipboard().setText(self._sheet.code)
            self.told.emit(self.tr("The code is copied. Paste it somewhere safe, then copy something else."), None)

    def _print(self) -> None:
        print_sheet = self.hands.doors.print_sheet
        if self._sheet is not None and print_sheet is not None:
            print_sheet(self._sheet)

    def _paint(self) -> None:
        is_shown = self._sheet is not None
        self.make.setVisible(not is_shown)
        self.make.setEnabled(not self._is_busy)
        self.paper.setVisible(is_shown)
        self._keeping.setVisible(is_shown)
        self.print.setVisible(self.hands.doors.print_sheet is not None)
        self.make.set_kind("primary" if self._made_at is None else "plain")
        self.make.setText(self.tr("Make a sheet") if self._made_at is None else self.tr("Make a new sheet"))
        lacks = self._is_known and self._made_at is None and not is_shown
        if lacks and self.missing.isHidden():
            self.missing.show_message(
                self.tr("No sheet holds now"), self.tr("If you forget your PIN, only another owner can let you in.")
            )
        self.missing.setVisible(lacks)
        if self._refusal is not None:
            self.standing.setText(self.words.error(self._refusal))
        elif self._made_at is not None and not is_shown:
            when = day_and_time(self._made_at.astimezone(self.hands.doors.zone), self.words.language)
            self.standing.setText(self.tr("Your sheet was made {time}.").format(time=when))
        else:
            self.standing.setText("")
        self.standing.setVisible(bool(self.standing.text()))
        self._paint_sheet()

    def _paint_sheet(self) -> None:
        while (item := self._lines.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        if self._sheet is None:
            self.code = PlainLabel("", "kpi", copyable=True)
            return
        step = 0
        for kind, text in self.hands.doors.own.sheet_rows(self._sheet, self.words):
            step += kind == "step"
            self._lines.addWidget(self._label(kind, f"{step}. {text}" if kind == "step" else text))

    def _label(self, kind: str, text: str) -> PlainLabel:
        match kind:
            case "title":
                return PlainLabel(text, "title")
            case "code":
                self.code = PlainLabel(text, "kpi", "accent", copyable=True)
                self.code.setContentsMargins(0, 8, 0, 8)
                return self.code
            case "fact":
                return PlainLabel(text, "body", "ink2", wrap=True)
            case "note":
                return PlainLabel(text, "strong", wrap=True)
        return PlainLabel(text, "body", wrap=True)
