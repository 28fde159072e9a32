"""A site leads its conversations its own way; copies of guide files that are no good never break it."""

import os
import shutil
import sys
import zipfile
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from desktop.domain.guide_settings import GuideFile, GuideSettings, GuideSource, WordingStyle
from desktop.domain.kinds import Language, Property
from desktop.errors import ChangedMeanwhileError, UserError
from desktop.guides.shipped import Guides, shipped_guides, shipped_text
from desktop.services.desk import Desk
from desktop.services.doctor import doctor
from desktop.services.guide_copies import FILES, GuideCopies
from desktop.services.guide_settings import GuideService
from desktop.services.restoring import restore
from desktop.swapping import swap_in
from desktop.words import load_words
from tests.guides.example import GUIDE
from tests.services.settings_desk import Settled
from tests.services.settings_desk import settled as settle
from tests.support.clock import Clock
from tests.support.sites import OWNER, make_site, open_site

CONVERSATION, APOLOGY = "conversation.yaml", "apology.yaml"
AT = datetime(2026, 11, 20, 8, 0, tzinfo=UTC)


@pytest.fixture
def settled(desk: Desk) -> Settled:
    return settle(desk)


@pytest.fixture
def guides(desk: Desk) -> GuideService:
    return desk.guides


def put(guides: GuideService, name: str, content: str | bytes) -> Path:
    """A copy as somebody's editor leaves it."""
    path = guides.folder() / name
    path.parent.mkdir(exist_ok=True)
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return path


def file_of(guides: GuideService, name: str) -> GuideFile:
    return next(file for file in guides.files() if file.name == name)


def codes_of(guides: GuideService, name: str) -> list[str]:
    return [problem.code for problem in file_of(guides, name).problems]


def is_shipped(guides: Guides) -> bool:
    shipped = shipped_guides(Property.HOTEL)
    return guides.guidance == shipped.guidance and guides.apology == shipped.apology


# What is spoken from


def test_a_new_site_speaks_from_what_is_shipped(guides: GuideService) -> None:
    assert guides.guides().guidance == shipped_guides(Property.HOTEL).guidance
    assert [(file.name, file.source) for file in guides.files()] == [(name, GuideSource.SHIPPED) for name in FILES]
    assert guides.refusal() is None


def test_a_shop_asks_a_shops_questions(tmp_path: Path) -> None:
    desk = make_site(tmp_path / "shop", Property.RETAIL)
    assert desk.guides.guides().guidance.bank.id == "questions-retail"
    desk.close()


def test_a_good_copy_is_used_from_the_next_conversation_on(guides: GuideService) -> None:
    running = guides.guides()
    put(guides, CONVERSATION, GUIDE)
    assert guides.guides().guidance.guide.id == "small"
    assert running.guidance.guide.id == "default"  # the one that a conversation began with stays as it is
    put(guides, CONVERSATION, GUIDE.replace("guide: small", "guide: smaller"))
    assert guides.guides().guidance.guide.id == "smaller"


def test_asking_again_costs_no_reading_while_nothing_changes(guides: GuideService) -> None:
    path = put(guides, CONVERSATION, GUIDE)
    first = guides.guides()
    assert guides.guides() is first
    put(guides, APOLOGY, shipped_text(APOLOGY))
    again = guides.guides()
    assert again is not first
    assert again.guidance.guide is first.guidance.guide  # only the changed file was read
    path.unlink()
    assert is_shipped(guides.guides())


def test_a_change_that_no_clock_shows_is_found_by_looking_again(guides: GuideService) -> None:
    copies = GuideCopies(guides.folder().parent)
    put(guides, CONVERSATION, GUIDE)
    first = copies.copy(CONVERSATION)
    assert copies.copy(CONVERSATION) is first
    copies.forget()
    assert copies.copy(CONVERSATION) is not first


def test_a_copy_of_the_other_kind_of_place_is_checked_and_speaks_nowhere(guides: GuideService) -> None:
    put(guides, "questions-retail.yaml", "kind: questions\n")
    assert file_of(guides, "questions-retail.yaml").source is GuideSource.REFUSED
    assert guides.guides().refused == ()


def test_other_files_in_the_folder_count_for_nothing(guides: GuideService) -> None:
    put(guides, "conversation.yaml.bak", GUIDE)
    put(guides, "mine.yaml", GUIDE)
    assert {file.source for file in guides.files()} == {GuideSource.SHIPPED}


# What is refused

BAD: dict[str, tuple[str | bytes, str]] = {
    "empty": (b"", "guide_empty_file"),
    "no yaml": ("kind: [", "guide_bad_yaml"),
    "another kind": ("kind: apology\n", "guide_other_kind"),
    "not UTF-8": ("kind: 沟通".encode("gb18030"), "guide_not_utf8"),
    "too large": (b"#" * 300_000, "guide_too_large"),
    "an unknown flag": (GUIDE.replace("flags: [media]", "flags: [medium]"), "guide_unknown_flag"),
    "a lost step": (GUIDE.replace("steps: [apologise]", "steps: [apologize]"), "guide_unknown_step"),
    "a tag": (GUIDE.replace("guide: small", "guide: !!python/name:os.system x"), "guide_tag"),
}


@pytest.mark.parametrize(("content", "code"), BAD.values(), ids=BAD)
def test_a_bad_copy_is_named_with_its_reason_and_the_shipped_one_goes_on(
    guides: GuideService, content: str | bytes, code: str
) -> None:
    put(guides, CONVERSATION, content)
    assert is_shipped(guides.guides())
    assert len(guides.guides().refused) == 1
    assert file_of(guides, CONVERSATION).source is GuideSource.REFUSED
    assert code in codes_of(guides, CONVERSATION)
    refusal = guides.refusal()
    assert refusal is not None
    for language in Language:
        sentence = load_words(language).error(refusal)
        assert CONVERSATION in sentence
        assert "{" not in sentence


def test_every_complaint_about_a_copy_is_told_with_line_and_place(guides: GuideService) -> None:
    bad = GUIDE.replace("flags: [media]", "flags: [medium]").replace("record: [text, emotion]", "record: [shoe_size]")
    put(guides, CONVERSATION, bad)
    first, second = file_of(guides, CONVERSATION).problems
    line = bad.count("\n", 0, bad.index("shoe_size")) + 1
    assert (first.line, first.code, first.where) == (line, "guide_unknown_field", "steps.listen.record.1")
    assert dict(first.params)["value"] == "shoe_size"
    assert second.code == "guide_unknown_flag"


@pytest.mark.skipif(sys.platform == "win32", reason="links need rights there")
@pytest.mark.parametrize("target", ["guide", "nowhere", "/dev/zero"])
def test_a_link_is_never_followed(guides: GuideService, tmp_path: Path, target: str) -> None:
    outside = tmp_path / "guide"
    outside.write_text(GUIDE)
    guides.folder().mkdir()
    (guides.folder() / CONVERSATION).symlink_to(target if target.startswith("/") else tmp_path / target)
    assert is_shipped(guides.guides())
    assert codes_of(guides, CONVERSATION) == ["guide_no_file"]


@pytest.mark.skipif(sys.platform == "win32", reason="there are no such pipes")
def test_a_pipe_keeps_nobody_waiting(guides: GuideService) -> None:
    guides.folder().mkdir()
    os.mkfifo(guides.folder() / CONVERSATION)
    assert is_shipped(guides.guides())
    assert codes_of(guides, CONVERSATION) == ["guide_no_file"]


def test_a_folder_in_the_place_of_a_copy_is_refused(guides: GuideService) -> None:
    (guides.folder() / CONVERSATION).mkdir(parents=True)
    assert is_shipped(guides.guides())
    assert codes_of(guides, CONVERSATION) == ["guide_no_file"]


def test_a_file_in_the_place_of_the_folder_breaks_nothing(guides: GuideService, settled: Settled) -> None:
    guides.folder().write_text("not a folder")
    assert is_shipped(guides.guides())
    assert settled.refused(guides.copy, settled.person(), APOLOGY) == ("file_unwritable", "guide")


@pytest.mark.skipif(sys.platform == "win32" or os.geteuid() == 0, reason="whoever may do all can read all")
def test_a_copy_that_may_not_be_read_is_refused(guides: GuideService) -> None:
    put(guides, CONVERSATION, GUIDE).chmod(0)
    assert is_shipped(guides.guides())
    assert codes_of(guides, CONVERSATION) == ["guide_unreadable"]


def test_a_disk_that_fails_while_reading_breaks_nothing(guides: GuideService, monkeypatch: pytest.MonkeyPatch) -> None:
    put(guides, CONVERSATION, GUIDE)

    def failing(*_: object, **__: object) -> int:
        raise OSError(5, "the disk fails")

    with monkeypatch.context() as broken:
        broken.setattr(os, "open", failing)
        assert is_shipped(guides.guides())
        assert codes_of(guides, CONVERSATION) == ["guide_unreadable"]
    assert guides.guides().guidance.guide.id == "small"  # once the disk is well, so is the desk


@settings(max_examples=200, deadline=None)
@given(
    st.sampled_from(FILES),
    st.one_of(
        st.binary(max_size=400),
        st.text(max_size=400).map(lambda text: text.encode("utf-8", "surrogatepass")),
        st.tuples(st.integers(0, len(GUIDE)), st.text(max_size=6)).map(
            lambda spot: (GUIDE[: spot[0]] + spot[1] + GUIDE[spot[0] :]).encode("utf-8", "surrogatepass")
        ),
    ),
)
@example(CONVERSATION, b"\xef\xbb\xbf" + GUIDE.encode())
@example(CONVERSATION, b"kind: conversation\n" + b"[" * 20_000)
def test_whatever_a_copy_holds_the_desk_has_its_guides(
    tmp_path_factory: pytest.TempPathFactory, name: str, content: bytes
) -> None:
    folder = tmp_path_factory.mktemp("any")
    (folder / "guides").mkdir()
    (folder / "guides" / name).write_bytes(content)
    service = GuideService(folder, None, lambda: Property.HOTEL)  # type: ignore[arg-type]  # no setting is read
    found = service.guides()
    assert "default" in found.guidance.guide.frameworks
    assert found.apology.texts
    refusal = service.refusal()
    assert (refusal is None) == (GuideCopies(folder).copy(name).error is None)  # type: ignore[union-attr]  # it is there
    shutil.rmtree(folder)


# What is chosen


def test_a_new_site_speaks_in_full_by_the_default_framework(guides: GuideService) -> None:
    assert guides.settings() == GuideSettings("default", WordingStyle.FULL)


def test_a_choice_is_kept_and_told(settled: Settled, guides: GuideService) -> None:
    chosen = GuideSettings("learn", WordingStyle.SHORT)
    guides.set(settled.person(), chosen)
    assert guides.settings() == chosen
    assert settled.entries()[-1] == ("mark", "settings")
    before = settled.entries()
    guides.set(settled.person(), chosen)
    assert settled.entries() == before


def test_a_framework_that_the_guide_does_not_have_is_refused(settled: Settled, guides: GuideService) -> None:
    chosen = GuideSettings("aida")
    assert settled.refused(guides.set, settled.person(), chosen) == ("unknown_framework", "framework")


def test_who_saw_an_older_choice_is_told(settled: Settled, guides: GuideService) -> None:
    seen = guides.kept().version
    guides.set(settled.person(), GuideSettings("last"), seen)
    with pytest.raises(ChangedMeanwhileError):
        guides.set(settled.person(), GuideSettings("heard"), seen)
    guides.copy(settled.person(), APOLOGY)  # a copy is no change of what is chosen
    guides.set(settled.person(), GuideSettings("heard"), seen + 1)


def test_a_framework_that_a_copy_no_longer_has_gives_way_to_the_default_and_comes_back(
    settled: Settled, guides: GuideService
) -> None:
    guides.set(settled.person(), GuideSettings("latte", WordingStyle.SHORT))
    path = put(guides, CONVERSATION, GUIDE)
    assert guides.settings() == GuideSettings("default", WordingStyle.SHORT)
    assert guides.missing_framework() == "latte"
    told = file_of(guides, CONVERSATION)
    assert (told.source, [problem.code for problem in told.problems]) == (GuideSource.OWN, ["guide_framework_gone"])
    path.unlink()
    assert guides.settings() == GuideSettings("latte", WordingStyle.SHORT)


@pytest.mark.parametrize("language", list(Language))
def test_six_orders_are_offered_in_words_the_default_first(guides: GuideService, language: Language) -> None:
    offered = guides.frameworks(language)
    assert [one.code for one in offered] == ["default", "last", "learn", "heard", "latte", "blast"]
    first = {Language.EN: "Listen → Empathise", Language.ZH: "倾听 → 共情"}[language]
    last = {Language.EN: "Thank → (Diagnose)", Language.ZH: "致谢 → （查因）"}[language]
    assert offered[0].order.startswith(first)
    assert offered[0].order.endswith(last)


@pytest.mark.parametrize("language", list(Language))
def test_the_example_shows_what_the_style_changes(guides: GuideService, language: Language) -> None:
    for framework in guides.frameworks(language):
        full, short = (guides.example(GuideSettings(framework.code, style), language) for style in WordingStyle)
        assert 0 < len(short) < len(full)
        assert "{" not in full + short


# The site's own copies


def test_a_copy_holds_the_shipped_text_for_its_owner_only(settled: Settled, guides: GuideService) -> None:
    path = guides.copy(settled.person(), APOLOGY)
    assert path == settled.desk.workspace.folder / "guides" / APOLOGY
    assert path.read_text(encoding="utf-8") == shipped_text(APOLOGY)
    assert file_of(guides, APOLOGY).source is GuideSource.OWN
    assert settled.entries()[-1] == ("mark", "settings")
    if sys.platform != "win32":
        assert path.stat().st_mode & 0o777 == 0o600


def test_no_copy_is_ever_written_over(settled: Settled, guides: GuideService) -> None:
    path = put(guides, APOLOGY, "mine")
    assert settled.refused(guides.copy, settled.person(), APOLOGY) == ("guide_exists", "guide")
    assert path.read_text() == "mine"


def test_going_back_moves_the_copy_aside(settled: Settled, guides: GuideService, clock: Clock) -> None:
    moment = clock().strftime("%Y%m%d-%H%M%S")
    for text, name in (("one", f"{APOLOGY}.{moment}.bak"), ("two", f"{APOLOGY}.{moment}-2.bak")):
        put(guides, APOLOGY, text)
        aside = guides.back_to_shipped(settled.person(), APOLOGY)
        assert (aside.name, aside.read_text()) == (name, text)
    assert file_of(guides, APOLOGY).source is GuideSource.SHIPPED
    assert settled.entries()[-2:] == [("mark", "settings")] * 2
    assert settled.refused(guides.back_to_shipped, settled.person(), APOLOGY) == ("no_guide_copy", "guide")


@pytest.mark.parametrize("name", ["notes.yaml", "../amends.sqlite", "", "conversation.yaml.bak"])
def test_only_guide_files_are_copied_and_moved(settled: Settled, guides: GuideService, name: str) -> None:
    for act in (guides.copy, guides.back_to_shipped):
        assert settled.refused(act, settled.person(), name) == ("no_such_guide", "guide")


@pytest.mark.parametrize("login", ["ana", "rita"])
def test_who_may_not_change_settings_changes_no_guide(settled: Settled, guides: GuideService, login: str) -> None:
    person = settled.person(login)
    assert settled.refused(guides.set, person, GuideSettings("last")) == ("not_allowed", "by")
    assert settled.refused(guides.copy, person, APOLOGY) == ("not_allowed", "by")
    path = put(guides, APOLOGY, "mine")
    assert settled.refused(guides.back_to_shipped, person, APOLOGY) == ("not_allowed", "by")
    assert path.read_text() == "mine"


@pytest.mark.parametrize(("number", "code"), [(28, "disk_full"), (30, "file_unwritable")])
def test_a_disk_that_takes_no_copy_is_said_in_one_sentence(
    settled: Settled, guides: GuideService, monkeypatch: pytest.MonkeyPatch, number: int, code: str
) -> None:
    def failing(*_: object) -> None:
        raise OSError(number, "no")

    guides.folder().mkdir()
    monkeypatch.setattr("desktop.files._sync", failing)
    assert settled.refused(guides.copy, settled.person(), APOLOGY) == (code, "guide")
    assert list(guides.folder().iterdir()) == []


# Backups and the doctor


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """A closed site with two copies, one of them spoilt, and notes beside them; its backup is ``backup``."""
    desk = make_site(tmp_path / "site")
    put(desk.guides, CONVERSATION, GUIDE)
    put(desk.guides, APOLOGY, "kind: [")
    put(desk.guides, "notes.txt", "not ours")
    desk.backups.make(tmp_path / "backup", "ninety-nine lanterns")
    desk.backups.make(tmp_path / "open")
    desk.backups.make()
    desk.close()
    return tmp_path / "site"


def test_a_backup_that_leaves_the_workspace_takes_the_copies_along(site: Path, tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "open") as zipped:
        assert {name for name in zipped.namelist() if "/" in name} == {f"guides/{APOLOGY}", f"guides/{CONVERSATION}"}
    (own,) = (site / "backups").glob("*.amends")
    with zipfile.ZipFile(own) as zipped:
        assert not any("/" in name for name in zipped.namelist())
    restore(tmp_path / "new", tmp_path / "backup", "ninety-nine lanterns", at=AT, by=OWNER)
    desk = open_site(tmp_path / "new")
    assert desk.guides.guides().guidance.guide.id == "small"
    assert file_of(desk.guides, APOLOGY).source is GuideSource.REFUSED
    assert desk.health.verify().ok
    desk.close()


def test_restoring_moves_copies_that_differ_aside_and_leaves_the_others(site: Path, tmp_path: Path) -> None:
    folder = site / "guides"
    (folder / CONVERSATION).write_text("edited since")
    (folder / "questions-hotel.yaml").write_text("newer than the backup")
    restore(site, tmp_path / "open", at=AT, by=OWNER)
    assert (folder / CONVERSATION).read_text() == GUIDE
    assert {path.name: path.read_text() for path in folder.iterdir() if path.name not in (CONVERSATION,)} == {
        APOLOGY: "kind: [",
        "questions-hotel.yaml": "newer than the backup",
        "notes.txt": "not ours",
        f"{CONVERSATION}.20261120-080000.bak": "edited since",
    }


def test_a_file_in_the_place_of_the_folder_does_not_stop_a_restore(site: Path, tmp_path: Path) -> None:
    shutil.rmtree(site / "guides")
    (site / "guides").write_text("a file")
    restore(site, tmp_path / "open", at=AT, by=OWNER)
    assert (site / "guides" / CONVERSATION).read_text() == GUIDE
    assert (site / "guides.20261120-080000.bak").read_text() == "a file"


def test_a_restore_that_was_interrupted_among_the_guides_goes_on(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    ready, folder = tmp_path / "restored-20261120-080000", tmp_path / "guides"
    for place, text in ((ready / "guides", "restored"), (folder, "old")):
        place.mkdir(parents=True)
        for name in (APOLOGY, CONVERSATION):
            (place / name).write_text(text)
    really = Path.replace

    def failing(path: Path, target: Path) -> Path:
        if path.name == CONVERSATION:
            raise OSError(5, "the disk fails")
        return really(path, target)

    with monkeypatch.context() as broken:
        broken.setattr(Path, "replace", failing)
        with pytest.raises(OSError, match="the disk fails"):
            swap_in(ready)
    swap_in(ready)
    assert not ready.exists()
    assert {path.name: path.read_text() for path in folder.iterdir()} == {
        APOLOGY: "restored",
        CONVERSATION: "restored",
        f"{APOLOGY}.20261120-080000.bak": "old",
        f"{CONVERSATION}.20261120-080000.bak": "old",
    }


@pytest.mark.parametrize("name", ["guides/../../evil.yaml", "guides/evil.sh", "guides/a/b.yaml", "guides/"])
def test_a_backup_with_a_stranger_among_its_guides_is_refused(site: Path, tmp_path: Path, name: str) -> None:
    with zipfile.ZipFile(tmp_path / "open", "a") as zipped:
        zipped.writestr(name, b"x")
    with pytest.raises(UserError, match="backup_damaged"):
        restore(tmp_path / "new", tmp_path / "open", at=AT, by=OWNER)
    assert not (tmp_path / "new").exists()
    assert not (tmp_path / "evil.yaml").exists()


def test_the_doctor_names_the_copies_and_what_is_wrong_with_them(site: Path, tmp_path: Path) -> None:
    (line,) = (line for line in doctor(site) if line.key == "guides")
    assert line.value == f"{CONVERSATION}, {APOLOGY}"
    assert line.note_code == "guide_copy_refused"
    make_site(tmp_path / "other").close()
    (line,) = (line for line in doctor(tmp_path / "other") if line.key == "guides")
    assert (line.value, line.ok) == ("-", True)
