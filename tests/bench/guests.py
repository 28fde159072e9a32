"""Doubles among many guests: by name, pinyin and initials, each look-up by key (performance.md)."""

import random
import statistics
from pathlib import Path

from desktop.domain.kinds import Language, Property
from desktop.domain.texts import phone_key
from desktop.models.archives import DATABASE
from desktop.models.engine import connect
from desktop.services.desk import Desk, open_desk
from desktop.services.founding import Founding, found_site
from desktop.services.guest_records import name_key
from desktop.workspace import Workspace
from tests.bench.measuring import Result, percentile, timed
from tests.bench.populating import NOW

GUESTS = 50_000
_MOST = 5.0  #: milliseconds
_ROUNDS = 2_000
_SURNAMES = "王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹邓许傅沈曾彭吕苏卢蒋蔡贾丁单仇解翟任华"
_GIVEN = (
    "伟芳娜敏静丽强磊军洋勇艳杰娟涛明超秀霞平刚桂英玉兰萍红玲芬燕彬鹏浩宇欣怡佳俊博文思远雨晨子轩梓涵语嫣若曦乐行和"
)
_FIRST = (
    "James Mary John Linda Robert Susan Michael Karen David Lisa Anna Peter Maria Paul Elena Ivan Jörg Žofia Wei Lei"
)
_LAST = (
    "Smith Johnson Brown Jones Miller Davis Wilson Taylor Thomas Moore Martin Lee Walker Müller Novák Wang Chen Zhang"
)
_SHARE_LATIN, _SHARE_INITIAL = 0.4, 0.05


def _name(chance: random.Random) -> str:
    """Names as a hotel has them: some written in Han characters, some in Latin letters, some with an initial."""
    if chance.random() > _SHARE_LATIN:
        return chance.choice(_SURNAMES) + "".join(chance.choices(_GIVEN, k=chance.choice((1, 2, 2))))
    first, last = chance.choice(_FIRST.split()), chance.choice(_LAST.split())
    return f"{first[0]}. {last}" if chance.random() < _SHARE_INITIAL else f"{first} {last}{chance.randint(0, 99):02d}"


def _populate(folder: Path, guests: int) -> None:
    answers = Founding(
        Property.HOTEL, "Harbour Hotel", "HH", Language.EN, "Asia/Shanghai", "owner", owner_name="Olive", training=True
    )
    found_site(folder, answers, NOW).close()
    chance = random.Random(1)
    connection = connect(folder / DATABASE)
    connection.execute("BEGIN IMMEDIATE")
    connection.executemany(
        "INSERT INTO guests (id, name, name_key, phone, phone_key, honorific, email, language, vip, vulnerable, "
        "created_at, version, preferences, private_notes, restricted) "
        "VALUES (?, ?, ?, ?, ?, '', '', '', 0, 0, 0, 1, '', '', 0)",
        (
            (n, name := _name(chance), name_key(name), phone := f"138{n:08d}", phone_key(phone))
            for n in range(1, guests + 1)
        ),
    )
    connection.execute("COMMIT")
    connection.close()


def doubles(scratch: Path, guests: int = GUESTS, rounds: int = _ROUNDS) -> list[Result]:
    """Doubles of one guest, and searching as one types; the keys are made first, and that is measured too."""
    folder = scratch / f"guests-{guests}"
    if not folder.exists():
        _populate(folder, guests)
    desk = open_desk(Workspace.open(folder), lambda: NOW)
    try:
        return [_keys(desk, guests), *_doubles(desk, guests, rounds), *_finding(desk, guests, max(10, rounds // 50))]
    finally:
        desk.close()


def _keys(desk: Desk, guests: int) -> Result:
    batches = [timed(desk.guests.keep_keys) for _ in range(-(-guests // 200) + 1)]
    made = [taken for taken in batches if taken > 1] or batches
    note = f"a batch of 200 names, away from recording; all {guests:,} in {sum(batches) / 1_000:.1f} s"
    return Result("keys of guests’ names", statistics.median(made), None, "–", None, note)


def _doubles(desk: Desk, guests: int, rounds: int) -> list[Result]:
    chance = random.Random(2)
    ids = [chance.randint(1, guests) for _ in range(rounds)]
    for id_ in ids[:50]:
        desk.guests.doubles_of(id_)
    taken = [timed(lambda: desk.guests.doubles_of(id_)) for id_ in ids]  # noqa: B023 (called at once)
    median = statistics.median(taken)
    note = f"p99 {percentile(taken, 0.99):.2f} ms, longest {max(taken):.2f} ms, {guests:,} guests"
    listed = timed(lambda: desk.guests.doubles(100))
    return [
        Result("doubles of a guest", median, None, f"≤ {_MOST:g} ms", median <= _MOST, note),
        Result("list of possible doubles", listed, None, "–", None, "behind the window, once"),
    ]


def _finding(desk: Desk, guests: int, rounds: int) -> list[Result]:
    results = []
    for what, words in (
        ("a name in Han characters", "王文"),
        ("pinyin", "wang wen"),
        ("initials", "wwh"),
        ("the end of a phone number", "12345"),
    ):
        taken = [timed(lambda: desk.guests.find(words, 100)) for _ in range(rounds)]  # noqa: B023 (called at once)
        found = desk.guests.find(words, 100).total
        note = f"{found:,} found among {guests:,}"
        results.append(Result(f"guests by {what}", statistics.median(taken), None, "–", None, note))
    return results
