from desktop.errors import UserError
from desktop.ui.refusing import RefusingRun, as_refusal, refusing
from desktop.ui.tasks import InlineRunner


def outcome(work):
    """What was told of a piece of work: its results, and the codes of refusals."""
    done, refused = [], []
    RefusingRun(InlineRunner())(work, done.append, lambda refusal: refused.append(refusal.code))
    return done, refused


def test_a_result_is_told_as_it_is(qapp):
    assert outcome(lambda: 42) == ([42], [])


def test_a_refusal_keeps_its_code(qapp):
    def refuse():
        raise UserError("no_such_case", "case", number="1101-0001")

    assert outcome(refuse) == ([], ["no_such_case"])


def test_a_bug_becomes_a_sentence_that_quotes_nobody():
    refusal = as_refusal(ValueError("Ms Tan Wei Ling, room 1208"))
    assert refusal.code == "unexpected_refusal"
    assert "Tan" not in f"{refusal} {refusal.params}"


def test_a_handler_tells_of_bugs_and_refusals_alike():
    told = []
    handler = refusing(lambda refusal: told.append(refusal.code))
    handler(ValueError("a bug"))
    handler(UserError("missing", "note"))
    assert told == ["unexpected_refusal", "missing"]
