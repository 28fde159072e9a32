"""The apology builder over a case: parts at left, the letter in the middle, its page and its buttons at right."""

from collections.abc import Callable
from datetime import datetime, tzinfo
from pathlib import Path

from PySide6.QtCore import QEvent, QStandardPaths, Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QHideEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QFileDialog, QVBoxLayout, QWidget

from desktop.domain.kinds import Language
from desktop.domain.numbers import short_number
from desktop.domain.people import Person
from desktop.ui import formats
from desktop.ui.letter.acts import KEEP_KEY, PRINT_KEY
from desktop.ui.letter.doors import LetterDoors
from desktop.ui.letter.page import LetterPage
from desktop.ui.letter.presenter import LetterPresenter
from desktop.ui.letter.state import LetterState, Phase
from desktop.ui.tasks import Runner
from desktop.ui.theme import theme_of
from desktop.ui.widgets import PaneFocus, announce
from desktop.words import Words

PAUSE_MS = 300  #: after which what was typed is looked over
POLL_MS = 5_000  #: how often the desk is asked whether somebody else changed something
_WIDE, _HIGH = 1_392, 852
_ROOM_AROUND = 32  # logical pixels of the window below that stay in sight


class LetterWindow(QDialog):
    """Shows the apology of one case over the page that asked for it.

    ``move_wanted`` carries the case's own move that brings a missing part about; the window has closed by then, and
    what was typed is kept. ``changed`` follows every act on the case. ``choose_file`` stands in for the system's
    dialog in tests. ``now`` gives the present moment (aware UTC), ``zone`` is the site's.
    """

    move_wanted = Signal(str)
    changed = Signal()

    def __init__(
        self,
        doors: LetterDoors,
        *,
        person: Person,
        number: str,
        words: Words,
        site: str,
        zone: tzinfo,
        now: Callable[[], datetime],
        runner: Runner,
        parent: QWidget | None = None,
        choose_file: Callable[[Path], Path | None] | None = None,
    ) -> None:
        super().__init__(parent)
        self._words, self._state = words, LetterState(person, number)
        self._choose_file = choose_file or self._ask_for_file
        self.setProperty("kind", "card")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.page = LetterPage(words, site, zone, now, runner, self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.page)
        self.presenter = LetterPresenter(self, doors, runner, person, number, self.changed.emit)
        self._pause = QTimer(self, singleShot=True, interval=PAUSE_MS)
        self._pause.timeout.connect(self.presenter.look_over)
        self._poll = QTimer(self, interval=POLL_MS)
        self._poll.timeout.connect(self._on_poll)
        self._panes = PaneFocus(self, self.page.panes())
        self._connect()
        self._set_words()
        self.paint(self.presenter.state)

    def start(self) -> None:
        """Shows the window, as large as the page below allows, and reads the case."""
        parent = self.parentWidget()
        room = parent.window().size() if parent is not None else self.screen().availableSize()
        self.resize(min(_WIDE, room.width() - _ROOM_AROUND), min(_HIGH, room.height() - _ROOM_AROUND))
        self.open()
        self.presenter.begin()
        self._poll.start()

    def keep_typed(self) -> None:
        """Stores what is half typed: the desk is locked, closed or handed on."""
        self.presenter.keep_typed()

    def paint(self, state: LetterState) -> None:
        """Shows the state: the only way in which looks change."""
        before, self._state = self._state, state
        self.page.show_state(state)
        self._say_title()
        if state.text != before.text:
            self._pause.start()
        if before.phase is not Phase.READY and state.phase is Phase.READY and self.isVisible():
            self.page.sheet.take_focus()

    def say_changed(self) -> None:
        """Tells a screen reader that the case is shown anew."""
        announce(self, self.tr("Changed on another screen; shown as it is now."))

    def set_words(self, words: Words) -> None:
        """Speaks another language; the letter keeps its own."""
        self._words = words
        self.page.set_words(words)
        self._set_words()

    def changeEvent(self, event: QEvent) -> None:
        """Follows the language of the window."""
        if event.type() == QEvent.Type.LanguageChange:
            self._set_words()
        super().changeEvent(event)

    def hideEvent(self, event: QHideEvent) -> None:
        """Behind the cover of a locked desk nothing typed is lost."""
        super().hideEvent(event)
        self.presenter.keep_typed()

    def reject(self) -> None:
        """Esc: away with it; what was typed is kept."""
        self._leave()
        super().reject()

    def closeEvent(self, event: QCloseEvent) -> None:
        """The same for the window's own button."""
        self._leave()
        super().closeEvent(event)

    def _leave(self) -> None:
        self._poll.stop()
        self._pause.stop()
        self.presenter.close()

    def _connect(self) -> None:
        page, presenter = self.page, self.presenter
        page.look.chosen.connect(presenter.choose_look)
        page.language.chosen.connect(self._on_language)
        page.anew.clicked.connect(presenter.write_anew)
        page.close_button.clicked.connect(self.reject)
        page.failed.acted.connect(presenter.begin)
        page.parts_card.move_wanted.connect(self._on_move)
        page.sheet.typed.connect(presenter.type)
        page.notes.passage_wanted.connect(page.go_to)
        page.notes.blank_wanted.connect(page.go_to_blank)
        page.ask.answered.connect(lambda go_on: presenter.answer(go_on=go_on))
        page.clash.seeing.connect(presenter.see_both)
        page.clash.mine.connect(presenter.keep_mine)
        page.clash.theirs.connect(presenter.take_theirs)
        acts = page.acts
        acts.keep.clicked.connect(presenter.keep)
        acts.sign.clicked.connect(presenter.sign_off)
        acts.print.clicked.connect(presenter.paper.print)
        acts.save.clicked.connect(self._save)
        self._bind(KEEP_KEY, presenter.keep)
        self._bind(PRINT_KEY, self._print)
        theme_of(self).changed.connect(self.page.place)

    def _bind(self, key: str, act: Callable[[], object]) -> None:
        def on_key() -> None:
            if not self.page.sheet.composing:
                act()

        QShortcut(QKeySequence(key), self).activated.connect(on_key)

    def _on_language(self, language: Language) -> None:
        self.presenter.choose_language(language)
        self.page.language.set_value(self.presenter.state.language)  # until it is there, or where it was asked first

    def _on_move(self, move: str) -> None:
        self.reject()
        self.move_wanted.emit(move)

    def _on_poll(self) -> None:
        if self.isVisible():
            self.presenter.poll()

    def _print(self) -> None:
        if self.presenter.state.not_printable() is not None:
            self.page.acts.tell_why_not()
        self.presenter.paper.print()

    def _save(self) -> None:
        documents = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        path = self._choose_file(Path(documents) / f"{self._state.number} letter.pdf")
        if path is not None:
            self.presenter.paper.save(path)

    def _ask_for_file(self, suggested: Path) -> Path | None:
        given, _ = QFileDialog.getSaveFileName(self, self.tr("Save as PDF"), str(suggested), "PDF (*.pdf)")
        if not given:
            return None
        path = Path(given)
        return path if path.suffix.lower() == ".pdf" else path.with_name(path.name + ".pdf")

    def _say_title(self) -> None:
        file = self._state.file
        guest = ""
        if file is not None:
            guest = formats.guest_name(file.view.row.guest, file.view.row.honorific, self._words.language)
        about = " · ".join(part for part in (short_number(self._state.number), guest) if part)
        self.page.show_title(self.tr("Letter of apology"), about)

    def _set_words(self) -> None:
        self.setWindowTitle(self.tr("Letter of apology"))
        self._say_title()
