"""Where a refusal is said: at its field, or at the foot where it belongs to none."""

from collections.abc import Mapping

from PySide6.QtCore import Qt

from desktop.errors import UserError
from desktop.ui.widgets import FieldRow, announce
from desktop.words import Words


def show_refusal(rows: Mapping[str, FieldRow], refusal: UserError | None, words: Words, *, is_fresh: bool) -> str:
    """Says a refusal at its field, which gets the focus if it is fresh; gives the sentence if it has no field here."""
    said = ""
    for name, row in rows.items():
        wrong = refusal is not None and refusal.field == name
        row.set_error(words.error(refusal) if wrong and refusal is not None else "")
        if wrong and is_fresh:
            row.field.setFocus(Qt.FocusReason.OtherFocusReason)
            announce(row.field, row.error.text())
    if refusal is not None and refusal.field not in rows:
        said = words.error(refusal)
    return said
