"""Which act has which form, and the acts that need none."""

from collections.abc import Mapping

from desktop.domain.commands import Investigate, OnCase, Resume, Take
from desktop.ui.moves.about import About
from desktop.ui.moves.assess import AssessForm
from desktop.ui.moves.close import CloseForm
from desktop.ui.moves.duplicate import DuplicateForm
from desktop.ui.moves.ends import NotComplaintForm, OverrideForm, ReopenForm, WithdrawForm
from desktop.ui.moves.first_steps import (
    AcknowledgeForm,
    ConfirmFactsForm,
    ContactForm,
    HandOverForm,
    NoteForm,
    RestrictForm,
    TakeForm,
    WaitForm,
)
from desktop.ui.moves.form import MoveForm
from desktop.ui.moves.offering import ProposeForm, SettleForm
from desktop.ui.moves.resolve import ResolveForm
from desktop.words import Words

TYPED_FORM = "form."  #: with the move behind it: the name under which what is half typed on a case is kept
FORMS: Mapping[str, type[MoveForm]] = {
    form.act: form
    for form in (
        AcknowledgeForm,
        AssessForm,
        WaitForm,
        ProposeForm,
        ResolveForm,
        SettleForm,
        CloseForm,
        ReopenForm,
        WithdrawForm,
        NotComplaintForm,
        DuplicateForm,
        OverrideForm,
        HandOverForm,
        ContactForm,
        ConfirmFactsForm,
        RestrictForm,
        NoteForm,
        TakeForm,
    )
}
_AT_ONCE: Mapping[str, type[Investigate] | type[Resume] | type[Take]] = {
    "investigate": Investigate,
    "resume": Resume,
    "take": Take,
}


def make_form(act: str, about: About, words: Words) -> MoveForm:
    """The form of an act. Raises ``KeyError`` for an act without fields: see ``at_once``."""
    return FORMS[act](about, words)


def at_once(act: str, number: str) -> OnCase | None:
    """The command of an act that asks nothing, without a version; None where there is a form to fill in."""
    make = _AT_ONCE.get(act)
    return make(number) if make else None
