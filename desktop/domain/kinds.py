"""The closed lists of the field: every code that is stored, exchanged or shown (spec: interfaces.md, Values).

Members sort the way people think: bands from the most urgent, states along the stage bar.
"""

from enum import StrEnum


class RecordType(StrEnum):
    """What a record is. Only complaints have floors and count in figures."""

    COMPLAINT = "complaint"
    SUGGESTION = "suggestion"
    ENQUIRY = "enquiry"
    COMPLIMENT = "compliment"


class Channel(StrEnum):
    """How the complaint reached the desk."""

    COUNTER = "counter"
    PHONE = "phone"
    EMAIL = "email"
    LETTER = "letter"
    SOCIAL = "social"
    SURVEY = "survey"
    CHAT = "chat"
    HOTLINE = "hotline"
    OTA = "ota"
    REGULATOR = "regulator"


class Medium(StrEnum):
    """How the desk reached the guest: for acknowledgements, contacts and results told."""

    IN_PERSON = "in_person"
    PHONE = "phone"
    EMAIL = "email"
    LETTER = "letter"
    SOCIAL = "social"
    CHAT = "chat"
    MESSAGE = "message"
    HOTLINE = "hotline"
    OTA = "ota"
    REGULATOR = "regulator"


class State(StrEnum):
    """Where a case stands (domain.md 3). Drafts stand before New and have no number."""

    NEW = "new"
    ACKNOWLEDGED = "acknowledged"
    ASSESSED = "assessed"
    INVESTIGATING = "investigating"
    PROPOSED = "proposed"
    WAITING_GUEST = "waiting_guest"
    WAITING_DEPARTMENT = "waiting_department"
    RESOLVED = "resolved"
    CLOSED = "closed"
    WITHDRAWN = "withdrawn"
    DUPLICATE = "duplicate"
    NOT_COMPLAINT = "not_complaint"


class Band(StrEnum):
    """Priority bands, the most urgent first; their names sort in that order."""

    P1 = "P1"
    P2 = "P2"
    P3 = "P3"
    P4 = "P4"


class Scope(StrEnum):
    """How many people the problem reaches."""

    ONE = "one"
    PARTY = "party"
    SEVERAL = "several"
    SITE = "site"


class TimePressure(StrEnum):
    """How soon the guest needs it: no hurry, before the day ends, now."""

    NONE = "none"
    TODAY = "today"
    NOW = "now"


class Flag(StrEnum):
    """What must not be overlooked: who the guest is, who hears of it, what it touches."""

    VIP = "vip"
    VULNERABLE = "vulnerable"
    PUBLIC_POST = "public_post"
    REGULATOR = "regulator"
    MEDIA = "media"
    LAWYER = "lawyer"
    INJURY = "injury"
    FOOD_ILLNESS = "food_illness"
    SECURITY = "security"
    FIRE = "fire"
    HARASSMENT = "harassment"
    DISCRIMINATION = "discrimination"
    DATA_LEAK = "data_leak"


class Role(StrEnum):
    """What a person at the desk may do (domain.md 6, trust.md People)."""

    RECEPTIONIST = "receptionist"
    SPECIALIST = "specialist"
    MANAGER = "manager"
    OWNER = "owner"
    ANALYST = "analyst"


class Property(StrEnum):
    """The kind of place; it chooses the category pack and the first calendar."""

    HOTEL = "hotel"
    RETAIL = "retail"


class Language(StrEnum):
    """The languages of the window, the papers and the sentences."""

    EN = "en"
    ZH = "zh"


class WaitFor(StrEnum):
    """Whom a case waits for. Only waiting for the guest stops the resolve clock (domain.md 5)."""

    GUEST = "guest"
    DEPARTMENT = "department"


class Answer(StrEnum):
    """What the guest said to the result."""

    ACCEPTED = "accepted"
    REJECTED = "rejected"
    UNREACHABLE = "unreachable"


class Outcome(StrEnum):
    """Whether the complaint was right."""

    UPHELD = "upheld"
    PARTLY = "partly"
    NOT = "not"


class Closure(StrEnum):
    """How a case ended (domain.md 7, closure codes)."""

    EXPLAINED = "explained"
    NON_MONETARY = "non_monetary"
    MONETARY = "monetary"
    STATUTORY = "statutory"
    NOT_UPHELD = "not_upheld"
    WITHDRAWN = "withdrawn"
    UNREACHABLE = "unreachable"
    REFERRED_OUT = "referred_out"
    DUPLICATE = "duplicate"
    NOT_A_COMPLAINT = "not_a_complaint"


class RootCause(StrEnum):
    """Why it happened; a detail may follow after a slash (``people/skill``)."""

    PEOPLE = "people"
    PROCESS = "process"
    EQUIPMENT = "equipment"
    SUPPLIER = "supplier"
    INFORMATION = "information"
    POLICY = "policy"
    THIRD_PARTY = "third_party"
    MISUNDERSTANDING = "misunderstanding"


class RemedyKind(StrEnum):
    """What the desk can do to put it right (domain.md 7, remedies)."""

    SPOKEN_APOLOGY = "spoken_apology"
    LETTER = "letter"
    EXPLANATION = "explanation"
    REDO = "redo"
    REPAIR = "repair"
    REPLACE = "replace"
    ROOM_MOVE = "room_move"
    UPGRADE = "upgrade"
    REFUND_FULL = "refund_full"
    REFUND_PART = "refund_part"
    WAIVE = "waive"
    DISCOUNT = "discount"
    VOUCHER = "voucher"
    POINTS = "points"
    GIFT = "gift"
    EXPENSES = "expenses"
    STATUTORY_SUM = "statutory_sum"
    COACHING = "coaching"
    PROCESS_CHANGE = "process_change"
    REFERRAL = "referral"
