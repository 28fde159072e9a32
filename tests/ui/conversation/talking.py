"""A conversation at a counter: the centre column, and the guides that answer it."""

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta

from PySide6.QtCore import Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from desktop.domain.kinds import Property
from desktop.guides.card import Card, rail_of, step_name
from desktop.guides.conversation import Guidance
from desktop.guides.facts import Facts, spoken_name
from desktop.guides.shipped import shipped_guides
from desktop.guides.state import Conversation, Setting
from desktop.ui.conversation.part import ConversationPart
from desktop.ui.conversation.state import ConversationState, PromiseTyped

BEGAN = datetime(2026, 11, 19, 15, 22, tzinfo=UTC)
TAN = Facts(name="Tan", honorific="ms", staff="Maya", room="1208", options=("another room", "a late check-out"))
CHEN = Facts(name="陈薇玲", honorific="ms", staff="Maya", room="1208", options=("换房", "晚退房"))


@dataclass
class Talk:
    """Leads a conversation by the shipped guides and paints every state of it."""

    part: ConversationPart
    qtbot: QtBot
    setting: Setting
    facts: Facts = TAN
    framework: str = "default"
    promise: PromiseTyped = field(default_factory=PromiseTyped)
    more: dict[str, object] = field(default_factory=dict)
    refuses: bool = False
    heard: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.guidance: Guidance = shipped_guides(Property.HOTEL).guidance
        self.at = BEGAN
        self.talk: Conversation = self.guidance.begin(self.setting, self.at, self.framework)
        part, guidance = self.part, self.guidance
        part.next.connect(lambda: self.do(lambda: guidance.forward(self.talk, self.facts, self.at)))
        part.back.connect(lambda: self.do(lambda: guidance.back(self.talk, self.facts, self.at)))
        part.step_chosen.connect(
            lambda step: self.do(lambda: guidance.go_back_to(self.talk, step, self.facts, self.at))
        )
        part.mood_chosen.connect(lambda emotion: self.set(emotion=emotion))
        part.reworded.connect(lambda: self.do(lambda: guidance.another_wording(self.talk, self.facts, self.at)))
        part.shortened.connect(lambda: self.do(lambda: guidance.toggle_shorter(self.talk, self.facts, self.at)))
        part.answered.connect(self.answer)
        part.promised.connect(self.keep_promise)
        part.announced.connect(self.heard.append)
        self.paint()

    def do(self, move: Callable[[], Conversation]) -> None:
        """Makes a move, half a minute later."""
        self.at += timedelta(seconds=30)
        if not self.refuses:
            self.talk = move()
        self.paint()

    def set(self, **changes: object) -> None:
        """Changes the setting: emotion, flags, language."""
        self.setting = replace(self.setting, **changes)
        self.do(lambda: self.guidance.turn(self.talk, self.setting, self.facts, self.at))

    def answer(self, question: str, text: str, choice: str) -> None:
        """Keeps an answer."""
        self.do(lambda: self.guidance.answer(self.talk, question, self.facts, self.at, text=text, choice=choice))

    def keep_promise(self, promise: PromiseTyped) -> None:
        """Keeps what is promised."""
        self.promise = promise
        self.paint()

    def forward(self, steps: int = 1) -> None:
        """Goes on, as Alt+→ does."""
        for _ in range(steps):
            self.part.next.emit()

    def go_to(self, step: str) -> None:
        """Goes on to a step."""
        while self.talk.current != step:
            assert self.guidance.next_step(self.talk) is not None
            self.forward()

    @property
    def card(self) -> Card:
        return self.guidance.card(self.talk, self.facts)

    @property
    def state(self) -> ConversationState:
        """What is painted now."""
        script = self.guidance.script(self.talk)
        following = self.guidance.next_step(self.talk)
        peak = self.talk.peak_before_now()
        state = ConversationState(
            card=self.card,
            rail=rail_of(script),
            emotion=self.setting.emotion,
            guest_words=spoken_name(self.facts.name, self.facts.honorific, self.setting.language),
            step_time=self.talk.time_at(self.talk.current, self.at),
            total=self.talk.time_in_all(self.at),
            peak=(peak.emotion, peak.at - BEGAN) if peak else None,
            next_name=step_name(script, following) if following else "",
            can_go_back=self.guidance.step_before(self.talk) is not None,
            promise=self.promise,
        )
        return replace(state, **self.more)

    def paint(self) -> None:
        """Paints the present state and lets the page settle."""
        self.part.paint(self.state)
        settle()

    # What a person does

    @property
    def rows(self):
        return self.part.card.body.questions.rows

    def click(self, widget: QWidget) -> None:
        self.qtbot.mouseClick(widget, Qt.MouseButton.LeftButton)
        settle()

    def press(self, *keys: Qt.Key) -> None:
        for key in keys:
            self.qtbot.keyClick(focus(), key)
        settle()

    def write(self, text: str) -> None:
        self.qtbot.keyClicks(focus(), text)

    def given(self, question: str) -> tuple[str, str]:
        answer = self.talk.answers.get(question)
        return (answer.text, answer.choice) if answer else ("", "")


def settle() -> None:
    """Lets the page lay itself out."""
    for _ in range(4):
        QApplication.processEvents()


def focus() -> QWidget:
    """Where the cursor is."""
    widget = QApplication.focusWidget()
    assert widget is not None
    return widget


def hold(preedit: str) -> None:
    """The input method holds text that isn't decided yet."""
    QApplication.sendEvent(focus(), QInputMethodEvent(preedit, []))


def decide(text: str) -> None:
    """The input method is done."""
    event = QInputMethodEvent("", [])
    event.setCommitString(text)
    QApplication.sendEvent(focus(), event)
