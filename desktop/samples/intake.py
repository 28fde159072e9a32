"""How a record comes to the desk: channel, guest, room, and what the receiver writes down."""

from collections.abc import Sequence
from datetime import datetime, timedelta

from desktop.domain.kinds import Band, Channel, Flag, Language, Property, RecordType
from desktop.domain.priority import Rating, Repeat, prioritise
from desktop.samples.caselog import CaseLog, shown
from desktop.samples.content import Story
from desktop.samples.people import Guest
from desktop.samples.scene import Complaint, Scene

_COMMON = {
    Property.HOTEL: {
        Channel.COUNTER: 46, Channel.PHONE: 24, Channel.EMAIL: 6, Channel.OTA: 7, Channel.CHAT: 5, Channel.SOCIAL: 3,
        Channel.SURVEY: 4, Channel.HOTLINE: 3, Channel.LETTER: 1,
    },
    Property.RETAIL: {
        Channel.COUNTER: 45, Channel.PHONE: 18, Channel.EMAIL: 7, Channel.CHAT: 10, Channel.HOTLINE: 8,
        Channel.SOCIAL: 4, Channel.SURVEY: 4, Channel.LETTER: 1,
    },
}  # fmt: skip
_RARE = 3  #: the weight of a channel that only some stories come by
AT_ONCE = (Channel.COUNTER, Channel.PHONE)  #: where the guest is there and can be answered on the spot
_URGENT_CHANNELS = (Channel.COUNTER, Channel.PHONE, Channel.CHAT, Channel.HOTLINE)
_AFTERWARDS = (Channel.EMAIL, Channel.LETTER, Channel.SOCIAL, Channel.SURVEY, Channel.OTA, Channel.REGULATOR)
_WRITTEN = (*_AFTERWARDS, Channel.CHAT)
_NAMELESS = (Channel.SOCIAL, Channel.OTA)

_FLOORS = (3, 4, 5, 6, 7, 8, 9, 9, 10, 11, 12, 12, 14, 15, 16, 17, 18)
_IN_SITES_LANGUAGE = 0.8
_RETURNING = 0.14


def other_language(language: Language) -> Language:
    """The language of the guests from elsewhere."""
    return Language.EN if language is Language.ZH else Language.ZH


def band_of(story: Story, channel: Channel, flags: frozenset[Flag], guest: Guest | None, repeat: Repeat) -> Band:
    """The band of a story as this guest tells it."""
    rating = Rating(
        type=story.type,
        channel=channel,
        severity=story.severity,
        scope=story.scope,
        emotion=story.emotion,
        time_pressure=story.time_pressure,
        flags=flags,
        guest_vip=guest is not None and guest.vip,
        repeat=repeat,
    )
    return prioritise(rating).band


class Intake:
    """Opens records."""

    def __init__(self, scene: Scene) -> None:
        self._scene = scene

    def channel_for(self, story: Story, allowed: Sequence[Channel] = ()) -> Channel:
        """A channel that suits the story, one of ``allowed`` where that is possible."""
        common = _COMMON[self._scene.property]
        suiting = story.channels or (_URGENT_CHANNELS if story.severity == 4 else tuple(common))
        channels = [channel for channel in suiting if channel in allowed] or list(allowed or suiting)
        return self._scene.rng.choices(channels, [common.get(channel, _RARE) for channel in channels])[0]

    def guest_for(self, channel: Channel) -> Guest | None:
        """Someone new, someone who was here before, or nobody in particular."""
        scene = self._scene
        if channel in _NAMELESS and scene.chance(0.25):
            return None
        if scene.chance(_RETURNING) and (known := scene.guests.known()):
            return known
        return scene.guests.new(self.language())

    def language(self) -> Language:
        """The language of a new guest."""
        site = self._scene.language
        return site if self._scene.chance(_IN_SITES_LANGUAGE) else other_language(site)

    def open(
        self,
        ref: str,
        received: datetime,
        story: Story,
        channel: Channel,
        guest: Guest | None,
        *,
        on_the_spot: bool,
        rated: bool = True,
        repeat: Repeat = Repeat.SAME_PROBLEM,
        as_type: RecordType | None = None,
        floor: int = 0,
    ) -> Complaint:
        """Records what came in at ``received`` (aware UTC); the receiver needs a few minutes to write it down.

        ``rated`` False: in a hurry, with nothing rated but what must not be overlooked. ``as_type`` is what the
        receiver takes it for.
        """
        scene = self._scene
        log = CaseLog(ref, received, scene.until, scene.zone)
        receiver = scene.roster.receptionist(received)
        flags = story.flags | ({Flag.PUBLIC_POST} if channel is Channel.SOCIAL else frozenset())
        complaint = Complaint(
            story=story,
            told=story.told[scene.language],
            log=log,
            guest=guest,
            channel=channel,
            flags=flags,
            band=band_of(story, channel, flags, guest, repeat),
            handler=receiver,
            rated=rated,
            answered=on_the_spot,
        )
        fields = self._fields(complaint, as_type or story.type, floor)
        if on_the_spot:
            fields["on_the_spot"] = True
        log.add("open", receiver.login, log.after(scene.rng.uniform(0.5, 5)), fields)
        return complaint

    def _fields(self, complaint: Complaint, type_: RecordType, floor: int) -> dict[str, object]:
        scene, story = self._scene, complaint.story
        fields: dict[str, object] = {
            "type": type_.value,
            "channel": complaint.channel.value,
            "text": self._words(complaint),
            "received_at": shown(complaint.log.received, scene.zone),
        }
        if complaint.channel in _WRITTEN:
            fields["written"] = True
        if complaint.guest is None:
            fields["anonymous"] = True
        else:
            fields["guest"] = complaint.guest.as_fields()
        fields |= self._whereabouts(complaint, floor)
        if story.type is RecordType.COMPLAINT:
            fields |= self._particulars(complaint)
        return fields

    def _words(self, complaint: Complaint) -> str:
        scene, story = self._scene, complaint.story
        language = complaint.guest.language if complaint.guest else scene.language
        text = story.told[language].text
        calm_enough = story.type is RecordType.COMPLAINT and story.emotion < 3 and story.severity < 4
        if not calm_enough or language is not scene.language or not scene.chance(0.3):
            return text
        return text + ("" if language is Language.ZH else " ") + scene.phrase("tails")

    def _whereabouts(self, complaint: Complaint, floor: int) -> dict[str, object]:
        """Room, place and reference: a hotel guest's room is known, a shop's guest brings a receipt."""
        scene, rng, key = self._scene, self._scene.rng, complaint.story.place
        fields: dict[str, object] = {"place": scene.pack.places[key][scene.language]}
        if scene.property is Property.RETAIL:
            if scene.chance(0.75):
                order = complaint.channel in _WRITTEN
                fields["reference"] = f"SO-{rng.randrange(10**6):06}" if order else f"R{rng.randrange(10**8):08}"
            return fields
        floor = floor or rng.choice(_FLOORS)
        if complaint.guest is not None and (key == "room" or scene.chance(0.6)):
            fields["room"] = f"{floor:02}{rng.randrange(1, 25):02}"
        if key == "room":
            fields["place"] = f"{floor} 楼" if scene.language is Language.ZH else f"Floor {floor}"
        if complaint.channel is Channel.OTA or scene.chance(0.3):
            fields["reference"] = f"BK-{rng.randrange(10**6):06}"
        return fields

    def _particulars(self, complaint: Complaint) -> dict[str, object]:
        """What only a complaint has: expectation, wish, day of the problem, ratings."""
        scene, story, told = self._scene, complaint.story, complaint.told
        fields: dict[str, object] = {}
        if complaint.rated or scene.chance(0.3):
            fields |= {"expected": told.expected, "actual": told.actual, "gap": min(4, story.severity)}
        if scene.chance(0.7):
            fields["wants"] = [told.wants]
        if complaint.channel in _AFTERWARDS:
            day = complaint.log.received.astimezone(scene.zone).date() - timedelta(days=scene.rng.randrange(1, 5))
            fields["problem_date"] = day.isoformat()
        if complaint.channel is Channel.PHONE and scene.chance(0.05):
            fields["on_behalf_of"] = scene.phrase("on_behalf")
        if complaint.flags:
            fields["flags"] = sorted(flag.value for flag in complaint.flags)
        return fields | (ratings(story) if complaint.rated else {})


def ratings(story: Story) -> dict[str, object]:
    """The ratings of a story as ``open``, ``assess`` and ``settle`` take them."""
    return {
        "category": story.category,
        "severity": story.severity,
        "scope": story.scope.value,
        "emotion": story.emotion,
        "time_pressure": story.time_pressure.value,
    }
