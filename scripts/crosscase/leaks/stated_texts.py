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
from crosscase.storage import text_lines
from crosscase.study import team_texts
from crosscase.study.facts import CONFIG
from crosscase.study.own_texts import OwnText

_OTHER_SPELLINGS = ("also", "aliases")  # of exports: results need not show them


@dataclass(frozen=True, slots=True)
class Stated:
    """A text in a file of the study; `line` is 0 where its lines are looked for.

    `shown`: results surely have it. `is_code`: it is in the codebook. `is_asked`: the review asks about names in it.
    `keys` are the keys above it, without those that the team gave.
    """

    file: str
    text: str
    line: int = 0
    shown: bool = True
    is_code: bool = False
    is_asked: bool = False
    keys: str = ""


class Naming(NamedTuple):
    """The problem that texts of a file name somebody, the kinds of identifier, and each text with what is in it."""

    problem: Problem
    kinds: frozenset[str]
    texts: Sequence[tuple[Stated, frozenset[Hit]]]

    def leaks(self) -> Iterator[Leak]:
        """What is in the texts, and where in the file."""
        for stated, hits in self.texts:
            yield from (Leak(stated.file, _place(stated.file, [stated]), hit) for hit in sorted(hits))


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


def of_files(own: Iterable[OwnText], facts: Any, names: Iterable[str], codes: str, codebook: Any) -> list[Stated]:
    """What the files of a study state and results repeat, or may repeat: all that the team wrote there.

    `own` are the texts that results show, and that the review asks about. `facts` are what is known of the study,
    `names` those of the exports.
    """
    asked = {(one.file, one.text) for one in own}
    shown, of_study = set(texts_in(facts, _OTHER_SPELLINGS)), {*texts_in(facts), *names}
    stated = [
        Stated(
            file,
            found.text,
            found.line,
            found.text in shown or (file, found.text) in asked,
            is_asked=(file, found.text) in asked,
            keys=team_texts.keys_of(file, found.place),
        )
        for file, found in team_texts.find()
    ]
    unplaced = sorted(of_study.difference(one.text for one in stated))
    stated += [Stated(CONFIG, text, shown=text in shown) for text in unplaced]
    shown = set(texts_in(codebook, _OTHER_SPELLINGS))
    of_codes = (Stated(codes, text, 0, text in shown, True, True) for text in sorted(set(texts_in(codebook))))
    return [*stated, *of_codes]


def naming_somebody(stated: Iterable[Stated], hits_in: Callable[[str], Collection[Hit]]) -> Iterator[Naming]:
    """A problem for each kind of identifier in each file of the study. `hits_in` finds the identifiers in a text."""
    return naming((one, frozenset(hits_in(one.text))) for one in stated if one.text)


def naming(found: Iterable[tuple[Stated, frozenset[Hit]]]) -> Iterator[Naming]:
    """The same of texts and the identifiers in them."""
    places: dict[tuple[str, tuple[str, ...]], list[tuple[Stated, frozenset[Hit]]]] = {}
    for one, hits in found:
        if hits:
            places.setdefault((one.file, tuple(sorted(kinds_of(hits)))), []).append((one, hits))
    for (file, kinds), some in sorted(places.items(), key=lambda item: item[0]):
        what = f"it contains an identifier ({', '.join(kinds).lower()}), which results repeat"
        texts = [one for one, _ in some]
        remedy = advice.on_stated(kinds, any(one.is_code for one in texts), any(one.is_asked for one in texts))
        yield Naming(Problem(file, _place(file, texts), what, remedy), frozenset(kinds), some)


def _place(file: str, some: Collection[Stated]) -> str:
    """The lines of some texts and their keys, all of them: a long list is in the log as a whole."""
    numbers = {one.line for one in some if one.line}
    if unplaced := [one.text for one in some if not one.line]:
        numbers.update(text_lines.numbers_of_lines(file, unplaced))
    return team_texts.with_keys(text_lines.named(numbers), (one.keys for one in some))
