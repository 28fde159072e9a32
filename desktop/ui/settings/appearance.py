"""How the window looks and sounds on this computer. What is chosen holds at once."""

from dataclasses import replace
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.domain.kinds import Language
from desktop.ui.settings.doors import Looks
from desktop.ui.settings.section import FormSection, Hands
from desktop.ui.theme.metrics import TEXT_SIZES
from desktop.ui.theme.theme import theme_of
from desktop.ui.widgets import PlainLabel, SegmentedControl

_LABEL = 132


class ChoiceLine(QWidget):
    """A label at left, a few choices, and a pale line under them."""

    def __init__(self, control: "SegmentedControl[Any]", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.control = control
        self.label = PlainLabel("", "body", "ink", wrap=True)
        self.label.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self.hint = PlainLabel("", "meta", "ink2", wrap=True)
        choices = QHBoxLayout()
        choices.addWidget(control)
        choices.addStretch(1)
        right = QVBoxLayout()
        right.setSpacing(4)
        right.addLayout(choices)
        right.addWidget(self.hint)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(16)
        row.addWidget(self.label, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(right, 1)
        theme_of(self).changed.connect(self._restyle)
        self._restyle()

    def set_texts(self, label: str, hint: str = "") -> None:
        """Other words; the control's spoken name follows."""
        self.label.setText(label)
        self.control.setAccessibleName(label)
        self.hint.setText(hint)
        self.hint.setVisible(bool(hint))

    def _restyle(self) -> None:
        metrics = theme_of(self).metrics
        self.label.setFixedWidth(metrics.px(_LABEL))
        self.label.setMinimumHeight(metrics.height("button"))


class AppearanceSection(FormSection):
    """Language, text size, theme, motion and sound."""

    def __init__(self, hands: Hands, parent: QWidget | None = None) -> None:
        super().__init__(hands, parent)
        self.bar.hide()
        self.language = ChoiceLine(SegmentedControl([(Language.EN, "English"), (Language.ZH, "简体中文")], name=""))
        self.text_size = ChoiceLine(SegmentedControl([(size, f"{size} %") for size in TEXT_SIZES], name=""))
        self.mode = ChoiceLine(SegmentedControl([("light", ""), ("dark", ""), ("system", "")], name=""))
        self.motion = ChoiceLine(SegmentedControl([(False, ""), (True, "")], name=""))
        self.sound = ChoiceLine(SegmentedControl([(True, ""), (False, "")], name=""))
        self._lines = {
            "language": self.language,
            "text_size": self.text_size,
            "mode": self.mode,
            "motion_off": self.motion,
            "sound": self.sound,
        }
        for name, line in self._lines.items():
            self.body.addWidget(line)
            line.control.chosen.connect(lambda value, name=name: self._choose(name, value))
        self.set_own_words()
        self.refresh()

    def refresh(self) -> None:
        """Shows what holds now."""
        looks = self.hands.doors.looks()
        for name, line in self._lines.items():
            line.control.set_value(getattr(looks, name))

    def first_field(self) -> QWidget:
        """The language."""
        return self.language.control

    def use_words(self) -> None:
        """The language may have been changed elsewhere."""
        self.refresh()

    def set_own_words(self) -> None:
        """Names everything in the language of the moment."""
        self.head.set_texts(self.tr("Appearance"), self.tr("Holds at once, on this computer only."))
        self.language.set_texts(self.tr("Language"))
        self.text_size.set_texts(self.tr("Text size"), self.tr("Rows and buttons grow with it."))
        self.mode.set_texts(self.tr("Theme"))
        self.motion.set_texts(self.tr("Motion"))
        self.sound.set_texts(self.tr("Sound"), self.tr("One soft tone when a new P1 arrives."))
        self.mode.control.set_labels(
            {"light": self.tr("Light"), "dark": self.tr("Dark"), "system": self.tr("Like the system")}
        )
        self.motion.control.set_labels({False: self.tr("Like the system"), True: self.tr("Off")})
        self.sound.control.set_labels({True: self.tr("On"), False: self.tr("Off")})

    def _choose(self, name: str, value: object) -> None:
        looks: Looks = self.hands.doors.looks()
        self.hands.doors.set_looks(replace(looks, **{name: value}))  # type: ignore[arg-type]  # a field and its value
        self.refresh()
