"""Rules about the number of a house by what is said around it, wherever its street is no more than a name.

They are among those of `uncounted_numbers`, for numbers that count nothing. Such is one before a floor, one behind a
remark how its street is written, one behind "number" or a part of a house after a capitalised name, one that is said
twice, and one with a slash behind what ends like a street. In small letters also a small one behind something that
everybody knows, where something is said to be: the food bank is behind the town hall eight.
"""

from crosscase.detectors.address_words import (
    AND,
    BREAK,
    CORNER,
    LETTER,
    LIKE,
    NUMBER,
    ORDINAL,
    OTHER,
    PART,
    SIGN,
    SMALL,
    UNKNOWN,
)
from crosscase.detectors.beside_numbers import COMMA, FREQUENT, KILOMETRE, LIVES, SLASH, STOP, VERB
from crosscase.detectors.contact_words import JOIN, SPELLING
from crosscase.detectors.house_evidence import (
    is_answer_of_name,
    is_asked_number,
    is_asked_where,
    is_before_floor,
    is_by_landmark,
    is_house_alone,
    is_hundred,
    is_in_named_place,
    is_lived_in,
    is_no_amount,
    is_number_of_house,
    is_of_digits,
    is_range_before,
    is_room_of_place,
    is_spelling,
    is_unknown_street,
    is_written_out,
)
from crosscase.detectors.uncounted_evidence import always, has_capital, is_house, is_of_house, is_small_street
from crosscase.detectors.uncounted_rules import ALONE, ENDED, NOUN, OF_STREETS, ORDINARY, STREET, rule_of

_NUMBER = f"{NUMBER}{{1,3}}{LETTER}?"  # a hundred, thirty, two b
_MORE = f"{NUMBER}(?:[{AND}{BREAK}]?{NUMBER}){{0,2}}{LETTER}?"  # thirty and three
_BEGINS = f"(?:(?<=[{STOP}])|^)"  # a sentence
_CLOSES = f"(?=[{STOP}{COMMA}]|$)"
# A number before the part, or behind it.
_OF_PART = f"(?:(?<=[{ORDINAL}{PART}]{PART})|(?<={COMMA}{NUMBER}{PART})|[{NUMBER}{ORDINAL}{LETTER}{SIGN}])"
_ROAD = f"[{NOUN[1:-1]}{LIVES}]"
_SPEAKER = f"[{NOUN[1:-1]}{LETTER}{AND}{BREAK}{SMALL}{OTHER}]"  # of a turn

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
        f"{OF_STREETS}{{1,2}}[Wlf]{{0,2}}[{SMALL}{SPELLING}]{{1,2}}{NOUN}{{1,2}}(?:[{SMALL}{SPELLING}]{{1,2}}[{ORDINARY[1:-1]}{JOIN}])?{_NUMBER}"
        f"(?:{ALONE}|(?={JOIN}))",
        is_small_street,
    ),
    rule_of(
        "no",
        "så til furukollen hundre og åtte og naboen",
        "ADDRESS",
        f"[J{BREAK}](?P<own>{NOUN}{ORDINARY}?{NUMBER}[{AND}{BREAK}]{NUMBER}{LETTER}?){ENDED}",
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
        f"[{LIVES}{CORNER}][JGXWUAlf]{{0,4}}(?P<own>{NOUN}{{1,2}}{NUMBER}{{1,3}}{LETTER})",
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
    rule_of(
        "pl",
        "Hutmanów 240 łamane na 17. Tyle wiem",
        "ADDRESS",
        f"{NOUN}{_NUMBER}{SLASH}[{SMALL}{BREAK}]?{_NUMBER}{ALONE}",
        is_of_house,
        in_figures=True,
    ),
    # by something that everybody knows, where somebody or something is said to be there
    rule_of(
        "de",
        "die tafel ist jetzt hinterm rathaus acht da musst du um neun da sein",
        "ADDRESS",
        f"[{SMALL}{BREAK}](?P<own>{ORDINARY}?{NOUN}{_NUMBER}){ALONE}",
        is_by_landmark,
        in_figures=True,
    ),
    rule_of(
        "nl",
        "wij lopen nu naar de molenkolk acht en dan",
        "ADDRESS",
        f"[{SMALL}{BREAK}](?P<own>{NOUN}?[{UNKNOWN}{LIKE}]{_NUMBER}){ALONE}",
        is_unknown_street,
        in_figures=True,
    ),
    # a room or a plot behind what it is in
    rule_of(
        "it",
        "mia mamma è alla casa dei castagni camera dodici e",
        "ADDRESS",
        f"[{SMALL}{BREAK}](?P<own>{ORDINARY}{{1,3}}{SMALL}?[{PART}{SIGN}]{_NUMBER}){ALONE}",
        is_room_of_place,
        in_figures=True,
    ),
    # a hut or a unit before what it is in
    rule_of(
        "pl",
        "To był barak 5 na terenie cegielni",
        "ADDRESS",
        f"(?P<own>[{PART}{UNKNOWN}]{_NUMBER})[{SMALL}{BREAK}]{{1,2}}{NOUN}",
        is_lived_in,
        in_figures=True,
    ),
    rule_of(
        "en",
        "the council put us in flat six osprey point and there was",
        "ADDRESS",
        f"{PART}{_NUMBER}{ORDINARY}{{2}}{ENDED}",
        is_small_street,
        in_figures=True,
        of_list="number_first",
    ),
    # a weak word for streets behind a preposition
    rule_of(
        "it",
        "eravamo nel centro di via meccanici quattro e",
        "ADDRESS",
        f"[{SMALL}{BREAK}{SPELLING}](?P<own>{OF_STREETS}{NOUN}{{1,3}}{_NUMBER}){ALONE}",
        is_small_street,
        in_figures=True,
    ),
    # from one house to another, before the street
    rule_of(
        "en",
        "used to be twenty eight to thirty two market cross but",
        "ADDRESS",
        f"(?P<own>{NUMBER}{{1,3}}[{SMALL}{BREAK}]{NUMBER}{{1,3}}{ORDINARY}{{2}}){ENDED}",
        is_range_before,
        in_figures=True,
        of_list="number_first",
    ),
    # the kilometre of a road
    rule_of(
        "cs",
        "říkám čtrnáctý kilometr na staré císařské protože",
        "ADDRESS",
        f"(?:{NUMBER}?{ORDINAL}{{1,2}}{KILOMETRE}|{KILOMETRE}{_NUMBER})[{SMALL}{BREAK}{SPELLING}]{{0,2}}{ORDINARY}{_ROAD}",
        always,
    ),
    # a word for the number of a house, and of nothing else
    rule_of(
        "de",
        "des is einfach Hausnummer achtzehn, fertig",
        "ADDRESS",
        f"(?P<own>{SIGN}{_NUMBER}){ENDED}",
        is_number_of_house,
        in_figures=True,
    ),
    rule_of(
        "el",
        "δεν έχουμε δρόμους, σπίτι 46, Άνω Σκάλα",
        "ADDRESS",
        f"(?P<own>[{LIVES}{PART}]{_NUMBER}){_CLOSES}",
        is_house_alone,
        in_figures=True,
    ),
    # the number of a house that another one asks for, and where something is
    rule_of(
        "pl",
        "B: Kotlarska. I: A numer? B: Dziewiętnaście, drugie",
        "ADDRESS",
        f"(?P<own>(?:(?<=[{STOP}])(?P<street>{NOUN}{{1,2}})[{STOP}]{_SPEAKER}[{STOP}][{SMALL}{BREAK}{AND}{OTHER}]{{0,2}})?"
        f"{SIGN}[{STOP}{COMMA}]{_SPEAKER}[{STOP}](?P<number>{_NUMBER})){_CLOSES}",
        is_asked_number,
        in_figures=True,
    ),
    rule_of(
        "nl",
        "I: En waar stond dat tehuis? R: Zandheuvel acht, onder het bos",
        "ADDRESS",
        f"(?<=[{STOP}])(?P<own>[{NOUN[1:-1]}{FREQUENT}{LIVES}{SMALL}{SPELLING}{VERB}]{{1,4}}{_NUMBER}){_CLOSES}",
        is_asked_where,
        in_figures=True,
    ),
)
