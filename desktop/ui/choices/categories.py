"""Finding a category as one types: by name, short name, hint or code, in either language."""

from desktop.domain.taxonomy import Category, Taxonomy
from desktop.domain.texts import fold

MOST_FOUND = 40


def find_categories(taxonomy: Taxonomy, words: str, recent: tuple[str, ...] = ()) -> tuple[Category, ...]:
    """The categories that all ``words`` are found in, best first; without words the recent ones, then all in order.

    A word in a name counts more than one in a hint, the beginning of a name more than its middle. Hidden categories
    are not offered.
    """
    offered = tuple(c for c in taxonomy if not c.hidden and not _in_hidden_group(taxonomy, c))
    parts = fold(words).split()
    if not parts:
        pinned = tuple(c for code in recent if (c := taxonomy.get(code)) in offered and c is not None)
        return (*pinned, *(c for c in offered if c not in pinned))
    ranked = [(rank, place, c) for place, c in enumerate(offered) if (rank := _rank(taxonomy, c, parts)) is not None]
    return tuple(c for _, _, c in sorted(ranked, key=lambda found: found[:2])[:MOST_FOUND])


def _in_hidden_group(taxonomy: Taxonomy, category: Category) -> bool:
    group = taxonomy.level1_of(category.code)
    return group is not None and group.hidden


def _rank(taxonomy: Taxonomy, category: Category, parts: list[str]) -> int | None:
    names = [fold(name) for name in (category.name_en, category.name_zh, category.short_en, category.short_zh)]
    group = taxonomy.level1_of(category.code)
    around = " ".join(fold(text) for text in _around(category, group))
    haystack = " ".join((*names, around, fold(category.code)))
    if not all(part in haystack for part in parts):
        return None
    if any(name.startswith(parts[0]) for name in names) or fold(category.code) == parts[0]:
        return 0
    return 1 if any(part in name for part in parts for name in names) else 2


def _around(category: Category, group: Category | None) -> tuple[str, ...]:
    hints = (category.hint_en, category.hint_zh)
    return hints if group is None or group is category else (*hints, group.name_en, group.name_zh)
