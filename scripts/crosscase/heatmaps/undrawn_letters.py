"""Letters of the study's own texts that no installed font has, found before anything is built.

A build tells the same when it draws. Matplotlib, which knows the fonts, takes half a second to load: it is loaded only
for letters that its own font may lack.
"""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from crosscase.messages.errors import Problem, noting
from crosscase.storage.schemas import CodebookEntry
from crosscase.study.facts import CONFIG, Study
from crosscase.study.own_labels import PATH

_LATIN_GREEK_CYRILLIC = 0x0530  # the first character after them
_PUNCTUATION = range(0x2010, 0x2028)


def problems(study: Study, entries: Iterable[CodebookEntry]) -> list[Problem]:
    """A problem for each letter, with a text that has it. `entries`: the codebook, as far as it can be read."""
    unusual = [(file, text) for file, text in _texts(study, entries) if not all(map(_is_usual, text))]
    found: list[Problem] = []
    if unusual:
        from crosscase.heatmaps.typefaces import typeface_for

        for file in dict.fromkeys(file for file, _ in unusual):
            with noting(found):
                typeface_for([text for where, text in unusual if where == file], file)
    return found


def _is_usual(letter: str) -> bool:
    return ord(letter) < _LATIN_GREEK_CYRILLIC or ord(letter) in _PUNCTUATION


def _texts(study: Study, entries: Iterable[CodebookEntry]) -> Iterator[tuple[str, str]]:
    """All texts of the study that figures may show, with their files."""
    of_study = (study.title, study.synthetic_note, study.compare.one, study.compare.many)
    of_parts = (*(domain.title for domain in study.domains), *(gap.reason for gap in study.not_coded))
    for text in (*of_study, *of_parts, *(text for group in study.groups for text in (group.code, group.name))):
        yield CONFIG, text
    yield from ((study.codebook, entry.label) for entry in entries)
    yield from ((PATH, text) for text in _forms(study.labels))


def _forms(labels: Mapping[str, Any]) -> Iterator[str]:
    for text in labels.values():
        yield from text.values() if isinstance(text, Mapping) else (text,)
