"""What every test stands on: a private environment, a still clock, and watchers for what a test leaves behind."""

import atexit
import logging
import os
import shutil
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

from tests.support.clock import Clock
from tests.support.logs import LogWatch


def _use_a_private_environment() -> None:
    """Keeps tests away from the person's own settings and data. Qt reads most of this once, when it is loaded."""
    home = Path(tempfile.mkdtemp(prefix="amends-tests-"))
    atexit.register(shutil.rmtree, home, ignore_errors=True)
    for name in ("CONFIG_HOME", "DATA_HOME", "STATE_HOME", "CACHE_HOME", "RUNTIME_DIR"):
        (home / name).mkdir(mode=0o700)
        os.environ[f"XDG_{name}"] = str(home / name)
    os.environ["APPDATA"] = os.environ["LOCALAPPDATA"] = str(home / "DATA_HOME")  # the same on Windows
    for name in [name for name in os.environ if name.startswith(("AMENDS_", "QT_"))]:
        del os.environ[name]
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    os.environ["LC_ALL"] = "C.UTF-8"
    os.environ["TZ"] = "UTC"
    if hasattr(time, "tzset"):  # Windows has none
        time.tzset()


_use_a_private_environment()

# Slow machines are no reason to fail. For a long search: pytest --hypothesis-profile thorough
# A build tries the same examples each time, so that what fails there is the change's; everybody else's runs search on.
_SAME_EACH_TIME = bool(os.environ.get("CI"))
for _profile, _examples in (("quick", 60), ("thorough", 2000)):
    settings.register_profile(
        _profile,
        max_examples=_examples,
        deadline=None,
        derandomize=_SAME_EACH_TIME,
        suppress_health_check=[HealthCheck.too_slow],
    )
settings.load_profile("quick")


_LONG = ("test_every_screen.py", "test_exporting.py", "test_every_act.py", "journeys")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Begins with what takes long, so that no worker waits for the other at the end."""
    items.sort(key=lambda item: not any(name in item.path.parts for name in _LONG))


@pytest.fixture
def clock() -> Clock:
    """A clock that stands at 21:42 in Asia/Shanghai on 19 November 2026."""
    return Clock()


@pytest.fixture(autouse=True)
def expected_log() -> Iterator[LogWatch]:
    """Fails a test that logs a warning or worse, unless it said so: ``expected_log("disk full")``.

    What Qt itself says is watched by pytest-qt (``qt_log_level_fail`` in pyproject.toml).
    """
    watch = LogWatch()
    logging.getLogger().addHandler(watch)
    yield watch
    logging.getLogger().removeHandler(watch)
    if complaints := watch.complaints():
        pytest.fail("\n".join(complaints), pytrace=False)


@pytest.fixture(autouse=True)
def _no_window_stays_open() -> Iterator[None]:
    """Fails a test that leaves a window open: give it to ``qtbot.addWidget``, or close it."""
    yield
    widgets = sys.modules.get("PySide6.QtWidgets")  # looked up, not imported: most tests know nothing of Qt
    if widgets is None or widgets.QApplication.instance() is None:
        return
    left = [w for w in widgets.QApplication.topLevelWidgets() if w.isVisible()]
    names = [f"{type(w).__name__} {w.windowTitle()!r}" for w in left]
    for window in left:
        window.hide()  # so that the next test isn't blamed; close() might ask something
        window.deleteLater()
    # Windows that were only told to go stay until events are handled, and every style sheet would dress them too.
    core = sys.modules["PySide6.QtCore"]
    core.QCoreApplication.sendPostedEvents(None, core.QEvent.Type.DeferredDelete.value)
    if names:
        pytest.fail(f"left open: {', '.join(names)}", pytrace=False)
