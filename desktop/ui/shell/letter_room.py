"""The letter of apology, over the case that it is about."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from desktop.ui.shell.context import Context
from desktop.words import Words

if TYPE_CHECKING:  # what draws papers is loaded when the first letter is asked for
    from desktop.ui.letter.window import LetterWindow
    from desktop.ui.papers.presenter import Printer
    from desktop.ui.papers.rendering import PdfPages


class LetterRoom(QObject):
    """Opens the window, one at a time. ``changed`` follows every act, ``move_wanted`` carries a move of the case."""

    changed = Signal()
    move_wanted = Signal(str)

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self._window: LetterWindow | None = None

    @property
    def window(self) -> "LetterWindow | None":
        """The window, while it is open."""
        return self._window

    def open(self, number: str, over: QWidget) -> None:
        """Shows the letter of a case."""
        from desktop.ui.letter.doors import doors_for
        from desktop.ui.letter.window import LetterWindow
        from desktop.ui.papers import printing

        context = self._context

        def choose_printer(pages: "PdfPages") -> "Printer | None":
            return printing.choose_printer(pages, window, window.windowTitle())

        doors = doors_for(context.desk, context.person, number, choose_printer)
        window = self._window = LetterWindow(
            doors,
            person=context.person,
            number=number,
            words=context.words,
            site=context.facts.name,
            zone=context.facts.zone,
            now=context.desk.now,
            runner=context.runner,
            parent=over,
        )
        window.changed.connect(self.changed)
        window.move_wanted.connect(self.move_wanted)
        window.finished.connect(self._on_finished)
        window.start()

    def keep_typed(self) -> None:
        """Stores what is half typed: the desk is locked, closed or handed on."""
        if self._window is not None:
            self._window.keep_typed()

    def set_words(self, words: Words) -> None:
        """Speaks another language; the letter keeps its own."""
        if self._window is not None:
            self._window.set_words(words)

    def _on_finished(self) -> None:
        self._window = None
