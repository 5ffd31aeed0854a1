"""Places, organisations and ids of a study in a text that is published: what the register and the further names list.

They are often made of ordinary words. A thing is found by a word of its name that is no ordinary one, or by its whole
name as it is written; an id by its whole name, unless it is made of ordinary words and small numbers.
"""

from collections.abc import Callable, Collection, Iterable, Sequence
from pathlib import Path

from crosscase.anonymisation import gazetteer
from crosscase.anonymisation.document_names import without_ending
from crosscase.anonymisation.register import Person
from crosscase.detectors.words import WORD
from crosscase.languages.vocabulary import plain
from crosscase.messages.errors import StudyError
from crosscase.study import group_languages, group_names
from crosscase.study.facts import Study

PERSON = "PERSON"
_IsTelling = Callable[[str], bool]  # whether a word, in plain shape, is more than an ordinary one


def further_names(study: Study) -> list[tuple[str, str]]:
    """The names of the list of further ones, each with its kind; none if it cannot be read, which others report."""
    if not (study.identifiers and Path(study.identifiers).is_file()):
        return []
    spoken = group_languages.supported(group_languages.languages_of_groups(study.groups, study.languages))
    try:
        sheet = study.sheets.get("identifiers")
        names, _ = gazetteer.read_gazetteer(study.identifiers, spoken, column=study.compare.one, sheet=sheet)
    except StudyError:
        return []
    return list(dict.fromkeys((name.kind, name.owner) for name in names))


class Things:
    """Finds the names of places and organisations. Those of groups are published on purpose."""

    def __init__(self, study: Study, names: Collection[str], is_telling: _IsTelling) -> None:
        of_groups = {word for name in group_names.spellings(study.groups) for word in _shapes(name)}
        self._whole = _Runs(words for name in names if len(words := WORD.findall(name)) > 1)
        self._alone = {word for name in names for word in _shapes(name) if is_telling(word) and word not in of_groups}

    def has_whole(self, text: str) -> bool:
        """Whether a text has the whole name of one, as it is written."""
        return self._whole.are_in(WORD.findall(text))

    def has_word(self, text: str) -> bool:
        """Whether a text has a word of one."""
        return not self._alone.isdisjoint(_shapes(text))


def called(people: Iterable[Person]) -> set[str]:
    """What participants and documents are called."""
    return {name for one in people for name in (one.participant, *map(without_ending, one.documents))}


class Called:
    """Finds what somebody or something is called, whatever signs are between the words."""

    def __init__(self, names: Iterable[str], is_telling: _IsTelling) -> None:
        self._called = _Runs(words for name in names if any(map(is_telling, words := _shapes(name))))

    def has_any(self, text: str) -> bool:
        """Whether a text has one of these names."""
        return self._called.are_in(_shapes(text))


class _Runs:
    """Words that follow each other, found by the first of them."""

    def __init__(self, runs: Iterable[Sequence[str]]) -> None:
        self._by_first: dict[str, set[tuple[str, ...]]] = {}
        for run in runs:
            self._by_first.setdefault(run[0], set()).add(tuple(run))

    def are_in(self, words: Sequence[str]) -> bool:
        """Whether one of them is among some words."""
        return any(
            tuple(words[start : start + len(run)]) == run
            for start, word in enumerate(words)
            for run in self._by_first.get(word, ())
        )


def _shapes(text: str) -> list[str]:
    return list(map(plain, WORD.findall(text)))
