"""Which door an invocation takes."""

import pytest

from main import opens_window


@pytest.mark.parametrize("argv", [[], ["--workspace", "desk"], ["--workspace=desk"], ["--workspace", "queue"]])
def test_without_a_verb_the_window_opens(argv: list[str]) -> None:
    assert opens_window(argv)


@pytest.mark.parametrize(
    "argv",
    [
        ["queue"],
        ["--help"],
        ["-h"],
        ["--version"],
        ["--workspace", "desk", "queue"],
        ["queue", "--workspace", "desk"],
        ["--workspace"],
    ],
)
def test_a_verb_or_a_question_goes_to_the_command_line(argv: list[str]) -> None:
    assert not opens_window(argv)
