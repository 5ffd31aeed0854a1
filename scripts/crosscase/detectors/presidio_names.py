"""Names by Presidio over a spaCy pipeline on disk, and numbers by its own recognisers of the language.

Imported only where a study names such a model.
"""

import logging

from presidio_analyzer import AnalyzerEngine, RecognizerRegistry
from presidio_analyzer.nlp_engine import NerModelConfiguration, SpacyNlpEngine

from crosscase.detectors.spacy_names import KINDS, labels_of, load_pipeline
from crosscase.detectors.spans import Entities

logging.getLogger("presidio-analyzer").setLevel(logging.ERROR)  # it warns of each recogniser of another language

# ASSUME: dates, nationalities and web addresses name nobody, or are found by their own detectors. To judge an e-mail
# address Presidio would fetch a list from the network; the detector of addresses knows them.
_LEFT_OUT = {"DATE_TIME", "EMAIL_ADDRESS", "NRP", "URL"}
_LEAST = 0.4  # ASSUME: what Presidio gives to a telephone number without a word that tells so; most lower ones are none


def load(path: str, language: str) -> Entities:
    """What finds the entities of a text by the pipeline in a folder. Raises StudyError, see `load_pipeline`."""
    pipeline = load_pipeline(path)
    labels = labels_of(pipeline)
    known = {label: KINDS[label.upper()] for label in labels if label.upper() in KINDS}
    configuration = NerModelConfiguration(
        model_to_presidio_entity_mapping=known, labels_to_ignore=sorted(labels - set(known))
    )
    engine = SpacyNlpEngine([{"lang_code": language, "model_name": path}], configuration)
    engine.nlp = {language: pipeline}  # loaded already: left to itself, Presidio downloads what it does not find
    registry = RecognizerRegistry(supported_languages=[language])
    registry.load_predefined_recognizers([language], engine)
    analyzer = AnalyzerEngine(registry, engine, supported_languages=[language])
    asked = sorted(set(analyzer.get_supported_entities(language)) - _LEFT_OUT)
    kinds = {entity: entity if entity in KINDS.values() else "NUMBER" for entity in asked}
    return lambda text: sorted(
        (found.start, found.end, kinds[found.entity_type])
        for found in analyzer.analyze(text, language, asked, score_threshold=_LEAST)
    )
