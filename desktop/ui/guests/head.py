"""The top of the list of guests: how many, the search, and the three looks."""

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QWidget

from desktop.domain.guest_file import GuestLook
from desktop.ui import formats
from desktop.ui.guests.state import GuestsState, Phase
from desktop.ui.theme import theme_of
from desktop.ui.widgets import PlainLabel, SearchField, StatChip

_SEARCH_WIDTH, _COMPACT_SEARCH = 336, 280


class GuestsHead(QWidget):
    """The title row. ``searched`` follows what is typed."""

    searched = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._state: GuestsState | None = None
        self.title = PlainLabel("", "title")
        self.count = PlainLabel("", "body", "ink2", elide=True)
        self.search = SearchField("", name="")
        self.search.searched.connect(self.searched)
        self._row = QHBoxLayout(self)
        self._row.setSpacing(12)
        self._row.addWidget(self.title)
        self._row.addWidget(self.count, 1)
        self._row.addWidget(self.search)
        theme_of(self).changed.connect(self._restyle)
        self._restyle()
        self._set_words()

    def show_state(self, state: GuestsState) -> None:
        """Shows how many guests there are."""
        self._state = state
        if not self.search.hasFocus() and self.search.text() != state.words:
            blocked = self.search.blockSignals(True)
            self.search.setText(state.words)
            self.search.blockSignals(blocked)
        if state.phase is not Phase.READY:
            return
        count = formats.count(state.total)
        if state.words.strip():
            words = self.tr("{count} found")
        else:
            words = {
                GuestLook.ALL: self.tr("{count} in all · those who were here last first"),
                GuestLook.DOUBLES: self.tr("{count} to look at"),
                GuestLook.LEAVING: self.tr("{count} to win back"),
            }[state.look]
        self.count.setText(words.format(count=count))

    def changeEvent(self, event: QEvent) -> None:
        """Follows the language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._set_words()
        super().changeEvent(event)

    def _set_words(self) -> None:
        self.title.setText(self.tr("Guests"))
        self.search.setPlaceholderText(self.tr("Name, pinyin, initials, phone, e-mail"))
        self.search.setAccessibleName(self.tr("Search guests"))
        if self._state is not None:
            self.show_state(self._state)

    def _restyle(self) -> None:
        metrics = theme_of(self).metrics
        top, bottom = (10, 8) if metrics.compact else (14, 10)
        self._row.setContentsMargins(0, top, 0, bottom)
        self.search.setFixedWidth(metrics.px(_COMPACT_SEARCH if metrics.compact else _SEARCH_WIDTH))


class LookChips(QWidget):
    """Everybody, possible doubles, guests who may not come back. ``chosen`` carries the look."""

    chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.chips = {
            GuestLook.ALL: StatChip("", icon="users", key="1"),
            GuestLook.DOUBLES: StatChip("", icon="copy", key="2"),
            GuestLook.LEAVING: StatChip("", icon="heart", tone="warn", key="3"),
        }
        self._group = QButtonGroup(self)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        for look, chip in self.chips.items():
            self._group.addButton(chip)
            chip.clicked.connect(lambda _checked=False, look=look: self.chosen.emit(look))
            row.addWidget(chip)
        self._set_words()

    def show_state(self, state: GuestsState) -> None:
        """Shows the counts, and which look is chosen."""
        for look, chip in self.chips.items():
            chip.set_number(state.counts.get(look, 0))
        self.chips[state.look].setChecked(True)

    def changeEvent(self, event: QEvent) -> None:
        """Follows the language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._set_words()
        super().changeEvent(event)

    def _set_words(self) -> None:
        self.chips[GuestLook.ALL].set_label(self.tr("All"))
        self.chips[GuestLook.DOUBLES].set_label(self.tr("Possible doubles"))
        self.chips[GuestLook.LEAVING].set_label(self.tr("May not come back"))
