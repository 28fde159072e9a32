"""The words of a call: verbs, their operands and options (interfaces.md, Verbs)."""

from argparse import SUPPRESS, ArgumentParser, _SubParsersAction
from pathlib import Path
from typing import Any, TypeAlias

from desktop import __version__
from desktop.cli import acting, exchanging, guiding, law, printing, reading, recognising, reporting, safety, warning
from desktop.domain.kinds import Language, Property
from desktop.reports.receipt_size import ReceiptSize
from desktop.services.practice import CASES, MONTHS, SEED

_DEFAULT_LIMIT = 100
_MOST = 2**32  #: larger counts mean no more than this


class _Parser(ArgumentParser):
    """A parser that knows options by their whole names only, so that a new one never changes what an old call means."""

    def __init__(self, **options: Any) -> None:
        super().__init__(allow_abbrev=False, **options)


_Verbs: TypeAlias = "_SubParsersAction[_Parser]"  # argparse has no public name for it


def make_parser() -> _Parser:
    """The parser of all verbs; each sets ``run`` to what carries it out."""
    # Shared options may stand before or after the verb; the second parser must not overwrite the first with a default.
    before, after = _Parser(add_help=False), _Parser(add_help=False, argument_default=SUPPRESS)
    for shared in (before, after):
        shared.add_argument("--workspace", type=Path, metavar="DIR", help="the site's folder")
        shared.add_argument(
            "--as", dest="login", metavar="LOGIN", help="sign in as this person (PIN by prompt or AMENDS_PIN)"
        )
    parser = _Parser(prog="amends", description="The offline complaint desk.", parents=[before])
    parser.add_argument("--version", action="version", version=f"Amends {__version__}")
    verbs = parser.add_subparsers(dest="verb", required=True, metavar="VERB")
    _acting(verbs, after)
    _exchanging(verbs, after)
    _reading(verbs, after)
    _printing(verbs, after)
    _safety(verbs, after)
    _guiding(verbs, after)
    _law(verbs, after)
    recognising.add_verb(verbs.add_parser("recognise", parents=[after], help="what a complaint is about, and why"))
    return parser


def _acting(verbs: _Verbs, shared: _Parser) -> None:
    init = verbs.add_parser("init", parents=[shared], help="make a workspace")
    init.add_argument("--property", required=True, choices=[p.value for p in Property])
    init.add_argument("--site", required=True, metavar="NAME")
    init.add_argument("--code", required=True, metavar="HH")
    init.add_argument("--language", required=True, choices=[language.value for language in Language])
    init.add_argument("--timezone", required=True, metavar="ZONE")
    init.add_argument("--currency", default="", metavar="CNY")
    init.add_argument("--country", default="", metavar="CN")
    init.add_argument("--owner", default="", metavar="LOGIN")
    init.add_argument("--training", action="store_true", help="a practice workspace; it can never become a live one")
    init.set_defaults(run=acting.init)
    demo = verbs.add_parser("demo", parents=[shared], help="fill a practice workspace with a desk's life")
    demo.add_argument("--months", type=_positive, default=MONTHS, metavar="N")
    demo.add_argument("--cases", type=_count, default=CASES, metavar="N")
    demo.add_argument("--seed", type=int, default=SEED, metavar="N")
    demo.set_defaults(run=acting.demo)
    apply = verbs.add_parser("apply", parents=[shared], help="carry out acts, one JSON object a line")
    apply.add_argument("file", metavar="FILE|-")
    apply.add_argument("--stop", action="store_true", help="end at the first refusal")
    apply.set_defaults(run=acting.apply)


def _exchanging(verbs: _Verbs, shared: _Parser) -> None:
    import_ = verbs.add_parser("import", parents=[shared], help="bring in cases from CSV, XLSX or JSON Lines")
    import_.add_argument("file", type=Path)
    import_.add_argument("--map", type=Path, metavar="FILE.toml", help="their column names to ours")
    import_.add_argument("--dry-run", action="store_true")
    import_.add_argument("--rejects", type=Path, metavar="FILE", help="take the good rows, write the bad ones here")
    import_.set_defaults(run=exchanging.import_)
    activity = verbs.add_parser("activity", parents=[shared], help="enter room-nights or sales of a span of days")
    activity.add_argument("--month", metavar="YYYY-MM")
    activity.add_argument("--from", dest="first", metavar="DATE")
    activity.add_argument("--until", metavar="DATE", help="the last day; it belongs to the span")
    activity.add_argument("--value", required=True, metavar="N")
    activity.set_defaults(run=warning.activity)
    export = verbs.add_parser("export", parents=[shared], help="write whole cases as CSV, XLSX or JSON Lines")
    export.add_argument("file", type=Path)
    export.add_argument("--from", dest="first", metavar="DATE")
    export.add_argument("--until", dest="until", metavar="DATE")
    export.set_defaults(run=exchanging.export)


def _reading(verbs: _Verbs, shared: _Parser) -> None:
    options = _Parser(add_help=False)
    options.add_argument("--json", action="store_true", help="one JSON document")
    options.add_argument("--at", metavar="TIME", help="the moment to judge by (default now)")
    limited = _Parser(add_help=False, parents=[options])
    limited.add_argument("--limit", type=_count, default=_DEFAULT_LIMIT, metavar="N")
    queue = verbs.add_parser("queue", parents=[shared, limited], help="open cases, the most urgent first")
    queue.set_defaults(run=reading.queue)
    search = verbs.add_parser("search", parents=[shared, limited], help="find cases")
    search.add_argument("words", nargs="+", metavar="WORDS")
    search.set_defaults(run=reading.search)
    guests = verbs.add_parser("guests", parents=[shared, limited], help="find guests")
    guests.add_argument("words", nargs="+", metavar="WORDS")
    guests.set_defaults(run=reading.guests)
    case = verbs.add_parser("case", parents=[shared, options], help="one case")
    case.add_argument("number", metavar="NUMBER")
    case.set_defaults(run=reading.case)
    warnings = verbs.add_parser("warnings", parents=[shared, options], help="early warnings as of a moment")
    warnings.set_defaults(run=warning.warnings)
    report = verbs.add_parser("report", parents=[shared], help="the figures of a month; the printed report")
    report.add_argument("--month", required=True, metavar="YYYY-MM")
    report.add_argument("--as-of", "--at", dest="at", metavar="TIME", help="what had happened by then (default now)")
    report.add_argument("--json", action="store_true", help="one JSON document")
    report.add_argument("--language", choices=[language.value for language in Language], help="default: the site's")
    report.add_argument("--pdf", type=Path, metavar="FILE", help="where to write the printed report")
    report.add_argument("--table", type=Path, metavar="FILE", help="where to write the figures: .xlsx or .csv")
    report.set_defaults(run=reporting.report)


def _printing(verbs: _Verbs, shared: _Parser) -> None:
    options = _Parser(add_help=False)
    options.add_argument("--pdf", required=True, type=Path, metavar="FILE", help="where to write it")
    options.add_argument("--language", choices=[language.value for language in Language], help="default: the site's")
    options.add_argument("--at", metavar="TIME", help="the moment to judge by (default now)")
    verb = verbs.add_parser(
        "print", parents=[shared], help="papers as PDF: a case file, a receipt, a letter, the queue"
    )
    papers = verb.add_subparsers(dest="paper", required=True, metavar="PAPER")
    case = papers.add_parser("case", parents=[shared, options], help="everything known of one case")
    case.add_argument("number", metavar="NUMBER")
    case.add_argument("--pictures", action="store_true", help="with the pictures attached to it")
    case.set_defaults(run=printing.print_case)
    receipt = papers.add_parser("receipt", parents=[shared, options], help="what the guest takes along")
    receipt.add_argument("number", metavar="NUMBER")
    receipt.add_argument("--size", choices=[size.value for size in ReceiptSize], default=ReceiptSize.A5.value)
    receipt.set_defaults(run=printing.print_receipt)
    letter = papers.add_parser("letter", parents=[shared, options], help="the letter of apology to a guest")
    letter.add_argument("number", metavar="NUMBER")
    letter.set_defaults(run=printing.print_letter)
    queue = papers.add_parser("queue", parents=[shared, options], help="the open cases, the most urgent first")
    queue.set_defaults(run=printing.print_queue)


def _safety(verbs: _Verbs, shared: _Parser) -> None:
    json_option = _Parser(add_help=False)
    json_option.add_argument("--json", action="store_true", help="one JSON document")
    backup = verbs.add_parser("backup", parents=[shared], help="write a backup")
    backup.add_argument("file", nargs="?", type=Path)
    backup.set_defaults(run=safety.backup)
    restore = verbs.add_parser("restore", parents=[shared], help="bring a backup back")
    restore.add_argument("file", type=Path)
    restore.set_defaults(run=safety.restore)
    verify = verbs.add_parser("verify", parents=[shared, json_option], help="check database, history and search index")
    verify.set_defaults(run=safety.verify)
    doctor = verbs.add_parser("doctor", parents=[shared, json_option], help="version, paths, health")
    doctor.set_defaults(run=safety.doctor)


def _guiding(verbs: _Verbs, shared: _Parser) -> None:
    verb = verbs.add_parser("guide", parents=[shared], help="guides of a conversation")
    works = verb.add_subparsers(dest="work", required=True, metavar="check")
    check = works.add_parser("check", parents=[shared], help="tell line by line why a guide can't be used")
    check.add_argument("file", type=Path, metavar="FILE")
    check.set_defaults(run=guiding.check)


def _law(verbs: _Verbs, shared: _Parser) -> None:
    verb = verbs.add_parser("law", parents=[shared], help="what a law card of mainland China comes to")
    verb.add_argument("card", nargs="?", metavar="CARD", help="the card's id, as --list names it")
    verb.add_argument("--price", metavar="P", help="what was paid, in yuan")
    verb.add_argument("--loss", metavar="L", help="what was lost, in yuan")
    verb.add_argument("--received", metavar="DATE", help="the day of receipt; for pen-8 the day of the request")
    verb.add_argument("--list", action="store_true", help="name the cards")
    verb.add_argument("--json", action="store_true", help="one JSON document")
    verb.add_argument("--language", choices=[language.value for language in Language], help="default: the system's")
    verb.set_defaults(run=law.law)


def _count(text: str) -> int:
    number = int(text)
    if number < 0:
        raise ValueError(text)
    return min(number, _MOST)


def _positive(text: str) -> int:
    number = _count(text)
    if number < 1:
        raise ValueError(text)
    return number
