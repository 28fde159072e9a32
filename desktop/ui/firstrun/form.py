"""The questions of the first run, in reading order."""

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QCheckBox, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from desktop.domain.kinds import Language, Property
from desktop.ui.firstrun.state import FirstRunState
from desktop.ui.widgets import Button, FieldRow, Icon, LineField, OptionTile, Panel, PinField, PlainLabel

_GAP = 12


class FirstRunForm(QWidget):
    """Fields only: what they mean is the presenter's. ``written`` carries a field's name and its text."""

    written = Signal(str, str)
    language_chosen = Signal(object)
    property_chosen = Signal(object)
    practice_ticked = Signal(bool)
    passphrase_wanted = Signal(bool)

    def __init__(self, language: Language, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.languages = {Language.EN: OptionTile("English"), Language.ZH: OptionTile("简体中文")}
        self.languages[language].setChecked(True)
        self.properties = {Property.HOTEL: OptionTile("", icon="hotel"), Property.RETAIL: OptionTile("", icon="store")}
        self.properties[Property.HOTEL].setChecked(True)
        self.fields = {name: LineField(room="wizard") for name in ("site", "code", "desk", "owner", "opens", "closes")}
        self.fields["code"].setMaxLength(8)
        self.fields["opens"].setText("10:00")
        self.fields["closes"].setText("22:00")
        self.secret, self.repeated = PinField(), PinField()
        self.agree = Icon("check", "accent")
        self.as_passphrase = Button(kind="link", size="small")
        self.practice = QCheckBox()
        self._titles = {name: PlainLabel("", "strong") for name in ("language", "property")}
        self._secret_hint = PlainLabel("", "meta", "ink2", wrap=True)
        self._practice_hint = PlainLabel("", "meta", "ink2", wrap=True)
        self._make_rows()
        self._groups = [_exclusive(self, tiles.values()) for tiles in (self.languages, self.properties)]
        self._lay_out()
        self._connect()
        self._set_words()

    def _make_rows(self) -> None:
        fields: dict[str, QWidget] = {**self.fields, "pin": self.secret, "repeated": self.repeated}
        self.rows = {name: FieldRow("", field, above=True) for name, field in fields.items()}

    def paint(self, state: FirstRunState) -> None:
        """Shows what follows from the answers; texts that people type are theirs."""
        code = self.fields["code"]
        if code.text() != state.answers.code:
            code.setText(state.answers.code)
        for name in ("opens", "closes"):
            self.rows[name].setVisible(state.asks_hours)
        mode = "passphrase" if state.passphrase else "pin"
        for field in (self.secret, self.repeated):
            if field.mode != mode:
                field.set_mode("passphrase" if state.passphrase else "pin")
        self._passphrase = state.passphrase
        self._name_secrets()
        kept = self.agree.sizePolicy()
        kept.setRetainSizeWhenHidden(True)
        self.agree.setSizePolicy(kept)
        self.agree.setVisible(state.secrets_agree)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(14)
        for name, tiles in (("language", self.languages.values()), ("property", self.properties.values())):
            part = QVBoxLayout()
            part.setSpacing(8)
            part.addWidget(self._titles[name])
            row = QHBoxLayout()
            row.setSpacing(_GAP)
            for tile in tiles:
                row.addWidget(tile, 1)
            part.addLayout(row)
            column.addLayout(part)
        column.addLayout(self._texts())
        column.addLayout(self._secrets())
        column.addWidget(self._practice_panel())
        column.addStretch(1)

    def _texts(self) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(_GAP)
        grid.setVerticalSpacing(12)
        grid.addWidget(self.rows["site"], 0, 0, Qt.AlignmentFlag.AlignTop)
        grid.addWidget(self.rows["desk"], 0, 1, Qt.AlignmentFlag.AlignTop)
        grid.addWidget(self.rows["owner"], 1, 0, Qt.AlignmentFlag.AlignTop)
        last = QHBoxLayout()
        last.setSpacing(_GAP)
        for name in ("code", "opens", "closes"):
            last.addWidget(self.rows[name], 1, Qt.AlignmentFlag.AlignTop)
        grid.addLayout(last, 1, 1)
        for place in (0, 1):
            grid.setColumnStretch(place, 1)
        return grid

    def _secrets(self) -> QVBoxLayout:
        repeated = QHBoxLayout()
        repeated.setSpacing(_GAP)
        repeated.addWidget(self.rows["repeated"], 1)
        repeated.addWidget(self.agree, 0, Qt.AlignmentFlag.AlignVCenter)
        row = QHBoxLayout()
        row.setSpacing(_GAP)
        row.addWidget(self.rows["pin"], 1, Qt.AlignmentFlag.AlignTop)
        row.addLayout(repeated, 1)
        under = QHBoxLayout()
        under.addWidget(self._secret_hint, 1)
        under.addWidget(self.as_passphrase)
        part = QVBoxLayout()
        part.setSpacing(4)
        part.addLayout(row)
        part.addLayout(under)
        return part

    def _practice_panel(self) -> Panel:
        panel = Panel("sunken-card")
        column = QVBoxLayout(panel)
        column.setContentsMargins(14, 10, 14, 10)
        column.setSpacing(2)
        column.addWidget(self.practice)
        hint = QHBoxLayout()
        hint.setContentsMargins(26, 0, 0, 0)
        hint.addWidget(self._practice_hint)
        column.addLayout(hint)
        return panel

    def _connect(self) -> None:
        for name, field in self.fields.items():
            field.textEdited.connect(lambda text, name=name: self.written.emit(name, text))
        self.secret.textChanged.connect(lambda text: self.written.emit("secret", text))
        self.repeated.textChanged.connect(lambda text: self.written.emit("repeated", text))
        for language, tile in self.languages.items():
            tile.clicked.connect(lambda _on, language=language: self.language_chosen.emit(language))
        for property_, tile in self.properties.items():
            tile.clicked.connect(lambda _on, property_=property_: self.property_chosen.emit(property_))
        self.practice.toggled.connect(self.practice_ticked)
        self.as_passphrase.clicked.connect(lambda: self.passphrase_wanted.emit(not self._passphrase))
        self._passphrase = False

    def changeEvent(self, event: QEvent) -> None:
        """Follows the language and keeps what was typed."""
        if event.type() == QEvent.Type.LanguageChange:
            self._set_words()
        super().changeEvent(event)

    def _set_words(self) -> None:
        self._titles["language"].setText(self.tr("Language"))
        self._titles["property"].setText(self.tr("What kind of place is it?"))
        self.properties[Property.HOTEL].set_texts(self.tr("Hotel"), self.tr("Rooms, stays, restaurant"))
        self.properties[Property.RETAIL].set_texts(self.tr("Shop"), self.tr("Orders, goods, returns"))
        labels = {
            "site": self.tr("Site"),
            "desk": self.tr("Desk"),
            "owner": self.tr("Owner’s name"),
            "code": self.tr("Site code"),
            "opens": self.tr("Opens"),
            "closes": self.tr("Closes"),
        }
        for name, label in labels.items():
            self.rows[name].set_label(label)
        self.fields["site"].setPlaceholderText(self.tr("Harbour Hotel"))
        self.fields["desk"].setPlaceholderText(self.tr("Front desk"))
        self.fields["owner"].setPlaceholderText(self.tr("First and last name"))
        self.fields["code"].setToolTip(self.tr("Stands at the front of every case number"))
        self.practice.setText(self.tr("Open a practice desk with sample data"))
        self._practice_hint.setText(self.tr("60 made-up cases to look around, kept apart from your own."))
        self._name_secrets()

    def _name_secrets(self) -> None:
        if self._passphrase:
            self.rows["pin"].set_label(self.tr("Owner’s passphrase"))
            self.rows["repeated"].set_label(self.tr("Repeat passphrase"))
            self.as_passphrase.setText(self.tr("Use a PIN"))
            self._secret_hint.setText(self.tr("At least 8 characters. It opens reports, staff and remedy limits."))
        else:
            self.rows["pin"].set_label(self.tr("Owner’s PIN"))
            self.rows["repeated"].set_label(self.tr("Repeat PIN"))
            self.as_passphrase.setText(self.tr("Use a passphrase, which is safer"))
            self._secret_hint.setText(self.tr("It opens reports, staff and remedy limits. Keep it off the counter."))


def _exclusive(parent: QWidget, tiles: object) -> QButtonGroup:
    group = QButtonGroup(parent)
    for tile in tiles:  # type: ignore[attr-defined]  # the values of a dict of tiles
        group.addButton(tile)
    return group
