#!/usr/bin/env python3
"""Sets up this checkout on a fresh machine and starts it. Needs Python 3.11 or newer and nothing else.

``python3 run.py`` opens the window, ``python3 run.py test [pytest arguments]`` runs the tests, and
``python3 run.py VERB …`` carries out a verb. The first call makes ``.venv`` and fills it; later calls start at once.
All that run.py says goes to standard error, so that standard output belongs to the verbs.
"""

from __future__ import annotations

import hashlib
import importlib.util
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import NoReturn

ROOT = Path(__file__).resolve().parent
VENV = ROOT / ".venv"
OLDEST_PYTHON = (3, 11)
WINDOWS = os.name == "nt"

APP, TESTS = "app", "tests"  #: the two sets of requirements; TESTS holds all of APP
UNFINISHED = "amends-unfinished"  #: lies in .venv while it is being filled

#: What Qt loads, by the name it is loaded under, and the Debian package that holds it.
QT_LIBRARIES = {
    "libGL.so.1": "libgl1",
    "libEGL.so.1": "libegl1",
    "libglib-2.0.so.0": "libglib2.0-0",
    "libdbus-1.so.3": "libdbus-1-3",
    "libfontconfig.so.1": "libfontconfig1",
    "libfreetype.so.6": "libfreetype6",
    "libX11.so.6": "libx11-6",
    "libxkbcommon.so.0": "libxkbcommon0",
    "libgssapi_krb5.so.2": "libgssapi-krb5-2",
    "libbrotlidec.so.1": "libbrotli1",
}
#: What a window on a screen needs besides; tests draw without one.
SCREEN_LIBRARIES = {
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-image.so.0": "libxcb-image0",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-randr.so.0": "libxcb-randr0",
    "libxcb-render-util.so.0": "libxcb-render-util0",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxcb-sync.so.1": "libxcb-sync1",
    "libxcb-xfixes.so.0": "libxcb-xfixes0",
    "libxcb-xkb.so.1": "libxcb-xkb1",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
    "libX11-xcb.so.1": "libx11-xcb1",
}


class SetupError(Exception):
    """Set-up can't go on; the text is one sentence that says what to do."""


def say(sentence: str) -> None:
    """Tells the person one thing, in one line."""
    print(sentence, file=sys.stderr, flush=True)


def dotted(version: tuple[int, int]) -> str:
    """A version as people write it: 3.11."""
    return f"{version[0]}.{version[1]}"


def require_python(version: tuple[int, int]) -> None:
    """Refuses a Python that is too old."""
    if version < OLDEST_PYTHON:
        raise SetupError(f"Amends needs Python {dotted(OLDEST_PYTHON)} or newer; this is Python {dotted(version)}.")


# What is wanted


def requirements(pyproject: str, kind: str) -> list[str]:
    """The libraries to install, from the text of pyproject.toml: the program's own, and for TESTS the tools too."""
    import tomllib  # here, because an older Python has none and must still reach the sentence that says so

    wanted = tomllib.loads(pyproject)
    found: list[str] = list(wanted["project"]["dependencies"])
    if kind == TESTS:
        found += wanted["dependency-groups"]["dev"]
    return found


def stamp_for(wanted: list[str], python: tuple[int, int]) -> str:
    """What a stamp holds when exactly ``wanted`` was installed for this Python; the order doesn't matter."""
    text = "\n".join([f"python {dotted(python)}", *sorted(wanted)])
    return hashlib.sha256(text.encode()).hexdigest()


# What there is


def python_of(venv: Path, windows: bool) -> Path:
    """The Python of a virtual environment."""
    return venv / "Scripts" / "python.exe" if windows else venv / "bin" / "python"


def stamp_file(venv: Path, windows: bool, python: tuple[int, int], kind: str) -> Path:
    """Where the stamp of ``kind`` lies: among the libraries, so that it vanishes together with them."""
    libraries = venv / "Lib" if windows else venv / "lib" / f"python{dotted(python)}"
    return libraries / "site-packages" / f"amends-{kind}.stamp"


def is_ready(venv: Path, windows: bool, stamp_at: Path, stamp: str) -> bool:
    """Whether ``venv`` was filled to the end with what is wanted now. Looks at files only, so it costs nothing."""
    return (
        python_of(venv, windows).exists()
        and not (venv / UNFINISHED).exists()
        and stamp_at.is_file()
        and stamp_at.read_text(encoding="utf-8") == stamp
    )


def is_debian(os_release: str) -> bool:
    """Whether the text of /etc/os-release tells of Debian or something made from it, such as Ubuntu."""
    fields = dict(line.split("=", 1) for line in os_release.splitlines() if "=" in line)
    names = f"{fields.get('ID', '')} {fields.get('ID_LIKE', '')}".replace('"', "").replace("'", "").split()
    return "debian" in names or "ubuntu" in names


def missing_packages(ldconfig: str, libraries: dict[str, str]) -> list[str]:
    """The Debian packages of those ``libraries`` that the output of ``ldconfig -p`` doesn't list."""
    known = set(re.findall(r"^\s+(\S+) \(", ldconfig, flags=re.MULTILINE))
    return [package for library, package in libraries.items() if library not in known]


# Steps

ITS_PYTHON = python_of(VENV, WINDOWS)


def install_system_packages(*, wants_venv: bool, wants_qt: bool, wants_screen: bool) -> None:
    """On Debian and Ubuntu, installs what the system lacks; elsewhere does nothing."""
    os_release = Path("/etc/os-release")
    if not os_release.is_file() or not is_debian(os_release.read_text(encoding="utf-8")):
        return
    libraries = (QT_LIBRARIES if wants_qt else {}) | (SCREEN_LIBRARIES if wants_screen else {})
    missing = missing_on_this_machine(libraries, wants_venv)
    if not missing:
        return
    names = " ".join(missing)
    by_hand = f"sudo apt-get update && sudo apt-get install -y {names}"
    say(f"Installing what Amends needs from the system, to set itself up or to draw: {names}.")
    try:
        for command in apt_commands(missing, is_root=os.geteuid() == 0, can_ask=sys.stdin.isatty()):
            # Only what goes wrong is worth reading, and that comes on standard error. sudo asks on the terminal itself.
            subprocess.run(command, check=True, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL)
    except (OSError, subprocess.CalledProcessError):
        raise SetupError(f"The system packages could not be installed; please run: {by_hand}") from None
    if missing_on_this_machine(libraries, wants_venv):
        raise SetupError(f"Some system packages are still missing; please run: {by_hand}")


def missing_on_this_machine(libraries: dict[str, str], wants_venv: bool) -> list[str]:
    """The Debian packages that are not there yet."""
    missing = []
    importlib.invalidate_caches()
    if wants_venv and importlib.util.find_spec("ensurepip") is None:
        missing.append(f"python{dotted(sys.version_info[:2])}-venv")
    # ldconfig lies in /sbin, which only root has on the path.
    ldconfig = shutil.which("ldconfig", path=f"{os.environ.get('PATH', '')}:/sbin:/usr/sbin")
    if libraries and ldconfig:
        listed = subprocess.run([ldconfig, "-p"], capture_output=True, text=True, check=False).stdout
        missing += missing_packages(listed, libraries)
    return missing


def apt_commands(packages: list[str], is_root: bool, can_ask: bool) -> list[list[str]]:
    """The two commands that install ``packages``, through sudo for anybody but root."""
    prefix = ["env", "DEBIAN_FRONTEND=noninteractive", "apt-get"]
    if not is_root:
        # Where nobody can type a password, sudo must fail at once instead of waiting for one.
        prefix = ["sudo", *([] if can_ask else ["-n"]), *prefix]
    install = ["install", "-y", "-qq", "-o", "Dpkg::Use-Pty=0", "--no-install-recommends", *packages]
    return [[*prefix, "update", "-qq"], [*prefix, *install]]


def prepare(kind: str, stamps: dict[str, str], wanted: list[str]) -> None:
    """Makes or mends ``.venv`` so that it holds the ``wanted`` libraries, and stamps it."""
    say("Setting up Amends in .venv. This happens once and takes a minute or two.")
    if not can_be_filled(VENV, ITS_PYTHON, sys.version_info[:2]):
        make_environment(VENV)
    (VENV / UNFINISHED).touch()
    pip = [str(ITS_PYTHON), "-m", "pip", "install", "--disable-pip-version-check", "--no-input", "--quiet"]
    installed = subprocess.run([*pip, *wanted], stdout=sys.stderr, check=False)
    (VENV / UNFINISHED).unlink()  # only a process that was killed leaves it; pip on its own leaves things whole
    if installed.returncode != 0:
        raise SetupError("The libraries could not be installed; please check the connection and run this again.")
    for name in (APP, TESTS) if kind == TESTS else (APP,):
        stamp_file(VENV, WINDOWS, sys.version_info[:2], name).write_text(stamps[name], encoding="utf-8")


def can_be_filled(venv: Path, its_python: Path, python: tuple[int, int]) -> bool:
    """Whether ``venv`` is whole, of this Python and has pip. One that was left half-made is not."""
    if (venv / UNFINISHED).exists() or not its_python.exists():
        return False
    ask = "import pip, sys; print(*sys.version_info[:2])"
    try:
        answer = subprocess.run([str(its_python), "-c", ask], capture_output=True, text=True, check=False)
    except OSError:
        return False
    return answer.returncode == 0 and answer.stdout.split() == [str(part) for part in python]


def make_environment(venv: Path) -> None:
    """Makes an empty virtual environment, in place of what was there."""
    if venv.exists():
        say("The environment in .venv can't be used as it is, so it is made anew.")
        shutil.rmtree(venv)
    venv.mkdir()
    (venv / UNFINISHED).touch()
    # Where this very program runs in the .venv it has just removed, the Python behind it makes the new one.
    maker = getattr(sys, "_base_executable", sys.executable)
    made = subprocess.run([maker, "-m", "venv", str(venv)], stdout=sys.stderr, check=False)
    if made.returncode != 0:
        version = dotted(sys.version_info[:2])
        raise SetupError(f"Python could not make .venv; please install the venv and pip parts of Python {version}.")


# Starting


def with_workers(arguments: list[str]) -> list[str]:
    """Adds two worker processes to pytest's arguments, unless the caller chose, or named what to run."""
    chosen = any(a.startswith(("-n", "--numprocesses", "--pdb")) or a == "no:xdist" for a in arguments)
    named = any(Path(ROOT, a.split("::")[0]).exists() for a in arguments if not a.startswith("-"))
    return arguments if chosen or named else ["-n", "2", "--dist", "worksteal", *arguments]


def hand_over(command: list[str]) -> NoReturn:
    """Goes on as ``command``, with its exit status as ours."""
    if not WINDOWS:
        os.execv(command[0], command)  # one process: signals and exit status need no passing on
    try:
        sys.exit(subprocess.call(command))
    except KeyboardInterrupt:
        sys.exit(130)


def main(argv: list[str]) -> NoReturn:
    """Sets up what ``argv`` (without the program's name) needs, then becomes it."""
    python = sys.version_info[:2]
    require_python(python)
    from main import opens_window  # here, because it is written for the Python that was just asked for

    tests = argv[:1] == ["test"]
    window = not tests and opens_window(argv)
    kind = TESTS if tests else APP
    pyproject = (ROOT / "pyproject.toml").read_text(encoding="utf-8")
    wanted = {name: requirements(pyproject, name) for name in (APP, TESTS)}
    stamps = {name: stamp_for(wanted[name], python) for name in wanted}
    ready = is_ready(VENV, WINDOWS, stamp_file(VENV, WINDOWS, python, kind), stamps[kind])
    if sys.platform == "linux":
        on_screen = window and os.environ.get("QT_QPA_PLATFORM", "xcb") == "xcb"
        install_system_packages(wants_venv=not ready, wants_qt=window or tests, wants_screen=on_screen)
    if not ready:
        prepare(kind, stamps, wanted[kind])
    if tests:
        os.chdir(ROOT)
        hand_over([str(ITS_PYTHON), "-m", "pytest", *with_workers(argv[1:])])
    hand_over([str(ITS_PYTHON), str(ROOT / "main.py"), *argv])


if __name__ == "__main__":
    try:
        main(sys.argv[1:])
    except SetupError as problem:
        say(str(problem))
        sys.exit(1)
    except KeyboardInterrupt:
        sys.exit(130)
