"""The theme in use: one object, installed on the application, from which widgets take colours, fonts and measures."""

import sys
from collections.abc import Callable
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import ClassVar, Literal

from PySide6.QtCore import QObject, Qt, QTemporaryDir, Signal
from PySide6.QtGui import QFont, QPalette
from PySide6.QtWidgets import QApplication, QWidget

from desktop.ui.theme.fonts import bundled_families, role_font, screen_families
from desktop.ui.theme.glyphs import write_glyphs
from desktop.ui.theme.metrics import TEXT_SIZES, Metrics, Role
from desktop.ui.theme.palette import colours_of, palette_from
from desktop.ui.theme.qss import build_qss
from desktop.ui.theme.texts import forget_texts
from desktop.ui.theme.tokens import DARK, LIGHT, Tokens, high_contrast

Mode = Literal["light", "dark", "system"]


class Theme(QObject):
    """Current colours, measures and fonts; ``changed`` follows every change, after it has been applied.

    Made by ``Theme.install(app)``; widgets find it with ``theme_of(widget)``.
    """

    changed = Signal()
    _installed: ClassVar["Theme | None"] = None  # not a property of the application: it is asked for all the time

    def __init__(
        self, app: QApplication, families: Callable[[bool], list[str]], system_dark: Callable[[], bool]
    ) -> None:
        super().__init__(app)
        self._app = app
        self._families_for = families
        self._families = families(False)
        self._system_dark = system_dark
        self._system_palette = QPalette(app.palette())
        self._mode: Mode = "system"
        self._metrics = Metrics()
        self._high_contrast: bool | None = None
        self._reduced_motion: bool | None = None
        self._glyphs = QTemporaryDir()
        self._generation = 0
        self._tokens = LIGHT
        self._fonts: dict[tuple[Role, int | None], QFont] = {}
        self._hints = app.styleHints()  # kept: the wrapper of its accessibility() dies with this one
        self._preferences = self._hints.accessibility()
        self._hints.colorSchemeChanged.connect(self._on_system_change)
        self._preferences.contrastPreferenceChanged.connect(self._on_system_change)

    @classmethod
    def install(
        cls,
        app: QApplication,
        *,
        mode: Mode = "system",
        platform: str = sys.platform,
        bundled_fonts: bool = False,
        system_dark: Callable[[], bool] | None = None,
    ) -> "Theme":
        """Makes a theme and dresses the application in it; an earlier theme is replaced.

        ``bundled_fonts`` takes the fonts in resources on every system (tests, pictures); ``system_dark`` tells
        whether the system is dark now (default: what Qt says).
        """
        earlier = cls._installed
        app.setStyle("Fusion")
        families = bundled_families if bundled_fonts else partial(screen_families, platform)
        theme = cls(app, families, system_dark or (lambda: _says_dark(app)))
        cls._installed = theme
        theme.set_mode(mode)
        if earlier is not None and earlier._app is app:
            earlier._retire()
        return theme

    @property
    def tokens(self) -> Tokens:
        """The colours in use."""
        return self._tokens

    @property
    def metrics(self) -> Metrics:
        """The measures in use."""
        return self._metrics

    @property
    def mode(self) -> Mode:
        """What was chosen: light, dark, or as the system is."""
        return self._mode

    @property
    def reduced_motion(self) -> bool:
        """Whether nothing may move: chosen here, else as the system says."""
        if self._reduced_motion is not None:
            return self._reduced_motion
        asked = getattr(self._preferences, "motionPreference", None)  # Qt 6.12 and later ask the system
        return asked is not None and asked().name == "ReducedMotion"

    @property
    def high_contrast(self) -> bool:
        """Whether the system's own colours are shown instead of ours (design.md 13)."""
        if self._high_contrast is not None:
            return self._high_contrast
        return self._preferences.contrastPreference() == Qt.ContrastPreference.HighContrast

    def duration(self, milliseconds: int) -> int:
        """How long an animation takes: as asked, or 0 where motion is reduced."""
        return 0 if self.reduced_motion else milliseconds

    def font(self, role: Role, weight: int | None = None) -> QFont:
        """The font of a type role (design.md 3), the caller's own; ``weight`` as in CSS overrides the role's."""
        kept = self._fonts.get((role, weight))
        if kept is None:
            kept = self._fonts[role, weight] = role_font(self._families, self._metrics.role(role), weight)
        return QFont(kept)

    def set_mode(self, mode: Mode) -> None:
        """Shows the light or the dark theme, or follows the system."""
        self._mode = mode
        self._apply()

    def set_text_size(self, percent: int) -> None:
        """Text and rows at 100, 112 or 125 per cent. Raises ``ValueError`` for another number."""
        if percent not in TEXT_SIZES:
            raise ValueError(f"text size {percent}")
        self._set_metrics(replace(self._metrics, text_size=percent))

    def set_compact(self, compact: bool) -> None:
        """Takes the compact measures (see ``is_compact``) or the roomy ones."""
        self._set_metrics(replace(self._metrics, compact=compact))

    def set_chinese(self, chinese: bool) -> None:
        """Gives lines the height, and punctuation the width, that Chinese needs."""
        self._families = self._families_for(chinese)
        self._forget_fonts()
        self._set_metrics(replace(self._metrics, chinese=chinese))

    def set_reduced_motion(self, reduced: bool | None) -> None:
        """Switches motion off (True), on (False), or follows the system (None)."""
        self._reduced_motion = reduced

    def set_high_contrast(self, wanted: bool | None) -> None:
        """Shows the system's own colours (True), ours (False), or follows the system (None)."""
        self._high_contrast = wanted
        self._apply()

    def _set_metrics(self, metrics: Metrics) -> None:
        if metrics != self._metrics:
            self._metrics = metrics
            self._forget_fonts()
            self._apply()

    def _forget_fonts(self) -> None:
        self._fonts.clear()
        forget_texts()

    def _on_system_change(self) -> None:
        if self._mode == "system" or self._high_contrast is None:
            self._apply()

    def _apply(self) -> None:
        tokens = self._choose_tokens()
        self._tokens = tokens
        self._app.setFont(self.font("body"))
        self._app.setPalette(palette_from(tokens))
        self._app.setStyleSheet(build_qss(tokens, self._metrics, self._glyph_paths()))
        self.changed.emit()

    def _choose_tokens(self) -> Tokens:
        dark = self._mode == "dark" or (self._mode == "system" and self._system_dark())
        if self.high_contrast:
            return high_contrast(colours_of(self._system_palette), dark)
        return DARK if dark else LIGHT

    def _glyph_paths(self) -> dict[str, str]:
        """Pictures under new names each time: Qt keeps pictures of style sheets by their path."""
        self._generation += 1
        folder = Path(self._glyphs.path()) / str(self._generation)
        folder.mkdir()
        return write_glyphs(self._tokens, folder)

    def _retire(self) -> None:
        self._hints.colorSchemeChanged.disconnect(self._on_system_change)
        self._preferences.contrastPreferenceChanged.disconnect(self._on_system_change)
        self.deleteLater()


def _says_dark(app: QApplication) -> bool:
    return app.styleHints().colorScheme() == Qt.ColorScheme.Dark


def theme_of(widget: QWidget | None = None) -> Theme:
    """The theme of the application that the widget belongs to.

    Raises ``RuntimeError`` before ``Theme.install(app)``: a widget can't be measured without its fonts.
    """
    theme = Theme._installed
    if theme is None or theme._app is not QApplication.instance():
        raise RuntimeError(f"Theme.install(app) comes before {type(widget).__name__}")
    return theme
