"""Names found by a model, one for a language. A model is used only if `name_models` of study.yaml names its folder.

1. The first text in its language loads a model and its library, from the model's folder only.
2. The model reads a text in pieces that end with a line or a word, since its memory grows with their length.
3. The persons, places, organisations and numbers that it finds are doubtful spans.

ASSUME: a person decides on what a model finds. A model gives no reason, and finds other names in another text.
"""

from collections.abc import Iterator, Mapping
from functools import cached_property
from importlib.metadata import version
from importlib.util import find_spec

from crosscase.detectors import model_folders
from crosscase.detectors.spans import Entities, Setting, Span
from crosscase.messages.errors import Problem, StudyError
from crosscase.study.facts import CONFIG, NameModel

_PACKAGES = {"spacy": ("spacy",), "presidio": ("spacy", "presidio-analyzer")}
_DOUBTS = {
    "PERSON": "a name found by the model",
    "PLACE": "a place found by the model",
    "ORGANISATION": "an organisation found by the model",
    "NUMBER": "a number found by the model",
}
_MOST = 20_000  # characters of a piece


def of_study(settings: Mapping[str, NameModel]) -> dict[str, "Model"]:
    """The models of a study by language. Raises StudyError if the library of one is not installed."""
    return {language: Model(language, model) for language, model in settings.items()}


class Model:
    """A model on disk. Raises StudyError if its library is not installed, or if it cannot be loaded when used."""

    def __init__(self, language: str, settings: NameModel) -> None:
        self._language = language
        self._settings = settings
        self._packages = _PACKAGES[settings.kind]
        missing = [package for package in self._packages if find_spec(package.replace("-", "_")) is None]
        if missing:
            what = f"the model needs {' and '.join(missing)}, which {'are' if len(missing) > 1 else 'is'} not installed"
            remedy = f"Install it: pip install {' '.join(missing)}. It is not in the locked requirements."
            raise StudyError(Problem(CONFIG, f"name_models.{language}", what, remedy))

    def find(self, text: str, setting: Setting) -> Iterator[Span]:
        """The doubtful spans that the model finds."""
        for start, end in _pieces(text):
            for first, last, kind in self._entities(text[start:end]):
                yield Span(start + first, start + last, kind, text[start + first : start + last], _DOUBTS[kind])

    @cached_property
    def _entities(self) -> Entities:
        if self._settings.kind == "spacy":
            from crosscase.detectors import spacy_names

            return spacy_names.load(self._settings.path)
        from crosscase.detectors import presidio_names

        return presidio_names.load(self._settings.path, self._language)

    @property
    def is_used(self) -> bool:
        """Whether the model has read a text."""
        return "_entities" in vars(self)

    def describe(self) -> str:
        """Language, name and version of the model, and the libraries that run it."""
        libraries = ", ".join(f"{package} {version(package)}" for package in self._packages)
        return f"{self._language}: {model_folders.describe(self._settings.path)} ({libraries})"

    def digest(self) -> str:
        """SHA-256 of the model's folder."""
        return model_folders.digest(self._settings.path)


def _pieces(text: str) -> Iterator[tuple[int, int]]:
    """Consecutive pieces of a text, none longer than a model should read at once."""
    start = 0
    while len(text) - start > _MOST:
        most = start + _MOST
        end = next((cut for mark in "\n ." if (cut := text.rfind(mark, start, most) + 1) > start), most)
        yield start, end
        start = end
    yield start, len(text)
