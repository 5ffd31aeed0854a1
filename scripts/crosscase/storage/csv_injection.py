"""Text that a spreadsheet would take for a formula: harmless when written, the same again when read.

A cell that begins with =, +, -, @, a tab or a line end can run when a table is opened in a spreadsheet. It gets an
apostrophe before it, which shows it as text; reading takes it away. Numbers and a lone sign stay as they are.

Source: OWASP, CSV Injection.
"""

import re

_FORMULA = re.compile(r"'*[=+\-@\t\r\n]")
_PLAIN = re.compile(r"[+-]?(?:\d+(?:[.,]\d+)?(?:e[+-]?\d+)?%?)?", re.IGNORECASE)


def neutral(value: object) -> object:
    """A value as it can be written; only texts change."""
    if isinstance(value, str) and _FORMULA.match(value) and not _PLAIN.fullmatch(value):
        return f"'{value}"
    return value


def restored(text: str) -> str:
    """What `neutral` was given."""
    return text[1:] if text.startswith("'") and _FORMULA.match(text) else text
