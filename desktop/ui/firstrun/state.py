"""What the first run asks, and what follows from the answers without asking."""

import re
import unicodedata
from dataclasses import dataclass, field
from enum import StrEnum

from desktop.domain.kinds import Language, Property
from desktop.errors import UserError


class Step(StrEnum):
    """The parts of the form in reading order, as the list at left names them."""

    LANGUAGE = "language"
    PROPERTY = "property"
    SITE = "site"
    OWNER = "owner"
    START = "start"


@dataclass(frozen=True, slots=True)
class FirstRunAnswers:
    """The answers as typed. Hours (``10:00``) are a shop's; ``secret`` is a PIN or a passphrase.

    ``practice`` also makes a practice desk with sample data, a workspace of its own.
    """

    language: Language = Language.EN
    property_: Property = Property.HOTEL
    site: str = ""
    code: str = ""
    desk: str = ""
    owner: str = ""
    secret: str = field(default="", repr=False)
    repeated: str = field(default="", repr=False)
    opens: str = "10:00"
    closes: str = "22:00"
    practice: bool = False

    @property
    def login(self) -> str:
        """The owner's login: the first name in small letters; a Chinese name whole."""
        words = unicodedata.normalize("NFKC", self.owner).casefold().split()
        return "".join(re.findall(r"\w+", words[0])) if words else ""


@dataclass(frozen=True, slots=True)
class FirstRunState:
    """All that the screen shows besides the texts that people type themselves."""

    answers: FirstRunAnswers = field(default_factory=FirstRunAnswers)
    passphrase: bool = False
    code_is_own: bool = False  #: typed by hand, so it no longer follows the name
    refusal: UserError | None = None
    busy: bool = False

    @property
    def done(self) -> frozenset[Step]:
        """The parts that are answered."""
        a = self.answers
        answered = {Step.LANGUAGE, Step.PROPERTY}
        if a.site.strip() and a.code and a.desk.strip():
            answered.add(Step.SITE)
        if a.owner.strip() and self.secrets_agree:
            answered.add(Step.OWNER)
        return frozenset(answered)

    @property
    def current(self) -> Step:
        """The first part that is not answered yet."""
        return next(step for step in Step if step not in self.done)

    @property
    def secrets_agree(self) -> bool:
        """Whether both entries are the same and not empty."""
        return bool(self.answers.secret) and self.answers.secret == self.answers.repeated

    @property
    def asks_hours(self) -> bool:
        """Whether opening hours matter: a hotel never closes."""
        return self.answers.property_ is Property.RETAIL


_LONGEST_CODE = 4
_CODES_WITHOUT_LETTERS = {Property.HOTEL: "HT", Property.RETAIL: "SH"}


def code_from(site: str, property_: Property) -> str:
    """A site code from its name: the initials of its Latin words, else of the kind of place."""
    plain = unicodedata.normalize("NFKD", site).encode("ascii", "ignore").decode().upper()
    words: list[str] = re.findall(r"[A-Z0-9]+", plain)
    if len(words) == 1:
        return words[0][:2]
    initials = "".join(word[0] for word in words)[:_LONGEST_CODE]
    return initials or (_CODES_WITHOUT_LETTERS[property_] if site.strip() else "")
