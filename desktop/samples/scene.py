"""What every part of the telling shares: the site, its people and guests, its rhythm, and the dice."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from random import Random
from zoneinfo import ZoneInfo

from desktop.domain.kinds import Band, Channel, Flag, Language, Property
from desktop.samples.caselog import CaseLog
from desktop.samples.content import Pack, Phrases, Story, Told, load_pack, load_phrases
from desktop.samples.people import Colleague, Guest, GuestBook, Purse, Roster
from desktop.samples.rhythm import Rhythm


@dataclass(frozen=True, slots=True)
class Scene:
    """One site up to the moment ``until`` (aware UTC)."""

    property: Property
    language: Language
    zone: ZoneInfo
    until: datetime
    rng: Random
    pack: Pack
    phrases: Phrases
    roster: Roster
    purse: Purse
    guests: GuestBook
    rhythm: Rhythm

    @classmethod
    def of(
        cls, property_: Property, language: Language, zone: ZoneInfo, until: datetime, seed: int, owner: str
    ) -> "Scene":
        """The scene of a seed: the same one every time. ``owner`` is the login of the site's owner."""
        rng = Random(seed)
        return cls(
            property=property_,
            language=language,
            zone=zone,
            until=until,
            rng=rng,
            pack=load_pack(property_),
            phrases=load_phrases(language),
            roster=Roster(property_, language, zone, owner),
            purse=Purse(zone),
            guests=GuestBook(rng),
            rhythm=Rhythm(property_, zone, rng),
        )

    def chance(self, share: float) -> bool:
        """Whether something happens that happens in ``share`` (0–1) of all cases."""
        return self.rng.random() < share

    def phrase(self, occasion: str) -> str:
        """One of the sentences for an occasion."""
        return self.rng.choice(self.phrases.lists[occasion])

    def pick(self, stories: Sequence[Story]) -> Story:
        """A story by weight."""
        return self.rng.choices(stories, [story.weight for story in stories])[0]


@dataclass(slots=True)
class Complaint:
    """A record on its way through the desk. ``guest`` is None for somebody who left no name.

    ``band`` is the most urgent band that the desk may come to: repeats, which only the desk knows, count as worst.
    Who may do what is decided by it, so no act is ever refused. ``given`` is in whole units of the currency.
    """

    story: Story
    told: Told  #: in the site's language, as colleagues write
    log: CaseLog
    guest: Guest | None
    channel: Channel
    flags: frozenset[Flag]
    band: Band
    handler: Colleague
    rated: bool
    answered: bool = False
    given: int = 0
    surveyed: bool = False
    resolver: Colleague | None = None
    upheld: bool = True
    tasks: int = 0
    tasks_done: int = 0
    promises: int = 0
    promises_kept: int = 0
