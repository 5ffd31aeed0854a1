"""The codes that study.yaml names below `analysis`: each is one of the codebook that passages can have."""

from collections import Counter
from collections.abc import Iterable, Iterator

from crosscase.messages.errors import Problem, stop_on
from crosscase.messages.suggestions import did_you_mean
from crosscase.messages.wording import cut
from crosscase.storage.schemas import CodebookEntry
from crosscase.study.facts import CONFIG, Study

_REMEDY = "Write the id of a code, as in the column `code` of the codebook."


def check(entries: Iterable[CodebookEntry], study: Study) -> None:
    """Raises StudyError for each code that the codebook does not have or that only holds others, and for a code with
    several opposites. `study` needs truth_table and opposites.
    """
    stop_on(_problems([entry.code for entry in entries if entry.codable], study))


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
