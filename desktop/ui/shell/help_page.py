"""Keys and help, and about: version, licences, where the data are (conventions.md 31)."""

import platform
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from PySide6 import __version__ as qt_binding_version
from PySide6.QtCore import QEvent, Qt, qVersion
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QGridLayout, QHBoxLayout, QScrollArea, QStackedWidget, QVBoxLayout, QWidget

from desktop import __version__
from desktop.domain.kinds import Language
from desktop.ui.resources import RESOURCES
from desktop.ui.shell.guides_help import GuidesHelp
from desktop.ui.shell.keys import key_lines
from desktop.ui.theme.theme import theme_of
from desktop.ui.widgets import Button, KeyCap, PlainLabel, Separator, TextArea
from desktop.ui.widgets.logo import Logo
from desktop.words import load_words

LICENCES = RESOURCES / "licences"
_WIDTH, _HEIGHT = 760, 560


@dataclass(frozen=True, slots=True)
class About:
    """What a colleague who helps needs to know; nothing of guests."""

    data_folder: Path
    language: str
    theme: str
    text_size: int

    def support_text(self) -> str:
        """Lines to send to whoever helps. Always in English, and never a word from a case."""
        return "\n".join(
            (
                f"Amends {__version__}",
                f"Python {platform.python_version()}, PySide6 {qt_binding_version}, Qt {qVersion()}",
                f"{platform.system()} {platform.release()} ({platform.machine()}), {QGuiApplication.platformName()}",
                f"language {self.language}, theme {self.theme}, text {self.text_size} %",
                f"data in {self.data_folder}",
            )
        )


def licence_texts(folder: Path = LICENCES) -> str:
    """All licences of what is shipped, one after the other."""
    files: Sequence[Path] = sorted(folder.glob("*.txt"))
    return "\n\n\n".join(f"{file.stem}\n\n{file.read_text(encoding='utf-8').strip()}" for file in files)


class HelpPage(QDialog):
    """Two columns over the window: keys, and what this program is."""

    def __init__(self, about: About, parent: QWidget) -> None:
        super().__init__(parent)
        self._about = about
        self.setProperty("kind", "card")
        self._pages = QStackedWidget()
        self._keys_title = PlainLabel("", "section")
        self._keys = QWidget()
        self._keys_grid = QGridLayout(self._keys)
        self._product = PlainLabel("Amends 听诉台", "subtitle")
        self._version = PlainLabel("", "body", "ink2", copyable=True)
        self._purpose = PlainLabel("", "body", "ink", wrap=True)
        self._data_title = PlainLabel("", "strong")
        self.data = PlainLabel(str(about.data_folder), "body", "ink2", wrap=True, copyable=True)
        self._safe = PlainLabel("", "meta", "ink2", wrap=True)
        self._made_of = PlainLabel("", "meta", "ink2", wrap=True)
        self.licences = Button(icon="scale")
        self.support = Button(icon="copy")
        self.guides = Button(icon="message-square")
        self.close_button = Button(key="Esc")
        self.back = Button(icon="arrow-left")
        self._licence_page: QWidget | None = None
        self._guides_page: GuidesHelp | None = None
        self.guides.clicked.connect(self._show_guides)
        self.licences.clicked.connect(self._show_licences)
        self.support.clicked.connect(self._copy)
        self.close_button.clicked.connect(self.reject)
        self.back.clicked.connect(lambda: self._pages.setCurrentIndex(0))
        self._lay_out()
        self._set_words()
        self.close_button.setFocus()

    def changeEvent(self, event: QEvent) -> None:
        """Follows the language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._set_words()
        super().changeEvent(event)

    def _lay_out(self) -> None:
        first = QWidget()
        columns = QHBoxLayout(first)
        columns.setContentsMargins(0, 0, 0, 0)
        columns.setSpacing(24)
        columns.addWidget(self._keys_part(), 5)
        columns.addWidget(Separator(upright=True))
        columns.addWidget(self._about_part(), 4)
        self._pages.addWidget(first)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(24, 20, 24, 16)
        whole.setSpacing(14)
        whole.addWidget(self._pages, 1)
        whole.addWidget(Separator())
        foot = QHBoxLayout()
        foot.addWidget(self.guides)
        foot.addWidget(self.support)
        foot.addWidget(self.licences)
        foot.addStretch(1)
        foot.addWidget(self.close_button)
        whole.addLayout(foot)
        px, room = theme_of(self).metrics.px, self.parentWidget()
        width, height = px(_WIDTH), px(_HEIGHT)
        if room is not None:
            width, height = min(width, room.width() - 48), min(height, room.height() - 48)
        self.resize(width, height)

    def _keys_part(self) -> QWidget:
        part = QWidget()
        column = QVBoxLayout(part)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        column.addWidget(self._keys_title)
        self._keys.setProperty("page", "true")
        self._keys_grid.setContentsMargins(0, 0, 8, 0)
        self._keys_grid.setHorizontalSpacing(16)
        self._keys_grid.setVerticalSpacing(8)
        self._keys_grid.setColumnStretch(1, 1)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setWidget(self._keys)
        column.addWidget(scroll, 1)
        return part

    def _about_part(self) -> QWidget:
        part = QWidget()
        column = QVBoxLayout(part)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        head = QHBoxLayout()
        head.setSpacing(12)
        names = QVBoxLayout()
        names.setSpacing(0)
        names.addWidget(self._product)
        names.addWidget(self._version)
        head.addWidget(Logo(36))
        head.addLayout(names, 1)
        column.addLayout(head)
        column.addSpacing(4)
        column.addWidget(self._purpose)
        column.addSpacing(8)
        for label in (self._data_title, self.data, self._safe):
            column.addWidget(label)
        column.addStretch(1)
        column.addWidget(self._made_of)
        return part

    def _set_words(self) -> None:
        self.setWindowTitle(self.tr("Keys and help"))
        self._keys_title.setText(self.tr("Keys"))
        self._show_keys()
        self._version.setText(self.tr("Version {version}").format(version=__version__))
        self._purpose.setText(self.tr("The complaint desk for the counter. It works without a network."))
        self._data_title.setText(self.tr("Where the data are"))
        self._safe.setText(
            self.tr("PINs guard this screen, not a stolen disk: please switch on the disk encryption of your system.")
        )
        self._made_of.setText(self.tr("MIT licence. Made with Qt (LGPL), Noto fonts (OFL) and Lucide icons (ISC)."))
        self.guides.setText(self.tr("Guide files"))
        self.licences.setText(self.tr("Licences"))
        self.support.setText(self.tr("Copy for support"))
        self.close_button.setText(self.tr("Close"))
        self.back.setText(self.tr("Back"))

    def _show_keys(self) -> None:
        while (item := self._keys_grid.takeAt(0)) is not None:
            if widget := item.widget():
                widget.hide()
                widget.deleteLater()
        for row, (keys, does) in enumerate(key_lines()):
            caps = QWidget()
            line = QHBoxLayout(caps)
            line.setContentsMargins(0, 0, 0, 0)
            line.setSpacing(4)
            for key in keys:
                line.addWidget(KeyCap(str(key)))
            line.addStretch(1)
            self._keys_grid.addWidget(caps, row, 0)
            self._keys_grid.addWidget(PlainLabel(does, "body", wrap=True), row, 1)
        self._keys_grid.setRowStretch(len(key_lines()), 1)

    def _show_licences(self) -> None:
        if self._licence_page is None:
            page = self._licence_page = QWidget()
            column = QVBoxLayout(page)
            column.setContentsMargins(0, 0, 0, 0)
            column.addWidget(self.back, 0, Qt.AlignmentFlag.AlignLeft)
            text = TextArea(role="meta")
            text.setReadOnly(True)
            text.set_text(licence_texts())
            text.setAccessibleName(self.licences.text())
            column.addWidget(text, 1)
            self._pages.addWidget(page)
        self._pages.setCurrentWidget(self._licence_page)
        self.back.setFocus()

    def _show_guides(self) -> None:
        if self._guides_page is None:
            self._guides_page = GuidesHelp(load_words(Language(self._about.language)))
            self._guides_page.left.connect(lambda: self._pages.setCurrentIndex(0))
            self._pages.addWidget(self._guides_page)
        self._pages.setCurrentWidget(self._guides_page)
        self._guides_page.area.setFocus()

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self._about.support_text())
