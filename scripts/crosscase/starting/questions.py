"""Asks a person at the terminal; where there is none, every question has its default for an answer."""

import sys
from collections.abc import Callable

from crosscase.messages.visible_text import visible

Ask = Callable[[str, str], str]  # a question and its default


def at_terminal() -> bool:
    """Whether a person can be asked."""
    return sys.stdin.isatty() and sys.stdout.isatty()


def ask(question: str, default: str) -> str:
    """Ask at the terminal; an empty answer, or none, is the default."""
    if not at_terminal():
        return default
    shown = f" [{default}]" if default else ""
    print(visible(f"{question}{shown} "), end="", flush=True)
    return sys.stdin.readline().strip() or default
