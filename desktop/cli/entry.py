"""Reads the call, runs the verb, and turns every end into an exit status; never a traceback."""

import logging
import sys

from desktop.cli.arguments import make_parser
from desktop.cli.console import REFUSED, UNUSABLE, USAGE, Console, UsageError
from desktop.errors import UserError, WorkspaceError

log = logging.getLogger(__name__)


def main(argv: list[str]) -> int:
    """Carries out one verb. Exit status: 0 done, 1 refused, 2 wrong usage, 3 the workspace can't be used."""
    _write_utf8()
    logging.getLogger().addHandler(logging.NullHandler())  # nothing but our own sentences goes to the terminal
    parser = make_parser()
    try:
        arguments = parser.parse_args(argv)
    except SystemExit as end:  # argparse has said what is wrong, or printed the help
        return int(end.code or 0)
    console = Console.standard(arguments)
    try:
        status: int = arguments.run(console)
        console.out.flush()
        return status
    except UsageError as error:
        console.tell(str(error))
        return USAGE
    except WorkspaceError as error:
        console.tell(console.words.error(error))
        return UNUSABLE
    except UserError as error:
        console.tell(console.words.error(error))
        return REFUSED
    except BrokenPipeError:
        # The reader (``head``) has enough; nothing more can be written, not even at exit.
        sys.stdout = None
        return REFUSED
    except KeyboardInterrupt:
        return REFUSED
    except Exception:
        log.exception("a verb failed")
        console.tell(console.words.error(UserError("unexpected")))
        return REFUSED


def _write_utf8() -> None:
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
