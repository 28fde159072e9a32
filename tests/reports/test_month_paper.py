"""The monthly report read back: every figure as it is formatted, in both languages, and what is not known as '–'."""

import io
import re
from dataclasses import replace

import pypdf
import pypdfium2  # type: ignore[import-untyped]  # no stubs
import pytest

from desktop.domain.figures.report_shapes import MonthReport
from desktop.domain.kinds import Language
from desktop.domain.shifts import Shift
from desktop.reports.month_context import MonthSite
from desktop.reports.month_paper import month_paper
from tests.reports import cases, months, october
from tests.reports.october_tables import HEAD, SITE, listed
from tests.reports.reading import boxes_outside, fonts_of, outline_of, says, sizes_of, squeezed, text_of

EVERY = {
    "full": october.full,
    "chinese": october.chinese,
    "empty": months.empty,
    "quiet": months.quiet_month,
    "first": months.first_month,
    "running": months.running_month,
    "future": months.future_month,
    "one": months.one_case,
    "no activity": months.without_activity,
    "hostile": months.hostile,
    "many": months.many_of_everything,
}


def paper(report: MonthReport, language: Language = Language.EN, site: MonthSite = SITE) -> bytes:
    """The report of the Harbour Hotel."""
    return month_paper(report, cases.imprint(language), site=site)


@pytest.fixture(scope="module")
def english() -> bytes:
    """October in English."""
    return paper(october.full())


@pytest.fixture(scope="module")
def chinese() -> bytes:
    """October in Chinese."""
    return paper(october.chinese(), Language.ZH)


def page(content: bytes, number: int) -> str:
    """The text of a page, squeezed."""
    document = pypdfium2.PdfDocument(content)
    try:
        return squeezed(document[number - 1].get_textpage().get_text_range())
    finally:
        document.close()


# What stands on it


@pytest.mark.parametrize(
    "told",
    [
        "1–31 October 2026 · as of 1 Nov 2026 09:10 · compared with September · 3 shifts · 4 channels", "104",
        "Sep 81", "22.10", "Goal ≤ 20.00", "9 min", "Sep 11 min", "84.6%", "Sep 82.7%", "Goal 90.0%", "4.20 / 5",
        "Sep 4.10 / 5", "¥24,900", "Sep ¥21,300", "Facilities · Air-con", "97 of 104", "7 of 9", "2.17 h", "26.00 h",
        "P1 10 min, 2 h; P2 30 min, 8 h; P3 1 h, 1 d; P4 4 h, 3 d", "Things for November", "Eng. Zhou · by 15 Nov",
        "23 + 104 + 3 − 98 − 2 = 30", "Both sides agree.", "17.46 min", "48 min", "93.3%", "9.87 h", "5.33 h",
        "31.75 h", "77.9%", "81 of 104", "95.0%", "4,706", "29.8%", "31 of 104", "11.5%", "3.2%", "10.6%", "68.5%",
        "61 of 89", "+9", "−1", "¥6,240", "Busiest", "12F east wing", "No place noted", "55.8%", "Engineering",
        "No department", "Facilities Evening 12F east wing 6", "13.20", "4.02", "Eight weeks in a row",
        "Put aside by S. Rao", "HH-D1-20261026-0012…", "83.6%", "78.2%", "61 of 78 guests asked", "NPS", "34", "29",
        "1.72", "4.31", "3.14", "Charge waived", "¥12,320", "Complaint specialist 22 ¥6,400", "72 of 104 cases",
        "¥239.42", "Equipment 31 34.8%", "HH-D1-20261004-0032", "same guest", "same place", "95.1%",
        "Maya Chen Counter staff 61 40 52", "Open at the end", "Since 9 October.", "Prepared by", "rule of thumb",
        "520", "3 Dec 2025", "31 Oct 2026", "48,213", HEAD, "Guest names are left out of this report.",
    ],
)  # fmt: skip
def test_the_report_holds_every_figure_as_it_is_formatted(english: bytes, told: str) -> None:
    assert says(english, told)


@pytest.mark.parametrize(
    "told",
    [
        "投诉与处理", "2026 年 10 月 1 日至 31 日 · 截至 2026年11月1日 09:10 · 与 9 月相比 · 3 个班次 · 4 个渠道",
        "9 分钟", "84.6%", "目标 90.0%", "4.20 / 5", "¥24,900", "97 / 104", "2.17 小时", "11 月要做的事",
        "饶经理 · 11 月 20 日前", "23 + 104 + 3 − 98 − 2 = 30", "两边相等。", "各类投诉与处理结果", "设施 · 空调",
        "较 9 月", "12 楼东翼", "前厅部", "晚班", "整层的排水管正在更换。", "回访 78 人，61 人作答", "净推荐值",
        "免收费用", "设备", "超时", "月末未结", "10 月 9 日起已执行。", "经验估算", "48,213", HEAD,
        "本报告不含客人姓名",
    ],
)  # fmt: skip
def test_the_chinese_report_says_the_same(chinese: bytes, told: str) -> None:
    assert says(chinese, told)


def test_no_english_is_left_on_a_chinese_report(chinese: bytes) -> None:
    text = text_of(chinese)
    for own in (HEAD, "Maya Chen", "S. Rao", "OTA"):
        text = text.replace(own, "")
    words = set(re.findall(r"[A-Za-z][A-Za-z-]+", re.sub(r"HH-D1-\d+-\d+", "", text)))
    assert words <= {"Maya", "Chen", "Rao", "OTA"}


def test_the_first_page_holds_all_that_matters(english: bytes, chinese: bytes) -> None:
    first = page(english, 1)
    for told in ("In short", "Complaints per week", "By category", "By priority", "Things for November"):
        assert squeezed(told) in first
    assert squeezed("From month to month") not in first
    assert "月初到月末" not in page(chinese, 1)
    assert "11月要做的事" in page(chinese, 1)


def test_every_page_bears_its_number_the_month_and_who_printed_it(english: bytes) -> None:
    pages = len(sizes_of(english))
    text = text_of(english)
    assert set(sizes_of(english)) == {(210, 297)}
    for number in range(1, pages + 1):
        assert f"Page {number} of {pages}" in text
    assert text.count("Monthly report · October 2026") == text.count("Printed 20 Nov 2026 09:10 · S. Rao") == pages
    assert text.count("Guest names are left out of this report.") == pages


def test_headings_are_bookmarks_those_that_stand_side_by_side_too(english: bytes) -> None:
    assert outline_of(english) == [
        "Complaints, and how we put them right", "In short", "Complaints per week", "By category", "By priority",
        "From month to month", "How quickly", "How it went", "By shift", "How it reached us", "By department",
        "What it was about, and how it went", "When", "Where", "What, when and where together", "Thirteen months",
        "Early warnings", "What guests thought of it", "Does a quick response help?", "What was given",
        "Who approved it", "Why it happened", "Late", "Wrongly prioritised at intake", "Referred out", "Recurrent",
        "The team", "Open at the end of the month", "What we decided last month", "Signatures",
        "What the figures mean", "The data",
    ]  # fmt: skip


@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize("name", EVERY)
def test_every_report_is_whole(name: str, language: Language) -> None:
    made = paper(EVERY[name](), language)
    assert all(fonts_of(made).values())
    assert boxes_outside(made) == []
    assert made == paper(EVERY[name](), language)


@pytest.mark.parametrize("language", Language)
def test_no_heading_stands_alone_at_a_pages_end(language: Language) -> None:
    for report in (make() for make in EVERY.values()):
        made = paper(report, language)
        ends = {last_words(made, number) for number in range(1, len(sizes_of(made)) + 1)}
        assert not ends & set(outline_of(made))


def last_words(content: bytes, number: int) -> str:
    """The last line above a page's foot."""
    text = pypdf.PdfReader(io.BytesIO(content)).pages[number - 1].extract_text()
    return text.strip().splitlines()[-1].strip()


def test_a_reports_colours_are_greys(english: bytes) -> None:
    document = pypdfium2.PdfDocument(english)
    try:
        for number in range(len(document)):
            picture = document[number].render(scale=0.5).to_pil().convert("RGB")
            assert all(red == green == blue for _, (red, green, blue) in picture.getcolors(1 << 24))
    finally:
        document.close()


# Names


def test_no_guest_is_named_and_staff_are(english: bytes) -> None:
    text = text_of(english)
    assert "Tan Wei Ling" not in text
    assert "Maya Chen" in text
    assert "林晓" in text


def test_shifts_bear_the_names_that_the_site_gave_them() -> None:
    shifts = (Shift("evening", "Late turn", 900, 1380),)
    assert says(paper(october.full(), site=MonthSite(shifts)), "Late turn 52 50.0%")


def test_without_targets_none_are_printed() -> None:
    assert not says(paper(october.full(), site=MonthSite()), "Targets for")


def test_hostile_text_is_printed_as_text() -> None:
    made = paper(months.hostile())
    assert squeezed(text_of(made)).count(squeezed(months.HOSTILE_SEEN)) >= 8
    assert says(made, months.LONG)
    text = text_of(made)  # four times each: a department, a place twice, who is to do something
    assert text.count("东") == sum(len(found) for found in re.findall("W{2,}", text)) == 4 * 300


def test_a_thousand_open_cases_have_their_header_on_every_page() -> None:
    report = months.thousand_open()
    made = paper(report)
    text = text_of(made)
    for case in report.lists.open_at_end:
        assert case.number in text
    assert text.count("Days open") > 15
    assert len(made) <= 250_000
    assert len(paper(report, Language.ZH)) <= 250_000


def test_of_more_than_a_thousand_cases_the_oldest_are_named_and_the_others_counted() -> None:
    report = months.thousand_open()
    some = report.lists.open_at_end
    newer = tuple(listed(place, "1") for place in range(1_000, 1_234))
    more = replace(report, lists=replace(report.lists, open_at_end=some + newer))
    text = text_of(paper(more))
    assert some[-1].number in text
    assert more.lists.open_at_end[-1].number not in text
    assert "And 234 newer ones" in text


def test_work_can_be_stopped_while_it_goes_on() -> None:
    class Enough(Exception):  # noqa: N818 (a signal, no error)
        pass

    def progress(done: int, _total: int) -> None:
        if done > 3:
            raise Enough

    with pytest.raises(Enough):
        month_paper(october.full(), cases.imprint(), progress, site=SITE)


def test_what_a_short_list_leaves_out_is_counted() -> None:
    made = paper(months.many_of_everything())
    assert says(made, "72 more 3,348")
    assert says(made, "20 more 410")
