"""What is read of one month, away from the window. No Qt."""

from typing import Any

from desktop.domain.figures.shapes import Month
from desktop.ui.reports.doors import ReportsDoors
from desktop.ui.reports.state import Detail


def read_detail(doors: ReportsDoors, month: Month) -> tuple[Detail, dict[str, Any]]:
    """A month's reports and what was decided, and what the person had half typed on it. Raises ``UserError``."""
    detail = Detail(
        month,
        doors.kept(month),
        doors.decisions(month),
        doors.decisions(month.plus(-1)),
        doors.activity(month),
        doors.goals(),
        doors.names(),
    )
    return detail, dict(doors.typed(month))
