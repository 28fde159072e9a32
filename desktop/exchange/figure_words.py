"""What figures are called and mean in a file, in the words that the printed report uses too."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from desktop.domain.kinds import Property
from desktop.domain.money import Currency
from desktop.exchange.figure_lines import SUM
from desktop.words import Words

#: Codes whose name is not their own: the code of it among the words of kind ``figure``.
_NAMES: Mapping[str, str] = {
    "flow.opening": "opening",
    "flow.received": "received",
    "flow.resolutions": "resolutions",
    "flow.other_exits": "other_exits",
    "flow.closing": "closing",
    "first_response.median_min": "response_median",
    "first_response.mean_min": "response_mean",
    "first_response.p90_min": "response_p90",
    "first_response.within_1h": "within_1h",
    "first_response.within_1h_pct": "within_1h",
    "within_24h.count": "within_24h",
    "within_24h.pct": "within_24h",
    "resolution.mean_h": "resolution_mean",
    "resolution.median_h": "resolution_median",
    "resolution.p90_h": "resolution_p90",
    "on_target.respond_pct": "respond_on_target",
    "on_target.resolve_pct": "resolve_on_target",
    "first_contact.count": "first_contact",
    "first_contact.pct": "first_contact",
    "escalated.count": "escalated",
    "escalated.pct": "escalated",
    "reopened.count": "reopened",
    "reopened.pct": "reopened",
    "recurrent.count": "recurrent",
    "recurrent.pct": "recurrent",
    "outcome.upheld": "upheld",
    "outcome.partly": "partly",
    "outcome.not": "not_upheld",
    "satisfaction.pct": "satisfied",
    "satisfaction.mean": "satisfaction",
    "satisfaction.answers": "survey_answers",
    "compensation.total": "compensation",
    "compensation.per_case": "compensation_per_case",
    "compensation.cases_paid": "cases_paid",
    "compensation.by_remedy": "by_remedy",
    "compensation.by_role": "by_role",
}
#: Codes whose meaning the printed report explains under another one.
_MEANINGS: Mapping[str, str] = {
    "flow.received": "received",
    "first_response.median_min": "reply",
    "first_response.mean_min": "reply",
    "first_response.p90_min": "reply",
    "first_response.within_1h": "within_1h",
    "first_response.within_1h_pct": "within_1h",
    "on_target.respond_pct": "respond_on_target",
    "on_target.resolve_pct": "resolve_on_target",
    "satisfaction.response_pct": "response_rate",
}
_GENERAL = ("flow", "median", "p90")  #: what is explained besides
_OWN = "export_definition"


@dataclass(frozen=True, slots=True)
class FigureWords:
    """Names, meanings and units of figures in one language."""

    words: Words
    property_: Property
    currency: Currency

    def head(self, code: str) -> str:
        """The heading of a column or a sheet; the report's word where it has one that means the same."""
        return self.words.term("export" if code in self.words.codes("export") else "report", code)

    @property
    def sum_head(self) -> str:
        """The heading of a column of sums, with its currency."""
        return self.words.sentence("export_sum", sum=self.head("sum"), currency=self.currency.code)

    def name(self, code: str) -> str:
        """What a figure is called."""
        if code in ("rate", "activity"):
            return self.words.term("report_figure", f"{code}_{self.property_.value}")
        own = code in self.words.codes("export_figure")
        return self.words.term("export_figure" if own else "figure", _NAMES.get(code, code))

    def unit(self, code: str) -> str:
        """What a figure is counted in."""
        if code == SUM:
            return self.currency.code
        return self.words.term("export_unit", code) if code else ""

    def definition(self, code: str) -> str:
        """What a figure means, in a sentence or two."""
        if code in self.words.codes(_OWN):
            return self.words.term(_OWN, code)
        if code == "rate":
            return self.words.term("report_definition", f"rate_{self.property_.value}")
        return self.words.term("report_definition", _MEANINGS.get(code, code.partition(".")[0]))

    def general(self) -> Iterator[tuple[str, str, str]]:
        """What is explained besides: name, code, meaning."""
        for code in _GENERAL:
            yield self.words.term("report_figure", code), code, self.words.term("report_definition", code)
