"""The queue as it stands at ``until``: open cases in every state and band, some late, some nearly."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from desktop.domain.kinds import Band, Channel, RecordType, State
from desktop.domain.priority import Repeat
from desktop.domain.targets import DEFAULT_TARGETS
from desktop.samples.content import Story
from desktop.samples.handling import Handling
from desktop.samples.intake import AT_ONCE, Intake, band_of
from desktop.samples.lives import Lives
from desktop.samples.people import Guest
from desktop.samples.scene import Complaint, Scene

_HEARD_LATER = (Channel.CHAT, Channel.EMAIL, Channel.PHONE, Channel.HOTLINE)  #: may wait for an answer
_HEARD_AT_ONCE = (Channel.COUNTER, Channel.PHONE, Channel.CHAT, Channel.EMAIL)
_STEPS = (State.NEW, State.ACKNOWLEDGED, State.ASSESSED, State.INVESTIGATING, State.PROPOSED)
_TO_WRITE_IT_DOWN = timedelta(minutes=6)
_USUAL_WORK_MIN = 130  #: the work up to a proposal takes about as long when nobody is in a hurry


@dataclass(frozen=True, slots=True)
class Slot:
    """One open case to be: its next due time lies ``due_in`` minutes from ``until`` (below 0: it is late)."""

    band: Band
    state: State
    due_in: int
    vip: bool = False
    type: RecordType = RecordType.COMPLAINT
    reopened: bool = False

    @property
    def target_min(self) -> int:
        """The target that runs out then: the response's as long as there was none."""
        target = DEFAULT_TARGETS[self.band]
        return target.respond_min if self.state is State.NEW else target.resolve_min


#: In the order in which they are told where there are only a few.
SLOTS = (
    Slot(Band.P1, State.NEW, -27, vip=True),
    Slot(Band.P2, State.NEW, 9),
    Slot(Band.P3, State.INVESTIGATING, 185),
    Slot(Band.P2, State.PROPOSED, 100),
    Slot(Band.P3, State.ACKNOWLEDGED, 40),
    Slot(Band.P1, State.INVESTIGATING, 52),
    Slot(Band.P4, State.NEW, 110),
    Slot(Band.P3, State.PROPOSED, 370),
    Slot(Band.P2, State.INVESTIGATING, -70),
    Slot(Band.P4, State.ACKNOWLEDGED, 1215),
    Slot(Band.P3, State.ASSESSED, 260),
    Slot(Band.P4, State.ACKNOWLEDGED, 2000, type=RecordType.ENQUIRY),
    Slot(Band.P1, State.ACKNOWLEDGED, 38),
    Slot(Band.P2, State.INVESTIGATING, 150, reopened=True),
    Slot(Band.P4, State.ASSESSED, 1860),
)


class Present:
    """Tells the open cases."""

    def __init__(self, scene: Scene, lives: Lives) -> None:
        self._scene, self._lives = scene, lives
        self._intake, self._desk = Intake(scene), Handling(scene, ahead=True)
        self._told: set[str | None] = set()

    def tell(self, ref: str, slot: Slot) -> Complaint:
        """The case that takes a place in the queue. Its guest is new, so nothing but the story sets the band."""
        due = self._scene.until + timedelta(minutes=slot.due_in)
        since = min(self._scene.rhythm.due_then(slot.band, due, slot.target_min), self._scene.until - _TO_WRITE_IT_DOWN)
        return self._reopened(ref, since) if slot.reopened else self._open(ref, slot, since)

    def _open(self, ref: str, slot: Slot, received: datetime) -> Complaint:
        scene = self._scene
        guest = scene.guests.new(self._intake.language(), vip=slot.vip)
        story = self._story(slot.type, (slot.band,), received, guest)
        channel = self._intake.channel_for(story, _HEARD_LATER if slot.state is State.NEW else _HEARD_AT_ONCE)
        on_the_spot = slot.state is not State.NEW and channel in AT_ONCE and scene.chance(0.5)
        case = self._intake.open(ref, received, story, channel, guest, on_the_spot=on_the_spot, repeat=Repeat.NONE)
        self._bring_to(case, slot.state)
        return case

    def _bring_to(self, case: Complaint, state: State) -> None:
        scene, dice = self._scene, self._scene.rng
        age = (scene.until - case.log.received) / timedelta(minutes=1)
        pace = min(5.0, max(1.0, age / _USUAL_WORK_MIN))
        reached = _STEPS.index(state)
        if reached >= 1:
            self._desk.acknowledge(case, dice.uniform(1, 6))
        if reached >= 2 or (reached == 1 and scene.chance(0.5)):
            self._desk.take(case, dice.uniform(1, 4))
        if reached >= 2:
            self._desk.assess(case, dice.uniform(2, 6) * pace)
        if reached >= 3:
            self._desk.look_into(case, dice.uniform(2, 8) * pace)
            self._desk.beside.begin(case)
        if reached >= 4:
            self._desk.propose(case, dice.uniform(10, 30) * pace)
            self._desk.beside.promise(case)

    def _reopened(self, ref: str, again: datetime) -> Complaint:
        """A case of last week that the guest brought back at ``again``."""
        scene, dice = self._scene, self._scene.rng
        guest = scene.guests.new(self._intake.language(), vip=False)
        first = again - timedelta(days=5, minutes=dice.randrange(600))
        story = self._story(RecordType.COMPLAINT, (Band.P3, Band.P4), first, guest, least=2)
        channel = self._intake.channel_for(story, _HEARD_AT_ONCE)
        case = self._intake.open(ref, first, story, channel, guest, on_the_spot=False, repeat=Repeat.NONE)
        self._bring_to(case, State.PROPOSED)
        self._desk.resolve(case, dice.uniform(10, 60))
        self._lives.reopen(case, again)
        self._desk.contact(case, dice.uniform(5, 20))
        return case

    def _story(
        self, type_: RecordType, bands: Sequence[Band], received: datetime, guest: Guest, least: int = 1
    ) -> Story:
        """A story of a band and a least severity that has not been told yet, if possible one that suits the hour."""
        scene, hour = self._scene, self._scene.rhythm.hour(received)
        right = [s for s in scene.pack.stories[type_] if self._band(s, guest) in bands and s.severity >= least]
        new = [s for s in right if s.category is None or s.category not in self._told] or right
        story = scene.pick([s for s in new if hour in s.hours] or new)
        self._told.add(story.category)
        return story

    def _band(self, story: Story, guest: Guest) -> Band:
        """The band by a channel that adds nothing of its own."""
        return band_of(story, Channel.COUNTER, story.flags, guest, Repeat.NONE)
