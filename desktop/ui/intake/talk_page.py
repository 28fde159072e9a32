"""The conversation on the page: its moves and keys, the card turned to the guest, the details behind it."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt

from desktop.ui.conversation.state import PromiseTyped
from desktop.ui.intake.page import IntakePage
from desktop.ui.intake.presenter import IntakePresenter

# Keys of a move. Alt and an arrow go by words on a Mac, where the brackets stand for back and on.
_BACK_KEYS, _NEXT_KEYS = ("Alt+Left", "Ctrl+["), ("Alt+Right", "Ctrl+]")
_MOODS = range(5)


class TalkPage(IntakePage):
    """What a person does in the conversation. Nothing acts while an input method composes."""

    presenter: IntakePresenter

    # What a person does

    def next_step(self) -> None:
        """One step on; the cursor goes to what is asked there."""
        self._move(self.presenter.go_on)

    def step_back(self) -> None:
        """One step back."""
        self._move(self.presenter.go_back)

    def toggle_details(self) -> None:
        """Shows the details in place of the conversation, or the conversation again."""
        if not self._may_act():
            return
        self.show_details(not self._wants_details)
        if self._shows_details(self.presenter.state):
            self.about.kind.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.talk.focus_first()

    def show_details(self, shown: bool) -> None:
        """The same without the cursor."""
        self._wants_details = shown
        self.paint_parts(self.presenter.state)

    def show_promise(self, name: str) -> None:
        """Puts the cursor into what is promised (``promise``) or by when (``due``)."""
        self.show_details(False)
        self.presenter.show_promise()
        promise = self.talk.card.body.promise
        field = promise.clock if name == "due" else promise.what
        self.talk.card.area.ensureWidgetVisible(field, 0, 12)
        field.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_mood(self) -> None:
        """Puts the cursor on the dial."""
        self.show_details(False)
        self.talk.mood.moods().setFocus(Qt.FocusReason.OtherFocusReason)

    def turn_card(self, turned: bool) -> None:
        """Turns the card to the guest, or back to whoever works here."""
        if turned == self._is_turned:
            return
        self._is_turned = turned
        self.paint_parts(self.presenter.state)
        if turned:
            self.turned.focus_first()
        else:
            self.talk.focus_first()

    def change_from_keys(self, **changes: object) -> None:
        """Takes what a key says of the form, as if it were typed."""
        raise NotImplementedError

    # How it is joined

    def connect_talk(self) -> None:
        """Joins the conversation to the presenter."""
        talk, presenter = self.talk, self.presenter
        talk.next.connect(self.next_step)
        talk.back.connect(self.step_back)
        talk.step_chosen.connect(lambda step: self._move(partial(presenter.go_to, step)))
        talk.mood_chosen.connect(lambda emotion: self.change_from_keys(emotion=emotion))
        talk.reworded.connect(presenter.reword)
        talk.shortened.connect(presenter.shorten)
        talk.answered.connect(self._answer)
        talk.promised.connect(self._promise)
        talk.turned.connect(lambda: self.turn_card(True))
        self.turned.answered.connect(self._answer)
        self.turned.closed.connect(lambda: self.turn_card(False))
        self.head.details.clicked.connect(self.toggle_details)

    def make_talk_actions(self) -> None:
        """The keys of the conversation, from any field."""
        self.mood_actions = [
            self.add_act(partial(self._set_mood, emotion), f"Ctrl+{emotion + 1}") for emotion in _MOODS
        ]
        self.next_action = self.add_act(self._if_free(self.next_step), *_NEXT_KEYS)
        self.back_action = self.add_act(self._if_free(self.step_back), *_BACK_KEYS)
        self.hints_action = self.add_act(self._if_free(self.talk.toggle_hints), "F3")
        self.reword_action = self.add_act(self._if_free(self.presenter.reword), "F4")
        self.shorten_action = self.add_act(self._if_free(self.presenter.shorten), "Shift+F4")
        self.details_action = self.add_act(self.toggle_details, "Ctrl+D")

    def name_talk_actions(self) -> None:
        """The acts in words, in the language of the window."""
        for emotion, action in zip(_MOODS, self.mood_actions, strict=True):
            action.setText(self._words.term("emotion", str(emotion)))
        self.next_action.setText(self.tr("Next step"))
        self.back_action.setText(self.tr("Step back"))
        self.hints_action.setText(self.tr("Do and don’t"))
        self.reword_action.setText(self.tr("Another wording"))
        self.shorten_action.setText(self.tr("Shorter wording"))
        self.details_action.setText(self.tr("Details"))

    # Inside

    def take_last_words(self) -> None:
        """Takes what is half typed before an act."""
        raise NotImplementedError

    def tell_words(self) -> None:
        """Takes the last words of long texts, which are told late."""
        raise NotImplementedError

    def _move(self, move: Callable[[], None]) -> None:
        if self._may_act():
            self.take_last_words()
            move()
            if not self._is_turned:
                self.talk.focus_first()

    def _answer(self, question: str, text: str, choice: str) -> None:
        self.tell_words()  # an answer may add to the guest's words
        self.presenter.answer(question, text, choice)

    def _promise(self, promise: PromiseTyped) -> None:
        self.presenter.promise(promise)

    def _set_mood(self, emotion: int) -> None:
        if not self._composing():
            self.change_from_keys(emotion=emotion)

    def _if_free(self, act: Callable[[], None]) -> Callable[[], None]:
        """An act that only works while the conversation stands in the middle."""

        def do() -> None:
            if self._may_act() and not self._shows_details(self.presenter.state):
                act()

        return do

    def _may_act(self) -> bool:
        state = self.presenter.state
        return not (self._composing() or state.is_saving or state.settling.is_open)

    def _composing(self) -> bool:
        return super()._composing() or self.talk.composing()
