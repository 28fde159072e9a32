"""Two families of errors: what a person can act on is a ``UserError``; anything else is a bug and is reported.

The words for a code live in ``desktop.words``, in both languages; this module knows none of them.
"""

from collections.abc import Mapping


class UserError(Exception):
    """A refusal that the person can act on.

    ``code`` names the sentence (``over_authority``), ``field`` the place it belongs to (``amount``; empty where
    it belongs to no field), ``params`` fill the sentence. Params are shown to people: plain text, never markup.
    """

    def __init__(self, code: str, field: str = "", **params: object) -> None:
        super().__init__(code, field)
        self.code = code
        self.field = field
        self.params: Mapping[str, object] = params

    def __str__(self) -> str:
        return f"{self.code} ({self.field})" if self.field else self.code


class WorkspaceError(UserError):
    """The workspace can't be used: missing, under maintenance, newer, damaged (exit status 3)."""


class ChangedMeanwhileError(UserError):
    """Someone else changed the case first. ``params`` carry ``number``, ``version`` (stored) and ``expected``."""
