"""The shared widgets: every label, button and field of the window is one of these (design.md 8).

They take colours, fonts and sizes from the theme in use and follow its changes. Words are handed in translated;
the few of their own follow the language by themselves.
"""

from desktop.ui.widgets.announce import announce, plain_tool_tip
from desktop.ui.widgets.arranged import Arranged
from desktop.ui.widgets.banner import Banner
from desktop.ui.widgets.button import Button, IconButton
from desktop.ui.widgets.card import Card, Panel, Separator
from desktop.ui.widgets.card_edge import CardEdge
from desktop.ui.widgets.empty_state import EmptyState, LoadingRows
from desktop.ui.widgets.fields import FieldRow, LineField, SearchField, show_error
from desktop.ui.widgets.flow_row import FlowRow
from desktop.ui.widgets.icon import Icon
from desktop.ui.widgets.key_cap import KeyCap, key_cap_width, native_key, paint_key_cap
from desktop.ui.widgets.label import PlainLabel
from desktop.ui.widgets.number_fields import DateField, MomentField, NumberField, TimeField
from desktop.ui.widgets.option_tile import OptionTile
from desktop.ui.widgets.panes import PaneFocus, holds_focus
from desktop.ui.widgets.pin_field import PinField
from desktop.ui.widgets.row_table import RowDelegate, RowHeader, RowTable
from desktop.ui.widgets.rows_card import RowsCard
from desktop.ui.widgets.segmented import SegmentedControl
from desktop.ui.widgets.side_panel import SidePanel, scrolling, scrolling_parts
from desktop.ui.widgets.stat_chip import StatChip
from desktop.ui.widgets.tag import Avatar, RemovableTag, Tag, paint_avatar, paint_tag, tag_width
from desktop.ui.widgets.text_area import TextArea
from desktop.ui.widgets.toast import Toast

__all__ = [
    "Arranged",
    "Avatar",
    "Banner",
    "Button",
    "Card",
    "CardEdge",
    "DateField",
    "EmptyState",
    "FieldRow",
    "FlowRow",
    "Icon",
    "IconButton",
    "KeyCap",
    "LineField",
    "LoadingRows",
    "MomentField",
    "NumberField",
    "OptionTile",
    "PaneFocus",
    "Panel",
    "PinField",
    "PlainLabel",
    "RemovableTag",
    "RowDelegate",
    "RowHeader",
    "RowTable",
    "RowsCard",
    "SearchField",
    "SegmentedControl",
    "Separator",
    "SidePanel",
    "StatChip",
    "Tag",
    "TextArea",
    "TimeField",
    "Toast",
    "announce",
    "holds_focus",
    "key_cap_width",
    "native_key",
    "paint_avatar",
    "paint_key_cap",
    "paint_tag",
    "plain_tool_tip",
    "scrolling",
    "scrolling_parts",
    "show_error",
    "tag_width",
]
