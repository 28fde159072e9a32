"""The title row: what is compared, the length of span, earlier and later ones, the category, the monthly report."""

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QWidget

from desktop.ui.insights.spans import SpanKind
from desktop.ui.insights.state import InsightsState
from desktop.ui.insights.text import InsightsText
from desktop.ui.theme import theme_of
from desktop.ui.widgets import Button, IconButton, PlainLabel, SegmentedControl

_COMBO, _COMPACT_COMBO = 170, 150
_CONTENTS = 3  #: characters that the list has room for where the row is crowded


class InsightsHead(QWidget):
    """Signals carry what a person chose: a kind of span, a level-1 code (empty for all)."""

    kind_chosen = Signal(object)
    category_chosen = Signal(str)
    back_wanted = Signal()
    forward_wanted = Signal()
    count_wanted = Signal()
    report_wanted = Signal()

    def __init__(self, text: InsightsText, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._text = text
        self._state: InsightsState | None = None
        self.title = PlainLabel("", "title")
        self.compared = PlainLabel("", "body", "ink2", max_lines=2)
        self.back, self.forward = IconButton("chevron-left", ""), IconButton("chevron-right", "")
        self.again = IconButton("refresh-cw", "", key="F5")
        self.kinds: SegmentedControl[SpanKind] = SegmentedControl([(kind, "") for kind in SpanKind], name="")
        self.category = QComboBox()
        self.report = Button("", icon="printer")
        self._build()
        self.back.clicked.connect(self.back_wanted)
        self.forward.clicked.connect(self.forward_wanted)
        self.again.clicked.connect(self.count_wanted)
        self.kinds.chosen.connect(self.kind_chosen)
        self.category.activated.connect(lambda place: self.category_chosen.emit(self.category.itemData(place)))
        self.report.clicked.connect(self.report_wanted)
        theme_of(self).changed.connect(self._restyle)
        self._restyle()
        self.retranslate()

    def show_state(self, state: InsightsState) -> None:
        """Shows what is looked at; the days are those of the figures on the screen."""
        self._state = state
        counted = state.counted
        self.compared.setText(self._text.compared(counted.frame, counted.at) if counted and state.first_day else "")
        self.kinds.set_value(state.kind)
        self._keep_focus(self.back, state.can_go_back, self.forward)
        self._keep_focus(self.forward, state.can_go_forward, self.back)
        self.category.setCurrentIndex(max(0, self.category.findData(state.category)))

    def retranslate(self) -> None:
        """The words have changed."""
        self.title.setText(self.tr("Insights"))
        self.back.set_name(self.tr("Earlier"))
        self.forward.set_name(self.tr("Later"))
        self.again.set_name(self.tr("Count again"))
        self.kinds.setAccessibleName(self.tr("Length of the span"))
        self.kinds.set_labels(
            {
                SpanKind.WEEK: self.tr("Week"),
                SpanKind.MONTH: self.tr("Month"),
                SpanKind.QUARTER: self.tr("Quarter"),
            }
        )
        self.category.setAccessibleName(self.tr("Category"))
        self.report.setText(self.tr("Monthly report"))
        self._offer_categories()
        if self._state is not None:
            self.show_state(self._state)

    def changeEvent(self, event: QEvent) -> None:
        """Follows the language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def _keep_focus(self, button: IconButton, is_enabled: bool, other: IconButton) -> None:
        """A button that stands at the end of the spans hands its focus on instead of losing it."""
        had_focus = button.hasFocus() and not is_enabled
        button.setEnabled(is_enabled)
        if had_focus:
            (other if other.isEnabled() else self.kinds).setFocus(Qt.FocusReason.OtherFocusReason)

    def _offer_categories(self) -> None:
        self.category.clear()
        self.category.addItem(self._text.group(""), "")
        for category in self._text.site.taxonomy.level1(include_hidden=True):
            self.category.addItem(self._text.group(category.code), category.code)

    def _build(self) -> None:
        self._row = QHBoxLayout(self)
        self._row.addWidget(self.title)
        self._row.addWidget(self.compared, 1)
        steps = QHBoxLayout()
        steps.setSpacing(2)
        steps.addWidget(self.back)
        steps.addWidget(self.forward)
        steps.addWidget(self.again)
        self._row.addLayout(steps)
        self._row.addWidget(self.kinds)
        self._row.addWidget(self.category, 1)
        self._row.addWidget(self.report)
        self.category.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.category.setMinimumContentsLength(_CONTENTS)

    def _restyle(self) -> None:
        metrics = theme_of(self).metrics
        top, bottom = (10, 8) if metrics.compact else (14, 10)
        self._row.setContentsMargins(20, top, 20, bottom)
        self._row.setSpacing(6 if metrics.compact else 12)
        self.category.setMaximumWidth(metrics.px(_COMPACT_COMBO if metrics.compact else _COMBO))
