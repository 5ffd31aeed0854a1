"""The labels of a study: a text for each key, with what the study compares, with numbers, and with their nouns.

A text is a template: `{name}` is a value, `{one}` and `{many}` are what is compared, and `{number:coding}` is a number
with the noun of the key `coding`. A text that goes with a number is a table with a form for each plural category of the
language, or one text for all numbers; `{n}` is the number.
"""

import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from string import Formatter
from typing import Any

from crosscase.labels import plurals

Text = str | Mapping[str, str]
FOLDER = Path(__file__).parent
DEFAULT = "en"
BETWEEN = " | "  # in a text that is a list
_GROUPED = 10_000  # from here on a number has a sign between thousands


@dataclass(frozen=True, slots=True)
class Labels:
    """The texts of one language, with the words of a study."""

    language: str
    texts: Mapping[str, Text]
    one: str = ""
    many: str = ""

    def __call__(self, key: str, /, **values: object) -> str:
        """The text of a key, with its values. Raises KeyError if there is no such key or value."""
        return self._filled(self._text(key), values)

    def counted(self, key: str, count: int, /, **values: object) -> str:
        """The text of a key that goes with a number."""
        text = self.texts[key]
        form = text if isinstance(text, str) else text[plurals.category(self.language, count)]
        return self._filled(form, {"n": count, **values})

    def number(self, count: int) -> str:
        """A whole number as the language writes it in a sentence."""
        return f"{count:,}".replace(",", self._text("thousands")) if abs(count) >= _GROUPED else str(count)

    def decimal(self, value: float, digits: int = 1) -> str:
        """A number with so many decimals; never -0."""
        return self.written(f"{value:z.{digits}f}")

    def written(self, number: str) -> str:
        """A number with a point as the language writes it."""
        return number.replace(".", self._text("decimal"))

    def joined(self, items: Iterable[str], most: int | None = None) -> str:
        """Items as a list in a sentence. Only the first `most` are named, the others are counted."""
        names = list(items)
        if most is not None and len(names) > most:
            return self("list_more", list=", ".join(names[:most]), number=len(names) - most)
        return self("list_and", list=", ".join(names[:-1]), last=names[-1]) if len(names) > 1 else "".join(names)

    def heading(self, key: str, /, **values: object) -> str:
        """The text of a key with a capital letter, as it begins a line."""
        text = self(key, **values)
        return text[:1].upper() + text[1:]

    def percent(self, number: str) -> str:
        """A number with the sign of per cent."""
        return self("percent_sign", number=number)

    def _text(self, key: str) -> str:
        text = self.texts[key]
        if not isinstance(text, str):
            raise TypeError(f"a number is needed for the text {key!r}")
        return text

    def _filled(self, text: str, values: Mapping[str, object]) -> str:
        return _Filler(self).vformat(text, (), {"one": self.one, "many": self.many, **values})


class _Filler(Formatter):
    """Fills the templates of some labels."""

    def __init__(self, labels: Labels) -> None:
        self._labels = labels

    def format_field(self, value: Any, format_spec: str) -> str:
        """A value as text, a number with the noun of the key that stands behind its colon."""
        if format_spec:
            return self._labels.counted(format_spec, value)
        return self._labels.number(value) if isinstance(value, int) else str(value)


def languages() -> list[str]:
    """The languages that ship, sorted."""
    return sorted(path.stem for path in FOLDER.glob("*.toml"))


@cache
def shipped(language: str) -> Mapping[str, Any]:
    """The texts of a language as they ship, with its words for a country and for a group."""
    texts: dict[str, Any] = tomllib.loads((FOLDER / f"{language}.toml").read_text(encoding="utf-8"))
    return texts


def of(language: str, overrides: Mapping[str, Text], one: str, many: str) -> Labels:
    """The labels of a study. `one` and `many` are its words for what it compares; if they are the English ones for
    countries or groups, the words of the language take their place."""
    texts = shipped(language)
    for kind in ("country", "group"):
        if (one, many) == (shipped(DEFAULT)[kind]["one"], shipped(DEFAULT)[kind]["many"]):
            one, many = texts[kind]["one"], texts[kind]["many"]
    return Labels(language, {**texts, **overrides}, one, many)


@cache
def english() -> Labels:
    """The labels of messages, which are in English."""
    return of(DEFAULT, {}, "group", "groups")
