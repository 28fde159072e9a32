"""Drafts: forms that are no case yet (domain.md 3; conventions: drafts save themselves)."""

from datetime import timedelta

from desktop.services.desk import Desk
from tests.support.clock import Clock


def test_a_draft_is_kept_for_the_one_who_writes_it(desk: Desk, clock: Clock) -> None:
    rita, sam = (desk.staff.person(login, "D1") for login in ("rita", "sam"))
    data = {"text": "空调\ud800\0<b>", "guest": {"name": None}, "wants": ["a"], "emotion": 3}
    saved = desk.drafts.save(rita, data)
    assert (saved.saved_at, saved.data) == (clock(), data)
    assert [draft.data for draft in desk.drafts.of(rita)] == [data]
    assert desk.drafts.of(sam) == ()


def test_saving_again_keeps_one_draft_and_its_newest_text(desk: Desk, clock: Clock) -> None:
    rita = desk.staff.person("rita", "D1")
    first = desk.drafts.save(rita, {"text": "a"})
    clock.advance(timedelta(seconds=5))
    again = desk.drafts.save(rita, {"text": "ab"}, first.id)
    assert again.id == first.id
    assert [(draft.data, draft.saved_at) for draft in desk.drafts.of(rita)] == [({"text": "ab"}, clock())]


def test_nobody_writes_over_a_colleagues_draft(desk: Desk) -> None:
    rita, sam = (desk.staff.person(login, "D1") for login in ("rita", "sam"))
    hers = desk.drafts.save(rita, {"text": "hers"})
    his = desk.drafts.save(sam, {"text": "his"}, hers.id)
    assert his.id != hers.id
    assert [draft.data for draft in desk.drafts.of(rita)] == [{"text": "hers"}]


def test_the_newest_draft_comes_first(desk: Desk, clock: Clock) -> None:
    rita = desk.staff.person("rita", "D1")
    for text in "abc":
        desk.drafts.save(rita, {"text": text})
        clock.advance(timedelta(minutes=1))
    desk.drafts.save(rita, {"text": "a2"}, desk.drafts.of(rita)[-1].id)
    assert [draft.data["text"] for draft in desk.drafts.of(rita)] == ["a2", "c", "b"]


def test_a_discarded_draft_is_gone_and_an_unknown_one_is_nothing_to_do(desk: Desk) -> None:
    rita = desk.staff.person("rita", "D1")
    draft = desk.drafts.save(rita, {"text": "a"})
    for _ in range(2):
        desk.drafts.discard(draft.id)
    assert desk.drafts.of(rita) == ()
    assert desk.drafts.save(rita, {"text": "b"}, draft.id).data == {"text": "b"}


def test_nobody_discards_a_colleagues_draft(desk: Desk) -> None:
    rita, sam = (desk.staff.person(login, "D1") for login in ("rita", "sam"))
    hers = desk.drafts.save(rita, {"text": "hers"})
    desk.drafts.discard(hers.id, sam)
    assert [draft.id for draft in desk.drafts.of(rita)] == [hers.id]
    desk.drafts.discard(hers.id, rita)
    assert desk.drafts.of(rita) == ()


def test_a_draft_has_no_number_and_is_in_no_queue(desk: Desk) -> None:
    desk.drafts.save(desk.staff.person("rita", "D1"), {"text": "a"})
    assert desk.queue.counts(desk.now()).open == 0
    assert desk.finder.find("a").total == 0


def test_what_is_half_typed_on_a_case_is_kept_for_its_writer_and_is_no_draft_of_a_new_complaint(desk: Desk) -> None:
    rita, sam = (desk.staff.person(login, "D1") for login in ("rita", "sam"))
    desk.drafts.keep_typed(rita, "HH-D1-20261119-0001", {"entry": {"text": "他说明天再来"}})
    desk.drafts.keep_typed(rita, "HH-D1-20261119-0001", {"entry": {"text": "他说明天再来。"}})
    desk.drafts.keep_typed(rita, "HH-D1-20261119-0002", {"entry": {"text": "Other."}})
    assert desk.drafts.typed(rita, "HH-D1-20261119-0001") == {"entry": {"text": "他说明天再来。"}}
    assert desk.drafts.typed(sam, "HH-D1-20261119-0001") == {}
    assert desk.drafts.of(rita) == ()
    desk.drafts.keep_typed(rita, "HH-D1-20261119-0001", {})
    assert desk.drafts.typed(rita, "HH-D1-20261119-0001") == {}
    assert desk.drafts.typed(rita, "HH-D1-20261119-0002") == {"entry": {"text": "Other."}}
