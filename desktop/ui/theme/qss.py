"""The one style sheet of the application: templates filled from tokens and measures (design.md 8).

QSS has no variables, so ``$names`` stand for tokens and measures. Two-pixel edges take a pixel off padding
and height, so that text never moves. Marks, rings, bars and button contents are painted, not styled.
"""

from collections.abc import Mapping
from dataclasses import fields
from string import Template

from desktop.ui.theme.metrics import Metrics
from desktop.ui.theme.tokens import Tokens

_BASE = """
QToolTip { background: $surface; color: $ink; border: 1px solid $line2; padding: 4px 8px; }
QMainWindow, QDialog { background: $canvas; }
QDialog[kind="card"] { background: $surface; border: 1px solid $line; border-radius: 8px; }
QFrame[surface="canvas"] { background: $canvas; border: 0 solid $line; }
QFrame[surface="surface"] { background: $surface; border: 0 solid $line; }
QFrame[surface="sunken"] { background: $sunken; border: 0 solid $line; }
QFrame[surface="risk"] { background: $p1_tint; border: 0 solid $p1_line; }
QFrame[surface="card"] { background: $surface; border: 1px solid $line; border-radius: 8px; }
QFrame[surface="sunken-card"] { background: $canvas; border: 1px solid $line; border-radius: 8px; }
QFrame[edge="right"] { border-right-width: 1px; }
QFrame[edge="left"] { border-left-width: 1px; }
QFrame[edge="top"] { border-top-width: 1px; }
QFrame[edge="bottom"] { border-bottom-width: 1px; }
QFrame[kind="separator"] { background: $line; border: 0; }
QScrollArea { background: transparent; border: 0; }
QScrollArea > QWidget > QWidget[page="true"] { background: transparent; }
QSplitter::handle { background: $line; }
QProgressBar { background: $line; border: 0; border-radius: 2px; max-height: 4px; min-height: 4px; }
QProgressBar::chunk { background: $accent; border-radius: 2px; }
"""

_BUTTONS = """
QPushButton {
    background: $surface; color: $ink; border: 1px solid $line2; border-radius: 6px;
    padding: ${button_pad}px 12px; font-weight: 500; outline: 0;
}
QPushButton:hover { background: $hover; }
QPushButton:focus { border: 2px solid $accent; padding: ${button_pad2}px 11px; }
QPushButton:pressed, QPushButton:checked { background: $tint; }
QPushButton:disabled { background: $sunken; color: $ink3; border: 1px solid $line; }
QPushButton[kind="primary"], QPushButton:default {
    background: $accent; color: $on_accent; border: 1px solid $accent; font-weight: 600;
}
QPushButton[kind="primary"]:hover, QPushButton:default:hover {
    background: $accent_hover; border-color: $accent_hover;
}
QPushButton[kind="primary"]:pressed, QPushButton:default:pressed {
    background: $accent_pressed; border-color: $accent_pressed;
}
QPushButton[kind="primary"]:focus, QPushButton:default:focus { border: 2px solid $ink; }
QPushButton[kind="primary"]:disabled { background: $sunken; color: $ink3; border: 1px solid $line; }
QPushButton[kind="accent"] { color: $accent; border: 1px solid $accent; font-weight: 600; }
QPushButton[kind="accent"]:focus { border: 2px solid $accent; }
QPushButton[kind="accent"]:disabled { color: $ink3; border: 1px solid $line; }
QPushButton[kind="ghost"] { background: transparent; color: $ink2; border: 1px solid transparent; }
QPushButton[kind="ghost"]:hover { background: $hover; }
QPushButton[kind="ghost"]:pressed, QPushButton[kind="ghost"]:checked { background: $tint; }
QPushButton[kind="ghost"]:focus { border: 2px solid $accent; }
QPushButton[kind="ghost"]:disabled { background: transparent; color: $ink3; border: 1px solid transparent; }
QPushButton[kind="danger"] { color: $p1; border: 1px solid $p1; }
QPushButton[kind="danger"]:hover, QPushButton[kind="danger"]:pressed { background: $p1_tint; }
QPushButton[kind="danger"]:focus { border: 2px solid $p1; }
QPushButton[kind="danger"]:disabled { background: $sunken; color: $ink3; border: 1px solid $line; }
QPushButton[painted="true"], QPushButton[painted="true"]:focus { padding: 0; }
QPushButton[kind="chip"] { border: 1px solid $line; border-radius: 8px; }
QPushButton[kind="chip"]:focus, QPushButton[kind="chip"]:checked { border: 2px solid $accent; }
"""

_INPUTS = """
QLineEdit, QPlainTextEdit, QTextEdit, QComboBox, QAbstractSpinBox {
    background: $surface; color: $ink; border: 1px solid $ctl; border-radius: 6px;
    selection-background-color: $accent; selection-color: $on_accent; placeholder-text-color: $ink3;
}
QLineEdit, QComboBox { padding: 0 9px; min-height: ${input_inner}px; }
QPlainTextEdit, QTextEdit { padding: 6px 8px; }
QLineEdit:hover, QPlainTextEdit:hover, QTextEdit:hover, QComboBox:hover, QAbstractSpinBox:hover {
    border-color: $ink2;
}
QLineEdit:focus, QComboBox:focus, QComboBox:on {
    border: 2px solid $accent; padding: 0 8px; min-height: ${input_inner2}px;
}
QAbstractSpinBox:focus { border: 2px solid $accent; }
QPlainTextEdit:focus, QTextEdit:focus { border: 2px solid $accent; padding: 5px 7px; }
QLineEdit[error="true"], QComboBox[error="true"] {
    border: 2px solid $p1; padding: 0 8px; min-height: ${input_inner2}px;
}
QAbstractSpinBox[error="true"] { border: 2px solid $p1; }
QPlainTextEdit[error="true"], QTextEdit[error="true"] { border: 2px solid $p1; padding: 5px 7px; }
QLineEdit:disabled, QPlainTextEdit:disabled, QTextEdit:disabled, QComboBox:disabled, QAbstractSpinBox:disabled {
    background: $sunken; color: $ink3; border: 1px solid $line;
}
QLineEdit[room="row"], QComboBox[room="row"] { min-height: ${row_inner}px; }
QLineEdit[room="row"]:focus, QComboBox[room="row"]:focus { min-height: ${row_inner2}px; }
QLineEdit[room="wizard"], QComboBox[room="wizard"] { min-height: ${wizard_inner}px; }
QLineEdit[room="wizard"]:focus, QComboBox[room="wizard"]:focus { min-height: ${wizard_inner2}px; }
QPlainTextEdit[bare="true"], QTextEdit[bare="true"] { border: 0; padding: 0; background: transparent; }
QAbstractSpinBox QLineEdit, QComboBox QLineEdit, QAbstractSpinBox QLineEdit:focus, QComboBox QLineEdit:focus {
    border: 0; padding: 0; min-height: 0; background: transparent;
}
QComboBox { combobox-popup: 0; }
QComboBox::drop-down, QDateTimeEdit::drop-down { border: 0; width: 28px; }
QComboBox::down-arrow, QDateTimeEdit::down-arrow { image: url("$arrow_down"); width: 16px; height: 16px; }
QAbstractSpinBox::up-button, QAbstractSpinBox::down-button { border: 0; width: 24px; background: transparent; }
QAbstractSpinBox::up-arrow { image: url("$arrow_up"); width: 12px; height: 12px; }
QAbstractSpinBox::down-arrow { image: url("$arrow_down"); width: 12px; height: 12px; }
QComboBox QAbstractItemView {
    background: $surface; color: $ink; border: 1px solid $line2; border-radius: 0; padding: 4px; outline: 0;
    selection-background-color: $tint; selection-color: $ink;
}
QComboBox QAbstractItemView::item { min-height: ${row_inner}px; padding: 0 8px; border-radius: 4px; border: 0; }
QComboBox QAbstractItemView::item:selected { background: $tint; color: $ink; }
"""

_CHOICES = """
QCheckBox, QRadioButton { color: $ink; spacing: 8px; min-height: 24px; outline: 0; }
QRadioButton[painted="true"] { min-height: 0; }
QCheckBox:disabled, QRadioButton:disabled { color: $ink3; }
QCheckBox::indicator, QRadioButton::indicator, QAbstractItemView::indicator { width: ${mark}px; height: ${mark}px; }
QCheckBox::indicator:unchecked, QAbstractItemView::indicator:unchecked { image: url("$box"); }
QCheckBox::indicator:unchecked:hover { image: url("$box_hover"); }
QCheckBox::indicator:unchecked:focus { image: url("$box_focus"); }
QCheckBox::indicator:unchecked:disabled { image: url("$box_off"); }
QCheckBox::indicator:checked, QAbstractItemView::indicator:checked { image: url("$box_on"); }
QCheckBox::indicator:checked:focus { image: url("$box_on_focus"); }
QCheckBox::indicator:checked:disabled { image: url("$box_on_off"); }
QCheckBox::indicator:indeterminate, QAbstractItemView::indicator:indeterminate { image: url("$box_part"); }
QRadioButton::indicator:unchecked { image: url("$ring"); }
QRadioButton::indicator:unchecked:hover { image: url("$ring_hover"); }
QRadioButton::indicator:unchecked:focus { image: url("$ring_focus"); }
QRadioButton::indicator:unchecked:disabled { image: url("$ring_off"); }
QRadioButton::indicator:checked { image: url("$ring_on"); }
QRadioButton::indicator:checked:focus { image: url("$ring_on_focus"); }
QRadioButton::indicator:checked:disabled { image: url("$ring_on_off"); }
"""

_LISTS = """
QAbstractItemView {
    background: $surface; alternate-background-color: $surface; color: $ink; outline: 0; gridline-color: $line;
    selection-background-color: $tint; selection-color: $ink;
}
QTableView, QTreeView, QListView { border: 1px solid $line; border-radius: 8px; }
QTableView[bare="true"], QTreeView[bare="true"], QListView[bare="true"] { border: 0; border-radius: 0; }
QTableView::item, QTreeView::item, QListView::item { border: 0; padding: 0 8px; }
QTableView::item:hover, QTreeView::item:hover, QListView::item:hover { background: $hover; }
QTableView::item:selected, QTreeView::item:selected, QListView::item:selected { background: $tint; color: $ink; }
QHeaderView { background: $canvas; border: 0; }
QHeaderView::section {
    background: $canvas; color: $ink2; border: 0; border-bottom: 1px solid $line; padding: 0 8px;
    font-size: ${header_size}px; font-weight: 500;
}
QHeaderView::section:hover { color: $ink; }
QHeaderView::up-arrow, QHeaderView::down-arrow { width: 12px; height: 12px; subcontrol-position: right center; }
QHeaderView::up-arrow { image: url("$arrow_up"); }
QHeaderView::down-arrow { image: url("$arrow_down"); }
QTableCornerButton::section { background: $canvas; border: 0; }
QScrollBar:vertical { background: transparent; width: 12px; margin: 0; }
QScrollBar:horizontal { background: transparent; height: 12px; margin: 0; }
QScrollBar::handle { background: $line2; border-radius: 4px; margin: 2px; }
QScrollBar::handle:vertical { min-height: 32px; }
QScrollBar::handle:horizontal { min-width: 32px; }
QScrollBar::handle:hover, QScrollBar::handle:pressed { background: $ctl; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
"""

_MENUS = """
QMenu { background: $surface; color: $ink; border: 1px solid $line2; padding: 4px; }
QMenu::item { padding: 0 24px 0 12px; min-height: ${row_inner}px; border-radius: 4px; }
QMenu::item:selected { background: $tint; color: $ink; }
QMenu::item:disabled { color: $ink3; background: transparent; }
QMenu::separator { height: 1px; background: $line; margin: 4px 8px; }
QMenu::icon { padding-left: 8px; }
QMenu::indicator { width: 16px; height: 16px; margin-left: 8px; }
QMenu::indicator:checked { image: url("$tick"); }
QMenu::right-arrow { image: url("$arrow_right"); width: 14px; height: 14px; margin-right: 6px; }
QMenuBar { background: $surface; color: $ink; }
QMenuBar::item:selected { background: $tint; }
QTabBar { qproperty-drawBase: 0; }
QTabBar::tab {
    background: transparent; color: $ink2; border: 0; border-bottom: 2px solid transparent;
    padding: 0 12px; min-height: ${button_inner}px;
}
QTabBar::tab:hover { color: $ink; }
QTabBar::tab:selected { color: $accent; border-bottom: 2px solid $accent; }
QTabBar::tab:focus { background: $tint; }
QTabWidget::pane { border: 0; border-top: 1px solid $line; }
QToolButton { background: transparent; border: 1px solid transparent; border-radius: 6px; color: $ink2; }
QToolButton:hover { background: $hover; }
QToolButton:focus { border: 2px solid $accent; }
QCalendarWidget QAbstractItemView { border: 0; border-radius: 0; }
QCalendarWidget QAbstractItemView::item { padding: 0; }
QCalendarWidget QToolButton#qt_calendar_prevmonth { qproperty-icon: url("$arrow_left"); }
QCalendarWidget QToolButton#qt_calendar_nextmonth { qproperty-icon: url("$arrow_right"); }
QCalendarWidget QToolButton::menu-indicator { image: none; }
QCalendarWidget QToolButton { color: $ink; min-height: 28px; padding: 0 8px; }
QCalendarWidget QWidget#qt_calendar_navigationbar { background: $surface; }
"""

SHEET = _BASE + _BUTTONS + _INPUTS + _CHOICES + _LISTS + _MENUS

#: Where no pictures were drawn (tests that only read the sheet), these names are left empty.
GLYPHS = (
    "box", "box_hover", "box_focus", "box_off", "box_on", "box_on_focus", "box_on_off", "box_part",
    "ring", "ring_hover", "ring_focus", "ring_off", "ring_on", "ring_on_focus", "ring_on_off",
    "arrow_down", "arrow_up", "arrow_right", "arrow_left", "tick",
)  # fmt: skip


def _measures(metrics: Metrics) -> dict[str, str]:
    """Inner heights: what is left inside edges of one and of two pixels on both sides."""
    values = {
        "button_inner": metrics.height("button") - 2,
        "button_pad": (metrics.height("button") - 2 - metrics.role("body").line) // 2,
        "button_pad2": (metrics.height("button") - 4 - metrics.role("body").line) // 2,
        "input_inner": metrics.height("input") - 2,
        "input_inner2": metrics.height("input") - 4,
        "row_inner": metrics.height("button_row") - 2,
        "row_inner2": metrics.height("button_row") - 4,
        "wizard_inner": metrics.height("button_wizard") - 4,
        "wizard_inner2": metrics.height("button_wizard") - 6,
        "header_size": metrics.role("header").size,
        "mark": metrics.px(16),
    }
    return {name: str(value) for name, value in values.items()}


def build_qss(tokens: Tokens, metrics: Metrics, glyphs: Mapping[str, str] | None = None) -> str:
    """The style sheet for these colours and measures.

    ``glyphs`` names the pictures of boxes, radios and arrows (``theme.glyphs``). Raises ``KeyError`` for a name
    in the templates that nothing fills.
    """
    colours = {f.name: str(getattr(tokens, f.name)) for f in fields(tokens) if f.name not in {"dark", "heat"}}
    pictures = dict.fromkeys(GLYPHS, "") | dict(glyphs or {})
    return Template(SHEET).substitute(colours | _measures(metrics) | pictures)
