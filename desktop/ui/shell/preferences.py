"""Language and look: changed while the window runs, remembered for the next start."""

from typing import get_args

from PySide6.QtCore import QObject, Signal

from desktop.domain.kinds import Language
from desktop.ui.i18n import Translator
from desktop.ui.shell.settings import CANVAS, WindowSettings
from desktop.ui.theme.metrics import TEXT_SIZES
from desktop.ui.theme.theme import Mode, Theme
from desktop.words import Words, load_words


def kept_mode(settings: WindowSettings) -> Mode:
    """Light, dark, or as the system is; whatever else stands in the settings is as if never set."""
    modes: tuple[Mode, ...] = get_args(Mode)
    return next((mode for mode in modes if mode == settings.text("theme")), "system")


def kept_language(settings: WindowSettings) -> Language | None:
    """The language that somebody chose on this computer; None leaves it to the site."""
    return next((language for language in Language if language == settings.text("language")), None)


class Preferences(QObject):
    """One place through which language, theme, text size and motion change.

    ``language_changed`` carries the new language; ``words`` are of that language by then.
    """

    language_changed = Signal(object)

    def __init__(self, settings: WindowSettings, theme: Theme, translator: Translator) -> None:
        super().__init__(theme)
        self._settings, self._theme, self._translator = settings, theme, translator
        theme.set_text_size(self.text_size)
        if theme.mode != self.mode:  # each change dresses the whole application anew
            theme.set_mode(self.mode)
        theme.set_reduced_motion(True if self.motion_off else None)
        translator.set_language(kept_language(settings) or translator.language())
        theme.set_chinese(self.language is Language.ZH)
        translator.changed.connect(self._on_changed)
        theme.changed.connect(self._keep_canvas)
        self._keep_canvas()

    @property
    def language(self) -> Language:
        """The language of the window."""
        return self._translator.language()

    @property
    def words(self) -> Words:
        """The catalogue of terms and sentences in the window's language."""
        return load_words(self.language)

    @property
    def mode(self) -> Mode:
        """Light, dark, or as the system is."""
        return kept_mode(self._settings)

    @property
    def text_size(self) -> int:
        """100, 112 or 125 per cent."""
        kept = self._settings.text("text_size")
        return next((size for size in TEXT_SIZES if str(size) == kept), TEXT_SIZES[0])

    @property
    def motion_off(self) -> bool:
        """Whether nothing may move; else it is as the system says."""
        return self._settings.text("motion") == "off"

    @property
    def sound(self) -> bool:
        """Whether a soft tone may be played."""
        return self._settings.text("sound") != "off"

    def offer_language(self, language: Language) -> None:
        """Takes the site's language where nobody chose one on this computer."""
        if kept_language(self._settings) is None:
            self._translator.set_language(language)

    def set_language(self, language: Language) -> None:
        """Speaks another language from now on."""
        self._settings.keep_text("language", language.value)
        self._translator.set_language(language)

    def set_mode(self, mode: Mode) -> None:
        """Shows the light or the dark theme, or follows the system."""
        self._settings.keep_text("theme", mode)
        self._theme.set_mode(mode)

    def set_text_size(self, percent: int) -> None:
        """Text and rows at 100, 112 or 125 per cent."""
        self._settings.keep_text("text_size", str(percent))
        self._theme.set_text_size(percent)

    def set_motion_off(self, off: bool) -> None:
        """Lets nothing move, or leaves it to the system."""
        self._settings.keep_text("motion", "off" if off else "system")
        self._theme.set_reduced_motion(True if off else None)

    def set_sound(self, on: bool) -> None:
        """Allows a soft tone, or none."""
        self._settings.keep_text("sound", "on" if on else "off")

    def _on_changed(self) -> None:
        self._theme.set_chinese(self.language is Language.ZH)
        self.language_changed.emit(self.language)

    def _keep_canvas(self) -> None:
        self._settings.keep_text(CANVAS, self._theme.tokens.canvas)
