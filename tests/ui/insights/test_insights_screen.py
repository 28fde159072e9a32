"""The Insights screen: what it says, and what keys and clicks on it do."""

from dataclasses import replace
from decimal import Decimal

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from desktop.domain.figures.picks import Pick
from desktop.domain.figures.report_shapes import Goals, HeatCell
from desktop.domain.figures.shapes import CategoryCount
from desktop.domain.kinds import Language, Property, Role
from desktop.errors import UserError
from desktop.ui.charts import ChartView
from desktop.ui.insights.spans import SpanKind
from desktop.ui.insights.tile_values import TileKind
from desktop.ui.widgets import PlainLabel
from tests.ui.insights.conftest import MakeScreen
from tests.ui.insights.sample import HOSTILE, Book, alarm, detail, figures, listed


def spoken(screen) -> dict[TileKind, str]:
    return {kind: tile.accessibleName() for kind, tile in screen.page.tiles.tiles.items()}


def click_part(qtbot: QtBot, chart: ChartView, kind: str, key: str) -> None:
    """Clicks on the part of a chart that stands for something."""
    scene = chart.scene()
    target = next(target for target in scene.targets if (target.hit.kind, target.hit.key) == (kind, key))
    place = QPoint(round(target.x + target.width / 2), round(target.y + target.height / 2))
    qtbot.mouseClick(chart, Qt.MouseButton.LeftButton, pos=place)


def said(widget: QWidget) -> list[str]:
    return [label.text() for label in widget.findChildren(PlainLabel) if label.isVisible() and label.text()]


def test_the_tiles_say_value_difference_and_what_was(make_screen: MakeScreen) -> None:
    screen = make_screen(Book())
    assert list(spoken(screen).values()) == [
        "Complaints: 96, 35 more, was 61",
        "Per 1,000 room-nights: 2.40, 0.80 more, was 1.60",
        "First reply, median: 7 min, 2 min faster, was 9",
        "Resolved in time: 88.0%, 3.0 pts better, was 85.0%",
        "Satisfaction after: 4.30 / 5, 0.10 better, was 4.20",
        "Given back: ¥14,260, ¥1,900 less, was ¥16,160",
    ]
    assert screen.head.compared.text() == "1–19 Nov compared with 1–19 Oct"
    assert screen.status() == "Counted on this computer at 21:42"


def test_the_tiles_speak_chinese(make_screen: MakeScreen, speak) -> None:
    screen = make_screen(Book())
    speak(screen, Language.ZH)
    assert list(spoken(screen).values())[:4] == [
        "投诉：96，多 35，此前 61",
        "每千间夜投诉：2.40，多 0.80，此前 1.60",
        "首次响应（中位数）：7 分钟，快 2 分钟，此前 9",
        "按时解决：88.0%，高 3.0 个百分点，此前 85.0%",
    ]
    assert screen.head.compared.text() == "11月1日–19日，对比 10月1日–19日"
    assert screen.status() == "21:42 在本机统计"
    speak(screen, Language.EN)
    assert screen.head.report.text() == "Monthly report"
    assert spoken(screen)[TileKind.COMPLAINTS] == "Complaints: 96, 35 more, was 61"


def test_what_is_not_known_is_a_dash_and_never_nought(make_screen: MakeScreen) -> None:
    def unknown(span, as_of):
        return figures(span, as_of, rate=None, satisfaction=replace(figures(span).satisfaction, mean=None))

    screen = make_screen(Book(figures=unknown, data_span=(Book().now, Book().now)), property_=Property.RETAIL)
    assert spoken(screen)[TileKind.RATE] == "Per 10,000 sales: –, was –"
    assert spoken(screen)[TileKind.SATISFACTION] == "Satisfaction after: –, was –"
    assert spoken(screen)[TileKind.COMPLAINTS] == "Complaints: 96, was –"


def test_a_goal_says_whether_it_is_met(make_screen: MakeScreen) -> None:
    goals = Goals(within_1h_pct=Decimal("90.0"), resolve_pct=Decimal("85.0"), rate=Decimal("2.00"))
    screen = make_screen(Book(goals=goals))
    assert spoken(screen)[TileKind.RATE].endswith("Goal 2.00, not met")
    assert spoken(screen)[TileKind.REPLY].endswith("83.3% within 1 h, goal 90.0%")
    assert spoken(screen)[TileKind.RESOLVED].endswith("Goal 85.0%, met")
    assert "oal" not in spoken(screen)[TileKind.GIVEN]


@pytest.mark.parametrize(("size", "in_a_row"), [((1440, 900), 6), ((1366, 696), 3)])
def test_the_tiles_stand_in_one_row_where_there_is_room(make_screen, qtbot, size, in_a_row) -> None:
    screen = make_screen(Book(), size=size)
    tiles = list(screen.page.tiles.tiles.values())
    qtbot.waitUntil(lambda: sum(tile.y() == tiles[0].y() for tile in tiles) == in_a_row)
    assert all(tile.width() >= tile.least_width() for tile in tiles)


@pytest.mark.parametrize(
    ("kind", "pick"),
    [
        (TileKind.COMPLAINTS, "received"),
        (TileKind.RATE, "received"),
        (TileKind.REPLY, "respond_late"),
        (TileKind.RESOLVED, "resolve_late"),
        (TileKind.SATISFACTION, "survey"),
        (TileKind.GIVEN, "paid"),
    ],
)
def test_a_click_on_a_tile_shows_its_cases(make_screen, qtbot, kind, pick) -> None:
    book = Book()
    screen = make_screen(book)
    qtbot.mouseClick(screen.page.tiles.tiles[kind], Qt.MouseButton.LeftButton)
    assert book.picks[-1][0] == Pick(pick)
    assert screen.cases.isVisible()
    assert len(screen.cases.table.numbers()) == 18


def test_weeks_bars_cells_and_places_show_their_cases(make_screen: MakeScreen, qtbot: QtBot) -> None:
    book = Book()
    screen = make_screen(book)
    page = screen.page
    click_part(qtbot, page.weeks.chart, "week", "2026-11-09")
    click_part(qtbot, page.hours.chart, "heat", "4/evening")
    click_part(qtbot, page.categories.chart, "category", "H01-1")
    qtbot.mouseClick(page.places.rows[0], Qt.MouseButton.LeftButton)
    asked = [pick for pick, *_ in book.picks]
    assert asked == [
        Pick("received"),
        Pick("heat", "4/evening"),
        Pick("category", "H01-1"),
        Pick("place", "Floor 12, east wing"),
    ]
    assert screen.cases.title.text() == "Floor 12, east wing"


def test_the_bar_of_all_others_shows_what_has_no_bar(make_screen: MakeScreen, qtbot: QtBot) -> None:
    codes = [f"H01-{place}" for place in range(1, 7)] + [f"H02-{place}" for place in range(1, 7)]
    levels = tuple(CategoryCount(code, 20 - place, None, None) for place, code in enumerate(codes))
    book = Book(detail=replace(detail(), levels=levels))
    screen = make_screen(book)
    click_part(qtbot, screen.page.categories.chart, "others", "")
    hidden = [pick.key for pick, *_ in book.picks]
    assert hidden == codes[-len(hidden) :]
    assert len(hidden) == len(codes) - 7


def test_the_titles_of_lists_say_what_the_cases_share(make_screen: MakeScreen, speak) -> None:
    screen = make_screen(Book())
    titles = {}
    picks = (Pick("respond_late"), Pick("paid"), Pick("category", ""), Pick("heat", "4/evening"), Pick("heat", ""))
    for language in Language:
        speak(screen, language)
        titles[language] = []
        for pick in picks:
            screen.presenter.pick(pick)
            titles[language].append(screen.cases.title.text())
    assert titles[Language.EN] == [
        "Answered late",
        "Something was given back",
        "No category yet",
        "Fri, Evening",
        "between shifts",
    ]
    assert titles[Language.ZH] == ["响应超时", "给过补偿", "尚未归类", "周五，晚班", "班次之间"]


def test_a_case_is_listed_with_all_that_a_glance_needs(make_screen: MakeScreen) -> None:
    screen = make_screen(Book(cases=(listed(3), listed(4, owner="", category="", state="closed"))))
    screen.presenter.pick(Pick("received"), 5)
    model = screen.cases.table.model()
    names = [model.index(row, 0).data(Qt.ItemDataRole.AccessibleTextRole) for row in range(2)]
    assert names == [
        "HH-D1-20261104-0004, priority 1, received 4 Nov 12:04, No category yet · Closed · Nobody yet",
        "HH-D1-20261103-0003, priority 4, received 3 Nov 12:03, Facilities · Air-con · New · Rita Chan",
    ]
    assert screen.cases.about.text() == "1–19 Nov · 2 cases"
    assert screen.cases.hint.text() == "Counted but not listed for you: 3."


def test_enter_and_a_double_click_open_a_case(make_screen: MakeScreen, qtbot: QtBot) -> None:
    screen = make_screen(Book())
    opened: list[str] = []
    screen.case_wanted.connect(opened.append)
    screen.page.tiles.tiles[TileKind.COMPLAINTS].setFocus()
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Space)
    table = screen.cases.table
    assert QApplication.focusWidget() is table
    qtbot.keyClick(table, Qt.Key.Key_Down)
    qtbot.keyClick(table, Qt.Key.Key_Return)
    first = table.visualRect(table.model().index(0, 0)).center()
    qtbot.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=first)
    qtbot.mouseDClick(table.viewport(), Qt.MouseButton.LeftButton, pos=first)
    assert opened == [table.numbers()[1], table.numbers()[0]]


def test_an_analyst_sees_the_list_and_opens_nothing(make_screen: MakeScreen, qtbot: QtBot) -> None:
    screen = make_screen(Book(warnings=(alarm(),)), role=Role.ANALYST)
    opened: list[str] = []
    screen.case_wanted.connect(opened.append)
    screen.presenter.pick(Pick("received"))
    qtbot.keyClick(screen.cases.table, Qt.Key.Key_Return)
    assert (opened, len(screen.cases.table.numbers())) == ([], 18)
    assert screen.cases.hint.text() == "Cases open for those who work on them."
    assert (screen.page.warning.isVisible(), screen.page.warning.not_now.isVisible()) == (True, False)


def test_esc_closes_the_list_and_goes_back_to_the_figure(make_screen: MakeScreen, qtbot: QtBot) -> None:
    screen = make_screen(Book())
    chart = screen.page.weeks.chart
    chart.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.keyClick(chart, Qt.Key.Key_End)
    qtbot.keyClick(chart, Qt.Key.Key_Return)
    assert screen.cases.title.text() == "Complaints, W47"
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Escape)
    assert (screen.cases.isVisible(), QApplication.focusWidget()) == (False, chart)


def test_a_warning_is_put_away_with_a_reason(make_screen: MakeScreen, qtbot: QtBot) -> None:
    book = Book(warnings=(alarm("a"), alarm("b")))
    screen = make_screen(book)
    told: list[str] = []
    screen.told.connect(lambda sentence, _undo: told.append(sentence))
    bar = screen.page.warning
    assert (bar.place.text(), bar.cases.text()) == ("1 of 2", "See 6 cases")
    qtbot.mouseClick(bar.not_now, Qt.MouseButton.LeftButton)
    assert QApplication.focusWidget() is bar.reason
    qtbot.keyClick(bar.reason, Qt.Key.Key_Return)
    assert "A reason is needed here." in " ".join(said(bar))
    qtbot.keyClicks(bar.reason, "The drain was cleared")
    qtbot.keyClick(bar.reason, Qt.Key.Key_Return)
    assert book.dismissed == [("a", "The drain was cleared")]
    assert told == ["The warning is put away, with your reason."]
    assert (bar.isVisible(), bar.place.isVisible(), bar.reason.isVisible()) == (True, False, False)
    screen.presenter.ask_reason()
    assert bar.reason.text() == ""
    screen.presenter.dismiss("Known")
    assert not bar.isVisible()


def test_esc_leaves_the_warning_and_what_was_typed_outlives_a_change_of_language(make_screen, qtbot, speak) -> None:
    screen = make_screen(Book(warnings=(alarm(),)))
    bar = screen.page.warning
    bar.not_now.click()
    qtbot.keyClicks(bar.reason, "Rain")
    speak(screen, Language.ZH)
    assert (bar.reason.text(), bar.put_away.text()) == ("Rain", "收起")
    qtbot.keyClick(bar.reason, Qt.Key.Key_Escape)
    assert (bar.reason.isVisible(), bar.not_now.isVisible(), bar.cases.text()) == (False, True, "查看 6 件个案")


def test_hostile_words_are_shown_as_words(make_screen: MakeScreen) -> None:
    place = replace(detail().places[0], place=HOSTILE)
    warning = alarm(where=HOSTILE)
    screen = make_screen(Book(detail=replace(detail(), places=(place,)), warnings=(warning,)))
    row = screen.page.places.rows[0]
    assert row.accessibleName().startswith('<img src="x"> evil & <b>bold</b>, 9, usual 3, more')
    assert "&lt;img" in row.toolTip()
    assert "<img" in screen.page.warning.title.text()
    row.click()
    assert screen.cases.title.text() == '<img src="x"> evil & <b>bold</b>'
    assert screen.cases.title.textFormat() is Qt.TextFormat.PlainText


def test_no_complaints_no_weeks_and_no_counting_have_their_own_words(make_screen: MakeScreen, qtbot: QtBot) -> None:
    screen = make_screen(Book(data_span=None))
    assert said(screen.empty) == ["No complaints yet", "Figures appear with the first one."]
    assert screen.head.compared.text() == ""
    screen = make_screen(Book(weeks=3))
    assert screen.page.weeks.note.text() == ""
    assert "Trends need about 8 weeks. 2 so far." in [item.text for item in texts_of(screen.page.weeks.chart)]
    nothing = replace(detail(), levels=(), heat=(), places=())
    screen = make_screen(Book(detail=nothing))
    assert said(screen.page.categories)[-1] == said(screen.page.hours)[-1] == "No complaints in these days."
    assert said(screen.page.places)[-1] == "No places in these days."


def texts_of(chart: ChartView) -> list:
    return [item for item in chart.scene().items if hasattr(item, "text")]


def test_a_failure_says_so_and_is_tried_again(make_screen: MakeScreen, qtbot: QtBot) -> None:
    def fail(*_asked):
        raise UserError("unexpected_refusal")

    book = Book(figures=fail)
    screen = make_screen(book)
    assert said(screen.failure)[0] == "Couldn’t count."
    book.figures = figures
    book.spans.clear()
    qtbot.mouseClick(screen.failure.button, Qt.MouseButton.LeftButton)
    assert (screen.failure.isVisible(), screen.page.isVisible()) == (False, True)


def test_the_head_leads_to_earlier_spans_other_lengths_and_categories(make_screen, qtbot) -> None:
    book = Book()
    screen = make_screen(book)
    head = screen.head
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Right)
    assert screen.presenter.state.kind is SpanKind.QUARTER
    qtbot.mouseClick(head.kinds.segment(SpanKind.WEEK), Qt.MouseButton.LeftButton)
    assert head.compared.text() == "16–19 Nov compared with 9–12 Nov"
    assert (head.back.isEnabled(), head.forward.isEnabled()) == (True, False)
    qtbot.mouseClick(head.back, Qt.MouseButton.LeftButton)
    assert head.compared.text() == "9–15 Nov compared with 2–8 Nov"
    head.forward.setFocus()
    qtbot.keyClick(head.forward, Qt.Key.Key_Space)
    assert (head.forward.isEnabled(), QApplication.focusWidget()) == (False, head.back)
    head.category.setFocus()
    qtbot.keyClick(head.category, Qt.Key.Key_Down)
    assert book.charts[-1][1] == head.category.currentData() != ""
    qtbot.keyClick(head.category, Qt.Key.Key_Home)
    assert (book.charts[-1][1], head.category.currentText()) == ("", "All categories")


def test_f5_counts_anew_and_the_report_is_asked_for(make_screen: MakeScreen, qtbot: QtBot) -> None:
    book = Book()
    screen = make_screen(book)
    asked = len(book.spans)
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_F5)
    qtbot.mouseClick(screen.head.again, Qt.MouseButton.LeftButton)
    assert len(book.spans) == asked + 4
    with qtbot.waitSignal(screen.report_wanted):
        qtbot.mouseClick(screen.head.report, Qt.MouseButton.LeftButton)


def test_cells_between_the_shifts_are_part_of_the_map(make_screen: MakeScreen, qtbot: QtBot) -> None:
    book = Book(detail=replace(detail(), heat=(HeatCell(2, "", 3),)))
    screen = make_screen(book)
    click_part(qtbot, screen.page.hours.chart, "heat", "2/")
    assert screen.cases.title.text() == "Wed, between shifts"
