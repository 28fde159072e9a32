import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QIcon, QImage, QPainter

from desktop.ui.resources import ICONS
from desktop.ui.theme.icons import icon, icon_pixmap, icon_svg, paint_icon

NAMED_BY_THE_DESIGN = [
    "inbox", "plus", "users", "bar-chart-3", "shield-check", "file-text", "graduation-cap", "sliders-horizontal",
    "search", "lock", "clock", "arrow-left-right", "columns-3", "chevron-down", "chevron-right", "check", "x",
    "triangle-alert", "phone", "message-square", "printer", "mail", "user", "map-pin", "bed-double", "gift", "star",
    "history", "ear", "lightbulb", "heart", "key-round", "hard-drive", "refresh-cw", "square-pen", "list-checks",
    "calendar", "hotel", "store", "globe", "arrow-up", "arrow-down", "arrow-left", "arrow-right", "pause",
    "download",
]  # fmt: skip


def colours_in(image: QImage) -> set[str]:
    pixels = [QColor.fromRgba(image.pixel(x, y)) for x in range(image.width()) for y in range(image.height())]
    return {pixel.name() for pixel in pixels if pixel.alpha() == 255}


@pytest.mark.parametrize("name", NAMED_BY_THE_DESIGN)
def test_every_icon_of_the_design_is_there_and_takes_a_colour(theme, name):
    assert (ICONS / f"{name}.svg").exists()
    image = icon_pixmap(name, 24, "#0B6B70", 4.0).toImage()
    assert colours_in(image) == {"#0b6b70"}


def test_an_icon_is_sharp_on_every_screen(theme):
    pixmap = icon_pixmap("inbox", 16, "#15201F", 2.0)
    assert pixmap.width() == 32
    assert pixmap.deviceIndependentSize().width() == 16


def test_an_icon_is_drawn_once(theme):
    first = icon_pixmap("inbox", 16, "#123456", 1.0)
    assert icon_pixmap("inbox", 16, "#123456", 1.0).cacheKey() == first.cacheKey()
    assert icon_pixmap("inbox", 16, "#654321", 1.0).cacheKey() != first.cacheKey()


def test_an_unknown_icon_is_a_bug_that_shows_at_once():
    with pytest.raises(FileNotFoundError):
        icon_svg("no-such-icon")


def test_an_icon_is_painted_in_the_middle(theme):
    image = QImage(40, 20, QImage.Format.Format_ARGB32)
    image.fill(QColor("white"))
    painter = QPainter(image)
    paint_icon(painter, QRectF(0, 0, 40, 20), "check", "#000000")
    painter.end()
    dark = [x for x in range(40) for y in range(20) if QColor(image.pixel(x, y)).lightness() < 128]
    assert min(dark) >= 10
    assert max(dark) < 30


def test_an_action_that_is_off_shows_a_paler_icon(theme):
    made = icon("check", 16, "#15201F", disabled="#97A4A1")
    off = made.pixmap(16, 16, QIcon.Mode.Disabled).toImage()
    assert "#15201f" not in colours_in(off)
