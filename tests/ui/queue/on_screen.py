"""What a person sees of the queue, for tests to ask."""

from desktop.ui.queue.screen import QueueScreen
from desktop.ui.queue.table_model import ROW_ROLE


def chosen(screen: QueueScreen) -> int | None:
    """The id of the case that the preview shows, or None."""
    state = screen.presenter.state
    return state.selected.id if state.selected else None


def marked(screen: QueueScreen) -> int | None:
    """The id of the row that the table shows as chosen, or None."""
    rows = screen.table.selectionModel().selectedRows()
    return rows[0].data(ROW_ROLE).id if rows else None
