"""The wording that all messages share: numbers with their nouns, and lists that stay short.

>>> counted(1, "coding"), counted(3, "country"), counted(12_345, "file")
('1 coding', '3 countries', '12,345 files')
>>> f"{counted(2, 'word')} {agree(2, 'waits', 'wait')}"
'2 words wait'
>>> joined(["a", "b", "c"]), joined(["a", "b", "c", "d"], most=2)
('a, b and c', 'a, b and 2 more')
"""

import re
from collections.abc import Iterable, Sequence
from typing import TypeVar

Form = TypeVar("Form")
_SIBILANT = re.compile(r"(?:s|x|z|ch|sh)$")
_CONSONANT_Y = re.compile(r"(?<![aeiou])y$")


def counted(count: int, noun: str, plural: str = "") -> str:
    """A number with its noun, for example "1 coding" or "3 codings".

    `noun` is the singular. `plural` is needed where the last word of `noun` does not take the ending
    ("word that waits", "words that wait"). Numbers from 10,000 have a comma between thousands.
    """
    return f"{number(count)} {agree(count, noun, plural or plural_of(noun))}"


def number(count: int) -> str:
    """A number as it is written in a sentence: from 10,000 with a comma between thousands."""
    return f"{count:,}" if abs(count) >= 10_000 else str(count)


def agree(count: int, singular: Form, plural: Form) -> Form:
    """The form that goes with a number, for example "waits" with 1 and "wait" with 0 or 2."""
    return singular if count == 1 else plural


def plural_of(noun: str) -> str:
    """The regular English plural of the last word of `noun`."""
    if _CONSONANT_Y.search(noun):
        return f"{noun[:-1]}ies"
    return f"{noun}es" if _SIBILANT.search(noun) else f"{noun}s"


def with_article(noun: str) -> str:
    """A noun with its indefinite article, for example "a school" or "an organisation"."""
    return f"{'an' if noun[:1].casefold() in 'aeio' else 'a'} {noun}"


def joined(items: Iterable[str], most: int | None = None, last: str = "and") -> str:
    """Items as a list in a sentence. Only the first `most` are named, the others are counted."""
    names = list(items)
    if most is not None and len(names) > most:
        return f"{', '.join(names[:most])} {last} {number(len(names) - most)} more"
    return f" {last} ".join(filter(None, [", ".join(names[:-1]), *names[-1:]]))


def cut(text: str, most: int = 60) -> str:
    """The beginning of a text that is longer than `most` characters."""
    return text if len(text) <= most else f"{text[: most - 1]}…"


def first_place(locators: Sequence[str]) -> str:
    """The first of one or more places, and how many others there are."""
    others = len(locators) - 1
    return f"{locators[0]} and {counted(others, 'more place')}" if others else locators[0]


def runs(numbers: Iterable[int]) -> list[tuple[int, int]]:
    """The first and last number of each run of numbers that follow each other."""
    found: list[tuple[int, int]] = []
    for number in sorted(numbers):
        if found and found[-1][1] == number - 1:
            found[-1] = (found[-1][0], number)
        else:
            found.append((number, number))
    return found
