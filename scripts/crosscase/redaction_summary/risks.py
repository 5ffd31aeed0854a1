"""What remains at risk after redaction and review, as far as it is true of a study.

The table of threats in docs/data-protection.md says the same of every study.
"""

from collections.abc import Iterable, Iterator
from typing import Protocol

from crosscase.labels.labels import Labels
from crosscase.redaction_summary.kinds import READ, Part


class Count(Protocol):
    """Gives the count of some kinds of a part together; of all kinds where none is named."""

    def __call__(self, part: Part, *kinds: str) -> int: ...  # noqa: D102


def remaining(count: Count, languages: Iterable[str], has_models: bool, words: Labels) -> Iterator[str]:
    """Each risk as a sentence. `languages` says which have less than full support."""
    if waiting := count(Part.WAITING, "word"):
        yield words.counted("risk_words", waiting)
    if documents := count(Part.WAITING, "document"):
        yield words.counted("risk_documents", documents)
    for remark in languages:
        yield f"{remark[0].upper()}{remark[1:]}."
    yield " ".join([words("risk_missed"), *([] if has_models else [words("risk_no_model")])])
    if kept := count(Part.DECIDED, "keep"):
        yield words.counted("risk_kept", kept)
    if read := count(Part.DOCUMENT, READ):
        yield words.counted("risk_read", read)
    yield words("risk_code")
    yield words("risk_known")
    yield words("risk_profile")
