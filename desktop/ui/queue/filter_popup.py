"""The small pop-up that narrows the queue: bands, states, category, owner. What is ticked applies at once."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import TypeVar

from PySide6.QtCore import QPoint, QRectF, QSignalBlocker, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QCheckBox, QComboBox, QGridLayout, QHBoxLayout, QLayout, QVBoxLayout, QWidget

from desktop.domain.kinds import Band, State
from desktop.domain.lifecycle import OPEN_STATES
from desktop.domain.queueing import QueueFilter
from desktop.domain.rows import StaffRow
from desktop.domain.taxonomy import Taxonomy
from desktop.ui.theme import theme_of
from desktop.ui.theme.painting import paint_edge
from desktop.ui.widgets import Button, PlainLabel
from desktop.words import Words
from desktop.words.plain import plain

_STATES = tuple(state for state in State if state in OPEN_STATES)
_NARROWEST = 300  #: logical pixels
_LONGEST_NAME = 40

Key = TypeVar("Key")


class FilterPopup(QWidget):
    """Stands over the queue until one clicks elsewhere or presses Esc. ``changed`` carries the new ``QueueFilter``."""

    changed = Signal(object)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self._filter = QueueFilter()
        self.bands = {band: QCheckBox(band.value) for band in Band}
        self.states = {state: QCheckBox() for state in _STATES}
        self.category, self.owner = QComboBox(), QComboBox()
        self.clear, self.done = Button(kind="ghost"), Button(kind="plain")
        self._labels = [PlainLabel("", "meta", "ink2", weight=500) for _ in range(4)]
        self._build()
        for box in (*self.bands.values(), *self.states.values()):
            box.toggled.connect(self._on_changed)
        self.category.activated.connect(self._on_changed)
        self.owner.activated.connect(self._on_changed)
        self.clear.clicked.connect(self._on_clear)
        self.done.clicked.connect(self.close)

    def open_below(
        self, button: QWidget, shown: QueueFilter, words: Words, taxonomy: Taxonomy, people: Sequence[StaffRow]
    ) -> None:
        """Shows the filter in use under its button."""
        self._set_words(words)
        categories = [(group.code, plain(group.name(words.language), _LONGEST_NAME)) for group in taxonomy.level1()]
        _offer(self.category, self.tr("Any category"), categories)
        _offer(self.owner, self.tr("Anyone"), [(person.id, plain(person.name, _LONGEST_NAME)) for person in people])
        self.show_filter(shown)
        self.setMinimumWidth(theme_of(self).metrics.px(_NARROWEST))
        self.adjustSize()
        corner = button.mapToGlobal(QPoint(button.width() - self.width(), button.height() + 4))
        self.move(corner)
        self.show()
        self.bands[Band.P1].setFocus(Qt.FocusReason.PopupFocusReason)

    def show_filter(self, shown: QueueFilter) -> None:
        """Ticks what is in use, without a word."""
        self._filter = shown
        for band, box in self.bands.items():
            _tick(box, band in shown.bands)
        for state, box in self.states.items():
            _tick(box, state in shown.states)
        self.category.setCurrentIndex(max(0, self.category.findData(shown.category)))
        self.owner.setCurrentIndex(max(0, self.owner.findData(shown.owner_id)))
        self.clear.setEnabled(not shown.is_empty)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 (Qt's signature)
        """Paints surface and edge, square as menus are."""
        tokens = theme_of(self).tokens
        paint_edge(QPainter(self), QRectF(self.rect()), tokens.line2, 1, 0, tokens.surface)

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(14, 12, 14, 12)
        column.setSpacing(6)
        bands = QHBoxLayout()
        for box in self.bands.values():
            bands.addWidget(box)
        bands.addStretch(1)
        states = QGridLayout()
        states.setHorizontalSpacing(12)
        states.setVerticalSpacing(0)
        for place, box in enumerate(self.states.values()):
            states.addWidget(box, place // 2, place % 2)
        parts: tuple[QLayout | QWidget, ...] = (bands, states, self.category, self.owner)
        for label, part in zip(self._labels, parts, strict=True):
            column.addSpacing(4)
            column.addWidget(label)
            if isinstance(part, QLayout):
                column.addLayout(part)
            else:
                column.addWidget(part)
        foot = QHBoxLayout()
        foot.addWidget(self.clear)
        foot.addStretch(1)
        foot.addWidget(self.done)
        column.addSpacing(8)
        column.addLayout(foot)

    def _set_words(self, words: Words) -> None:
        names = (self.tr("Priority"), self.tr("State"), self.tr("Category"), self.tr("Owner"))
        for label, name in zip(self._labels, names, strict=True):
            label.setText(name)
        self.setAccessibleName(self.tr("Filter"))
        self.category.setAccessibleName(names[2])
        self.owner.setAccessibleName(names[3])
        for band, box in self.bands.items():
            box.setAccessibleName(words.term("band_long", band.value))
        for state, box in self.states.items():
            box.setText(words.term("state", state.value))
        self.clear.setText(self.tr("Clear filter"))
        self.done.setText(self.tr("Done"))

    def _on_changed(self) -> None:
        category, owner = self.category.currentData(), self.owner.currentData()
        self._filter = replace(
            self._filter,
            bands=frozenset(_ticked(self.bands)),
            states=frozenset(_ticked(self.states)),
            category=category if isinstance(category, str) else None,
            owner_id=owner if isinstance(owner, int) else None,
        )
        self.clear.setEnabled(not self._filter.is_empty)
        self.changed.emit(self._filter)

    def _on_clear(self) -> None:
        self.show_filter(QueueFilter())
        self.changed.emit(self._filter)


def _offer(combo: QComboBox, otherwise: str, choices: Sequence[tuple[object, str]]) -> None:
    """Fills a list of choices; the first one narrows nothing."""
    with QSignalBlocker(combo):
        combo.clear()
        combo.addItem(otherwise, None)
        for key, words in choices:
            combo.addItem(words, key)


def _tick(box: QCheckBox, ticked: bool) -> None:
    with QSignalBlocker(box):
        box.setChecked(ticked)


def _ticked(boxes: Mapping[Key, QCheckBox]) -> Iterator[Key]:
    return (key for key, box in boxes.items() if box.isChecked())
