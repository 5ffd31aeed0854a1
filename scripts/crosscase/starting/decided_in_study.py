"""Words that a person decided to replace everywhere and that the study's own texts publish: they stay there."""

from collections.abc import Iterator, Sequence
from pathlib import Path

from crosscase.anonymisation import decision_rows
from crosscase.anonymisation.decided_words import DecidedWords
from crosscase.anonymisation.decision_rows import Choice, Where
from crosscase.messages.errors import Problem
from crosscase.storage.schemas import CodebookEntry
from crosscase.storage.text_form import nfc
from crosscase.storage.text_lines import lines_with
from crosscase.study import team_texts
from crosscase.study.facts import Study

_WHAT = "a decision of the review replaces words of this everywhere, and they are published"
_REMEDY = "Write it without them if they tell who took part."


def find(study: Study, codes: Sequence[CodebookEntry] = ()) -> Iterator[Problem]:
    """The places in the texts of a study. Raises StudyError if the decisions cannot be read."""
    if not Path(study.decisions).is_file():
        return
    rows = [decision_rows.understood(record.fields) for record in decision_rows.read_list(study.decisions).records]
    decided = DecidedWords(
        {
            row.get("words", "")
            for row in rows
            if row["decision"] in (Choice.REDACT, Choice.GENERALISE) and row.get("where") == Where.EVERYWHERE
        }
    )

    def has_decided(text: str) -> bool:
        return decided.may_be_in(text) and bool(decided.find(nfc(text)))

    for file, stated in team_texts.find():
        if has_decided(stated.text):
            yield Problem(file, stated.place, _WHAT, _REMEDY)
    texts = [text for entry in codes for text in (entry.code, entry.label, entry.definition) if has_decided(text)]
    if texts:
        yield Problem(study.codebook, lines_with(study.codebook, texts), _WHAT, _REMEDY)
