"""The forms in which a move asks for exactly what its guard needs (domain.md 3), in place.

They are opened by the case screen, the queue's preview and New complaint, and know none of them: ``About`` tells what
the opener knows, ``made`` carries the command.
"""

from desktop.ui.moves.about import (
    About,
    Allowance,
    Surroundings,
    about_file,
    about_opening,
    about_row,
    about_rows,
)
from desktop.ui.moves.bulk import BulkForm
from desktop.ui.moves.bulk_result import BulkResult, Refused
from desktop.ui.moves.foot import FootPlace
from desktop.ui.moves.form import MoveForm
from desktop.ui.moves.making import FORMS, TYPED_FORM, at_once, make_form

__all__ = [
    "FORMS",
    "TYPED_FORM",
    "About",
    "Allowance",
    "BulkForm",
    "BulkResult",
    "FootPlace",
    "MoveForm",
    "Refused",
    "Surroundings",
    "about_file",
    "about_opening",
    "about_row",
    "about_rows",
    "at_once",
    "make_form",
]
