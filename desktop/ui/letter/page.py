"""The parts of the window, put together: where they stand in wide windows and in compact ones."""

from collections.abc import Callable, Sequence
from datetime import datetime, tzinfo

from PySide6.QtCore import QEvent, QTimer
from PySide6.QtWidgets import QHBoxLayout, QStackedLayout, QVBoxLayout, QWidget

from desktop.domain.kinds import Language
from desktop.guides.apology_warnings import Passage
from desktop.ui.letter.acts import Acts
from desktop.ui.letter.banners import AskBanner, ClashBanner, TheirWords
from desktop.ui.letter.look_switch import LookSwitch
from desktop.ui.letter.notes import Notes
from desktop.ui.letter.parts_card import PartsCard
from desktop.ui.letter.sheet import Sheet
from desktop.ui.letter.spoken import Spoken
from desktop.ui.letter.state import LetterState, Look, Phase
from desktop.ui.papers.page_view import PageView
from desktop.ui.tasks import Runner
from desktop.ui.theme import theme_of
from desktop.ui.widgets import (
    Button,
    EmptyState,
    LoadingRows,
    Panel,
    PlainLabel,
    SegmentedControl,
    Separator,
    scrolling,
)
from desktop.ui.widgets.tabbing import ReadingPage
from desktop.words import Words

_LEFT, _LEFT_COMPACT = 288, 264  #: widths, in logical pixels
_RIGHT, _RIGHT_COMPACT = 368, 272
_AROUND = 16
_LINES_AROUND = 80  #: logical pixels in sight above and below where one writes


class LetterPage(ReadingPage):
    """The window joins the signals of the parts to the presenter."""

    def __init__(
        self, words: Words, site: str, zone: tzinfo, now: Callable[[], datetime], runner: Runner, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._words = words
        self._state: LetterState | None = None
        self.title, self.about = PlainLabel("", "subtitle"), PlainLabel("", "body", "ink2", elide=True)
        self.language = SegmentedControl([(Language.EN, "EN"), (Language.ZH, "中文")], name="", size="row")
        self.anew = Button(icon="refresh-cw", size="row")
        self.close_button = Button(key="Esc", size="row")
        self.look = LookSwitch()
        self.parts_card, self.sheet, self.spoken = PartsCard(words), Sheet(site), Spoken(words)
        self.ask, self.clash, self.theirs = AskBanner(), ClashBanner(words, zone, now), TheirWords()
        self.notes, self.acts = Notes(words), Acts(words, zone, now)
        self.view = PageView(runner)
        self.no_page = PlainLabel("", "body", "p1", wrap=True)
        self.failed, self.loading = EmptyState("triangle-alert", ""), LoadingRows()
        self.left, self.right, self.centre = Panel("surface", "right"), Panel("surface", "left"), Panel("canvas")
        self._lay_out()
        for area in self.sheet.areas.values():
            area.cursorPositionChanged.connect(self._come_into_sight)
        self.place()
        self._set_words()

    def panes(self) -> Sequence[QWidget]:
        """Where F6 goes, in reading order."""
        return (self.head, self.left, self.centre, self.right)

    def show_state(self, state: LetterState) -> None:
        """Shows the state."""
        self._state = state
        self._show_phase(state)
        self.language.set_value(state.language)
        self.language.setEnabled(state.may_type)
        self.anew.setEnabled(state.may_type)
        self._show_look(state.look)
        for part in (self.parts_card, self.sheet, self.spoken, self.ask, self.clash, self.theirs):
            part.show_state(state)
        self._banners.setVisible(state.asked is not None or state.clash is not None)
        self.notes.show_state(state)
        self.acts.show_state(state)
        self.view.show_pages(state.pages)
        refusal = state.pages_refusal
        self.no_page.setText(self._words.error(refusal) if refusal is not None else "")
        self.no_page.setVisible(refusal is not None)
        self.order_soon()

    def show_title(self, title: str, about: str) -> None:
        """What the window is, and whose case it is about."""
        self.title.setText(title)
        self.about.setText(about)

    def go_to(self, passage: Passage) -> None:
        """Puts the focus on a passage of the letter, in sight."""
        self.sheet.go_to(passage)
        self._come_into_sight()

    def go_to_blank(self) -> None:
        """Puts the focus on what is to be filled in first."""
        self.sheet.go_to_blank()
        self._come_into_sight()

    def set_words(self, words: Words) -> None:
        """Speaks another language."""
        self._words = words
        for part in (self.parts_card, self.spoken, self.clash, self.notes, self.acts):
            part.set_words(words)
        self._set_words()

    def changeEvent(self, event: QEvent) -> None:
        """Follows the language of the window."""
        if event.type() == QEvent.Type.LanguageChange:
            self._set_words()
        super().changeEvent(event)

    def place(self) -> None:
        """Compact windows show the page instead of the letter, and what to look at again beside it."""
        metrics = theme_of(self).metrics
        is_compact = metrics.compact
        self.right.setFixedWidth(metrics.px(_RIGHT_COMPACT if is_compact else _RIGHT))
        self.look.set_compact(is_compact)
        self._measure_left()
        (self._page_column if is_compact else self._right_column).insertWidget(0, self.view, 1)
        (self._page_column if is_compact else self._right_column).insertWidget(1, self.no_page)
        if is_compact:
            self._right_column.insertWidget(0, self.notes, 1)
        else:
            self._writing.addWidget(self.notes)
        self._above_notes.setVisible(not is_compact)
        for part in (self.view, self.notes):
            part.show()  # Qt hides what changes its place
        self.notes.set_tall(is_compact)
        if self._state is not None:
            self.show_state(self._state)

    def _measure_left(self) -> None:
        """Wider than usual only where the words of the switch need it."""
        metrics = theme_of(self).metrics
        usual = metrics.px(_LEFT_COMPACT if metrics.compact else _LEFT)
        self.left.setFixedWidth(max(usual, self.look.least_width() + 2 * _AROUND + 1))

    def _show_phase(self, state: LetterState) -> None:
        if state.phase is Phase.LOADING:
            self._stack.setCurrentWidget(self.loading)
            self.loading.start()
            return
        self.loading.stop()
        if state.phase is Phase.FAILED and state.failure is not None:
            self.failed.set_texts(
                self.tr("Couldn’t read the case"), self._words.error(state.failure), self.tr("Try again")
            )
            self._stack.setCurrentWidget(self.failed)
        else:
            self._stack.setCurrentWidget(self._body)

    def _show_look(self, look: Look) -> None:
        if look is Look.PAGE and not theme_of(self).metrics.compact:
            look = Look.LETTER
        self.look.set_value(look)
        self._middle.setCurrentWidget(
            {Look.SPOKEN: self.spoken, Look.LETTER: self._letter, Look.PAGE: self._page}[look]
        )
        self.right.setVisible(look is not Look.SPOKEN)

    def _come_into_sight(self) -> None:
        around, place = self._scroll.widget(), self.sheet.cursor_place()
        if around is not None and place is not None:
            point = self.sheet.mapTo(around, place)
            self._scroll.ensureVisible(point.x(), point.y(), 0, _LINES_AROUND)

    def _lay_out(self) -> None:
        self.head = QWidget()
        head = QHBoxLayout(self.head)
        head.setContentsMargins(16, 10, 16, 10)
        head.setSpacing(12)
        head.addWidget(self.title)
        head.addWidget(self.about, 1)
        for part in (self.anew, self.language, self.close_button):
            head.addWidget(part)
        self._body, stacked = QWidget(), QWidget()
        self._stack = QStackedLayout(stacked)
        for page in (self.loading, self.failed, self._body):
            self._stack.addWidget(page)
        row = QHBoxLayout(self._body)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        for pane, share in ((self.left, 0), (self.centre, 1), (self.right, 0)):
            row.addWidget(pane, share)
        column = QVBoxLayout(self)
        column.setContentsMargins(1, 1, 1, 1)  # the window's own edge
        column.setSpacing(0)
        column.addWidget(self.head)
        column.addWidget(Separator())
        column.addWidget(stacked, 1)
        self._lay_out_left()
        self._lay_out_centre()
        self._right_column = QVBoxLayout(self.right)
        self._right_column.setContentsMargins(0, 0, 0, 0)
        self._right_column.setSpacing(0)
        self._right_column.addWidget(self.acts)

    def _lay_out_left(self) -> None:
        column = QVBoxLayout(self.left)
        column.setContentsMargins(0, 12, 0, 0)
        column.setSpacing(4)
        switch = QHBoxLayout()
        switch.setContentsMargins(_AROUND, 0, _AROUND, 0)
        switch.addWidget(self.look)
        column.addLayout(switch)
        column.addWidget(scrolling(self.parts_card), 1)

    def _lay_out_centre(self) -> None:
        around, self._letter, self._page = QWidget(), QWidget(), QWidget()
        inner = QVBoxLayout(around)
        inner.setContentsMargins(_AROUND, _AROUND, _AROUND, _AROUND)
        inner.setSpacing(10)
        inner.addWidget(self.theirs)
        sheet = QHBoxLayout()
        sheet.addWidget(self.sheet)
        inner.addLayout(sheet, 1)
        self._scroll = scrolling(around)
        self._writing = QVBoxLayout(self._letter)
        self._page_column = QVBoxLayout(self._page)
        for column in (self._writing, self._page_column):
            column.setContentsMargins(0, 0, 0, 0)
            column.setSpacing(0)
        self._above_notes = Separator()
        self._writing.addWidget(self._scroll, 1)
        self._writing.addWidget(self._above_notes)
        self._banners = QWidget()
        banners = QVBoxLayout(self._banners)
        banners.setContentsMargins(_AROUND, 10, _AROUND, 0)
        banners.setSpacing(8)
        banners.addWidget(self.ask)
        banners.addWidget(self.clash)
        middle = QWidget()
        self._middle = QStackedLayout(middle)
        for page in (self.spoken, self._letter, self._page):
            self._middle.addWidget(page)
        column = QVBoxLayout(self.centre)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._banners)
        column.addWidget(middle, 1)

    def _set_words(self) -> None:
        self.language.setAccessibleName(self.tr("Language of the letter"))
        self.anew.setText(self.tr("Write it anew from the case"))
        self.close_button.setText(self.tr("Close"))
        self.view.setAccessibleName(self.tr("The page as it will be printed"))
        QTimer.singleShot(0, self, self._measure_left)  # once the switch has its words of the other language
        if self._state is not None:
            self.show_state(self._state)
