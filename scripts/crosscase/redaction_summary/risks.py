"""What remains at risk after redaction and review, as far as it is true of a study.

The table of threats in docs/data-protection.md says the same of every study.
"""

from collections.abc import Iterable, Iterator
from typing import Protocol

from crosscase.messages.wording import agree, counted, number
from crosscase.redaction_summary.kinds import READ, Part


class Count(Protocol):
    """Gives the count of some kinds of a part together; of all kinds where none is named."""

    def __call__(self, part: Part, *kinds: str) -> int: ...  # noqa: D102


def remaining(count: Count, languages: Iterable[str], has_models: bool, one: str) -> Iterator[str]:
    """Each risk as a sentence. `languages` says which have less than full support, `one` is the word for a group."""
    yield from _open_decisions(count)
    for remark in languages:
        yield f"{remark[0].upper()}{remark[1:]}."
    yield from _unseen(count, has_models)
    yield (
        "A participant may be known by an office, an event or a turn of speech. No rule finds these: somebody who "
        "knows the field should read what is shared."
    )
    yield (
        f"The list of codings and the package give the {one} and the codes of each pseudonym. Such a profile singles "
        "a person out, without a name. Style and content of quotations may link them, too."
    )


def _open_decisions(count: Count) -> Iterator[str]:
    if words := count(Part.WAITING, "word"):
        yield (
            f"{counted(words, 'word')} {agree(words, 'waits', 'wait')} for a decision and may name somebody. Until "
            "then no words of interviews are published."
        )
    if documents := count(Part.WAITING, "document"):
        yield (
            f"{counted(documents, 'document')} without usual capital letters {agree(documents, 'waits', 'wait')} to be "
            "read. Until then no words of interviews are published."
        )


def _unseen(count: Count, has_models: bool) -> Iterator[str]:
    model = "" if has_models else " No language model looked for such names."
    yield (
        "Names that no list, no rule and no person found are still in the texts. docs/anonymisation-evaluation.md of "
        f"crosscase measures how often this happens on invented sentences, not on this study.{model}"
    )
    if kept := count(Part.DECIDED, "keep"):
        words = agree(kept, "doubt was", "doubts were")
        yield f"{number(kept)} {words} kept as no identifier: a person judged, and may err."
    if read := count(Part.DOCUMENT, READ):
        yield (
            f"In {counted(read, 'document')} without usual capital letters only a person looked for names that no list "
            "has."
        )
    yield "A name in the name of a code stays if it is an ordinary word and no common first name."
