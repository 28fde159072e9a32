"""States for the parts beside the conversation, made without a presenter."""

from dataclasses import dataclass, field, replace
from typing import Any

import pytest
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from desktop.domain.completeness import Completeness
from desktop.domain.kinds import Language, Property, RemedyKind
from desktop.domain.money import Currency
from desktop.domain.past_help import RemedyIdea
from desktop.domain.priority import prioritise
from desktop.guides.facts import Facts
from desktop.guides.shipped import shipped_guides
from desktop.guides.state import Setting
from desktop.ui.conversation.state import ConversationState
from desktop.ui.i18n import Translator
from desktop.ui.intake.form import Form
from desktop.ui.intake.state import IntakeState
from desktop.ui.moves import Allowance
from desktop.words import load_words
from tests.support.clock import EVENING

YUAN = Currency("CNY", 2, "¥")
DRY_ROOM = RemedyIdea(RemedyKind.ROOM_MOVE, "to a dry room", times=7, satisfaction=4.6)
BREAKFAST = RemedyIdea(RemedyKind.GIFT, "breakfast for two", 19_600, times=1)
TONIGHT = RemedyIdea(RemedyKind.WAIVE, "tonight’s room", 88_000)
LIMIT = Allowance(30_000)


def state_of(form: Form | None = None, **around: Any) -> IntakeState:
    """A state with this form; everything else as it would stand beside it."""
    form = form or Form()
    state = IntakeState(
        now=EVENING, completeness=Completeness(7, 13, ()), priority=prioritise(form.rating()), form=form, ideas=()
    )
    return replace(state, **around)


def talk_at(emotion: int | None = None) -> ConversationState:
    """The first step of the shipped conversation with a guest in this mood (0–4)."""
    guidance = shipped_guides(Property.HOTEL).guidance
    conversation = guidance.begin(Setting(emotion=emotion, language=Language.EN), EVENING)
    return ConversationState(card=guidance.card(conversation, Facts()), rail=(), emotion=emotion)


@dataclass
class Calls:
    """Remembers what a part asked for, in order."""

    made: list[Any] = field(default_factory=list)

    def change(self, **changes: object) -> None:
        self.made.append(changes)

    def one(self, what: object) -> None:
        self.made.append(what)

    def nothing(self) -> None:
        self.made.append(None)


def hold(part: QWidget, holder: QWidget) -> None:
    """Puts a part into a window."""
    column = QVBoxLayout(holder)
    column.addWidget(part)
    column.addStretch(1)


def show(holder: QWidget, qtbot: QtBot) -> None:
    """Shows the window and waits until it takes keys."""
    with qtbot.waitActive(holder):
        holder.show()
        holder.activateWindow()


def say_in(part: Any, translator: Translator, language: Language) -> None:
    """Another language while running, as the window has it: first the words, then the phrases."""
    part.set_words_source(load_words(language))
    translator.set_language(language)
    QApplication.processEvents()


class Heard(list[str]):
    """What screen readers are told."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        super().__init__()
        monkeypatch.setattr(QAccessible, "updateAccessibility", lambda event: self.append(event.message()))
