"""The texts of its own that a study publishes, beside those of its codebook: the one list of them.

The search before a build, each build, the leak search and the notice among the results take them from here, and the
documents name the files of `FILES`.
"""

from collections.abc import Iterable, Iterator
from enum import StrEnum
from itertools import chain
from pathlib import Path
from typing import Any, NamedTuple

from crosscase.study import citation_texts, own_labels, published_names
from crosscase.study.facts import CONFIG, Study

FILES = (CONFIG, own_labels.PATH, citation_texts.FILE)


class Reading(StrEnum):
    """How a text is read, to find who may be named in it."""

    NAME = "name"  # short, each word may be a name
    SENTENCE = "sentence"
    PATTERN = "pattern"  # a sentence with values in braces
    ID = "id"  # words with signs between, of which only the lists say something
    LISTED = "listed"  # the world's words, of which only the lists say something


class OwnText(NamedTuple):
    """A text of a file of the study."""

    file: str
    text: str
    reading: Reading = Reading.NAME


def of(study: Study, folder: Path = Path()) -> list[OwnText]:
    """The texts that results show, each once: of study.yaml, labels.yaml and the citation file in a folder."""
    return list(dict.fromkeys([*_of_study(study), *of_citation(map(str, [folder / citation_texts.FILE]))]))


def in_files(study: Study) -> dict[str, Any]:
    """Those of study.yaml and labels.yaml as plain data for a step, with other names of groups and domains."""
    texts = [[one.file, one.text, str(one.reading)] for one in dict.fromkeys(_of_study(study))]
    return {"texts": texts, "others": published_names.others(study), "language": study.output_language}


def restored(texts: list[list[str]]) -> list[OwnText]:
    """The texts from plain data."""
    return [OwnText(file, text, Reading(reading)) for file, text, reading in texts]


def of_citation(files: Iterable[str]) -> Iterator[OwnText]:
    """The texts of citation files, of which a study has one or none."""
    for found in chain(*map(citation_texts.written, files)):
        is_worded = Reading.SENTENCE if citation_texts.is_sentence(found) else Reading.LISTED
        reading = Reading.NAME if citation_texts.is_keyword(found) else is_worded
        yield OwnText(citation_texts.FILE, found.text, reading)


def _of_study(study: Study) -> Iterator[OwnText]:
    yield from (OwnText(CONFIG, name) for name in published_names.shown(study))
    yield from (OwnText(CONFIG, one, Reading.SENTENCE) for one in published_names.sentences(study))
    yield from (OwnText(CONFIG, one, Reading.ID) for one in published_names.ids(study))
    of_labels = (form for text in study.labels.values() for form in own_labels.forms_of(text))
    yield from (OwnText(own_labels.PATH, form, Reading.PATTERN) for form in of_labels)
