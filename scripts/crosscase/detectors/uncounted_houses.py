"""Rules about the number of a house by what is said around it, wherever its street is no more than a name.

They are among those of `uncounted_numbers`. A number before a floor counts nothing, and neither does one behind a
remark how its street is written, one behind "number" or a part of a house after a capitalised name, one that is said
twice, and one with a slash behind what ends like a street.
"""

from crosscase.detectors.address_words import (
    AND,
    BREAK,
    CORNER,
    LETTER,
    NUMBER,
    ORDINAL,
    OTHER,
    PART,
    SIGN,
    SMALL,
)
from crosscase.detectors.beside_numbers import COMMA, FREQUENT, LIVES, SLASH, STOP, VERB
from crosscase.detectors.contact_words import JOIN, SPELLING
from crosscase.detectors.house_evidence import (
    is_answer_of_name,
    is_before_floor,
    is_hundred,
    is_in_named_place,
    is_no_amount,
    is_of_digits,
    is_spelling,
    is_written_out,
)
from crosscase.detectors.uncounted_evidence import always, has_capital, is_house, is_small_street
from crosscase.detectors.uncounted_rules import ALONE, ENDED, NOUN, STREET, rule_of

_NUMBER = f"{NUMBER}{{1,2}}{LETTER}?"
_MORE = f"{NUMBER}(?:[{AND}{BREAK}]?{NUMBER}){{0,2}}{LETTER}?"  # thirty and three
_BEGINS = f"(?:(?<=[{STOP}])|^)"  # a sentence
_CLOSES = f"(?=[{STOP}{COMMA}]|$)"
# A number before the part, or behind it.
_OF_PART = f"(?:(?<=[{ORDINAL}{PART}]{PART})|(?<={COMMA}{NUMBER}{PART})|[{NUMBER}{ORDINAL}{LETTER}{SIGN}])"
_OF_STREETS = "[TZwzRr]"

HOUSES = (
    # behind a remark how the street is written
    rule_of(
        "it",
        "via Rossignoli, con la G-N, numero 62, citofono",
        "ADDRESS",
        f"(?P<own>{NOUN},(?P<aside>[^{COMMA}]{{0,6}}[{LETTER}{SIGN}])[{STOP}{COMMA}]{SIGN}{{0,2}}{_NUMBER})(?:{ENDED}|(?={PART}))",
        is_spelling,
        in_figures=True,
    ),
    # before a floor or a flat
    rule_of(
        "no",
        "bup ligger i hesteskoen tre andre etasje oppå apoteket",
        "ADDRESS",
        f"(?P<own>{NOUN}{_NUMBER}),?(?P<part>[{ORDINAL}{PART}{NUMBER}]?{PART}{_OF_PART})",
        is_before_floor,
        in_figures=True,
    ),
    rule_of(
        "en",
        "They're putting us in Plot 22, Meadowsweet, it",
        "ADDRESS",
        f"{PART}{_NUMBER},[{SMALL}{BREAK}]?(?P<own>(?:{NOUN}|{FREQUENT}){{1,2}}){_CLOSES}",
        has_capital,
        in_figures=True,
    ),
    # an answer that begins with the number
    rule_of(
        "en",
        "R: 5, The Shambles. I: Five?",
        "ADDRESS",
        f"(?<=[{STOP}])(?P<own>(?:{_NUMBER},|{SIGN}{_NUMBER}[{STOP}{COMMA}])[{SMALL}{BREAK}{SIGN}]{{0,2}}{NOUN}{{1,2}}){_CLOSES}",
        is_answer_of_name,
        in_figures=True,
    ),
    # a capitalised name, then a part of a house or a hamlet
    rule_of(
        "pl",
        "To jest Stary Młyn, dom 6, ostatni",
        "ADDRESS",
        f"(?P<own>{NOUN},(?P<part>[{PART}{SIGN}{LIVES}w]{SIGN}?){_NUMBER}){_CLOSES}",
        is_in_named_place,
        in_figures=True,
    ),
    rule_of(
        "cs",
        "to je prostě číslo popisné 63, všichni",
        "ADDRESS",
        f"{SIGN}{{2}}{_NUMBER}",
        is_written_out,
        in_figures=True,
    ),
    # a word for streets, a small word and ordinary ones, in small letters
    rule_of(
        "pt",
        "é no largo da eira pequena dois por cima",
        "ADDRESS",
        f"{_OF_STREETS}{{1,2}}[Wlf]{{0,2}}[{SMALL}{SPELLING}]{{1,2}}{NOUN}{{1,2}}{_NUMBER}(?:{ALONE}|(?={JOIN}))",
        is_small_street,
    ),
    rule_of(
        "no",
        "så til furukollen hundre og åtte og naboen",
        "ADDRESS",
        f"[J{BREAK}](?P<own>{NOUN}{{1,2}}{NUMBER}[{AND}{BREAK}]{NUMBER}{LETTER}?){ENDED}",
        is_hundred,
    ),
    # in small letters, behind any word that is no small one: of what is no round number, nothing has so many
    rule_of(
        "de",
        "angeboten ham sie uns eisvogelhochhaus zweihundertacht im elften stock",
        "ADDRESS",
        f"[{OTHER}{FREQUENT}{VERB}](?P<own>{NOUN}{_NUMBER}){ALONE}",
        is_no_amount,
        in_figures=True,
    ),
    # digits that are said one by one before a name
    rule_of(
        "en",
        "they offered us two oh eight kingfisher point but it's high up",
        "ADDRESS",
        f"(?P<own>{NUMBER}{{3}}{LETTER}?{NOUN}{{1,2}}){ENDED}",
        is_of_digits,
        of_list="number_first",
    ),
    # with a letter, where somebody lives
    rule_of(
        "no",
        "vi bodde i svartoren nitten b åtte stykker",
        "ADDRESS",
        f"[{LIVES}{CORNER}][JGXWUAlf]{{0,4}}(?P<own>{NOUN}{{1,2}}{NUMBER}{{1,2}}{LETTER})",
        is_house,
        in_figures=True,
    ),
    # with the number of a flat behind a slash
    rule_of(
        "pl",
        "orzechowa osiem przez dwadzieścia sześć czwarte piętro",
        "ADDRESS",
        f"{STREET}{_NUMBER}{SLASH}{_NUMBER}",
        always,
    ),
)
