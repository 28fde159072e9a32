"""Where a site's folder is. Imports next to nothing: the window asks before anything else is loaded."""

import sys
from collections.abc import Mapping
from pathlib import Path

_ENVIRONMENT = "AMENDS_WORKSPACE"


def locate(given: Path | None, environ: Mapping[str, str]) -> Path:
    """The workspace's folder: the one named, else ``AMENDS_WORKSPACE``, else the platform's usual data folder."""
    if given is not None:
        return given.expanduser().absolute()
    if environ.get(_ENVIRONMENT):
        return Path(environ[_ENVIRONMENT]).expanduser().absolute()
    home = Path(environ.get("HOME") or environ.get("USERPROFILE") or Path.home())
    if sys.platform == "win32":
        return Path(environ.get("LOCALAPPDATA") or home / "AppData" / "Local") / "Amends"
    if sys.platform == "darwin":
        return home / "Library" / "Application Support" / "Amends"
    return Path(environ.get("XDG_DATA_HOME") or home / ".local" / "share") / "amends"
