"""A section of the profile beside the list."""

from PySide6.QtWidgets import QLayout, QVBoxLayout, QWidget

from desktop.ui.guests.guest_text import GuestText
from desktop.ui.guests.state import GuestsState
from desktop.ui.widgets import PlainLabel


def clear(layout: QLayout) -> None:
    """Takes the widgets out of a layout and lets them go."""
    while (item := layout.takeAt(0)) is not None:
        widget = item.widget()
        if widget is not None:
            widget.hide()
            widget.deleteLater()


class ProfilePart(QWidget):
    """A column with the pane's padding and a title. Parts hide where they have nothing to say."""

    def __init__(self, text: GuestText, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._text = text
        self.title = PlainLabel("", "section")
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(16, 14, 16, 14)
        self._column.setSpacing(8)

    def show_state(self, state: GuestsState) -> None:
        """Shows the chosen guest."""
        raise NotImplementedError
