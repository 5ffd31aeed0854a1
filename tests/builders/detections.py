"""What the detectors find in a text."""

from crosscase.anonymisation.pseudonyms import Pseudonyms
from crosscase.anonymisation.redaction import Redactor
from crosscase.detectors.listed import ListedNames
from crosscase.detectors.name_search import Identifier
from crosscase.detectors.spans import Setting
from crosscase.languages.official import official_languages
from crosscase.languages.vocabulary import load

REDACTOR = Redactor(ListedNames([Identifier("PLACE", "Reading", "Reading", ("en",))], {}), Pseudonyms(bytes(32)))


def found(region: str, text: str) -> list[tuple[str, str]]:
    """Kind and words of what is found; doubtful finds have a question mark."""
    setting = Setting((region,), (load(official_languages(region)[0]),))
    return [(s.kind + "?" * bool(s.doubt), text[s.start : s.end]) for s in REDACTOR.find(text, setting)]
