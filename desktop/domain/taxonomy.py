"""Categories: what a complaint is about, in two levels (domain.md 7).

A level-1 code is a letter and two digits (``H01``); a level-2 code adds a hyphen and its place (``H01-1``). What a
site adds bears an X (``H01-X1``, ``X01``), so a later version of a pack can never take the same code.
"""

import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from desktop.domain.kinds import Language, Property
from desktop.domain.texts import fold
from desktop.errors import UserError

_PACK_CODE = re.compile(r"[A-Z]\d{2}(-[1-9]\d?)?")
_SITE_CODE = re.compile(r"X\d{2}(-X[1-9]\d?)?|[A-Z]\d{2}-X[1-9]\d?")
_LEADING_CODE = re.compile(r"([a-z]\d{2}(?:-x?\d{1,2})?)(?![0-9a-z-])")
_PATH_SIGN = re.compile(r"\s*(?:[/>›»→·|:]|\s[-–—]\s)\s*")


@dataclass(frozen=True, slots=True)
class Category:
    """One place in the list. ``parent`` is the level-1 code, or None for a level 1 itself.

    ``hidden``: no longer offered for new cases; old cases keep it. ``custom``: added by the site.
    """

    code: str
    parent: str | None
    name_en: str
    name_zh: str
    short_en: str
    short_zh: str
    hint_en: str = ""
    hint_zh: str = ""
    hidden: bool = False
    custom: bool = False

    def name(self, language: Language) -> str:
        """The full wording."""
        return self.name_zh if language is Language.ZH else self.name_en

    def short(self, language: Language) -> str:
        """The wording for narrow columns."""
        return self.short_zh if language is Language.ZH else self.short_en

    def hint(self, language: Language) -> str:
        """What belongs here, in one phrase; empty where the site wrote none."""
        return self.hint_zh if language is Language.ZH else self.hint_en


class Taxonomy:
    """The categories of one site, in the order in which people read them."""

    def __init__(self, property_: Property, categories: Iterable[Category]) -> None:
        self.property = property_
        self._categories = {category.code: category for category in categories}
        self._by_name = _index(self, "name_en", "name_zh")
        self._by_short = _index(self, "short_en", "short_zh")

    def __iter__(self) -> Iterator[Category]:
        return iter(self._categories.values())

    def __len__(self) -> int:
        return len(self._categories)

    def __contains__(self, code: object) -> bool:
        return code in self._categories

    def get(self, code: str | None) -> Category | None:
        """The category with exactly this code, hidden or not."""
        return None if code is None else self._categories.get(code)

    def level1(self, *, include_hidden: bool = False) -> tuple[Category, ...]:
        """The groups, in order."""
        return tuple(c for c in self if c.parent is None and (include_hidden or not c.hidden))

    def children(self, code: str, *, include_hidden: bool = False) -> tuple[Category, ...]:
        """The details of a group, in order; none for a detail or an unknown code."""
        return tuple(c for c in self if c.parent == code and (include_hidden or not c.hidden))

    def level1_of(self, code: str | None) -> Category | None:
        """The group that a code of either level belongs to."""
        category = self.get(code)
        return category if category is None or category.parent is None else self.get(category.parent)

    def is_complete(self, code: str | None) -> bool:
        """Whether both levels are known, as 'assessed' asks (domain.md 3).

        A group that offers at most one detail leaves nothing to choose and is complete by itself.
        """
        category = self.get(code)
        if category is None:
            return False
        return category.parent is not None or len(self.children(category.code)) < 2

    def check(self, code: str, field: str = "category") -> Category:
        """The category with this code, of either level.

        Raises ``UserError``: ``unknown_category`` (value).
        """
        category = self.get(code)
        if category is None:
            raise UserError("unknown_category", field, value=code)
        return category

    def find(self, text: str) -> Category | None:
        """The category that a word from a file or a form means, or None where that isn't clear.

        Understands codes, English and Chinese names, short names, and both levels with a sign between them
        (``设施 / 空调暖气``). A name that groups and details share means the group.
        """
        wanted = _folded(text)
        leading = _LEADING_CODE.match(wanted)
        if leading:
            return self.get(leading.group(1).upper())
        return _only(self._by_name.get(wanted, ())) or _only(self._by_short.get(wanted, ())) or self._at_path(wanted)

    def label(self, code: str, language: Language, *, short: bool = False) -> str:
        """Group and detail in one line (``Facilities / Air-con`` when short); an unknown code stays as it is."""
        category = self.get(code)
        if category is None:
            return code
        group = self.level1_of(code)
        levels = (category,) if group is None or group is category else (group, category)
        return " / ".join(c.short(language) if short else c.name(language) for c in levels)

    def with_site_changes(self, added: Iterable[Category] = (), hidden: Collection[str] = ()) -> "Taxonomy":
        """The same list with the site's own categories at the end of their groups, and some hidden.

        Hidden codes that this pack doesn't know are passed over: they may come from another version.
        Raises ``UserError``: ``category_code_bad`` (value), ``category_code_taken`` (value),
        ``unknown_category`` (value: the parent), ``missing`` (field: name).
        """
        merged = dict(self._categories)
        for category in added:
            _check_addition(category, merged)
            merged[category.code] = replace(category, custom=True)
        groups = [c for c in merged.values() if c.parent is None]
        ordered = [c for group in groups for c in (group, *(d for d in merged.values() if d.parent == group.code))]
        return Taxonomy(self.property, (replace(c, hidden=c.hidden or c.code in hidden) for c in ordered))

    def next_code(self, parent: str | None = None) -> str:
        """The first free code for a site's own group, or for its own detail in ``parent``."""
        codes = (f"{parent}-X{n}" if parent else f"X{n:02}" for n in range(1, 100))
        free = next((code for code in codes if code not in self._categories), None)
        if free is None:
            raise UserError("category_full", "category", value=parent or "")
        return free

    def _at_path(self, wanted: str) -> Category | None:
        parts = _PATH_SIGN.split(wanted, maxsplit=1)
        if len(parts) != 2:
            return None
        group = next((c for c in self.level1(include_hidden=True) if parts[0] in _names(c)), None)
        if group is None:
            return None
        return _only([c for c in self.children(group.code, include_hidden=True) if parts[1] in _names(c)])


def build_taxonomy(property_: Property, data: Mapping[str, object]) -> Taxonomy:
    """Makes a taxonomy of the content of a pack's file.

    Raises ``ValueError`` with the place of the first thing that doesn't fit: a shipped pack must be right.
    """
    if data.get("property") != property_.value:
        raise ValueError(f"the pack is for {data.get('property')!r}, not for {property_.value!r}")
    rows = data.get("category")
    if not isinstance(rows, list) or not rows:
        raise ValueError("the pack has no categories")
    categories: dict[str, Category] = {}
    for row in rows:
        category = _read(row)
        if category.code in categories:
            raise ValueError(f"{category.code} stands twice")
        if category.parent is not None and category.code != _next_place(category.parent, categories):
            raise ValueError(f"{category.code} is out of order")
        categories[category.code] = category
    return Taxonomy(property_, categories.values())


def _read(row: object) -> Category:
    if not isinstance(row, Mapping) or set(row) != {"code", "name", "short", "hint"}:
        raise ValueError(f"a category has code, name, short and hint, not {row!r}")
    code = row["code"]
    if not isinstance(code, str) or not _PACK_CODE.fullmatch(code):
        raise ValueError(f"{code!r} is no category code")
    name, short, hint = (_both(row, part) for part in ("name", "short", "hint"))
    parent = code.partition("-")[0] if "-" in code else None
    return Category(code, parent, *name, *short, *hint)


def _both(row: Mapping[str, object], part: str) -> tuple[str, str]:
    """The English and the Chinese text of a part."""
    texts = row[part]
    if not isinstance(texts, Mapping) or set(texts) != {"en", "zh"}:
        raise ValueError(f"{row['code']}: {part} needs en and zh")
    for language, text in texts.items():
        if not isinstance(text, str) or not text.strip():
            raise ValueError(f"{row['code']}: {part}.{language} is empty")
    return texts["en"], texts["zh"]


def _next_place(parent: str, categories: Mapping[str, Category]) -> str | None:
    """The only code that may come next in a group; None while the group itself is missing."""
    if parent not in categories:
        return None
    return f"{parent}-{sum(c.parent == parent for c in categories.values()) + 1}"


def _check_addition(category: Category, known: Mapping[str, Category]) -> None:
    fits = _SITE_CODE.fullmatch(category.code) and category.parent == (category.code.rpartition("-")[0] or None)
    if not fits:
        raise UserError("category_code_bad", "category", value=category.code)
    if category.code in known:
        raise UserError("category_code_taken", "category", value=category.code)
    if category.parent is not None and category.parent not in known:
        raise UserError("unknown_category", "category", value=category.parent)
    if not all(text.strip() for text in (category.name_en, category.name_zh, category.short_en, category.short_zh)):
        raise UserError("missing", "name")


def _folded(text: str) -> str:
    """Full and half width, case, accents and the number of spaces make no difference."""
    return " ".join(fold(text).split())


def _names(category: Category) -> tuple[str, ...]:
    names = (category.name_en, category.name_zh, category.short_en, category.short_zh)
    return (category.code.casefold(), *(_folded(name) for name in names))


def _index(categories: Iterable[Category], *fields: str) -> dict[str, list[Category]]:
    index: dict[str, list[Category]] = {}
    for category in categories:
        for name in {_folded(str(getattr(category, field))) for field in fields}:
            index.setdefault(name, []).append(category)
    return index


def _only(found: Collection[Category]) -> Category | None:
    """The one that is meant: a single match, or the single group among several matches."""
    if len(found) > 1:
        found = [category for category in found if category.parent is None]
    return next(iter(found)) if len(found) == 1 else None
