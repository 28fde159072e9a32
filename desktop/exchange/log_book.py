"""What the cells of a log book say in a way of their own: root cause, remedies, sums."""

import re
from collections.abc import Sequence

from desktop.domain.kinds import RemedyKind, RootCause
from desktop.exchange.chronology import Times
from desktop.exchange.given import Given
from desktop.exchange.records import RemedyRecord
from desktop.words.lookup import find_code

#: Remedies that are worth money: a log book's one sum belongs to the first of them.
_PAID = frozenset(
    {
        RemedyKind.REFUND_FULL,
        RemedyKind.REFUND_PART,
        RemedyKind.WAIVE,
        RemedyKind.DISCOUNT,
        RemedyKind.VOUCHER,
        RemedyKind.POINTS,
        RemedyKind.GIFT,
        RemedyKind.EXPENSES,
        RemedyKind.STATUTORY_SUM,
    }
)
_CAUSE_SIGN = re.compile(r"[/：:]")


def read_root_cause(given: Given) -> str | None:
    """A root cause by code or word, with its detail. Raises ``bad_value``."""
    text = given.line("root_cause")
    if not text:
        return None
    main, _, detail = text.partition("/")
    if main in list(RootCause):
        return text
    known = find_code("root_cause", text)
    if known is not None:
        return known
    main, *details = _CAUSE_SIGN.split(text, maxsplit=1)
    code = find_code("root_cause", main)
    if code not in list(RootCause):
        raise given.bad("root_cause", text, list(RootCause))
    detail = details[0].strip() if details else ""
    return f"{code}/{find_code('root_cause_detail', detail) or detail}" if detail else code


def read_remedy_cell(given: Given, times: Times) -> tuple[RemedyRecord, ...]:
    """The remedies of one cell; the sum of the row belongs to the first that is worth money, else to the first."""
    kinds = given.codes_as_given("remedy", RemedyKind, "remedy")
    paid = next((kind for kind in kinds if kind in _PAID), kinds[0] if kinds else None)
    at = times.resolved or times.closed or times.responded or times.received
    by = "" if given.yes("handed_over") else given.line("received_by").strip()
    amount = given.amount("compensation") or 0
    return tuple(RemedyRecord(kind.value, amount if kind is paid else 0, by=by, at=at) for kind in kinds)


def read_compensation(given: Given, remedies: Sequence[RemedyRecord]) -> int:
    """What the guest was given in all, in minor units; as stated, else the sum of the remedies."""
    stated = given.amount("compensation")
    return stated if stated is not None else sum(r.amount for r in remedies if r.taken_back_at is None)
