"""Opening hours: the week, the exceptions, and the whole year to look over. Targets run while the site is open."""

import re
from contextlib import suppress
from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.domain.calendar_year import DayKind, HoursForm, YearDay, hours_form, hours_text, year_of
from desktop.domain.calendars import ROUND_THE_CLOCK, Calendar, parse_calendar
from desktop.domain.site_settings import Kept
from desktop.errors import UserError
from desktop.ui.formats import day_date, full_date
from desktop.ui.settings.day_editor import DayEditor
from desktop.ui.settings.list_section import Detail
from desktop.ui.settings.presenters import FormPresenter
from desktop.ui.settings.section import DETAIL, Hands, Section, TitleRow, bind_save
from desktop.ui.settings.state import FormState
from desktop.ui.settings.week_fields import WeekFields
from desktop.ui.settings.year_view import DaySample, YearLook, YearView, sample_days
from desktop.ui.theme.theme import theme_of
from desktop.ui.widgets import Button, FlowRow, IconButton, PlainLabel, Separator, scrolling

_WEEKDAY = re.compile(r"intervals\.(\w+)")
_EXTRA = re.compile(r"extra\.(\d{4}-\d{2}-\d{2})")


class HoursSection(Section):
    """The year at left; the week and the chosen day at right."""

    def __init__(self, hands: Hands, parent: QWidget | None = None) -> None:
        super().__init__(hands, parent)
        today = hands.doors.now().astimezone(hands.doors.zone).date()
        self._chosen, self._year = today, today.year
        self._calendar: Calendar = ROUND_THE_CLOCK  #: as typed, as far as it can be read
        self.head = TitleRow()
        self.last, self.next = IconButton("chevron-left", ""), IconButton("chevron-right", "")
        self.year_label = PlainLabel("", "subtitle")
        self.today = Button(size="normal")
        look = YearLook(year_of(ROUND_THE_CLOCK, today.year), today, today, hands.words.language)
        self.year = YearView(look, self._describe)
        self._legend = [(DaySample(entry), PlainLabel("", "meta", "ink2")) for entry in sample_days(today)]
        self.detail = Detail()
        self.week, self.day = WeekFields(), DayEditor()
        self._was: FormState[HoursForm] = FormState()
        self._lay_out()
        self.presenter: FormPresenter[HoursForm] = FormPresenter(self, self._load, self._save, hands.run)
        self._connect()
        theme_of(self).changed.connect(self._restyle)
        self._restyle()
        self.week.use_words(self.words)
        self.set_own_words()

    def refresh(self) -> None:
        """Reads the hours anew."""
        self.presenter.refresh()

    def save(self) -> None:
        """Saves the hours."""
        self.presenter.save()

    def first_field(self) -> QWidget:
        """The year, from which one goes by arrow keys."""
        return self.year

    def paint(self, state: FormState[HoursForm]) -> None:
        """Shows the hours as typed; what can't be read yet leaves the year as it was."""
        was, self._was = self._was, state
        form = state.form
        if form is not None:
            with suppress(UserError):  # said when it is saved
                self._calendar = parse_calendar(form.data())
            self.week.show_lines(form.weekly)
        self._show_year()
        self._say(state.refusal is not was.refusal)
        self.mark(state.is_dirty)

    def show_saved(self) -> None:
        """Tells that they are saved."""
        self.told.emit(self.tr("The opening hours are saved. They hold for what is opened or rated from now on."), None)
        self.site_changed.emit()

    def use_words(self) -> None:
        """Weekdays and dates are said in other words."""
        self.week.use_words(self.words)
        self._show_year()
        self._say(False)

    def set_own_words(self) -> None:
        """Names everything in the language of the moment."""
        hint = self.tr("Targets run while the site is open. Past midnight is fine: 17:00–02:00.")
        self.head.set_texts(self.tr("Opening hours"), hint)
        self.last.set_name(self.tr("The year before"))
        self.next.set_name(self.tr("The year after"))
        self.today.setText(self.tr("Today"))
        self.year.setAccessibleName(self.tr("Days of the year"))
        words = (self.tr("Open"), self.tr("Closed every week"), self.tr("Closed date"), self.tr("Own hours"))
        for (_sample, label), text in zip(self._legend, words, strict=True):
            label.setText(text)
        self.detail.set_texts("")
        self._show_year()
        self._say(False)

    def _lay_out(self) -> None:
        controls: tuple[QWidget, ...] = (self.last, self.year_label, self.next, self.today)
        for control in controls:
            self.head.row.addWidget(control, 0, Qt.AlignmentFlag.AlignTop)
        self.year_label.setAlignment(Qt.AlignmentFlag.AlignCenter)
        legend = FlowRow(gap=16)
        for sample, label in self._legend:
            pair = QWidget()
            row = QHBoxLayout(pair)
            row.setContentsMargins(0, 0, 0, 0)
            row.setSpacing(6)
            row.addWidget(sample)
            row.addWidget(label)
            legend.add_widget(pair)
        content = QWidget()
        column = QVBoxLayout(content)
        column.setContentsMargins(20, 4, 20, 16)
        column.setSpacing(14)
        column.addWidget(self.year)
        column.addWidget(legend)
        column.addStretch(1)
        left = QVBoxLayout()
        left.setSpacing(0)
        left.addWidget(self.head)
        left.addWidget(scrolling(content), 1)
        for widget in (self.week, Separator(), self.day):
            self.detail.body.addWidget(widget)
        self.detail.body.addStretch(1)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addLayout(left, 1)
        row.addWidget(self.detail)

    def _connect(self) -> None:
        self.year.picked.connect(self._choose)
        self.last.clicked.connect(lambda: self._go_to_year(self._year - 1))
        self.next.clicked.connect(lambda: self._go_to_year(self._year + 1))
        self.today.clicked.connect(lambda: self._choose(self._today()))
        self.week.edited.connect(self._on_week)
        self.week.filled.connect(self._on_filled)
        self.day.changed.connect(self._on_day)
        self.detail.bar.saved.connect(self.save)
        self.detail.bar.discarded.connect(self.presenter.discard)
        bind_save(self, self.save)

    def _today(self) -> date:
        return self.hands.doors.now().astimezone(self.hands.doors.zone).date()

    def _choose(self, day: date) -> None:
        self._chosen, self._year = day, day.year
        self._show_year()

    def _go_to_year(self, year: int) -> None:
        if date.min.year <= year <= date.max.year:
            self._year = year
            self._show_year()

    def _on_week(self, place: int, line: str) -> None:
        form = self.presenter.state.form
        if form is not None:
            self.presenter.edit(form.with_weekday(place, line))

    def _on_filled(self, lines: tuple[str, ...]) -> None:
        form = self.presenter.state.form
        if form is not None:
            self.presenter.edit(HoursForm(lines, form.closed, form.extra))

    def _on_day(self, kind: DayKind, line: str) -> None:
        form = self.presenter.state.form
        if form is not None:
            self.presenter.edit(form.with_day(self._chosen, kind, line))

    def _load(self) -> Kept[HoursForm]:
        kept = self.hands.doors.rules.calendar()
        return Kept(hours_form(kept.value), kept.version)

    def _save(self, form: HoursForm, seen: int) -> Kept[HoursForm]:
        self.hands.doors.rules.change("calendar", form.data(), seen)
        return self._load()

    def _show_year(self) -> None:
        language = self.words.language
        self.year_label.setText(str(self._year))
        self.year.show_look(YearLook(year_of(self._calendar, self._year), self._today(), self._chosen, language))
        form = self._was.form
        if form is not None:
            self.day.show_day(self._chosen, form, language)

    def _describe(self, entry: YearDay) -> str:
        language = self.words.language
        when = f"{full_date(entry.day, language)}, {day_date(entry.day, language)}"
        hours = hours_text(entry.openings) or self.tr("Closed")
        return f"{when}: {hours}"

    def _say(self, is_fresh: bool) -> None:
        state = self._was
        refusal = state.refusal
        said = self.words.error(refusal) if refusal is not None else ""
        weekday = _WEEKDAY.fullmatch(refusal.field) if refusal is not None else None
        extra = _EXTRA.fullmatch(refusal.field) if refusal is not None else None
        if extra is not None and is_fresh:
            self._choose(date.fromisoformat(extra[1]))
        at_day = extra is not None and date.fromisoformat(extra[1]) == self._chosen
        self.day.show_error(said if at_day else "", is_fresh=is_fresh)
        at_week = self.week.show_error(weekday[1] if weekday else "", said, is_fresh=is_fresh)
        wrong = "" if at_day or at_week else said
        self.detail.bar.show_look(dirty=state.is_dirty, busy=state.is_busy, wrong=wrong)

    def _restyle(self) -> None:
        metrics = theme_of(self).metrics
        self.detail.setFixedWidth(metrics.px(DETAIL))  # three choices of a day stand side by side
        self.year_label.setFixedWidth(metrics.px(48))
        self.year_label.setFixedHeight(metrics.height("button"))
