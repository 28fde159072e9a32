"""The door to Amends: ``python main.py`` opens the window, ``python main.py VERB …`` carries out one verb."""

import sys


def opens_window(argv: list[str]) -> bool:
    """Whether ``argv`` (without the program's name) asks for the window: no verb, at most ``--workspace DIR``."""
    match argv:
        case [] | ["--workspace", _]:
            return True
        case [only]:
            return only.startswith("--workspace=")
    return False


def main(argv: list[str]) -> int:
    """Hands over to the window or to the command line; returns the exit status."""
    # Imported by case: a verb must start without Qt, which may not even be installed where it runs.
    if opens_window(argv):
        from desktop.app import main as start
    else:
        from desktop.cli import main as start
    return start(argv)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
