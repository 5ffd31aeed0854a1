"""Score the detectors on all sentences, write the report and print it.

PYTHONPATH=scripts python -m tests.evaluation [REPORT]
"""

import sys
from collections.abc import Callable, Iterable
from pathlib import Path

from tests.evaluation import conditions, sentences
from tests.evaluation.conditions.report import section
from tests.evaluation.finder import finder
from tests.evaluation.report import LANGUAGES, report
from tests.evaluation.scores import Score, score


def scored(sets: Iterable[sentences.EvaluationSet], cased: bool = True) -> Score:
    """The scores of our finder on some sets of one language."""
    return sum((score(found, finder(found, cased)) for found in sets), Score())


def scored_without_capitals(written: Callable[[str], str]) -> dict[str, Score]:
    """The scores on the held-out sentences of each language, in documents that are written otherwise."""
    return {
        language: scored([sentences.rewritten(found, written) for found in sentences.held_out(language)], cased=False)
        for language in sentences.COUNTRIES
    }


def main() -> None:
    """Score, write, print."""
    held_out = {language: scored(sentences.held_out(language)) for language in sentences.COUNTRIES}
    tuning = {language: scored(sentences.tuning(language)) for language in sentences.COUNTRIES}
    basic = {language: scored([sentences.basic(language)]) for language in sorted(sentences.BASIC)}
    casings = {"small letters": scored_without_capitals(str.lower), "capitals": scored_without_capitals(str.upper)}
    of_conditions = {
        (of_set, condition, language): conditions.scored(of_set, condition, language)
        for of_set in conditions.SETS
        for condition in conditions.CONDITIONS
        for language in sentences.COUNTRIES
        if conditions.path_of(of_set, condition, language).exists()
    }
    text = report(held_out, tuning, basic, {"usual capitals": held_out, **casings}, section(of_conditions, LANGUAGES))
    for path in sys.argv[1:2]:
        Path(path).write_text(text, encoding="utf-8")
    print(text)


if __name__ == "__main__":
    main()
