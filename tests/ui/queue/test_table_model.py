"""The rows of the queue for Qt."""

import pytest
from PySide6.QtCore import QModelIndex, Qt

from desktop.domain.kinds import Language, Property
from desktop.ui.queue.cell_text import QueueText
from desktop.ui.queue.columns import Column
from desktop.ui.queue.pages import Window, whole
from desktop.ui.queue.table_model import ROW_ROLE, Change, QueueTableModel
from desktop.words import load_taxonomy, load_words
from tests.support.clock import EVENING
from tests.ui.queue.evening import evening_rows
from tests.ui.queue.few_rows import SHANGHAI, a_row, many_rows

ROWS = tuple(many_rows(10))


@pytest.fixture
def asked():
    return []


@pytest.fixture
def model(theme, asked):
    text = QueueText(load_words(Language.EN), load_taxonomy(Property.HOTEL), SHANGHAI)
    made = QueueTableModel(text, lambda: asked.append("more"))
    made.set_time(EVENING)
    made.kept = text  # the model doesn't own its words
    return made


def test_the_queue_model_keeps_qts_rules(model, qtmodeltester):
    model.show(whole(tuple(evening_rows())))
    qtmodeltester.check(model)


def test_the_queue_model_keeps_qts_rules_while_rows_are_still_to_be_read(model, qtmodeltester):
    model.show(Window(ROWS[4:8], first=4, known=10, more=True))
    qtmodeltester.check(model)


def test_the_whole_row_is_handed_to_delegates_unchanged(model):
    model.show(whole(ROWS))
    row = model.index(3, Column.GUEST).data(ROW_ROLE)
    assert row == ROWS[3]
    assert type(row) is type(ROWS[3])


def test_a_place_that_isnt_held_has_no_row_and_says_nothing(model):
    model.show(Window(ROWS[4:8], first=4, known=10, more=True))
    assert model.rowCount() == 10
    assert model.index(0, 0).data(ROW_ROLE) is None
    assert model.index(0, Column.GUEST).data() is None
    assert model.index(4, 0).data(ROW_ROLE) == ROWS[4]


def test_more_is_fetched_only_while_the_queue_goes_on(model, asked):
    model.show(Window(ROWS[:5], 0, 5, more=True))
    assert model.canFetchMore(QModelIndex())
    model.fetchMore(QModelIndex())
    model.show(whole(ROWS))
    assert not model.canFetchMore(QModelIndex())
    model.fetchMore(QModelIndex())
    assert asked == ["more"]


def test_a_further_page_is_announced_as_new_rows_and_nothing_is_reset(model, qtbot):
    model.show(Window(ROWS[:5], 0, 5, more=True))
    with qtbot.waitSignal(model.rowsInserted) as inserted, qtbot.assertNotEmitted(model.modelReset):
        assert model.show(whole(ROWS)) is Change.IN_PLACE
    assert inserted.args[1:] == [5, 9]


def test_letting_go_of_the_top_moves_no_row(model, qtbot):
    model.show(Window(ROWS[:5], 0, 5, more=True))
    with qtbot.assertNotEmitted(model.modelReset):
        assert model.show(Window(ROWS[5:], 5, 10, more=False)) is Change.IN_PLACE
    assert model.index(7, 0).data(ROW_ROLE) == ROWS[7]


def test_the_same_cases_in_the_same_places_are_only_painted_again(model, qtbot):
    model.show(whole(ROWS))
    changed = (ROWS[0]._replace(room="99", version=2), *ROWS[1:])
    with qtbot.waitSignal(model.dataChanged), qtbot.assertNotEmitted(model.modelReset):
        assert model.show(whole(changed)) is Change.IN_PLACE
    assert model.show(whole(changed)) is Change.NOTHING


def test_another_order_begins_anew(model, qtbot):
    model.show(whole(ROWS))
    with qtbot.waitSignal(model.modelReset):
        assert model.show(whole(ROWS[::-1])) is Change.ANEW


def test_a_shorter_queue_begins_anew(model):
    model.show(whole(ROWS))
    assert model.show(whole(ROWS[:4])) is Change.ANEW
    assert model.rowCount() == 4


def test_a_row_is_spoken_with_the_most_important_first(model):
    model.show(whole(tuple(evening_rows())))
    spoken = model.index(0, Column.BAND).data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken == (
        "Priority 1, score 76, Ms Tan Wei Ling, VIP, Room 1208, Air-con dripping; child slipped on the wet floor, "
        "New, No owner, Furious, reply 27 min over"
    )


def test_a_cell_is_spoken_with_what_it_shows(model):
    model.show(whole(tuple(evening_rows())))
    spoken = [model.index(4, column).data(Qt.ItemDataRole.AccessibleTextRole) for column in list(Column)[1:]]
    assert spoken == [
        "48",
        "1119-0001",
        "Mr Haddad, Order 55812",
        "Room service 70 minutes late and the food was cold",
        "Food / Waiting",
        "Proposed",
        "Maya Chen",
        "Upset",
        "resolve 1:40",
    ]


def test_every_header_has_a_name_for_screen_readers(model):
    role = Qt.ItemDataRole.AccessibleTextRole
    names = [model.headerData(column, Qt.Orientation.Horizontal, role) for column in Column]
    assert all(names)
    assert len(set(names)) == len(Column)


def test_tool_tips_show_markup_as_it_was_typed(model):
    model.show(whole((a_row(1, guest="<img src=x>", summary="<b>bold</b>"),)))
    tip = model.index(0, Column.GUEST).data(Qt.ItemDataRole.ToolTipRole)
    assert "<img" not in tip
    assert "&lt;img src=x&gt;" in tip
    assert "&lt;b&gt;" in model.index(0, Column.SUMMARY).data(Qt.ItemDataRole.ToolTipRole)


def test_the_whole_number_is_in_the_tool_tip_of_the_short_one(model):
    model.show(whole(ROWS))
    assert model.index(0, Column.CASE).data() == "1119-0001"
    assert "HH-D1-20261119-0001" in model.index(0, Column.CASE).data(Qt.ItemDataRole.ToolTipRole)
