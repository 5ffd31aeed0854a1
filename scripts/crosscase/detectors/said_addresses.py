"""Addresses in small letters, as automatic transcripts write them: karl tremmler straße hundertsieben.

Nothing but its words shows an address there. `address_words` says of each what it may be; an address is a pattern of
that:

1. a street, then the number of a house: via della merla sette, kerkebuurt tien;
2. the number, then the street: one one nine gorsey bank, dreißig in der vogelherdstraße;
3. a block or a flat with its number, then the street: block vier eingang zwei ottilienring;
4. a name, then parts of an address with their numbers: orrendale court staircase two door nineteen.

A street is a word for one with others beside it, a word that ends in one, or a word in no vocabulary. Words for signs
may be said (komma, slash), and full stops may stand anywhere. A person decides.

ASSUME: a small number before an ordinary word counts it (meier drei kinder), unless a word for streets is before it.
"""

import re
from collections.abc import Iterator

from crosscase.detectors.address_words import signs_of
from crosscase.detectors.spans import Setting, Span
from crosscase.detectors.spoken_numbers import values
from crosscase.detectors.street_patterns import patterns_of
from crosscase.detectors.street_places import somebody_lives
from crosscase.detectors.words import Word, begins_sentence, words_of
from crosscase.languages.vocabulary import plain, shape

DOUBT = "perhaps an address in small letters"
_FEWEST = 2  # words
_COUNTS = 13  # a smaller number in one word may count what stands behind it
_FIRST = re.compile(r"[^\W\d_]")
_MOST_CAPITALS, _WORDS_TO_CAPITAL = 2, 6
_FURTHER = re.compile(r"[\s,;.:–—/-]{1,3}")  # between two words of one address

_HOUSE = "N+(?:CN+)*L?"
_NUMBER = rf"[SG]{{0,2}}(?P<house>{_HOUSE})(?:[GJC]{{1,3}}{_HOUSE}|GL)*"
_TAIL = "(?:[GJC]{0,2}(?:P+[NOL]*|[NOW]P+L?|G[NOL]+))*"
_OWN = "[QtU]"  # the word by which a street is known
_LEADS, _STRONG, _WEAK = "[TZ]", "[TZR]", "[wz]"
_ENDS = "[RZrz]"  # behind the name of a street
_NAME = "[WUtQRrZz]"
_AND_OWN = f"[WPOJu]{{0,4}}{_OWN}{{1,2}}"
_BEFORE = (
    rf"(?:{_LEADS}G?(?:[JWPOUtQu]|{_ENDS}){{1,5}}|{_WEAK}G?{_AND_OWN}[WUtQ]{{0,2}}|(?<=J)W{{1,2}}{_OWN}{_NAME}{{0,2}}"
    rf"|[WUtQ]{{1,3}}[RZ]|[WUt]{{0,2}}(?:J{{1,2}}{_OWN}|{_OWN}){_NAME}{{0,3}})"
)
_BEHIND = (
    rf"(?:{_LEADS}[JWPOu]{{0,4}}[WUtQ]{{1,3}}|{_WEAK}{_AND_OWN}|[WUt]{{1,3}}{_ENDS}{{1,2}}"
    rf"|[WJ]{{0,3}}{_OWN}{{1,3}}{_ENDS}{{0,2}})"
)
_STREET = r"[TZwz]?J{0,2}[WUtQ]{1,2}[RZrz]?"
_IS_NAMED = re.compile("[TZRQ]|[Ut][rz]")  # no number behind them counts
_SHOWN = frozenset("TRZwrzQtUPSK")  # of which every address has one
_PATTERNS = tuple(
    re.compile(pattern)
    for pattern in (
        rf"(?P<street>{_BEFORE}){_NUMBER}(?![uN]){_TAIL}",
        rf"(?P<weak>[wzr]G?[WJ]{{0,3}})S?(?P<house>{_HOUSE})(?![uWUtQN]){_TAIL}",
        rf"(?:P{{0,2}}P[NOL]+(?:J?[NOW]?P)?J{{0,2}}){{0,3}}P{{0,3}}{_NUMBER}{_TAIL}[SJG]{{0,3}}(?P<behind>{_BEHIND}){_TAIL}",
        rf"[PS](?:N+|L)(?:[PSOLW][NOL]*){{0,4}}J{{0,3}}(?P<behind>{_BEHIND})",
        rf"(?:{_BEFORE}|[WUtQ]{{1,3}}[rz]|[TZwz][JWUtQ]{{1,4}})(?:G?P(?:N+|L))*(?:G?[PS](?:N+|L)){_TAIL}",
        rf"K{_STREET}[CJ]{{0,2}}{_STREET}[JW]{{0,2}}S?{_NUMBER}",
        rf"(?:{_WEAK}?J{{0,2}})[WUt]{{1,3}}(?P<house>{_HOUSE})(?:[GJ]{_HOUSE})*(?:G?P[NL]+)+{_TAIL}",
        rf"(?P<lived>J{{1,2}}W{{1,3}})S{_HOUSE}",
        rf"{_OWN}J{{1,2}}O(?![WUtQu])",
        rf"S{{2,}}{_HOUSE}",
        r"P(?:N+|L)(?:J{0,2}P(?:N+L?|L))+",
        r"OW?J{1,2}[TZ][WU]{1,2}",
    )
)


def find(text: str, setting: Setting) -> Iterator[Span]:
    """Addresses in small letters."""
    if is_in_small_letters(text, setting):
        yield from find_anywhere(text, setting)


def find_anywhere(text: str, setting: Setting) -> Iterator[Span]:
    """Addresses as they are in small letters, however the passage is written."""
    for words in _passages(text):
        signs = signs_of([text[word.start : word.end].lower() for word in words], setting)
        if "N" not in signs and "O" not in signs:
            continue
        for pattern in _PATTERNS:
            for match in pattern.finditer(signs):
                if _is_address(match, words, text, setting):
                    first, last = _led(words, match.start(), setting), _last(match, words, setting)
                    start, end = words[first].start, words[last].end
                    yield Span(start, end, "ADDRESS", shape(text[start:end]), DOUBT)


def may_show_one(word: str, setting: Setting) -> bool:
    """Whether one of the words of a text's word, in small letters, shows an address beside a number."""
    return not _SHOWN.isdisjoint(signs_of([word[one.start : one.end] for one in words_of(word)], setting))


def is_in_small_letters(text: str, setting: Setting) -> bool:
    """Whether a passage begins in small letters and has few capital ones within a sentence."""
    if not setting.cased:
        return True
    first = _FIRST.search(text)
    if first is None or not first[0].islower():
        return False
    words = words_of(text)
    capitals = [word for word in words if word.capital and word.end - word.start > 1]
    within = sum(not begins_sentence(text, word.start) for word in capitals)
    return within <= _MOST_CAPITALS and within * _WORDS_TO_CAPITAL <= len(words)


def _passages(text: str) -> Iterator[list[Word]]:
    """The words between signs that stand in no address."""
    passage: list[Word] = []
    for word in words_of(text):
        if passage and not _FURTHER.fullmatch(text, passage[-1].end, word.start):
            if len(passage) >= _FEWEST:
                yield passage
            passage = []
        passage.append(word)
    if len(passage) >= _FEWEST:
        yield passage


def _is_address(match: re.Match[str], words: list[Word], text: str, setting: Setting) -> bool:
    """Whether signs are those of an address, and its number counts nothing."""
    found = match.groupdict()
    if found.get("lived"):
        start, end = words[match.start()].start, words[match.end() - 1].end
        return any(somebody_lives(text, start, end, patterns_of(language)) for language in setting.languages)
    if not found.get("house"):
        return True
    numbers = [
        _value(words[place].shape, setting) for place in range(match.start(), match.end()) if match.string[place] == "N"
    ]
    is_small = len(numbers) == 1 and numbers[0] < _COUNTS
    if found.get("weak"):
        return not is_small or "S" in match[0]
    if behind := found.get("behind"):
        is_named = any(sign in behind for sign in "TZRQwzrt")
        return is_named or not is_small or any(language.contact("number_first") for language in setting.languages)
    is_named = _IS_NAMED.search(found.get("street") or "T") is not None
    following = match.string[match.end() : match.end() + 1]
    return is_named or not is_small or match.end() > match.end("house") or following not in tuple("WUtQu")


def _value(word: str, setting: Setting) -> int:
    """The value of a number in words or figures."""
    if word.isdecimal():
        return int(word)
    found = (values(language)[word] for language in setting.languages if word in values(language))
    return next(found, _COUNTS)


def _last(match: re.Match[str], words: list[Word], setting: Setting) -> int:
    """The last word of an address. A letter that is a word and goes on is none of it: 12 u babci.

    ASSUME: "a" is rather the letter of a house.
    """
    last = match.end() - 1
    letter = plain(words[last].shape)
    goes_on = match[0].endswith("L") and match.end() < len(words)
    return last - 1 if goes_on and letter != "a" and letter in setting.function_words else last


def _led(words: list[Word], first: int, setting: Setting) -> int:
    """The first word of an address with the small words that belong to its street: am, na, in der."""
    leads = {lead for language in setting.languages for lead in language.contact("street_leads")}
    for some in (2, 1):
        before = words[max(0, first - some) : first]
        if len(before) == some and " ".join(plain(word.shape) for word in before) in leads:
            return first - some
    return first
