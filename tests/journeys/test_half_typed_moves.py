"""What is half typed for a move beside the queue is kept with the case: through the lock, and on the case's screen."""

from PySide6.QtCore import Qt

from desktop.domain.kinds import Language, Scope
from tests.journeys import working
from tests.journeys.hands import Mouse
from tests.support.sites import record


def test_words_typed_beside_the_queue_outlive_the_lock_and_wait_on_the_case(at_the_desk) -> None:
    at = at_the_desk(Language.EN)
    number = record(at.desk, category="H08-6", severity=2, scope=Scope.ONE, emotion=2).number
    at.sign_in()
    at.press(Qt.Key.Key_S)
    at.commit("Dried the <b>floor</b>")
    at.with_ctrl(Qt.Key.Key_L)
    person = at.open.session.attendance.person
    assert "Dried the" in str(at.desk.drafts.typed(person, number)["form.settle"])
    at.sign_in()
    working.find_the_case(Mouse(at), number)
    at.case.presenter.ask_move("settle")
    assert "Dried the <b>floor</b>" in str(at.case.move_panel.form.keep())
