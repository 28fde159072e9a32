"""Letters of a real desk: drafted from a case and nothing else, kept, signed off, printed."""

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest

from desktop.domain import commands as c
from desktop.domain.kinds import Band, Flag, Language, Medium, Outcome, Property, RemedyKind, Role, Scope
from desktop.domain.letters import BLANK, BULLET, LetterText
from desktop.domain.people import Person
from desktop.domain.site_settings import DutyCard, DutyLine
from desktop.errors import ChangedMeanwhileError, UserError
from desktop.guides.apology import Missing, Part
from desktop.guides.apology_warnings import Spoils
from desktop.services import letter_drafting as drafting
from desktop.services.desk import Desk
from desktop.words import load_taxonomy, load_words
from tests.reports.reading import boxes_outside, says, sizes_of, squeezed, text_of
from tests.support.clock import Clock
from tests.support.sites import make_site, owner_of, record

FACTS = {
    Language.EN: "The air-conditioner in Room 1208 was leaking when you arrived. You called us twice and nobody came.",
    Language.ZH: "1208 房的空调在您入住时就在漏水。您打了两次电话，都没有人来。",
}
CHANGE = {
    Language.EN: "Every room on that floor is now checked each month.",
    Language.ZH: "同楼层的房间从现在起每月检查一次。",
}
NOTE = {Language.EN: "the night of 19 November", Language.ZH: "11 月 19 日的房费"}
NAMES = {Language.EN: "Tan Wei Ling", Language.ZH: "陈薇玲"}
LEVEL_1 = [(property_, category.code) for property_ in Property for category in load_taxonomy(property_).level1()]
#: Words that name a fault, in either language
FAULT = ("fault", "responsib", "our job", "should have", "我们的责任", "责任在", "过错", "没做到", "没有做到")


class Letters:
    """A desk with a case, and letters on it."""

    def __init__(self, desk: Desk) -> None:
        self.desk, self.owner = desk, owner_of(desk)

    def person(self, login: str, at_desk: str = "D1") -> Person:
        """Somebody of the staff."""
        return self.desk.staff.person(login, at_desk)

    def case(self, language: Language = Language.EN, category: str = "H01-1", **fields: Any) -> str:
        """A complaint that nobody has looked into yet."""
        guest = c.GuestDetails(name=NAMES[language], honorific="ms", language=language.value)
        usual: dict[str, Any] = {"guest": guest, "room": "1615", "problem_date": date(2026, 11, 19)}
        return record(self.desk, **{**usual, "category": category, **fields}).number

    def confirmed(self, language: Language = Language.EN, category: str = "H01-1", **fields: Any) -> str:
        """A complaint whose facts are confirmed, with remedies and what changes: all that a letter says."""
        number = self.case(language, category, **fields)
        self.do(c.ConfirmFacts(number, FACTS[language]))
        self.do(c.Acknowledge(number, Medium.IN_PERSON))
        self.do(c.Assess(number, c.Assessment(category=self.detail(category), severity=2, scope=Scope.ONE, emotion=1)))
        given = (
            c.RemedyOffer(RemedyKind.REFUND_PART, 30000, NOTE[language]),
            c.RemedyOffer(RemedyKind.ROOM_MOVE),
        )
        self.do(c.Propose(number, given, prevention=CHANGE[language]))
        return number

    def detail(self, category: str) -> str:
        """A category of level 2, of the group or itself."""
        taxonomy = self.desk.site.taxonomy()
        return category if taxonomy.is_complete(category) else f"{category}-1"

    def do(self, command: c.Command) -> None:
        """An act of the owner."""
        self.desk.cases.perform(command, self.owner)

    def draft(self, number: str, **given: Any) -> LetterText:
        """The letter as the case alone would write it."""
        return self.desk.letters.draft(number, self.owner, **given)

    def refused(self, act: Any) -> tuple[str, str]:
        """The code and field with which something is refused."""
        with pytest.raises(UserError) as refusal:
            act()
        assert load_words(Language.EN).error(refusal.value)
        assert load_words(Language.ZH).error(refusal.value)
        return refusal.value.code, refusal.value.field


@pytest.fixture
def at(desk: Desk) -> Letters:
    """A practice hotel."""
    return Letters(desk)


@pytest.fixture(scope="module")
def sites(tmp_path_factory: pytest.TempPathFactory) -> dict[Property, Letters]:
    """One open desk of each kind, for tests that only add cases."""
    folder = tmp_path_factory.mktemp("sites")
    return {kind: Letters(make_site(folder / kind, kind)) for kind in Property}


def whole(text: LetterText) -> str:
    """All the words of a letter."""
    return "\n".join((text.greeting, *text.paragraphs, text.closing, text.signed_by, text.signer_line))


# Drafting


@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize(("property_", "category"), LEVEL_1)
def test_a_letter_of_every_category_is_whole_and_copies_out_of_one_page(
    sites: dict[Property, Letters], property_: Property, category: str, language: Language
) -> None:
    at = sites[property_]
    number = at.confirmed(language, category)
    apology = at.desk.letters.apology(number, at.owner)
    assert [(part.part, part.missing) for part in apology.parts] == [(part, None) for part in Part]
    text = at.draft(number)
    assert text.language is language
    assert not text.has_blanks
    for part in (Part.REGRET, Part.RESPONSIBILITY, Part.FORGIVENESS):
        said = next(each.text for each in apology.parts if each.part is part)
        assert said in text.body, part
    assert squeezed(FACTS[language]) in squeezed(text.body)
    assert CHANGE[language].rstrip(".。") in text.body
    assert text.paragraphs[0].startswith(apology.parts[0].text), "the first words are that we're sorry"
    assert {Language.EN: "19 November", Language.ZH: "11月19日"}[language] in text.body
    assert sum(line.startswith(BULLET) for line in text.paragraphs) == 2
    assert "¥300" in text.body
    assert at.desk.letters.warnings(text, number, at.owner) == ()
    at.desk.letters.keep(number, at.owner, text, None)
    content = at.desk.letters.pdf(number, at.owner)
    assert sizes_of(content) == [(210, 297)]
    assert boxes_outside(content) == []
    copied = squeezed(text_of(content))
    assert [line for line in whole(text).splitlines() if squeezed(line) not in copied] == []
    assert number in copied


def test_remedies_are_points_with_their_exact_sums_and_taken_back_ones_are_gone(at: Letters) -> None:
    number = at.confirmed()
    at.do(c.Propose(number, (c.RemedyOffer(RemedyKind.VOUCHER, 12050), c.RemedyOffer(RemedyKind.REDO)), replaces=True))
    points = [line for line in at.draft(number).paragraphs if line.startswith(BULLET)]
    assert points == [f"{BULLET}A voucher for ¥120.50.", f"{BULLET}Having it done again, properly."]


def test_a_remedy_alone_stands_in_its_sentence(at: Letters) -> None:
    number = at.confirmed()
    at.do(c.Propose(number, (c.RemedyOffer(RemedyKind.VOUCHER, 10000),), replaces=True))
    text = at.draft(number)
    assert "a voucher for ¥100." in text.body
    assert BULLET not in text.body


@pytest.mark.parametrize(
    ("language", "said"),
    [(Language.EN, "a room (made of “gold”)."), (Language.ZH, "换房（朝海）。")],
)
def test_a_remedy_is_spoken_with_its_note_in_the_brackets_of_its_language(
    at: Letters, language: Language, said: str
) -> None:
    number = at.case(language)
    facts = drafting.facts_of(
        at.desk.reader.case_file(number),
        (drafting.Done("a room", "made of “gold”.") if language is Language.EN else drafting.Done("换房", "朝海。"),),
        drafting.Signer("S. Rao"),
        "",
        language,
    )
    spoken = drafting.apology_of(facts, at.desk.guides.guides()).spoken
    assert any(text.endswith(said) for text in spoken), spoken


@pytest.mark.parametrize("language", Language)
def test_every_remedy_has_words_in_a_letter_or_is_none_of_its_business(language: Language) -> None:
    words = load_words(language)
    listed = {kind for kind in RemedyKind if f"letter_remedy_{kind}" in words.sentences}
    assert listed == set(RemedyKind) - drafting.UNLISTED
    assert all(words.sentence(f"letter_remedy_{kind}", sum="") for kind in listed)


def test_what_colleagues_are_told_and_the_letter_itself_are_no_points_of_it(at: Letters) -> None:
    number = at.confirmed()
    offers = tuple(c.RemedyOffer(kind, note="Not for the guest.") for kind in drafting.UNLISTED)
    at.do(c.Propose(number, (*offers, c.RemedyOffer(RemedyKind.REDO)), replaces=True))
    text = at.draft(number)
    assert "having it done again, properly." in text.body
    assert "Not for the guest" not in text.body


def test_what_the_case_does_not_know_is_a_blank(at: Letters) -> None:
    number = at.case()
    text = at.draft(number)
    assert text.has_blanks
    assert sum(paragraph.count(BLANK) for paragraph in text.paragraphs) == 3, (
        "what happened, what is done, what changes"
    )
    words = whole(text)
    assert not any(word in words for word in ("None", "{", "}")), words
    assert not any(word in words for word in FAULT), "no responsibility before the facts are confirmed"


def test_a_complaint_that_was_not_upheld_asks_for_no_amends(at: Letters) -> None:
    number = at.case()
    at.do(c.ConfirmFacts(number, FACTS[Language.EN]))
    file = at.desk.reader.case_file(number)
    signer = drafting.Signer("S. Rao")
    facts = drafting.facts_of(
        replace(file, ending=replace(file.ending, outcome=Outcome.NOT)), (), signer, "", Language.EN
    )
    text = drafting.draft_of(facts, (), at.desk.guides.guides(), signer)
    assert not text.has_blanks
    assert not any(word in whole(text) for word in FAULT)


@pytest.mark.parametrize("flag", [Flag.INJURY, Flag.FOOD_ILLNESS])
@pytest.mark.parametrize("language", Language)
def test_where_somebody_is_hurt_or_ill_only_regret_and_help_are_written(
    at: Letters, language: Language, flag: Flag
) -> None:
    number = at.confirmed(language, flags=frozenset({flag}))
    apology = at.desk.letters.apology(number, at.owner)
    missing = {part.part: part.missing for part in apology.parts if part.missing}
    assert set(missing) == set(Part) - {Part.REGRET, Part.REPAIR}
    assert set(missing.values()) == {Missing.REGRET_ONLY}
    text = at.draft(number)
    assert not text.has_blanks
    assert not any(word in whole(text) for word in FAULT), whole(text)
    assert FACTS[language] not in text.body


@pytest.mark.parametrize(
    ("spoken", "site", "letter"),
    [
        ("zh-Hans", Language.EN, Language.ZH),
        ("en", Language.ZH, Language.EN),
        ("fr", Language.ZH, Language.EN),
        ("", Language.ZH, Language.ZH),
        ("", Language.EN, Language.EN),
    ],
)
def test_a_letter_is_written_in_the_guests_language(
    make_desk: Any, spoken: str, site: Language, letter: Language
) -> None:
    at = Letters(make_desk(language=site))
    number = at.case(guest=c.GuestDetails(name="Tan", language=spoken))
    assert at.draft(number).language is letter
    assert at.draft(number, language=Language.ZH).language is Language.ZH


def test_facts_in_another_language_are_blanks_to_be_put_into_the_guests(at: Letters) -> None:
    number = at.confirmed(Language.ZH)
    text = at.draft(number, language=Language.EN)
    assert text.has_blanks
    assert "漏水" not in text.body
    assert "房费" not in text.body
    assert "a partial refund of ¥300" in text.body.lower()


def test_who_leads_signs_and_a_number_of_their_own_comes_from_the_duty_card(at: Letters) -> None:
    number = at.case()
    lines = (DutyLine("Mark, duty manager", "8800"), DutyLine("Police", "110"))
    at.desk.settings.duty_card.change(at.owner, DutyCard(lines))
    letters, mark, rita = at.desk.letters, at.person("mark"), at.person("rita")
    by_mark = letters.draft(number, mark)
    assert (by_mark.signed_by, by_mark.signer_line) == ("Mark", "Manager · direct line 8800")
    assert "8800" in by_mark.body
    assert letters.draft(number, rita).signed_by == "Mark", "on the duty card, and leads"
    at.desk.cases.perform(c.Take(number), at.owner)
    assert letters.draft(number, rita).signed_by == "Olive Owner", "the case's owner leads, and knows the guest"


def test_where_nobody_who_leads_is_near_the_one_who_works_on_the_case_signs(at: Letters) -> None:
    number, rita = at.case(), at.person("rita")
    assert at.desk.letters.draft(number, rita).signed_by == "Rita"
    at.desk.cases.perform(c.Take(number), at.person("sam"))
    assert at.desk.letters.draft(number, rita).signed_by == "Sam"


def test_a_nameless_guest_is_greeted_without_a_name(at: Letters) -> None:
    number = at.case(guest=c.GuestDetails(), anonymous=True, room="")
    text = at.draft(number)
    assert text.greeting == "Hello,"
    content = at.desk.letters.preview(text, number, at.owner)
    assert "None" not in text_of(content)


# Warnings


def warned(at: Letters, number: str, body: str, language: Language = Language.EN) -> set[tuple[Spoils, str]]:
    """The passages that are pointed at, by their place in the body."""
    text = LetterText(language, "Hello,", ("First.", body), "Yours,", "Olive Owner")
    found = at.desk.letters.warnings(text, number, at.owner)
    assert all(text.body[each.start : each.end] == each.text for each in found)
    return {(each.kind, each.text) for each in found}


def test_words_that_spoil_a_letter_are_pointed_at(at: Letters) -> None:
    number = at.confirmed(flags=frozenset({Flag.LAWYER}))
    assert (Spoils.BUT, "but") in warned(at, number, "I am sorry, but you came late.")
    assert {kind for kind, _ in warned(at, number, "Rita forgot to call you.")} == {Spoils.BLAME}
    assert {kind for kind, _ in warned(at, number, "It was our fault.")} == {Spoils.ADMISSION}
    assert {kind for kind, _ in warned(at, number, "这是我们的过错。", Language.ZH)} == {Spoils.ADMISSION}


def test_a_sum_above_what_stands_on_the_case_is_pointed_at(at: Letters) -> None:
    number = at.confirmed()
    assert warned(at, number, "You get ¥300 back.") == set()
    assert warned(at, number, "You get ¥301 back.") == {(Spoils.PROMISE, "¥301")}
    assert warned(at, number, "You get a full refund.") == {(Spoils.PROMISE, "full refund")}


def test_who_signs_may_name_themselves(at: Letters) -> None:
    assert warned(at, at.confirmed(), "I, Olive Owner, should have called you.") == set()


# Keeping


def test_a_letter_is_kept_and_comes_back_as_it_was_written(at: Letters) -> None:
    number = at.case()
    assert at.desk.letters.kept(number, at.owner) is None
    text = replace(at.draft(number), paragraphs=("  我们  很抱歉 <b>& “so sorry” 𠮷  ", "", "\u200b", "a\nb"))
    row = at.desk.letters.keep(number, at.owner, text, None)
    assert row.text.paragraphs == ("我们  很抱歉 <b>& “so sorry” 𠮷", "a", "b")
    assert (row.place, row.version, row.by, row.is_signed_off) == (1, 1, "owner", False)
    assert at.desk.letters.kept(number, at.owner) == row
    assert at.desk.reader.case_file(number).letters == (row,)


def test_the_same_words_again_change_nothing(at: Letters) -> None:
    number = at.case()
    first = at.desk.letters.keep(number, at.owner, at.draft(number), None)
    entries = at.desk.reader.view(number).history
    assert at.desk.letters.keep(number, at.owner, first.text, first.version) == first
    assert at.desk.reader.view(number).history == entries


def test_two_people_on_one_letter_meet(at: Letters) -> None:
    number, letters = at.case(), at.desk.letters
    first = letters.keep(number, at.owner, at.draft(number), None)
    theirs = letters.keep(number, at.person("mark"), replace(first.text, closing="Yours,"), first.version)
    for seen in (None, first.version):
        with pytest.raises(ChangedMeanwhileError) as clash:
            letters.keep(number, at.owner, replace(first.text, greeting="Hi,"), seen)
        assert (clash.value.code, clash.value.params["version"]) == ("letter_changed_meanwhile", theirs.version)
    with pytest.raises(ChangedMeanwhileError):
        letters.sign_off(number, at.owner, first.version)
    assert letters.kept(number, at.owner) == theirs


@pytest.mark.parametrize(
    ("changes", "refusal"),
    [
        ({"paragraphs": ()}, ("letter_empty", "paragraphs")),
        ({"paragraphs": (" ", "\u200b\n")}, ("letter_empty", "paragraphs")),
        ({"paragraphs": ("x",) * 41}, ("too_many", "paragraphs")),
        ({"paragraphs": ("x" * 4001,)}, ("too_long", "paragraphs")),
        ({"paragraphs": ("x\0",)}, ("bad_characters", "paragraphs")),
        ({"paragraphs": ("\ud800",)}, ("bad_characters", "paragraphs")),
        ({"greeting": "x" * 201}, ("too_long", "greeting")),
        ({"signed_by": "x\0"}, ("bad_characters", "signed_by")),
    ],
)
def test_what_no_letter_can_hold_is_refused(at: Letters, changes: dict[str, Any], refusal: tuple[str, str]) -> None:
    number = at.case()
    text = replace(at.draft(number), **changes)
    assert at.refused(lambda: at.desk.letters.keep(number, at.owner, text, None)) == refusal
    assert at.desk.letters.kept(number, at.owner) is None


def test_the_history_tells_of_a_letter_and_keeps_its_words_apart_from_the_chain(at: Letters) -> None:
    number, letters = at.confirmed(), at.desk.letters
    row = letters.keep(number, at.owner, at.draft(number), None)
    letters.sign_off(number, at.owner, row.version)
    letters.printed(number, at.owner)
    told = [entry for entry in at.desk.reader.view(number).history if entry.act.startswith("letter")]
    assert [entry.act for entry in told] == ["letter_kept", "letter_signed_off", "letter_printed"]
    assert all(str(entry.changes[0].after).startswith("Dear Ms Tan Wei Ling,") for entry in told)
    with at.desk.workspace.database.reading_plainly() as driver:
        chained = driver.execute("SELECT changes FROM history WHERE act LIKE 'letter%'").fetchall()
    assert len(chained) == 3
    assert all("Tan" not in changes and "hash:" in changes for (changes,) in chained)
    for words in map(load_words, Language):
        assert all(words.term("act", entry.act) != entry.act for entry in told)


def test_a_printed_letter_stays_and_changed_words_begin_a_new_one(at: Letters, clock: Clock) -> None:
    number, letters = at.confirmed(), at.desk.letters
    first = letters.keep(number, at.owner, at.draft(number), None)
    sent = letters.printed(number, at.owner)
    assert (sent.printed_by, sent.printed_at) == ("owner", clock())
    assert sent.text == first.text
    clock.advance(timedelta(hours=1))
    second = letters.keep(number, at.owner, replace(first.text, closing="Yours,"), sent.version)
    assert (second.place, second.printed_at) == (2, None)
    assert second.version > sent.version, "no two states of the letters of a case share a version"
    assert at.desk.reader.case_file(number).letters == (sent, second)
    third = letters.keep(number, at.owner, replace(first.text, closing="Bye,"), second.version)
    assert (third.place, third.version) == (2, second.version + 1)


def test_whoever_looks_at_the_case_sees_that_it_changed(at: Letters) -> None:
    number = at.case()
    before = at.desk.reader.version_of(number)
    at.desk.letters.keep(number, at.owner, at.draft(number), None)
    assert at.desk.reader.version_of(number) != before


# Signing off and printing


def grave(at: Letters, how: str) -> str:
    """A case whose letter a manager signs off."""
    if how == "flagged":
        return at.confirmed(flags=frozenset({Flag.MEDIA}))
    number = at.confirmed()
    at.do(c.Override(number, Band(how), "For the letter."))
    return number


@pytest.mark.parametrize("how", ["P1", "P2", "flagged"])
def test_a_grave_case_needs_a_sign_off_and_a_change_takes_it_back(at: Letters, how: str) -> None:
    number, letters, sam = grave(at, how), at.desk.letters, at.person("sam")
    row = letters.keep(number, sam, at.draft(number), None)
    for printing in (letters.check_may_print, letters.pdf, letters.printed):
        assert at.refused(lambda: printing(number, sam)) == ("letter_needs_sign_off", "letter")  # noqa: B023 (at once)
    signed = letters.sign_off(number, at.person("mark"), row.version)
    assert (signed.is_signed_off, signed.signed_off_by) == (True, "mark")
    letters.check_may_print(number, sam)
    assert says(letters.pdf(number, sam), "Yours sincerely,")
    changed = letters.keep(number, sam, replace(row.text, closing="Yours,"), signed.version)
    assert (changed.is_signed_off, changed.signed_off_by) == (False, "")
    assert at.refused(lambda: letters.pdf(number, sam)) == ("letter_needs_sign_off", "letter")


def test_a_quiet_case_needs_no_sign_off(at: Letters) -> None:
    number, letters, rita = at.confirmed(), at.desk.letters, at.person("rita")
    letters.keep(number, rita, at.draft(number), None)
    letters.check_may_print(number, rita)
    assert says(letters.pdf(number, rita), "¥300")


def test_marks_of_the_guest_are_no_flags_of_the_matter(at: Letters) -> None:
    number = at.confirmed(flags=frozenset({Flag.VIP}))
    at.desk.letters.keep(number, at.owner, at.draft(number), None)
    at.desk.letters.check_may_print(number, at.owner)


def test_those_who_lead_sign_off_their_own_letters_too_and_nobody_else_signs_off(at: Letters) -> None:
    number, letters = grave(at, "P1"), at.desk.letters
    row = letters.keep(number, at.person("mark"), at.draft(number), None)
    for login in ("rita", "sam", "ana"):
        assert at.refused(lambda: letters.sign_off(number, at.person(login), row.version)) == ("not_allowed", "by")  # noqa: B023
    signed = letters.sign_off(number, at.person("mark"), row.version)
    assert signed.is_signed_off
    assert letters.sign_off(number, at.owner, signed.version) == signed, "once is enough"


def test_a_letter_with_blanks_is_neither_signed_off_nor_printed(at: Letters) -> None:
    number, letters = at.case(), at.desk.letters
    row = letters.keep(number, at.owner, at.draft(number), None)
    assert at.refused(lambda: letters.sign_off(number, at.owner, row.version)) == ("letter_has_blanks", "letter")
    assert at.refused(lambda: letters.pdf(number, at.owner)) == ("letter_has_blanks", "letter")
    filled = replace(row.text, paragraphs=("We are sorry.",))
    letters.keep(number, at.owner, filled, row.version)
    letters.check_may_print(number, at.owner)


def test_without_a_kept_letter_nothing_is_printed_or_signed(at: Letters) -> None:
    number, letters = at.confirmed(), at.desk.letters
    assert at.refused(lambda: letters.check_may_print(number, at.owner)) == ("letter_not_kept", "letter")
    assert at.refused(lambda: letters.pdf(number, at.owner)) == ("letter_not_kept", "letter")
    assert at.refused(lambda: letters.printed(number, at.owner)) == ("letter_not_kept", "letter")
    with pytest.raises(ChangedMeanwhileError):
        letters.sign_off(number, at.owner, 1)


def test_a_preview_shows_what_may_not_be_printed_yet_and_says_so(at: Letters) -> None:
    number = grave(at, "P1")
    text = at.draft(number)
    content = at.desk.letters.preview(text, number, at.owner)
    assert says(content, "Draft, not signed off")
    at.desk.letters.keep(number, at.owner, text, None)
    at.desk.letters.sign_off(number, at.owner, 1)
    assert not says(at.desk.letters.pdf(number, at.owner), "Draft")


# Who may


def all_calls(at: Letters, number: str, person: Person) -> dict[str, Any]:
    """Everything that can be asked about the letters of a case."""
    letters, text = at.desk.letters, LetterText(Language.EN, "Hello,", ("Sorry.",), "Yours,", "S. Rao")
    return {
        "apology": lambda: letters.apology(number, person),
        "draft": lambda: letters.draft(number, person),
        "kept": lambda: letters.kept(number, person),
        "keep": lambda: letters.keep(number, person, text, None),
        "sign_off": lambda: letters.sign_off(number, person, 1),
        "check_may_print": lambda: letters.check_may_print(number, person),
        "pdf": lambda: letters.pdf(number, person),
        "pdf_of_case": lambda: letters.pdf_of_case(number, person),
        "preview": lambda: letters.preview(text, number, person),
        "printed": lambda: letters.printed(number, person),
        "warnings": lambda: letters.warnings(text, number, person),
    }


def test_a_restricted_case_has_letters_for_those_who_lead_alone(at: Letters) -> None:
    number = at.confirmed()
    at.do(c.Restrict(number, True, "Delicate."))
    refused = {name: at.refused(act)[0] for name, act in all_calls(at, number, at.person("sam")).items()}
    assert set(refused.values()) == {"restricted"}, refused
    assert at.desk.letters.keep(number, at.owner, at.draft(number), None).place == 1


def test_who_reads_no_cases_writes_no_letters(at: Letters) -> None:
    number = at.confirmed()
    assert {at.refused(act)[0] for act in all_calls(at, number, at.person("ana")).values()} == {"not_allowed"}


def test_an_unknown_case_has_no_letters(at: Letters) -> None:
    for number in ("HH-D1-20261119-0404", "\ud800", ""):
        assert {at.refused(act)[0] for act in all_calls(at, number, at.owner).values()} == {"no_such_case"}


def test_counter_staff_write_letters_at_their_own_desk(at: Letters) -> None:
    number, letters = at.confirmed(), at.desk.letters
    text, elsewhere = at.draft(number), at.person("rita", "D2")
    assert at.refused(lambda: letters.keep(number, elsewhere, text, None)) == ("not_own_desk", "by")
    letters.keep(number, at.person("rita"), text, None)
    assert at.refused(lambda: letters.pdf(number, elsewhere)) == ("not_own_desk", "by")


def test_every_reason_and_part_has_words_in_both_languages() -> None:
    for words in map(load_words, Language):
        assert set(words.codes("apology_part")) == set(Part)
        assert set(words.codes("apology_missing")) == set(Missing)
        assert set(words.codes("letter_warning")) == set(Spoils)
        assert set(words.codes("letter_role")) == set(Role)
