"""The words in what a study prints, and those that may be there in a language: its labels, and the study's own."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import asdict, is_dataclass, replace
from html.parser import HTMLParser

from crosscase.labels import labels
from crosscase.study.facts import Compare, Study

_WORD = re.compile(r"[^\W\d_]{2,}")
_DIGEST = re.compile(r"\b(?:[0-9a-f]{64}|[0-9a-f]{16})\b")
_SPOKEN = ("aria-label", "alt", "title")  # attributes whose text readers see or hear
_SILENT = ("script", "style")


def words_of(*values: object) -> set[str]:
    """The words in some texts, or in the values of records and lists of such, without the names of their fields."""
    return {word.casefold() for text in _texts(values) for word in _WORD.findall(_DIGEST.sub(" ", text))}


def _texts(value: object) -> Iterator[str]:
    if isinstance(value, Study):  # whose words for what is compared are those of the language
        value = replace(value, compare=Compare("", ""), output_language="")
    if is_dataclass(value) and not isinstance(value, type):
        value = asdict(value)
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict | list | tuple | set):
        for item in value.values() if isinstance(value, dict) else value:
            yield from _texts(item)


def words_of_language(language: str, one: str = "country", many: str = "countries") -> set[str]:
    """The words of all labels of a language."""
    found = labels.of(language, {}, one, many)
    return words_of(found.one, found.many, _without_values(found.texts))


def _without_values(texts: Mapping[str, object]) -> list[str]:
    return [re.sub(r"\{\w+(?::\w+)?\}", " ", text) for text in _texts(dict(texts))]


class _Printed(HTMLParser):
    """The texts of a page, without those that say that they are English."""

    def __init__(self) -> None:
        super().__init__()
        self.texts: list[str] = []
        self._open: list[tuple[str, bool]] = []  # elements, and whether they hide what is in them

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        of_tag = dict(attrs)
        hides = tag in _SILENT or (tag != "html" and of_tag.get("lang") == "en")
        self.texts += [of_tag[name] or "" for name in _SPOKEN if name in of_tag]
        if tag not in ("meta", "input", "img", "br", "link"):
            self._open.append((tag, hides))

    def handle_endtag(self, tag: str) -> None:
        while self._open and self._open.pop()[0] != tag:
            pass

    def handle_data(self, data: str) -> None:
        if not any(hides for _, hides in self._open):
            self.texts.append(data)


def printed_by(page: str) -> set[str]:
    """The words of a page in HTML."""
    parser = _Printed()
    parser.feed(page)
    return words_of(*parser.texts)


def printed_by_latex(source: str) -> set[str]:
    """The words of a LaTeX source, without comments and commands."""
    lines = [line for line in source.splitlines() if not line.startswith(("%", r"\begin"))]
    return words_of(
        re.sub(
            r"\\(?:begin|end|label|setlength|hspace)\*?\{[^}]*\}(\[[^]]*\]|\{[^}]*\})*|\\\w+|\d+(?:pt|em)\b",
            " ",
            "\n".join(lines),
        )
    )


def others(found: Iterable[str], *allowed: set[str]) -> list[str]:
    """The words that are in none of the allowed sets."""
    return sorted(set(found).difference(*allowed))
