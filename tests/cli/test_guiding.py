"""``guide check`` from the command line: no workspace, one line a complaint."""

import re

import pytest

from desktop.cli import main
from desktop.domain.kinds import Language
from desktop.words import load_words, resource_folder
from tests.guides.example import GUIDE
from tests.guides.test_loading import BAD, changed, line_of

SYSTEM = {Language.EN: "C", Language.ZH: "zh_CN.UTF-8"}
BEGINS = {Language.EN: "Line {line} of mine.yaml", Language.ZH: "文件 mine.yaml 第 {line} 行"}


@pytest.fixture
def check(tmp_path, capsys, monkeypatch):
    monkeypatch.setenv("LC_ALL", "C")

    def run(content, name="mine.yaml"):
        path = tmp_path / name
        if content is not None:
            path.write_bytes(content if isinstance(content, bytes) else content.encode())
        status = main(["guide", "check", str(path)])
        return status, *capsys.readouterr()

    return run


def test_a_good_guide_is_said_to_be_good(check):
    assert check(GUIDE) == (0, "The file mine.yaml can be used.\n", "")


@pytest.mark.parametrize("path", sorted((resource_folder() / "guides").glob("*.yaml")), ids=lambda path: path.name)
def test_what_is_shipped_passes(check, path):
    assert check(path.read_bytes())[0] == 0


def test_each_complaint_is_a_line_with_file_line_and_reason(check):
    bad = GUIDE.replace("flags: [media]", "flags: [medium]").replace("record: [text, emotion]", "record: [shoe_size]")
    status, out, err = check(bad)
    assert (status, out) == (1, "")
    first, second = err.splitlines()
    line = bad.count("\n", 0, bad.index("shoe_size")) + 1
    assert first.startswith(f"Line {line} of mine.yaml (steps.listen.record.1): The case has no field “shoe_size”.")
    assert "There is no flag “medium”." in second


def test_the_reason_is_told_in_the_language_of_the_system(check, monkeypatch):
    monkeypatch.setenv("LC_ALL", "zh_CN.UTF-8")
    _, _, err = check("kind: conversation\nkind: again\n")
    assert err == "文件 mine.yaml 第 2 行：“kind”在同一处出现了两次。请只留一个。\n"


@pytest.mark.parametrize("language", list(Language))
@pytest.mark.parametrize("code", sorted(BAD.keys() - {"guide_other_kind"}))  # here any kind may come
def test_every_kind_of_refusal_is_told_with_line_and_reason_in_both_languages(check, monkeypatch, code, language):
    monkeypatch.setenv("LC_ALL", SYSTEM[language])
    old, new, shown = BAD[code]
    text = changed(old, new)
    status, out, err = check(text)
    assert (status, out) == (1, "")
    begins = BEGINS[language].format(line=line_of(text, shown or new.splitlines()[0]))
    told = [line for line in err.splitlines() if line.startswith(begins)]
    sentence = load_words(language).errors[code]
    longest = max(re.split(r"\[[^]]*\]|\{[^}]*\}", sentence), key=len)  # what stands between the placeholders
    assert any(longest in line for line in told)


@pytest.mark.parametrize("content", [None, b"", b"\xff\xfe", b"x" * 300_000, b"[" * 5_000])
def test_whatever_the_file_holds_the_end_is_a_sentence(check, content):
    status, out, err = check(content)
    assert (status, out) == (1, "")
    assert len(err.splitlines()) == 1
    assert "Traceback" not in err
