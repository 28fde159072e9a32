"""What earlier tests let go of is gone before the next begins."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QTranslator
from PySide6.QtWidgets import QApplication


@pytest.fixture(autouse=True)
def _clean_application(qapp: QApplication) -> Iterator[None]:
    """What earlier tests let go of is gone, and their language too: a style sheet would dress those windows as well."""
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    yield
    for translator in qapp.findChildren(QTranslator):
        qapp.removeTranslator(translator)
