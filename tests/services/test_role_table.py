"""The whole role × act table of trust.md, each cell really tried in a workspace."""

from collections.abc import Callable

import pytest

from desktop.domain.kinds import Role
from desktop.errors import UserError
from desktop.exchange.acts import ACTS
from desktop.services.desk import Desk
from tests.support.act_lines import WHOLE_ACTS
from tests.support.acts import APOLOGY, BEYOND, MILD, RECIPES, Story
from tests.support.staffed import STAFF

#: trust.md, People, row by row: act → what receptionist, specialist, manager and owner, analyst may
TABLE = {
    "open acknowledge assess investigate take hand_over wait resume note contact confirm_facts task task_done promise "
    "promise_kept promise_cancelled involve release propose survey": ("own", "yes", "yes", "no"),
    "settle resolve withdraw": ("own, not P1", "yes", "yes", "no"),
    "approve decline duplicate not_complaint reopen": ("no", "yes", "yes", "no"),
    "close": ("no", "P3, P4", "yes", "no"),
    "override restrict staff calendar targets authority shifts": ("no", "no", "yes", "no"),
}
COLUMNS = {Role.RECEPTIONIST: 0, Role.SPECIALIST: 1, Role.MANAGER: 2, Role.OWNER: 2, Role.ANALYST: 3}
MAY = {act: row for acts, row in TABLE.items() for act in acts.split()}

#: Acts after which the same act is possible again, so that the case can be used on
REPEATABLE = ["assess", "take", "hand_over", "note", "contact", "confirm_facts", "task", "promise", "propose", "survey"]
OF_NO_CASE = ["open", "staff", "calendar", "targets", "authority", "shifts"]


class Cases:
    """Cases to act on: made by the manager, or handed out again while nobody has changed them."""

    def __init__(self, story: Story) -> None:
        self._story = story
        self._unused: dict[tuple[str, str], str] = {}
        self.original = story.open(text="The first to tell of it.")

    def standing(self, where: str, band: str) -> str:
        """A case received at D1 that stands there with that band."""
        key = (where, band)
        if key not in self._unused:
            self._unused[key] = self._made(where, band)
        return self._unused[key]

    def changed(self, where: str, band: str) -> None:
        """The case has been used up."""
        del self._unused[(where, band)]

    def _made(self, where: str, band: str) -> str:
        story = self._story
        number = story.open()
        state = "assessed" if where in BEYOND else where
        story.act("override", number, band=band, reason="For the table.")
        story.lead(number, state, **MILD)
        if where in BEYOND:
            act, fields = BEYOND[where]
            story.act(act, number, **fields)
        return number


def expected(act: str, role: Role, own_desk: bool, band: str) -> str | None:
    """The code of the refusal that the table asks for, or None."""
    match MAY[act][COLUMNS[role]]:
        case "no":
            return "not_allowed"
        case "own" | "own, not P1" if not own_desk:
            return "not_own_desk"
        case "own, not P1" if band == "P1":
            return "not_for_role_at_band"
        case "P3, P4" if band in ("P1", "P2"):
            return "not_for_role_at_band"
    return None


def code_of(perform: Callable[[], object]) -> str | None:
    try:
        perform()
    except UserError as refusal:
        assert refusal.field == "by", f"{refusal.code} is about {refusal.field}"  # noqa: PT017 (with the code of it)
        return refusal.code
    return None


def test_every_act_is_in_the_table_and_is_tried() -> None:
    assert set(MAY) == ACTS
    assert set(RECIPES) | set(OF_NO_CASE) == ACTS


@pytest.mark.parametrize("act", sorted(ACTS - set(OF_NO_CASE)))
def test_an_act_on_a_case_belongs_to_the_roles_of_its_row(desk: Desk, act: str) -> None:
    story = Story(desk)
    cases = Cases(story)
    where, fields = RECIPES[act]
    given = {"of": cases.original} if act == "duplicate" else fields
    wrong = {}
    for login, role in STAFF.items():
        for own_desk in (True, False):
            for band in ("P1", "P2", "P3", "P4") if act == "close" else ("P1", "P3"):
                if act == "settle" and band == "P1":
                    continue  # nobody settles a P1; tests/services/test_settling.py
                # The manager resolved it, so another closes a P1 or P2.
                by = "owner" if act == "close" and login == "mark" and band in ("P1", "P2") else login
                number = cases.standing(where, band)
                place = "D1" if own_desk else "D2"
                code = code_of(lambda: story.act(act, number, by=by, at_desk=place, **given))  # noqa: B023 (at once)
                if code is None and act not in REPEATABLE:
                    cases.changed(where, band)
                if code != expected(act, role, own_desk, band):
                    wrong[role, own_desk, band] = code
    assert wrong == {}


@pytest.mark.parametrize("act", OF_NO_CASE)
def test_an_act_on_no_case_belongs_to_the_roles_of_its_row(desk: Desk, act: str) -> None:
    story = Story(desk)
    fields = {name: value for name, value in WHOLE_ACTS[act].items() if name not in ("act", "by", "ref", "on_the_spot")}
    codes = {role: code_of(lambda: story.act(act, by=login, **fields)) for login, role in STAFF.items()}  # noqa: B023
    assert codes == {role: expected(act, role, own_desk=True, band="P4") for role in STAFF.values()}


def test_a_p1_is_not_settled_by_anybody(desk: Desk) -> None:
    story = Story(desk)
    number = story.open(flags=["injury"])
    codes = {login: story.refused("settle", number, by=login, remedies=APOLOGY, **MILD) for login in STAFF}
    assert codes == {
        "owner": ("not_for_p1", "case"),
        "mark": ("not_for_p1", "case"),
        "sam": ("not_for_p1", "case"),
        "rita": ("not_for_role_at_band", "by"),
        "ana": ("not_allowed", "by"),
    }


def test_what_is_opened_at_a_desk_belongs_to_that_desk(desk: Desk) -> None:
    story = Story(desk)
    number = story.act("open", by="rita", at_desk="D2", type="complaint", channel="phone", text="No towels.")
    assert "-D2-" in number
    assert story.refused("note", number, by="rita", at_desk="D1", text="a") == ("not_own_desk", "by")
    story.act("note", number, by="rita", at_desk="D2", text="a")


def test_nobody_acts_who_is_not_on_the_staff_list(desk: Desk) -> None:
    assert Story(desk).refused("take", "HH-D1-20261119-0001", by="nobody") == ("no_such_person", "by")
