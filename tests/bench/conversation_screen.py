"""The conversation on the screen: from a click on the dial, or on the way on, until the centre column is painted."""

import gc
import os
import statistics
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import timedelta
from itertools import count, cycle
from typing import TYPE_CHECKING

from desktop.domain.kinds import Flag, Language, Property
from desktop.guides.card import rail_of, step_name
from desktop.guides.facts import Facts
from desktop.guides.shipped import shipped_guides
from desktop.guides.state import Setting
from desktop.words import load_words
from tests.bench.measuring import Result, percentile
from tests.bench.populating import NOW

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

    from desktop.ui.conversation.state import ConversationState

_FRAME = 1_000 / 60  #: milliseconds
_ROUNDS = 200
_MOODS = (1, 3, 4, 2)  #: the dial goes round these, so branches come and go
_FACTS = {
    Language.EN: Facts(name="Tan", honorific="ms", manager="Maya", room="1208", today=NOW.date()),
    Language.ZH: Facts(name="陈薇玲", honorific="ms", manager="饶经理", room="1208", today=NOW.date()),
}
#: The window, and how much of it the centre column has, in logical pixels.
_WINDOWS = {"1440×900": ((1440, 900), (624, 694)), "1366×696": ((1366, 696), (602, 510))}


@dataclass
class _Taken:
    """Milliseconds of each round in one window, by the clock and of the processor."""

    where: str
    clock: list[float]
    processor: list[float]


def screen(rounds: int = _ROUNDS) -> list[Result]:
    """A turn and a step in both languages and windows; of each the window with the slowest median counts."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from desktop.ui.theme.texts import forget_texts  # here: the other benchmarks need no Qt

    jobs: dict[str, tuple[Callable[[_Column], None], Callable[[], None]]] = {
        "a turn of the dial painted": (_Column.turn, lambda: None),
        "a turn of the dial painted, all words for the first time": (_Column.turn, forget_texts),
        "a step painted": (_Column.step, lambda: None),
        "a step painted on the first way through": (_Column.first_step, lambda: None),
        "a step painted, all words for the first time": (_Column.step, forget_texts),
    }
    taken: dict[str, list[_Taken]] = {name: [] for name in jobs}
    for where, column in _columns():
        for name, (job, before) in jobs.items():
            taken[name].append(_measured(where, column, job, before, rounds))
    return [_result(name, windows) for name, windows in taken.items()]


def _measured(
    where: str, column: "_Column", job: Callable[["_Column"], None], before: Callable[[], None], rounds: int
) -> _Taken:
    taken = _Taken(where, [], [])
    gc.collect()
    for turn in range(rounds + 10):  # the first ones make rows that are kept
        column.prepare()
        before()
        clock, processor = time.perf_counter(), time.process_time()
        job(column)
        column.forgets = job is _Column.first_step
        if turn >= 10:
            taken.clock.append((time.perf_counter() - clock) * 1_000)
            taken.processor.append((time.process_time() - processor) * 1_000)
    return taken


def _result(name: str, windows: list[_Taken]) -> Result:
    slowest = max(windows, key=lambda one: statistics.median(one.clock))
    median = statistics.median(slowest.clock)
    best, processor = min(min(one.clock) for one in windows), statistics.median(slowest.processor)
    note = f"slowest in {slowest.where}; best {best:.1f}, p99 {percentile(slowest.clock, 0.99):.1f} ms; "
    note += f"processor {processor:.1f} ms"
    return Result(name, median, None, "≤ 16.7 ms", median <= _FRAME, note)


def _columns() -> Iterator[tuple[str, "_Column"]]:
    from PySide6.QtWidgets import QApplication

    from desktop.ui.i18n import Translator
    from desktop.ui.theme import Theme

    app = QApplication.instance() or QApplication(["bench"])
    assert isinstance(app, QApplication)
    theme, translator = Theme.install(app, mode="light", bundled_fonts=True), Translator(app)
    theme.set_reduced_motion(True)  # the needle arrives in the picture that is measured
    for language in Language:
        translator.set_language(language)
        theme.set_chinese(language is Language.ZH)
        for name, (window, inside) in _WINDOWS.items():
            theme.set_compact(name == "1366×696")
            column = _Column(app, language, window, inside)
            yield f"{language.name} {name}", column
            column.close()
    translator.set_language(Language.EN)


class _Column:
    """The centre column in a window, led by the shipped guides: an angry guest who is hurt."""

    def __init__(
        self, app: "QApplication", language: Language, window: tuple[int, int], inside: tuple[int, int]
    ) -> None:
        from PySide6.QtCore import Qt
        from PySide6.QtWidgets import QHBoxLayout, QWidget

        from desktop.ui.conversation.part import ConversationPart

        self._app, self._facts = app, _FACTS[language]
        self._guidance = shipped_guides(Property.HOTEL).guidance
        self._setting = Setting(emotion=3, flags=frozenset({Flag.INJURY}), category="H01-1", language=language)
        self._moods, self._minutes = cycle(_MOODS), count(1)
        self.forgets = False  #: whether each conversation meets its words for the first time; what stays is known
        self._talk = self._begun = self._guidance.begin(self._setting, NOW)
        self._part, self._window = ConversationPart(load_words(language)), QWidget()
        self._part.setFixedSize(*inside)
        QHBoxLayout(self._window).addWidget(self._part, 0, Qt.AlignmentFlag.AlignCenter)
        self._window.resize(*window)
        self._part.mood_chosen.connect(self._turn)
        self._part.next.connect(self._step)
        self._part.paint(self._state())
        self._window.show()
        self._settle()

    def prepare(self) -> None:
        """Begins anew at the last step, and when the dial was turned a hundred times."""
        from desktop.ui.theme.texts import forget_texts

        if self._guidance.next_step(self._talk) is None or len(self._talk.feelings) > 100:
            self._talk = replace(self._begun, setting=self._setting)
            if self.forgets:
                forget_texts()
                self._part.hide()
            self._part.paint(self._state())
            self._part.show()
        self._settle()

    def turn(self) -> None:
        """A click on another mood, until it is painted."""
        self._part.mood.moods().mood(next(self._moods)).click()
        self._settle()

    def step(self) -> None:
        """A click on the way on, until the next step is painted."""
        self._part.card.next_button.click()
        self._settle()

    def first_step(self) -> None:
        """The same in a conversation whose later words nobody has measured yet."""
        self.step()

    def close(self) -> None:
        """Closes the window."""
        self._window.close()
        self._window.deleteLater()
        self._settle()

    def _turn(self, emotion: int) -> None:
        self._setting = replace(self._setting, emotion=emotion)
        at = NOW + timedelta(seconds=next(self._minutes))
        self._talk = self._guidance.turn(self._talk, self._setting, self._facts, at)
        self._part.paint(self._state())

    def _step(self) -> None:
        self._talk = self._guidance.forward(self._talk, self._facts, NOW + timedelta(seconds=next(self._minutes)))
        self._part.paint(self._state())

    def _state(self) -> "ConversationState":
        from desktop.ui.conversation.state import ConversationState, PromiseTyped

        guidance, talk = self._guidance, self._talk
        script, following, peak = guidance.script(talk), guidance.next_step(talk), talk.peak_before_now()
        return ConversationState(
            card=guidance.card(talk, self._facts),
            rail=rail_of(script),
            emotion=self._setting.emotion,
            peak=(peak.emotion, peak.at - NOW) if peak else None,
            next_name=step_name(script, following) if following else "",
            can_go_back=guidance.step_before(talk) is not None,
            promise=PromiseTyped(),
        )

    def _settle(self) -> None:
        for _ in range(3):  # after the first round it is painted; what is left over counts too
            self._app.processEvents()
