"""``recognise`` from the command line: no workspace, text or JSON Lines."""

import io
import json
import sys

import pytest

from desktop.cli import main


@pytest.fixture
def run(capsys, monkeypatch):
    monkeypatch.setenv("LC_ALL", "C")

    def call(*words, given=None):
        if given is not None:
            monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(given)))
        status = main(["recognise", *words])
        return status, *capsys.readouterr()

    return call


def test_a_text_is_answered_with_the_keys_others_rely_on(run):
    status, out, err = run("房间没有热水，前台态度恶劣", "--json")
    answer = json.loads(out)
    assert (status, err) == (0, "")
    assert answer["category"]["code"] in {"H01-2", "H06-1"}
    assert set(answer["all"]) == {"H01", "H06"}
    first = answer["category"]["evidence"][0]
    assert "房间没有热水，前台态度恶劣"[first["start"] : first["end"]] == first["text"]
    promised = ["category", "alternatives", "all", "severity", "emotion", "flags", "language", "milliseconds"]
    assert [key for key in promised if key not in answer] == []


def test_a_text_is_told_to_a_person_in_lines(run):
    status, out, _ = run("I slipped on the wet floor and hurt my knee")
    assert status == 0
    assert "Injury" in out
    assert "“slipped” on" not in out
    assert "Severity 4 of 4" in out


def test_nothing_to_complain_about_is_said_to_be_unsure(run):
    status, out, _ = run("Everything was lovely", "--json")
    assert (status, json.loads(out)["category"], json.loads(out)["all"]) == (0, None, [])


def test_standard_input_is_read_whatever_it_holds(run):
    status, out, _ = run("-", "--pack", "retail", "--json", given="手机\xff黑屏死机".encode() + b"\xff\xfe")
    assert (status, json.loads(out)["category"]["code"]) == (0, "R01-1")


def test_every_line_of_a_file_gets_one_answer(run, tmp_path):
    path = tmp_path / "texts.jsonl"
    rows = [
        '{"text": "房间有蟑螂", "pack": "hotel"}',
        '{"text": "这是假货", "pack": "retail"}',
        "",
        '{"text": "\\ud800 no hot water"}',
    ]
    path.write_text("\n".join(rows), encoding="utf-8")
    status, out, err = run("--lines", str(path))
    codes = [json.loads(line)["category"]["code"] for line in out.splitlines()]
    assert (status, err, codes) == (0, "", ["H02-5", "R04-3", "H01-2"])


@pytest.mark.parametrize(
    ("line", "code"),
    [
        (b"no json", "bad_json"),
        (b"[1]", "bad_json"),
        (b"\xff\xfe", "bad_json"),
        (b"[" * 20_000, "bad_json"),
        (b'{"pack": "hotel"}', "recognise_no_text"),
        (b'{"text": 3}', "recognise_no_text"),
        (b'{"text": "a", "pack": "bakery"}', "recognise_no_pack"),
        (b'{"text": "a", "pack": ["hotel"]}', "recognise_no_pack"),
    ],
)
def test_a_bad_line_is_named_and_the_others_are_answered(run, tmp_path, line, code):
    path = tmp_path / "texts.jsonl"
    path.write_bytes(line + b'\n{"text": "no hot water"}\n')
    status, out, err = run("--lines", str(path))
    bad, good = map(json.loads, out.splitlines())
    assert status == 1
    assert bad["error"]["code"] == code
    assert good["category"]["code"] == "H01-2"
    assert err.startswith("Line 1: ")


def test_a_file_that_is_not_there_is_told(run, tmp_path):
    status, out, err = run("--lines", str(tmp_path / "none.jsonl"))
    assert (status, out) == (1, "")
    assert "none.jsonl" in err


@pytest.mark.parametrize("words", [(), ("text", "--lines", "file")])
def test_a_call_names_a_text_or_a_file(run, words):
    status, out, err = run(*words)
    assert (status, out) == (2, "")
    assert "--lines" in err
