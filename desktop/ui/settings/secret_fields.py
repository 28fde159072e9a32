"""Fields for a PIN or passphrase, and what is wrong with a new one before anybody is asked."""

from PySide6.QtCore import Qt

from desktop.errors import UserError
from desktop.ui.widgets import LineField

LEAST_DIGITS, LEAST_CHARACTERS = 6, 8  #: of a PIN and of a passphrase (trust.md, People)


def secret_field() -> LineField:
    """A line that shows dots, keeps out of menus and tells input methods to remember nothing."""
    field = LineField()
    field.setEchoMode(LineField.EchoMode.Password)
    field.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)
    field.setInputMethodHints(Qt.InputMethodHint.ImhHiddenText | Qt.InputMethodHint.ImhSensitiveData)
    return field


def new_secret_mistake(new: str, again: str) -> UserError | None:
    """What is wrong with a new PIN or passphrase and its repetition: field ``pin`` or ``again``."""
    if not new:
        return UserError("pin_missing", "pin")
    if new.isdigit() and len(new) < LEAST_DIGITS:
        return UserError("pin_too_short", "pin", least=LEAST_DIGITS)
    if not new.isdigit() and len(new) < LEAST_CHARACTERS:
        return UserError("passphrase_too_short", "pin", least=LEAST_CHARACTERS)
    if new != again:
        return UserError("pins_differ", "again")
    return None
