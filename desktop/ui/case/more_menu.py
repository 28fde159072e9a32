"""The menu of all other moves: what the state allows, with the reason where this person may not."""

from collections.abc import Callable, Mapping, Sequence

from PySide6.QtCore import QObject, QPoint, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QVBoxLayout, QWidget, QWidgetAction

from desktop.errors import UserError
from desktop.ui.theme import theme_of
from desktop.ui.widgets import PlainLabel, plain_tool_tip
from desktop.words import Words

_WIDE = 300


class MoreMenu(QObject):
    """Makes the menu each time it is asked for. ``chosen`` carries the act."""

    chosen = Signal(str)

    def __init__(self, over: QWidget) -> None:
        super().__init__(over)
        self._over = over
        self.shown: QMenu | None = None  #: the menu made last
        self.actions: dict[str, QAction] = {}  #: its entries, by act

    def show_below(
        self,
        button: QWidget,
        groups: Sequence[Sequence[str]],
        name: Callable[[str], str],
        refused: Callable[[str], UserError | None],
        words: Words,
        places: Mapping[str, Callable[[], None]],
    ) -> None:
        """Opens the menu under its button; ``places`` are ways to other screens, by their words."""
        if self.shown is not None:
            self.shown.deleteLater()
        menu = self.shown = QMenu(self._over)
        self.actions = {}
        for place, group in enumerate(groups):
            if place:
                menu.addSeparator()
            for act in group:
                self._add(menu, act, name(act), refused(act), words)
        if places:
            menu.addSeparator()
        for words_of_place, go in places.items():
            menu.addAction(words_of_place).triggered.connect(lambda _checked=False, go=go: go())
        menu.popup(button.mapToGlobal(QPoint(button.width() - menu.sizeHint().width(), button.height() + 4)))

    def _add(self, menu: QMenu, act: str, name: str, refusal: UserError | None, words: Words) -> None:
        if refusal is None:
            action = menu.addAction(name)
            action.triggered.connect(lambda _checked=False: self.chosen.emit(act))
        else:
            sentence = words.error(refusal)
            refused = QWidgetAction(menu)
            refused.setDefaultWidget(_Refused(name, sentence))
            refused.setText(f"{name}: {sentence}")
            refused.setToolTip(plain_tool_tip(sentence))
            refused.setEnabled(False)
            menu.addAction(refused)
            action = refused
        self.actions[act] = action


class _Refused(QWidget):
    """A move that is off, with the reason under it."""

    def __init__(self, name: str, reason: str) -> None:
        super().__init__()
        self.setFixedWidth(theme_of(self).metrics.px(_WIDE))
        self.setAccessibleName(f"{name}. {reason}")
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 5, 12, 5)
        column.setSpacing(0)
        column.addWidget(PlainLabel(name, "body", "ink3"))
        column.addWidget(PlainLabel(reason, "meta", "ink3", wrap=True))
