"""What the window of a paper shows, as one value."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from enum import Enum, auto
from pathlib import Path

from desktop.domain.kinds import Language
from desktop.errors import UserError
from desktop.reports.receipt_size import ReceiptSize
from desktop.ui.papers.rendering import PdfPages


@dataclass(frozen=True, slots=True)
class PaperWish:
    """How the paper is wanted. ``size`` counts for receipts, ``pictures`` (attached ones) for case files."""

    language: Language
    size: ReceiptSize = ReceiptSize.A5
    pictures: bool = False


Told = Callable[[int, int], None]  #: how many steps are done, of how many; raises once nobody waits any more
Make = Callable[[PaperWish, Told], bytes]


@dataclass(frozen=True, slots=True)
class PaperKind:
    """What a paper is called, what its file is called at first, and what one may choose for it."""

    title: Callable[[], str]
    file_name: str
    has_sizes: bool = False
    has_pictures: bool = False


class Doing(Enum):
    """What goes on behind the window."""

    NOTHING = auto()
    MAKING = auto()
    PRINTING = auto()
    SAVING = auto()


@dataclass(frozen=True, slots=True)
class PaperState:
    """All that the view shows. ``done`` of ``total`` steps of what is being done."""

    wish: PaperWish
    doing: Doing = Doing.NOTHING
    done: int = 0
    total: int = 0
    content: bytes = b""
    pages: PdfPages | None = None
    refusal: UserError | None = None
    saved: Path | None = None
    printed: bool = False

    @property
    def can_print(self) -> bool:
        """Whether there is a paper, and nothing else is being done with it."""
        return self.pages is not None and self.doing is Doing.NOTHING

    def at_rest(self, **changes: object) -> "PaperState":
        """The same once what was being done has ended."""
        ended = replace(self, doing=Doing.NOTHING, done=0, total=0)
        return replace(ended, **changes)  # type: ignore[arg-type]  # the fields of this very class
