"""Who works on the case: its owner, the department, and others beside them (domain.md 1, 26)."""

from datetime import datetime

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from desktop.domain.case_file import CaseFile
from desktop.domain.commands import HandOver, Involve, Release, Take
from desktop.domain.texts import is_blank
from desktop.ui.case.cards.card import CaseCard
from desktop.ui.case.cards.fields import Choice, WhoField, works_on_cases
from desktop.ui.case.cards.form import InlineForm
from desktop.ui.case.cards.parts import LONGEST, SIDE, Row, RowList, allow
from desktop.ui.widgets import Avatar, Button, FlowRow, Icon, IconButton, PlainLabel, Tag
from desktop.words import plain


class PersonLine(Row):
    """One person or department with what they are on the case; ``released``: their part is done."""

    released = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.login = ""
        self.avatar, self.icon = Avatar("", 20), Icon("users", "ink2", 20)
        self.name = PlainLabel("", elide=True)
        self.tag = Tag("")
        self.release = IconButton("x", "", kind="ghost", size="small")
        self.line.addWidget(self.avatar)
        self.line.addWidget(self.icon)
        self.line.addWidget(self.name, 1)
        self.line.addWidget(self.tag)
        self.line.addWidget(self.release)
        self.release.clicked.connect(self.released)

    def show_person(self, name: str, tag: str, login: str = "", *, is_person: bool = True, helps: bool = False) -> None:
        """Shows somebody; only a helper can be released."""
        self.login = login
        name = plain(name, LONGEST)
        self.avatar.set_name(name)
        self.avatar.setVisible(is_person)
        self.icon.setVisible(not is_person)
        self.name.setText(name)
        self.tag.setText(tag)
        self.tag.setVisible(bool(tag))
        self.release.setVisible(helps)
        self.line.setContentsMargins(SIDE, 4, SIDE - (6 if helps else 0), 4)


class PassOnForm(InlineForm):
    """To whom the case goes: a colleague or a department."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.who = WhoField()
        self.add_field("to", self.who, "department", "login")
        self.add_buttons()

    def set_words(self) -> None:
        """Says the phrases of the form."""
        self.row("to").set_label(self.tr("To"))
        self.who.line.setPlaceholderText(self.tr("Colleague or department"))
        self.send.setText(self.tr("Hand over"))
        self.leave.setText(self.tr("Cancel"))


class InvolveForm(InlineForm):
    """Who works on the case too."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.who = Choice()
        self.add_field("login", self.who, "to")
        self.add_buttons()

    def set_words(self) -> None:
        """Says the phrases of the form."""
        self.row("login").set_label(self.tr("Who"))
        self.send.setText(self.tr("Add to the case"))
        self.leave.setText(self.tr("Cancel"))


class PeopleCard(CaseCard):
    """Owner, department and others; take it, hand it over, ask others in."""

    def _build(self) -> None:
        self.add = Button(icon="plus", size="row")
        self.header.addWidget(self.add)
        self.involve = InvolveForm()
        self.owner = PersonLine()
        self.department = PersonLine()
        self.list: RowList[PersonLine] = RowList(self._make_line)
        self.take, self.hand_over = Button(size="row", icon="user"), Button(size="row", icon="arrow-right")
        self.hand_form = PassOnForm()
        self.foot = Row()
        buttons = FlowRow(gap=6)
        buttons.add_widget(self.take)
        buttons.add_widget(self.hand_over)
        self.foot.line.addWidget(buttons, 1)
        self.foot.line.setContentsMargins(SIDE, 8, SIDE, 10)
        for part in (self.involve, self.owner, self.department, self.list, self.foot, self.hand_form):
            self.body.addWidget(part)
        self.add.clicked.connect(self.involve.open_form)
        self.take.clicked.connect(lambda: self.want(Take(self.number)))
        self.hand_over.clicked.connect(self.hand_form.open_form)
        self.involve.sent.connect(self._on_involve)
        self.hand_form.sent.connect(self._on_hand_over)
        self.add_form("involve", self.involve, self.add)
        self.add_form("hand_over", self.hand_form, self.hand_over)

    def _set_words(self) -> None:
        self.set_title(self.tr("People"))
        self.add.setText(self.tr("Person"))
        self.add.setAccessibleName(self.tr("Add a person to the case"))
        self.take.setText(self.tr("Take it"))
        self.hand_over.setText(self.tr("Hand over"))
        self.involve.set_words()
        self.hand_form.set_words()

    def _paint_file(self, file: CaseFile, now: datetime) -> None:  # noqa: ARG002 (nothing here depends on the clock)
        row, me = file.view.row, self._doors.person.id
        mine = row.owner_id == me
        owner = row.owner if row.owner.strip() else self._words.term("label", "no_owner")
        tag = self.tr("Owner · you") if mine else self.tr("Owner")
        self.owner.show_person(owner, tag if row.owner.strip() else "", is_person=bool(row.owner.strip()))
        self.owner.icon.set_icon("user", "ink3")
        self.owner.name.set_tone("ink" if row.owner.strip() else "ink3")
        self.department.setVisible(not is_blank(file.department))
        self.department.show_person(file.department, self.tr("Department"), is_person=False)
        refusal = self._may("release")
        lines = self.list.show_keys([member.id for member in file.members])
        for line, member in zip(lines, file.members, strict=True):
            line.show_person(member.name, self.tr("You") if member.id == me else "", member.login, helps=True)
            line.release.set_name(self.tr("{name} has done their part").format(name=plain(member.name, 60)))
            allow(line.release, refusal, self._words)
        self.take.setVisible(not mine)
        allow(self.take, self._may("take"), self._words)
        allow(self.hand_over, self._may("hand_over"), self._words)
        allow(self.add, self._may("involve"), self._words)
        self._offer(file)

    def _offer(self, file: CaseFile) -> None:
        people = [person for person in self._doors.people() if works_on_cases(person)]
        here = {member.login for member in file.members}
        free = [p for p in people if p.login not in here and p.id != file.view.row.owner_id]
        self.involve.who.offer([("", "–"), *((p.login, plain(p.name, 60)) for p in free)])
        known = [*(person.department for person in people), file.department]
        departments = list(dict.fromkeys(plain(name, 60) for name in known if name))
        self.hand_form.who.offer_people([p for p in people if p.id != file.view.row.owner_id], departments)

    def _make_line(self) -> PersonLine:
        line = PersonLine()
        line.released.connect(lambda: self.want(Release(self.number, line.login)))
        return line

    def _on_involve(self) -> None:
        login = self.involve.who.code()
        if not login:
            self.involve.say_wrong("login", self.tr("Who helps? Please choose a colleague."))
            return
        self.involve.wait_for(lambda file: any(member.login == login for member in file.members))
        self.want(Involve(self.number, login))

    def _on_hand_over(self) -> None:
        who, file = self.hand_form.who.chosen(), self._file
        if who.is_nobody or file is None:
            self.hand_form.say_wrong("to", self.tr("To whom? Please choose a colleague or a department."))
            return
        before = (file.view.row.owner_id, file.department)
        self.hand_form.wait_for(lambda newer: (newer.view.row.owner_id, newer.department) != before)
        self.want(HandOver(self.number, who.login, who.department))
