"""What stands in the window before the desk does: nothing for a moment, then a word; or why it can't be opened."""

from pathlib import Path

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QInputDialog, QLineEdit, QVBoxLayout, QWidget

from desktop.errors import UserError
from desktop.ui.widgets import Button, EmptyState, PlainLabel, announce
from desktop.ui.widgets.logo import Logo
from desktop.words import Words

_SEALED = ("backup_needs_passphrase", "backup_wrong_passphrase")
_SAYS_SO_AFTER_MS = 300  # what takes less needs no word (design.md 11)


class OpeningPage(QWidget):
    """The logo, and after a moment that the desk is being opened."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.words = PlainLabel("", "body", "ink2")
        self.words.hide()
        column = QVBoxLayout(self)
        column.setSpacing(12)
        column.addStretch(1)
        column.addWidget(Logo(48), 0, Qt.AlignmentFlag.AlignHCenter)
        column.addWidget(self.words, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(1)
        QTimer.singleShot(_SAYS_SO_AFTER_MS, self, self.words.show)
        self._set_words()

    def changeEvent(self, event: QEvent) -> None:
        """Follows the language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._set_words()
        super().changeEvent(event)

    def _set_words(self) -> None:
        self.words.setText(self.tr("Opening the desk…"))


class TroublePage(QWidget):
    """Why the desk can't be opened, and the ways on. ``again``, ``elsewhere`` and ``restore`` ask for one."""

    again = Signal()
    elsewhere = Signal(object)  # the folder that was chosen instead
    restore = Signal(object, object)  # the file of a backup, and its passphrase or None

    def __init__(self, error: UserError, words: Words, folder: Path, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._error, self._names, self._folder = error, words, folder
        self.message = EmptyState("triangle-alert", "")
        self.message.acted.connect(self.again)
        self.other = Button(icon="folder-open")
        self.other.clicked.connect(self._ask_folder)
        self.backup = Button(icon="history")
        self.backup.clicked.connect(self._ask_backup)
        self._backup = Path()
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addStretch(1)
        row.addWidget(self.other)
        row.addWidget(self.backup)
        row.addStretch(1)
        column = QVBoxLayout(self)
        column.addStretch(1)
        column.addWidget(self.message)
        column.addLayout(row)
        column.addStretch(1)
        self._set_words()

    def show_refusal(self, error: UserError) -> None:
        """Restoring failed too: says why. A sealed backup asks for its passphrase."""
        self._error = error
        self._set_words()
        announce(self, self.message.hint.text())
        if error.code in _SEALED:
            self._ask_passphrase()

    def set_language(self, words: Words) -> None:
        """Speaks another language."""
        self._names = words
        self._set_words()

    def arrive(self) -> None:
        """Puts the focus on trying again."""
        self.message.button.setFocus(Qt.FocusReason.OtherFocusReason)

    def changeEvent(self, event: QEvent) -> None:
        """Follows the language in its own phrases."""
        if event.type() == QEvent.Type.LanguageChange:
            self._set_words()
        super().changeEvent(event)

    def _ask_folder(self) -> None:
        chosen = QFileDialog.getExistingDirectory(self, self.tr("Choose a desk’s folder"), str(self._folder))
        if chosen:
            self.elsewhere.emit(Path(chosen))

    def _ask_backup(self) -> None:
        kinds = self.tr("Amends backups (*.amends);;All files (*)")
        file, _kind = QFileDialog.getOpenFileName(self, self.tr("Restore a backup"), str(self._folder), kinds)
        if file:
            self._backup = Path(file)
            self.restore.emit(self._backup, None)

    def _ask_passphrase(self) -> None:
        text, given = QInputDialog.getText(
            self,
            self.tr("Restore a backup"),
            self.tr("The passphrase of this backup"),
            QLineEdit.EchoMode.Password,
        )
        if given and text:
            self.restore.emit(self._backup, text)

    def _set_words(self) -> None:
        self.message.set_texts(
            self.tr("The desk couldn’t be opened"), self._names.error(self._error), self.tr("Try again")
        )
        self.other.setText(self.tr("Choose another folder"))
        self.backup.setText(self.tr("Restore a backup"))
