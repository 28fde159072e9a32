"""What colleagues do with a complaint, act by act; each is done by someone who may (trust.md, People)."""

from collections.abc import Mapping, Sequence
from datetime import datetime

from desktop.domain.kinds import Answer, Band, Channel, Closure, Medium, Outcome, RemedyKind, Role, RootCause
from desktop.samples.content import Offer
from desktop.samples.intake import ratings
from desktop.samples.people import Colleague
from desktop.samples.scene import Complaint, Scene
from desktop.samples.side_work import SideWork

_REPLIES = {
    Channel.COUNTER: Medium.IN_PERSON,
    Channel.SURVEY: Medium.EMAIL,
    Channel.REGULATOR: Medium.LETTER,
    **{Channel(m.value): m for m in Medium if m not in (Medium.IN_PERSON, Medium.MESSAGE, Medium.REGULATOR)},
}
_SECOND_OFFER = (Offer(RemedyKind.REDO), Offer(RemedyKind.LETTER), Offer(RemedyKind.GIFT))
_GRAVE = (Band.P1, Band.P2)
#: How often a complaint with this root cause turns out upheld, partly, or not (in that order).
_OUTCOMES = {
    RootCause.MISUNDERSTANDING: (20, 40, 40),
    RootCause.THIRD_PARTY: (50, 40, 10),
    RootCause.POLICY: (45, 45, 10),
}
_USUAL_OUTCOMES = (78, 18, 4)


class Handling:
    """Carries cases forward. Minutes count from the case's last act; ``ahead`` as ``SideWork`` has it."""

    def __init__(self, scene: Scene, *, ahead: bool = False) -> None:
        self._scene = scene
        self.beside = SideWork(scene, lambda case, *act: self.do(case, act[0], case.handler, *act[1:]), ahead=ahead)

    def do(
        self,
        case: Complaint,
        act: str,
        by: Colleague,
        minutes: float,
        fields: Mapping[str, object],
        *,
        office: bool = False,
    ) -> datetime:
        """Any act; ``office``: put off to the hours in which guests are rung up. Returns when it was done."""
        at = case.log.after(minutes)
        if office:
            at = max(self._scene.rhythm.in_office(at), at)
        case.log.add(act, by.login, at, {name: value for name, value in fields.items() if value is not None})
        return at

    def acknowledge(self, case: Complaint, minutes: float) -> None:
        """Tells the guest that the complaint has arrived, unless they know already."""
        if not case.answered:
            self.do(case, "acknowledge", case.handler, minutes, {"medium": self.reply(case).value})
            case.answered = True

    def take(self, case: Complaint, minutes: float) -> None:
        """Somebody whom the case suits makes it theirs."""
        scene, at = self._scene, case.log.after(minutes)
        grave = case.band is Band.P1 or (case.band is Band.P2 and scene.chance(0.7))
        case.handler = scene.roster.specialist(at) if grave or scene.chance(0.35) else scene.roster.receptionist(at)
        self.do(case, "take", case.handler, minutes, {})

    def hand_over(self, case: Complaint, to: Colleague, minutes: float) -> None:
        """Gives the case to someone else, who then handles it."""
        if to.login != case.handler.login:
            department = to.department if self._scene.chance(0.5) and to.department else None
            self.do(case, "hand_over", case.handler, minutes, {"to": to.login, "department": department})
            case.handler = to

    def assess(self, case: Complaint, minutes: float) -> None:
        """Rates the case; what the receiver had left out is filled in."""
        scene, story = self._scene, case.story
        fields = {} if case.rated else ratings(story)
        if scene.chance(0.5):
            fields["cause"] = scene.phrases.causes[story.root_cause.partition("/")[0]]
            fields["impact"] = scene.phrases.lists["impact"][story.severity - 1]
        self.do(case, "assess", case.handler, minutes, fields)
        case.rated = True

    def look_into(self, case: Complaint, minutes: float) -> None:
        """Looking into it, with a note or a call to the guest on the way."""
        scene = self._scene
        self.do(case, "investigate", case.handler, minutes, {})
        if scene.chance(0.4):
            self.do(case, "note", case.handler, minutes, {"text": scene.phrase("note")})
        if scene.chance(0.35):
            self.contact(case, minutes)
        if scene.chance(0.55):
            self.beside.begin(case)
        if scene.chance(0.6):
            self.do(case, "confirm_facts", case.handler, minutes, {"text": case.told.note})

    def contact(self, case: Complaint, minutes: float) -> None:
        """Tells the guest how far it is."""
        fields = {"text": self._scene.phrase("contact_reached"), "medium": self.reply(case).value}
        self.do(case, "contact", case.handler, minutes, fields)

    def miss(self, case: Complaint, minutes: float) -> None:
        """Tries to reach the guest, in vain: by phone, or in writing where there is no number."""
        by_phone = case.guest is not None and bool(case.guest.phone)
        text = self._scene.phrase("contact_missed" if by_phone else "contact_unanswered")
        medium = Medium.PHONE if by_phone else Medium.EMAIL
        fields = {"text": text, "medium": medium.value, "reached": False}
        self.do(case, "contact", case.handler, minutes, fields, office=True)

    def propose(self, case: Complaint, minutes: float, *, office: bool = False, again: bool = False) -> None:
        """Offers what fits, by someone within whose authority it lies; to a guest who came back, something else."""
        scene = self._scene
        case.upheld = again or self._outcome(case) is not Outcome.NOT
        offers = _SECOND_OFFER if again else case.story.offers if case.upheld else (Offer(RemedyKind.EXPLANATION),)
        amount = sum(offer.amount for offer in offers)
        at = case.log.after(minutes)
        at = max(scene.rhythm.in_office(at), at) if office else at
        self.hand_over(case, self._giver(case, at, amount), 0)
        fields: dict[str, object] = {"remedies": [offer.as_fields() for offer in offers]}
        if scene.chance(0.6):
            fields["solution"] = scene.phrases.solutions[offers[-1].kind.value]
            fields["prevention"] = case.told.lesson if case.upheld else None
        if case.upheld and scene.chance(0.15):
            fields["beyond_expectation"] = scene.phrase("beyond")
        done = self.do(case, "propose", case.handler, (at - case.log.at).total_seconds() / 60, fields)
        self._count(case, done, amount)
        if scene.chance(0.5):
            self.beside.go_on(case)
        if case.upheld and scene.chance(0.35):
            self.beside.promise(case)

    def settle(self, case: Complaint, minutes: float) -> None:
        """Settled on the spot by the one who stands there; a sum above their authority is left out."""
        scene, rng = self._scene, self._scene.rng
        at = case.log.after(minutes)
        amount = sum(offer.amount for offer in case.story.offers)
        offers: Sequence[Offer] = case.story.offers
        if not scene.purse.allows(case.handler, at, amount, case.given):
            offers = [offer for offer in offers if not offer.amount] or [Offer(RemedyKind.SPOKEN_APOLOGY)]
            amount = 0
        fields = {
            "remedies": [offer.as_fields() for offer in offers],
            **({} if case.rated else ratings(case.story)),
            "emotion_at_close": max(0, case.story.emotion - rng.randint(1, 3)),
        }
        self._count(case, self.do(case, "settle", case.handler, minutes, fields), amount)
        case.rated, case.answered, case.resolver = True, True, case.handler

    def resolve(
        self, case: Complaint, minutes: float, answer: Answer = Answer.ACCEPTED, *, office: bool = False
    ) -> None:
        """Tells the guest the result. A P1 is not a receptionist's to resolve."""
        scene, rng, emotion = self._scene, self._scene.rng, case.story.emotion
        if case.band is Band.P1 and case.handler.role is Role.RECEPTIONIST:
            self.hand_over(case, scene.roster.specialist(case.log.at), 0)
        self.beside.finish(case)
        medium = Medium.MESSAGE if answer is Answer.UNREACHABLE else self.reply(case)
        at_close = {Answer.ACCEPTED: max(0, emotion - rng.randint(1, 3)), Answer.REJECTED: emotion}.get(answer)
        fields = {"told_by": medium.value, "answer": answer.value, "emotion_at_close": at_close}
        self.do(case, "resolve", case.handler, minutes, fields, office=office)
        case.resolver, case.surveyed = case.handler, False  # each resolution is asked about anew

    def survey(self, case: Complaint, minutes: float, liking: float) -> None:
        """Asks how it was handled; most answer. ``liking`` is the mean of the overall score (1–5)."""
        scene = self._scene
        answers = self._answers(liking) if scene.chance(0.65) else {}
        if answers and scene.chance(0.3):
            self.do(case, "survey", case.handler, minutes, {}, office=True)
            minutes = scene.rng.uniform(60, 1500)
        self.do(case, "survey", case.handler, minutes, answers, office=True)
        case.surveyed = True

    def _answers(self, liking: float) -> dict[str, object]:
        rng = self._scene.rng
        overall = min(5, max(1, round(rng.gauss(liking, 0.9))))
        near = {part: min(5, max(1, overall + rng.choice((-1, 0, 0, 0, 1)))) for part in ("fair", "easy", "respect")}
        recommend = min(10, max(0, overall * 2 + rng.choice((-1, 0, 0, 1))))
        came_back = rng.random() < 0.5 if rng.random() < 0.2 else None
        return {"overall": overall, **near, "recommend": recommend, "came_back": came_back}

    def close(self, case: Complaint, minutes: float, closure: Closure | None = None) -> None:
        """Ends the case with what was learned; P1 and P2 by a second pair of eyes."""
        scene = self._scene
        closer = scene.roster.specialist(case.log.after(minutes))
        if case.band in _GRAVE or scene.chance(0.3):
            closer = scene.roster.manager if case.resolver is not scene.roster.manager else scene.roster.owner
        outcome = self._outcome(case, upheld=True) if case.upheld else Outcome.NOT
        fields = {
            "root_cause": case.story.root_cause,
            "outcome": outcome.value,
            "closure": (closure or self._closure(case, outcome)).value,
            "lesson": case.told.lesson,
            "survey_not_asked": None if case.surveyed else scene.phrase("survey_not_asked"),
        }
        self.do(case, "close", closer, minutes, fields, office=True)

    def reply(self, case: Complaint) -> Medium:
        """How the guest is answered: the way they came, or by phone where there is a number."""
        if (
            case.guest is not None
            and case.guest.phone
            and case.channel is not Channel.COUNTER
            and self._scene.chance(0.4)
        ):
            return Medium.PHONE
        return _REPLIES[case.channel]

    def _giver(self, case: Complaint, at: datetime, amount: int) -> Colleague:
        """Who may give the sum: the one who handles the case, else a specialist, else the manager."""
        roster, purse = self._scene.roster, self._scene.purse
        asked = (case.handler, roster.specialist(at), roster.manager)
        return next(person for person in asked if purse.allows(person, at, amount, case.given))

    def _count(self, case: Complaint, at: datetime, amount: int) -> None:
        self._scene.purse.take(case.handler, at, amount)
        case.given += amount

    def _outcome(self, case: Complaint, *, upheld: bool = False) -> Outcome:
        weights = _OUTCOMES.get(RootCause(case.story.root_cause.partition("/")[0]), _USUAL_OUTCOMES)
        outcomes = list(Outcome)[:2] if upheld else list(Outcome)
        return self._scene.rng.choices(outcomes, weights[: len(outcomes)])[0]

    def _closure(self, case: Complaint, outcome: Outcome) -> Closure:
        kinds = {offer.kind for offer in case.story.offers}
        if outcome is Outcome.NOT:
            return Closure.NOT_UPHELD
        if case.given:
            return Closure.MONETARY
        if RemedyKind.REFERRAL in kinds:
            return Closure.REFERRED_OUT
        return Closure.EXPLAINED if kinds == {RemedyKind.EXPLANATION} else Closure.NON_MONETARY
