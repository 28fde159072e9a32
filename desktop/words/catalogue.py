"""The words of one language: terms for codes, sentences for refusals, prompts for the next step."""

import logging
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import Enum

from desktop.domain.kinds import Language
from desktop.errors import UserError
from desktop.words.plain import LONGEST_IN_A_SENTENCE, plain
from desktop.words.sentences import fill, is_known

_log = logging.getLogger(__name__)

Texts = Mapping[str, str]

_FLOOR = "floor"  #: a band rule may name the flag that set the floor: ``floor:injury``
_MINUTES_PER_HOUR, _HOURS_PER_DAY = 60, 24
_BYTES_PER_KB = 1024
_LONGEST_PATH = 240  #: characters; a path or a reason cut short would help nobody

_MEASURES = ("wait", "length", "duration")  #: kinds of placeholders that turn a number into words by a rule
KINDS_BY_RULE = (*_MEASURES, "field", "long")  #: kinds of placeholders that are no terms and no units


@dataclass(frozen=True, slots=True)
class Words:
    """All texts of one language. Texts are checked in tests, so nothing here raises for a code it doesn't know."""

    language: Language
    terms: Mapping[str, Texts]  # kind → code → word
    units: Mapping[str, Texts]  # unit → "one" and "other" → wording with {n}
    errors: Texts
    errors_for: Mapping[str, Texts] = field(default_factory=dict)  # code → field → a sentence of its own
    sentences: Texts = field(default_factory=dict)
    next_steps: Mapping[str, Texts] = field(default_factory=dict)  # state → variant → sentence
    prompts: Texts = field(default_factory=dict)  # field → what to ask the guest next
    neutral: Texts = field(default_factory=dict)  # param → wording where it isn't known

    def term(self, kind: str, code: str) -> str:
        """The word for a code (``term("state", "new")`` is ``New``); a code without a word is shown as it is.

        Also ``people/skill`` of kind root_cause and ``floor:injury`` of kind band_rule.
        """
        word = self.terms.get(kind, {}).get(code)
        if word is not None:
            return word
        if kind == "root_cause" and "/" in code:
            return self._with_detail(code)
        if kind == "band_rule" and code.startswith(_FLOOR + ":"):
            return self._fill(self.terms[kind][_FLOOR], {"flag": code.partition(":")[2]})
        return plain(code, LONGEST_IN_A_SENTENCE)

    def codes(self, kind: str) -> tuple[str, ...]:
        """The codes of a kind that have words, in the order in which people read them."""
        return tuple(self.terms.get(kind, ()))

    def field_name(self, name: str) -> str:
        """How people call a field; a path (``guest.phone``, ``shifts.0.from``) by its last part that has a name."""
        names = self.terms["field"]
        known = (names[part] for part in reversed(re.split(r"[.\[\]]", name)) if part in names)
        return next(known, None) or plain(name, LONGEST_IN_A_SENTENCE)

    def error(self, error: UserError) -> str:
        """The sentence that tells a person what was refused and what to do next. Never raises."""
        name = error.field
        template = self.errors_for.get(error.code, {}).get(name) or self.errors.get(error.code)
        if template is None:
            _log.warning("no sentence for the code %r", error.code)
            template = self.errors["unexpected_refusal"]
        return self._fill(template, {**error.params, "field": name})

    def sentence(self, code: str, /, **params: object) -> str:
        """A sentence that is no refusal. An unknown code is shown as it is and logged."""
        template = self.sentences.get(code)
        if template is None:
            _log.warning("no sentence for the code %r", code)
            return plain(code, LONGEST_IN_A_SENTENCE)
        return self._fill(template, params)

    def next_step(self, state: str, *, urgent: bool = False, safety: bool = False, complaint: bool = True) -> str:
        """What to do now with a case in this state. ``urgent``: P1. ``safety``: a flag with a floor of P1.

        ``complaint`` is False for enquiries, suggestions and compliments. Empty for a state without a next step.
        """
        variants = self.next_steps.get(state, {})
        wanted = (("other", not complaint), ("safety", safety), ("urgent", urgent), ("plain", True))
        return next((variants[name] for name, applies in wanted if applies and name in variants), "")

    def ask_next(self, name: str) -> str:
        """The question that fills a missing field, for the completeness meter; empty where nobody need ask."""
        return self.prompts.get(name, "")

    def quantity(self, unit: str, number: int) -> str:
        """A number with its unit: ``quantity("tries", 1)`` is ``1 try``."""
        return self.units[unit]["one" if number == 1 else "other"].replace("{n}", str(number))

    def duration(self, minutes: int) -> str:
        """A span of time in minutes (0 or more), in its two largest units: ``45 min``, ``2 h 5 min``, ``3 d 4 h``."""
        hours, rest = divmod(minutes, _MINUTES_PER_HOUR)
        days, hours = divmod(hours, _HOURS_PER_DAY)
        parts = (("day_span", days), ("hour_span", hours), ("minute_span", rest if not days else 0))
        said = [self.quantity(unit, number) for unit, number in parts if number]
        return " ".join(said) or self.quantity("minute_span", 0)

    def person(self, name: str, honorific: str = "") -> str:
        """A guest's name as this language says it: ``Ms Tan``, ``陈薇玲 女士``; either part may be empty."""
        title = self.term("honorific", honorific) if honorific else ""
        parts = (name, title) if self.language is Language.ZH else (title, name)
        return " ".join(plain(part) for part in parts if part)

    def joined(self, items: Iterable[str]) -> str:
        """A list in one line."""
        return ("、" if self.language is Language.ZH else ", ").join(items)

    def _with_detail(self, code: str) -> str:
        cause, _, detail = code.partition("/")
        sign = "：" if self.language is Language.ZH else ": "
        return self.term("root_cause", cause) + sign + self.term("root_cause_detail", detail)

    def _fill(self, template: str, params: Mapping[str, object]) -> str:
        def shown(name: str, kind: str) -> str:
            value = params.get(name)
            return self._shown(value, kind) if is_known(value) else self.neutral.get(name, self.neutral["anything"])

        return fill(template, params, shown)

    def _shown(self, value: object, kind: str) -> str:
        match value:
            case UserError():
                return self.error(value)
            case list() | tuple() | set() | frozenset():
                return self.joined(self._shown(item, kind) for item in value)
            case Enum():
                return self._shown(value.value, kind)
            case bool():
                return self.term("yes_no", "yes" if value else "no")
            case int() if kind in self.units or kind in _MEASURES:
                return self._measured(value, kind)
            case datetime():
                return value.strftime("%Y-%m-%d %H:%M")
            case date():
                return value.isoformat()
        text = plain(str(value), _LONGEST_PATH if kind == "long" else LONGEST_IN_A_SENTENCE)
        match kind:
            case "field":
                return self.joined(self.field_name(name.strip()) for name in text.split(","))
            case "length" if text.isdecimal():
                return self._measured(int(text), kind)
        return self.term(kind, text) if kind in self.terms else text

    def _measured(self, number: int, kind: str) -> str:
        if kind == "wait":  # seconds to wait; past a minute nobody counts them
            return self.quantity("seconds", number) if number < 60 else self.quantity("minutes", -(-number // 60))
        if kind == "length":  # of a text: characters for short fields, bytes for long ones
            return self.quantity("characters", number) if number < _BYTES_PER_KB else f"{number // _BYTES_PER_KB} KB"
        return self.duration(number) if kind == "duration" else self.quantity(kind, number)
