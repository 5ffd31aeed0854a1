"""Text that a spreadsheet would run as a formula: made harmless when written, restored when read.

A cell that begins with =, +, -, @, a tab or a line end can run when a table is opened in a spreadsheet. `neutral`
puts an apostrophe before it, so that it is shown as text; `restored` removes it. Numbers and a lone sign do not change.

Source: OWASP, CSV Injection.
"""

import re

_FORMULA = re.compile(r"'*[=+\-@\t\r\n]")
_PLAIN = re.compile(r"[+-]?(?:\d+(?:[.,]\d+)?(?:e[+-]?\d+)?%?)?", re.IGNORECASE)


def neutral(value: object) -> object:
    """The value in the form that is safe to write. Only text changes."""
    if isinstance(value, str) and _FORMULA.match(value) and not _PLAIN.fullmatch(value):
        return f"'{value}"
    return value


def restored(text: str) -> str:
    """The text before `neutral` changed it."""
    return text[1:] if text.startswith("'") and _FORMULA.match(text) else text


def kept(text: str) -> str:
    """The text in the form of which `restored` gives it back, for a file in which no text runs as a formula."""
    return text if restored(text) == text else f"'{text}"
