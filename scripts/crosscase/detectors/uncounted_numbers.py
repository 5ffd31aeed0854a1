"""Numbers that count nothing, where something tells what they are: we lived at fir steps nineteen, above the baker.

A street may be called by ordinary words, and a number may be said as nobody has foreseen. What stands around it still
tells: most numbers of an interview count what is behind them. One before a small word, a sign or the end of a sentence
counts nothing. If besides somebody lives there, the number is put right, a word for a slash or "number" stands beside
it, or letters do, a person decides on it. `sentence_rest` adds the rest of the sentence.

A rule is a pattern of the signs of `beside_numbers`, with an example beside it.
"""

import re
from collections.abc import Callable, Iterator
from typing import NamedTuple

from crosscase.detectors.address_words import (
    AND,
    BREAK,
    CORNER,
    LETTER,
    LIKE,
    NAME,
    NUMBER,
    ORDINAL,
    PART,
    SIGN,
    UNIT,
    WORD,
)
from crosscase.detectors.beside_numbers import (
    ADJECTIVE,
    BORN,
    COMMA,
    FREQUENT,
    LIVES,
    SLASH,
    STOP,
    Sentences,
    is_said,
    may_slash,
    sentences_of,
)
from crosscase.detectors.spans import Setting, Span
from crosscase.detectors.uncounted_evidence import (
    always,
    are_two,
    has_capital,
    is_code,
    is_file,
    is_named,
    is_of_house,
    is_placed,
    is_put_right,
    is_range,
    is_spelt,
    is_the_house,
    lives,
)
from crosscase.detectors.words import words_of
from crosscase.languages.vocabulary import shape

DOUBT = "a number that counts nothing"

_NOUN = "[WUtQAVrzwRZl]"  # a word by which a street may be known
_SMALL = f"[JXWflE{BREAK}{COMMA}]"  # what may stand between two numbers of which one puts the other right
_FEW = f"[{BREAK}{AND}{COMMA}]{{0,2}}"  # between the parts of one number
_END = f"(?=[{STOP}{COMMA}{LIVES}{FREQUENT}JXCE{BREAK}]|N{UNIT}|$)"  # what no number counts
_STREET = f"[{NAME}{LIKE}{ADJECTIVE}]"  # perhaps one, as its ending tells
_PART = f"[{PART}{ORDINAL}]"  # a floor or a flat behind the number of a house
_CODE = f"[{NUMBER}{LETTER}]"
_ALONE = f"(?![{AND}{BREAK}JE{COMMA}]{{1,2}}N){_END}"  # three or four
_ENDS = f"(?![{AND}{BREAK}{COMMA}]{{1,2}}N)(?=[{STOP}{COMMA}{AND}{BREAK}]|$)"  # a clause
_SLASHED = f"[,{BREAK}]{{0,3}}{SLASH}[,{BREAK}{SLASH}]{{0,3}}{_CODE}(?:{_FEW}{_CODE})*"  # a slash and what follows
_HOUSE = f"N+(?:C?N)*{LETTER}?"


class Rule(NamedTuple):
    """An example with its language, the kind of what is found, the pattern, and what it requires besides."""

    language: str
    example: str
    kind: str
    pattern: re.Pattern[str]
    holds: Callable[[Sentences, re.Match[str]], bool]


def _rule(language: str, example: str, kind: str, pattern: str, holds: Callable[..., bool]) -> Rule:
    return Rule(language, example, kind, re.compile(pattern), holds)


RULES = (
    # behind the words of a street, where somebody lives
    _rule(
        "de",
        "wir wohnten am hirschsprung einundvierzig",
        "ADDRESS",
        f"{_NOUN},?N+(?:C?N)*L?(?:{_END}|(?={_PART}))",
        lives,
    ),
    _rule(
        "no",
        "vi bor i hasselrabben tre så",
        "ADDRESS",
        f"[{LIVES}{CORNER}][JGXWf]{{0,3}}(?P<own>{_NOUN}{{1,2}}N{{1,2}}{LETTER}?){_ALONE}",
        always,
    ),
    _rule("cs", "bydlíme v Třešňové zahradě 12", "ADDRESS", f"{_NOUN}{{1,3}}N{{1,2}}{LETTER}?{_ALONE}", is_named),
    _rule("no", "og jeg bor i førtito b", "ADDRESS", f"{LIVES}[JGX]{{1,2}}(?P<own>N{{1,2}}L?){_ENDS}", is_of_house),
    # behind what ends like a street
    _rule(
        "pl",
        "jesteśmy na leszczynowej jedenaście tak",
        "ADDRESS",
        f"[JGX](?P<own>{_STREET}N{{1,2}}L?){_ALONE}",
        always,
    ),
    _rule("pl", "parter na kosaćcowej dwa idzie", "ADDRESS", f"{PART}[JGX]{{1,2}}(?P<own>{_STREET}N{{1,2}})", always),
    _rule("de", "wir sind jetzt haselnusssteig elf ja", "ADDRESS", f"[{NAME}{LIKE}]N{{1,2}}L?{_ALONE}", always),
    _rule(
        "pl",
        "i jest ludwisarska cztery wejście od tyłu",
        "ADDRESS",
        f"{_STREET}N{{1,2}}L?(?=,?{PART}[J{PART}{NUMBER}{ORDINAL}{LETTER}{SIGN}])",
        always,
    ),
    # from one house to another
    _rule(
        "no",
        "hos eksen i reperbanen sytten til nitten over",
        "ADDRESS",
        f"[JX](?P<own>{_NOUN}{{1,2}}N{BREAK}N)(?:{_END}|(?={PART}))",
        is_range,
    ),
    # a name, then a part that no list has
    _rule(
        "no",
        "i Gassverksveien, port fire, ja",
        "ADDRESS",
        f"{_STREET},[WfP]N(?=[{STOP}{COMMA}]|$)",
        has_capital,
    ),
    # a name or a whole answer with "number"
    _rule("en", "Number eight.", "ADDRESS", f"(?:(?<=[{STOP}])|^)[JX]?{SIGN}{_HOUSE}(?=[{STOP}]|$)", always),
    _rule("pl", "tam jest Miedziana, numer sześć", "ADDRESS", f"{_NOUN},?{SIGN}[JG]?{_HOUSE}{_END}", has_capital),
    _rule(
        "de",
        "Kupferhammer, Nummer sechs.",
        "ADDRESS",
        f"(?:(?<=[{STOP}])|^){_NOUN}{{1,3}},?{SIGN}[JG]?{_HOUSE}(?=[{STOP}{COMMA}]|$)",
        always,
    ),
    _rule(
        "de",
        "ziegelhütte nummer zwei das zweite links",
        "ADDRESS",
        f"{_NOUN},?{SIGN}[JG]?{_HOUSE}(?:{_END}|(?={ORDINAL}))",
        is_placed,
    ),
    # before a floor or a flat, or the house
    _rule(
        "pl",
        "z Pańskich Łąk, wie pan, trzydzieści trzy, klatka druga",
        "ADDRESS",
        f"{_NOUN},?(?:[fXW{BREAK}]{{1,2}},)?{_HOUSE},?{PART}(?:[{NUMBER}{ORDINAL}{LETTER}{SIGN}]|{WORD}(?=[{STOP}{COMMA}]|$))",
        is_of_house,
    ),
    _rule(
        "cs",
        "u tety drozdí dvacet tři ten dům s brankou",
        "ADDRESS",
        f"(?P<own>{_NOUN},?{_HOUSE}),?[J{BREAK}]W?[{PART}{SIGN}]",
        is_the_house,
    ),
    # with a name that is spelt
    _rule("en", "b, e, double l, number nine", "ADDRESS", f"{SIGN}[JG]?{_HOUSE}{_END}", is_spelt),
    _rule(
        "it",
        "Via Skelder, S-K-E-L-D-E-R, il trenta",
        "ADDRESS",
        f"[AUt],?(?:[LJXG],?){{3,}}[JGS]{{0,2}}N{_END}",
        is_spelt,
    ),
    _rule("en", "nine Yarroway, Y-A-R-R-O-W-A-Y", "ADDRESS", f"{_HOUSE}[AU]{{1,2}},?(?:[LJN],?){{3,}}", is_spelt),
    # put right
    _rule(
        "en",
        "quillow bank seventy-four no seventy-six",
        "ADDRESS",
        f"(?:{_NOUN},?|(?<=[.])|^)N+{_SMALL}{{0,3}}E{_SMALL}{{0,3}}N+{_END}",
        is_put_right,
    ),
    # with a word for a slash
    _rule(
        "de",
        "h z strich 2207 strich vierundsechzig",
        "FILE",
        f"(?:[V{LETTER}{BREAK}]{{1,2}}(?=,?{SLASH})|V?{_CODE}(?:{_FEW}{_CODE})*)(?:{_SLASHED})+{_END}",
        is_file,
    ),
    _rule(
        "en", "double four slash b slash six every", "FILE", f"{_CODE}(?:{_FEW}{_CODE})*(?:{_SLASHED}){{2,}}", are_two
    ),
    _rule(
        "en",
        "capital j then five zeros and a nine",
        "FILE",
        f"{LETTER}W?[,{BREAK}]{{0,2}}N(?:[{BREAK}{AND}J,]{{0,3}}N)+{_END}",
        is_code,
    ),
    # behind a word such as "number"
    _rule("nl", "ik ben nummer driehonderd elf", "FILE", f"(?:{SIGN}[JX]{{0,2}})(?P<own>N(?:,?[NL])*){_END}", is_file),
    # letters among numbers
    _rule("el", "εφτά βήτα σαράντα ένα μηδέν τρία", "FILE", f"{_CODE}(?:,?{_CODE}){{2,}}{_END}", is_code),
    # behind a word about a birth
    _rule(
        "pl",
        "data urodzenia czwarty dwunasty sześćdziesiąty",
        "BIRTHDATE",
        f"{BORN}[WXJf,]{{0,4}}(?P<own>[NO](?:[JC,]{{0,2}}[NOM]){{2,}})",
        always,
    ),
)


def find(text: str, setting: Setting) -> Iterator[Span]:
    """Numbers that count nothing."""
    if not any(_may_tell(word.shape, setting) for word in words_of(text)):
        return
    sentences = sentences_of(text, setting)
    for rule in RULES:
        for match in rule.pattern.finditer(sentences.signs):
            words = sentences.of(match)
            is_said_so = sentences.has_number_in_words(match) or SLASH in match[0] or rule.holds == is_named
            if is_said_so and rule.holds(sentences, match):
                start, end = words[0].start, words[-1].end
                yield Span(start, end, rule.kind, shape(text[start:end]), DOUBT)


def _may_tell(word: str, setting: Setting) -> bool:
    """Whether a plain word is a number in words or a slash, or figures, which count nothing behind a name alone."""
    return is_said(word, setting) or may_slash(word, setting) or (setting.cased and word[0].isdecimal())
