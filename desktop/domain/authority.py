"""Authority: who may give how much (domain.md 6). Sums are integer minor units of the site's currency."""

from collections.abc import Mapping
from dataclasses import dataclass

from desktop.domain.kinds import Role
from desktop.domain.money import Currency, amount_text
from desktop.errors import UserError


@dataclass(frozen=True, slots=True)
class Limit:
    """The most that a role may give: per case and per local calendar month, in minor units; ``None``: no limit."""

    per_case: int | None
    per_month: int | None


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
