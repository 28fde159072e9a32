"""A workspace with very many cases, written straight into the tables: about 300 characters each, 30 % open."""

import json
import random
import sqlite3
from datetime import UTC, datetime
from itertools import islice
from pathlib import Path
from typing import Any

from desktop.domain.finding import INDEX_VERSION, searchable
from desktop.domain.history import GENESIS, ChainedEntry, canonical, link
from desktop.domain.kinds import Flag, Language, Property, Scope, State
from desktop.domain.numbers import CaseNumber
from desktop.domain.priority import Rating, prioritise
from desktop.domain.texts import summary_of
from desktop.models.archives import DATABASE
from desktop.models.case import NEVER_DUE, Case
from desktop.models.engine import connect
from desktop.services.founding import Founding, found_site

NOW = datetime(2026, 11, 19, 13, 42, tzinfo=UTC)
RARE = "鎏金屏风"  #: in one text of a thousand
_SPAN = 3 * 365 * 86_400  #: seconds over which the cases are spread
_OPEN_SHARE = 0.3
_OPEN = (State.NEW, State.ACKNOWLEDGED, State.ASSESSED, State.INVESTIGATING, State.PROPOSED)

_ENGLISH = (
    "the air conditioner in our room kept dripping all night and nobody came although we called reception twice "
    "breakfast was cold the lift stopped between floors a strange smell came from the bathroom drain we were charged "
    "for minibar items that we never touched the key card failed again music from the street bar went on until three"
)
_CHINESE = (
    "房间空调一直滴水 打了两次前台电话都没有人来 早餐都是凉的 电梯停在半路 卫生间下水道有异味 账单上多收了迷你吧的费用 "
    "门卡又失效了 楼下酒吧的音乐一直响到凌晨三点 孩子踩到湿地板滑倒了 我们明天一早的飞机 现在只想休息 服务员态度很冷淡"
)
_WORDS_EN, _WORDS_ZH = _ENGLISH.split(), _CHINESE.split()
_SYLLABLES = [consonant + vowel for consonant in "bcdfghjklmnprstvwxyz" for vowel in ("a", "e", "i", "o", "u", "an")]


def _name(chance: random.Random) -> str:
    """A made-up name. Guests have many different ones, so the index holds many rare words."""
    first, last = ("".join(chance.choices(_SYLLABLES, k=chance.randint(2, 4))) for _ in range(2))
    return f"{first} {last}".title()


def _text(chance: random.Random, number: int) -> str:
    if number % 2:
        text = " ".join(chance.choice(_WORDS_EN) for _ in range(58)).capitalize() + "."
    else:
        text = "，".join(chance.choice(_WORDS_ZH) for _ in range(14)) + "。"
    return text + (f" {RARE}" if number % 1_000 == 0 else "")


def populate(folder: Path, cases: int, seed: int = 1) -> None:
    """Makes a practice workspace in ``folder`` with so many cases. A million take some minutes."""
    answers = Founding(
        Property.HOTEL, "Harbour Hotel", "HH", Language.EN, "Asia/Shanghai", "owner", owner_name="Olive", training=True
    )
    found_site(folder, answers, NOW).close()
    connection = connect(folder / DATABASE)
    connection.set_authorizer(None)
    connection.execute("PRAGMA synchronous=OFF")
    connection.execute("PRAGMA foreign_keys=OFF")
    connection.execute("BEGIN IMMEDIATE")
    key = (folder / "chain.key").read_bytes()
    last = connection.execute("SELECT id, hash FROM history ORDER BY id DESC LIMIT 1").fetchone() or (0, GENESIS)
    _fill(connection, key, last, cases, random.Random(seed))
    connection.executemany(
        "INSERT INTO guests (id, name, honorific, phone, phone_key, email, name_key, language, vip, vulnerable, "
        "created_at, version, preferences, private_notes, restricted) "
        "VALUES (?, ?, '', ?, ?, '', ?, '', 0, 0, 0, 1, '', '', 0)",
        ((n, f"Guest {n}", f"7700{n:07d}", f"7700{n:07d}", f"guest{n}") for n in range(1, cases // 2 + 2)),
    )
    connection.execute("COMMIT")
    connection.execute("INSERT INTO search_index(search_index) VALUES ('optimize')")
    connection.execute(f"PRAGMA user_version = {INDEX_VERSION}")
    connection.execute("ANALYZE")
    connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    connection.close()


def _fill(
    connection: sqlite3.Connection, key: bytes, last: tuple[int, bytes], cases: int, chance: random.Random
) -> None:
    columns = [column.name for column in Case.__table__.columns]
    insert = f"INSERT INTO cases ({', '.join(columns)}) VALUES ({', '.join('?' * len(columns))})"
    texts = [_text(chance, number) for number in range(2_000)]
    terms = [searchable("", "", [text]) for text in texts]
    entry_id, previous = last
    begun = int(NOW.timestamp()) - _SPAN
    numbers = iter(range(1, cases + 1))
    while batch := list(islice(numbers, 10_000)):
        rows, entries, words = [], [], []
        for number in batch:
            received = begun + _SPAN * number // (cases + 1)
            row = _case_row(chance, number, received, texts[number % len(texts)])
            rows.append([row[name] for name in columns])
            known = [row["guest_name"], row["room"]]
            words.append((row["id"], searchable(row["number"], "", known) + " " + terms[number % len(texts)]))
            entry_id += 1
            entry = ChainedEntry(entry_id, received, "owner", "open", row["id"], canonical({"state": [None, "new"]}))
            previous = link(key, entry, previous)
            entries.append((entry_id, received, "owner", "open", row["id"], entry.changes, previous))
        connection.executemany(insert, rows)
        connection.executemany("INSERT INTO history VALUES (?, ?, ?, ?, ?, ?, ?)", entries)
        connection.executemany("INSERT INTO search_index(rowid, words) VALUES (?, ?)", words)


_EMPTY_LISTS = ("wants", "whys")
_EMPTY_OBJECTS = ("intake", "survey")


def _case_row(chance: random.Random, number: int, received: int, text: str) -> dict[str, Any]:
    is_open = chance.random() < _OPEN_SHARE
    state = chance.choice(_OPEN) if is_open else State.CLOSED
    rating = Rating(
        severity=chance.randint(1, 4),
        scope=chance.choice(list(Scope)),
        emotion=chance.randint(0, 4),
        flags=frozenset({Flag.VIP} if chance.random() < 0.1 else ()),
    )
    priority = prioritise(rating)
    # Open cases are due from two days ago to two days ahead, as on a desk that keeps up.
    due = int(NOW.timestamp()) + chance.randint(-2 * 86_400, 2 * 86_400)
    day = datetime.fromtimestamp(received, UTC).date()
    code = CaseNumber("HH", "D1", day, number)
    row: dict[str, Any] = dict.fromkeys((column.name for column in Case.__table__.columns), None)
    for column in Case.__table__.columns:
        if not column.nullable:
            row[column.name] = 0 if column.type.python_type in (int, bool) else ""
    row |= dict.fromkeys(_EMPTY_LISTS, "[]") | dict.fromkeys(_EMPTY_OBJECTS, "{}")
    return row | {
        "id": received << 24 | number,
        "version": 1,
        "number": str(code),
        "number_order": code.order,
        "type": "complaint",
        "state": state.value,
        "channel": "counter",
        "desk": "D1",
        "guest_id": number // 2 + 1 if number % 3 else None,
        "guest_name": _name(chance) if number % 3 else "",
        "received_at": received,
        "room": str(100 + number % 900),
        "text": text,
        "summary": summary_of(text),
        "category": f"H0{chance.randint(1, 9)}-{chance.randint(1, 4)}",
        "severity": rating.severity,
        "scope": rating.scope,
        "emotion": rating.emotion,
        "flags": json.dumps(sorted(rating.flags)),
        "score": priority.score,
        "points": json.dumps([[p.part, p.points] for p in priority.points]),
        "band": priority.band.value,
        "band_rule": priority.band_rule,
        "respond_due": due,
        "resolve_due": due,
        "next_due": due if is_open else None,
        "queue_due": due if is_open else NEVER_DUE,
        "in_queue": int(is_open),
        "owner_id": 1 if chance.random() < 0.7 else None,
        "calendar_id": 1,
        "targets_id": 2,
        "last_act_at": received,
    }
