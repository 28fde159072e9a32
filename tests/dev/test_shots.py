"""Pictures of screens: every page of a window becomes a file."""

from PySide6.QtCore import QLocale
from PySide6.QtGui import QImage

from desktop.dev.shot_desk import new_desk
from desktop.dev.shots import SIZES, Studio, take_window
from desktop.domain.kinds import Language
from desktop.ui.theme import Theme


def test_every_page_of_a_window_becomes_a_picture_of_its_size(qapp, tmp_path) -> None:
    theme = Theme.install(qapp, mode="light", bundled_fonts=True)
    desk = new_desk(tmp_path / "desk", Language.EN)
    studio = Studio(qapp, desk, Language.EN, theme, tmp_path)
    try:
        studio.dress("light", SIZES["1366"])
        pictures = tmp_path / "pictures"
        pictures.mkdir()
        taken = take_window(qapp, studio, pictures, "en")
    finally:
        studio.close()
        desk.close()
        QLocale.setDefault(QLocale.c())
    names = sorted(file.name for file in pictures.iterdir())
    assert len(names) == taken
    assert "queue-first-day-en.png" in names
    assert {QImage(str(pictures / name)).size().toTuple() for name in names} == {SIZES["1366"].toTuple()}
