"""A widget for one chart: it lays itself out for its size, shows what is under the mouse, and goes by keyboard too."""

from PySide6.QtCore import QEvent, QPoint, QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFocusEvent, QHelpEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from desktop.domain.charts.scene import Picture, Scene, Target
from desktop.domain.charts.sparkline import SparkPicture
from desktop.ui.charts.painting import gauge_of, paint_scene
from desktop.ui.theme.theme import theme_of
from desktop.ui.widgets.announce import announce, plain_tool_tip

_LEAST_WIDTH, _LEAST_HEIGHT = 160, 80
_NATURAL_WIDTH = 400
_FOCUS_EDGE = 2
_FORWARD = (Qt.Key.Key_Right, Qt.Key.Key_Down)
_BACK = (Qt.Key.Key_Left, Qt.Key.Key_Up)
_PICK = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space)


class ChartView(QWidget):
    """Shows a picture. A click, Enter or Space on a part says so in ``picked`` with the part's kind and key."""

    picked = Signal(str, str)

    def __init__(self, picture: Picture | None = None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._picture: Picture | None = None
        self._laid_out: Scene | None = None
        self._hovered: Target | None = None
        self._current = -1  # of the targets, for the keyboard; kept while the picture stays the same in number
        self.setMouseTracking(True)
        theme_of(self).changed.connect(self._on_theme)
        self.show_picture(picture)

    def show_picture(self, picture: Picture | None) -> None:
        """Shows another chart, or none; it is spoken by its title and its sentences."""
        self._picture = picture
        self.setAccessibleName(picture.title if picture else "")
        self.setAccessibleDescription(picture.alt if picture else "")
        spark = isinstance(picture, SparkPicture)
        fixed, wide = QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding
        policy = QSizePolicy(fixed if spark else wide, fixed if spark else wide)
        policy.setHeightForWidth(not spark)
        self.setSizePolicy(policy)
        self._forget_layout()
        self.updateGeometry()

    def scene(self) -> Scene | None:
        """The chart as it is laid out now."""
        if self._laid_out is None and self._picture is not None:
            self._laid_out = self._picture.lay_out(self.width(), self.height(), gauge_of(theme_of(self)))
            can_focus = bool(self._laid_out.targets)
            self.setFocusPolicy(Qt.FocusPolicy.StrongFocus if can_focus else Qt.FocusPolicy.NoFocus)
            self._current = min(self._current, len(self._laid_out.targets) - 1)
        return self._laid_out

    def current(self) -> Target | None:
        """The part that the keyboard is on."""
        targets = self._targets()
        return targets[self._current] if 0 <= self._current < len(targets) else None

    # Size

    def hasHeightForWidth(self) -> bool:
        """Charts like a height that suits their width."""
        return self._picture is not None and not isinstance(self._picture, SparkPicture)

    def heightForWidth(self, width: int) -> int:
        """The picture's natural height."""
        if self._picture is None:
            return -1
        return round(self._picture.natural_height(width, gauge_of(theme_of(self))) + 0.499)

    def sizeHint(self) -> QSize:
        """The picture's natural size."""
        if isinstance(self._picture, SparkPicture):
            gauge = gauge_of(theme_of(self))
            width = self._picture.natural_width(gauge)
            return QSize(round(width), round(self._picture.natural_height(width, gauge)))
        height = self.heightForWidth(_NATURAL_WIDTH)
        return QSize(_NATURAL_WIDTH, height if height > 0 else _LEAST_HEIGHT)

    def minimumSizeHint(self) -> QSize:
        """What a chart needs to say anything."""
        if isinstance(self._picture, SparkPicture):
            return self.sizeHint()
        return QSize(theme_of(self).metrics.px(_LEAST_WIDTH), theme_of(self).metrics.px(_LEAST_HEIGHT))

    def resizeEvent(self, event: object) -> None:  # noqa: ARG002 (Qt's signature)
        """Lays the chart out again."""
        self._forget_layout()

    # Painting

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 (Qt's signature)
        """Paints what is under the mouse, the chart, and where the keyboard is."""
        scene = self.scene()
        if scene is None:
            return
        theme, painter = theme_of(self), QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self._hovered is not None:
            painter.fillRect(_rect(self._hovered), QColor(theme.tokens.hover))
        paint_scene(painter, scene, theme)
        current = self.current()
        for target, wanted in ((self._hovered, True), (current, self.hasFocus())):
            if target is None or not wanted:
                continue
            focus = target is current and self.hasFocus()
            edge = _FOCUS_EDGE if focus else 1
            inset = edge / 2
            painter.setPen(QPen(QColor(theme.tokens.accent if focus else theme.tokens.line2), edge))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(_rect(target).adjusted(inset, inset, -inset, -inset), 3, 3)

    # Mouse

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Marks the part under the mouse."""
        self._hover(self._target_at(event.position()))

    def leaveEvent(self, event: QEvent) -> None:
        """Nothing is under the mouse any more."""
        self._hover(None)
        super().leaveEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Takes the press where there is something to pick; the release picks it."""
        target = self._target_at(event.position())
        if event.button() is not Qt.MouseButton.LeftButton or target is None:
            super().mousePressEvent(event)
            return
        self._move_to(self._targets().index(target))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Picks the part that was pressed, if the mouse is still there."""
        target = self._target_at(event.position())
        if event.button() is Qt.MouseButton.LeftButton and target is not None and target is self.current():
            self.picked.emit(target.hit.kind, target.hit.key)

    def event(self, event: QEvent) -> bool:
        """Shows a part's words as a tool tip."""
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            self._show_tip(event.globalPos(), self._target_at(QPointF(event.pos())))
            return True
        return super().event(event)

    # Keyboard

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows, Home and End walk over the parts; Enter and Space pick."""
        targets, key = self._targets(), event.key()
        moves = {
            **dict.fromkeys(_FORWARD, self._current + 1),
            **dict.fromkeys(_BACK, self._current - 1),
            Qt.Key.Key_Home: 0,
            Qt.Key.Key_End: len(targets) - 1,
        }
        current = self.current()
        if targets and key in moves:
            self._move_to(max(0, min(moves[Qt.Key(key)], len(targets) - 1)))
            self._speak()
        elif current is not None and key in _PICK:
            self.picked.emit(current.hit.kind, current.hit.key)
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Starts at the first part, or where it was left."""
        if self._targets() and self._current < 0:
            self._current = 0
        if event.reason() is not Qt.FocusReason.MouseFocusReason:
            self._speak()
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Takes the mark of the keyboard away."""
        super().focusOutEvent(event)
        self.update()

    def _targets(self) -> tuple[Target, ...]:
        scene = self.scene()
        return scene.targets if scene else ()

    def _target_at(self, point: QPointF) -> Target | None:
        return next((target for target in self._targets() if _rect(target).contains(point)), None)

    def _hover(self, target: Target | None) -> None:
        if target is not self._hovered:
            self._hovered = target
            self.setCursor(Qt.CursorShape.PointingHandCursor if target else Qt.CursorShape.ArrowCursor)
            self.update()

    def _move_to(self, place: int) -> None:
        self._current = place
        self.update()

    def _speak(self) -> None:
        """Says the part the keyboard is on, and shows its words where the mouse would."""
        current = self.current()
        if current is None:
            return
        announce(self, current.hit.tip)
        if self.isVisible():
            corner = _rect(current).bottomLeft().toPoint()
            self._show_tip(self.mapToGlobal(corner), current)

    def _show_tip(self, place: QPoint, target: Target | None) -> None:
        if target is None:
            QToolTip.hideText()
        else:
            area = _rect(target).toAlignedRect()
            QToolTip.showText(place, plain_tool_tip(target.hit.tip), self, QRect(area))

    def _on_theme(self) -> None:
        self._forget_layout()
        self.updateGeometry()

    def _forget_layout(self) -> None:
        self._laid_out = self._hovered = None
        self.scene()
        self.update()


def _rect(target: Target) -> QRectF:
    return QRectF(target.x, target.y, target.width, target.height)
