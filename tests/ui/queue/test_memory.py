"""What the queue remembers between starts (conventions.md 22)."""

from pathlib import Path

import pytest
from PySide6.QtCore import QSettings

from desktop.domain.queueing import Chip
from desktop.ui.queue.columns import Column
from desktop.ui.queue.memory import Remembered, recall, remember


def settings_in(folder: Path) -> QSettings:
    return QSettings(str(folder / "window.ini"), QSettings.Format.IniFormat)


@pytest.mark.parametrize(
    "kept",
    [
        Remembered(),
        Remembered(frozenset({Column.OWNER}), Chip.OVERDUE, mine=True),
        Remembered(frozenset({Column.OWNER, Column.MOOD, Column.CASE}), Chip.FOLLOW_UPS, mine=False),
    ],
)
def test_columns_chip_and_whose_cases_come_back_after_a_restart(tmp_path, kept):
    settings = settings_in(tmp_path)
    remember(settings, kept)
    settings.sync()
    assert recall(settings_in(tmp_path)) == kept


def test_nothing_kept_is_the_whole_queue():
    assert recall(settings_in(Path("nowhere"))) == Remembered()


@pytest.mark.parametrize(("key", "value"), [("hidden", "band,summary,nonsense"), ("chip", "everything"), ("mine", "1")])
def test_what_is_not_understood_is_as_if_never_kept(tmp_path, key, value):
    settings = settings_in(tmp_path)
    settings.setValue(f"queue/{key}", value)
    assert recall(settings) == Remembered()
