"""The site's categories: its own ones added to the shipped pack, and those it no longer offers (domain.md 7)."""

from desktop.domain.people import Person
from desktop.domain.site_settings import Kept
from desktop.domain.taxonomy import Category, Taxonomy
from desktop.domain.texts import check_line, fold, is_blank
from desktop.errors import UserError
from desktop.models.site import SiteCategory
from desktop.services.settings_work import SettingsBook, SettingsWork
from desktop.services.site import read_facts, read_taxonomy

CATEGORIES = "categories"
LONGEST_NAME = 60  #: characters; longer ones fit in no list


class CategorySettings:
    """Adds, renames and hides. Hidden categories stay readable on the cases that bear them."""

    def __init__(self, book: SettingsBook) -> None:
        self._book = book

    def all(self) -> Kept[Taxonomy]:
        """Every category, hidden ones too."""
        version = self._book.version_of(CATEGORIES)
        with self._book.database.reading() as connection:
            return Kept(read_taxonomy(connection, read_facts(connection).property), version)

    def add(
        self, by: Person, parent: str | None, name_en: str, name_zh: str, seen: int | None = None
    ) -> tuple[str, Kept[Taxonomy]]:
        """Adds a group (no ``parent``) or a detail of one; gives its new code and all categories.

        Raises ``not_allowed``, ``unknown_category``, ``missing`` (``name_en``, ``name_zh``), ``too_long``,
        ``category_name_taken``, ``category_full``, ``settings_changed_meanwhile``.
        """
        with self._book.changing(by, CATEGORIES, seen) as work:
            taxonomy = _taxonomy(work)
            if parent is not None and taxonomy.check(parent, "parent").parent is not None:
                raise UserError("unknown_category", "parent", value=parent)
            names = _checked_names(taxonomy, parent, name_en, name_zh)
            code = taxonomy.next_code(parent)
            work.session.add(SiteCategory(code=code, name_en=names[0], name_zh=names[1], custom=True, hidden=False))
            work.tell({"category": (None, code), "name_en": (None, names[0]), "name_zh": (None, names[1])})
        return code, self.all()

    def rename(self, by: Person, code: str, name_en: str, name_zh: str, seen: int | None = None) -> Kept[Taxonomy]:
        """Calls a category of the site's own something else; shipped ones keep their names.

        Raises as ``add``, and ``category_shipped``.
        """
        with self._book.changing(by, CATEGORIES, seen) as work:
            taxonomy = _taxonomy(work)
            category = taxonomy.check(code)
            stored = work.session.get(SiteCategory, code)
            if stored is None or not category.custom:
                raise UserError("category_shipped", "name", value=category.name_en)
            names = _checked_names(taxonomy, category.parent, name_en, name_zh, beside=code)
            before = (stored.name_en, stored.name_zh)
            stored.name_en, stored.name_zh = names
            if names != before:
                told = {"name_en": (before[0], names[0]), "name_zh": (before[1], names[1])}
                work.tell({"category": (code, code), **told})
        return self.all()

    def hide(self, by: Person, code: str, hidden: bool, seen: int | None = None) -> Kept[Taxonomy]:
        """No longer offers a category for new cases, or offers it again.

        Raises ``not_allowed``, ``unknown_category``, ``category_last`` (one group is always offered),
        ``settings_changed_meanwhile``.
        """
        with self._book.changing(by, CATEGORIES, seen) as work:
            taxonomy = _taxonomy(work)
            category = taxonomy.check(code)
            if hidden and category.parent is None and [c.code for c in taxonomy.level1()] == [code]:
                raise UserError("category_last", "category", value=category.name_en)
            stored = work.session.get(SiteCategory, code)
            if stored is None:
                stored = SiteCategory(code=code, name_en="", name_zh="", custom=False, hidden=False)
                work.session.add(stored)
            before, stored.hidden = stored.hidden, hidden
            if before != hidden:
                work.tell({"category": (code, code), "hidden": (before, hidden)})
        return self.all()


def _taxonomy(work: SettingsWork) -> Taxonomy:
    connection = work.session.connection()
    return read_taxonomy(connection, read_facts(connection).property)


def _checked_names(
    taxonomy: Taxonomy, parent: str | None, name_en: str, name_zh: str, beside: str = ""
) -> tuple[str, str]:
    """Both names without the blanks around them. The other names beside them must be others."""
    names = (" ".join(name_en.split()), " ".join(name_zh.split()))
    for field, name in zip(("name_en", "name_zh"), names, strict=True):
        if is_blank(name):
            raise UserError("missing", field)
        check_line(name, field)
        if len(name) > LONGEST_NAME:
            raise UserError("too_long", field, limit=str(LONGEST_NAME), size=len(name))
        if any(_same(name, getattr(other, field)) for other in _siblings(taxonomy, parent) if other.code != beside):
            raise UserError("category_name_taken", field, value=name)
    return names


def _siblings(taxonomy: Taxonomy, parent: str | None) -> tuple[Category, ...]:
    if parent is None:
        return taxonomy.level1(include_hidden=True)
    return taxonomy.children(parent, include_hidden=True)


def _same(one: str, other: str) -> bool:
    return fold(one) == fold(" ".join(other.split()))
