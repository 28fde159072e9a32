"""What the form knows, as the guide reads it: the setting its rules follow, the facts its words are filled with."""

from datetime import datetime

from desktop.domain.commands import RemedyOffer
from desktop.domain.guide_settings import WordingStyle
from desktop.domain.money import Currency
from desktop.domain.people import Person
from desktop.domain.texts import is_blank
from desktop.errors import UserError
from desktop.guides.facts import Facts
from desktop.guides.state import Setting
from desktop.ui import formats
from desktop.ui.intake.form import Form, Hurt
from desktop.ui.intake.surroundings import Site
from desktop.words import Words

_TEXTS = ("text", "name", "honorific", "phone", "email", "room", "reference", "place", "expected", "actual")
#: What is None until it is known. What only answers fill is never known: one doesn't stand for the other.
_CHOSEN = ("problem_date", "gap", "category", "severity", "scope", "time_pressure", "emotion")


def known_in(form: Form) -> frozenset[str]:
    """The fields that are filled, by the names that guides call them."""
    known = {name for name in _TEXTS if not is_blank(getattr(form, name))}
    known |= {name for name in _CHOSEN if getattr(form, name) is not None}
    others = {"wants": bool(form.wants), "hurt": form.hurt is not Hurt.NOT_ASKED, "remedies": bool(form.offers)}
    return frozenset(known | {name for name, is_there in others.items() if is_there})


def setting_of(form: Form, words: Words, style: WordingStyle) -> Setting:
    """What the rules of the guide read."""
    return Setting(
        emotion=form.emotion,
        flags=form.flags,
        category=form.category or "",
        channel=form.channel,
        language=words.language,
        guest_language=form.language,
        known=known_in(form),
        style=style,
    )


def facts_of(form: Form, site: Site, person: Person, manager: str, words: Words, now: datetime) -> Facts:
    """What the sentences of the guide are filled with; days and times as the site's wall shows them."""
    local = now.astimezone(site.zone)
    named = not form.anonymous
    return Facts(
        name=form.name.strip() if named else "",
        honorific=form.honorific.strip() if named else "",
        staff=person.name,
        manager=manager,
        regulator=site.regulator,
        room=form.room.strip(),
        place=form.place.strip(),
        phone=site.phone,
        options=tuple(_spoken(offer_words(offer, site.currency, words)) for offer in form.offers[:2]),
        promise=form.promise.strip(),
        category=form.category or "",
        problem_date=form.problem_date,
        by=promised_by(form, site, now),
        today=local.date(),
    )


def promised_by(form: Form, site: Site, now: datetime) -> datetime | None:
    """The local time by which the promise is to be kept; None while there is none that can be kept."""
    try:
        due = form.promise_due(now, site.zone)
    except UserError:
        return None
    return due.astimezone(site.zone) if due is not None else None


def offer_words(offer: RemedyOffer, currency: Currency, words: Words) -> str:
    """What is offered in a few words: as it was put, else its kind; with the sum where there is one."""
    said = offer.note.strip() or words.term("remedy", offer.kind.value)
    return f"{said} {formats.money(offer.amount, currency)}" if offer.amount else said


def _spoken(option: str) -> str:
    """Inside a sentence: ``Move to a dry room`` begins small, ``VIP lounge`` doesn't."""
    return option[0].lower() + option[1:] if option[:2].istitle() and option[1:2].islower() else option
