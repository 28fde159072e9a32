"""Verbs that keep the data safe: backup, restore, verify, doctor."""

from desktop.cli.console import DONE, Console


def backup(console: Console) -> int:
    return DONE


def restore(console: Console) -> int:
    return DONE


def verify(console: Console) -> int:
    return DONE


def doctor(console: Console) -> int:
    return DONE
