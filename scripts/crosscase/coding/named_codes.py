"""The codes that study.yaml names below `analysis`: each is one of the codebook that passages can have."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from crosscase.messages.errors import Problem, stop_on
from crosscase.messages.suggestions import did_you_mean
from crosscase.messages.wording import cut
from crosscase.storage.schemas import CodebookEntry
from crosscase.study.facts import CONFIG, Study

_REMEDY = "Write the id of a code, as in the column `code` of the codebook."


def check(entries: Sequence[CodebookEntry], study: Study) -> None:
    """Raises StudyError for each code that the codebook does not have or that only holds others, and for a code with
    several opposites, also if study.yaml and the codebook name one each. `study` needs truth_table, opposites and
    codebook.
    """
    codes = [entry.code for entry in entries if entry.codable]
    stop_on([*_problems(codes, study), *_two_opposites(entries, study)])


def _two_opposites(entries: Iterable[CodebookEntry], study: Study) -> Iterator[Problem]:
    """Codes of which study.yaml names another opposite than the codebook."""
    stated = {one: other for pair in study.opposites for one, other in (pair, pair[::-1])}
    for entry in entries:
        other = stated.get(entry.code)
        if entry.opposite and other and other != entry.opposite:
            what = f"its opposite is {entry.opposite!r}, but analysis.opposites of {CONFIG} says {other!r}"
            yield Problem(study.codebook, f"code {entry.code}", what, "Correct one of them, or take it out.")


def _problems(codes: list[str], study: Study) -> Iterator[Problem]:
    opposed = [code for pair in study.opposites for code in pair]
    for place, named in (("truth_table", study.truth_table.codes), ("opposites", dict.fromkeys(opposed))):
        for code in named:
            if code not in codes:
                what = f"{cut(repr(code))} is no code that passages can have"
                remedy = f"{did_you_mean(code, codes)} {_REMEDY}".strip()
                yield Problem(CONFIG, f"analysis.{place}", what, remedy)
    for code, times in Counter(opposed).items():
        if times > 1:
            what = f"{cut(repr(code))} has several opposites"
            yield Problem(CONFIG, "analysis.opposites", what, "Keep one pair with it.")
