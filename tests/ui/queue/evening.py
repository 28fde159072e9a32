"""The evening of the design's picture: twelve open cases."""

from datetime import timedelta

from desktop.domain.kinds import Band, Flag, State
from desktop.domain.priority import Points
from desktop.domain.rows import CaseView, QueueRow
from tests.support.clock import EVENING
from tests.ui.queue.few_rows import a_row, view_of

_MINUTE = timedelta(minutes=1)


def evening_rows() -> list[QueueRow]:
    """The twelve cases of the design's picture, as far as the product's own rules allow."""

    def due(minutes: int, *, reply: bool = False, used: float = 0.6) -> dict[str, object]:
        at = EVENING + minutes * _MINUTE
        length = max(30, abs(minutes)) * _MINUTE / max(0.05, 1 - used if minutes > 0 else used)
        times: dict[str, object] = {"received_at": at - length, "next_due": at}
        return times | ({"respond_due": at, "first_response_at": None} if reply else {"resolve_due": at})

    def points(*parts: tuple[str, int]) -> dict[str, object]:
        return {"points": tuple(Points(*part) for part in parts), "score": sum(p for _, p in parts)}

    who = {"owner_id": None, "owner": ""}
    maya, leo = {"owner_id": 1, "owner": "Maya Chen"}, {"owner_id": 2, "owner": "Leo Wang"}
    zhou, rao = {"owner_id": 3, "owner": "Zhou Ming"}, {"owner_id": 4, "owner": "Sunita Rao"}
    severe = points(("severity", 40), ("emotion", 12), ("time", 12), ("repeat", 8), ("vip", 4))
    base = [
        (
            "Tan Wei Ling",
            "ms",
            "1208",
            "",
            "Air-con dripping; child slipped on the wet floor",
            "H01-1",
            4,
            Band.P1,
            State.NEW,
            {**due(-27, reply=True), **severe, **who, "vip": True, "resolve_due": EVENING + 198 * _MINUTE},
        ),
        (
            "Lindqvist",
            "mrs",
            "1411",
            "",
            "Allergic reaction after dinner; soup was sold as gluten-free",
            "H08-1",
            2,
            Band.P1,
            State.INVESTIGATING,
            {
                **due(52, used=0.77),
                **points(("severity", 40), ("scope", 5), ("time", 12), ("emotion", 6)),
                **rao,
                "band_rule": "floor:food_illness",
            },
        ),
        (
            "Okafor",
            "mr",
            "0915",
            "",
            "Charged twice for one night; card then declined at dinner",
            "H05-1",
            3,
            Band.P1,
            State.ACKNOWLEDGED,
            {
                **due(38, used=0.83),
                **points(("severity", 30), ("time", 12), ("emotion", 9)),
                **leo,
                "band_rule": "override",
            },
        ),
        (
            "Bauer",
            "couple",
            "0712",
            "",
            "Party next door until 02:00 last night; second complaint",
            "H03-1",
            3,
            Band.P2,
            State.INVESTIGATING,
            {**due(72, used=0.7), **points(("severity", 30), ("emotion", 9), ("repeat", 8)), **maya},
        ),
        (
            "Haddad",
            "mr",
            "",
            "55812",
            "Room service 70 minutes late and the food was cold",
            "H08-4",
            2,
            Band.P2,
            State.PROPOSED,
            {**due(100, used=0.64), **points(("severity", 30), ("time", 12), ("emotion", 6)), **maya},
        ),
        (
            "Ivanova",
            "ms",
            "0306",
            "",
            "Suitcase wheel broken while the porter carried it",
            "H10-2",
            2,
            Band.P2,
            State.NEW,
            {
                **due(9, reply=True, used=0.76),
                **points(("severity", 30), ("time", 12), ("emotion", 6), ("repeat", 8)),
                **who,
            },
        ),
        (
            "Sato",
            "mr",
            "1102",
            "",
            "Booked a twin, given a double; no twin free until tomorrow",
            "H04-2",
            1,
            Band.P3,
            State.ASSESSED,
            {**due(185, used=0.48), **points(("severity", 30), ("time", 6), ("emotion", 3)), **leo},
        ),
        (
            "Dubois",
            "ms",
            "0518",
            "",
            "Shower only lukewarm, two mornings running",
            "H01-2",
            2,
            Band.P3,
            State.INVESTIGATING,
            {**due(260, used=0.35), **points(("severity", 20), ("repeat", 8), ("emotion", 6)), **zhou},
        ),
        (
            "Novak",
            "mr",
            "0820",
            "",
            "Minibar items on the bill that the guest did not take",
            "H05-1",
            1,
            Band.P3,
            State.PROPOSED,
            {**due(370, used=0.3), **points(("severity", 20), ("time", 6), ("emotion", 3)), **maya},
        ),
        (
            "Costa",
            "family",
            "0404",
            "",
            "Pool closed without notice; the children were let down",
            "H01-8",
            0,
            Band.P3,
            State.WAITING_DEPARTMENT,
            {**due(500, used=0.25), **points(("severity", 20), ("scope", 5)), **leo},
        ),
        (
            "Park",
            "ms",
            "1015",
            "",
            "Wi-Fi drops in the evening near the window",
            "H11-1",
            0,
            Band.P4,
            State.WAITING_GUEST,
            {**points(("severity", 20)), **zhou, "resolve_due": None, "next_due": None, "paused": True},
        ),
        (
            "Evans",
            "mr",
            "",
            "",
            "Long wait for coffee at breakfast",
            None,
            None,
            Band.P4,
            State.ACKNOWLEDGED,
            {**due(1215, used=0.11), **points(("severity", 20)), **maya},
        ),
    ]
    numbers = (7, 9, 4, 5, 1, 10, 38, 42, 36, 33, 31, 29)
    return [
        a_row(
            serial,
            guest=guest,
            honorific=title,
            room=room,
            reference=reference,
            summary=summary,
            category=category,
            emotion=emotion,
            band=band,
            state=state,
            **more,
        )
        for serial, (guest, title, room, reference, summary, category, emotion, band, state, more) in zip(
            numbers, base, strict=True
        )
    ]


def first_view(row: QueueRow) -> CaseView:
    """The preview of the design's picture."""
    text = (
        "Air-con dripping since check-in at 15:20. She called twice and nobody came. "
        "Her son slipped on the wet floor; he is not hurt. Early flight tomorrow."
    )
    return view_of(row, text=text, severity=4, flags=frozenset({Flag.VIP}))
