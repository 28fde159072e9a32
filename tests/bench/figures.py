"""The figures of one month beside raw sqlite3: the same facts selected, and the two durations sorted in Python."""

import json
import random
import shutil
import sqlite3
import statistics
from collections.abc import Callable
from datetime import UTC, date, datetime
from pathlib import Path

from desktop.domain.figures.shapes import Month, Span
from desktop.domain.figures.spans import bounds, span_before, span_of_month
from desktop.domain.people import Person
from desktop.domain.wallclock import utc_at
from desktop.models.archives import DATABASE
from desktop.models.engine import connect
from desktop.services.desk import Desk
from tests.bench.measuring import Result, by_turns, compared, timed
from tests.bench.populating import NOW
from tests.bench.storage import desk_of, raw

MONTH = Month(2026, 10)  #: the last whole one
RUNNING = Span(date(2026, 11, 1), date(2026, 11, 20))  #: this month so far
SO_FAR = Span(date(2026, 10, 1), date(2026, 10, 20))  #: as much of the month before
_ROUNDS = 60
_GIVEN = ("spoken_apology", "voucher", "refund_part")

#: What a month's figures are made of, case by case.
_COHORT = """SELECT id, state, type, category, place, channel, shift, received_by_id, band, band_rule, received_at,
first_response_at, resolved_at, respond_due, first_resolve_due, first_resolved_by_id, handed_over, handed_up, outcome,
root_cause, emotion, emotion_at_close, survey, survey_asked_at, compensation, guest_id, owner_id, department, intake
FROM cases WHERE received_at >= ? AND received_at < ?"""
#: What the flow and the recurrent cases need besides: how every case stands, and who and what came shortly before.
_STANDING = """SELECT count(*), total(resolved_at >= :start AND resolved_at < :end), total(resolved_at IS NULL)
FROM cases
WHERE received_at < :end AND type = 'complaint' AND state NOT IN ('duplicate', 'not_complaint')"""
_STANDING_BY_INDEX = _STANDING.replace("FROM cases", "FROM cases INDEXED BY ix_cases_standing")
_GUESTS = """SELECT id, received_at, guest_id FROM cases
WHERE guest_id IN (SELECT guest_id FROM cases WHERE received_at >= ? AND received_at < ?)"""
_PLACES = "SELECT id, received_at, category, place FROM cases WHERE received_at >= ? AND received_at < ?"
_REMEDIES = """SELECT r.kind, r.amount, r.by_id FROM remedies r JOIN cases c ON c.id = r.case_id
WHERE c.received_at >= ? AND c.received_at < ?"""
_ENTRY = """INSERT INTO history (at, "by", act, case_id, changes, hash) VALUES (?, 'owner', ?, ?, ?, x'')"""
_PLACE_WITHIN = 30 * 86_400
_NOW = int(NOW.timestamp())


def _lived(folder: Path, scratch: Path) -> Path:
    """A copy of a workspace whose closed cases were answered, resolved, paid and asked about."""
    made = scratch / "figures"
    shutil.copytree(folder, made)
    connection = connect(made / DATABASE)
    connection.execute("PRAGMA synchronous=OFF")
    connection.execute("BEGIN IMMEDIATE")
    chance = random.Random(1)
    cases = connection.execute("SELECT id, received_at, state FROM cases ORDER BY id").fetchall()
    for id_, received, state in cases:
        place, shift = f"Floor {chance.randint(1, 40)}", chance.choice(("day", "evening", "night"))
        answered = min(received + chance.randint(0, 7_200), _NOW)
        resolved = min(answered + chance.randint(0, 200_000), _NOW) if state == "closed" else None
        survey = f'{{"overall":{chance.randint(1, 5)},"recommend":{chance.randint(0, 10)}}}'
        paid = chance.choice((0, 0, 5_000)) if resolved else 0
        connection.execute(
            "UPDATE cases SET place = ?, shift = ?, shift_date = ?, received_by_id = 1, received_by = 'Olive', "
            "first_response_at = ?, resolved_at = ?, last_resolved_at = ?, closed_at = ?, respond_due = ?, "
            "first_resolve_due = ?, first_resolved_by_id = ?, outcome = ?, root_cause = ?, survey = ?, "
            "survey_asked_at = ?, compensation = ?, intake = ?, emotion_at_close = ?, last_act_at = ? WHERE id = ?",
            (
                place, shift, datetime.fromtimestamp(received, UTC).date().isoformat(), answered, resolved, resolved,
                resolved, received + 3_600, received + 86_400, 1 if resolved else None, "upheld" if resolved else None,
                "people/skill" if resolved else None, survey if resolved else "{}", resolved, paid, '{"emotion":3}',
                1 if resolved else None, resolved or answered, id_,
            ),
        )  # fmt: skip
        _tell(connection, id_, answered, resolved)
        if resolved:
            back = resolved + 3_600 if chance.random() < 0.02 else None
            connection.execute(
                "INSERT INTO resolutions (case_id, at, reopened_at) VALUES (?, ?, ?)", (id_, resolved, back)
            )
            if back:
                connection.execute("INSERT INTO resolutions (case_id, at) VALUES (?, ?)", (id_, back + 3_600))
            connection.execute(
                'INSERT INTO remedies (case_id, at, by_id, "by", kind, amount, note, law_card) '
                "VALUES (?, ?, 1, 'owner', ?, ?, '', '')",
                (id_, resolved, chance.choice(_GIVEN), paid),
            )
    connection.execute("COMMIT")
    connection.execute("ANALYZE")
    connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    connection.close()
    return made


def _tell(connection: sqlite3.Connection, case_id: int, answered: int, resolved: int | None) -> None:
    """What the history tells of a case since it was opened."""
    told = {answered: ("acknowledge", {"state": ["new", "acknowledged"], "first_response_at": [None, _iso(answered)]})}
    if resolved:
        times = {name: [None, _iso(resolved)] for name in ("resolved_at", "last_resolved_at", "closed_at")}
        told[resolved] = ("settle", {"state": ["acknowledged", "closed"], **times})
    for at, (act, changes) in told.items():
        connection.execute(_ENTRY, (at, act, case_id, json.dumps(changes)))


def _iso(second: int) -> str:
    return datetime.fromtimestamp(second, UTC).isoformat()


def _select_and_sort(connection: sqlite3.Connection, start: int, end: int) -> None:
    rows = connection.execute(_COHORT, (start, end)).fetchall()
    sorted(row[11] - row[10] for row in rows if row[11] is not None)
    sorted(row[12] - row[10] for row in rows if row[12] is not None)


def _select_all(connection: sqlite3.Connection, start: int, end: int, standing: str = _STANDING) -> None:
    _select_and_sort(connection, start, end)
    connection.execute(standing, {"start": start, "end": end}).fetchall()
    connection.execute(_GUESTS, (start, end)).fetchall()
    connection.execute(_PLACES, (start - _PLACE_WITHIN, start)).fetchall()
    connection.execute(_REMEDIES, (start, end)).fetchall()


def month(folder: Path, scratch: Path, rounds: int = _ROUNDS) -> list[Result]:
    """A month's figures; then what the report and Insights add to them."""
    made = _lived(folder, scratch)
    desk, owner = desk_of(made)
    connection = raw(made)
    start, end = bounds(span_of_month(MONTH), desk.site.facts().zone)
    (cases,) = connection.execute(
        "SELECT count(*) FROM cases WHERE received_at >= ? AND received_at < ?", (start, end)
    ).fetchone()
    note = f"{cases:,} cases in the month"
    results = [
        compared(
            "figures of one month beside all that they stand on",
            lambda: desk.figures.month(owner, MONTH, NOW),
            lambda: _select_all(connection, start, end),
            most=1.5,
            rounds=rounds,
            note=note,
        )
    ]
    jobs = {
        "the same where the raw SELECT reads our index too": lambda: _select_all(
            connection, start, end, _STANDING_BY_INDEX
        ),
        "the same beside the month's cases alone": lambda: _select_and_sort(connection, start, end),
    }
    for name, job in jobs.items():
        mine, theirs = by_turns(lambda: desk.figures.month(owner, MONTH, NOW), job, rounds)
        results.append(Result(name, statistics.median(mine), statistics.median(theirs), "–", None))
    for name, look in _looks(desk, owner).items():
        taken = [timed(look) for _ in range(max(5, rounds // 6))]
        results.append(Result(name, statistics.median(taken), None, "–", None))
    connection.close()
    desk.close()
    return results


def _looks(desk: Desk, owner: Person) -> dict[str, Callable[[], object]]:
    """What the report and Insights ask for."""
    span, figures = span_of_month(MONTH), desk.figures
    return {
        "a month's detail": lambda: figures.detail(owner, span, NOW),
        "a month's lists": lambda: figures.lists(owner, span, NOW),
        "the trend of thirteen months": lambda: figures.trend(owner, MONTH, NOW),
        "Insights: two whole months, detail, chart, warnings": lambda: _insights(
            desk, owner, span, span_before(span), NOW
        ),
        "Insights: this month so far beside last month so far": lambda: _insights(
            desk, owner, RUNNING, SO_FAR, utc_at(SO_FAR.until, 0, desk.site.facts().zone)
        ),
        "a month's report, put together": lambda: desk.reports.report(owner, MONTH, NOW),
    }


def _insights(desk: Desk, owner: Person, span: Span, before: Span, as_of_before: datetime) -> None:
    desk.figures.span(owner, span, NOW)
    desk.figures.span(owner, before, as_of_before)
    desk.figures.detail(owner, span, NOW)
    desk.warnings.control_chart(owner, NOW)
    desk.warnings.at(owner, NOW)
