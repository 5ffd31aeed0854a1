"""Names found by a spaCy pipeline on disk. Imported only if a study names such a model."""

from typing import Any

import spacy

from crosscase.detectors.spans import Entities
from crosscase.messages.errors import Problem, StudyError

KINDS = {  # by the labels of spaCy's published pipelines, in capitals
    **dict.fromkeys(("PER", "PERSON", "PERSNAME"), "PERSON"),
    **dict.fromkeys(("LOC", "GPE", "GPE_LOC", "FAC", "PLACE", "LOCATION", "PLACENAME", "GEOGNAME"), "PLACE"),
    **dict.fromkeys(("ORG", "GPE_ORG", "ORGANISATION", "ORGANIZATION", "ORGNAME"), "ORGANISATION"),
}


def load(path: str) -> Entities:
    """The function that finds entities by the pipeline in a folder. Raises StudyError, see `load_pipeline`."""
    pipeline = load_pipeline(path)
    return lambda text: [
        (entity.start_char, entity.end_char, kind)
        for entity in pipeline(text).ents
        if (kind := KINDS.get(entity.label_.upper()))
    ]


def load_pipeline(path: str) -> Any:
    """The pipeline in a folder. Raises StudyError if it cannot be loaded or has none of the labels in `KINDS`."""
    try:
        pipeline = spacy.load(path)
    except Exception as error:  # whatever a component raises
        what = f"the spaCy pipeline cannot be loaded ({type(error).__name__})"
        remedy = f"To see why, run: python -c \"import spacy; spacy.load('{path}')\""
        raise StudyError(Problem(path, "", what, remedy)) from None
    if not any(label.upper() in KINDS for label in labels_of(pipeline)):
        remedy = f"Use a pipeline with some of these labels: {', '.join(KINDS)}."
        raise StudyError(Problem(path, "", "the spaCy pipeline has no labels for names", remedy))
    return pipeline


def labels_of(pipeline: Any) -> set[str]:
    """The labels that the components of a pipeline can give."""
    return {label for labels in pipeline.pipe_labels.values() for label in labels}
