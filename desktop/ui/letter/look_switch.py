"""What stands in the middle of the window: the words to say, the letter, or in compact windows its page."""

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.ui.letter.state import Look
from desktop.ui.widgets import SegmentedControl


class LookSwitch(QWidget):
    """``chosen`` carries the look."""

    chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._roomy = [look for look in Look if look is not Look.PAGE]
        self.roomy, self.compact = (
            SegmentedControl([(look, "") for look in looks], name="", size="row", stretch=True)
            for looks in (self._roomy, list(Look))
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        for control in (self.roomy, self.compact):
            column.addWidget(control)
            control.chosen.connect(self.chosen)
        self.compact.hide()
        self._say()

    def set_compact(self, compact: bool) -> None:
        """Offers the page, too."""
        self.roomy.setVisible(not compact)
        self.compact.setVisible(compact)

    def least_width(self) -> int:
        """Logical pixels that the words of the looks need: each segment is as wide as the widest."""
        control, looks = (self.roomy, self._roomy) if self.compact.isHidden() else (self.compact, list(Look))
        return len(looks) * max(control.segment(look).minimumSizeHint().width() for look in looks)

    def set_value(self, look: Look) -> None:
        """Shows what stands there."""
        self.compact.set_value(look)
        self.roomy.set_value(Look.LETTER if look is Look.PAGE else look)

    def changeEvent(self, event: QEvent) -> None:
        """Follows the language of the window."""
        if event.type() == QEvent.Type.LanguageChange:
            self._say()
        super().changeEvent(event)

    def _say(self) -> None:
        labels = {Look.SPOKEN: self.tr("Spoken"), Look.LETTER: self.tr("Letter"), Look.PAGE: self.tr("Page")}
        self.compact.set_labels(labels)
        self.roomy.set_labels({look: label for look, label in labels.items() if look is not Look.PAGE})
        for control in (self.roomy, self.compact):
            control.setAccessibleName(self.tr("What to show"))
