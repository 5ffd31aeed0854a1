"""What a person decided on words of the texts that the study itself publishes: which stay, and which are replaced."""

from collections import defaultdict
from collections.abc import Collection, Mapping
from functools import cached_property
from pathlib import Path

from crosscase.anonymisation import decision_rows
from crosscase.anonymisation.decided_words import DecidedWords
from crosscase.anonymisation.decision_rows import Choice, Where
from crosscase.coding.casing import is_about_document
from crosscase.detectors.words import WORD, words_of
from crosscase.languages.vocabulary import plain, shape
from crosscase.messages.errors import StudyError
from crosscase.study import own_texts
from crosscase.study.facts import Study

_LEFT_OUT = "0"  # a word that is no name, between those beside it


class DecidedTexts:
    """The decisions on words of one file, those for everywhere among them."""

    def __init__(self, kept: Collection[str], replaced: Collection[str]) -> None:
        self._kept = frozenset(map(shape, kept))
        self._rows = [list(map(plain, WORD.findall(words))) for words in kept]
        self._replaced_words = frozenset(replaced)

    @cached_property
    def _replaced(self) -> DecidedWords:
        return DecidedWords(self._replaced_words)

    def keeps(self, words: str) -> bool:
        """Whether somebody decided that exactly these words stay."""
        return shape(words) in self._kept

    def replaced_in(self, text: str) -> list[str]:
        """The words of a text that somebody decided to replace."""
        runs = self._replaced.find(text) if self._replaced_words else ()
        return [text[run.start : run.end] for run in runs if run.words not in run.others]

    def without_kept(self, text: str, public: Collection[str] = ()) -> str:
        """A text with a sign in the place of words that somebody decided to keep, and of some `public` plain ones.

        The leak search leaves them out, too: several words where they stand so, in a row.
        """
        found = words_of(text)
        shapes = [word.shape for word in found]
        left_out = {number for number, word in enumerate(shapes) if word in public}
        for row in filter(None, self._rows):
            for start in range(len(shapes) - len(row) + 1):
                if shapes[start : start + len(row)] == row:
                    left_out.update(range(start, start + len(row)))
        for number in sorted(left_out, reverse=True):
            text = f"{text[: found[number].start]}{_LEFT_OUT}{text[found[number].end :]}"
        return text


NOTHING = DecidedTexts((), ())


def read(study: Study) -> Mapping[str, DecidedTexts]:
    """The decisions on each file with texts of the study. Raises StudyError if they cannot be read."""
    made = Path(study.decisions).is_file()
    records = decision_rows.read_list(study.decisions).records if made else ()
    rows = [decision_rows.understood(record.fields) for record in records]
    found: dict[str, DecidedTexts] = defaultdict(lambda: NOTHING)
    for file in (study.codebook, *own_texts.FILES):
        holding = [row for row in rows if row.get("where") == Where.EVERYWHERE or row.get("document") == file]
        kept = {row.get("words", "") for row in holding if row["decision"] == Choice.KEEP}
        others = {row.get("words", "") for row in holding if row["decision"] in (Choice.REDACT, Choice.GENERALISE)}
        found[file] = DecidedTexts(kept, {words for words in others if not is_about_document(words)})
    return found


def read_if_possible(study: Study) -> Mapping[str, DecidedTexts]:
    """The same, or none where the file cannot be read, which others report."""
    try:
        return read(study)
    except StudyError:
        return defaultdict(lambda: NOTHING)
