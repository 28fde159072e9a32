"""What is wrong with a guide file, told with its line so that a person can mend it."""

from desktop.errors import UserError


class GuideError(UserError):
    """A guide file that can't be used. ``line`` counts from 1; ``file`` is the name it was given under.

    ``others`` are further complaints about the same file, by line.
    """

    def __init__(self, code: str, field: str = "", *, line: int = 1, **params: object) -> None:
        super().__init__(code, field, line=line, **params)
        self.line = line
        self.others: tuple[GuideError, ...] = ()

    @property
    def all(self) -> tuple["GuideError", ...]:
        """The complaint itself and the others."""
        return (self, *self.others)


class Complaints:
    """Collects what is wrong with one file, so that a person sees all of it at once."""

    MOST = 50  #: complaints told about one file

    def __init__(self, file: str) -> None:
        self._file = file
        self._found: list[GuideError] = []

    def add(self, code: str, line: int, field: str = "", **params: object) -> None:
        """Notes one complaint."""
        self._found.append(GuideError(code, field, line=line, file=self._file, **params))

    def __bool__(self) -> bool:
        return bool(self._found)

    def raise_first(self) -> None:
        """Raises the first complaint by line, with the others; does nothing where there is none."""
        if not self._found:
            return
        first, *others = sorted(self._found, key=lambda error: error.line)[: self.MOST]
        first.others = tuple(others)
        raise first
