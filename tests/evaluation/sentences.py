"""The marked sentences: `{type:canonical|text as it stands}`, or `{type|text}` without a canonical form."""

import re
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from crosscase.anonymisation.register import Person

FOLDER = Path(__file__).parent
TUNING = FOLDER / "tuning"
COUNTRIES = {
    "cs": "CZ", "de": "DE", "el": "GR", "en": "GB", "it": "IT", "nl": "NL", "no": "NO", "pl": "PL", "pt": "PT",
}  # fmt: skip
BASIC = {  # languages with basic support
    "bg": "BG", "da": "DK", "es": "ES", "fi": "FI", "fr": "FR", "hr": "HR", "hu": "HU", "ro": "RO", "sk": "SK",
    "sl": "SI", "sv": "SE", "tr": "TR", "uk": "UA",
}  # fmt: skip
_MARK = re.compile(r"\{(\w+)(?::([^|{}]+))?\|([^{}]+)\}")


@dataclass(frozen=True)
class Mark:
    """An identifier in a sentence; offsets in the sentence without marks."""

    start: int
    end: int
    type: str
    canonical: str


@dataclass
class EvaluationSet:
    """The sentences of one language, and the lists that a team would have."""

    language: str
    people: list[Person] = field(default_factory=list)
    gazetteer: list[tuple[str, str]] = field(default_factory=list)
    sentences: list[tuple[str, list[Mark]]] = field(default_factory=list)

    @property
    def region(self) -> str:
        return (COUNTRIES | BASIC)[self.language]


def held_out(language: str) -> list[EvaluationSet]:
    """The sentences that nobody looked at while the rules were made."""
    return [read(FOLDER / f"{language}.txt")]


def basic(language: str) -> EvaluationSet:
    """The sentences of a language with basic support, by the author of its word lists: the best that they can do."""
    return read(FOLDER / f"basic/{language}.txt")


def tuning(language: str) -> list[EvaluationSet]:
    """The sentences on which the rules were mended; each file has a register of its own."""
    return [read(path) for path in sorted(TUNING.glob(f"{language}*.txt"))]


def rewritten(found: EvaluationSet, written: Callable[[str], str]) -> EvaluationSet:
    """The same sentences written otherwise, such as in small letters, with their marks in place."""
    return EvaluationSet(
        found.language, found.people, found.gazetteer, [_rewritten(*one, written) for one in found.sentences]
    )


def _rewritten(text: str, marks: list[Mark], written: Callable[[str], str]) -> tuple[str, list[Mark]]:
    changed, moved, position = "", [], 0
    for mark in marks:
        changed += written(text[position : mark.start])
        words = written(text[mark.start : mark.end])
        moved.append(Mark(len(changed), len(changed) + len(words), mark.type, mark.canonical))
        changed, position = changed + words, mark.end
    return changed + written(text[position:]), moved


def read(path: Path) -> EvaluationSet:
    """Read a file of marked sentences; its name begins with the language."""
    found = EvaluationSet(path.stem.partition("_")[0])
    section = ""
    for line in path.read_text(encoding="utf-8").splitlines():
        if line.startswith("#") or not line.strip():
            continue
        if line.strip() in ("[register]", "[gazetteer]", "[sentences]"):
            section = line.strip()
        elif section == "[register]":
            found.people.append(_person(line, len(found.people), found.region))
        elif section == "[gazetteer]":
            kind, _, name = line.partition(";")
            found.gazetteer.append((kind.strip(), name.strip()))
        else:
            found.sentences.append(_sentence(line))
    return found


def _person(line: str, number: int, country: str) -> Person:
    name, *fields = (part.strip() for part in line.split(";"))
    values = {key.strip(): value.strip() for key, _, value in (part.partition(":") for part in fields)}

    def several(key: str) -> tuple[str, ...]:
        return tuple(part.strip() for part in values.get(key, "").split("|") if part.strip())

    return Person(
        locator=f"row {number}",
        participant=f"P{number}",
        name=name,
        group=country,
        nicknames=several("nicknames"),
        employers=several("employer"),
        towns=several("town"),
    )


def _sentence(line: str) -> tuple[str, list[Mark]]:
    """The sentence in NFC, as the redactor sees it, and its marks."""
    text, marks, position = "", [], 0
    line = unicodedata.normalize("NFC", line)
    for match in _MARK.finditer(line):
        text += line[position : match.start()]
        marks.append(Mark(len(text), len(text) + len(match[3]), match[1], match[2] or ""))
        text += match[3]
        position = match.end()
    return text + line[position:], marks
