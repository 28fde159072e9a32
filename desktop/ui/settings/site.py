"""The facts of the site. Those that stand in cases can't change once there are any."""

from dataclasses import replace
from zoneinfo import available_timezones

from PySide6.QtCore import QStringListModel, Qt
from PySide6.QtWidgets import QCompleter, QHBoxLayout, QVBoxLayout, QWidget

from desktop.domain.kinds import Language, Property
from desktop.domain.site_settings import Kept, SiteForm, SiteSheet
from desktop.ui.settings.appearance import ChoiceLine
from desktop.ui.settings.combo import Combo
from desktop.ui.settings.form_errors import show_refusal
from desktop.ui.settings.presenters import FormPresenter
from desktop.ui.settings.section import FormSection, Hands, narrow, put_text
from desktop.ui.settings.state import FormState
from desktop.ui.widgets import FieldRow, Icon, LineField, PlainLabel, SegmentedControl, Separator
from desktop.words import load_currencies

#: What the form calls a field → what refusals call it.
_CALLED = {"name": "site", "zone": "timezone"}


#: Facts that open screens and services were made with.
_HOLD_LATER = ("zone", "currency", "property")
_NARROW = 320


class SiteSection(FormSection):
    """Name, phone, address, first language and country; then code, time zone, currency and kind of place."""

    def __init__(self, hands: Hands, parent: QWidget | None = None) -> None:
        super().__init__(hands, parent)
        self.fields = {name: LineField() for name in ("name", "phone", "address", "country", "code", "zone")}
        self.fields["country"].setMaxLength(2)
        self.fields["code"].setMaxLength(8)
        self.currency = Combo()
        for code, currency in sorted(load_currencies().items()):
            self.currency.addItem(code if currency.symbol == code else f"{code}  {currency.symbol}", code)
        self.rows = {name: FieldRow("", field, above=True) for name, field in self.fields.items()}
        self.rows["currency"] = FieldRow("", self.currency, above=True)
        self.language = ChoiceLine(SegmentedControl([(Language.EN, "English"), (Language.ZH, "简体中文")], name=""))
        self.kind = ChoiceLine(SegmentedControl([(Property.HOTEL, ""), (Property.RETAIL, "")], name=""))
        self._lasting = PlainLabel("", "section")
        self._fixed_note = PlainLabel("", "body", "ink2", wrap=True)
        self._lay_out()
        self._offer_zones()
        self._fixed: frozenset[str] = frozenset()
        self._holds_later = False
        self._was: FormState[SiteForm] = FormState()
        self.presenter: FormPresenter[SiteForm] = FormPresenter(self, self._load, self._save, hands.run)
        self._connect()
        self.set_own_words()

    def refresh(self) -> None:
        """Reads the facts anew."""
        self.presenter.refresh()

    def save(self) -> None:
        """Saves the facts."""
        stored, form = self.presenter.state.stored, self.presenter.state.form
        self._holds_later = any(getattr(stored, name, None) != getattr(form, name, None) for name in _HOLD_LATER)
        self.presenter.save()

    def first_field(self) -> QWidget:
        """The name."""
        return self.fields["name"]

    def paint(self, state: FormState[SiteForm]) -> None:
        """Shows the form."""
        was, self._was = self._was, state
        form = state.form
        if form is not None:
            for name, field in self.fields.items():
                put_text(field, getattr(form, name))
            self.currency.setCurrentIndex(self.currency.findData(form.currency))
            self.language.control.set_value(form.language)
            self.kind.control.set_value(form.property)
        self._paint_fixed()
        self._say_refusal(state.refusal is not was.refusal)
        self.mark(state.is_dirty)

    def show_saved(self) -> None:
        """Tells that it is saved, and others that it changed."""
        saved = self.tr("The site’s details are saved.")
        later = self.tr("Time zone, currency and kind of place hold once Amends is opened again.")
        self.told.emit(f"{saved} {later}" if self._holds_later else saved, None)
        self.site_changed.emit()

    def use_words(self) -> None:
        """Says again what is wrong."""
        self._say_refusal(False)

    def set_own_words(self) -> None:
        """Names everything in the language of the moment."""
        self.head.set_texts(self.tr("Site"), self.tr("Stands on papers, in the top bar and in every case number."))
        labels = {
            "name": self.tr("Name"),
            "phone": self.tr("Phone"),
            "address": self.tr("Address"),
            "country": self.tr("Country"),
            "code": self.tr("Site code"),
            "zone": self.tr("Time zone"),
            "currency": self.tr("Currency"),
        }
        for name, label in labels.items():
            self.rows[name].set_label(label)
        self.rows["phone"].set_hint(self.tr("Stands on guests’ receipts, so that they can reach you."))
        self.rows["address"].set_hint(self.tr("Stands at the foot of letters, in one line."))
        self.rows["country"].set_hint(self.tr("Two letters, like CN. It decides which law cards are shown."))
        self.language.set_texts(self.tr("First language"), self.tr("For whoever has chosen none on their computer."))
        self.kind.set_texts(self.tr("Kind of place"), self.tr("Chooses the list of categories."))
        self.kind.control.set_labels({Property.HOTEL: self.tr("Hotel"), Property.RETAIL: self.tr("Shop")})
        self._lasting.setText(self.tr("In every case"))
        self._paint_fixed()

    def _lay_out(self) -> None:
        self.body.addWidget(self.rows["name"])
        self.body.addLayout(narrow(self.rows["phone"], _NARROW))
        self.body.addWidget(self.rows["address"])
        self.body.addWidget(self.language)
        self.body.addLayout(narrow(self.rows["country"], _NARROW))
        note = QHBoxLayout()
        note.setSpacing(8)
        self._lock = Icon("lock", "ink2", 14)
        note.addWidget(self._lock, 0, Qt.AlignmentFlag.AlignTop)
        note.addWidget(self._fixed_note, 1)
        pairs = QVBoxLayout()
        pairs.setSpacing(12)
        for names in (("code", "currency"), ("zone",)):
            line = QHBoxLayout()
            line.setSpacing(12)
            for name in names:
                column = QVBoxLayout()  # aligned, a row would be measured before it knows its width
                column.addWidget(self.rows[name])
                column.addStretch(1)
                line.addLayout(column, 1)
            pairs.addLayout(line)
        self.body.addWidget(Separator())
        self.body.addWidget(self._lasting)
        self.body.addLayout(note)
        self.body.addLayout(pairs)
        self.body.addWidget(self.kind)

    def _offer_zones(self) -> None:
        zones = QCompleter(QStringListModel(sorted(available_timezones()), self), self)
        zones.setFilterMode(Qt.MatchFlag.MatchContains)
        zones.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self.fields["zone"].setCompleter(zones)
        zones.activated.connect(lambda _text: self._edit(zone=self.fields["zone"].text()))

    def _connect(self) -> None:
        for name, field in self.fields.items():
            field.textEdited.connect(lambda text, name=name: self._edit(**{name: _tidy(name, text)}))
        self.currency.activated.connect(lambda _place: self._edit(currency=self.currency.currentData()))
        self.language.control.chosen.connect(lambda value: self._edit(language=value))
        self.kind.control.chosen.connect(lambda value: self._edit(property=value))
        self.bar.discarded.connect(self.presenter.discard)

    def _edit(self, **changes: object) -> None:
        form = self.presenter.state.form
        if form is not None:
            self.presenter.edit(replace(form, **changes))  # type: ignore[arg-type]  # fields and their values

    def _load(self) -> Kept[SiteForm]:
        return self._form_of(self.hands.doors.site.sheet())

    def _save(self, form: SiteForm, seen: int) -> Kept[SiteForm]:
        return self._form_of(self.hands.doors.site.change(form, seen))

    def _form_of(self, sheet: Kept[SiteSheet]) -> Kept[SiteForm]:
        self._fixed = sheet.value.fixed
        return Kept(sheet.value.form, sheet.version)

    def _say_refusal(self, is_fresh: bool) -> None:
        state = self._was
        rows = {_CALLED.get(name, name): row for name, row in self.rows.items()}
        wrong = show_refusal(rows, state.refusal, self.words, is_fresh=is_fresh)
        self.bar.show_look(dirty=state.is_dirty, busy=state.is_busy, wrong=wrong)

    def _paint_fixed(self) -> None:
        for name in ("code", "zone"):
            self.fields[name].setEnabled(name not in self._fixed)
        self.currency.setEnabled("currency" not in self._fixed)
        self.kind.setEnabled("property" not in self._fixed)
        self._lock.setVisible(bool(self._fixed))
        self._fixed_note.setText(
            self.tr("There are cases already, which bear these. They can’t change any more.")
            if self._fixed
            else self.tr("Please settle these before the first case: they can’t change afterwards.")
        )


def _tidy(name: str, text: str) -> str:
    """Codes are capitals, however they were typed."""
    return text.strip().upper() if name in ("country", "code") else text
