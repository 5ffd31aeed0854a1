"""A whole interview in one cell takes as long as its words, not as the square of them. All names are invented."""

import inspect
import time
from collections.abc import Callable
from functools import cache, partial

import pytest

from crosscase.anonymisation import guesses, redaction
from crosscase.detectors.spans import Detector, Setting
from tests.builders.plain_runs import mostly_exhaustive
from tests.builders.projects import ROOT
from tests.evaluation import conditions, sentences
from tests.evaluation.finder import redactor

UNITS = {
    "a capitalised word": "Jan říkal ",
    "names beside each other": "Jan Novák z Prahy říkal ",
    "identifiers": "Pak přišla Jana Horáková, tel. 602 123 456, a řekla nám, že v ulici Lipová 12 je škola. ",
    "numbers": "1 2-3/",
    "numbers in words": "sedm osm ",
    "numbers with letters": "1a ",
    "numbers with signs": "# 12 ",
    "numbers behind a slash": "lomeno 12 ",
    "halves": "1/2 ",
    "figures without an end": "07",
    "addresses": "a@b.cz psal ",
    "small words": "potom jsme mluvili o tom, co se stalo. ",
}
LENGTHS, SHORTER = (10_000, 80_000), (4_000, 32_000)
MOST = 24  # times; the square would be sixty-four
LANGUAGES = ("cs", "en")
DETECTORS: dict[str, Detector] = {
    name: module.find
    for name, module in sorted({**vars(guesses), **vars(redaction)}.items())
    if inspect.ismodule(module) and list(inspect.signature(getattr(module, "find", print)).parameters)[:1] == ["text"]
    if len(inspect.signature(module.find).parameters) == 2
}


def takes_no_square_of_the_time(search: Callable[[str], object], unit: str, lengths: tuple[int, ...] = LENGTHS) -> bool:
    """Whether one of three measurements says so, since other work on the machine makes any of them longer."""
    search(unit)
    for _ in range(3):
        short, long = (_seconds(search, (unit * length)[:length]) for length in lengths)
        if long < MOST * short + 0.1:
            return True
    return False


def _seconds(search: Callable[[str], object], text: str) -> float:
    begun = time.process_time()
    search(text)
    return time.process_time() - begun


@pytest.mark.plain_cases(1)
@pytest.mark.parametrize("unit", mostly_exhaustive(UNITS, UNITS.keys() - {"numbers"}))
def test_eight_times_the_text_takes_no_square_of_the_time(unit: str) -> None:
    ours, setting = redactor(sentences.read(ROOT / "tests/evaluation/cs.txt"))
    assert takes_no_square_of_the_time(lambda text: ours.redact(text, setting), UNITS[unit])


@cache
def examples(language: str) -> tuple[Setting, list[str]]:
    """Sentences full of identifiers of all kinds."""
    sets = [sentences.tuning(language)[0], *(conditions.read(of, "contacts", language) for of in ("tuning", "tuning3"))]
    return redactor(sets[0])[1], [text for found in sets for text, _ in found.sentences]


@pytest.mark.plain_cases(5)
@pytest.mark.parametrize("name", DETECTORS)
def test_each_detector_takes_no_square_of_the_time_where_it_finds_much(name: str) -> None:
    find = DETECTORS[name]
    for language in LANGUAGES:
        setting, texts = examples(language)
        found = [text for text in texts if list(find(text, setting))]
        if found:
            search = partial(_count, find, setting)
            assert takes_no_square_of_the_time(search, " ".join(found[:24]) + " ", SHORTER)


def _count(find: Detector, setting: Setting, text: str) -> int:
    return sum(1 for _ in find(text, setting))


def test_the_detectors_are_those_of_the_redaction() -> None:
    assert len(DETECTORS) > 18 and {"feast_days", "spoken_file_numbers", "streets"} <= set(DETECTORS)
