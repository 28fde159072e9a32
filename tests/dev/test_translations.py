from pathlib import Path

import pytest
from PySide6.QtCore import QTranslator

from desktop.dev import translations

PAGE = """
class Page(QWidget):
    def words(self):
        self.tr("Take it")
        self.tr("%n case(s)", "", 3)
"""


@pytest.fixture
def root(tmp_path: Path) -> Path:
    for name in ("queue", "intake"):
        folder = tmp_path / "desktop" / "ui" / name
        folder.mkdir(parents=True)
        (folder / "page.py").write_text(PAGE.replace("Page", name.title()), encoding="utf-8")
    return tmp_path


def run(root: Path, *arguments: str) -> int:
    return translations.main(list(arguments), root)


def translate(root: Path, name: str) -> None:
    """Fills in both languages, as a person would."""
    folder = root / "desktop" / "ui" / name
    zh = folder / f"{name}_zh.ts"
    text = zh.read_text(encoding="utf-8")
    text = text.replace('<translation type="unfinished"></translation>', "<translation>我来处理</translation>")
    text = text.replace('<translation type="unfinished">', "<translation>")
    zh.write_text(text.replace("<numerusform></numerusform>", "<numerusform>%n 件</numerusform>"), encoding="utf-8")
    en = folder / f"{name}_en.ts"
    text = en.read_text(encoding="utf-8").replace('<translation type="unfinished">', "<translation>")
    text = text.replace("<numerusform></numerusform>", "<numerusform>%n case</numerusform>", 1)
    en.write_text(text.replace("<numerusform></numerusform>", "<numerusform>%n cases</numerusform>"), encoding="utf-8")


def finish(root: Path) -> None:
    run(root)
    for name in ("queue", "intake"):
        translate(root, name)
    run(root)


def test_phrases_get_from_the_code_into_the_window(root, qapp):
    finish(root)
    chinese, english = QTranslator(), QTranslator()
    assert chinese.load("amends_zh", str(root / "resources" / "translations"))
    assert english.load("amends_en", str(root / "resources" / "translations"))
    assert chinese.translate("Queue", "Take it") == "我来处理"
    assert chinese.translate("Queue", "%n case(s)", "", 3) == "%n 件"
    assert english.translate("Queue", "%n case(s)", "", 1) == "%n case"
    assert english.translate("Queue", "%n case(s)", "", 3) == "%n cases"


def test_english_keeps_plural_forms_only(root):
    run(root)
    text = (root / "desktop" / "ui" / "queue" / "queue_en.ts").read_text(encoding="utf-8")
    assert "%n case(s)" in text
    assert "Take it" not in text


def test_a_finished_window_passes_the_check(root, capsys):
    finish(root)
    capsys.readouterr()
    assert run(root, "--check") == 0
    assert capsys.readouterr().err == ""


def test_what_is_not_translated_is_named(root, capsys):
    run(root)
    assert run(root, "--check") == 1
    assert "Queue: 'Take it' is not translated" in capsys.readouterr().err


def test_a_phrase_that_came_later_makes_the_file_stale(root, capsys):
    finish(root)
    page = root / "desktop" / "ui" / "queue" / "page.py"
    page.write_text(page.read_text(encoding="utf-8").replace("Take it", "Take this"), encoding="utf-8")
    assert run(root, "--check") == 1
    assert "queue_zh.ts is stale" in capsys.readouterr().err


def test_a_missing_file_is_named(root, capsys):
    finish(root)
    (root / "desktop" / "ui" / "intake" / "intake_zh.ts").unlink()
    assert run(root, "--check") == 1
    assert "intake_zh.ts is missing" in capsys.readouterr().err


def test_a_translation_that_was_not_compiled_is_noticed(root, capsys):
    finish(root)
    zh = root / "desktop" / "ui" / "queue" / "queue_zh.ts"
    zh.write_text(zh.read_text(encoding="utf-8").replace("我来处理", "交给我"), encoding="utf-8")
    assert run(root, "--check") == 1
    assert "amends_zh.qm is stale" in capsys.readouterr().err


def test_checking_changes_nothing(root):
    run(root)
    before = {file: file.read_bytes() for file in root.rglob("*") if file.is_file()}
    run(root, "--check")
    assert {file: file.read_bytes() for file in root.rglob("*") if file.is_file()} == before


def test_one_folder_can_be_read_without_touching_the_others(root):
    finish(root)
    page = root / "desktop" / "ui" / "intake" / "page.py"
    page.write_text(page.read_text(encoding="utf-8").replace("Take it", "Take this"), encoding="utf-8")
    kept = root / "desktop" / "ui" / "intake" / "intake_zh.ts"
    before = kept.read_bytes()
    run(root, "desktop/ui/queue")
    assert kept.read_bytes() == before
    run(root, "desktop/ui/intake")
    assert kept.read_bytes() != before


def test_a_phrase_that_lupdate_files_under_a_wrong_context_is_refused(root, capsys):
    page = root / "desktop" / "ui" / "queue" / "page.py"
    trap = '        QCoreApplication.translate("Queue", "One")\n        self.tr("Two")\n'
    page.write_text(page.read_text(encoding="utf-8") + trap, encoding="utf-8")
    finish(root)
    assert run(root, "--check") == 1
    assert "has no class as context" in capsys.readouterr().err


def test_one_phrase_of_one_context_has_one_translation(root, capsys):
    page = root / "desktop" / "ui" / "intake" / "page.py"
    page.write_text(PAGE.replace("Page", "Queue"), encoding="utf-8")
    finish(root)
    assert run(root, "--check") == 0
    zh = root / "desktop" / "ui" / "intake" / "intake_zh.ts"
    zh.write_text(zh.read_text(encoding="utf-8").replace("我来处理", "交给我"), encoding="utf-8")
    assert run(root, "--check", "desktop/ui/intake") == 1
    assert "is translated otherwise in" in capsys.readouterr().err


def test_a_folder_without_code_is_refused(root):
    with pytest.raises(SystemExit) as left:
        run(root, "desktop/ui/nowhere")
    assert left.value.code == 2
