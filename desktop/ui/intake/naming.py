"""Names of colleagues in a phrase."""

import re

_CHINESE = "[\u3400-\u9fff]"
_GAP = re.compile(f"(?<={_CHINESE}) (?={_CHINESE})")


def named(phrase: str, manager: str) -> str:
    """A phrase with a name at ``{manager}``. The gap that parts Latin from Chinese is not put between two Chinese."""
    before, _, after = phrase.partition("{manager}")
    name = _GAP.sub(lambda _: "\0", manager)  # gaps of the name itself stay
    return _GAP.sub("", f"{before}{name}{after}").replace("\0", " ")
