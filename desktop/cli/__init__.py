"""The command line: the verbs of interfaces.md. It never loads Qt."""

from desktop.cli.entry import main

__all__ = ["main"]
