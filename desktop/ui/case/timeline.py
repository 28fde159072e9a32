"""The timeline card: its title and looks, the list of lines, and the foot to add some (design.md 7, Case)."""

from datetime import datetime, tzinfo

from PySide6.QtCore import QEvent, QTimer, Signal
from PySide6.QtWidgets import QWidget

from desktop.ui.case.entry_bar import EntryBar
from desktop.ui.case.story_lines import Look, StoryLine
from desktop.ui.case.timeline_model import TimelineModel
from desktop.ui.case.timeline_view import TimelineView
from desktop.ui.theme import theme_of
from desktop.ui.widgets import Card, EmptyState, SegmentedControl
from desktop.words import Words

_HEAD = 44
_SCREENS = 2  #: a story longer than this many screens opens at its end


class TimelineCard(Card):
    """``look_chosen`` carries the look that a person chose."""

    look_chosen = Signal(object)

    def __init__(self, words: Words, zone: tzinfo, parent: QWidget | None = None) -> None:
        super().__init__(" ", padding=0, gap=0, parent=parent)
        self._words, self._zone = words, zone
        self._number = ""
        self.looks: SegmentedControl[Look] = SegmentedControl([(look, "") for look in Look], name="", size="small")
        self.looks.chosen.connect(self.look_chosen)
        self.model = TimelineModel(words.language, self)
        self.view = TimelineView(self.model)
        self.nothing = EmptyState("history", "")
        self.entry = EntryBar(words)
        self.header.addWidget(self.looks)
        self.header.setContentsMargins(14, 10, 14, 6)
        self.body.setContentsMargins(1, 1, 1, 1)
        self.body.addWidget(self.view, 1)
        self.body.addWidget(self.nothing, 1)
        self.body.addWidget(self.entry)
        self.nothing.acted.connect(lambda: self.look_chosen.emit(Look.ALL))
        theme_of(self).changed.connect(self._restyle)
        self._restyle()
        self._set_words()

    def show_story(self, number: str, lines: tuple[StoryLine, ...], look: Look, now: datetime) -> None:
        """Shows the lines of a case; another case begins at its top, or at its end where it is long."""
        is_other, self._number = number != self._number, number
        was_at_end = self.view.is_at_end()
        before = self.model.rowCount()
        if is_other:
            self.view.delegate.whole.clear()
        self.looks.set_value(look)
        today = now.astimezone(self._zone).date()
        was_kept = self.model.show_lines(lines, look, today, self._words.language)
        has_rows = self.model.rowCount() > 0
        self.view.setVisible(has_rows)
        self.nothing.setVisible(not has_rows)
        if is_other or not was_kept:
            QTimer.singleShot(0, self, self._go_to_start)
        elif self.model.rowCount() > before and was_at_end:
            QTimer.singleShot(0, self, self.view.scrollToBottom)

    def go_to_end(self) -> None:
        """Shows the newest line, as after a person added it."""
        QTimer.singleShot(0, self, self.view.scrollToBottom)

    def set_words(self, words: Words) -> None:
        """Speaks another language; the lines come anew with the state."""
        self._words = words
        self.entry.set_words(words)
        self.view.set_words()
        self._set_words()

    def changeEvent(self, event: QEvent) -> None:
        """Follows the language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._set_words()
        super().changeEvent(event)

    def _go_to_start(self) -> None:
        self.view.executeDelayedItemsLayout()
        bar = self.view.verticalScrollBar()
        is_long = bar.maximum() > _SCREENS * self.view.viewport().height()
        bar.setValue(bar.maximum() if is_long else 0)

    def _set_words(self) -> None:
        self.set_title(self.tr("Timeline"))
        self.looks.setAccessibleName(self.tr("What the timeline shows"))
        self.looks.set_labels(
            {
                Look.ALL: self.tr("All"),
                Look.NOTES: self.tr("Notes"),
                Look.GUEST: self.tr("Guest"),
                Look.CHANGES: self.tr("Changes"),
            }
        )
        self.view.set_words()
        self.nothing.set_texts(self.tr("Nothing of this kind yet"), "", self.tr("Show all"))

    def _restyle(self) -> None:
        self.title.setMinimumHeight(theme_of(self).metrics.px(26))
