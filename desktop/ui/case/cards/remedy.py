"""What the guest is offered, what it costs, and who may give it (domain.md 6)."""

from collections.abc import Mapping
from datetime import datetime

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.domain.authority import AuthorityLeft, Limit
from desktop.domain.case_file import CaseFile, RequestRow
from desktop.domain.commands import Approve, Decline, Propose
from desktop.domain.kinds import Role
from desktop.domain.people import leads
from desktop.domain.texts import is_blank
from desktop.errors import UserError
from desktop.ui.case.cards.card import CaseCard
from desktop.ui.case.cards.parts import LONGEST, SIDE, LongText, Row, RowList, allow
from desktop.ui.case.cards.remedy_form import DecisionForm, RemedyForm
from desktop.ui.case.cards.remedy_rows import OfferLine, Standing, is_given, offer_lines, words_on_agreeing
from desktop.ui.theme import theme_of
from desktop.ui.widgets import Button, Panel, PlainLabel, Separator, Tag, plain_tool_tip
from desktop.ui.widgets.tag import TagTone
from desktop.words import plain

_TONES: dict[Standing, TagTone] = {
    Standing.GIVEN: "accent",
    Standing.APPROVED: "accent",
    Standing.WAITING: "warn",
}


class RemedyLine(Row):
    """One remedy: what, how much, how far it has come."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.what = PlainLabel("", wrap=True, max_lines=2)
        self.sum = PlainLabel("", "guest")
        self.standing = Tag("")
        self.line.addWidget(self.what, 1)
        self.line.addWidget(self.sum)
        self.line.addWidget(self.standing)

    def show_offer(self, line: OfferLine, kind: str, cost: str, standing: str, tip: str) -> None:
        """Shows the remedy; one that the guest won't have is struck through."""
        over = line.standing.is_over
        self.what.setText(" · ".join(filter(None, (kind, plain(line.note, LONGEST)))))
        self.what.set_struck(over)
        self.what.set_tone("ink3" if over else "ink")
        self.sum.setText(cost)
        self.sum.set_struck(over)
        self.sum.set_tone("ink3" if over else "ink")
        self.standing.setText(standing)
        self.standing.set_tone(_TONES.get(line.standing, "plain"))
        self.standing.setToolTip(plain_tool_tip(tip))
        self.standing.updateGeometry()


class TotalLine(Panel):
    """What all that stands comes to, beside what may be given."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("canvas", "top", parent)
        self.words = PlainLabel("", "guest")
        self.sum = PlainLabel("", "section")
        self.limits = PlainLabel("", "meta", "ink2", elide=True)
        line = QHBoxLayout(self)
        line.setContentsMargins(SIDE, 4, SIDE, 4)
        line.setSpacing(10)
        line.addWidget(self.words)
        line.addStretch(1)
        line.addWidget(self.sum)
        line.addWidget(self.limits)
        theme_of(self).changed.connect(self._restyle)
        self._restyle()

    def _restyle(self) -> None:
        self.setMinimumHeight(theme_of(self).metrics.height("table_row"))


class Said(QWidget):
    """A small heading and a text of any length under it; hidden while there is none."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.heading = PlainLabel("", "meta", "ink2")
        self.text = LongText()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addWidget(self.heading)
        column.addWidget(self.text)

    def show_said(self, text: str) -> None:
        """Shows another text."""
        self.text.set_text(text)
        self.setVisible(not is_blank(text))


class RemedyCard(CaseCard):
    """The remedies of a case with their sums; a form offers one more, another answers what waits."""

    _limits: Mapping[Role, Limit]

    def set_authority(self, left: AuthorityLeft | None, limits: Mapping[Role, Limit] | None = None) -> None:
        """What the person may still give, and the site's limits per role; both in minor units."""
        self._limits = limits or {}
        self.form.set_left(left)
        self._show_limits()

    def _build(self) -> None:
        self._limits = {}
        self._request: RequestRow | None = None
        self.add = Button(icon="plus", size="row")
        self.header.addWidget(self.add)
        self.form = RemedyForm(self._doors.currency, self._money, leads=leads(self._doors.person.role))
        self.none = Row()
        self._none_words = PlainLabel("", tone="ink3")
        self.none.line.addWidget(self._none_words)
        self.list: RowList[RemedyLine] = RowList(RemedyLine)
        self.decision = DecisionForm()
        self.total = TotalLine()
        self.texts = {name: Said() for name in ("solution", "beyond_expectation", "prevention", "agreed")}
        self.foot = QWidget()
        column = QVBoxLayout(self.foot)
        column.setContentsMargins(SIDE, 10, SIDE, 12)
        column.setSpacing(8)
        for said in self.texts.values():
            column.addWidget(said)
        self._line_above_foot = Separator()
        for part in (self.form, self.none, self.list, self.decision, self.total, self._line_above_foot, self.foot):
            self.body.addWidget(part)
        self.total.hide()
        self.add.clicked.connect(self.form.open_form)
        self.form.sent.connect(self._on_sent)
        self.decision.sent.connect(self._on_approve)
        self.decision.declined.connect(self._on_decline)
        self.add_form("remedy", self.form, self.add)
        self.add_form("decision", self.decision)

    def _set_words(self) -> None:
        self.set_title(self.tr("Remedy"))
        self.add.setText(self.tr("Remedy"))
        self.add.setAccessibleName(self.tr("Add a remedy"))
        self._none_words.setText(self._words.term("label", "none"))
        self.texts["solution"].heading.setText(self.tr("Solution"))
        self.texts["beyond_expectation"].heading.setText(self.tr("Beyond what was expected"))
        self.texts["prevention"].heading.setText(self.tr("So that it doesn’t happen again"))
        self.texts["agreed"].heading.setText(self.tr("Guest’s words on agreeing"))
        self.form.set_words(self._words)
        self.decision.set_words()
        self._show_limits()

    def _paint_file(self, file: CaseFile, now: datetime) -> None:
        offers = offer_lines(file)
        self.none.setVisible(not offers)
        for line, offer in zip(self.list.show_keys([offer.key for offer in offers]), offers, strict=True):
            kind = self._words.term("remedy", offer.kind)
            cost = self._money(offer.amount) if offer.amount else self.tr("No cost")
            line.show_offer(offer, kind, cost, self._standing(offer, now), self._tip(offer))
        standing = [remedy for remedy in file.view.remedies if not remedy.taken_back]
        given = [remedy for remedy in standing if is_given(file, remedy.at)]
        self.total.setVisible(bool(standing))
        all_given = len(given) == len(standing)
        self.total.words.setText(self.tr("Total given") if all_given else self.tr("Total offered"))
        self.total.sum.setText(self._money(file.compensation))
        self.form.offer_replacing(len(given) < len(standing))
        allow(self.add, self._may("propose"), self._words)
        self._show_decision(file, now)
        for name, said in self.texts.items():
            said.show_said(words_on_agreeing(file) if name == "agreed" else getattr(file.story, name))
        is_said = any(not said.isHidden() for said in self.texts.values())
        self.foot.setVisible(is_said)
        self._line_above_foot.setVisible(is_said)

    def _standing(self, offer: OfferLine, now: datetime) -> str:
        time, name = self._due.when(offer.at, now), self.name_of(offer.by)
        return {
            Standing.GIVEN: self.tr("Given {time}").format(time=time),
            Standing.WITHIN: self.tr("Within limit"),
            Standing.WAITING: self.tr("Waits for approval"),
            Standing.APPROVED: self.tr("Approved · {name}").format(name=name),
            Standing.DECLINED: self.tr("Declined"),
            Standing.TAKEN_BACK: self.tr("Taken back"),
        }[offer.standing]

    def _tip(self, offer: OfferLine) -> str:
        who = self._words.sentence("done_by", name=self.name_of(offer.by), time=self._due.whole(offer.at))
        return " · ".join(filter(None, (who, plain(offer.reason, LONGEST))))

    def _show_limits(self) -> None:
        """The person's own limit, and the manager's where somebody else may give more."""
        role, told = self._doors.person.role, []
        own, higher = self._limits.get(role), self._limits.get(Role.MANAGER)
        if own is not None and own.per_case is not None:
            told.append(self.tr("limit {sum}").format(sum=self._money(own.per_case)))
            if not leads(role) and higher is not None and higher.per_case is not None:
                told.append(self.tr("manager {sum}").format(sum=self._money(higher.per_case)))
        self.total.limits.setText(" · ".join(told))
        self.total.limits.setVisible(bool(told))

    def _show_decision(self, file: CaseFile, now: datetime) -> None:
        """The question to whoever may answer it; nobody answers their own."""
        request = file.waiting_request
        if request != self._request:
            self.decision.reset()
        self._request = request
        mine = request is not None and request.by_id == self._doors.person.id
        approve, decline = self._may("approve"), self._may("decline")
        self.decision.setVisible(request is not None and not mine and (approve is None or decline is None))
        if request is None:
            return
        asked = self.tr("{name} asked at {time} for {sum}.").format(
            name=self.name_of(request.by),
            time=self._due.when(request.at, now),
            sum=self._money(sum(offer.amount for offer in request.offers)),
        )
        self.decision.asked.setText(asked)
        allow(self.decision.send, approve, self._words)
        allow(self.decision.decline, decline, self._words)

    def _on_sent(self) -> None:
        offer = self.form.offer(self._words)
        if offer is None or self._file is None:
            return
        remedies, requests = len(self._file.view.remedies), len(self._file.requests)
        self.form.wait_for(lambda file: len(file.view.remedies) > remedies or len(file.requests) > requests)
        solution, beyond, prevention = (field.text().strip() for field in self.form.texts.values())
        replaces, asks = self.form.replaces.isChecked(), self.form.asks
        command = Propose(self.number, (offer,), solution, beyond, prevention, replaces=replaces, ask=asks)
        self.want(command)

    def _on_approve(self) -> None:
        self._wait_for_decision()
        self.want(Approve(self.number, self.decision.reason.text().strip()))

    def _on_decline(self) -> None:
        reason = self.decision.reason.text().strip()
        if is_blank(reason):
            self.decision.say_wrong("reason", self._words.error(UserError("reason_missing", "reason")))
            return
        self._wait_for_decision()
        self.want(Decline(self.number, reason))

    def _wait_for_decision(self) -> None:
        asked = self._request
        self.decision.wait_for(lambda file: file.waiting_request != asked)
