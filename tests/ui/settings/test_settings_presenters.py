"""Forms and lists of settings without a window: what is typed is kept, nobody overwrites unseen."""

from collections.abc import Callable, Mapping
from typing import Any

import pytest

from desktop.domain.kinds import Role
from desktop.domain.people import Person
from desktop.domain.site_settings import Kept
from desktop.errors import ChangedMeanwhileError, UserError
from desktop.ui.settings.presenters import FormPresenter, ListPresenter
from desktop.ui.settings.state import NEW, FormState, ListState, Part, parts_of


def at_once(work: Callable[[], Any], done: Callable[[Any], object], refused: Callable[[UserError], object]) -> None:
    try:
        result = work()
    except UserError as refusal:
        refused(refusal)
    else:
        done(result)


class Page:
    """A form on a shelf that somebody else may reach too."""

    def __init__(self) -> None:
        self.stored, self.version, self.saved = "old", 1, 0
        self.refusal: UserError | None = None
        self.presenter: FormPresenter[str] = FormPresenter(self, self.load, self.write, at_once)
        self.presenter.refresh()

    def load(self) -> Kept[str]:
        return Kept(self.stored, self.version)

    def write(self, form: str, seen: int) -> Kept[str]:
        if self.refusal is not None:
            raise self.refusal
        if seen != self.version:
            raise ChangedMeanwhileError("settings_changed_meanwhile", "version")
        self.stored, self.version = form, self.version + 1
        return self.load()

    def paint(self, state: FormState[str]) -> None:
        self.painted = state

    def show_saved(self) -> None:
        self.saved += 1


@pytest.fixture
def page() -> Page:
    return Page()


def test_what_is_typed_and_saved_stands(page: Page) -> None:
    page.presenter.edit("new")
    assert page.painted.is_dirty
    page.presenter.save()
    assert (page.stored, page.saved, page.painted.is_dirty) == ("new", 1, False)


def test_what_is_not_changed_is_not_saved(page: Page) -> None:
    page.presenter.save()
    page.presenter.edit("old")
    page.presenter.save()
    assert (page.version, page.saved) == (1, 0)


def test_a_refusal_keeps_what_was_typed_until_it_is_typed_anew(page: Page) -> None:
    page.refusal = UserError("missing", "name")
    page.presenter.edit("")
    page.presenter.save()
    assert (page.painted.form, page.painted.refusal, page.saved) == ("", page.refusal, 0)
    page.presenter.edit("x")
    assert page.painted.refusal is None


def test_reading_anew_never_takes_away_what_is_typed(page: Page) -> None:
    page.presenter.edit("mine")
    page.stored = "theirs"
    page.presenter.refresh()
    assert page.painted.form == "mine"
    page.presenter.discard()
    assert page.painted.form == "old"
    page.presenter.refresh()
    assert page.painted.form == "theirs"


def test_somebody_quicker_is_seen_and_saving_again_is_a_decision(page: Page) -> None:
    page.presenter.edit("mine")
    page.stored, page.version = "theirs", 2
    page.presenter.save()
    state = page.painted
    assert (state.stored, state.form, state.is_dirty) == ("theirs", "mine", True)
    assert isinstance(state.refusal, ChangedMeanwhileError)
    page.presenter.save()
    assert (page.stored, page.painted.refusal) == ("mine", None)


def test_after_somebody_quicker_discarding_shows_theirs(page: Page) -> None:
    page.presenter.edit("mine")
    page.stored, page.version = "theirs", 2
    page.presenter.save()
    page.presenter.discard()
    assert (page.painted.form, page.painted.is_dirty) == ("theirs", False)


class Shelf:
    """A list of words by their first letters."""

    def __init__(self) -> None:
        self.words, self.version = {"a": "apple", "b": "bread"}, 1
        self.done = 0
        self.presenter: ListPresenter[str, str] = ListPresenter(self, self.load, lambda row: row or "", at_once)
        self.presenter.refresh()

    def load(self) -> Kept[Mapping[str, str]]:
        return Kept(dict(self.words), self.version)

    def write(self, row: str | None, form: str, seen: int) -> tuple[str, Kept[Mapping[str, str]]]:
        if seen != self.version:
            raise ChangedMeanwhileError("settings_changed_meanwhile", "version")
        if not form:
            raise UserError("missing", "name")
        key = form[0] if row is None else row[0]
        self.words[key] = form
        self.version += 1
        return key, self.load()

    def save(self) -> None:
        self.presenter.save(self.write, self._on_done)

    def paint(self, state: ListState[str, str]) -> None:
        self.painted = state

    def _on_done(self) -> None:
        self.done += 1


@pytest.fixture
def shelf() -> Shelf:
    return Shelf()


def test_the_first_row_is_chosen_at_first(shelf: Shelf) -> None:
    assert (shelf.painted.selected, shelf.painted.row) == ("a", "apple")


def test_a_row_is_changed(shelf: Shelf) -> None:
    shelf.presenter.edit("avocado")
    shelf.save()
    assert (shelf.words["a"], shelf.painted.is_dirty, shelf.done) == ("avocado", False, 1)


def test_each_row_keeps_what_was_typed_about_it(shelf: Shelf) -> None:
    shelf.presenter.edit("avocado")
    shelf.presenter.select("b")
    assert (shelf.presenter.form, shelf.painted.is_row_dirty, shelf.painted.is_dirty) == ("bread", False, True)
    shelf.presenter.select("a")
    assert shelf.presenter.form == "avocado"


def test_typing_what_stands_is_no_change(shelf: Shelf) -> None:
    shelf.presenter.edit("avocado")
    shelf.presenter.edit("apple")
    assert not shelf.painted.is_dirty


def test_a_new_row_is_chosen_once_it_is_saved(shelf: Shelf) -> None:
    shelf.presenter.add()
    assert shelf.painted.is_new
    shelf.presenter.edit("cheese")
    shelf.save()
    assert (shelf.painted.selected, shelf.painted.row, shelf.painted.is_dirty) == ("c", "cheese", False)


def test_a_new_row_waits_while_others_are_looked_at(shelf: Shelf) -> None:
    shelf.presenter.add()
    shelf.presenter.edit("che")
    shelf.presenter.select("a")
    shelf.presenter.refresh()
    assert shelf.painted.drafts == {NEW: "che"}
    shelf.presenter.add()
    assert shelf.presenter.form == "che"
    shelf.presenter.discard()
    assert (shelf.painted.selected, shelf.painted.drafts) == ("a", {})


def test_a_list_that_changed_meanwhile_keeps_what_was_typed(shelf: Shelf) -> None:
    shelf.presenter.edit("avocado")
    shelf.words["d"], shelf.version = "dates", 2
    shelf.save()
    assert isinstance(shelf.painted.refusal, ChangedMeanwhileError)
    assert (shelf.painted.rows["d"], shelf.presenter.form) == ("dates", "avocado")
    shelf.save()
    assert shelf.words["a"] == "avocado"


def test_other_acts_on_the_list_show_what_came_of_them(shelf: Shelf) -> None:
    def remove(seen: int) -> Kept[Mapping[str, str]]:
        assert seen == 1
        del shelf.words["a"]
        return shelf.load()

    shelf.presenter.act(remove, shelf._on_done)
    assert (shelf.painted.selected, shelf.done) == ("b", 1)


def test_a_refusal_belongs_to_the_row_it_was_said_of(shelf: Shelf) -> None:
    shelf.presenter.edit("")
    shelf.save()
    assert shelf.painted.refusal is not None
    shelf.presenter.select("b")
    assert shelf.painted.refusal is None


# Whose sections

OWN = (Part.APPEARANCE, Part.MY_PIN, Part.DUTY_CARD)
MANAGED = (
    *(Part.SITE, Part.DESKS, Part.STAFF, Part.SHIFTS, Part.HOURS, Part.TARGETS, Part.AUTHORITY, Part.CATEGORIES),
    Part.GUIDES,
)


@pytest.mark.parametrize(
    ("role", "parts"),
    [
        (Role.RECEPTIONIST, OWN),
        (Role.SPECIALIST, OWN),
        (Role.ANALYST, OWN),
        (Role.MANAGER, (*OWN, *MANAGED)),
        (Role.OWNER, (*OWN, *MANAGED, Part.RECOVERY)),
    ],
)
def test_everyone_has_the_sections_of_their_rights(role: Role, parts: tuple[Part, ...]) -> None:
    assert parts_of(Person(1, "x", "X", role), training=False) == parts


def test_a_practice_desk_has_neither_pins_nor_recovery() -> None:
    assert set(parts_of(Person(1, "x", "X", Role.OWNER), training=True)) == set(Part) - {Part.MY_PIN, Part.RECOVERY}
