"""How complaints of the past went: each life is told to its end, so none of them stands in the queue at ``until``."""

from collections import deque
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta

from desktop.domain.kinds import Answer, Band, Channel, Closure, RecordType
from desktop.domain.priority import Repeat, band_after_reopening, one_band_up
from desktop.samples.content import Story
from desktop.samples.handling import Handling
from desktop.samples.intake import AT_ONCE, Intake, band_of
from desktop.samples.people import Guest
from desktop.samples.scene import Complaint, Scene

_WEEK = timedelta(days=7)
_TYPES = {RecordType.COMPLAINT: 84, RecordType.ENQUIRY: 7, RecordType.SUGGESTION: 5, RecordType.COMPLIMENT: 4}
#: Shares of all complaints; of those face to face that are settled on the spot (a P1 never is); of the light ones.
_TOLD_TWICE, _MISTAKEN = 0.03, 0.025
_ON_THE_SPOT = {Band.P1: 0.0, Band.P2: 0.3, Band.P3: 0.7, Band.P4: 0.85}
_SLOW = 0.35
_ORIGINALS_KEPT = 12
_TIME_TO_REPEAT = timedelta(days=2)  #: a second telling takes no longer, the night between included
_PACES = {Band.P1: 0.35, Band.P2: 0.7, Band.P3: 1.0, Band.P4: 1.4}


@dataclass(frozen=True, slots=True)
class Life:
    """A way in which a complaint may go. ``longest``: after this it has left the queue, whatever the dice say."""

    longest: timedelta
    tell: Callable[[Complaint], None]


class Lives:
    """Tells what became of the complaints that are no longer open."""

    def __init__(self, scene: Scene) -> None:
        self._scene, self._intake, self._desk = scene, Intake(scene), Handling(scene)
        self._originals: deque[Complaint] = deque(maxlen=_ORIGINALS_KEPT)
        self._on_the_spot = Life(timedelta(hours=1), self._settled)
        self._brisk = Life(timedelta(hours=11), self._brisk_work)
        self._slow = Life(timedelta(hours=66), self._slow_work)
        self._just_told = Life(timedelta(hours=7), self._told)
        self._rare = (
            (0.04, Life(timedelta(hours=40), self._withdrawn)),
            (0.04, Life(timedelta(hours=11), self._overridden)),
            (0.03, Life(timedelta(days=8), self._unreachable)),
            (0.04, Life(timedelta(days=18), self._reopened)),
        )
        self._mistaken = Life(timedelta(hours=5), self._no_complaint)
        self._other = Life(timedelta(hours=30), self._answered)

    def tell(self, ref: str, received: datetime) -> Complaint:
        """Any record that came in at about ``received`` (aware UTC), from the first word to the last."""
        scene = self._scene
        type_ = scene.rng.choices(list(_TYPES), list(_TYPES.values()))[0]
        if type_ is not RecordType.COMPLAINT:
            return self._play(ref, received, scene.rng.choice(scene.pack.stories[type_]), self._other)
        if self._originals and scene.chance(_TOLD_TWICE):
            return self._tell_again(ref, scene.rng.choice(self._originals))
        if scene.chance(_MISTAKEN):
            question = scene.rng.choice(scene.pack.stories[RecordType.ENQUIRY])
            return self._play(ref, received, question, self._mistaken, as_type=RecordType.COMPLAINT)
        return self._complaint(ref, received, scene.pick(scene.pack.by_hour[scene.rhythm.hour(received)]))

    def tell_soon_over(self, ref: str, received: datetime, story: Story, floor: int) -> Complaint:
        """A complaint face to face that was over within hours, at a given place."""
        return self._play(ref, received, story, self._brisk, channel=Channel.COUNTER, floor=floor)

    def tell_just_told(self, ref: str, received: datetime) -> Complaint:
        """A complaint whose guest has the result and was not asked yet how it went."""
        story = self._scene.pick(self._scene.pack.by_hour[self._scene.rhythm.hour(received)])
        return self._play(ref, received, story, self._just_told, channel=Channel.PHONE)

    def _complaint(self, ref: str, received: datetime, story: Story) -> Complaint:
        scene = self._scene
        channel = self._intake.channel_for(story)
        guest = self._intake.guest_for(channel)
        band = band_of(story, channel, story.flags, guest, Repeat.SAME_PROBLEM)
        life = self._life(channel, band, guest)
        case = self._play(ref, received, story, life, channel=channel, guest=guest)
        if (
            guest is not None
            and life in (self._brisk, self._slow)
            and case.log.received < scene.until - _TIME_TO_REPEAT
        ):
            self._originals.append(case)
        return case

    def _life(self, channel: Channel, band: Band, guest: Guest | None) -> Life:
        scene, dice = self._scene, self._scene.rng.random()
        for share, life in self._rare:
            dice -= share
            if dice < 0 and guest is not None:
                return life
        if channel is Channel.COUNTER and scene.chance(_ON_THE_SPOT[band]):
            return self._on_the_spot
        return self._slow if band in (Band.P3, Band.P4) and scene.chance(_SLOW) else self._brisk

    def _play(
        self,
        ref: str,
        received: datetime,
        story: Story,
        life: Life,
        *,
        channel: Channel | None = None,
        guest: Guest | None = None,
        as_type: RecordType | None = None,
        floor: int = 0,
    ) -> Complaint:
        """Opens the record, some weeks earlier where the life would not be over by ``until``, and tells its life."""
        scene = self._scene
        while received > scene.until - life.longest:
            received -= _WEEK
        if channel is None:
            channel = self._intake.channel_for(story)
            guest = self._intake.guest_for(channel)
        if guest is None and channel in AT_ONCE:
            guest = scene.guests.new(self._intake.language())
        on_the_spot = channel in AT_ONCE and scene.chance(0.55)
        case = self._intake.open(
            ref, received, story, channel, guest,
            on_the_spot=on_the_spot, rated=scene.chance(0.7), as_type=as_type, floor=floor,
        )  # fmt: skip
        life.tell(case)
        return case

    def _tell_again(self, ref: str, original: Complaint) -> Complaint:
        """The same guest with the same story, some hours later and by another way: a duplicate."""
        scene, dice = self._scene, self._scene.rng
        received = scene.rhythm.in_office(original.log.received + timedelta(minutes=dice.randrange(40, 600)))
        channel = Channel.EMAIL if original.channel in AT_ONCE else Channel.PHONE
        case = self._intake.open(ref, received, original.story, channel, original.guest, on_the_spot=False, rated=False)
        specialist = scene.roster.specialist(case.log.at)
        self._desk.do(case, "duplicate", specialist, dice.uniform(5, 60), {"of": original.log.ref})
        return case

    # ------------------------------------------------------------------ the lives

    def _settled(self, case: Complaint) -> None:
        dice = self._scene.rng
        self._desk.settle(case, dice.uniform(4, 22))
        self._aftermath(case, 4.5)

    def _told(self, case: Complaint) -> None:
        self._begin(case)
        self._desk.propose(case, self._scene.rng.uniform(10, 60))
        self._desk.resolve(case, self._scene.rng.uniform(4, 45))

    def _brisk_work(self, case: Complaint) -> None:
        self._begin(case)
        self._finish(case, self._scene.rng.uniform(15, 170), 4.2)

    def _slow_work(self, case: Complaint) -> None:
        self._begin(case)
        self._finish(case, self._scene.rng.uniform(200, 2400), 3.6, office=True)

    def _begin(self, case: Complaint) -> None:
        """Up to the proposal: answer, someone to own it, ratings, a look at what happened."""
        scene, pace = self._scene, _PACES[case.band]
        dice = scene.rng
        late = case.band is not Band.P1 and scene.chance(0.1)
        self._desk.acknowledge(case, dice.uniform(40, 140) if late else dice.uniform(1, 9) / 0.35 * pace)
        self._desk.take(case, dice.uniform(1, 8) * pace)
        self._desk.assess(case, dice.uniform(2, 12) * pace)
        if case.band in (Band.P1, Band.P2) and scene.chance(0.35):
            to = scene.roster.manager if case.band is Band.P1 else scene.roster.specialist(case.log.at)
            self._desk.hand_over(case, to, dice.uniform(1, 6))
        if case.band is Band.P1 or scene.chance(0.7):
            self._desk.look_into(case, dice.uniform(2, 16) * pace)

    def _finish(
        self, case: Complaint, minutes: float, liking: float, *, office: bool = False, again: bool = False
    ) -> None:
        scene, pace = self._scene, _PACES[case.band]
        self._desk.propose(case, minutes * min(pace, 1), office=office, again=again)
        rejected = scene.chance(0.06)
        answer = Answer.REJECTED if rejected else Answer.ACCEPTED
        self._desk.resolve(case, scene.rng.uniform(4, 45) * min(pace, 1), answer, office=office)
        self._aftermath(case, 2.2 if rejected else liking)

    def _aftermath(self, case: Complaint, liking: float) -> None:
        scene = self._scene
        if case.guest is not None and scene.chance(0.75):
            self._desk.survey(case, scene.rng.uniform(18, 36) * 60, liking)
        self._desk.close(case, scene.rng.uniform(60, 2600))

    def _withdrawn(self, case: Complaint) -> None:
        scene, dice = self._scene, self._scene.rng
        self._desk.acknowledge(case, dice.uniform(2, 30))
        if case.band is Band.P1:
            case.handler = scene.roster.specialist(case.log.at)
        if scene.chance(0.5):
            self._desk.assess(case, dice.uniform(3, 20))
        self._desk.do(
            case, "withdraw", case.handler, dice.uniform(30, 1200), {"reason": scene.phrase("withdraw")}, office=True
        )

    def _overridden(self, case: Complaint) -> None:
        """The manager sees more than the points do: more urgent for a light case, less for a heavy one."""
        scene, dice = self._scene, self._scene.rng
        up = case.band in (Band.P3, Band.P4)
        band = one_band_up(case.band) if up else Band.P3 if case.band is Band.P2 else Band.P2
        reason = scene.phrase("override_up" if up else "override_down")
        self._begin(case)
        self._desk.do(
            case, "override", scene.roster.manager, dice.uniform(2, 15), {"band": band.value, "reason": reason}
        )
        case.band = min(case.band, band)
        self._finish(case, dice.uniform(15, 150), 4.2)

    def _unreachable(self, case: Complaint) -> None:
        """Three attempts on three days, then a message and the case is closed."""
        dice = self._scene.rng
        self._begin(case)
        self._desk.propose(case, dice.uniform(20, 170))
        for _attempt in range(3):
            self._desk.miss(case, dice.uniform(22, 28) * 60)
        self._desk.resolve(case, dice.uniform(5, 60), Answer.UNREACHABLE)
        self._desk.close(case, dice.uniform(60, 600), Closure.UNREACHABLE)

    def _reopened(self, case: Complaint) -> None:
        self._begin(case)
        dice = self._scene.rng
        self._desk.propose(case, dice.uniform(20, 170))
        self._desk.resolve(case, dice.uniform(4, 45))
        if self._scene.chance(0.5):
            self._aftermath(case, 3.0)
        self.reopen(case, case.log.after(dice.uniform(1, 5) * 24 * 60))
        self._desk.contact(case, dice.uniform(5, 40))
        self._finish(case, dice.uniform(30, 170), 3.0, again=True)

    def reopen(self, case: Complaint, at: datetime) -> None:
        """The guest comes back at about ``at``; from here on a specialist keeps the case."""
        minutes = (at - case.log.at).total_seconds() / 60
        case.handler = self._scene.roster.specialist(at)
        self._desk.do(case, "reopen", case.handler, minutes, {"reason": self._scene.phrase("reopen")})
        case.band = band_after_reopening(case.band)

    def _no_complaint(self, case: Complaint) -> None:
        dice = self._scene.rng
        self._desk.acknowledge(case, dice.uniform(2, 30))
        specialist = self._scene.roster.specialist(case.log.at)
        reason = {"reason": self._scene.phrase("not_complaint")}
        self._desk.do(case, "not_complaint", specialist, dice.uniform(5, 90), reason)

    def _answered(self, case: Complaint) -> None:
        """Enquiries, suggestions and compliments end with one answer."""
        scene, dice = self._scene, self._scene.rng
        if case.story.type is RecordType.SUGGESTION and scene.chance(0.5):
            self._desk.acknowledge(case, dice.uniform(5, 60))
            self._desk.do(case, "note", case.handler, dice.uniform(5, 60), {"text": scene.phrase("note")})
        fields = {"told_by": self._desk.reply(case).value, "answer": Answer.ACCEPTED.value}
        self._desk.do(case, "resolve", case.handler, dice.uniform(4, 200), fields, office=True)
