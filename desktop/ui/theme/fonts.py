"""Which fonts the window uses: the system's own where it has good ones, else those in resources (design.md 3)."""

from PySide6.QtGui import QFont, QFontDatabase

from desktop.ui.resources import FONTS
from desktop.ui.theme.metrics import TypeRole

CHINESE_FIRST = ("Noto Sans SC", "Noto Sans")
LATIN_FIRST = ("Noto Sans", "Noto Sans SC")
_WINDOWS = ("Segoe UI", "Microsoft YaHei UI")
_MAC_CHINESE = "PingFang SC"


def register_bundled() -> None:
    """Makes the fonts in resources known to Qt. Costs milliseconds; asking twice is harmless."""
    if set(CHINESE_FIRST) <= set(QFontDatabase.families()):
        return
    for file in sorted(FONTS.glob("NotoSans*.ttf")):
        QFontDatabase.addApplicationFont(str(file))


def bundled_families(chinese: bool) -> list[str]:
    """The families in resources, registered, best first.

    In an English window Noto Sans comes first: Noto Sans SC sets ’ and “ as wide as a Chinese character.
    """
    register_bundled()
    return list(CHINESE_FIRST if chinese else LATIN_FIRST)


def screen_families(platform: str, chinese: bool) -> list[str]:
    """The families for text on screen, best first; ``platform`` is as in ``sys.platform``.

    The bundled fonts are taken on other systems, and where a system lacks its usual ones.
    """
    if platform == "win32" and set(_WINDOWS) <= set(QFontDatabase.families()):
        return list(_WINDOWS)
    if platform == "darwin":
        system = QFontDatabase.systemFont(QFontDatabase.SystemFont.GeneralFont).family()
        return [system, _MAC_CHINESE]
    return bundled_families(chinese)


def role_font(families: list[str], role: TypeRole, weight: int | None = None) -> QFont:
    """A font for a type role: size in pixels, tabular figures, never hinted out of shape."""
    font = QFont()
    font.setFamilies(families)
    font.setPixelSize(role.size)
    font.setWeight(QFont.Weight(weight or role.weight))
    font.setFeature(QFont.Tag("tnum"), 1)
    return font


def resized(base: QFont, role: TypeRole, weight: int | None = None) -> QFont:
    """``base``'s families in the size and weight of a role: for painters, which get their family from the view."""
    font = QFont(base)
    font.setPixelSize(role.size)
    font.setWeight(QFont.Weight(weight or role.weight))
    return font
