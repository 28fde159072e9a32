"""The window's language: loads compiled phrases and changes them while the window runs.

Screens write ``self.tr("…")`` in the class that defines the phrase and set all their words in one method::

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._set_words()
        super().changeEvent(event)

``_set_words`` is called once at the end of ``__init__`` too; it never touches what a person typed. How phrases get
into the files is told in ``desktop.dev.translations``.
"""

from pathlib import Path

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QObject, QTranslator, Signal

from desktop.domain.kinds import Language
from desktop.ui.resources import TRANSLATIONS

_LOCALES = {Language.EN: "en_GB", Language.ZH: "zh_CN"}
_QTS_OWN = {Language.ZH: "qtbase_zh_CN"}  # Qt's source is English


class Translator(QObject):
    """The language of one application. ``changed`` carries the new one, after all windows were told."""

    changed = Signal(str)

    def __init__(self, app: QCoreApplication, language: Language = Language.EN, folder: Path = TRANSLATIONS) -> None:
        super().__init__(app)
        self._app = app
        self._folder = folder
        self._loaded: list[QTranslator] = []
        self._language = Language(language)
        self._install()

    def language(self) -> Language:
        """The language of the window now."""
        return self._language

    def set_language(self, language: Language) -> None:
        """Changes the language; every widget gets a ``LanguageChange`` event."""
        if language == self._language:
            return
        self._language = Language(language)
        self._install()
        self.changed.emit(self._language.value)

    def remove(self) -> None:
        """Takes the phrases away again; the window speaks the source's English then."""
        for translator in self._loaded:
            self._app.removeTranslator(translator)
        self._loaded = []

    def _install(self) -> None:
        QLocale.setDefault(QLocale(_LOCALES[self._language]))
        earlier, self._loaded = self._loaded, []
        qt_folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
        if self._language in _QTS_OWN:
            self._load(_QTS_OWN[self._language], qt_folder)
        self._load(f"amends_{self._language.value}", str(self._folder))
        for translator in earlier:
            self._app.removeTranslator(translator)
            translator.deleteLater()

    def _load(self, name: str, folder: str) -> None:
        """Installs one file; one that isn't there leaves the source's English."""
        translator = QTranslator(self)
        if translator.load(name, folder):
            self._app.installTranslator(translator)
            self._loaded.append(translator)
