"""Verbs that bring cases in and out: import, export."""

from desktop.cli.console import DONE, Console


def import_(console: Console) -> int:
    return DONE


def export(console: Console) -> int:
    return DONE
