"""Small pictures of attachments, made away from the window's thread and never larger than asked for."""

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QSize, Qt
from PySide6.QtGui import QImage, QImageReader

_MOST_PIXELS = 100_000_000  #: what a camera makes; more is a trap for the memory


def picture_of(content: bytes, within: QSize) -> QImage | None:
    """A picture scaled down to fit ``within`` (device pixels), turned as its camera says; ``None`` where it is none."""
    data = QByteArray(content)
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    reader = QImageReader(buffer)
    reader.setDecideFormatFromContent(True)
    reader.setAutoTransform(True)
    size = reader.size()
    if not size.isValid() or size.width() * size.height() > _MOST_PIXELS:
        return None
    if size.width() > within.width() or size.height() > within.height():
        fitting = size.scaled(within, Qt.AspectRatioMode.KeepAspectRatio)
        reader.setScaledSize(fitting.expandedTo(QSize(1, 1)))
    image = reader.read()
    return None if image.isNull() else image
