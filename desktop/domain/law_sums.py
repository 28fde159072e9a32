"""What a law card comes to: sums in yuan to the fen, and the days that count (domain.md 8).

No clock and no zone: days are local dates of the site, handed in as they stand on its calendar.
"""

from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from fractions import Fraction

from desktop.domain.law_cards import LAW_CARDS
from desktop.domain.money import Currency, amount_text, parse_amount
from desktop.errors import UserError

#: These laws speak of yuan, whatever currency a site keeps its own sums in.
YUAN = Currency("CNY", 2, "¥")

_FEN_A_YUAN = 100
_FINE = Currency(YUAN.code, 4, YUAN.symbol)  #: sums are rounded half up at their end, not where they are typed
_LARGEST = Decimal(10**12)  #: yuan; as much as a sum that is typed may have
_FIRST_YEAR, _LAST_YEAR = 1970, 9998  #: as for every time that people enter


@dataclass(frozen=True, slots=True)
class LawSums:
    """What a card comes to, in fen and local dates; None is what does not apply or isn't known yet.

    ``refund``: the price back. ``extra``: what the law puts on top of it, never with the loss itself.
    ``last_day``: the last day to return the goods. ``warning_from``: the first day that counts as delay or refusal.
    """

    card: str
    refund: int | None = None
    extra: int | None = None
    last_day: date | None = None
    warning_from: date | None = None

    @property
    def total(self) -> int | None:
        """Price back and extra together, as far as they are known; None where there is neither."""
        known = [part for part in (self.refund, self.extra) if part is not None]
        return sum(known) if known else None


@dataclass(frozen=True, slots=True)
class _Rule:
    """One card as numbers. ``at_least`` is in yuan; the days count from the day after the one that is given."""

    gives_price_back: bool = False
    times_price: int = 0
    times_loss: int = 0
    at_least: int = 0
    days_to_return: int = 0
    first_day_of_delay: int = 0


_RULES = {
    "cpl-55": _Rule(gives_price_back=True, times_price=3, at_least=500),
    "cpl-24": _Rule(gives_price_back=True, days_to_return=7),
    "cpl-25": _Rule(gives_price_back=True, days_to_return=7),
    "fsl-148": _Rule(gives_price_back=True, times_price=10, times_loss=3, at_least=1000),
    "pen-8": _Rule(first_day_of_delay=16),
    "cpl-18": _Rule(),
}


def facts_asked(card: str) -> tuple[str, ...]:
    """What a card works with, of ``price``, ``loss`` and ``received``; others make no difference to it.

    ``received`` is the day on which the goods were received; for ``pen-8`` it is the day of the request.
    Raises ``UserError``: ``unknown_law_card`` (value).
    """
    rule = _rule(card)
    asked = {
        "price": rule.gives_price_back,
        "loss": rule.times_loss > 0,
        "received": rule.days_to_return > 0 or rule.first_day_of_delay > 0,
    }
    return tuple(fact for fact, needed in asked.items() if needed)


def law_sums(
    card: str, price: Decimal | None = None, loss: Decimal | None = None, received: date | None = None
) -> LawSums:
    """What a card comes to (domain.md 8).

    ``price`` and ``loss`` are in yuan; each sum is worked out exactly and then rounded half up to the fen. Where both
    give an extra, the higher one holds. ``received`` is a local date of the site; it is not counted itself.
    Raises ``UserError``: ``unknown_law_card`` (value), ``bad_amount`` (value, currency, example),
    ``law_day_out_of_range`` (value, first, last).
    """
    rule = _rule(card)
    price = _checked(price, "price", Decimal("0.01"))
    loss = _checked(loss, "loss", Decimal(0))
    _check_day(received)
    return LawSums(
        card,
        refund=_fen(Fraction(price)) if rule.gives_price_back and price is not None else None,
        extra=_extra(rule, price, loss),
        last_day=_days_after(received, rule.days_to_return),
        warning_from=_days_after(received, rule.first_day_of_delay),
    )


def read_price(text: object) -> Decimal:
    """A price in yuan as people write it (``"128"``, ``"128.50"``), above 0; what is sold by weight has finer ones.

    Raises ``UserError``: ``bad_amount``.
    """
    return _read(text, "price")


def read_loss(text: object) -> Decimal:
    """A loss in yuan as people write it; 0 says that there is none. Raises ``UserError``: ``bad_amount``."""
    return _read(text, "loss", allow_zero=True)


def _read(text: object, field: str, *, allow_zero: bool = False) -> Decimal:
    return Decimal(parse_amount(text, _FINE, field, allow_zero=allow_zero)).scaleb(-_FINE.digits)


def _rule(card: str) -> _Rule:
    if card not in LAW_CARDS:
        raise UserError("unknown_law_card", "card", value=card)
    return _RULES[card]


def _checked(yuan: Decimal | None, field: str, least: Decimal) -> Decimal | None:
    if yuan is not None and not (yuan.is_finite() and least <= yuan < _LARGEST):
        example = amount_text(128 * _FEN_A_YUAN, YUAN)
        raise UserError("bad_amount", field, value=str(yuan), currency=YUAN.code, example=example)
    return yuan


def _extra(rule: _Rule, price: Decimal | None, loss: Decimal | None) -> int | None:
    given = ((rule.times_price, price), (rule.times_loss, loss))
    sums = [times * Fraction(yuan) for times, yuan in given if times and yuan is not None]
    return _fen(max(*sums, Fraction(rule.at_least))) if sums else None


def _fen(yuan: Fraction) -> int:
    """Rounded half up; ``yuan`` is never below 0."""
    return int(yuan * _FEN_A_YUAN + Fraction(1, 2))


def _check_day(day: date | None) -> None:
    if day is not None and not _FIRST_YEAR <= day.year <= _LAST_YEAR:
        raise UserError("law_day_out_of_range", "received", value=day, first=str(_FIRST_YEAR), last=str(_LAST_YEAR))


def _days_after(day: date | None, days: int) -> date | None:
    return day + timedelta(days=days) if day is not None and days else None
