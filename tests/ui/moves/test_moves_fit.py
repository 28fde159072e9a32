"""Every form fits the queue's preview and a wide page, in both languages and with large text."""

import pytest
from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget

from desktop.domain.case_file import Rating
from desktop.domain.kinds import Flag, Language
from desktop.errors import UserError
from desktop.ui.moves import FORMS, BulkForm, BulkResult, Refused, make_form
from desktop.words import load_words
from tests.ui.moves.a_case import NUMBER, RAO, a_hit, about, around
from tests.ui.queue.few_rows import a_row
from tests.ui.sweeping import cut_off, nameless, not_plain, outside, overlapping

LONG = "Überlang " * 12
HITS = (a_hit(2, guest=LONG, summary=f"<b>{LONG}</b>"), a_hit(3))
KEPT = {
    "remedies": '[["statutory_sum", "12,50", "", ""], ["waive", "880", "", ""]]',
    "answer": "unreachable",
    "when": "2026-11-19T13:00:00+00:00",
    "severity": "4",
    "of": "hh\n",
    "root_cause": "third_party",
    "whys": f'["{LONG}", "x"]',
    "reached": "no",
    "department": LONG,
}


def full(act, words):
    """A form with everything that can show: needs, errors, hints."""
    flags = frozenset() if act == "settle" else frozenset(Flag)  # a P1 can't be settled
    rating = Rating(severity=2, emotion=3, flags=flags)
    case = about(RAO, HITS, tasks_open=2, promises_open=11, rating=rating, category="H01", compensation=5)
    form = make_form(act, case, words)
    form.set_about(case)
    form.restore(KEPT)
    form.confirm()
    form.show_error(UserError("database_locked"))
    return form


def bulk(words):
    form = BulkForm([a_row(n + 1) for n in range(120)], around(RAO), words)
    form.restore({"act": "acknowledge", "acknowledge.when": KEPT["when"]})
    return form


def result(words):
    shown = BulkResult(words)
    error = UserError("over_authority", "amount", amount="1", limit="200.00", reach="case", left="0.00")
    shown.show_result("withdraw", 3, [Refused(NUMBER, error), Refused(LONG, UserError("reason_missing", "reason"))])
    return shown


MAKE = {act: (lambda words, act=act: full(act, words)) for act in FORMS} | {"bulk": bulk, "result": result}


@pytest.mark.parametrize(
    ("language", "width", "text_size"),
    [
        (Language.EN, 300, 100),
        (Language.EN, 410, 125),
        (Language.EN, 760, 100),
        (Language.ZH, 1000, 125),
    ],
)
@pytest.mark.parametrize("name", MAKE)
def test_nothing_is_cut_off_or_without_a_name(qtbot, theme, translator, name, width, text_size, language):
    theme.set_text_size(text_size)
    theme.set_chinese(language is Language.ZH)
    translator.set_language(language)
    area = QScrollArea()
    area.setWidgetResizable(True)
    page = QWidget()
    column = QVBoxLayout(page)
    column.setContentsMargins(12, 12, 12, 12)
    column.addWidget(MAKE[name](load_words(language)))
    area.setWidget(page)
    qtbot.addWidget(area)
    area.resize(width + 14, 700)  # and the scroll bar
    area.show()
    qtbot.waitExposed(area)
    qtbot.waitUntil(lambda: page.width() <= area.viewport().width())
    found = [*cut_off(page), *outside(page), *overlapping(page), *nameless(page), *not_plain(page)]
    assert found == []


@pytest.mark.parametrize(("width", "columns"), [(296, 1), (544, 2), (760, 2), (1000, 3)])
def test_a_wider_page_gives_more_columns(theme, width, columns):
    form = make_form("assess", about(), load_words(Language.EN))
    assert form.grid.columns(width) == columns
    form.deleteLater()
