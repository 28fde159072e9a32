"""New complaint as the pictures show it: empty, the conversation step by step, its details, settling."""

from PySide6.QtWidgets import QWidget

from desktop.dev.shot_desk import HEARD
from desktop.dev.shot_stage import Bring, ShotStage
from desktop.domain.kinds import Flag, Language
from desktop.domain.past_help import RemedyIdea
from desktop.ui.intake.form import Hurt
from desktop.ui.intake.screen import IntakeScreen

_CLERK = "maya"
#: What was answered at the step Ask, and what the guest wants.
_SAID = {
    Language.EN: (("where", "By the bed, on her side"), ("expected", "A dry room, and a quiet night")),
    Language.ZH: (("where", "靠窗那一侧的床边"), ("expected", "房间干爽，能好好睡一觉")),
}
_WANTS = {Language.EN: ("Another room tonight",), Language.ZH: ("今晚换房",)}
_HONORIFIC = {Language.EN: "Ms", Language.ZH: "女士"}


class IntakeShots(ShotStage):
    """The pages of the intake."""

    def intake_pages(self) -> tuple[tuple[str, Bring], ...]:
        """Their names, and what brings them up."""
        return (
            ("intake-empty", self._intake),
            ("intake", self._filled_intake),
            ("intake-settle", self._settle_at_intake),
            ("conversation", self._conversation),
            ("conversation-offer", self._conversation_offer),
            ("conversation-details", self._conversation_details),
            ("conversation-turned", self._conversation_turned),
        )

    def _intake(self) -> QWidget:
        self._come(_CLERK)
        self._page.open("new")
        return self._window

    def _heard(self) -> IntakeScreen:
        self._intake()
        screen = self._screen(IntakeScreen)
        text, guest, place = HEARD[self._language]
        screen.hearing.narrative.set_text(text)
        screen.presenter.change(
            text=text,
            name=guest,
            honorific=_HONORIFIC[self._language],
            place=place,
            room="1208",
            category="H01-1",
            severity=3,
            emotion=4,
        )
        return screen

    def _filled_intake(self) -> QWidget:
        self._heard()
        return self._window

    def _talked(self, step: str) -> IntakeScreen:
        """A guest who was furious and is angry now, at a step."""
        screen = self._heard()
        presenter = screen.presenter
        presenter.change(emotion=3, hurt=Hurt.NO, wants=_WANTS[self._language])
        presenter.go_to(step)
        while (talk := presenter.state.talk) is not None and talk.card.step != step and talk.next_name:
            presenter.go_on()
        return screen

    def _conversation(self) -> QWidget:
        screen = self._talked("ask")
        for question, text in _SAID[self._language]:
            screen.presenter.answer(question, text, "")
        screen.presenter.answer("others", "", "yes")
        screen.presenter.change(flags=frozenset({Flag.INJURY}))
        screen.presenter.go_to("ask")
        screen.talk.focus_first()
        return self._window

    def _conversation_offer(self) -> QWidget:
        screen = self._talked("offer")
        for idea in screen.presenter.state.ideas[:2]:
            screen.presenter.add_offer(RemedyIdea(idea.kind, idea.note, idea.amount))
        screen.talk.focus_first()
        return self._window

    def _conversation_details(self) -> QWidget:
        screen = self._talked("ask")
        screen.show_details(True)
        self._left = lambda: screen.show_details(False)
        return self._window

    def _conversation_turned(self) -> QWidget:
        screen = self._talked("ask")
        other = "zh" if self._language is Language.EN else "en"
        screen.presenter.change(language=other)
        screen.turn_card(True)

        def turn_back() -> None:
            screen.turn_card(False)
            screen.presenter.change(language="")

        self._left = turn_back
        return self._window

    def _settle_at_intake(self) -> QWidget:
        screen = self._heard()
        screen.settle_on_the_spot()
        self._left = screen.presenter.leave_settling
        return self._window
