import pytest
from PySide6.QtCore import QByteArray
from PySide6.QtGui import QColor, QFontInfo, QPalette
from PySide6.QtWidgets import QLineEdit, QWidget

from desktop.ui.theme import DARK, LIGHT, Theme, theme_of
from desktop.ui.theme.fonts import screen_families


def test_widgets_find_the_theme_of_their_application(theme, qtbot):
    widget = QWidget()
    qtbot.addWidget(widget)
    assert theme_of(widget) is theme


def test_a_second_theme_takes_the_place_of_the_first(theme, qapp):
    second = Theme.install(qapp, mode="dark", bundled_fonts=True)
    assert theme_of() is second
    assert second.tokens is DARK


def test_without_a_theme_widgets_say_what_is_missing(theme, monkeypatch):
    monkeypatch.setattr(Theme, "_installed", None)
    with pytest.raises(RuntimeError, match=r"Theme\.install"):
        theme_of()


def test_changing_the_theme_recolours_sheet_and_palette_and_tells_once(theme, qapp, qtbot):
    with qtbot.waitSignal(theme.changed):
        theme.set_mode("dark")
    assert qapp.palette().color(QPalette.ColorRole.Window) == QColor(DARK.canvas)
    assert DARK.surface in qapp.styleSheet()
    assert LIGHT.surface not in qapp.styleSheet()


def test_the_theme_follows_the_system_until_told_otherwise(qapp):
    dark = [False]
    theme = Theme.install(qapp, mode="system", bundled_fonts=True, system_dark=lambda: dark[0])
    assert theme.tokens is LIGHT
    dark[0] = True
    qapp.styleHints().colorSchemeChanged.emit(qapp.styleHints().colorScheme())
    assert theme.tokens is DARK
    theme.set_mode("light")
    qapp.styleHints().colorSchemeChanged.emit(qapp.styleHints().colorScheme())
    assert theme.tokens is LIGHT


def test_text_size_changes_fonts_and_measures(theme, qtbot):
    with qtbot.waitSignal(theme.changed):
        theme.set_text_size(125)
    assert theme.font("body").pixelSize() == 16
    assert theme.metrics.height("queue_row") == 65


def test_a_text_size_that_nobody_offers_is_refused(theme):
    with pytest.raises(ValueError, match="130"):
        theme.set_text_size(130)


def test_setting_what_holds_already_changes_nothing(theme, qtbot):
    with qtbot.assertNotEmitted(theme.changed):
        theme.set_text_size(100)
        theme.set_compact(False)
        theme.set_chinese(False)


def test_compact_and_chinese_change_the_measures(theme):
    theme.set_compact(True)
    theme.set_chinese(True)
    assert theme.metrics.height("queue_row") == 40
    assert theme.metrics.role("body").line == 20


def test_fonts_in_tests_are_the_bundled_ones_with_figures_of_one_width(theme):
    font = theme.font("strong")
    assert QFontInfo(font).family() == "Noto Sans"
    assert font.weight() == 600
    assert "tnum" in [bytes(QByteArray(tag.toString())).decode() for tag in font.featureTags()]


def test_chinese_windows_set_their_text_in_the_chinese_font(theme):
    theme.set_chinese(True)
    assert QFontInfo(theme.font("body")).family() == "Noto Sans SC"


def test_systems_without_fonts_of_their_own_get_the_bundled_ones(theme):
    assert screen_families("linux", chinese=False) == ["Noto Sans", "Noto Sans SC"]
    assert screen_families("linux", chinese=True) == ["Noto Sans SC", "Noto Sans"]
    assert screen_families("win32", chinese=False) == ["Noto Sans", "Noto Sans SC"]  # no Segoe UI on this machine


def test_a_mac_uses_its_system_font_and_pingfang(theme):
    assert screen_families("darwin", chinese=False)[1:] == ["PingFang SC"]


def test_without_motion_animations_take_no_time(theme):
    theme.set_reduced_motion(True)
    assert theme.duration(150) == 0
    theme.set_reduced_motion(False)
    assert theme.duration(150) == 150


def test_high_contrast_drops_our_colours(theme, qapp):
    theme.set_high_contrast(True)
    assert theme.high_contrast
    ours = {LIGHT.accent, LIGHT.p1, LIGHT.tint, LIGHT.p2, LIGHT.ink2}
    assert [colour for colour in ours if colour in qapp.styleSheet()] == []
    theme.set_high_contrast(False)
    assert LIGHT.accent in qapp.styleSheet()


def test_the_edge_of_the_focus_does_not_move_the_text(theme, qtbot):
    window = QWidget()
    qtbot.addWidget(window)
    field, other = QLineEdit("1208", window), QLineEdit(window)
    field.setGeometry(0, 0, 120, 32)
    other.setGeometry(0, 40, 120, 32)
    window.show()
    other.setFocus()
    field.grab()  # the place of the text is worked out when it is painted
    without = field.cursorRect()
    field.setFocus()
    qtbot.waitUntil(field.hasFocus)
    field.grab()
    assert field.cursorRect() == without
    assert field.height() == 32


def test_a_font_is_the_own_of_who_asked_for_it(theme):
    theme.font("body").setStrikeOut(True)
    assert not theme.font("body").strikeOut()


def test_fonts_follow_the_language_and_the_text_size(theme):
    before = theme.font("body")
    theme.set_chinese(True)
    assert theme.font("body").families() != before.families()
    theme.set_text_size(125)
    assert theme.font("body").pixelSize() > before.pixelSize()
