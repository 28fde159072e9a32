"""Targets: how soon a complaint is answered and resolved, by band (domain.md 5)."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from types import MappingProxyType
from typing import TypeAlias

from desktop.domain.kinds import Band
from desktop.domain.shapes import path, read_object, shown
from desktop.errors import UserError

LONGEST_TARGET_MIN = 525_600  #: a year


@dataclass(frozen=True, slots=True)
class Target:
    """Minutes of the band's calendar until the first response and until the resolution."""

    respond_min: int
    resolve_min: int


Targets: TypeAlias = Mapping[Band, Target]  # with every band; the ones made here can't be changed

DEFAULT_TARGETS: Targets = MappingProxyType(
    {
        Band.P1: Target(10, 2 * 60),
        Band.P2: Target(30, 8 * 60),
        Band.P3: Target(60, 24 * 60),
        Band.P4: Target(4 * 60, 72 * 60),
    }
)


def parse_targets(data: object, current: Targets) -> Targets:
    """The targets in the shape of the ``targets`` act, laid over ``current``: what is left out stays.

    Raises ``UserError`` with the path (``targets.P3.respond_min``): ``bad_minutes`` unless it is a whole number from 1
    to a year's minutes, ``unknown_field``, or ``bad_value`` for another shape.
    """
    targets = dict(current)
    for band, given in read_object(data, "targets", tuple(Band), parent="targets").items():
        where = path("targets", band)
        fields = read_object(given, where, ("respond_min", "resolve_min"), parent=where)
        minutes = {name: _read_minutes(value, path(where, name)) for name, value in fields.items()}
        targets[Band(band)] = replace(targets[Band(band)], **minutes)
    return MappingProxyType(targets)


def targets_data(targets: Targets) -> dict[str, dict[str, int]]:
    """The targets as JSON data; laid over any targets by ``parse_targets`` it gives the same again."""
    return {
        band.value: {"respond_min": targets[band].respond_min, "resolve_min": targets[band].resolve_min}
        for band in Band
    }


def _read_minutes(value: object, where: str) -> int:
    if isinstance(value, bool) or not isinstance(value, int) or not 0 < value <= LONGEST_TARGET_MIN:
        raise UserError("bad_minutes", where, value=shown(value), most=LONGEST_TARGET_MIN)
    return value
