"""Icons from resources, recoloured and cached (design.md 6). Names are those of the files without ``.svg``."""

from functools import lru_cache

from PySide6.QtCore import QByteArray, QRectF, QSize, Qt
from PySide6.QtGui import QIcon, QPainter, QPixmap, QPixmapCache
from PySide6.QtSvg import QSvgRenderer

from desktop.ui.resources import ICONS


@lru_cache(maxsize=128)
def icon_svg(name: str) -> str:
    """The drawing of an icon as SVG text, in ``currentColor``. Raises ``FileNotFoundError`` for an unknown name."""
    return (ICONS / f"{name}.svg").read_text(encoding="utf-8")


def tinted_svg(name: str, colour: str) -> str:
    """The drawing of an icon in one colour (``#RRGGBB``)."""
    return icon_svg(name).replace("currentColor", colour)


def icon_pixmap(name: str, size: int, colour: str, dpr: float = 1.0) -> QPixmap:
    """An icon ``size`` logical pixels wide for a screen of this device pixel ratio; drawn once, then kept by Qt."""
    key = f"icon/{name}/{size}/{colour}/{dpr:g}"
    kept = QPixmap()
    if QPixmapCache.find(key, kept):
        return kept
    pixmap = QPixmap(QSize(round(size * dpr), round(size * dpr)))
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    QSvgRenderer(QByteArray(tinted_svg(name, colour).encode())).render(painter)
    painter.end()
    pixmap.setDevicePixelRatio(dpr)
    QPixmapCache.insert(key, pixmap)
    return pixmap


def paint_icon(painter: QPainter, rect: QRectF, name: str, colour: str) -> None:
    """Paints an icon in the middle of ``rect``, as large as fits, sharp on the painter's screen."""
    size = int(min(rect.width(), rect.height()))
    dpr = painter.device().devicePixelRatio()
    left = round(rect.left() + (rect.width() - size) / 2)
    top = round(rect.top() + (rect.height() - size) / 2)
    painter.drawPixmap(left, top, icon_pixmap(name, size, colour, dpr))


def icon(name: str, size: int, colour: str, disabled: str | None = None) -> QIcon:
    """A ``QIcon`` for menus and actions, with pictures for plain and double-density screens.

    ``disabled`` is the colour when the action is off; the same as ``colour`` if not given.
    """
    result = QIcon()
    for dpr in (1.0, 2.0):
        result.addPixmap(icon_pixmap(name, size, colour, dpr), QIcon.Mode.Normal)
        result.addPixmap(icon_pixmap(name, size, disabled or colour, dpr), QIcon.Mode.Disabled)
    return result
