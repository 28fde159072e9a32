import pytest
from PySide6.QtWidgets import QApplication, QListWidget

from desktop.ui.widgets import RowsCard, holds_focus


@pytest.fixture
def card(theme, qtbot):
    card = RowsCard(QListWidget(), "inbox")
    qtbot.addWidget(card)
    with qtbot.waitActive(card):
        card.show()
    return card


def test_rows_are_shown_until_it_takes_long(card, qtbot):
    card.begin_waiting()
    assert card.rows.isVisible()
    qtbot.waitUntil(card.loading.isVisible)
    card.end_waiting()
    card.show_page(card.rows)
    assert card.rows.isVisible()


def test_waiting_that_ends_soon_is_never_seen(card, qtbot):
    card.begin_waiting()
    card.end_waiting()
    assert not card._patience.isActive()
    assert card.rows.isVisible()


def test_the_focus_goes_on_to_the_one_way_on(card):
    card.take_focus()
    assert QApplication.focusWidget() is card.rows
    card.failure.set_texts("Couldn’t read it.", "", "Try again")
    card.show_page(card.failure)
    assert QApplication.focusWidget() is card.failure.button


def test_where_there_is_no_way_on_the_focus_waits_for_rows(card):
    card.take_focus()
    card.empty.set_texts("Nothing here")
    card.show_page(card.empty)
    assert holds_focus(card)
    card.show_page(card.rows)
    assert QApplication.focusWidget() is card.rows
