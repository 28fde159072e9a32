"""Nothing in a row overlaps its neighbour, whatever it says, at every text size and in both languages."""

from datetime import timedelta

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QImage, QPainter

from desktop.domain.kinds import Band, Language, Property, State
from desktop.ui.queue.cell_text import QueueText
from desktop.ui.queue.columns import Column, layout
from desktop.ui.queue.delegate import QueueDelegate, content_rect
from desktop.ui.queue.table_model import QueueTableModel
from desktop.ui.theme.painting import text_width, wrapped
from desktop.words import load_taxonomy, load_words
from tests.support.clock import EVENING
from tests.ui.queue.evening import evening_rows
from tests.ui.queue.few_rows import SHANGHAI, a_new_row, a_row

GROUND = QColor("#ff00ff")
LONG = "Wolfeschlegelsteinhausenbergerdorff " * 4
HOSTILE = [
    a_row(1, guest=LONG, room=LONG, summary=LONG, owner=LONG.strip(), category="X" * 40, vip=True),
    a_row(2, guest="陈" * 60, summary="无" * 200, owner="王" * 30, state=State.WAITING_DEPARTMENT, vip=True),
    a_row(3, number="HH-D1-20261119-123456789", emotion=None, category=None, score=100, band=Band.P1),
    a_row(4, next_due=EVENING - timedelta(hours=99), resolve_due=EVENING - timedelta(hours=99)),
    a_row(5, next_due=EVENING - timedelta(days=4000), resolve_due=EVENING - timedelta(days=4000)),
    a_new_row(6, minutes=4, guest="<img src=x onerror=alert(1)>"),
]
SHAPES = [(language, size, compact) for language in Language for size in (100, 112, 125) for compact in (False, True)]


@pytest.fixture(params=SHAPES, ids=lambda shape: f"{shape[0]}-{shape[1]}-{'compact' if shape[2] else 'roomy'}")
def shaped(request, theme):
    """The theme, the words and the columns of one language, text size and room."""
    language, size, compact = request.param
    theme.set_text_size(size)
    theme.set_compact(compact)
    theme.set_chinese(language is Language.ZH)
    text = QueueText(load_words(language), load_taxonomy(Property.HOTEL), SHANGHAI)
    yield theme, text, layout(946 if compact else 992, compact=compact, text_size=size)
    theme.set_text_size(100)
    theme.set_compact(False)
    theme.set_chinese(False)


def is_clean_outside(image, allowed):
    """Whether nothing was painted outside the allowed box."""
    painter = QPainter(image)
    painter.fillRect(allowed.toAlignedRect().adjusted(-1, -1, 1, 1), GROUND)
    painter.end()
    return image == a_ground(image.width(), image.height())


def a_ground(width, height):
    image = QImage(width, height, QImage.Format.Format_RGB32)
    image.fill(GROUND)
    return image


def test_every_cell_stays_in_its_own_place_whatever_it_says(shaped):
    theme, text, widths = shaped
    model = QueueTableModel(text, lambda: None)
    model.set_time(EVENING)
    delegate = QueueDelegate(model, text)
    height = theme.metrics.height("queue_row")
    for row in (*HOSTILE, *evening_rows()):
        for column, width in widths.items():
            image = a_ground(width + 80, height + 24)
            box = content_rect(column, QRectF(40, 12, width, height))
            painter = QPainter(image)
            painter.setFont(theme.font("body"))
            delegate.paint_content(painter, box, column, row, delegate.look())
            painter.end()
            assert is_clean_outside(image, box), (row.id, column.name)


def test_every_state_can_be_read_in_its_column(shaped):
    theme, text, widths = shaped
    room = content_rect(Column.STATE, QRectF(0, 0, widths.get(Column.STATE, 112), 52)).width()
    beside = room - theme.metrics.px(14) - 6
    for state in State:
        lines = wrapped(text.words.term("state", state.value), theme.font("meta"), beside, 2)
        assert not lines[-1].endswith("…"), state


def test_time_and_what_it_is_for_stand_side_by_side(shaped):
    theme, text, widths = shaped
    room = content_rect(Column.TIME, QRectF(0, 0, widths[Column.TIME], 52)).width()
    minutes = (-27, -60 * 10 - 17, -60 * 99, 4, 38, 185, 60 * 99)
    rows = [a_row(1, next_due=due, resolve_due=due) for m in minutes for due in [EVENING + timedelta(minutes=m)]]
    for row in rows:
        time = text.time(row, EVENING)
        icon = theme.metrics.px(14) + 4 if time.look.value in ("soon", "overdue", "paused") else 0
        needed = icon + text_width(theme.font("guest"), time.text) + 4 + text_width(theme.font("chart"), time.kind)
        assert needed <= room, (time.text, time.kind)


def test_a_usual_number_is_shown_whole(shaped):
    theme, text, widths = shaped
    if Column.CASE not in widths:
        pytest.skip("the column has made way")
    room = content_rect(Column.CASE, QRectF(0, 0, widths[Column.CASE], 52)).width()
    assert text_width(theme.font("body"), text.number(a_row(9999))) <= room
