"""The screen of guests: found by typing, changed in place, worked by keys and by mouse (design.md 7, 9, 13)."""

from xml.etree import ElementTree

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel

from desktop.domain.guest_file import GuestLook, ProfileChange
from desktop.domain.kinds import Language
from desktop.ui.guests import screen as screen_module
from desktop.ui.guests.columns import Column
from desktop.ui.guests.guest_text import GuestText
from desktop.ui.guests.table_model import GuestTableModel
from desktop.ui.i18n import Translator
from desktop.words import load_words
from tests.support.clock import EVENING
from tests.ui import sweeping

SAME_IN_BOTH = {"VIP"}


def compose(widget, preedit: str, commit: str = "") -> None:
    """What an input method sends: text that is being composed, then text that is decided."""
    QApplication.sendEvent(widget, QInputMethodEvent(preedit, []))
    if commit:
        decided = QInputMethodEvent("", [])
        decided.setCommitString(commit)
        QApplication.sendEvent(widget, decided)


def button(part, words):
    return next(b for b in part.findChildren(QAbstractButton) if b.text() == words and not b.isHidden())


def rows(screen):
    model = screen.table.model()
    return [model.index(row, Column.GUEST).data() for row in range(model.rowCount())]


def test_guests_appear_after_their_first_case(make_screen, guests):
    screen = make_screen(guests)
    assert screen.list.empty.isVisible()
    assert screen.list.empty.hint.text() == "Guests appear after their first case."
    guests.guest(name="Okafor")
    screen.refresh()
    assert (rows(screen), screen.table.isVisible()) == (["Okafor"], True)


def test_a_name_is_found_while_an_input_method_composes_nothing_is_searched(qtbot, make_screen, few):
    screen = make_screen(few)
    field = screen.head.search
    field.setFocus()
    compose(field, "chen")
    assert screen.presenter.state.words == ""
    compose(field, "", "陈薇")
    qtbot.waitUntil(lambda: screen.presenter.state.words == "陈薇")
    assert rows(screen) == ["陈薇玲 女士"]
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert screen.table.hasFocus()


def test_nobody_found_has_one_way_on(qtbot, make_screen, few):
    screen = make_screen(few)
    screen.presenter.search("zz")
    assert screen.list.empty.line.text() == "Nobody found"
    screen.list.empty.button.click()
    assert len(rows(screen)) == 4


def test_digits_choose_the_list_and_enter_goes_to_the_profile(qtbot, make_screen, few):
    screen = make_screen(few)
    for key, look in (
        (Qt.Key.Key_2, GuestLook.DOUBLES),
        (Qt.Key.Key_3, GuestLook.LEAVING),
        (Qt.Key.Key_1, GuestLook.ALL),
    ):
        qtbot.keyClick(screen.table, key)
        assert screen.presenter.state.look is look
        assert screen.chips.chips[look].isChecked()
        screen.focus_rows()
    qtbot.keyClick(screen.table, Qt.Key.Key_End)
    qtbot.keyClick(screen.table, Qt.Key.Key_Return)
    assert screen.pane.form.preferences.hasFocus()
    assert screen.presenter.state.selected == 1


def test_digits_typed_into_a_field_choose_nothing(qtbot, make_screen, few):
    screen = make_screen(few)
    screen.head.search.setFocus()
    qtbot.keyClicks(screen.head.search, "2")
    assert screen.presenter.state.look is GuestLook.ALL


def test_chinese_typed_on_the_profile_is_saved_by_keys(qtbot, make_screen, few):
    screen = make_screen(few)
    told = []
    screen.told.connect(lambda words, undo: told.append((words, undo)))
    screen.show_guest(1)
    area = screen.pane.form.preferences
    area.setFocus()
    compose(area, "anjing")
    assert not screen.presenter.state.is_edited
    compose(area, "", "安静的房间")
    assert screen.presenter.state.edit.preferences == "安静的房间"
    screen.pane.form.lines["name"].setFocus()
    compose(screen.pane.form.lines["name"], "", "老师")
    assert screen.presenter.state.shown("name").count("老师") == 1
    qtbot.keyClick(area, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    profile = few.desk.guests.profile(1, None)
    assert profile.preferences == "安静的房间"
    assert "老师" in profile.guest.name
    assert told == [("The profile is saved.", None)]


def test_ticks_and_choices_are_changes_too(qtbot, make_screen, few):
    screen = make_screen(few)
    screen.show_guest(1)
    form = screen.pane.form
    form.ticks["vip"].click()
    form.consent.segment(True).click()
    form.language.setCurrentIndex(form.language.findData("zh"))
    form.language.activated.emit(form.language.currentIndex())
    assert screen.presenter.state.edit == ProfileChange(vip=True, consent=True, language="zh")
    assert screen.pane.save.isVisible()
    screen.pane.save.click()
    assert screen.pane.complaint.isVisible()
    assert few.desk.guests.profile(1, None).consent is True
    assert form.consent_at.text().startswith("Agreed on")


def test_a_refusal_is_said_at_its_field_which_gets_the_focus(make_screen, few):
    screen = make_screen(few)
    screen.show_guest(1)
    screen.presenter.edit("consent", False)
    screen.presenter.edit("preferences", "Tea")
    screen.pane.save.click()
    row = screen.pane.form.rows["preferences"]
    assert "clear them" in row.error.text()
    assert screen.pane.form.preferences.hasFocus()
    assert screen.pane.form.preferences.text() == "Tea"


def test_two_versions_stand_under_one_another(make_screen, few):
    screen = make_screen(few)
    screen.show_guest(1)
    screen.presenter.edit("preferences", "Tea")
    few.desk.guests.save_profile(1, ProfileChange(preferences="Coffee"), 1, few.desk.staff.person("sam", "D1"))
    screen.pane.save.click()
    assert screen.pane.clash.isVisible()
    assert (screen.pane.form.preferences.text(), screen.pane.form.rows["preferences"].hint.text()) == (
        "Tea",
        "Theirs: Coffee",
    )
    screen.pane.save.click()
    assert not screen.pane.clash.isVisible()
    assert few.desk.guests.profile(1, None).preferences == "Tea"


def test_doubles_are_made_one_by_a_click_and_two_again_by_undo(make_screen, few):
    screen = make_screen(few)
    told = []
    screen.told.connect(lambda words, undo: told.append((words, undo)))
    screen.show_guest(1)
    button(screen.pane.doubles, "Same guest").click()
    assert len(rows(screen)) == 3
    assert screen.pane.merged.isVisible()
    told[-1][1]()
    assert len(rows(screen)) == 4
    button(screen.pane.doubles, "Not the same").click()
    assert not screen.pane.doubles.isVisible()
    assert [words for words, _ in told] == [
        "Two records are one now.",
        "The records are apart again.",
        "Kept as two guests.",
    ]


def test_merged_records_can_be_taken_apart_later(make_screen, few):
    few.desk.guests.merge(1, 2, few.desk.staff.person("sam", "D1"))
    screen = make_screen(few)
    screen.show_guest(1)
    button(screen.pane.merged, "Take apart").click()
    assert not screen.pane.merged.isVisible()
    assert len(rows(screen)) == 4


def test_the_counter_sees_doubles_and_is_told_who_can_merge_them(make_screen, few):
    few.desk.guests.save_profile(1, ProfileChange(private_notes="Sings."), 1, few.desk.staff.person("sam", "D1"))
    screen = make_screen(few, "rita")
    screen.show_guest(1)
    assert screen.pane.doubles.who_may.isVisible()
    assert not [b for b in screen.pane.doubles.findChildren(QAbstractButton) if b.isVisible()]
    form = screen.pane.form
    assert not form.private_notes.isVisible()
    assert not form.ticks["restricted"].isVisible()
    shown = " ".join(label.text() for label in screen.findChildren(QLabel)) + form.private_notes.text()
    assert "Sings" not in shown


def test_one_click_gives_a_task_of_winning_back_and_another_has_it_done(make_screen, few):
    screen = make_screen(few)
    screen.presenter.choose_look(GuestLook.LEAVING)
    leaving = screen.pane.leaving
    assert "2 complaints in 180 days" in leaving.reasons.text()
    leaving.give.click()
    (task,) = few.desk.guests.profile(1, None).tasks
    assert (task.to, task.kind) == ("Mark", "retention")
    assert task.due > few.desk.now()
    assert not leaving.give.isVisible()
    button(leaving, "Done").click()
    assert few.desk.guests.profile(1, None).tasks[0].is_done


def test_a_task_without_words_is_refused_at_its_field(make_screen, few):
    screen = make_screen(few)
    screen.show_guest(1)
    screen.pane.leaving.what.clear()
    screen.pane.leaving.give.click()
    assert screen.pane.leaving.rows["title"].error.text() == "Please write what is to be done."
    assert few.desk.guests.profile(1, None).tasks == ()


def test_a_case_of_the_history_and_a_new_complaint_are_asked_for(qtbot, make_screen, few):
    screen = make_screen(few)
    screen.show_guest(1)
    link = screen.pane.history.links[0]
    with qtbot.waitSignal(screen.case_wanted) as asked:
        qtbot.mouseClick(link, Qt.MouseButton.LeftButton)
    assert asked.args == [few.desk.guests.profile(1, None).cases[0].number]
    with qtbot.waitSignal(screen.complaint_wanted) as complained:
        screen.pane.complaint.click()
    assert complained.args == [1]


def test_the_chosen_guest_and_the_place_stay_when_the_list_is_read_anew(make_screen, few):
    screen = make_screen(few)
    screen.show_guest(1)
    few.guest(name="Okafor")
    screen.refresh()
    assert screen.presenter.state.selected == 1
    assert screen.table.currentIndex().data() == "陈薇玲 女士"


def test_a_restricted_guest_opens_for_those_who_lead_alone(make_screen, few):
    few.desk.guests.save_profile(1, ProfileChange(restricted=True), 1, few.desk.staff.person("mark", "D1"))
    screen = make_screen(few, "rita")
    assert "陈薇玲 女士" not in rows(screen)
    screen.show_guest(1)
    assert screen.pane.failure.hint.text() == "This guest’s record is restricted. Please ask a manager."


def test_the_model_keeps_qts_rules(qtmodeltester, few, theme):
    text = GuestText(load_words(Language.EN), few.desk.site.facts().zone, few.desk.site.facts().currency)
    model = GuestTableModel(text, lambda: None)
    qtmodeltester.check(model)
    page = few.desk.guests.find("")
    model.show(page.rows, EVENING, has_more=False)
    qtmodeltester.check(model)
    model.show(page.rows[:2], EVENING, has_more=True)
    model.show(page.rows, EVENING, has_more=False)
    assert model.rowCount() == 4


@pytest.fixture
def translator(qapp):
    made = Translator(qapp)
    yield made
    made.set_language(Language.EN)


def phrases():
    file = screen_module.__file__.replace("screen.py", "guests_zh.ts")
    return {source.text for source in ElementTree.parse(file).iter("source")} - SAME_IN_BOTH


def words_on(screen):
    shown = [w.text() for kind in (QLabel, QAbstractButton) for w in screen.findChildren(kind) if w.isVisible()]
    shown += [w.accessibleName() for w in screen.findChildren(QAbstractButton) if w.isVisible()]
    return {part.strip() for text in shown for part in text.split(" · ")}


def test_the_language_changes_and_what_was_typed_stays(make_screen, few, translator):
    screen = make_screen(few)
    screen.show_guest(1)
    screen.presenter.edit("preferences", "Tea")
    assert words_on(screen) & phrases()
    translator.set_language(Language.ZH)
    QApplication.processEvents()
    screen.set_words(load_words(Language.ZH))
    assert words_on(screen) & phrases() == set()
    assert screen.pane.form.preferences.text() == "Tea"
    assert screen.table.model().headerData(Column.GUEST, Qt.Orientation.Horizontal) == "客人"


SHAPES = [
    (language, size, text)
    for language in Language
    for size, text in (((1440, 900), 100), ((1366, 696), 100), ((1366, 696), 112), ((1366, 696), 125))
]


@pytest.mark.parametrize(("language", "size", "text"), SHAPES)
@pytest.mark.parametrize("mode", ["light", "dark"])
def test_nothing_is_cut_off_nameless_or_rich_in_any_shape(
    make_screen, few, theme, translator, language, size, text, mode
):
    theme.set_mode(mode)
    theme.set_text_size(text)
    theme.set_chinese(language is Language.ZH)
    translator.set_language(language)
    few.desk.guests.merge(1, 4, few.desk.staff.person("sam", "D1"))
    screen = make_screen(few, size=size, language=language)
    try:
        for guest_id in (1, 3):
            screen.show_guest(guest_id)
            screen.presenter.edit("private_notes", "Typed")
            for _ in range(4):
                QApplication.processEvents()
            assert sweeping.scrolled_sideways(screen) == []
            assert sweeping.cut_off(screen) == []
            assert sweeping.overlapping(screen) == []
            assert sweeping.nameless(screen) == []
            assert sweeping.not_plain(screen) == []
            screen.presenter.discard()
    finally:
        theme.set_mode("light")
        theme.set_text_size(100)
        theme.set_chinese(False)
