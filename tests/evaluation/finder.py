"""The finder of the pipeline, with the lists that come with a set of sentences."""

from collections.abc import Callable
from dataclasses import replace

from crosscase.anonymisation.identifiers import names_of_people, names_of_thing
from crosscase.anonymisation.pseudonyms import Pseudonyms
from crosscase.anonymisation.redaction import Redactor
from crosscase.detectors.listed import ListedNames
from crosscase.detectors.name_search import Identifier
from crosscase.detectors.spans import Setting, Span
from crosscase.languages.vocabulary import load
from tests.evaluation.sentences import EvaluationSet


def identifiers(found: EvaluationSet) -> list[Identifier]:
    """The names of the register and the gazetteer, as the anonymiser has them."""
    gazetteer = [
        replace(form, languages=(found.language,))
        for kind, name in found.gazetteer
        for form in names_of_thing(kind.upper(), name, (found.language,))
    ]
    return [*gazetteer, *names_of_people(found.people, {found.region: (found.language,)})]


def redactor(found: EvaluationSet) -> tuple[Redactor, Setting]:
    """What replaces names in these sentences, and the setting in which they stand."""
    setting = Setting((found.region,), (load(found.language),))
    return Redactor(ListedNames(identifiers(found), {}), Pseudonyms(bytes(32))), setting


def finder(found: EvaluationSet, cased: bool = True) -> Callable[[str], list[Span]]:
    """Finds the spans of a sentence. Not `cased`: in a document without usable capital letters."""
    ours, setting = redactor(found)
    setting = setting if cased else setting.without_capitals
    return lambda text: ours.find(text, setting)
