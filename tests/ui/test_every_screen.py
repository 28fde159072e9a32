"""Every screen, in both languages and themes, at every text size, roomy and in the smallest windows: nothing is cut
off, everything has a name, the focus goes as one reads, and after a change of language nothing is left over from the
other.
"""

import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from xml.etree import ElementTree

import PySide6
import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QLocale, QSize, QTranslator
from PySide6.QtWidgets import QApplication, QWidget

from desktop.dev.shot_desk import new_desk, sample_desk
from desktop.dev.shots import Studio
from desktop.dev.translations import ROOT, phrase_folders, ts_file
from desktop.domain.kinds import Language
from desktop.services.desk import Desk
from desktop.ui.firstrun import FirstRunScreen
from desktop.ui.settings.state import Part
from desktop.ui.shell.opening import TroublePage
from desktop.ui.theme import Theme
from tests.ui.sweeping import (
    cut_off,
    english_phrases,
    nameless,
    not_plain,
    out_of_order,
    outside,
    overlapping,
    scrolled_sideways,
    texts,
)

SIZES = {"1280": QSize(1280, 640), "1366": QSize(1366, 696), "1440": QSize(1440, 900)}
#: Language, theme, text size, window: every value meets every language, and every text size a small window.
WINDOWS = [
    (Language.EN, "light", 100, "1440"),
    (Language.ZH, "dark", 100, "1366"),
    (Language.ZH, "light", 112, "1280"),
    (Language.EN, "dark", 125, "1366"),
]
SCREENS = {
    *("firstrun", "trouble", "signin", "cover"),
    *("queue", "queue-settle", "queue-several", "finding"),
    *("case", "case-new", "case-waiting", "case-resolved", "case-closed", "case-resolve", "case-close"),
    *("guests", "guests-doubles"),
    *("insights", "insights-cases"),
    *("reports", "reports-printed", "reports-paper"),
    *("intake-empty", "intake", "intake-settle"),
    *("conversation", "conversation-offer", "conversation-details", "conversation-turned"),
    *("letter", "letter-spoken"),
    *("paper-case", "paper-receipt", "paper-queue"),
    *(f"settings-{part}" for part in Part),
    *("queue-first-day", "guests-first-day", "insights-first-day", "reports-first-day", "settings-recovery-sheet"),
}
CHANCE = {"settings-recovery-sheet"}  #: shows a code that is another one every time
NAMES = {"Harbour Hotel", "Front desk"}  #: of the desk that is shown; the first run gives them as examples too
LONGER = 0.4  #: by how much other languages are longer than English
_SETTLING = 10  #: rounds of events after which folds and scroll areas have found their size
_CHECKS = {
    "is cut off": cut_off,
    "sticks out": outside,
    "scrolls sideways": scrolled_sideways,
    "overlaps": overlapping,
    "has no name": nameless,
    "isn't plain text": not_plain,
    "isn't in reading order": out_of_order,
}


@pytest.fixture(scope="session")
def desks(tmp_path_factory: pytest.TempPathFactory) -> Iterator[dict[Language, tuple[Desk, Desk]]]:
    """A practice desk and a new one in each language."""
    folder = tmp_path_factory.mktemp("desks")
    desks = {
        language: (sample_desk(folder / language.value, language), new_desk(folder / f"{language.value}-new", language))
        for language in Language
    }
    yield desks
    for practice, new in desks.values():
        practice.close()
        new.close()


@pytest.fixture
def app(qapp: QApplication) -> Iterator[QApplication]:
    """The application without what earlier tests let go of; afterwards it speaks no language of ours."""
    _let_go()
    yield qapp
    QLocale.setDefault(QLocale.c())
    _let_go()


@contextmanager
def studio_of(app: QApplication, desk: Desk, language: Language, theme: Theme, folder: Path) -> Iterator[Studio]:
    """The window with a desk in it."""
    studio = Studio(app, desk, language, theme, folder)
    try:
        yield studio
    finally:
        studio.close()
        _let_go()  # fewer widgets take on the next look
        studio.preferences.set_text_size(100)
        if desk.site.facts().training:
            for draft in desk.drafts.of(desk.staff.person("maya", "D1")):
                desk.drafts.discard(draft.id)  # the next window would offer it
        for translator in app.findChildren(QTranslator):  # the next window would fall back on its words
            app.removeTranslator(translator)
        _let_go()


def pages_of(studio: Studio, app: QApplication) -> Iterator[tuple[str, QWidget]]:
    """Every screen by its name, once it has found its size."""
    for name, bring in studio.pages():
        page = bring()
        settle(app)
        yield name, page


def settle(app: QApplication) -> None:
    for _ in range(_SETTLING):
        app.processEvents()


def complaints_about(studios: Iterator[Studio], app: QApplication) -> list[str]:
    """What is wrong with every screen, one line each."""
    found, looked_at = [], set()
    for studio in studios:
        for name, page in pages_of(studio, app):
            looked_at.add(name)
            for what, check in _CHECKS.items():
                found += [f"{name}: {what}: {complaint}" for complaint in check(page)]
    assert looked_at == SCREENS
    return found


@pytest.mark.parametrize(("language", "mode", "text_size", "size"), WINDOWS)
def test_nothing_is_cut_off_or_nameless(app, theme, desks, tmp_path, language, mode, text_size, size) -> None:
    def dressed() -> Iterator[Studio]:
        for desk in desks[language]:
            with studio_of(app, desk, language, theme, tmp_path) as studio:
                studio.preferences.set_text_size(text_size)
                studio.dress(mode, SIZES[size])
                assert (studio.window.width(), studio.window.height()) == SIZES[size].toTuple()
                yield studio

    complaints = complaints_about(dressed(), app)
    assert not complaints, "\n".join(complaints)


def test_longer_words_find_their_room(app, theme, desks, tmp_path, longer_words) -> None:
    def wordy() -> Iterator[Studio]:
        for desk in desks[Language.EN]:
            with studio_of(app, desk, Language.EN, theme, tmp_path) as studio:
                assert app.installTranslator(longer_words)
                studio.dress("light", SIZES["1280"])
                yield studio
                app.removeTranslator(longer_words)

    complaints = complaints_about(wordy(), app)
    assert not complaints, "\n".join(complaints)


def test_a_change_of_language_leaves_nothing_over(app, theme, desks, tmp_path, monkeypatch) -> None:
    """A screen that changed its language says what the same screen says when it was made in that language."""
    monkeypatch.setattr(theme, "set_chinese", lambda _is_chinese: None)  # words are looked at, and new fonts take long
    made: dict[tuple[Language, str], list[str]] = {}
    changed: dict[tuple[Language, str], list[str]] = {}
    for desk in desks[Language.EN]:
        for language in Language:
            with studio_of(app, desk, Language.EN, theme, tmp_path) as studio:
                studio.preferences.set_language(language)
                for name, page in pages_of(studio, app):
                    made[language, name] = texts(page)
        with studio_of(app, desk, Language.EN, theme, tmp_path) as studio:
            for name, page in pages_of(studio, app):
                for language in (Language.ZH, Language.EN):
                    change_language(studio, language)
                    settle(app)
                    changed[language, name] = texts(page)
    foreign = english_phrases() - NAMES
    over = [
        f"{name}: {line}"
        for (language, name), said in changed.items()
        for line in sorted(set(said))
        if (line not in made[language, name] and name not in CHANCE)
        or (language is Language.ZH and line.partition(": ")[2] in foreign)
    ]
    assert {name for _, name in changed} == SCREENS
    assert not over, "\n".join(over)


def change_language(studio: Studio, language: Language) -> None:
    studio.preferences.set_language(language)
    shown = studio.window.page
    if isinstance(shown, FirstRunScreen | TroublePage):  # before a desk is open, the program tells them
        shown.set_language(studio.preferences.words)


def longer(phrase: str) -> str:
    """A phrase with more words after it, and what is filled in untouched."""
    more = max(2, round(len(phrase) * LONGER))
    return phrase + (" more words" * more)[:more].rstrip() + "…"


@pytest.fixture(scope="session")
def longer_words(tmp_path_factory: pytest.TempPathFactory, qapp: QApplication) -> QTranslator:
    """Every phrase of the window, longer than in English."""
    folder = tmp_path_factory.mktemp("longer")
    files = []
    for place in phrase_folders(ROOT):
        tree = ElementTree.parse(ts_file(ROOT / place, "zh"))
        for message in tree.getroot().iter("message"):
            translation, source = message.find("translation"), message.findtext("source", "")
            assert translation is not None
            translation.attrib.pop("type", None)
            forms = translation.findall("numerusform") or [translation]
            for form in forms:
                form.text = longer(source)
        files.append(folder / f"{place.name}.ts")
        tree.write(files[-1], encoding="utf-8", xml_declaration=True)
    compiled = folder / "longer.qm"
    tool = Path(PySide6.__file__).parent / "lrelease"
    subprocess.run([tool, "-silent", *files, "-qm", compiled], check=True, capture_output=True)
    translator = QTranslator(qapp)  # so that it is taken away with the others after each test
    assert translator.load(str(compiled))
    return translator


def _let_go() -> None:
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
