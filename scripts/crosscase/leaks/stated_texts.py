"""The texts that a study states, and where it states one that names somebody: results repeat it.

A code that is called like a participant, or a domain that has a name in its title, is in most results. What helps is
to change the text, so a problem names its file and its line.

A single word that the study states is public. Whole names are not: a title before a surname, and a first name and a
surname with a comma or others between them, are found here even if each of their words is public (`whole_names`).
"""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, fields, is_dataclass
from typing import Any

from crosscase.leaks.watched import CALLED
from crosscase.messages.errors import Problem
from crosscase.messages.wording import agree, joined, runs
from crosscase.storage import yaml_places
from crosscase.storage.text_lines import numbers_of_lines
from crosscase.storage.yaml_places import PlacedText
from crosscase.study import team_texts

_CHANGE = (
    "Change it: nothing that is published may name somebody, or be called like a participant, a document or a coder."
    " A code needs another label and another id (`code`). What exports call it goes into its `aliases`."
)
_KEEP = "Not a name: decide `keep` in the review."
NAMES_OF_AUTHORS = ("family-names", "given-names", "name-particle", "name-suffix", "name", "alias", "email")
_OTHER_SPELLINGS = ("also", "aliases")  # of exports: results need not show them


@dataclass(frozen=True, slots=True)
class Stated:
    """A text in a file of the study; `line` is 0 where its lines are looked for. `shown`: results surely have it."""

    file: str
    text: str
    line: int = 0
    shown: bool = True


def texts_in(value: Any, but: Collection[str] = ()) -> Iterator[str]:
    """Every text in the facts of a study or in its codebook, as far as its slice has them, `but` for some fields."""
    if isinstance(value, str):
        yield value
    elif is_dataclass(value):
        for field in fields(value):
            if field.name not in but:
                yield from texts_in(getattr(value, field.name, None), but)
    elif isinstance(value, Mapping):
        yield from texts_in([*value.keys(), *value.values()], but)
    elif isinstance(value, Collection):
        for item in value:
            yield from texts_in(item, but)


def of_files(config: str, facts: Any, names: Iterable[str], codes: str, codebook: Any) -> list[Stated]:
    """What study.yaml, labels.yaml and the codebook state and results repeat; `names` are those of the exports."""
    placed: dict[str, list[tuple[str, int]]] = {}
    for file, found in team_texts.find():
        placed.setdefault(found.text, []).append((file, found.line))
    shown = set(texts_in(facts, _OTHER_SPELLINGS))
    of_study = {*texts_in(facts), *names}
    stated = [
        Stated(file, text, line, text in shown)
        for text in sorted(of_study)
        for file, line in placed.get(text, [(config, 0)])
    ]
    shown = set(texts_in(codebook, _OTHER_SPELLINGS))
    return [*stated, *(Stated(codes, text, shown=text in shown) for text in sorted(set(texts_in(codebook))))]


def of_citation(file: str) -> list[Stated]:
    """The sentences of a citation file, without the names of authors."""
    texts = yaml_places.texts_in(file)
    return [Stated(file, one.text, one.line) for one in texts if " " in one.text and not _is_of_author(one)]


def authors_in(file: str) -> list[str]:
    """The names of authors and others to be cited."""
    return [one.text for one in yaml_places.texts_in(file) if _is_of_author(one)]


def _is_of_author(found: PlacedText) -> bool:
    return not found.is_key and found.place.rpartition(".")[2] in NAMES_OF_AUTHORS


def naming_somebody(
    stated: Iterable[Stated], found: Collection[str], kinds_in: Callable[[str], Collection[str]]
) -> Iterator[tuple[Problem, frozenset[str]]]:
    """A problem for each kind of identifier in each file of the study, and these kinds.

    `found` are the kinds in results; a text that is not surely there counts for these. `kinds_in` finds the kinds of
    identifier in a text.
    """
    places: dict[tuple[str, tuple[str, ...]], list[Stated]] = {}
    for one in stated:
        kinds = tuple(sorted(kinds_in(one.text))) if one.text and (one.shown or found) else ()
        if kinds and (one.shown or not frozenset(kinds).isdisjoint(found)):
            places.setdefault((one.file, kinds), []).append(one)
    for (file, kinds), some in sorted(places.items(), key=lambda item: item[0]):
        what = f"it contains an identifier ({', '.join(kinds).lower()}), which results repeat"
        remedy = _CHANGE if CALLED.issuperset(kinds) else f"{_CHANGE} {_KEEP}"
        yield Problem(file, _lines(file, some), what, remedy), frozenset(kinds)


def _lines(file: str, some: Iterable[Stated]) -> str:
    """The lines of some texts, all of them: a long list is in the log as a whole."""
    some = list(some)
    numbers = {one.line for one in some if one.line}
    if unplaced := [one.text for one in some if not one.line]:
        numbers.update(numbers_of_lines(file, unplaced))
    lines = [str(first) if first == last else f"{first} to {last}" for first, last in runs(numbers)]
    return f"{agree(len(numbers), 'line', 'lines')} {joined(lines)}" if lines else ""
