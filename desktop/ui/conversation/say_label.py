"""The sentence to say: large, wrapping, the guest's name in accent (design.md 1, 3)."""

import re

from PySide6.QtCore import QPointF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPaintEvent, QTextCharFormat, QTextLayout, QTextOption
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from desktop.domain.kinds import Language
from desktop.ui.theme.fonts import CHINESE_FIRST, LATIN_FIRST
from desktop.ui.theme.metrics import Role
from desktop.ui.theme.theme import theme_of

_NARROWEST = 160
_WEIGHT = 500
_MOST_LAID = 32
_LEAST_LINE = 1.3  #: of the size, where a sentence wraps
_WORD_END = "(?<![A-Za-z0-9])", "(?![A-Za-z0-9])"


class SayLabel(QLabel):
    """Plain text whatever it looks like; ``words`` within it are set in accent.

    ``language`` is that of the sentence, where it may be another than the window's.
    """

    def __init__(self, role: Role = "say", language: Language | None = None, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._language = language
        self._role: Role = role
        self._words = ""
        self._laid: dict[tuple[object, ...], QTextLayout] = {}  # a page asks for a few widths, over and over
        self.setTextFormat(Qt.TextFormat.PlainText)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        theme_of(self).changed.connect(self._restyle)

    def show_sentence(self, sentence: str, words: str = "") -> None:
        """Another sentence, with the words in it that stand out."""
        if (sentence, words) == (self.text(), self._words):
            return
        self._words = words
        self.setText(sentence)
        self._restyle()

    def set_role(self, role: Role) -> None:
        """Another type role."""
        if role != self._role:
            self._role = role
            self._restyle()

    def height_at(self, width: int, role: Role | None = None) -> int:
        """The height in logical pixels when this wide, in its own role or another."""
        role = role or self._role
        return round(self._lay_out(width, role).lineCount() * self._line_height(role) + self._beyond(role))

    def sizeHint(self) -> QSize:
        """Comfortably wide."""
        return QSize(420, self.height_at(420))

    def minimumSizeHint(self) -> QSize:
        """Narrow if it must be: the height follows the width."""
        return QSize(_NARROWEST, self._line_height(self._role))

    def hasHeightForWidth(self) -> bool:
        """It wraps."""
        return True

    def heightForWidth(self, width: int) -> int:
        """The height of the wrapped sentence."""
        return self.height_at(width)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 (Qt's signature)
        """Paints the lines at the role's line height."""
        theme, painter = theme_of(self), QPainter(self)
        line_height, above = self._line_height(self._role), self._beyond(self._role) / 2
        layout = self._lay_out(self.width(), self._role)
        painter.setPen(QColor(theme.tokens.ink if self.isEnabled() else theme.tokens.ink3))
        for row in range(layout.lineCount()):
            line = layout.lineAt(row)
            top = above + row * line_height + (line_height - line.height()) / 2
            line.draw(painter, QPointF(0, top - line.y()))

    def accented(self) -> list[str]:
        """The parts of the sentence that stand out."""
        return [self.text()[start:end] for start, end in self._places()]

    def _places(self) -> list[tuple[int, int]]:
        """Where the words stand, as whole words: a guest called A is not found in every a."""
        if not self._words.strip():
            return []
        begin, end = _WORD_END
        pattern = (begin if self._words[0].isascii() else "") + re.escape(self._words)
        found = re.finditer(pattern + (end if self._words[-1].isascii() else ""), self.text())
        return [match.span() for match in found]

    def font_role(self) -> Role:
        """The type role that it is set in now."""
        return self._role

    def spoken_in(self) -> QFont:
        """The font that it is set in now."""
        return self._font(self._role)

    def _font(self, role: Role) -> QFont:
        return spoken_font(theme_of(self).font(role, _WEIGHT), self._language)

    def _line_height(self, role: Role) -> int:
        """The role's own, or more where it was made for a single line."""
        type_role = theme_of(self).metrics.role(role)
        return max(type_role.line, round(type_role.size * _LEAST_LINE))

    def _beyond(self, role: Role) -> float:
        """What the letters need beyond their lines, as the foot of a y in the last one."""
        return max(0.0, QFontMetricsF(self._font(role)).height() - self._line_height(role))

    def _lay_out(self, width: int, role: Role) -> QTextLayout:
        theme = theme_of(self)
        wanted = (self.text(), self._words, width, role, theme.metrics, theme.tokens.accent)
        if len(self._laid) > _MOST_LAID:
            self._laid.clear()
        if wanted in self._laid:
            return self._laid[wanted]
        layout = QTextLayout(self.text(), self._font(role))
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        layout.setTextOption(option)
        layout.setFormats(self._formats())
        layout.beginLayout()
        while (line := layout.createLine()).isValid():
            line.setLineWidth(max(1, width))
        layout.endLayout()
        self._laid[wanted] = layout
        return layout

    def _formats(self) -> list[QTextLayout.FormatRange]:
        colour = QTextCharFormat()
        colour.setForeground(QColor(theme_of(self).tokens.accent))
        formats = []
        for start, end in self._places():
            one = QTextLayout.FormatRange()
            one.start, one.length = _units(self.text()[:start]), _units(self.text()[start:end])
            one.format = colour
            formats.append(one)
        return formats

    def _restyle(self) -> None:
        self._laid.clear()
        self.updateGeometry()
        self.update()


def spoken_font(font: QFont, language: Language | None) -> QFont:
    """The font for a text in a language that may not be the window's: the bundled Chinese one sets ’ too wide."""
    if language is not None and set(font.families()) == set(LATIN_FIRST):
        font.setFamilies(list(CHINESE_FIRST if language is Language.ZH else LATIN_FIRST))
    return font


def _units(text: str) -> int:
    """How long Qt finds a text: it counts UTF-16 units."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2
