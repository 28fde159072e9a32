"""Waiting and taking up again (domain.md 3 and 5). What ends a waiting case otherwise ends the waiting by itself."""

from desktop.domain.commands import Resume, Wait
from desktop.domain.kinds import State
from desktop.domain.texts import check_text
from desktop.services.case_work import CaseWork, Done, Transaction, reason_told


def wait(tx: Transaction, command: Wait) -> Done:
    """The case can't go on before the guest or a department has done something."""
    work = CaseWork.load(tx, command, "wait")
    work.wait(command.for_)
    return work.finish(reason_told(check_text(command.reason, "reason")))


def resume(tx: Transaction, command: Resume) -> Done:
    """It can: the case goes back to the state it waited from."""
    work = CaseWork.load(tx, command, "resume")
    work.move(State(work.case.state_before_wait or State.ACKNOWLEDGED))
    return work.finish()
