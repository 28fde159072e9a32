"""A look at one case that is not in the queue: read-only, everything as plain text that can be copied."""

from collections.abc import Callable
from datetime import tzinfo

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QGuiApplication, QResizeEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from desktop.domain.rows import CaseView, HistoryRow
from desktop.ui.finding.delegate import reference_words, room_words
from desktop.ui.formats import count, day_and_time, guest_name
from desktop.ui.marks import PriorityMark, StateMark
from desktop.ui.theme.theme import theme_of
from desktop.ui.widgets import Button, FlowLayout, PlainLabel, Separator, Tag, TextArea
from desktop.words import Words, plain

_WIDTH, _HEIGHT = 560, 620
_TALLEST_TEXT = 260
_LONGEST = 5_000  # characters shown: one word of 200 KB would take Qt half a minute to lay out
_MARGIN = 20
_LATEST = 30  # entries of the history shown, the newest first


class CaseCard(QDialog):
    """Shows a case over the window until Esc.

    ``zone`` is the site's; times are shown in it. ``who`` gives the name of a colleague by login.
    """

    def __init__(self, view: CaseView, words: Words, zone: tzinfo, who: Callable[[str], str], parent: QWidget) -> None:
        super().__init__(parent)
        self._view, self._names, self._zone, self._who = view, words, zone, who
        self.setProperty("kind", "card")
        self.number = PlainLabel(view.row.number, "section", "ink2", copyable=True)
        self._mark = PriorityMark(view.row.band, view.row.score, size=20)
        self._state = StateMark(view.row.state, "")
        self.guest = PlainLabel("", "title", wrap=True, max_lines=2)
        self.place = PlainLabel("", "body", "ink2", wrap=True)
        self._tags = QWidget()
        self._tag_row = FlowLayout(self._tags)
        self.text = TextArea(role="narrative")
        self.text.setReadOnly(True)
        self.text.setProperty("bare", True)
        self.text.set_text(view.text[:_LONGEST])
        self.goes_on = PlainLabel("", "meta", "ink2", wrap=True)
        self.goes_on.setVisible(len(view.text) > _LONGEST)
        self.received = PlainLabel("", "meta", "ink3", wrap=True)
        self._history_title = PlainLabel("", "section")
        self._history = QWidget()
        self._history_column = QVBoxLayout(self._history)
        self._history_column.setContentsMargins(0, 0, 0, 0)
        self._history_column.setSpacing(4)
        self.copy_button = Button(icon="copy")
        self.copy_button.clicked.connect(self._copy)
        self.close_button = Button(key="Esc")
        self.close_button.clicked.connect(self.reject)
        self._lay_out()
        self._set_words()
        self.close_button.setFocus()

    def set_language(self, words: Words) -> None:
        """Speaks another language."""
        self._names = words
        self._set_words()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Gives the text the height it needs, up to where it scrolls by itself."""
        super().resizeEvent(event)
        document, px = self.text.document(), theme_of(self).metrics.px
        document.setTextWidth(self.width() - 2 * _MARGIN)
        self.text.setFixedHeight(min(round(document.size().height()) + 6, px(_TALLEST_TEXT)))

    def changeEvent(self, event: QEvent) -> None:
        """Follows the language in its own phrases; the catalogue's come with ``set_language``."""
        if event.type() == QEvent.Type.LanguageChange:
            self._set_words()
        super().changeEvent(event)

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(10)
        head.addWidget(self._mark)
        head.addWidget(self.number)
        head.addStretch(1)
        head.addWidget(self._state)
        inside = QWidget()
        inside.setProperty("page", "true")
        column = QVBoxLayout(inside)
        column.setContentsMargins(20, 0, 20, 16)
        column.setSpacing(8)
        for part in (self.guest, self.place, self._tags, self.text, self.goes_on, self.received):
            column.addWidget(part)
        column.addSpacing(4)
        for part in (Separator(), self._history_title, self._history):
            column.addWidget(part)
        column.addStretch(1)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setWidget(inside)
        foot = QHBoxLayout()
        foot.setContentsMargins(20, 0, 20, 0)
        foot.addWidget(self.copy_button)
        foot.addStretch(1)
        foot.addWidget(self.close_button)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 18, 0, 16)
        whole.setSpacing(12)
        head.setContentsMargins(20, 0, 20, 0)
        whole.addLayout(head)
        whole.addWidget(scroll, 1)
        whole.addWidget(Separator())
        whole.addLayout(foot)
        metrics = theme_of(self).metrics
        room = self.parentWidget()
        height = min(metrics.px(_HEIGHT), room.height() - 48) if room is not None else metrics.px(_HEIGHT)
        self.resize(metrics.px(_WIDTH), height)

    def _set_words(self) -> None:
        view, names = self._view, self._names
        row = view.row
        self.setWindowTitle(self.tr("Case {number}").format(number=row.number))
        self._state.set_state(row.state, names.term("state", row.state.value))
        honorific = names.term("honorific", row.honorific) if row.honorific else ""
        guest = guest_name(plain(row.guest), plain(honorific), names.language)
        self.guest.setText(guest or self.tr("No name given"))
        places = (room_words(row.room), reference_words(row.reference), plain(view.place))
        self.place.setText(" · ".join(place for place in places if place))
        self.place.setVisible(bool(self.place.text()))
        self._show_tags()
        self.text.setAccessibleName(names.field_name("text"))
        taken = day_and_time(row.received_at.astimezone(self._zone), names.language)
        by = plain(view.received_by)
        self.received.setText(" · ".join((taken, names.term("channel", view.channel.value), by) if by else (taken,)))
        going_on = self.tr("The text goes on: {n} characters in all.")
        self.goes_on.setText(going_on.format(n=count(len(view.text))))
        self._history_title.setText(self.tr("What has been done"))
        self._show_history()
        self.copy_button.setText(self.tr("Copy the number"))
        self.close_button.setText(self.tr("Close"))

    def _show_tags(self) -> None:
        names, view = self._names, self._view
        words = [names.term("emotion", str(view.row.emotion))] if view.row.emotion is not None else []
        words += [names.term("flag", flag.value) for flag in sorted(view.flags)]
        self._tag_row.clear()
        for word in words:
            self._tag_row.addWidget(Tag(word))
        self._tags.setVisible(bool(words))

    def _show_history(self) -> None:
        while (item := self._history_column.takeAt(0)) is not None:
            if widget := item.widget():
                widget.hide()
                widget.deleteLater()
        for entry in sorted(self._view.history, key=lambda entry: entry.id, reverse=True)[:_LATEST]:
            self._history_column.addWidget(PlainLabel(self._line(entry), "meta", "ink2", wrap=True, copyable=True))

    def _line(self, entry: HistoryRow) -> str:
        names = self._names
        at = day_and_time(entry.at.astimezone(self._zone), names.language)
        return f"{at} · {names.term('act', entry.act)} · {plain(self._who(entry.by))}"

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self._view.row.number)
