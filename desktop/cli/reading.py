"""Verbs that read: queue, search, guests, case."""

from typing import Any
from zoneinfo import ZoneInfo

from desktop.cli.console import DONE, Console
from desktop.domain.guest_file import GuestListRow
from desktop.domain.kinds import Language
from desktop.services.case_document import iso
from desktop.words.plain import plain

_SUMMARY_WIDTH = 60


def queue(console: Console) -> int:
    """The open cases, the most urgent first."""
    with console.desk() as desk:
        reader = console.person(desk, "read_cases")
        at = console.at(desk)
        rows, total = desk.reader.queue_documents(at, console.arguments.limit, reader)
        if console.arguments.json:
            console.say_json({"at": iso(at, desk.site.facts().zone), "rows": rows, "total": total})
            return DONE
        for row in rows:
            console.say(_line(console, row))
        console.tell(console.words.quantity("cases", total))
    return DONE


def _line(console: Console, row: dict[str, Any]) -> str:
    late = "!" if row["late"] else " "
    state = console.words.term("state", row["state"])
    who = plain(" ".join(filter(None, (row["guest"], row["room"]))))
    return "  ".join(
        (
            row["effective_band"] + late,
            f"{row['score']:>3}",
            row["number"],
            state,
            row["next_due"] or "-",
            who,
            plain(row["summary"], _SUMMARY_WIDTH),
        )
    )


def search(console: Console) -> int:
    """Cases in which all words occur, the exact ones first, then the newest."""
    with console.desk() as desk:
        reader = console.person(desk, "read_cases")
        zone = desk.site.facts().zone
        found = desk.finder.find(" ".join(console.arguments.words), console.arguments.limit, reader=reader)
        rows = [
            {
                "number": hit.number,
                "state": hit.state.value,
                "band": hit.band.value,
                "guest": hit.guest,
                "room": hit.room,
                "reference": hit.reference,
                "summary": hit.summary,
                "received_at": iso(hit.received_at, zone),
            }
            for hit in found.rows
        ]
        if console.arguments.json:
            console.say_json({"rows": rows, "total": found.total})
            return DONE
        for row in rows:
            told = (row["number"], plain(str(row["guest"])), plain(str(row["summary"]), _SUMMARY_WIDTH))
            console.say("  ".join(filter(None, told)))
        console.tell(console.words.quantity("cases", found.total))
    return DONE


def guests(console: Console) -> int:
    """Guests found by name, pinyin, initials, phone digits or e-mail, best first."""
    with console.desk() as desk:
        reader = console.person(desk, "read_cases")
        while desk.guests.keep_keys():
            pass
        zone = desk.site.facts().zone
        found = desk.guests.find(
            " ".join(console.arguments.words), console.arguments.limit, reader=reader, at=console.at(desk)
        )
        if console.arguments.json:
            rows = [_guest_document(row, zone) for row in found.rows]
            console.say_json({"rows": rows, "total": found.total})
            return DONE
        for row in found.rows:
            guest = row.guest
            who = console.words.person(guest.name, guest.honorific)
            console.say("  ".join(filter(None, (str(guest.id), who, plain(guest.phone), plain(guest.email)))))
        console.tell(console.words.quantity("guests", found.total))
    return DONE


def _guest_document(row: GuestListRow, zone: ZoneInfo) -> dict[str, Any]:
    guest = row.guest
    return {
        "id": guest.id,
        "name": guest.name,
        "honorific": guest.honorific,
        "phone": guest.phone,
        "email": guest.email,
        "language": guest.language,
        "vip": guest.vip,
        "vulnerable": guest.vulnerable,
        "restricted": row.restricted,
        "cases": row.cases,
        "open": row.open,
        "last_case_at": iso(row.last_at, zone),
        "last_satisfaction": row.last_score,
        "may_not_come_back": [{"reason": reason.kind.value, "number": reason.number} for reason in row.leaving],
    }


def case(console: Console) -> int:
    """One case, whole."""
    with console.desk() as desk:
        reader = console.person(desk, "read_cases")
        document = desk.reader.document(console.arguments.number, console.at(desk), reader)
        if console.arguments.json:
            console.say_json(document)
            return DONE
        language, words = desk.site.facts().language, console.words
        for name in ("number", "state", "band", "score", "received_at", "next_due", "room", "owner"):
            if document[name] not in (None, ""):
                value = words.term("state", document[name]) if name == "state" else document[name]
                console.say(f"{words.field_name(name)}{_colon(language)}{plain(str(value))}")
        console.say()
        console.say("\n".join(plain(part) for part in document["text"].splitlines()))
        console.say()
        for entry in document["history"]:
            console.say(f"{entry['at']}  {words.term('act', entry['act'])}  {plain(entry['by'])}")
    return DONE


def _colon(language: Language) -> str:
    return "：" if language is Language.ZH else ": "
