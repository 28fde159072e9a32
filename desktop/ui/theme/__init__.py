"""How everything looks: colour tokens, measures, fonts, icons and the one style sheet (design.md 2 to 6, 8)."""

from desktop.ui.theme.icons import icon, icon_pixmap, paint_icon
from desktop.ui.theme.metrics import Metrics, TypeRole, is_compact
from desktop.ui.theme.qss import build_qss
from desktop.ui.theme.theme import Theme, theme_of
from desktop.ui.theme.tokens import DARK, LIGHT, Tokens

__all__ = [
    "DARK",
    "LIGHT",
    "Metrics",
    "Theme",
    "Tokens",
    "TypeRole",
    "build_qss",
    "icon",
    "icon_pixmap",
    "is_compact",
    "paint_icon",
    "theme_of",
]
