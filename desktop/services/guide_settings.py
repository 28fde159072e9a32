"""How a site leads its conversations: which guides it speaks from, the framework, the wording style (guides.md)."""

import json
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING, NamedTuple, TypeVar

from desktop.domain.guide_settings import GuideFile, GuideProblem, GuideSettings, GuideSource, WordingStyle
from desktop.domain.kinds import Language, Property
from desktop.domain.people import Person
from desktop.domain.site_settings import Kept
from desktop.errors import UserError
from desktop.files import is_disk_full, replacing, sync_folder
from desktop.guides.shipped import APOLOGY_FILE, CONVERSATION_FILE, Guides, bank_file, shipped_guides, shipped_text
from desktop.models.backing_up import stamp
from desktop.models.driver import driver_of
from desktop.services.guide_copies import FILES, Copy, GuideCopies, refusal_of
from desktop.services.settings_work import SettingsBook
from desktop.swapping import free_aside, is_there

if TYPE_CHECKING:  # what reads guides is loaded with the first conversation, not at start-up
    from desktop.guides.errors import GuideError
    from desktop.guides.model import Framework

Part = TypeVar("Part")

SETTING = "guides"  #: the setting and its part, as versions name it
_COPIES = "guide_files"  #: the part of the copies: whoever edits the settings isn't disturbed by them


_ANY_MOMENT = datetime(2000, 1, 1, tzinfo=UTC)  #: the example's conversation takes no time


class FrameworkWords(NamedTuple):
    """A framework as people choose it. ``order``: its steps in words; in brackets what is done without the guest."""

    code: str
    name: str
    order: str


class GuideService:
    """Reads and changes how conversations are led. ``workspace`` is the folder of the site. Safe from several threads.

    ``property_of`` gives the kind of place, which decides the questions.
    """

    def __init__(self, workspace: Path, book: SettingsBook, property_of: Callable[[], Property]) -> None:
        self._copies, self._book, self._property_of = GuideCopies(workspace), book, property_of
        self._made: tuple[tuple[object, ...], Guides] | None = None
        self._lock = Lock()

    # What is spoken from

    def guides(self) -> Guides:
        """The guides in use: the site's own copies where they pass, else those that are shipped. Cheap to call.

        The same object as long as no copy changes; it never changes itself, so a conversation keeps the one it
        began with.
        """
        property_ = self._property_of()
        names = (CONVERSATION_FILE, bank_file(property_), APOLOGY_FILE)
        copies = tuple(self._copies.copy(name) for name in names)
        key = (property_, *(copy.stamp if copy else None for copy in copies))
        with self._lock:
            if self._made is None or self._made[0] != key:
                self._made = key, _guides(copies, property_)
            return self._made[1]

    def files(self) -> tuple[GuideFile, ...]:
        """Every guide file, which one is spoken from, and why a copy isn't."""
        lost = self.missing_framework()
        files = []
        for name in FILES:
            copy = self._copies.copy(name)
            problems = tuple(_problem(error) for error in copy.error.all) if copy and copy.error else ()
            if lost and name == CONVERSATION_FILE:
                problems += (GuideProblem(0, "guide_framework_gone", (("value", lost),)),)
            source = GuideSource.SHIPPED if copy is None else GuideSource.REFUSED if copy.error else GuideSource.OWN
            files.append(GuideFile(name, source, problems))
        return tuple(files)

    def refusal(self) -> UserError | None:
        """What to tell a manager of copies that aren't used: ``guide_copy_refused``; None where all is well."""
        return refusal_of(self._copies)

    def check_again(self) -> tuple[GuideFile, ...]:
        """Reads all copies anew and tells how they stand."""
        self._copies.forget()
        return self.files()

    def frameworks(self, language: Language) -> tuple[FrameworkWords, ...]:
        """The frameworks of the guide in use, the default one first."""
        known = self.guides().guidance.guide.frameworks.values()
        ordered = sorted(known, key=lambda framework: framework.id != GuideSettings().framework)
        return tuple(FrameworkWords(one.id, one.name.of(language), _order(one, language)) for one in ordered)

    def example(self, settings: GuideSettings, language: Language) -> str:
        """What a card would say with these settings: the first sentence that has a shorter one.

        Raises ``unknown_framework``.
        """
        from desktop.guides.facts import Facts
        from desktop.guides.state import Setting

        guidance, facts = self.guides().guidance, Facts()
        conversation = guidance.begin(Setting(language=language), _ANY_MOMENT, settings.framework)
        while not guidance.card(conversation, facts).has_shorter and guidance.next_step(conversation):
            conversation = guidance.forward(conversation, facts, _ANY_MOMENT)
        card = guidance.card(conversation, facts)
        if card.has_shorter and card.is_short is not (settings.style is WordingStyle.SHORT):
            card = guidance.card(guidance.toggle_shorter(conversation, facts, _ANY_MOMENT), facts)
        return card.say

    # What is chosen

    def settings(self) -> GuideSettings:
        """What was chosen; the default framework where the guide in use no longer has the one that was."""
        return _in_use(self._stored(), self.guides())

    def kept(self) -> Kept[GuideSettings]:
        """What was chosen, with its version."""
        version = self._book.version_of(SETTING)
        return Kept(self.settings(), version)

    def missing_framework(self) -> str:
        """The code of a framework that was chosen but isn't in the guide in use; empty where all is well."""
        chosen = self._stored().framework
        return "" if chosen in self.guides().guidance.guide.frameworks else chosen

    def set(self, person: Person, settings: GuideSettings, seen: int | None = None) -> None:
        """Chooses framework and wording style; they hold from the next conversation on.

        Raises ``not_allowed``, ``unknown_framework``, ``settings_changed_meanwhile``.
        """
        with self._book.changing(person, SETTING, seen) as work:
            if settings.framework not in self.guides().guidance.guide.frameworks:
                raise UserError("unknown_framework", "framework", value=settings.framework)
            before, after = _data(_read(work.setting(SETTING))), _data(settings)
            told = {name: (before[name], after[name]) for name in after if before[name] != after[name]}
            if told:
                work.keep(SETTING, after)
                work.tell({"setting": (None, SETTING), **told})

    # The site's own copies

    def folder(self) -> Path:
        """Where the copies lie."""
        return self._copies.folder

    def copy(self, person: Person, name: str) -> Path:
        """Puts the shipped text into the workspace for editing, and gives the path. Nothing is ever overwritten.

        Raises ``UserError``: ``not_allowed``, ``no_such_guide``, ``guide_exists``, ``disk_full``, ``file_unwritable``.
        """
        path = self._path(name)
        with _disk(path), self._book.changing(person, _COPIES) as work:
            if is_there(path):
                raise UserError("guide_exists", "guide", value=name)
            work.tell(_told(name, GuideSource.SHIPPED, GuideSource.OWN))
            path.parent.mkdir(mode=0o700, exist_ok=True)
            with replacing(path) as file:
                file.write(shipped_text(name).encode())
        return path

    def back_to_shipped(self, person: Person, name: str) -> Path:
        """Moves the copy aside, so that the shipped file is spoken from again; gives the path where it lies now.

        Raises ``UserError``: ``not_allowed``, ``no_such_guide``, ``no_guide_copy``, ``disk_full``, ``file_unwritable``.
        """
        path = self._path(name)
        with _disk(path), self._book.changing(person, _COPIES) as work:
            if not is_there(path):
                raise UserError("no_guide_copy", "guide", value=name)
            work.tell(_told(name, GuideSource.OWN, GuideSource.SHIPPED))
            aside = free_aside(path, stamp(work.at))
            path.rename(aside)
            sync_folder(path.parent)
        return aside

    def _path(self, name: str) -> Path:
        if name not in FILES:
            raise UserError("no_such_guide", "guide", value=name)
        return self._copies.folder / name

    def _stored(self) -> GuideSettings:
        with self._book.database.reading() as connection:
            row = driver_of(connection).execute("SELECT value FROM settings WHERE name = ?", (SETTING,)).fetchone()
        return _read(json.loads(row[0]) if row else None)


def _guides(copies: tuple[Copy | None, ...], property_: Property) -> Guides:
    from desktop.guides.conversation import Guidance
    from desktop.guides.model import ApologyTexts, Bank, Guide

    shipped = shipped_guides(property_)
    guide, bank, apology = (copy.loaded if copy else None for copy in copies)
    return Guides(
        Guidance(_of(Guide, guide) or shipped.guidance.guide, _of(Bank, bank) or shipped.guidance.bank),
        _of(ApologyTexts, apology) or shipped.apology,
        tuple(copy.error for copy in copies if copy is not None and copy.error is not None),
    )


def _of(kind: type[Part], loaded: object) -> Part | None:
    return loaded if isinstance(loaded, kind) else None


def _problem(error: "GuideError") -> GuideProblem:
    params = tuple((name, str(value)) for name, value in error.params.items() if name not in ("line", "file"))
    return GuideProblem(error.line, error.code, params, error.field)


def _order(framework: "Framework", language: Language) -> str:
    names = ((stage.name.of(language), stage.afterwards) for stage in framework.stages)
    opening, closing = ("（", "）") if language is Language.ZH else ("(", ")")
    return " → ".join(f"{opening}{name}{closing}" if afterwards else name for name, afterwards in names)


def _in_use(settings: GuideSettings, guides: Guides) -> GuideSettings:
    known = settings.framework in guides.guidance.guide.frameworks
    return settings if known else GuideSettings(style=settings.style)


def _data(settings: GuideSettings) -> dict[str, str]:
    return {"framework": settings.framework, "style": settings.style.value}


def _read(stored: object) -> GuideSettings:
    if not isinstance(stored, Mapping):
        return GuideSettings()
    usual = GuideSettings()
    style = stored.get("style", usual.style.value)
    known = style in {one.value for one in WordingStyle}
    return GuideSettings(str(stored.get("framework", usual.framework)), WordingStyle(style) if known else usual.style)


def _told(name: str, before: GuideSource, after: GuideSource) -> dict[str, tuple[object, object]]:
    return {"setting": (None, _COPIES), "guide_file": (None, name), "guide_source": (before, after)}


@contextmanager
def _disk(path: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        code = "disk_full" if is_disk_full(error) else "file_unwritable"
        raise UserError(code, "guide", path=str(path)) from error
