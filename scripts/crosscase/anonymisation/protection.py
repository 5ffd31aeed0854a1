"""What protects the people of one export."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field

from crosscase.anonymisation.corpus import Corpus
from crosscase.anonymisation.document_names import DocumentNames
from crosscase.anonymisation.guide import NO_GUIDE, Guide
from crosscase.anonymisation.pseudonyms import Pseudonyms
from crosscase.anonymisation.redaction import Redactor
from crosscase.anonymisation.register import Person, Register
from crosscase.anonymisation.reviews import Reviews
from crosscase.detectors.spans import Setting


@dataclass(frozen=True, slots=True)
class Protection:
    """What protects the people of an export: the register, the settings of each group, redaction and review."""

    register: Register
    settings: Mapping[str, Setting]  # the national numbers and the language of each group
    redactor: Redactor
    pseudonyms: Pseudonyms
    reviews: Reviews
    group_names: Collection[str] = ()  # of the study's groups, which are public
    corpus: Corpus = field(default_factory=Corpus)  # how each document is written
    documents: DocumentNames = field(default_factory=DocumentNames)  # which document a name means
    guide: Guide = NO_GUIDE
    places: Mapping[Person, int] = field(default_factory=dict)  # in the order of the interviews
    group_spellings: Mapping[str, str] = field(default_factory=dict)  # the group of each other spelling in exports
