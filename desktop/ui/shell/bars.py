"""The bars above and below the page: where and when one is, who one is, and that everything is safe (design.md 7)."""

from datetime import datetime

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QSizePolicy, QWidget

from desktop.domain.kinds import Language
from desktop.ui.formats import day_and_time, near_time
from desktop.ui.theme.metrics import RADIUS_CONTROL
from desktop.ui.theme.painting import paint_edge, paint_text, text_width
from desktop.ui.theme.theme import theme_of
from desktop.ui.widgets import (
    Icon,
    IconButton,
    Panel,
    PlainLabel,
    SegmentedControl,
    Separator,
    announce,
    paint_avatar,
    plain_tool_tip,
)

_AVATAR = 22
_SEARCH_ROOMY, _SEARCH_COMPACT = 336, 280


class StaffChip(QPushButton):
    """Who is signed in: initials, name, role. Pressed, it opens the menu of what is one's own."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._name = self._role = ""
        self.setProperty("kind", "ghost")
        self.setProperty("painted", True)
        self.setAutoDefault(False)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        theme_of(self).changed.connect(self.updateGeometry)

    def set_person(self, name: str, role: str, spoken: str) -> None:
        """Shows another person; ``spoken`` says what pressing does."""
        self._name, self._role = name, role
        self.setAccessibleName(f"{name}, {role}")
        self.setAccessibleDescription(spoken)
        self.setToolTip(plain_tool_tip(f"{name} · {role}\n{spoken}"))
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Initials, name and role in a row."""
        theme = theme_of(self)
        words = text_width(theme.font("guest"), self._name) + 8 + text_width(theme.font("meta"), self._role)
        return QSize(round(6 + theme.metrics.px(_AVATAR) + 8 + words + 8), theme.metrics.height("button") - 4)

    def minimumSizeHint(self) -> QSize:
        """The initials and the beginning of the name."""
        return QSize(theme_of(self).metrics.px(_AVATAR) + 70, self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 (Qt's signature)
        """Paints initials, name and role; the role goes first where there is no room."""
        theme, painter, rect = theme_of(self), QPainter(self), QRectF(self.rect())
        tokens = theme.tokens
        if self.hasFocus() or self.underMouse() or self.isDown():
            fill = tokens.tint if self.isDown() else tokens.hover if self.underMouse() else ""
            edge = tokens.accent if self.hasFocus() else ""
            paint_edge(painter, rect, edge, 2, RADIUS_CONTROL - 2, fill)
        side = theme.metrics.px(_AVATAR)
        paint_avatar(painter, QRectF(6, round((rect.height() - side) / 2), side, side), self._name, theme)
        left = 6 + side + 8
        room = rect.width() - left - 6
        name, role = theme.font("guest"), theme.font("meta")
        width = min(room, text_width(name, self._name) + 1)
        paint_text(painter, QRectF(left, 0, width, rect.height()), self._name, name, tokens.ink)
        if room - width - 8 >= min(40, text_width(role, self._role)):
            place = QRectF(left + width + 8, 0, room - width - 8, rect.height())
            paint_text(painter, place, self._role, role, tokens.ink2)


class _Framed(Panel):
    """The edge around the staff chip and the lock."""

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 (Qt's signature)
        tokens = theme_of(self).tokens
        paint_edge(QPainter(self), QRectF(self.rect()), tokens.line, 1, RADIUS_CONTROL, tokens.surface)


class TopBar(Panel):
    """Site, desk and shift at left, the search in the middle, language and person at right."""

    language_chosen = Signal(object)
    lock_pressed = Signal()

    def __init__(self, search: QWidget | None, lock_key: str, parent: QWidget | None = None) -> None:
        super().__init__("surface", "bottom", parent)
        self.site = PlainLabel("", "section", elide=True)
        self._divider = Separator(upright=True)
        self._clock = Icon("clock", "ink2", 16)
        self.shift = PlainLabel("", "body", "ink2")
        self.search = search
        self.language: SegmentedControl[Language] = SegmentedControl(
            [(Language.EN, "EN"), (Language.ZH, "中文")], name="", size="small"
        )
        self.language.chosen.connect(self.language_chosen)
        self.staff = StaffChip()
        self.lock = IconButton("lock", "", key=lock_key, kind="ghost", size="small")
        self.lock.clicked.connect(self.lock_pressed)
        self._lay_out()
        theme_of(self).changed.connect(self._restyle)
        self._restyle()
        self._set_words()

    def set_place(self, site: str, desk: str) -> None:
        """The site's name and the desk's."""
        self.site.setText(" · ".join(part for part in (site, desk) if part))

    def set_shift(self, words: str) -> None:
        """The shift on duty, ``Evening 15:00–23:00``; empty in a gap between shifts."""
        self.shift.setText(words)
        for part in (self._divider, self._clock, self.shift):
            part.setVisible(bool(words))

    def set_person(self, name: str, role: str) -> None:
        """Who is signed in."""
        self.staff.set_person(name, role, self.tr("Look, keys and signing out"))

    def changeEvent(self, event: QEvent) -> None:
        """Follows the language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._set_words()
        super().changeEvent(event)

    def _lay_out(self) -> None:
        framed = _Framed("surface")
        inside = QHBoxLayout(framed)
        inside.setContentsMargins(2, 2, 3, 2)
        inside.setSpacing(2)
        inside.addWidget(self.staff)
        inside.addWidget(self.lock)
        self._framed = framed
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 0, 16, 1)
        row.setSpacing(14)
        row.addWidget(self.site)
        row.addWidget(self._divider)
        shift = QHBoxLayout()
        shift.setSpacing(6)
        shift.addWidget(self._clock)
        shift.addWidget(self.shift)
        row.addLayout(shift)
        row.addStretch(1)
        if self.search is not None:
            row.addWidget(self.search)
        row.addStretch(1)
        row.addWidget(self.language)
        row.addWidget(framed)

    def _restyle(self) -> None:
        metrics = theme_of(self).metrics
        self.setFixedHeight(metrics.height("top_bar"))
        self._divider.setFixedHeight(metrics.px(20))
        self._framed.setFixedHeight(metrics.height("button"))
        if self.search is not None:
            self.search.setFixedWidth(metrics.px(_SEARCH_COMPACT if metrics.compact else _SEARCH_ROOMY))

    def _set_words(self) -> None:
        self.language.setAccessibleName(self.tr("Language"))
        self.lock.set_name(self.tr("Lock the window"))


class StatusBar(Panel):
    """At left that everything is safe, at right what the page shows and what time it is."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("surface", "top", parent)
        self._backup: tuple[datetime | None, datetime, Language] | None = None
        self._saved_icon = Icon("hard-drive", "ink2", 14)
        self.saved = PlainLabel("", "meta", "ink2", elide=True)
        self.backup = PlainLabel("", "meta", "ink2", elide=True)
        self.page = PlainLabel("", "meta", "ink2", elide=True)
        self.time = PlainLabel("", "meta", "ink2")
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 1, 16, 0)
        row.setSpacing(6)
        row.addWidget(self._saved_icon)
        row.addWidget(self.saved)
        row.addSpacing(10)
        row.addWidget(self.backup)
        row.addStretch(1)
        row.addWidget(self.page)
        row.addSpacing(10)
        row.addWidget(self.time)
        theme_of(self).changed.connect(self._restyle)
        self._restyle()
        self._set_words()

    def set_time(self, now: datetime, language: Language) -> None:
        """Date and time in the site's zone."""
        self.time.setText(day_and_time(now, language))

    def set_backup(self, last: datetime | None, now: datetime, language: Language) -> None:
        """When the last backup was made, in the site's zone; None if there is none."""
        self._backup = last, now, language
        self._set_words()

    def set_page(self, words: str) -> None:
        """What the page shows: ``12 cases · 1 selected``."""
        self.page.setText(words)

    def changeEvent(self, event: QEvent) -> None:
        """Follows the language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._set_words()
        super().changeEvent(event)

    def _restyle(self) -> None:
        self.setFixedHeight(theme_of(self).metrics.height("status_bar"))

    def _set_words(self) -> None:
        self.saved.setText(self.tr("Saved on this computer"))
        if self._backup is None:
            self.backup.setText("")
            return
        last, now, language = self._backup
        if last is None:
            self.backup.setText(self.tr("No backup yet"))
        else:
            self.backup.setText(self.tr("Last backup {time}").format(time=near_time(last, now, language)))


class PracticeStrip(QWidget):
    """Says on every page of a practice desk that nothing here is real (conventions.md 21)."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._icon = Icon("graduation-cap", "p2", 14)
        self.words = PlainLabel("", "tag", "p2", elide=True)
        self.more = PlainLabel("", "meta", "ink2", elide=True)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 4, 16, 4)
        row.setSpacing(8)
        row.addWidget(self._icon)
        row.addWidget(self.words)
        row.addWidget(self.more, 1)
        self._set_words()

    def changeEvent(self, event: QEvent) -> None:
        """Follows the language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._set_words()
        super().changeEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 (Qt's signature)
        """Paints fill, lower edge and the bar at left."""
        tokens, painter, rect = theme_of(self).tokens, QPainter(self), self.rect()
        painter.fillRect(rect, QColor(tokens.p2_tint))
        painter.fillRect(0, rect.height() - 1, rect.width(), 1, QColor(tokens.p2_line))
        painter.fillRect(0, 0, 4, rect.height(), QColor(tokens.p2))

    def speak(self) -> None:
        """Says it to a screen reader, once when the desk opens."""
        announce(self, f"{self.words.text()}. {self.more.text()}")

    def _set_words(self) -> None:
        self.words.setText(self.tr("Practice desk: sample data"))
        self.more.setText(self.tr("Nothing here reaches a real guest."))
        self.words.setAlignment(Qt.AlignmentFlag.AlignVCenter)
