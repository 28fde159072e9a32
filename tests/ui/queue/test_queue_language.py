"""The language changes while the queue is open; place and choice stay (conventions.md 19)."""

from xml.etree import ElementTree

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QComboBox, QLabel

from desktop.domain.kinds import Language
from desktop.ui.i18n import Translator
from desktop.ui.queue import screen as screen_module
from desktop.ui.queue.columns import Column
from desktop.words import load_words
from tests.ui.queue.few_rows import many_rows

UNTRANSLATED = {"VIP"}  # the same in both languages


@pytest.fixture
def translator(qapp):
    made = Translator(qapp)
    yield made
    made.set_language(Language.EN)


def speak(screen, translator, language):
    translator.set_language(language)
    QApplication.processEvents()  # Qt tells its widgets by events
    screen.set_words(load_words(language))


def english_phrases():
    """Every phrase of the queue's own, as it stands in the code."""
    file = screen_module.__file__.replace("screen.py", "queue_zh.ts")
    return {source.text for source in ElementTree.parse(file).iter("source")} - UNTRANSLATED


def words_on(screen):
    shown = [
        widget.text()
        for kind in (QLabel, QAbstractButton)
        for widget in screen.findChildren(kind)
        if not widget.isHidden()
    ]
    shown += [widget.accessibleName() for widget in screen.findChildren(QAbstractButton)]
    shown += [widget.itemText(n) for widget in screen.findChildren(QComboBox) for n in range(widget.count())]
    return {part.strip() for text in shown for part in text.split(" · ")}


def test_everything_is_said_in_the_new_language_and_nothing_left_over(make_screen, full_desk, translator):
    screen = make_screen(full_desk)
    phrases = english_phrases()
    assert words_on(screen) & phrases
    speak(screen, translator, Language.ZH)
    assert words_on(screen) & phrases == set()
    assert screen.head.title.text() == "队列"
    assert screen.head.count.text() == "12 件未结 · 最紧急在前"
    assert screen.preview.case.guest.text() == "Tan Wei Ling 女士"
    assert screen.table.model().headerData(Column.GUEST, Qt.Orientation.Horizontal) == "客人"
    assert screen.table.accessibleName() == "单据"


def test_the_chosen_case_and_the_place_stay(make_screen, desk, translator):
    screen = make_screen(desk, many_rows(150))
    screen.table.verticalScrollBar().setValue(2000)
    number = screen.table.seen()[3].number
    screen.presenter.select(number)
    before = screen.table.verticalScrollBar().value()
    speak(screen, translator, Language.ZH)
    assert screen.presenter.state.selected.number == number
    assert screen.table.currentIndex().row() == screen.table.model().place_of(number)
    assert screen.table.verticalScrollBar().value() == before


def test_a_question_that_is_open_stays_open_with_its_answer(make_screen, full_desk, translator, qtbot):
    screen = make_screen(full_desk)
    qtbot.keyClick(screen.table, Qt.Key.Key_A)
    medium = screen.preview.form.form.entry("medium")
    medium.restore("letter")
    speak(screen, translator, Language.ZH)
    assert medium.isVisible()
    assert medium.combo.currentText() == "信件"


def test_the_language_event_alone_changes_the_phrases_of_the_window(make_screen, full_desk, translator):
    screen = make_screen(full_desk)
    translator.set_language(Language.ZH)
    QApplication.processEvents()
    assert screen.preview.acts.take.text() == "我来处理"


def test_there_and_back_again_is_where_one_began(make_screen, full_desk, translator):
    screen = make_screen(full_desk)
    before = words_on(screen)
    speak(screen, translator, Language.ZH)
    speak(screen, translator, Language.EN)
    assert words_on(screen) == before
