"""The texts that a study states, and where it states one that names somebody: results repeat it.

A code that is called like a participant, or a domain that has a name in its title, is in most results. What helps is
to change the text, so a problem names its file and its line.

A single word that the study states is public. Whole names are not: a title before a surname, and a first name and a
surname with a comma or others between them, are found here even if each of their words is public (`whole_names`).
"""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, fields, is_dataclass
from typing import Any, NamedTuple

from crosscase.leaks import advice
from crosscase.leaks.hits import Hit, kinds_of
from crosscase.leaks.leak_table import Leak
from crosscase.messages.errors import Problem
from crosscase.messages.wording import agree, joined, runs
from crosscase.storage import yaml_places
from crosscase.storage.text_lines import numbers_of_lines
from crosscase.storage.yaml_places import PlacedText
from crosscase.study import team_texts

NAMES_OF_AUTHORS = ("family-names", "given-names", "name-particle", "name-suffix", "name", "alias", "email")
_OTHER_SPELLINGS = ("also", "aliases")  # of exports: results need not show them


@dataclass(frozen=True, slots=True)
class Stated:
    """A text in a file of the study; `line` is 0 where its lines are looked for.

    `shown`: results surely have it. `is_code`: it is in the codebook. `is_asked`: the review asks about names in it.
    """

    file: str
    text: str
    line: int = 0
    shown: bool = True
    is_code: bool = False
    is_asked: bool = False


class Naming(NamedTuple):
    """The problem that texts of a file name somebody, the kinds of identifier, and each text with what is in it."""

    problem: Problem
    kinds: frozenset[str]
    texts: Sequence[tuple[Stated, frozenset[Hit]]]

    def leaks(self) -> Iterator[Leak]:
        """What is in the texts, and where in the file."""
        for stated, hits in self.texts:
            yield from (Leak(stated.file, _lines(stated.file, [stated]), hit) for hit in sorted(hits))


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
        Stated(file, text, line, text in shown, is_asked=file == config)
        for text in sorted(of_study)
        for file, line in placed.get(text, [(config, 0)])
    ]
    shown = set(texts_in(codebook, _OTHER_SPELLINGS))
    of_codes = (Stated(codes, text, 0, text in shown, True, True) for text in sorted(set(texts_in(codebook))))
    return [*stated, *of_codes]


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
    stated: Iterable[Stated], found: Collection[str], hits_in: Callable[[str], Collection[Hit]]
) -> Iterator[Naming]:
    """A problem for each kind of identifier in each file of the study.

    `found` are the kinds in results; a text that is not surely there counts for these. `hits_in` finds the identifiers
    in a text.
    """
    places: dict[tuple[str, tuple[str, ...]], list[tuple[Stated, frozenset[Hit]]]] = {}
    for one in stated:
        hits = frozenset(hits_in(one.text) if one.text and (one.shown or found) else ())
        kinds = tuple(sorted(kinds_of(hits)))
        if kinds and (one.shown or not frozenset(kinds).isdisjoint(found)):
            places.setdefault((one.file, kinds), []).append((one, hits))
    for (file, kinds), some in sorted(places.items(), key=lambda item: item[0]):
        what = f"it contains an identifier ({', '.join(kinds).lower()}), which results repeat"
        texts = [one for one, _ in some]
        remedy = advice.on_stated(kinds, any(one.is_code for one in texts), any(one.is_asked for one in texts))
        problem = Problem(file, _lines(file, texts), what, remedy)
        yield Naming(problem, frozenset(kinds), some)


def _lines(file: str, some: Iterable[Stated]) -> str:
    """The lines of some texts, all of them: a long list is in the log as a whole."""
    some = list(some)
    numbers = {one.line for one in some if one.line}
    if unplaced := [one.text for one in some if not one.line]:
        numbers.update(numbers_of_lines(file, unplaced))
    lines = [str(first) if first == last else f"{first} to {last}" for first, last in runs(numbers)]
    return f"{agree(len(numbers), 'line', 'lines')} {joined(lines)}" if lines else ""
