"""Which form of a word goes with a number, for the languages that ship.

Source: Unicode CLDR, plural rules for cardinal numbers, for whole numbers below a million.
"""

from collections.abc import Callable

_Rule = Callable[[int], str]


def _two_forms(count: int) -> str:
    return "one" if count == 1 else "other"


def _one_for_zero(count: int) -> str:
    return "one" if count in (0, 1) else "other"


def _czech(count: int) -> str:
    return "few" if count in (2, 3, 4) else _two_forms(count)


def _polish(count: int) -> str:
    if count == 1:
        return "one"
    return "few" if count % 10 in (2, 3, 4) and count % 100 not in (12, 13, 14) else "many"


_RULES: dict[str, _Rule] = {"cs": _czech, "fr": _one_for_zero, "pl": _polish}


def category(language: str, count: int) -> str:
    """The category of CLDR that a number has in a language: `one`, `few`, `many` or `other`."""
    return _RULES.get(language, _two_forms)(abs(count))


def categories(language: str) -> set[str]:
    """All categories that whole numbers have in a language."""
    return {category(language, count) for count in range(200)}
