"""What a backup says of itself, and which files it may hold."""

import json
import re
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from datetime import datetime
from typing import Any

from desktop.errors import UserError
from desktop.models.copying import Contents

FORMAT = 3
_READABLE = (1, 2, 3)  #: 1 had no attachments, 2 no copies of guides
_FORMAT_NAME = "amends_backup"  #: tells our manifest from those of other programs
DATABASE = "amends.sqlite"
CHAIN_KEY = "chain.key"
MANIFEST = "manifest.json"
MEMBERS = frozenset({MANIFEST, DATABASE, CHAIN_KEY})
ATTACHMENTS = "attachments"  #: the folder of a workspace, and of a backup, in which they lie
GUIDES = "guides"  #: the folder of a workspace, and of a backup, in which the site's copies of guide files lie
HASH = re.compile(r"[0-9a-f]{64}")
GUIDE_NAME = re.compile(r"[a-z][a-z-]{0,39}\.yaml")


@dataclass(frozen=True, slots=True)
class Member:
    """Size in bytes and SHA-256 (hex) of a file in a backup."""

    size: int
    sha256: str


@dataclass(frozen=True, slots=True)
class Manifest:
    """What a backup says of itself. ``made_at`` is aware; ``lineage`` tells sites apart without giving the key away."""

    made_at: datetime
    program: str
    lineage: str
    contents: Contents
    members: Mapping[str, Member]


def manifest_data(manifest: Manifest) -> dict[str, object]:
    """The manifest as it stands in a backup."""
    contents = asdict(manifest.contents) | {"head_hash": manifest.contents.head_hash.hex()}
    return {
        _FORMAT_NAME: FORMAT,
        "made_at": manifest.made_at.isoformat(),
        "program": manifest.program,
        "lineage": manifest.lineage,
        **contents,
        "members": {name: asdict(member) for name, member in manifest.members.items()},
    }


def read_manifest(text: bytes) -> Manifest:
    """The manifest read. Raises ``backup_unknown``, ``backup_newer``, and what ``json`` raises for what is none."""
    told = json.loads(text)
    if not isinstance(told, dict) or _FORMAT_NAME not in told:
        raise UserError("backup_unknown", "file")
    if told[_FORMAT_NAME] not in _READABLE:
        raise UserError("backup_newer", "file")
    types = {"schema": str, "site_code": str, "site_name": str, "zone": str, "training": bool}
    types |= dict.fromkeys(("cases", "entries", "staff", "head_id"), int)
    fields: dict[str, Any] = {name: _typed(told[name], type_) for name, type_ in types.items()}
    members = {name: Member(_typed(m["size"], int), _typed(m["sha256"], str)) for name, m in told["members"].items()}
    made_at = datetime.fromisoformat(told["made_at"])
    if not _are_ours(members) or made_at.tzinfo is None:
        raise ValueError("members or time")
    if not all(HASH.fullmatch(m.sha256) and m.size >= 0 for m in members.values()):
        raise ValueError("hashes or sizes")
    contents = Contents(head_hash=bytes.fromhex(told["head_hash"]), **fields)
    return Manifest(made_at, _typed(told["program"], str), _typed(told["lineage"], str), contents, members)


def _are_ours(members: Mapping[str, Member]) -> bool:
    """Whether there is what a backup needs, and beside it only attachments under their hashes and copies of guides."""
    more = set(members) - MEMBERS
    needed = MEMBERS - {MANIFEST}
    return needed <= set(members) and all(
        guide_name(name) or name == f"{ATTACHMENTS}/{members[name].sha256}" for name in more
    )


def guide_name(member: str) -> str:
    """The name of a copy of a guide file by its place in a backup; empty for anything else."""
    folder, _, name = member.partition("/")
    return name if folder == GUIDES and GUIDE_NAME.fullmatch(name) else ""


def _typed(value: object, type_: type) -> Any:
    if type(value) is not type_:
        raise ValueError(f"no {type_.__name__}")
    return value
