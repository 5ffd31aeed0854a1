"""Numbers of houses, files and births that no word announces, found because they count nothing.

Most numbers of an interview count what is behind them: nineteen people. In "we lived at fir steps nineteen, above the
baker" nothing is counted, so nineteen is the number of a house, though no list has the street. A number before a small
word, a sign or the end of a sentence counts nothing. If besides somebody lives there, the number is put right, a word
for a slash or "number" stands beside it, or letters do, a person decides on it. `sentence_rest` adds the rest of the
sentence.

A rule is a pattern of the signs of `beside_numbers`, with an example beside it.
"""

from collections.abc import Iterator
from functools import cache

from crosscase.detectors.address_words import (
    AND,
    BREAK,
    CORNER,
    LETTER,
    NUMBER,
    ORDINAL,
    PART,
    SIGN,
    WORD,
)
from crosscase.detectors.beside_numbers import (
    BORN,
    COMMA,
    LIVES,
    SLASH,
    STOP,
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
    is_house,
    is_long_file,
    is_named,
    is_of_house,
    is_placed,
    is_put_right,
    is_range,
    is_spelt,
    is_the_house,
    lives,
)
from crosscase.detectors.uncounted_houses import HOUSES
from crosscase.detectors.uncounted_rules import (
    ALONE,
    BETWEEN_TWO,
    CODE,
    CODES,
    ENDED,
    ENDS,
    HOUSE,
    NOUN,
    OF_HOUSE,
    SLASHED,
    STREET,
    Rule,
    rule_of,
)
from crosscase.detectors.uncounted_streets import STREETS
from crosscase.detectors.words import words_of
from crosscase.languages.vocabulary import shape

DOUBT = "a number that counts nothing"

RULES = (
    # behind the words of a street, where somebody lives
    rule_of(
        "de",
        "wir wohnten am hirschsprung einundvierzig",
        "ADDRESS",
        f"{NOUN},?{HOUSE}(?:{ENDED}|(?={OF_HOUSE}))",
        lives,
    ),
    rule_of(
        "no",
        "vi bor i hasselrabben tre så",
        "ADDRESS",
        f"[{LIVES}{CORNER}][JGXWUAlf]{{0,4}}(?P<own>{NOUN}{{1,2}}N{{1,3}}{LETTER}?){ALONE}",
        is_house,
        in_figures=True,
    ),
    rule_of("cs", "bydlíme v Třešňové zahradě 12", "ADDRESS", f"{NOUN}{{1,3}}N{{1,3}}{LETTER}?{ALONE}", is_named),
    rule_of("no", "og jeg bor i førtito b", "ADDRESS", f"{LIVES}[JGX]{{1,2}}(?P<own>N{{1,3}}L?){ENDS}", is_of_house),
    # behind what ends like a street
    *STREETS,
    *HOUSES,
    rule_of(
        "pl",
        "i jest ludwisarska cztery wejście od tyłu",
        "ADDRESS",
        f"{STREET}N{{1,3}}L?(?=,?{PART}[J{PART}{NUMBER}{ORDINAL}{LETTER}{SIGN}])",
        always,
    ),
    # from one house to another
    rule_of(
        "no",
        "hos eksen i reperbanen sytten til nitten over",
        "ADDRESS",
        f"[JX](?P<own>{NOUN}{{1,2}}N{BREAK}N)(?:{ENDED}|(?={PART}))",
        is_range,
    ),
    # a name, then a part that no list has
    rule_of(
        "no",
        "i Gassverksveien, port fire, ja",
        "ADDRESS",
        f"{STREET},[WlfP]N(?=[{STOP}{COMMA}]|$)",
        has_capital,
    ),
    # a name or a whole answer with "number"
    rule_of("en", "Number eight.", "ADDRESS", f"(?:(?<=[{STOP}])|^)[JX]?{SIGN}{HOUSE}(?=[{STOP}]|$)", always),
    rule_of("pl", "tam jest Miedziana, numer sześć", "ADDRESS", f"{NOUN},?{SIGN}[JG]?{HOUSE}{ENDED}", has_capital),
    rule_of(
        "de",
        "Kupferhammer, Nummer sechs.",
        "ADDRESS",
        f"(?:(?<=[{STOP}])|^){NOUN}{{1,3}},?{SIGN}[JG]?{HOUSE}(?=[{STOP}{COMMA}]|$)",
        always,
    ),
    rule_of(
        "de",
        "ziegelhütte nummer zwei das zweite links",
        "ADDRESS",
        f"{NOUN},?{SIGN}[JG]?{HOUSE}(?:{ENDED}|(?={ORDINAL}))",
        is_placed,
    ),
    # before a floor or a flat, or the house
    rule_of(
        "pl",
        "z Pańskich Łąk, wie pan, trzydzieści trzy, klatka druga",
        "ADDRESS",
        f"{NOUN},?(?:[fXWl{BREAK}]{{1,2}},)?{HOUSE},?{PART}(?:[{NUMBER}{ORDINAL}{LETTER}{SIGN}]|[{WORD}l{PART}](?=[{STOP}{COMMA}]|$))",
        is_of_house,
    ),
    rule_of(
        "cs",
        "u tety drozdí dvacet tři ten dům s brankou",
        "ADDRESS",
        f"(?P<own>{NOUN},?{HOUSE}),?[J{BREAK}][Wl]?[{PART}{SIGN}]",
        is_the_house,
    ),
    # with a name that is spelt
    rule_of("en", "b, e, double l, number nine", "ADDRESS", f"{SIGN}[JG]?{HOUSE}{ENDED}", is_spelt),
    rule_of(
        "it",
        "Via Skelder, S-K-E-L-D-E-R, il trenta",
        "ADDRESS",
        f"(?:[AUt],?(?:[LJXG],?){{3,}}|[AUtWl],L,?(?:[LJXGN],?){{2,}})[JGS]{{0,2}}N{ENDED}",
        is_spelt,
        in_figures=True,
    ),
    rule_of(
        "en",
        "nine Yarroway, Y-A-R-R-O-W-A-Y",
        "ADDRESS",
        f"{HOUSE}(?:[AU]{{1,2}},?(?:[LJN],?){{3,}}|W{{1,2}},L,?(?:[LJN],?){{2,}})",
        is_spelt,
        in_figures=True,
    ),
    # put right
    rule_of(
        "en",
        "quillow bank seventy-four no seventy-six",
        "ADDRESS",
        f"(?:{NOUN},?|(?<=[.])|^)N+{BETWEEN_TWO}{{0,3}}E{BETWEEN_TWO}{{0,3}}N+{ENDED}",
        is_put_right,
    ),
    # with a word for a slash
    rule_of(
        "de",
        "h z strich 2207 strich vierundsechzig",
        "FILE",
        f"(?:[V{LETTER}{BREAK}]{{1,2}}(?=,?{SLASH})|V?{CODES})(?:{SLASHED}){{1,7}}{ENDED}",
        is_file,
    ),
    rule_of("en", "double four slash b slash six every", "FILE", f"{CODES}(?:{SLASHED}){{2,7}}", are_two),
    rule_of(
        "en",
        "capital j then five zeros and a nine",
        "FILE",
        f"{LETTER}[Wl]?[,{BREAK}]{{0,2}}N(?:[{BREAK}{AND}J,]{{0,3}}N)+{ENDED}",
        is_code,
    ),
    # behind a word such as "number"
    rule_of("nl", "ik ben nummer driehonderd elf", "FILE", f"{SIGN}[JX]{{0,2}}(?P<own>N(?:,?[NL])*){ENDED}", is_file),
    rule_of(
        "pl",
        "miałam numer historii choroby trzydzieści tysięcy sześćset dwa i",
        "FILE",
        f"{SIGN}[JXWl]{{1,3}}(?P<own>N(?:,?[NL]){{2,}}){ENDED}",
        is_long_file,
    ),
    # letters among numbers
    rule_of("el", "εφτά βήτα σαράντα ένα μηδέν τρία", "FILE", f"{CODE}(?:,?{CODE}){{2,15}}{ENDED}", is_code),
    # behind a word about a birth
    rule_of(
        "pl",
        "data urodzenia czwarty dwunasty sześćdziesiąty",
        "BIRTHDATE",
        f"{BORN}[WlXJf,]{{0,4}}(?P<own>[NO](?:[JC,]{{0,2}}[NOM]){{2,}})",
        always,
    ),
)


@cache
def rules_for(setting: Setting) -> tuple[Rule, ...]:
    """The rules that may hold in some languages."""
    return tuple(
        rule for rule in RULES if not rule.of_list or any(one.contact(rule.of_list) for one in setting.languages)
    )


def find(text: str, setting: Setting) -> Iterator[Span]:
    """Numbers that count nothing."""
    if not any(_may_tell(word.shape, setting) for word in words_of(text)):
        return
    sentences = sentences_of(text, setting)
    for rule in rules_for(setting):
        for match in rule.pattern.finditer(sentences.signs):
            words = sentences.of(match)
            is_said_so = sentences.has_number_in_words(match) or SLASH in match[0] or rule.holds == is_named
            is_said_so = is_said_so or rule.in_figures
            if is_said_so and rule.holds(sentences, match):
                start, end = words[0].start, words[-1].end
                yield Span(start, end, rule.kind, shape(text[start:end]), DOUBT)


def _may_tell(word: str, setting: Setting) -> bool:
    """Whether a plain word is a number in words or a slash, or figures, which count nothing behind a name alone."""
    return is_said(word, setting) or may_slash(word, setting) or word[0].isdecimal()
