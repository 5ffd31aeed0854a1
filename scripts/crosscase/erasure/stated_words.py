"""The places where the study itself states a word of a person's names: it may tell of the person, or be another word.

The search for what is left looks for whole names, since a surname alone may be anybody's. So a code called "trust in
athersage" (an invented name) stays in tables, and so does a word that a decision keeps: a person must say whether it
means who withdrew.
"""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from pathlib import Path

from crosscase.anonymisation import decision_rows
from crosscase.anonymisation.document_names import without_ending
from crosscase.anonymisation.register import Person
from crosscase.coding import codebook
from crosscase.detectors.name_forms import forms, is_particle
from crosscase.detectors.words import WORD, words_of
from crosscase.messages.errors import Problem
from crosscase.storage.text_form import fold, nfc
from crosscase.study import team_texts
from crosscase.study.facts import Study

_SHORTEST = 2  # letters; an initial is a word of many names
_STATED = "a word of the person's names is stated here"
_REWORD = "Reword it if it tells of the person, and build again: results repeat it."
_CALLED = "a document of somebody who stays is called by the person's name"
_RENAME = "Rename it here and in the export: the queue and the list for the leak search have the names of documents."
_KEPT = "a decision keeps a word of the person's names"
_DECIDE = "Decide `redact` if it tells of the person, and build again."


def find(study: Study, rows: Iterable[Person], languages: Mapping[str, tuple[str, ...]]) -> list[Problem]:
    """The places in the texts of a study and among the decisions with a word of a person's names.

    It is found in any case, and declined as `languages` of the person's group decline it. The places have no words.
    Raises StudyError if a file cannot be read.
    """
    names = frozenset[str]().union(*(_shapes(row, languages.get(row.group, ())) for row in rows))

    def has_word(text: str) -> bool:
        return not names.isdisjoint(word.shape for word in words_of(nfc(text)))

    return list(dict.fromkeys([*_stated(study, has_word), *_kept(study.decisions, has_word)]))


def in_documents(names: Collection[str], people: Iterable[Person], register: str) -> dict[str, Problem]:
    """The folded names of documents of these people that have one of these folded names in them, with a problem."""
    return {
        called: Problem(register, person.locator, _CALLED, _RENAME)
        for person in people
        for called in map(fold, map(without_ending, person.documents))
        if any(name in called for name in names)
    }


def _stated(study: Study, has_word: Callable[[str], bool]) -> Iterator[Problem]:
    for file, stated in team_texts.find():
        if has_word(stated.text):
            yield Problem(file, f"line {stated.line}", _STATED, _REWORD)
    for record in codebook.records_of(study.codebook, study.sheets.get("codebook")):
        if any(map(has_word, (record.fields.get(column, "") for column in codebook.COLUMNS))):
            yield Problem(study.codebook, record.locator, _STATED, _REWORD)


def _kept(decisions: str, has_word: Callable[[str], bool]) -> Iterator[Problem]:
    records = decision_rows.read_list(decisions).records if Path(decisions).exists() else []
    for record in records:
        if fold(record.fields["decision"]) == decision_rows.Choice.KEEP and has_word(record.fields.get("words", "")):
            yield Problem(decisions, record.locator, _KEPT, _DECIDE)


def _shapes(person: Person, languages: tuple[str, ...]) -> Iterator[str]:
    """The plain forms of the words of somebody's names, without those that are in many names: de, van."""
    for name in map(nfc, (person.name, *person.nicknames)):
        for word in WORD.findall(name):
            is_small = is_particle(word, languages) or (word[0].islower() and name != name.lower())
            if len(word) >= _SHORTEST and not is_small:
                yield from forms(word, languages)
