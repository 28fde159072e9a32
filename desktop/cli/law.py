"""The verb about law cards: what one comes to in money and days. Needs no workspace."""

from collections.abc import Iterator
from datetime import date
from decimal import Decimal

from desktop.cli.console import DONE, Console, UsageError
from desktop.domain.kinds import Language
from desktop.domain.law_cards import LawCard, LawPack
from desktop.domain.law_sums import YUAN, LawSums, facts_asked, law_sums, read_loss, read_price
from desktop.domain.money import amount_text
from desktop.exchange.times import parse_date
from desktop.words import Words, load_words
from desktop.words.formats import full_date, sum_text
from desktop.words.laws import load_law_pack


def law(console: Console) -> int:
    """What a card comes to with price, loss and date; ``--list`` names the cards instead."""
    given = console.arguments
    if given.language:
        console.words = load_words(Language(given.language))
    facts = {name: getattr(given, name) for name in ("price", "loss", "received")}
    asks_with_facts = any(fact is not None for fact in facts.values())
    if given.list == bool(given.card) or (given.list and asks_with_facts):
        raise UsageError(console.words.sentence("law_usage"))
    pack = load_law_pack()
    if given.list:
        _list(console, pack)
        return DONE
    card = pack.card(given.card)
    price: Decimal | None = None if given.price is None else read_price(given.price)
    loss: Decimal | None = None if given.loss is None else read_loss(given.loss)
    received: date | None = None if given.received is None else parse_date(given.received, "received")
    sums = law_sums(card.id, price, loss, received)
    if given.json:
        console.say_json(law_document(card, sums, console.words.language))
    else:
        for line in told(card, sums, pack, console.words):
            console.say(line)
    for remark in _remarks(card, [name for name, fact in facts.items() if fact is not None], received, console.words):
        console.tell(remark)
    return DONE


def law_document(card: LawCard, sums: LawSums, language: Language) -> dict[str, object]:
    """A card and what it comes to, as interfaces.md names it; what does not apply is None."""
    return {
        "card": card.id,
        "article": card.article.text(language),
        "source": card.source.text(language),
        "effective": card.effective.isoformat(),
        "refund": _decimal(sums.refund),
        "extra": _decimal(sums.extra),
        "total": _decimal(sums.total),
        "last_day": sums.last_day and sums.last_day.isoformat(),
        "warning_from": sums.warning_from and sums.warning_from.isoformat(),
        "confirm": True,
    }


def told(card: LawCard, sums: LawSums, pack: LawPack, words: Words) -> Iterator[str]:
    """A card and what it comes to, line by line, for a person to read."""
    language = words.language
    yield _line(card, language)
    yield card.summary.text(language)
    for code, fen in (("law_refund", sums.refund), ("law_extra", sums.extra), ("law_total", sums.total)):
        if fen is not None:
            yield words.sentence(code, sum=sum_text(fen, YUAN))
    for code, day in (("law_last_day", sums.last_day), ("law_warning_from", sums.warning_from)):
        if day is not None:
            yield words.sentence(code, day=full_date(day, language))
    yield words.sentence("law_source", source=card.source.text(language))
    effective, as_of = full_date(card.effective, language), full_date(pack.as_of, language)
    yield words.sentence("law_dates", effective=effective, as_of=as_of)
    yield pack.notice.text(language)


def _list(console: Console, pack: LawPack) -> None:
    language = console.words.language
    if not console.arguments.json:
        for card in pack.cards:
            console.say(_line(card, language))
        return
    rows = [
        {
            "card": card.id,
            "article": card.article.text(language),
            "title": card.title.text(language),
            "source": card.source.text(language),
            "effective": card.effective.isoformat(),
        }
        for card in pack.cards
    ]
    console.say_json(rows)


def _line(card: LawCard, language: Language) -> str:
    return "  ".join((card.id, card.article.text(language), card.title.text(language)))


def _remarks(card: LawCard, given: list[str], received: date | None, words: Words) -> Iterator[str]:
    """What was left out or makes no difference, and a day before the wording held."""
    asked = facts_asked(card.id)
    # A price is enough for the sums; a loss may only raise them.
    left_out = [fact for fact in asked if fact not in given and not (fact == "loss" and "price" in given)]
    if left_out:
        names = ["requested" if card.id == "pen-8" and fact == "received" else fact for fact in left_out]
        yield words.sentence("law_left_out", facts=names)
    for fact in given:
        if fact not in asked:
            yield words.sentence("law_no_part", fact=fact)
    if received is not None and received < card.effective:
        yield words.sentence("law_not_yet", effective=full_date(card.effective, words.language))


def _decimal(fen: int | None) -> str | None:
    return None if fen is None else amount_text(fen, YUAN)
