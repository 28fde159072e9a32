"""The only way to put words on a screen: always plain text, in a type role and a tone."""

from functools import lru_cache
from typing import Literal

from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QHelpEvent, QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QLabel, QSizePolicy, QToolTip, QWidget

from desktop.ui.theme.metrics import Role
from desktop.ui.theme.painting import elided, paint_lines, text_width, wrapped
from desktop.ui.theme.theme import theme_of
from desktop.ui.widgets.announce import plain_tool_tip

Tone = Literal["ink", "ink2", "ink3", "accent", "p1", "p2", "p3", "p4", "on_accent"]

_COMFORTABLE = 420  # a wrapping label asks for no more width than this before it wraps
_NARROWEST = 24


class PlainLabel(QLabel):
    """Plain text in one role and tone; what looks like markup is shown as it is.

    ``elide`` cuts one line with …; ``wrap`` breaks into lines, at most ``max_lines`` if above 0. Text that was cut
    is whole in the tool tip. ``copyable`` text can be marked and copied.
    """

    _struck = False  # here: Qt changes the font before the constructor is through

    def __init__(
        self,
        text: str = "",
        role: Role = "body",
        tone: Tone = "ink",
        *,
        elide: bool = False,
        wrap: bool = False,
        max_lines: int = 0,
        copyable: bool = False,
        weight: int | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._heights: dict[int, int] = {}  # by width; layouts ask a dozen times before a page stands
        self._wanted: tuple[float, float] | None = None
        self._role: Role = role
        self._tone: Tone = tone
        self._weight = weight
        self._elide = elide
        self._wrap = wrap or max_lines > 0
        self._max_lines = max_lines
        self._copyable = copyable
        self.setTextFormat(Qt.TextFormat.PlainText)
        self._within = self.alignment()  # kept: flags are dear in Python
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(self._wrap)
        self.setSizePolicy(policy)
        if copyable:
            self._make_copyable()
        theme_of(self).changed.connect(self._restyle)
        self._restyle()
        self.setText(text)

    @property
    def tone(self) -> Tone:
        """The colour token of the text."""
        return self._tone

    def set_tone(self, tone: Tone) -> None:
        """Another colour token for the text."""
        self._tone = tone
        self._restyle()

    def set_role(self, role: Role) -> None:
        """Another type role for the text."""
        self._role = role
        self._restyle()

    def set_struck(self, struck: bool) -> None:
        """Strikes the text through: done, and no longer of interest."""
        self._struck = struck
        self._strike()

    def changeEvent(self, event: QEvent) -> None:
        """Strikes a fresh font through too, as the style sheet gives one to a label with a new parent."""
        self._forget()
        if event.type() == QEvent.Type.FontChange and self.font().strikeOut() != self._struck:
            self._strike()
        super().changeEvent(event)

    def _strike(self) -> None:
        font = self.font()
        font.setStrikeOut(self._struck)
        self.setFont(font)

    def setText(self, text: str) -> None:
        """Shows other text. It stays plain whatever it looks like."""
        self._forget()
        super().setText(text)
        self.updateGeometry()
        self.update()

    def setAlignment(self, alignment: Qt.AlignmentFlag) -> None:
        """Where the text stands in its box."""
        self._within = alignment
        super().setAlignment(alignment)

    def is_cut(self) -> bool:
        """Whether some of the text does not fit."""
        if self._copyable:
            return False
        shown = self._lines(self._inner_width())
        if self._wrap:
            return shown != wrapped(self.text(), self.font(), self._inner_width())
        return shown != [_one_line(self.text())]

    def sizeHint(self) -> QSize:
        """The whole text on one line, or wrapped at a comfortable width."""
        if self._wanted is None:
            self._wanted = self._measure()
        return self._with_margins(*self._wanted)

    def _measure(self) -> tuple[float, float]:
        one_line = text_width(self.font(), max(self.text().splitlines() or [""], key=len)) + 1
        width = min(one_line, _COMFORTABLE) if self._wrap else text_width(self.font(), _one_line(self.text())) + 1
        return width, self._height_at(width)

    def minimumSizeHint(self) -> QSize:
        """Narrow where the text may be cut or wrapped, else all of it."""
        hint = self.sizeHint()
        if self._elide or self._wrap:
            line = theme_of(self).metrics.role(self._role).line
            return QSize(min(hint.width(), _NARROWEST), min(hint.height(), line))
        return hint

    def hasHeightForWidth(self) -> bool:
        """Whether the text wraps."""
        return self._wrap

    def heightForWidth(self, width: int) -> int:
        """The height of the wrapped text in logical pixels; -1 where it doesn't wrap."""
        if not self._wrap:
            return -1
        margins = self.contentsMargins()
        inner = width - margins.left() - margins.right()
        if inner not in self._heights:
            self._heights[inner] = self._height_at(inner)
        return self._heights[inner] + margins.top() + margins.bottom()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paints the lines at the role's line height; marked text is painted by Qt."""
        if self._copyable:
            super().paintEvent(event)
            return
        theme = theme_of(self)
        painter = QPainter(self)
        rect = QRectF(self.contentsRect())
        lines = self._lines(rect.width())
        line = theme.metrics.role(self._role).line
        spare = rect.height() - line * len(lines)
        across, is_centred = _parts_of(self._within)
        if is_centred:
            rect.setTop(rect.top() + max(0.0, spare // 2))
        colour = getattr(theme.tokens, self._tone if self.isEnabled() else "ink3")
        paint_lines(painter, rect, lines, self.font(), colour, line, across)

    def event(self, event: QEvent) -> bool:
        """Tells the whole text in a tool tip where it was cut."""
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip and not self.toolTip():
            if self.is_cut():
                QToolTip.showText(event.globalPos(), plain_tool_tip(self.text()), self)
            return True
        return super().event(event)

    def _make_copyable(self) -> None:
        self.setWordWrap(self._wrap)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )

    def _forget(self) -> None:
        """Measures itself anew when it is asked again."""
        self._heights.clear()
        self._wanted = None

    def _restyle(self) -> None:
        theme = theme_of(self)
        self._forget()
        font = theme.font(self._role, self._weight)
        font.setStrikeOut(self._struck)
        self.setFont(font)
        palette = QPalette(self.palette())
        palette.setColor(QPalette.ColorRole.WindowText, QColor(getattr(theme.tokens, self._tone)))
        self.setPalette(palette)
        self.updateGeometry()
        self.update()

    def _inner_width(self) -> float:
        return float(self.contentsRect().width())

    def _lines(self, width: float) -> list[str]:
        if self._wrap:
            return wrapped(self.text(), self.font(), width, self._max_lines)
        line = _one_line(self.text())
        return [elided(self.font(), line, width + 0.5)] if self._elide else [line]

    def _height_at(self, width: float) -> int:
        rows = len(wrapped(self.text(), self.font(), width, self._max_lines)) if self._wrap else 1
        line = theme_of(self).metrics.role(self._role).line
        if self._copyable:  # Qt paints it and cuts what the font needs beyond the role's line, as the foot of a J
            line = max(line, self.fontMetrics().height())
        return rows * line

    def _with_margins(self, width: float, height: float) -> QSize:
        margins = self.contentsMargins()
        return QSize(
            round(width + 0.499) + margins.left() + margins.right(), round(height) + margins.top() + margins.bottom()
        )


def _one_line(text: str) -> str:
    return " ".join(text.split())


@lru_cache(maxsize=32)
def _parts_of(alignment: Qt.AlignmentFlag) -> tuple[Qt.AlignmentFlag, bool]:
    """Where text stands across, and whether it stands in the middle of the height."""
    flags = Qt.AlignmentFlag
    return alignment & flags.AlignHorizontal_Mask, bool(alignment & flags.AlignVCenter)
