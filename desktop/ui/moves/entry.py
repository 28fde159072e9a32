"""The fields of a move: each under the name that refusals call it by, and able to hand over what is half typed."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QSizePolicy, QWidget

from desktop.errors import UserError
from desktop.ui.choices.chips import ChipChoice
from desktop.ui.choices.choice_line import ChoiceLine
from desktop.ui.choices.form_line import FormCombo, FormLine
from desktop.ui.theme.theme import theme_of
from desktop.ui.widgets import FieldRow, SegmentedControl, TextArea
from desktop.ui.widgets.segmented import Look

_TEXT_ROOM = 14  #: logical pixels of a text's edge and padding, above and below together

Option = tuple[str, str]  #: a code and its word


class Entry(FieldRow):
    """One field with its label. ``changed`` follows what a person chose or typed, never what was shown to them.

    ``rebuilt`` tells that it has other controls inside than before.
    """

    changed = Signal()
    rebuilt = Signal()

    def __init__(self, name: str, field: QWidget) -> None:
        super().__init__("", field, above=True)
        self.name = name
        self.is_optional = False
        self.label.set_role("header")
        self.label.set_tone("ink2")

    def call(self, label: str, hint: str = "", *, optional: bool = False) -> None:
        """Its label and what helps to fill it in."""
        self.is_optional = optional
        self.set_label(self.tr("{label} (optional)").format(label=label) if optional else label)
        self.set_hint(hint)

    def tell(self, errors: Sequence[tuple[UserError, str]]) -> None:
        """What is wrong with it, as refusals with their sentences; nothing where it is right."""
        sentence = errors[0][1] if errors else ""
        if sentence != self.error.text():
            self.set_error(sentence)

    @property
    def first(self) -> QWidget:
        """The control that takes the cursor."""
        return self.field

    def focus(self) -> None:
        """Puts the cursor there."""
        self.first.setFocus(Qt.FocusReason.OtherFocusReason)

    def keep(self) -> str:
        """What was chosen or typed, as text."""
        raise NotImplementedError

    def restore(self, kept: str) -> None:
        """Shows what was kept, silently."""
        raise NotImplementedError

    @property
    def is_empty(self) -> bool:
        """Whether nothing stands there yet."""
        return not self.keep().strip()


class LineEntry(Entry):
    """A short text."""

    def __init__(self, name: str, line: FormLine | None = None) -> None:
        self.line = line or FormLine()
        super().__init__(name, self.line)
        self.line.textEdited.connect(self.changed)

    def value(self) -> str:
        """What was typed."""
        return self.line.text()

    def keep(self) -> str:
        """What was typed."""
        return self.line.text()

    def restore(self, kept: str) -> None:
        """Shows what was typed."""
        self.line.set_line(kept)


class PickEntry(LineEntry):
    """A short text with usual answers to choose from."""

    def __init__(self, name: str) -> None:
        self.choices = ChoiceLine()
        super().__init__(name, self.choices)
        self.line.textEdited.disconnect(self.changed)
        self.choices.taken.connect(self.changed)

    def offer(self, answers: Sequence[str]) -> None:
        """The usual answers."""
        self.choices.set_options(answers, self.tr("Show the usual answers"))


class TextEntry(Entry):
    """A longer text, ``lines`` lines high."""

    def __init__(self, name: str, lines: int = 2) -> None:
        self.area = TextArea()
        self._lines = lines
        super().__init__(name, self.area)
        self.area.edited.connect(self.changed)
        theme_of(self).changed.connect(self._measure)
        self._measure()

    def value(self) -> str:
        """What was typed."""
        return self.area.text()

    def keep(self) -> str:
        """What was typed."""
        return self.area.text()

    def restore(self, kept: str) -> None:
        """Shows what was typed."""
        self.area.set_text(kept)

    def _measure(self) -> None:
        self.area.setFixedHeight(self._lines * theme_of(self).metrics.role("body").line + _TEXT_ROOM)


class ChoiceEntry(Entry):
    """One of a list that drops down, or nothing yet. A choice that the list doesn't hold now waits until it does."""

    def __init__(self, name: str) -> None:
        self.combo = FormCombo()
        self._chosen = ""
        super().__init__(name, self.combo)
        self.combo.activated.connect(self._on_activated)

    def offer(self, options: Sequence[Option]) -> None:
        """What there is to choose; what was chosen stays where it is offered."""
        blocked = self.combo.blockSignals(True)
        self.combo.clear()
        for code, word in options:
            self.combo.addItem(word, code)
        self.combo.blockSignals(blocked)
        self.combo.setPlaceholderText(self.tr("Choose…"))
        self.restore(self._chosen)

    def value(self) -> str:
        """The chosen code; empty where nothing is chosen."""
        return self.combo.currentData() or ""

    def keep(self) -> str:
        """The chosen code."""
        return self.value()

    def restore(self, kept: str) -> None:
        """Chooses a code, or nothing."""
        self._chosen = kept
        self.combo.setCurrentIndex(self.combo.findData(kept) if kept else -1)

    def _on_activated(self) -> None:
        self._chosen = self.value()
        self.changed.emit()


class SegmentsEntry(Entry):
    """One of a few that stand beside each other."""

    def __init__(self, name: str, codes: Sequence[str], *, look: Look = "accent") -> None:
        self.codes = tuple(codes)
        self.control: SegmentedControl[str] = SegmentedControl(
            [(code, "") for code in codes], name="", look=look, stretch=True
        )
        for code in codes:  # as narrow as its word: four of them must fit into the queue's preview
            self.control.segment(code).setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        super().__init__(name, self.control)
        self.control.chosen.connect(self.changed)

    def offer(self, options: Sequence[Option]) -> None:
        """The words of the codes."""
        self.control.set_labels(dict(options))

    def value(self) -> str:
        """The chosen code; empty where nothing is chosen."""
        return self.control.value() or ""

    def keep(self) -> str:
        """The chosen code."""
        return self.value()

    def restore(self, kept: str) -> None:
        """Chooses a code, or nothing."""
        self.control.set_value(kept if kept in self.codes else None)


class ChipsEntry(Entry):
    """One of a few whose words are too long to stand in one row; choosing it again takes it back."""

    def __init__(self, name: str, codes: Sequence[str]) -> None:
        self.codes = tuple(codes)
        self.chips = ChipChoice(self.codes)
        self._chosen = ""
        super().__init__(name, self.chips)
        self.chips.chosen.connect(self._on_chosen)

    def offer(self, options: Sequence[Option]) -> None:
        """The words of the codes."""
        self.chips.set_labels(dict(options))

    def value(self) -> str:
        """The chosen code; empty where nothing is chosen."""
        return self._chosen

    def keep(self) -> str:
        """The chosen code."""
        return self._chosen

    def restore(self, kept: str) -> None:
        """Chooses a code, or nothing."""
        self._chosen = kept if kept in self.codes else ""
        self.chips.show_chosen(frozenset({self._chosen} - {""}))

    def _on_chosen(self, code: str) -> None:
        self.restore(code)
        self.changed.emit()


class TickEntry(Entry):
    """Yes or no; its words stand beside the box."""

    def __init__(self, name: str) -> None:
        self.box = QCheckBox()
        super().__init__(name, self.box)
        self.label.hide()
        self.box.clicked.connect(self.changed)

    def call(self, label: str, hint: str = "", *, optional: bool = False) -> None:  # noqa: ARG002 (a box always is)
        """Its words."""
        self.box.setText(label)
        self.box.setAccessibleName(label)
        self.set_hint(hint)

    def value(self) -> bool:
        """Whether it is ticked."""
        return self.box.isChecked()

    def keep(self) -> str:
        """``yes`` or nothing."""
        return "yes" if self.box.isChecked() else ""

    def restore(self, kept: str) -> None:
        """Ticks it or not."""
        self.box.setChecked(kept == "yes")
