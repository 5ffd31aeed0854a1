"""A whole interview in one cell takes as long as its words, not as the square of them. All names are invented."""

import time

import pytest

from tests.builders.projects import ROOT
from tests.evaluation import sentences
from tests.evaluation.finder import redactor

UNITS = {
    "a capitalised word": "Jan říkal ",
    "names beside each other": "Jan Novák z Prahy říkal ",
    "identifiers": "Pak přišla Jana Horáková, tel. 602 123 456, a řekla nám, že v ulici Lipová 12 je škola. ",
    "numbers": "1 2-3/",
    "addresses": "a@b.cz psal ",
    "small words": "potom jsme mluvili o tom, co se stalo. ",
}
LENGTHS = (10_000, 80_000)
MOST = 24  # times; the square would be sixty-four


@pytest.mark.parametrize("unit", UNITS)
def test_eight_times_the_text_takes_no_square_of_the_time(unit: str) -> None:
    ours, setting = redactor(sentences.read(ROOT / "tests/evaluation/cs.txt"))
    ours.redact(UNITS[unit], setting)
    took = []
    for length in LENGTHS:
        begun = time.process_time()
        ours.redact((UNITS[unit] * length)[:length], setting)
        took.append(time.process_time() - begun)
    assert took[1] < MOST * took[0] + 0.1
