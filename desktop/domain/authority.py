"""Authority: who may give how much (domain.md 6). Sums are integer minor units of the site's currency."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from desktop.domain.kinds import Role
from desktop.domain.money import Currency, amount_text, parse_amount
from desktop.domain.shapes import path, read_object
from desktop.errors import UserError


@dataclass(frozen=True, slots=True)
class Limit:
    """The most that a role may give: per case and per local calendar month, in minor units; ``None``: no limit."""

    per_case: int | None
    per_month: int | None


@dataclass(frozen=True, slots=True)
class AuthorityLeft:
    """What a person may still give on their own authority, in minor units; ``None``: no limit."""

    case: int | None
    month: int | None

    @property
    def most(self) -> int | None:
        """The highest sum that both reaches allow, or None where neither sets one."""
        return min((left for left in (self.case, self.month) if left is not None), default=None)

    def covers(self, amount: int) -> bool:
        """Whether a sum stays within what is left; on the limit is within it."""
        return amount <= 0 or self.most is None or amount <= self.most


#: In major units; the site's currency says how many minor units make one.
_DEFAULTS: Mapping[Role, tuple[int | None, int | None]] = {
    Role.RECEPTIONIST: (200, 2_000),
    Role.SPECIALIST: (1_000, 10_000),
    Role.MANAGER: (5_000, None),
    Role.OWNER: (None, None),
    Role.ANALYST: (0, 0),
}


def default_limits(currency: Currency) -> dict[Role, Limit]:
    """The shipped limits in minor units of ``currency``."""
    unit = 10**currency.digits
    return {
        role: Limit(None if case is None else case * unit, None if month is None else month * unit)
        for role, (case, month) in _DEFAULTS.items()
    }


_FIELDS = {"case": "per_case", "month": "per_month"}


def parse_limits(data: object, current: Mapping[Role, Limit], currency: Currency) -> dict[Role, Limit]:
    """The limits in the shape of the ``authority`` act, laid over ``current``: what is left out stays, null: no limit.

    Raises ``UserError`` with the path (``authority.manager.case``): ``bad_amount`` unless it is a plain decimal of the
    currency, 0 included (nothing may be given), ``unknown_field``, or ``bad_value`` for another shape.
    """
    limits = dict(current)
    for code, given in read_object(data, "authority", tuple(Role), parent="authority").items():
        where = path("authority", code)
        sums = {
            _FIELDS[name]: None if value is None else parse_amount(value, currency, path(where, name), allow_zero=True)
            for name, value in read_object(given, where, tuple(_FIELDS), parent=where).items()
        }
        limits[Role(code)] = replace(limits[Role(code)], **sums)
    return limits


def authority_left(limit: Limit, on_case: int, in_month: int) -> AuthorityLeft:
    """What ``limit`` leaves when ``on_case`` stands on the case and ``in_month`` was given in the local month."""
    case = None if limit.per_case is None else max(0, limit.per_case - on_case)
    month = None if limit.per_month is None else max(0, limit.per_month - in_month)
    return AuthorityLeft(case, month)


def check_authority(limit: Limit, amount: int, on_case: int, in_month: int, currency: Currency) -> None:
    """Refuses a sum above the limit; on the limit is within it.

    ``amount`` is what is added now, ``on_case`` what stands on the case and was not taken back, ``in_month`` what the
    person gave on their own authority in the local month of the act. Raises ``UserError``: ``over_authority``.
    """
    for reach, highest, standing in (("case", limit.per_case, on_case), ("month", limit.per_month, in_month)):
        if amount > 0 and highest is not None and standing + amount > highest:
            left = max(0, highest - standing)
            raise UserError(
                "over_authority",
                "amount",
                reach=reach,
                limit=amount_text(highest, currency),
                left=amount_text(left, currency),
                amount=amount_text(amount, currency),
                currency=currency.code,
            )
