"""Names found by Presidio with a spaCy pipeline on disk, and numbers found by its recognisers for the language.

Imported only if a study names such a model.
"""

import logging

from presidio_analyzer import AnalyzerEngine, RecognizerRegistry
from presidio_analyzer.nlp_engine import NerModelConfiguration, SpacyNlpEngine

from crosscase.detectors.spacy_names import KINDS, labels_of, load_pipeline
from crosscase.detectors.spans import Entities

logging.getLogger("presidio-analyzer").setLevel(logging.ERROR)  # it warns about each recogniser of another language

# ASSUME: dates, nationalities and web addresses identify nobody, or other detectors find them. Presidio would fetch a
# list from the network to judge an e-mail address; the detector of addresses finds these.
_LEFT_OUT = {"DATE_TIME", "EMAIL_ADDRESS", "NRP", "URL"}
_LEAST = 0.4  # ASSUME: Presidio's score for a telephone number without a word near it; lower scores are mostly wrong


def load(path: str, language: str) -> Entities:
    """The function that finds entities by the pipeline in a folder. Raises StudyError, see `load_pipeline`."""
    pipeline = load_pipeline(path)
    labels = labels_of(pipeline)
    kinds_of_labels = {label: KINDS[label.upper()] for label in labels if label.upper() in KINDS}
    configuration = NerModelConfiguration(
        model_to_presidio_entity_mapping=kinds_of_labels, labels_to_ignore=sorted(labels - set(kinds_of_labels))
    )
    engine = SpacyNlpEngine([{"lang_code": language, "model_name": path}], configuration)
    engine.nlp = {language: pipeline}  # already loaded, since Presidio would download a missing one
    registry = RecognizerRegistry(supported_languages=[language])
    registry.load_predefined_recognizers([language], engine)
    analyzer = AnalyzerEngine(registry, engine, supported_languages=[language])
    entities = sorted(set(analyzer.get_supported_entities(language)) - _LEFT_OUT)
    kinds = {entity: entity if entity in KINDS.values() else "NUMBER" for entity in entities}
    return lambda text: sorted(
        (found.start, found.end, kinds[found.entity_type])
        for found in analyzer.analyze(text, language, entities, score_threshold=_LEAST)
    )
