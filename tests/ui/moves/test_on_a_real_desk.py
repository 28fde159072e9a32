"""A complaint goes from New to Closed through the forms alone, on a real desk: what they tell, the services take."""

from dataclasses import replace

import pytest

from desktop.domain.commands import Approve, OpenCase, RecordSurvey
from desktop.domain.kinds import Band, Channel, Flag, Language, RecordType, State
from desktop.domain.people import Person
from desktop.errors import UserError
from desktop.services.desk import Desk
from desktop.ui.moves import Allowance, Surroundings, about_file, at_once, make_form
from desktop.words import load_words
from tests.support.staffed import desk, make_desk  # noqa: F401 (pytest finds fixtures by their names)

EN = load_words(Language.EN)
RATED = {"category": "H01-1", "severity": "3", "scope": "party", "emotion": "3"}
CLOSED = {
    "outcome": "upheld",
    "closure": "monetary",
    "root_cause": "people",
    "detail": "skill",
    "lesson": "Look sooner",
}


class Counter:
    """People at one desk who work one case by its forms."""

    def __init__(self, at: Desk, flags: frozenset[Flag] = frozenset()) -> None:
        self.desk = at
        self.people = {row.login: row.as_person("D1") for row in at.staff.everyone()}
        opening = OpenCase(RecordType.COMPLAINT, Channel.COUNTER, "The air-con drips.", flags=flags)
        self.number = at.cases.perform(opening, self.people["sam"]).number

    @property
    def file(self):
        """The case as it stands."""
        return self.desk.reader.case_file(self.number)

    def form(self, act: str, person: Person):
        facts, case = self.desk.site.facts(), self.file
        around = Surroundings(person, self.desk.site.taxonomy(), facts.zone, facts.currency, self.desk.now)
        left = Allowance(self.desk.allowances.left(self.number, person).most)
        return make_form(act, about_file(case, around, allowance=left), EN)

    def tell(self, command: object, by: str = "sam") -> None:
        self.desk.cases.perform(command, self.people[by])

    def do(self, act: str, by: str = "sam", **fields: str) -> dict[str, str]:
        """Fills a form in and confirms it; what was refused comes back by field."""
        form = self.form(act, self.people[by])
        form.restore(fields)

        def perform(command: object) -> None:
            try:
                self.tell(replace(command, version=self.file.view.row.version), by)
            except UserError as refusal:
                form.show_error(refusal)

        form.made.connect(perform)
        form.confirm()
        said = {name: entry.error.text() for name, entry in form._entries.items() if entry.error.text()}
        loose = {"": form.refusal.text.text() or form.foot.why.text()}
        form.deleteLater()
        return said | {name: text for name, text in loose.items() if text}


@pytest.fixture
def counter(desk: Desk, theme: object) -> Counter:  # noqa: F811 (a fixture is asked for by its name)
    return Counter(desk)


def test_a_complaint_goes_from_new_to_closed_and_comes_back(counter):
    assert counter.do("acknowledge") == {}
    assert counter.do("assess", **RATED) == {}
    counter.tell(at_once("investigate", counter.number))
    assert counter.do("contact", text="She waits in the lobby") == {}
    assert counter.do("confirm_facts", text="The tray was full.") == {}
    assert counter.do("propose", remedies='[["waive", "200", "", "tonight"]]') == {}
    assert counter.do("resolve", told_by="in_person", answer="accepted", emotion_at_close="1") == {}
    counter.tell(RecordSurvey(counter.number, overall=4))
    assert counter.do("close", "mark", **CLOSED) == {}
    file = counter.file
    assert (file.view.row.state, file.ending.root_cause, file.compensation) == (State.CLOSED, "people/skill", 20_000)
    assert counter.do("reopen", reason="It drips again") == {}
    assert counter.file.view.row.state is State.INVESTIGATING


def test_a_complaint_is_settled_on_the_spot_in_one_form(counter):
    assert counter.do("settle", **RATED, emotion_at_close="0") == {}
    assert counter.file.view.row.state is State.RESOLVED


def test_an_offer_above_the_authority_waits_for_an_approval(counter):
    counter.do("acknowledge")
    counter.do("assess", **RATED)
    assert counter.do("propose", remedies='[["waive", "1000.01", "", ""]]') == {}
    assert counter.file.waiting_request is not None
    counter.tell(Approve(counter.number), "mark")
    assert counter.file.view.row.state is State.PROPOSED


def test_form_and_service_refuse_the_same(desk, theme):  # noqa: F811 (a fixture is asked for by its name)
    counter = Counter(desk, frozenset({Flag.INJURY}))
    assert counter.file.view.row.band is Band.P1
    assert "P1" in counter.do("settle", **RATED)[""]
    counter.do("acknowledge")
    counter.do("assess", **RATED)
    counter.do("propose", remedies='[["spoken_apology", "", "", ""]]')
    assert set(counter.do("resolve", told_by="phone", answer="unreachable")) == {"answer"}
    counter.do("resolve", "mark", told_by="phone", answer="accepted")
    counter.tell(RecordSurvey(counter.number))
    assert "someone other than the one who resolved it" in counter.do("close", "mark", **CLOSED)[""]
    assert counter.file.view.row.state is State.RESOLVED


def test_what_the_service_alone_refuses_is_said_above_the_buttons(counter):
    assert "not among the rights" in counter.do("override", "rita", band="P1", reason="x")[""]
    assert "isn’t possible while the state is “New”" in counter.do("wait")[""]
    assert counter.file.view.row.state is State.NEW
