"""The case file's last part: how it ended, what is attached, what belongs to it, and everything in order of time."""

from collections.abc import Iterator, Mapping

from desktop.domain.case_file import CaseFile, Survey
from desktop.domain.rows import HistoryRow
from desktop.reports.blocks import Picture
from desktop.reports.case_head import section
from desktop.reports.history import told_changes
from desktop.reports.imprint import Imprint
from desktop.reports.page import A4, Block
from desktop.reports.pictures import printable
from desktop.reports.tables import Cell, Column, Table, facts
from desktop.words.formats import file_size

_LABEL = 98
_HIGHEST = A4.height / 2 - A4.margin  #: two pictures a page


def end(file: CaseFile, imprint: Imprint, pictures: Mapping[int, bytes]) -> Iterator[Block]:
    """Ending, survey, attachments, other cases and the timeline. ``pictures`` are an attachment's bytes by place."""
    yield from section(imprint.word("ending"), facts(_ending(file, imprint), label=_LABEL))
    yield from section(imprint.word("survey"), facts(_survey(file.ending.survey, imprint), label=220))
    yield from section(imprint.word("linked"), _linked(file, imprint))
    yield from section(imprint.word("attachments"), _attachments(file, imprint))
    yield from section(imprint.word("timeline"), _timeline(file, imprint))
    yield from _pictures(file, imprint, pictures)


def _ending(file: CaseFile, imprint: Imprint) -> list[tuple[str, str | Cell]]:
    ending, words = file.ending, imprint.words
    told = words.term("medium", ending.told_by.value) if ending.told_by else ""
    resolved = imprint.time(ending.last_resolved_at or ending.resolved_at) if ending.resolved_at else ""
    mood = words.term("emotion", str(ending.emotion_at_close)) if ending.emotion_at_close is not None else ""
    whys = "\n".join(f"{place}. {why}" for place, why in enumerate(ending.whys, start=1))
    return [
        (imprint.word("resolved"), " · ".join(filter(None, (resolved, ending.resolved_by)))),
        (imprint.word("told"), told),
        (imprint.word("guest_answer"), words.term("answer", ending.answer.value) if ending.answer else ""),
        (imprint.word("mood_at_close"), mood),
        (imprint.word("reopened"), imprint.time(ending.reopened_at) if ending.reopened_at else ""),
        (imprint.word("closed"), imprint.time(ending.closed_at) if ending.closed_at else ""),
        (imprint.word("ended"), imprint.time(ending.ended_at) if ending.ended_at and not ending.closed_at else ""),
        (imprint.word("outcome"), words.term("outcome", ending.outcome.value) if ending.outcome else ""),
        (imprint.word("closure"), words.term("closure", ending.closure.value) if ending.closure else ""),
        (imprint.word("root_cause"), words.term("root_cause", ending.root_cause) if ending.root_cause else ""),
        (imprint.word("whys"), whys),
        (imprint.word("lesson"), ending.lesson),
        (imprint.word("follow_up"), imprint.time(ending.follow_up_due) if ending.follow_up_due else ""),
    ]


def _survey(survey: Survey, imprint: Imprint) -> list[tuple[str, str | Cell]]:
    words = imprint.words

    def score(value: int | None, most: int) -> str:
        return "" if value is None else imprint.say("score_of", score=value, most=most)

    answers: list[tuple[str, str | Cell]] = [
        (words.term("survey_question", "overall"), score(survey.overall, 5)),
        (words.term("survey_question", "fair"), score(survey.fair, 5)),
        (words.term("survey_question", "easy"), score(survey.easy, 5)),
        (words.term("survey_question", "respect"), score(survey.respect, 5)),
        (words.term("survey_question", "recommend"), score(survey.recommend, 10)),
    ]
    if survey.came_back is not None:
        came = words.term("yes_no", "yes" if survey.came_back else "no")
        answers.append((words.term("survey_question", "came_back"), came))
    asked: list[tuple[str, str | Cell]] = [
        (imprint.word("survey_asked"), imprint.time(survey.asked_at) if survey.asked_at else ""),
        (imprint.word("survey_not_asked"), survey.not_asked),
    ]
    return asked + answers


def _linked(file: CaseFile, imprint: Imprint) -> Table:
    columns = (
        Column(imprint.word("case"), points=126),
        Column(imprint.word("received"), points=96),
        Column(imprint.word("summary"), share=1),
        Column(imprint.word("state"), points=84),
    )
    rows = [
        (
            Cell(case.number, imprint.words.term("paper_relation", case.relation)),
            imprint.time(case.received_at),
            case.summary,
            imprint.words.term("state", case.state.value),
        )
        for case in file.linked
    ]
    return Table(columns, rows)


def _attachments(file: CaseFile, imprint: Imprint) -> Table:
    columns = (
        Column(imprint.word("file"), share=1),
        Column(imprint.word("when"), points=96),
        Column(imprint.word("by"), points=84),
        Column(imprint.word("size"), points=60, align="right"),
    )
    rows = [
        (
            Cell(attachment.name, attachment.kind),
            imprint.time(attachment.at),
            imprint.name_of(attachment.by),
            file_size(attachment.size),
        )
        for attachment in file.attachments
    ]
    return Table(columns, rows)


def _timeline(file: CaseFile, imprint: Imprint) -> Table:
    columns = (
        Column(imprint.word("when"), points=96),
        Column(imprint.word("what"), share=1),
        Column(imprint.word("by"), points=84),
    )
    return Table(columns, [_entry(row, file, imprint) for row in file.view.history])


def _entry(row: HistoryRow, file: CaseFile, imprint: Imprint) -> tuple[str | Cell, ...]:
    what = Cell(imprint.words.term("act", row.act), told_changes(row, imprint))
    return imprint.time(row.at), what, imprint.name_of(row.by) if row.by else file.view.received_by


def _pictures(file: CaseFile, imprint: Imprint, pictures: Mapping[int, bytes]) -> Iterator[Block]:
    shown: list[Block] = []
    for attachment in file.attachments:
        picture = printable(pictures[attachment.place]) if attachment.place in pictures else None
        if picture is not None:
            shown.append(Picture(picture.content, picture.pixels, attachment.name, _HIGHEST))
    yield from section(imprint.word("pictures"), *shown)
