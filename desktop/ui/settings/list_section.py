"""A section with a list at left and the chosen row at right (design.md 7: list 1fr, detail 328)."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from desktop.ui.settings.line_list import LineList
from desktop.ui.settings.section import COMPACT_DETAIL, DETAIL, Hands, SaveBar, Section, TitleRow, bind_save
from desktop.ui.theme.theme import theme_of
from desktop.ui.widgets import Button, Panel, PlainLabel, scrolling


class Detail(Panel):
    """The chosen row: a title, fields in ``body``, and the save bar at the foot."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("surface", "left", parent)
        self.title = PlainLabel("", "subtitle", wrap=True, max_lines=2)
        self.line = PlainLabel("", "body", "ink2", wrap=True)
        self.bar = SaveBar()
        self.bar.stand()
        content = QWidget()
        self.body = QVBoxLayout(content)
        self.body.setContentsMargins(16, 16, 16, 16)
        self.body.setSpacing(12)
        self.body.addWidget(self.title)
        self.body.addWidget(self.line)
        self.area = scrolling(content)
        column = QVBoxLayout(self)
        column.setContentsMargins(1, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.area, 1)
        column.addWidget(self.bar)

    def set_texts(self, title: str, line: str = "") -> None:
        """What is chosen."""
        self.title.setText(title)
        self.title.setVisible(bool(title))
        self.line.setText(line)
        self.line.setVisible(bool(line))


class ListSection(Section):
    """Title row with a button that adds, the list on a card, and the pages of the detail."""

    def __init__(self, hands: Hands, parent: QWidget | None = None) -> None:
        super().__init__(hands, parent)
        self.head = TitleRow()
        self.add_button = Button(icon="plus")
        self.head.row.addWidget(self.add_button, 0, Qt.AlignmentFlag.AlignTop)
        self.list = LineList()
        card = Panel("card")
        inside = QVBoxLayout(card)
        inside.setContentsMargins(1, 6, 1, 6)  # rows end before the round corners begin
        inside.addWidget(self.list)
        self.detail = Detail()
        self.pages = QStackedWidget()
        self.pages.addWidget(self.detail)
        self.left = QWidget()
        column = QVBoxLayout(self.left)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.head)
        holder = QVBoxLayout()
        holder.setContentsMargins(20, 0, 20, 16)
        holder.addWidget(card)
        column.addLayout(holder, 1)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.left, 1)
        row.addWidget(self.pages)
        self.detail.bar.saved.connect(self.save)
        self.list.went_on.connect(self._go_on)
        bind_save(self, self.save)
        theme_of(self).changed.connect(self._restyle_detail)
        self._restyle_detail()

    def _go_on(self) -> None:
        field = self.first_field()
        if field is not None:
            field.setFocus(Qt.FocusReason.TabFocusReason)  # marks what stands in the field, as Tab does

    def _restyle_detail(self) -> None:
        metrics = theme_of(self).metrics
        self.pages.setFixedWidth(metrics.px(COMPACT_DETAIL if metrics.compact else DETAIL))
