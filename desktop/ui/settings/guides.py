"""How conversations are led: the order of the steps, the wording style, the site's own guide files (guides.md)."""

from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QWidget

from desktop.domain.guide_settings import GuideSettings, GuideSource, WordingStyle
from desktop.errors import UserError
from desktop.ui.settings.appearance import ChoiceLine
from desktop.ui.settings.doors import GuideSheet
from desktop.ui.settings.guides_choice import FrameworkChoice
from desktop.ui.settings.guides_files import GuideFilesCard
from desktop.ui.settings.presenters import FormPresenter
from desktop.ui.settings.section import FormSection, Hands
from desktop.ui.settings.state import FormState
from desktop.ui.widgets import PlainLabel, SegmentedControl, Separator, announce

_AIR = 24  #: logical pixels around what is scrolled to


class GuidesSection(FormSection):
    """A framework and a style, which are saved; and the files, where everything holds at once."""

    form_width = 720

    def __init__(self, hands: Hands, parent: QWidget | None = None) -> None:
        super().__init__(hands, parent)
        self.order = PlainLabel("", "section")
        self.order_note = PlainLabel("", "meta", "ink2", wrap=True)
        self.choice = FrameworkChoice()
        self.style_line = ChoiceLine(SegmentedControl([(style, "") for style in WordingStyle], name=""))
        self.files = GuideFilesCard()
        for widget in (self.order, self.choice, self.order_note, Separator(), self.style_line):
            self.body.addWidget(widget)
        self.column.addWidget(self.files)
        self._sheet: GuideSheet | None = None
        self._was: FormState[GuideSettings] = FormState()
        doors = hands.doors.guides
        self.presenter: FormPresenter[GuideSettings] = FormPresenter(self, doors.settings, doors.change, hands.run)
        self.choice.chosen.connect(lambda code: self._edit(framework=code))
        self.style_line.control.chosen.connect(lambda style: self._edit(style=style))
        self.bar.discarded.connect(self.presenter.discard)
        self.files.edited.connect(self._edit_copy)
        self.files.went_back.connect(self._go_back)
        self.files.checked.connect(self._check_again)
        self.files.grown.connect(self._bring_up)
        self.set_own_words()

    def refresh(self) -> None:
        """Reads what is chosen and how the files stand."""
        self.presenter.refresh()
        self._read_sheet()

    def save(self) -> None:
        """Saves framework and style."""
        self.presenter.save()

    def first_field(self) -> QWidget:
        """The chosen framework."""
        return self.choice.first()

    def paint(self, state: FormState[GuideSettings]) -> None:
        """Shows what is chosen."""
        was, self._was = self._was, state
        self._paint_choice()
        self._say_refusal(state.refusal is not was.refusal)
        self.mark(state.is_dirty)

    def show_saved(self) -> None:
        """Tells that it is saved."""
        self.told.emit(self.tr("Saved. It holds from the next conversation on."), None)
        self.site_changed.emit()

    def use_words(self) -> None:
        """Frameworks, sentences and reasons in another language."""
        self._say_refusal(False)
        self._read_sheet()

    def set_own_words(self) -> None:
        """Names everything in the language of the moment."""
        self.head.set_texts(self.tr("Conversations"), self.tr("How the desk leads the talk with an unhappy guest."))
        self.order.setText(self.tr("Order of the steps"))
        self.choice.setAccessibleName(self.order.text())
        self.order_note.setText(self.tr("Steps in brackets come afterwards, without the guest."))
        labels = {WordingStyle.FULL: self.tr("In full"), WordingStyle.SHORT: self.tr("Short")}
        self.style_line.control.set_labels(labels)
        self._paint_choice()

    # Reading

    def _read_sheet(self) -> None:
        doors, language = self.hands.doors.guides, self.words.language
        self.hands.run(lambda: doors.sheet(language), self._on_sheet, self._on_files_refused)

    def _on_sheet(self, sheet: GuideSheet) -> None:
        self.files.set_busy(False)
        if sheet.language is self.words.language:  # else a newer one is on its way
            self._sheet = sheet
            self.files.show_files(sheet.files, self.words)
            self._paint_choice()

    def _paint_choice(self) -> None:
        form, sheet = self.presenter.state.form, self._sheet
        example = ""
        if form is not None:
            self.style_line.control.set_value(form.style)
            if sheet is not None:
                self.choice.show_lines(sheet.frameworks, form.framework)
                example = sheet.examples.get(form, "")
        quoted = self.tr("“{sentence}”").format(sentence=example) if example else ""
        self.style_line.set_texts(self.tr("Wording"), quoted)

    def _say_refusal(self, is_fresh: bool) -> None:
        state = self._was
        wrong = self.words.error(state.refusal) if state.refusal is not None else ""
        self.bar.show_look(dirty=state.is_dirty, busy=state.is_busy, wrong=wrong)
        if is_fresh and state.refusal is not None:
            self._read_sheet()  # the guide may have lost the framework

    def _edit(self, **changes: object) -> None:
        form = self.presenter.state.form
        if form is not None:
            self.presenter.edit(replace(form, **changes))  # type: ignore[arg-type]  # fields and their values

    # Files

    def _bring_up(self, widget: QWidget) -> None:
        """Scrolls to a widget once it has found its place."""
        QTimer.singleShot(0, widget, lambda: self.area.ensureWidgetVisible(widget, 0, _AIR))

    def _edit_copy(self, name: str) -> None:
        doors = self.hands.doors.guides
        if self._is_own(name):
            self._show(doors.folder())
            return
        self.files.set_busy(True)
        self.hands.run(lambda: doors.copy(name), self._on_copied, self._on_files_refused)

    def _on_copied(self, path: Path) -> None:
        self._on_files_changed()
        self._show(path.parent)

    def _show(self, folder: Path) -> None:
        self.hands.doors.guides.show_folder(folder)
        sentence = self.tr("Your copies lie in {folder}. Edit them with any text editor, then check again.")
        self.told.emit(sentence.format(folder=folder), None)

    def _go_back(self, name: str) -> None:
        doors = self.hands.doors.guides
        self.files.set_busy(True)
        self.hands.run(lambda: doors.back_to_shipped(name), self._on_back, self._on_files_refused)

    def _on_back(self, aside: Path) -> None:
        self._on_files_changed()
        sentence = self.tr("The shipped guide is used again. Your copy lies beside it as {name}.")
        self.told.emit(sentence.format(name=aside.name), None)

    def _check_again(self) -> None:
        doors = self.hands.doors.guides
        self.files.set_busy(True)
        self.hands.run(doors.check_again, lambda _files: self._on_checked(), self._on_files_refused)

    def _on_checked(self) -> None:
        self._on_files_changed()
        announce(self.files, self.tr("Checked."))

    def _on_files_changed(self) -> None:
        self.files.say("")
        self.presenter.refresh()  # a guide that lost the framework gives way to the default
        self._read_sheet()
        self.site_changed.emit()

    def _on_files_refused(self, refusal: UserError) -> None:
        self.files.set_busy(False)
        self.files.say(self.words.error(refusal))
        announce(self.files, self.files.refused.text())
        if refusal.code in ("guide_exists", "no_guide_copy"):  # somebody else did it meanwhile
            self._read_sheet()

    def _is_own(self, name: str) -> bool:
        files = self._sheet.files if self._sheet is not None else ()
        return any(file.name == name and file.source is not GuideSource.SHIPPED for file in files)
