"""What a start must not wait for."""

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[3]
_LATER = ("reportlab", "pypdfium2", "xlsxwriter", "openpyxl", "alembic", "pypinyin", "yaml")
_SCREENS = ("desktop.ui.insights.screen", "desktop.ui.reports.screen", "desktop.ui.charts")


def test_what_stands_behind_a_door_is_loaded_when_it_is_opened() -> None:
    ask = f"""
import sys
import desktop.services.desk, desktop.ui.shell.wiring
print([name for name in {(*_LATER, *_SCREENS)!r} if name in sys.modules])
"""
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    asked = subprocess.run(
        [sys.executable, "-c", ask], cwd=ROOT, env=environment, capture_output=True, text=True, check=False
    )
    assert (asked.returncode, asked.stdout.strip()) == (0, "[]"), asked.stderr
