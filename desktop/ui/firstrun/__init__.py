"""The first run: a site, its desk and its owner in about a minute, or an earlier desk from a backup."""

from desktop.ui.firstrun.screen import FirstRunScreen
from desktop.ui.firstrun.state import FirstRunAnswers

__all__ = ["FirstRunAnswers", "FirstRunScreen"]
