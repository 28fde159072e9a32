"""After the resolution: the call, what the guest answers, and how they feel now (domain.md 1, 22; 7, survey)."""

from datetime import datetime

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.domain.case_file import CaseFile, Survey
from desktop.domain.commands import AddContact, RecordSurvey
from desktop.domain.kinds import Medium
from desktop.domain.texts import is_blank
from desktop.ui.case.cards.card import CaseCard
from desktop.ui.case.cards.fields import Choice, TextBox
from desktop.ui.case.cards.form import InlineForm
from desktop.ui.case.cards.parts import LONGEST, SIDE, allow
from desktop.ui.case.cards.scores import AnswerRow, ScoreBoxes
from desktop.ui.marks import MoodMark
from desktop.ui.widgets import Button, FlowRow, PlainLabel, Tag, plain_tool_tip
from desktop.words import Words, plain

_SCORES = (1, 2, 3, 4, 5)
_MEDIA = (Medium.PHONE, *(medium for medium in Medium if medium is not Medium.PHONE))


class WordsForm(InlineForm):
    """What the guest said, in the guest's own words: kept as a contact."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.words, self.medium = TextBox(2), Choice()
        self.add_field("text", self.words)
        self.add_field("medium", self.medium)
        self.add_buttons()

    def set_words(self, words: Words) -> None:
        """Says the phrases of the form."""
        self.row("text").set_label(self.tr("Words"))
        self.row("medium").set_label(self.tr("How"))
        self.words.setPlaceholderText(self.tr("In the guest’s own words"))
        self.medium.offer([(medium.value, words.term("medium", medium.value)) for medium in _MEDIA])
        self.send.setText(self.tr("Keep these words"))
        self.leave.setText(self.tr("Cancel"))


class MoodLine(QWidget):
    """When, and the mood then; words alone where nobody noted it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.when = PlainLabel("", "body", "ink2", elide=True)
        self.mark = MoodMark(0, "")
        self.unknown = PlainLabel("", "meta", "ink3")
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.addWidget(self.when, 1)
        line.addWidget(self.mark)
        line.addWidget(self.unknown)

    def show_mood(self, emotion: int | None, words: Words) -> None:
        """Shows a mood of 0 to 4, or that it isn't known."""
        self.mark.setVisible(emotion is not None)
        self.unknown.setVisible(emotion is None)
        self.unknown.setText(words.term("label", "not_assessed"))
        if emotion is not None:
            word = words.term("emotion", str(emotion))
            self.mark.set_mood(emotion, word, f"{self.when.text()}: {word}")


class FollowUpCard(CaseCard):
    """The call that is due, the survey's questions, the mood at the start and now.

    What is chosen stays a draft until it is saved; answers that the case has already are shown chosen.
    """

    def keep(self) -> dict[str, str]:
        """Answers that were not saved yet, and what is half typed."""
        return super().keep() | {f"answer.{name}": str(int(value)) for name, value in self._typed.items()}

    def restore(self, kept: dict[str, str]) -> None:
        """Puts back what ``keep`` gave."""
        super().restore(kept)
        for name in self._answers:
            if (value := kept.get(f"answer.{name}", "")).isdecimal():
                self._typed[name] = bool(int(value)) if name == "came_back" else int(value)
        self._repaint()

    def _build(self) -> None:
        self._typed: dict[str, int | bool] = {}
        self.tag = Tag("")
        self.header.addWidget(self.tag)
        self.ask = PlainLabel("", "body", "ink2", wrap=True)
        self.question = PlainLabel("", "body", wrap=True)
        self.overall = ScoreBoxes(_SCORES)
        self._answers: dict[str, ScoreBoxes | AnswerRow] = {
            "overall": self.overall,
            "fair": AnswerRow(_SCORES),
            "easy": AnswerRow(_SCORES),
            "respect": AnswerRow(_SCORES),
            "recommend": AnswerRow(range(11), under=True),
            "came_back": AnswerRow((True, False)),
        }
        self.further = [part for name, part in self._answers.items() if name != "overall"]
        self.save, self.asked = Button(kind="accent", size="row"), Button(size="row")
        self.add_words = Button(kind="link", size="small", icon="message-square")
        self.start, self.now = MoodLine(), MoodLine()
        self.form = WordsForm()
        self._lay_out()
        for name, part in self._answers.items():
            part.chosen.connect(lambda value, name=name: self._on_chosen(name, value))
        self.save.clicked.connect(lambda: self.want(self._survey()))
        self.asked.clicked.connect(lambda: self.want(RecordSurvey(self.number)))
        self.add_words.clicked.connect(self.form.open_form)
        self.form.sent.connect(self._on_words)
        self.add_form("words", self.form, self.add_words)

    def _lay_out(self) -> None:
        holder = QWidget()
        column = QVBoxLayout(holder)
        column.setContentsMargins(SIDE, 0, SIDE, 12)
        column.setSpacing(8)
        for part in (self.ask, self.question, *self._answers.values()):
            column.addWidget(part)
        self._buttons = FlowRow(gap=6)
        self._buttons.add_widget(self.save)
        self._buttons.add_widget(self.asked)
        column.addWidget(self._buttons)
        column.addWidget(self.add_words, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self.start)
        column.addWidget(self.now)
        self.body.addWidget(holder)
        self.body.addWidget(self.form)

    def _set_words(self) -> None:
        self.set_title(self.tr("Follow-up"))
        self.ask.setText(self.tr("Ask: “Is it really right now? Is anything still open?”"))
        self.overall.set_name(self.tr("How well did we put it right?"))
        questions = {
            "fair": self.tr("The result was fair"),
            "easy": self.tr("It was quick and easy"),
            "respect": self.tr("Treated with respect"),
            "recommend": self.tr("Would come back or recommend us"),
        }
        for name, question in questions.items():
            self._row(name).set_words(question)
        yes_no = [self._words.term("yes_no", code) for code in ("yes", "no")]
        self._row("came_back").set_words(self.tr("Came back?"), yes_no)
        self.save.setText(self.tr("Save answers"))
        self.asked.setText(self.tr("Asked, no answer"))
        self.add_words.setText(self.tr("Add the guest’s words"))
        self.start.when.setText(self.tr("Mood at start"))
        self.now.when.setText(self.tr("Mood now"))
        self.form.set_words(self._words)

    def _row(self, name: str) -> AnswerRow:
        part = self._answers[name]
        assert isinstance(part, AnswerRow)
        return part

    def _paint_file(self, file: CaseFile, now: datetime) -> None:
        survey, refusal = file.ending.survey, self._may("survey")
        self._typed = {name: value for name, value in self._typed.items() if getattr(survey, name) != value}
        self._show_tag(file, now)
        self._show_answers(survey)
        for part in self._answers.values():
            allow(part, refusal, self._words)
        has_more = any(getattr(survey, name) is not None for name in self._answers if name != "overall")
        for part in self.further:
            part.setVisible(refusal is None or has_more)
        self.ask.setVisible(refusal is None and survey.overall is None)
        self._buttons.setVisible(refusal is None and (bool(self._typed) or survey.asked_at is None))
        self.asked.setVisible(survey.asked_at is None)
        self.add_words.setVisible(refusal is None)
        allow(self.add_words, self._may("contact"), self._words)
        self.start.show_mood(file.rating.emotion, self._words)
        self.now.show_mood(file.ending.emotion_at_close, self._words)

    def _show_tag(self, file: CaseFile, now: datetime) -> None:
        due = file.ending.follow_up_due
        self.tag.setVisible(due is not None)
        if due is None:
            return
        late = due < now
        time = self._due.over(now - due) if late else self._due.when(due, now)
        self.tag.setText(f"{time} · {self._words.term('clock', 'call')}")
        self.tag.set_tone("risk" if late else "accent")
        self.tag.setToolTip(plain_tool_tip(self._due.whole(due)))
        self.tag.updateGeometry()

    def _show_answers(self, survey: Survey) -> None:
        for name, part in self._answers.items():
            value = self._typed.get(name, getattr(survey, name))
            if isinstance(part, ScoreBoxes):
                part.set_value(value)
            else:
                part.answers.set_value(value)
        self.save.setEnabled(bool(self._typed))
        question = self.tr("{question} {answer}")
        said = question.format(question=self.overall.accessibleName(), answer=self._how_far(survey))
        self.question.setText(said.strip())

    def _how_far(self, survey: Survey) -> str:
        if survey.not_asked:
            reason = plain(survey.not_asked, LONGEST)
            return self.tr("Not asked: {reason}").format(reason=reason)
        if survey.asked_at is None:
            return self.tr("Not asked yet.")
        if survey.overall is None and self._now is not None:
            when = self._due.when(survey.asked_at, self._now)
            return self.tr("Asked {time}, no answer yet.").format(time=when)
        return ""

    def _on_chosen(self, name: str, value: int | bool) -> None:
        self._typed[name] = value
        self._repaint()

    def _survey(self) -> RecordSurvey:
        """What was chosen and not saved yet."""
        typed = dict(self._typed)
        came_back = typed.pop("came_back", None)
        return RecordSurvey(self.number, **typed, came_back=None if came_back is None else bool(came_back))

    def _on_words(self) -> None:
        text = self.form.words.text()
        if is_blank(text):
            self.form.say_wrong("text", self.tr("What did the guest say? Please write it in their own words."))
            return
        known = len(self._file.contacts) if self._file else 0
        self.form.wait_for(lambda file: len(file.contacts) > known)
        self.want(AddContact(self.number, text, Medium(self.form.medium.code())))

    def _forget(self) -> None:
        self._typed = {}
