"""A search of a study's own texts for some listed names, all invented."""

from collections.abc import Iterable

from crosscase.anonymisation.decision_rows import Decision
from crosscase.anonymisation.pseudonyms import Pseudonyms
from crosscase.anonymisation.redaction import Redactor
from crosscase.anonymisation.reviews import Reviews
from crosscase.anonymisation.study_texts import StudyTexts, setting_of_all
from crosscase.detectors.listed import ListedNames
from crosscase.detectors.name_search import Identifier
from crosscase.detectors.spans import settings_of

KEY = bytes(range(32))
LISTED = [
    *(Identifier("PERSON", name, "P1", ("en",)) for name in ("Maureen Hathersage", "Maureen", "Hathersage", "Hope")),
    *(Identifier("PLACE", name, name, ("en",)) for name in ("Leeds", "Scarthorpe")),
]


def search_of(language: str = "en", has_words: bool = True, cited: Iterable[str] = ()) -> StudyTexts:
    """The search of texts in a language, without the names that the citation file gives."""
    redactor = Redactor(ListedNames(LISTED, {}), Pseudonyms(KEY))
    setting = setting_of_all(settings_of({"GB": ["GB"]}, {"GB": (language,)}).values())
    return StudyTexts(redactor, setting, ["Leeds"], has_words, cited=cited)


def reviewed(*decisions: Decision) -> Reviews:
    """A review that has some decisions."""
    numbers = {Pseudonyms(KEY).review("", one.words.casefold()): one for one in decisions}
    return Reviews("x", numbers, Pseudonyms(KEY))
