"""The desks in the pictures: a practice desk, with the rarer things that its weeks don't bring about, and a new one."""

from datetime import UTC, datetime
from pathlib import Path

from desktop.domain.commands import RecordSurvey, Wait
from desktop.domain.figures.report_shapes import Decision
from desktop.domain.figures.shapes import Month
from desktop.domain.guest_file import ProfileChange
from desktop.domain.kinds import Language, Property, RecordType, State, WaitFor
from desktop.domain.people import Person
from desktop.domain.site_settings import DutyCard, DutyLine
from desktop.services.desk import Desk, open_desk
from desktop.services.founding import Founding, found_site
from desktop.services.practice import fill_practice_desk

NOW = datetime(2026, 11, 19, 13, 42, tzinfo=UTC)  #: Thursday, 21:42 at the sample site
SITE = {Language.EN: ("Harbour Hotel", "Front desk"), Language.ZH: ("海港酒店", "前台")}
OWNER = "owner"
#: What is typed at New complaint: the words, the name, the place.
HEARD = {
    Language.EN: (
        "Ms Tan says the air-conditioner has been dripping since check-in. She called twice and nobody came. The floor "
        "by the bed is wet and her son slipped; he is not hurt. They fly early and want to sleep.",
        "Tan Wei Ling",
        "Room, by the bed",
    ),
    Language.ZH: (
        "陈女士说房间空调从入住起就一直滴水。她打了两次电话都没人来。床边地面是湿的，孩子滑倒了，没有受伤。他们明天一早的飞机，现在只想休息。",
        "陈薇玲",
        "房间床边",
    ),
}
OWNER_NAMES = {Language.EN: "Grace Lim", Language.ZH: "林嘉怡"}
_AWAITED = {Language.EN: "The guest sends us the booking they were given.", Language.ZH: "等客人把预订确认发给我们。"}
PRINTED = Month(2026, 9)  #: whose report was made; the next one's can be
_DECIDED = {
    Language.EN: Decision(1, "Check the air-con drains on floor 12 every evening", "Engineering", "by 5 Oct"),
    Language.ZH: Decision(1, "每晚检查十二楼空调的排水", "工程部", "10 月 5 日前"),
}
#: Whom to call at night.
_ON_DUTY = {
    Language.EN: DutyLine("S. Rao", "+86 138 0000 0119", "Duty manager, any time"),
    Language.ZH: DutyLine("饶经理", "138 0000 0119", "值班经理，随时可打"),
}
_ALL = 200  #: more guests than the sample has


def sample_desk(folder: Path, language: Language) -> Desk:
    """A practice desk in a language, as it stands at ``NOW``."""
    desk = _founded(folder, language, training=True)
    fill_practice_desk(desk, NOW)
    owner = desk.staff.person(OWNER, "D1")
    _have_one_wait(desk, owner, _AWAITED[language])
    _have_one_leave(desk, owner)
    desk.settings.duty_card.change(owner, DutyCard((_ON_DUTY[language],)))
    desk.reports.decide(owner, PRINTED, [_DECIDED[language]])
    for _ in range(2):
        desk.reports.make(owner, PRINTED)
    return desk


def new_desk(folder: Path, language: Language) -> Desk:
    """A desk on its first day, for real. Its owner has a recovery sheet, so that making another one changes little."""
    desk = _founded(folder, language, training=False)
    desk.settings.recovery.make(desk.staff.person(OWNER, "D1"))
    return desk


def open_case(desk: Desk, state: State) -> str:
    """The most urgent open case in a state, else the most urgent of all."""
    rows = desk.queue.page(NOW).rows
    return next((row for row in rows if row.state is state), rows[0]).number


def past_case(desk: Desk, state: State) -> str:
    """The last complaint in a state, found by its guest."""
    owner = desk.staff.person(OWNER, "D1")
    guests = desk.guests.find("", _ALL, reader=owner).rows
    cases = (case for row in guests for case in desk.guests.profile(row.guest.id, owner).cases)
    return max(case.number for case in cases if (case.state, case.type) == (state, RecordType.COMPLAINT))


def disappointed_guest(desk: Desk) -> int:
    """Who may not come back, and has a double."""
    owner = desk.staff.person(OWNER, "D1")
    return next(row.guest.id for row in desk.guests.find("", _ALL, reader=owner).rows if row.leaving)


def _founded(folder: Path, language: Language, *, training: bool) -> Desk:
    site, desk_name = SITE[language]
    answers = Founding(
        Property.HOTEL,
        site,
        "HH",
        language,
        "Asia/Shanghai",
        OWNER,
        OWNER_NAMES[language],
        secret=None if training else "135790",
        desk_name=desk_name,
        training=training,
    )
    return open_desk(found_site(folder, answers, NOW), lambda: NOW)


def _have_one_wait(desk: Desk, owner: Person, reason: str) -> None:
    """The least urgent case under investigation waits for its guest."""
    rows = [row for row in desk.queue.page(NOW).rows if row.state is State.INVESTIGATING]
    desk.cases.perform(Wait(rows[-1].number, WaitFor.GUEST, reason), owner)


def _have_one_leave(desk: Desk, owner: Person) -> None:
    """A guest with several complaints was not happy in the end; somebody else's record bears the same name."""
    rows = desk.guests.find("", _ALL, reader=owner).rows
    several = [row.guest for row in rows if row.cases > 1]
    for guest in several:
        closed = [case.number for case in desk.guests.profile(guest.id, owner).cases if case.state is State.CLOSED]
        if len(closed) > 1:
            desk.cases.perform(RecordSurvey(max(closed), overall=2, fair=2, easy=1, respect=3, recommend=3), owner)
            other = next(row.guest for row in reversed(rows) if row.cases == 1 and row.guest.language == guest.language)
            version = desk.guests.profile(other.id, owner).version
            change = ProfileChange(name=guest.name, honorific=guest.honorific)
            desk.guests.save_profile(other.id, change, version, owner)
            return
