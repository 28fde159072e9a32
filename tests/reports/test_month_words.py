"""What the monthly report says in words, and what it does not know."""

import ast
from dataclasses import replace
from datetime import timedelta
from decimal import Decimal
from pathlib import Path

import pypdfium2  # type: ignore[import-untyped]  # no stubs
import pytest

import desktop.reports.month_paper
from desktop.domain.figures.report_shapes import Decision, MonthReport
from desktop.domain.figures.shapes import Flow, Measures, Month, Satisfaction
from desktop.domain.kinds import Language
from desktop.reports.imprint import UNKNOWN
from desktop.reports.month_context import MonthContext, MonthSite
from desktop.reports.month_paper import month_paper
from desktop.reports.month_short import in_short
from desktop.words import load_words
from tests.reports import cases, months, october
from tests.reports.october_tables import SITE, D
from tests.reports.reading import outline_of, says, squeezed, text_of


def paper(report: MonthReport, language: Language = Language.EN, site: MonthSite = SITE) -> bytes:
    """The report of the Harbour Hotel."""
    return month_paper(report, cases.imprint(language), site=site)


def short(report: MonthReport, language: Language = Language.EN) -> str:
    """What 'In short' says."""
    return in_short(MonthContext(report, cases.imprint(language), SITE))


def page(content: bytes, number: int) -> str:
    """The text of a page, squeezed."""
    document = pypdfium2.PdfDocument(content)
    try:
        return squeezed(document[number - 1].get_textpage().get_text_range())
    finally:
        document.close()


# In short


def test_in_short_says_what_the_figures_say_in_five_sentences() -> None:
    said = short(october.full())
    assert said == (
        "There were 104 complaints, 23 more than in September. Half the first responses came within 9 min, 2 min "
        "sooner than before; 84.6% of cases were resolved in time, up from 82.7%. Facilities · Air-con, Noise · "
        "Neighbours and Service · Forgotten make up 53.8% of all complaints. Guests who answered (61) gave our "
        "handling 4.20 of 5, up from 4.10. "
        "2 early warnings arose, the latest: Eight weeks in a row above the usual 18.40."
    )
    assert short(october.chinese(), Language.ZH).startswith(
        "本月有 104 件投诉，比 9 月多 23 件。首次响应有一半在 9 分钟之内，比上月快 2 分钟；"
        "按时解决的占 84.6%，高于上月的 82.7%。"
    )


@pytest.mark.parametrize(
    ("now", "before", "said"),
    [
        (81, 81, "There were 81 complaints, as many as in September."),
        (80, 81, "There were 80 complaints, 1 fewer than in September."),
        (1, 0, "There was 1 complaint, 1 more than in September."),
        (0, 0, "There were no complaints."),
        (0, 7, "There were no complaints, after 7 in September."),
        (1_204, 4, "There were 1,204 complaints, 1,200 more than in September."),
    ],
)
def test_more_and_fewer_are_told_with_how_many(now: int, before: int, said: str) -> None:
    made = october.full()
    figures = replace(made.figures, received=now, rate=None)
    assert short(replace(made, figures=figures, before=replace(made.before, received=before))).startswith(said)


def test_more_complaints_of_many_more_guests_are_told_as_fewer() -> None:
    made = october.full()
    figures = replace(made.figures, rate=Decimal("17.00"))
    assert short(replace(made, figures=figures)).startswith(
        "There were 104 complaints, 23 more than in September, yet fewer per 1,000 room-nights: 17.00 after 18.00."
    )


def test_worse_is_told_as_plainly_as_better() -> None:
    made = october.full()
    swapped = short(replace(made, figures=made.before, before=made.figures))
    assert "23 fewer than in September" in swapped
    assert "within 11 min, 2 min later than before; 82.7% of cases were resolved in time, down from 84.6%" in swapped
    assert "4.10 of 5, down from 4.20" in swapped


@pytest.mark.parametrize("language", Language)
def test_the_first_month_is_compared_with_nothing(language: Language) -> None:
    said = short(months.first_month(), language)
    assert ("no earlier month" in said) == (language is Language.EN)
    for comparing in ("September", "before", "up from", "上月", "9 月多"):
        assert comparing not in said


def test_a_running_month_is_not_compared_with_a_whole_one() -> None:
    said = short(months.running_month())
    assert said.startswith("There were 104 complaints so far; the month still runs.")
    assert "before" not in said
    assert "up from" not in said


def test_a_month_to_come_says_so_and_no_figure() -> None:
    made = paper(months.future_month())
    assert short(months.future_month()) == "This month has not begun."
    assert says(made, "as of 1 Nov 2026 09:10")
    assert "How quickly" not in outline_of(made)
    assert "Open" in outline_of(made)
    assert squeezed("Jan –") in page(made, 1)
    assert squeezed("Jan 0") not in page(made, 1)


def test_nothing_is_said_of_guests_who_did_not_answer() -> None:
    made = october.full()
    silent = replace(made.figures, satisfaction=Satisfaction(None, None, 0, 78, D("0.0")))
    assert "answered" not in short(replace(made, figures=silent))


def test_that_no_warning_arose_is_told_where_weeks_could_be_judged() -> None:
    assert short(replace(october.full(), warnings=())).endswith("No early warning arose.")
    assert "warning" not in short(months.first_month())


def test_a_month_of_another_year_is_compared_by_its_full_name() -> None:
    made = october.full()
    january = replace(made, month=Month(2027, 1), as_of=made.as_of + timedelta(days=100))
    assert "more than in December 2026" in short(january)


# What is not known


@pytest.mark.parametrize("language", Language)
def test_what_is_not_known_is_a_dash_and_no_nought(language: Language) -> None:
    made = squeezed(text_of(paper(months.without_activity(), language)))
    rate = {Language.EN: "Per1,000room-nights", Language.ZH: "每1,000间夜投诉"}[language]
    assert f"{rate}{UNKNOWN}{UNKNOWN}" in made
    empty = text_of(paper(months.empty(), language))
    assert "0.00" not in empty.replace("0.20", "")
    assert "0.0%" not in empty
    assert "0 of 0" not in empty
    assert "¥0" not in empty


def test_the_month_before_the_sites_first_record_is_not_known() -> None:
    first = page(paper(months.first_month()), 1)
    assert "104Sep–" in first or "Sep–" in first
    assert "Sep0" not in first
    made = text_of(paper(months.first_month()))
    assert "Put aside" not in made


def test_a_sum_that_does_not_come_out_is_said_and_not_hidden() -> None:
    made = october.full()
    wrong = replace(made, figures=replace(made.figures, flow=Flow(23, 104, 3, 98, 2, 31)))
    assert says(paper(wrong), "The two sides differ.")


def test_measures_are_left_out_while_none_are_kept() -> None:
    made = october.full()
    assert "Measures" not in outline_of(paper(made))
    kept = replace(made, figures=replace(made.figures, measures=Measures(4, 1, 7, 2)))
    assert "Measures" in outline_of(paper(kept))
    assert says(paper(kept), "Not effective 2")


def test_nothing_decided_leaves_lines_to_write_on() -> None:
    assert says(paper(replace(october.full(), decisions=())), "Nothing is decided yet. Please write down what is.")


def test_many_decisions_go_on_over_pages() -> None:
    decisions = tuple(Decision(n, f"Thing number {n}. " * 12, f"Person {n}", "soon") for n in range(1, 61))
    made = paper(replace(october.full(), decisions=decisions))
    for n in range(1, 61):
        assert says(made, f"Person {n} · soon")


# Words


def asked_for(method: str) -> set[str]:
    """The codes that the report's parts ask for, where they are written out whole."""
    found: set[str] = set()
    for path in Path(desktop.reports.month_paper.__file__).parent.glob("month_*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr == method:
                choices = [(a.body, a.orelse) if isinstance(a, ast.IfExp) else (a,) for a in node.args[:1]]
                found |= {str(c.value) for some in choices for c in some if isinstance(c, ast.Constant) and c.value}
    return found


def test_every_word_of_the_report_is_known() -> None:
    words = load_words(Language.EN)
    assert len(asked_for("word")) > 50
    assert asked_for("word") <= set(words.codes("report"))
    assert asked_for("name") <= {*words.codes("report_figure"), *words.codes("figure")}
    assert {f"report_{code}" for code in asked_for("say")} <= set(words.sentences)


def test_every_definition_belongs_to_a_figure_that_has_a_name() -> None:
    english = paper(october.full())
    words = load_words(Language.EN)
    assert set(words.codes("report_definition")) <= {*words.codes("report_figure"), *words.codes("figure")}
    for code in words.codes("report_definition"):
        assert code == "rate_retail" or says(english, words.term("report_definition", code))
