"""A second start brings the first window to the front: a local socket between the two (conventions.md 18)."""

from PySide6.QtCore import QObject, Signal
from PySide6.QtNetwork import QLocalServer, QLocalSocket

_SEEN = b"seen\n"
_WAIT_MS = 2000


class RaiseServer(QObject):
    """Listens for later starts of the same workspace; ``raised`` follows each. ``name`` as in ``window_name``."""

    raised = Signal()

    def __init__(self, name: str, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.name = name
        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.newConnection.connect(self._on_connection)
        QLocalServer.removeServer(name)  # what a killed window left; the lock says that there is no live one
        self._server.listen(name)

    @property
    def is_listening(self) -> bool:
        """Whether later starts can reach this window."""
        return self._server.isListening()

    def close(self) -> None:
        """Stops listening."""
        self._server.close()

    def _on_connection(self) -> None:
        """Whoever comes wants one thing only, so nothing need be read; the answer says that the window is alive."""
        while (socket := self._server.nextPendingConnection()) is not None:
            socket.write(_SEEN)
            socket.waitForBytesWritten(_WAIT_MS)
            socket.disconnectFromServer()
            socket.deleteLater()
            self.raised.emit()


def ask_to_raise(name: str, wait_ms: int = _WAIT_MS) -> bool:
    """Asks the running window to come to the front; whether it answered within ``wait_ms``."""
    socket = QLocalSocket()
    socket.connectToServer(name)
    if not socket.waitForConnected(wait_ms):
        return False
    while not socket.canReadLine() and socket.waitForReadyRead(wait_ms):
        continue
    answered = socket.readLine().data() == _SEEN
    socket.disconnectFromServer()
    return answered
