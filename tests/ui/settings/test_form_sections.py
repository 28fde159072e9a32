"""Site, shifts, opening hours, targets and authority on screen."""

from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import QPoint, Qt
from pytestqt.qtbot import QtBot

from desktop.domain.calendar_year import DayKind
from desktop.domain.calendars import Interval
from desktop.domain.kinds import Band, Language, Role
from desktop.ui.settings.authority import AuthoritySection
from desktop.ui.settings.hours import HoursSection
from desktop.ui.settings.shifts import ShiftsSection
from desktop.ui.settings.site import SiteSection
from desktop.ui.settings.state import Part
from desktop.ui.settings.targets import TargetsSection
from tests.support.sites import record
from tests.ui.settings.conftest import Shown, ShowSettings, write, write_on

CTRL = Qt.KeyboardModifier.ControlModifier
CHRISTMAS = date(2026, 12, 25)
TODAY = date(2026, 11, 19)


# Site


def test_lasting_facts_are_locked_once_there_are_cases(show: ShowSettings) -> None:
    shown = show("mark")
    section = shown.open(Part.SITE)
    assert isinstance(section, SiteSection)
    assert section.fields["code"].isEnabled()
    record(shown.desk)
    section.refresh()
    assert not any(field.isEnabled() for field in (section.fields["code"], section.fields["zone"], section.currency))
    assert section.fields["name"].isEnabled()


@pytest.mark.parametrize(
    ("field", "text"), [("name", "  "), ("zone", "Asia/Nowhere"), ("country", "ZZ"), ("code", "h-x")]
)
def test_what_is_wrong_is_said_at_its_field(show: ShowSettings, qtbot: QtBot, field: str, text: str) -> None:
    section = show("mark").open(Part.SITE)
    assert isinstance(section, SiteSection)
    write(qtbot, section.fields[field], text)
    section.save()
    assert [name for name, row in section.rows.items() if row.error.text()] == [field]
    assert section.fields[field].hasFocus()


def test_a_new_zone_holds_from_the_next_opening_and_that_is_said(show: ShowSettings, qtbot: QtBot) -> None:
    shown = show("mark")
    section = shown.open(Part.SITE)
    assert isinstance(section, SiteSection)
    write(qtbot, section.fields["name"], "Harbour Palace")
    section.save()
    assert shown.last_told == "The site’s details are saved."
    write(qtbot, section.fields["zone"], "Europe/London")
    section.save()
    assert shown.last_told.endswith("hold once Amends is opened again.")
    assert str(shown.desk.site.facts().zone) == "Europe/London"


def test_codes_are_capitals_however_they_are_typed(show: ShowSettings, qtbot: QtBot) -> None:
    shown = show("mark")
    section = shown.open(Part.SITE)
    assert isinstance(section, SiteSection)
    write(qtbot, section.fields["code"], "hx1")
    section.language.control.segment(Language.ZH).click()
    section.save()
    facts = shown.desk.site.facts()
    assert (facts.code, facts.language, section.fields["code"].text()) == ("HX1", Language.ZH, "HX1")


def test_somebody_quicker_is_said_at_the_foot(show: ShowSettings, qtbot: QtBot) -> None:
    shown = show("mark")
    section = shown.open(Part.SITE)
    assert isinstance(section, SiteSection)
    write_on(qtbot, section.fields["name"], " One")
    form = shown.settings.site.sheet().value.form
    shown.settings.site.change(shown.desk.staff.person("owner", "D1"), replace(form, name="Two"))
    section.save()
    assert "Someone else changed these settings" in section.bar.note.text()
    assert section.fields["name"].text() == "Harbour Hotel One"
    section.bar.discard.click()
    assert section.fields["name"].text() == "Two"


# Shifts


def test_a_shift_is_added_with_a_code_made_for_it(show: ShowSettings, qtbot: QtBot) -> None:
    shown = show("mark")
    section = shown.open(Part.SHIFTS)
    assert isinstance(section, ShiftsSection)
    assert section.editor.fields[0][0].placeholderText() == "Day"
    write(qtbot, section.editor.fields[2][2], "05:00")
    section.editor.add_button.click()
    for field, text in zip(section.editor.fields[3], ("Early", "05:00", "07:00"), strict=True):
        write(qtbot, field, text)
    qtbot.keyClick(section.editor.fields[3][2], Qt.Key.Key_Return, CTRL)
    shifts = shown.settings.rules.shifts().value
    assert [(shift.code, shift.name) for shift in shifts] == [
        *(("day", ""), ("evening", ""), ("night", ""), ("shift-1", "Early")),
    ]
    assert (shifts[3].start_min, shifts[3].end_min) == (300, 420)


def test_a_shift_in_the_middle_is_taken_away_and_the_others_keep_their_codes(show: ShowSettings) -> None:
    shown = show("mark")
    section = shown.open(Part.SHIFTS)
    assert isinstance(section, ShiftsSection)
    section.editor._removers[1].click()
    section.save()
    assert [shift.code for shift in shown.settings.rules.shifts().value] == ["day", "night"]


@pytest.mark.parametrize(
    ("row", "column", "text", "said"),
    [
        (0, 1, "7", "can’t be used for start"),
        (1, 2, "", "can’t be used for to"),
        (1, 1, "14:00", "overlap"),
    ],
)
def test_a_shift_that_cannot_be_is_said(
    show: ShowSettings, qtbot: QtBot, row: int, column: int, text: str, said: str
) -> None:
    section = show("mark").open(Part.SHIFTS)
    assert isinstance(section, ShiftsSection)
    field = section.editor.fields[row][column]
    write(qtbot, field, text)
    section.save()
    assert said in section.editor.error.text() + section.bar.note.text()


# Opening hours


@pytest.fixture
def hours(show: ShowSettings) -> tuple[Shown, HoursSection]:
    shown = show("mark")
    section = shown.open(Part.HOURS)
    assert isinstance(section, HoursSection)
    return shown, section


def test_today_is_chosen_at_first(hours: tuple[Shown, HoursSection]) -> None:
    _, section = hours
    look = section.year.look
    assert (look.today, look.chosen, look.year) == (TODAY, TODAY, 2026)
    assert section.day.title.text() == "Thu 19 Nov 2026"


def test_a_day_is_closed_by_mouse(hours: tuple[Shown, HoursSection], qtbot: QtBot) -> None:
    shown, section = hours
    place = section.year.rect_of(CHRISTMAS).center().toPoint()
    qtbot.mouseClick(section.year, Qt.MouseButton.LeftButton, pos=QPoint(place))
    assert section.day.title.text() == "Fri 25 Dec 2026"
    qtbot.mouseClick(section.day.kind.segment(DayKind.CLOSED), Qt.MouseButton.LeftButton)
    assert next(entry for entry in section.year.look.days if entry.day == CHRISTMAS).kind is DayKind.CLOSED
    qtbot.mouseClick(section.detail.bar.button, Qt.MouseButton.LeftButton)
    assert shown.settings.rules.calendar().value.closed == {CHRISTMAS}


def test_the_year_is_walked_by_keys(hours: tuple[Shown, HoursSection], qtbot: QtBot) -> None:
    shown, section = hours
    qtbot.keyClick(shown.screen.nav, Qt.Key.Key_Return)
    year = section.year
    assert year.hasFocus()
    walked = []
    for key in ("Right", "Down", "Left", "Up", "PageDown", "PageUp", "End", "Right", "Home"):
        qtbot.keyClick(year, getattr(Qt.Key, f"Key_{key}"))
        walked.append(year.look.chosen)
    assert walked == [
        date(2026, 11, 20), date(2026, 11, 27), date(2026, 11, 26), date(2026, 11, 19),
        date(2026, 12, 19), date(2026, 11, 19), date(2026, 12, 31), date(2027, 1, 1), date(2027, 1, 1),
    ]  # fmt: skip
    assert section.year_label.text() == "2027"
    section.today.click()
    assert (year.look.chosen, section.year_label.text()) == (TODAY, "2026")


def test_a_month_back_from_the_31st_is_its_last_day(hours: tuple[Shown, HoursSection], qtbot: QtBot) -> None:
    _, section = hours
    section.year.picked.emit(date(2026, 12, 31))
    qtbot.keyClick(section.year, Qt.Key.Key_PageUp)
    assert section.year.look.chosen == date(2026, 11, 30)


def test_every_day_of_the_year_lies_where_it_is_clicked(hours: tuple[Shown, HoursSection]) -> None:
    _, section = hours
    year = section.year
    for entry in year.look.days:
        rect = year.rect_of(entry.day)
        assert year.day_at(rect.center()) == entry.day
        assert year.rect().contains(rect.toAlignedRect())


def test_own_hours_for_one_day_are_typed(hours: tuple[Shown, HoursSection], qtbot: QtBot) -> None:
    shown, section = hours
    section.year.picked.emit(CHRISTMAS)
    section.day.kind.segment(DayKind.EXTRA).click()
    assert section.day.hours.hasFocus()
    qtbot.keyClicks(section.day.hours, "10:00-12:00")  # over what was offered, which is marked
    qtbot.keyClick(section.day.hours, Qt.Key.Key_Return, CTRL)
    assert shown.settings.rules.calendar().value.openings_on(CHRISTMAS) == (Interval(600, 720),)


def test_hours_that_cannot_be_read_are_said_at_their_weekday(hours: tuple[Shown, HoursSection], qtbot: QtBot) -> None:
    shown, section = hours
    field = section.week.fields["tue"]
    write(qtbot, field, "nine to five")
    qtbot.keyClick(field, Qt.Key.Key_Return, CTRL)
    assert "nine to five" in section.week.error.text()
    assert (field.hasFocus(), field.property("error")) == (True, True)
    assert shown.settings.rules.calendar().value.always
    write(qtbot, field, "9:00-17:00")
    qtbot.keyClick(field, Qt.Key.Key_Return, CTRL)
    assert shown.settings.rules.calendar().value.weekly[1] == (Interval(540, 1020),)
    assert section.week.error.text() == ""


def test_hours_of_a_day_that_cannot_be_read_bring_that_day_back(hours: tuple[Shown, HoursSection]) -> None:
    _, section = hours
    section.year.picked.emit(CHRISTMAS)
    section.day.kind.segment(DayKind.EXTRA).click()
    section.day.hours.setText("soon")
    section.day.hours.textEdited.emit("soon")
    section.year.picked.emit(TODAY)
    section.save()
    assert section.year.look.chosen == CHRISTMAS
    assert "soon" in section.day.row.error.text()


def test_a_week_without_an_opening_is_refused(hours: tuple[Shown, HoursSection]) -> None:
    _, section = hours
    section.week.fields["mon"].setText("")
    section.week.like_monday.click()
    section.save()
    assert "never be open" in section.detail.bar.note.text()


def test_the_whole_week_is_filled_at_once(hours: tuple[Shown, HoursSection], qtbot: QtBot) -> None:
    shown, section = hours
    write(qtbot, section.week.fields["mon"], "09:00-12:00, 13:30-18:00")
    section.week.like_monday.click()
    section.save()
    assert set(shown.settings.rules.calendar().value.weekly) == {(Interval(540, 720), Interval(810, 1080))}
    section.week.always.click()
    section.save()
    assert shown.settings.rules.calendar().value.always


# Targets and authority


def test_a_target_is_typed_as_people_say_it(show: ShowSettings, qtbot: QtBot) -> None:
    shown = show("mark")
    section = shown.open(Part.TARGETS)
    assert isinstance(section, TargetsSection)
    field = section.grid.field("P3.respond_min")
    assert field.text() == "1 h"
    write(qtbot, field, "1:30")
    qtbot.keyClick(field, Qt.Key.Key_Return, CTRL)
    assert shown.settings.rules.targets().value[Band.P3].respond_min == 90
    section.first_field().setFocus()
    assert field.text() == "1 h 30 min"


@pytest.mark.parametrize(
    ("name", "text", "said"), [("P2.resolve_min", "soon", "“soon”"), ("P2.respond_min", "9 h", "can’t be longer")]
)
def test_a_target_that_cannot_be_is_said_at_its_field(
    show: ShowSettings, qtbot: QtBot, name: str, text: str, said: str
) -> None:
    shown = show("mark")
    section = shown.open(Part.TARGETS)
    assert isinstance(section, TargetsSection)
    field = section.grid.field(name)
    write(qtbot, field, text)
    section.save()
    assert said in section.grid.error.text()
    assert (field.hasFocus(), field.property("error"), field.text()) == (True, True, text)
    section.bar.discard.click()
    assert (section.grid.error.text(), shown.screen.has_unsaved) == ("", False)


def test_a_limit_is_set_and_taken_away(show: ShowSettings, qtbot: QtBot) -> None:
    shown = show("mark")
    section = shown.open(Part.AUTHORITY)
    assert isinstance(section, AuthoritySection)
    first, second = (section.grid.field(f"specialist.{column}") for column in ("case", "month"))
    write(qtbot, first, "1500.50")
    write(qtbot, second, "")
    qtbot.keyClick(second, Qt.Key.Key_Return, CTRL)
    limit = shown.settings.rules.limits().value[Role.SPECIALIST]
    assert (limit.per_case, limit.per_month) == (150_050, None)
    assert second.placeholderText() == "No limit"


def test_a_limit_that_is_no_sum_is_said_at_its_field(show: ShowSettings, qtbot: QtBot) -> None:
    section = show("mark").open(Part.AUTHORITY)
    assert isinstance(section, AuthoritySection)
    field = section.grid.field("manager.case")
    write(qtbot, field, "-5")
    section.save()
    assert "“-5”" in section.grid.error.text()
    assert field.hasFocus()
