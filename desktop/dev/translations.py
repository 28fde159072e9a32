"""Keeps the window's phrases in step with the code: ``python -m desktop.dev.translations [--check] [FOLDER …]``.

Every folder under ``desktop/ui`` has its phrases beside the code: ``queue/queue_zh.ts`` (all of them) and
``queue/queue_en.ts`` (plural forms only; the source is English). This reads the code again, keeps what was translated,
drops what went, and builds ``resources/translations/amends_zh.qm`` and ``amends_en.qm`` from all folders. With
folders named, only theirs are read again. ``--check`` changes nothing and fails on phrases that are missing, stale
or unfinished.

How to write phrases, so that they are found and translated:

- ``self.tr("Take it")`` with a literal, in the class that defines the phrase. The class is its context. No f-strings,
  no variables, no other name for ``tr``.
- ``self.tr("{number} open").format(number=n)`` fills in values after translating.
- ``self.tr("%n case(s)", "", n)`` where words follow a number, but only in a class that nobody derives from: called
  on a subclass it stays untranslated. There, write ``QCoreApplication.translate("Context", "%n case(s)", "", n)``.
- Not ``self.tr(…)`` right after a ``QCoreApplication.translate(…)`` in the same function: lupdate then takes
  ``QCoreApplication.self`` for the context. This is refused here.
- Two classes of one name must not give one phrase two translations: they share a context. This is refused here.

Then run this on the folder, fill in the translations in the ``.ts`` and run it again.
"""

import argparse
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path
from xml.etree import ElementTree

import PySide6

ROOT = Path(__file__).resolve().parents[2]
UI = Path("desktop") / "ui"
TRANSLATIONS = Path("resources") / "translations"

#: Language of the file names → what Qt calls it.
LANGUAGES = {"zh": "zh_CN", "en": "en"}


def main(arguments: Sequence[str] | None = None, root: Path = ROOT) -> int:
    """Updates or checks; returns the exit status (1: something is to be done)."""
    parser = argparse.ArgumentParser(prog="python -m desktop.dev.translations", description=__doc__.splitlines()[0])
    parser.add_argument("folders", nargs="*", type=Path, help="folders under desktop/ui (default: all)")
    parser.add_argument("--check", action="store_true", help="change nothing, fail if something is to be done")
    options = parser.parse_args(arguments)
    everything = [root / folder for folder in phrase_folders(root)]
    folders = [(root / folder).resolve() for folder in options.folders] or everything
    if unknown := [str(folder) for folder in folders if folder not in everything]:
        parser.error(f"no Python files under desktop/ui in: {', '.join(unknown)}")
    complaints = check(root, folders) if options.check else update(root, folders)
    for complaint in complaints:
        print(complaint, file=sys.stderr)
    return 1 if options.check and complaints else 0


def phrase_folders(root: Path) -> list[Path]:
    """The folders under ``desktop/ui`` that hold Python files, relative to the repository's root."""
    files = (root / UI).rglob("*.py")
    return sorted({file.parent.relative_to(root) for file in files})


def ts_file(folder: Path, language: str) -> Path:
    """Where a folder keeps its phrases in one language."""
    return folder / f"{folder.name}_{language}.ts"


def update(root: Path, folders: Sequence[Path]) -> list[str]:
    """Reads the folders' phrases again and builds the files that the window loads; returns what is left to do."""
    for folder in folders:
        for language in LANGUAGES:
            _read_phrases(folder, language, ts_file(folder, language))
    for language in LANGUAGES:
        _compile(root, language, root / TRANSLATIONS / f"amends_{language}.qm")
    return _open_ends(root, folders)


def check(root: Path, folders: Sequence[Path]) -> list[str]:
    """What ``update`` would change, and what is missing or not translated, one sentence each."""
    complaints = [complaint for folder in folders for complaint in _stale(root, folder)]
    with tempfile.TemporaryDirectory() as scratch:
        for language in LANGUAGES:
            built = root / TRANSLATIONS / f"amends_{language}.qm"
            fresh = Path(scratch) / built.name
            _compile(root, language, fresh)
            if not built.exists() or built.read_bytes() != fresh.read_bytes():
                complaints.append(f"{built.relative_to(root)} is stale")
    return complaints + _open_ends(root, folders)


def _stale(root: Path, folder: Path) -> Iterator[str]:
    with tempfile.TemporaryDirectory() as scratch:
        for language in LANGUAGES:
            kept = ts_file(folder, language)
            if not kept.exists():
                yield f"{kept.relative_to(root)} is missing"
                continue
            fresh = Path(scratch) / kept.name
            fresh.write_bytes(kept.read_bytes())
            _read_phrases(folder, language, fresh)
            if fresh.read_bytes() != kept.read_bytes():
                yield f"{kept.relative_to(root)} is stale"


def _read_phrases(folder: Path, language: str, ts: Path) -> None:
    """Brings one .ts file in step with a folder's code. Locations are left out: they change with every line."""
    sources = sorted(str(file) for file in folder.glob("*.py"))
    options = ["-silent", "-no-obsolete", "-locations", "none"]
    options += ["-source-language", "en", "-target-language", LANGUAGES[language]]
    if language == "en":
        options.append("-pluralonly")
    _run("lupdate", [*options, *sources, "-ts", str(ts)])


def _compile(root: Path, language: str, qm: Path) -> None:
    files = [ts_file(root / folder, language) for folder in phrase_folders(root)]
    qm.parent.mkdir(parents=True, exist_ok=True)
    made = qm.with_name(f".{qm.name}.new")  # a window that reads the old one must not find it cut short
    _run("lrelease", ["-silent", *(str(file) for file in files if file.exists()), "-qm", str(made)])
    made.replace(qm)


def _run(tool: str, arguments: list[str]) -> None:
    """Runs one of Qt's own tools. Raises ``RuntimeError`` with what it said when it fails."""
    program = Path(PySide6.__file__).parent / (f"{tool}.exe" if sys.platform == "win32" else tool)
    done = subprocess.run([str(program), *arguments], capture_output=True, text=True, check=False)
    if done.returncode:
        raise RuntimeError(f"{tool}: {done.stderr or done.stdout}")


def _open_ends(root: Path, folders: Sequence[Path]) -> list[str]:
    """What no tool can do: phrases without a translation, under a wrong context, or with two translations."""
    complaints = []
    seen: dict[tuple[str, str, str, str], tuple[str, Path]] = {}
    everything = [(root / folder, language) for folder in phrase_folders(root) for language in LANGUAGES]
    for folder, language in everything:
        file = ts_file(folder, language)
        for context, message in _messages(file):
            source, comment = message.findtext("source", ""), message.findtext("comment", "")
            translation = _translation(message)
            where = f"{file.relative_to(root)}: {context}: {source!r}"
            if folder in folders and not _is_finished(message):
                complaints.append(f"{where} is not translated")
            if folder in folders and "." in context:
                complaints.append(f"{where} has no class as context; move it away from the translate() before it")
            earlier = seen.setdefault((language, context, source, comment), (translation, file))
            if earlier[0] != translation and {folder, earlier[1].parent} & set(folders):
                complaints.append(f"{where} is translated otherwise in {earlier[1].relative_to(root)}")
    return complaints


def _translation(message: ElementTree.Element) -> str:
    translation = message.find("translation")
    return "" if translation is None else "".join(translation.itertext()).strip()


def _messages(ts: Path) -> Iterator[tuple[str, ElementTree.Element]]:
    if not ts.exists():
        return
    for context in ElementTree.parse(ts).getroot().iter("context"):
        for message in context.iter("message"):
            yield context.findtext("name", ""), message


def _is_finished(message: ElementTree.Element) -> bool:
    translation = message.find("translation")
    if translation is None or translation.get("type") == "unfinished":
        return False
    forms = translation.findall("numerusform") or [translation]
    return all((form.text or "").strip() for form in forms)


if __name__ == "__main__":
    sys.exit(main())
