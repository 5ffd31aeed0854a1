"""Numbers that count nothing, where something tells what they are. All people, streets and numbers are invented."""

import re
import time
from itertools import product

import pytest

from crosscase.anonymisation.uncounted_patterns import pattern_of
from crosscase.detectors import uncounted_numbers
from crosscase.detectors.uncounted_numbers import RULES
from crosscase.detectors.uncounted_rules import Rule
from tests.builders.said_aloud import missed, setting_of, spans_of

SAID = [  # in brackets what is replaced or waits
    # ordinary words and a number, where somebody lives
    ("de", "und dann hat er gefragt wo ich wohne und ich sag [am hirschsprung einundvierzig]"),
    ("cs", "tehdy jsme bydleli [na jedlovém schodišti devatenáct] nad pekárnou"),
    ("pt", "e ele pergunta onde moras e eu digo [salto do veado quarenta e um]"),
    ("no", "posten gikk til [grantrappa nitten] i to år"),
    # put right
    ("pl", "kurierowi mówię [makowy stok sześć nie czekaj sześćdziesiąt sześć] a on że tam las"),
    # with a word for a slash, behind "number", with letters
    ("en", "my caseload number was [six two double one stroke B]"),
    ("cs", "moje spisový číslo bylo [šedesát dva jedenáct lomeno bé]"),
    ("el", "[εφτά βήτα σαράντα ένα μηδέν τρία], με αυτό το παράπονο"),
    # a date behind a word about a birth
    ("pl", "data urodzenia [czwarty dwunasty sześćdziesiąty ósmy] i dwa razy pytała"),
    # an e-mail address with other words between the word for @ and the domain
    ("en", "write to [bookings, that's with an s, at the hub dash leeds dot example]"),
]  # fmt: skip
LEFT = [
    ("en", "so that was nineteen ninety eight no nineteen ninety nine the year we went"),
    ("en", "we lived there with nineteen people in one flat"),
    ("en", "the case number has five hundred pages"),
    ("de", "wir wohnten da vierzehn jahre und ich war neunzehn als wir gingen"),
    ("it", "la sentenza era tre no quattro anni dopo"),
]


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.example)
def test_a_rule_finds_its_example(rule: Rule) -> None:
    setting = setting_of(rule.language)
    assert rule.kind in {span.kind for span in uncounted_numbers.find(rule.example, setting)}


@pytest.mark.parametrize(("language", "marked"), SAID)
def test_a_number_that_counts_nothing_waits(language: str, marked: str) -> None:
    assert not missed(language, marked)


@pytest.mark.parametrize(("language", "text"), LEFT)
def test_years_ages_and_counts_stay(language: str, text: str) -> None:
    assert not spans_of(language, text)


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.example)
def test_no_list_of_numbers_holds_a_rule_up(rule: Rule) -> None:
    """Two thousand numbers without a word between them took minutes: each was tried as a beginning with each end."""
    signs = sorted({sign for sign in re.sub(r"\?P<\w+>", "", rule.pattern.pattern) if sign.isalpha() or sign in ",/"})
    units = sorted({first + second for first, second in product(signs, signs) if first != second or first == "N"})
    for pattern in (rule.pattern, pattern_of(rule).pattern):
        for unit, end in product(units, ("", "u")):
            begun = time.process_time()
            pattern.findall((unit * 1500)[:2000] + end)
            assert time.process_time() - begun < 1, unit
