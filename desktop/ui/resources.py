"""Where the window finds its data files: fonts, icons and compiled translations."""

from pathlib import Path

RESOURCES = Path(__file__).resolve().parents[2] / "resources"
FONTS = RESOURCES / "fonts"
ICONS = RESOURCES / "icons"
TRANSLATIONS = RESOURCES / "translations"
