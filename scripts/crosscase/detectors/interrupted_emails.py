"""E-mail addresses that are said aloud with remarks in them: duty desk, all one word, seven, at example dot com.

A word for @ and a domain are looked for, as in `spoken_emails`; commas and a remark may stand in the domain. Before the
word for @ the first part is cut at its commas. A piece says something about the address (mit u-e, ohne Umlaut, nee
hoor), or is a sign, a number or letters; then what stands before it belongs to the address, too.

A person decides.
"""

import re
from collections.abc import Iterator, Sequence
from functools import cache

from crosscase.detectors import spoken_emails
from crosscase.detectors.accents import without_accents
from crosscase.detectors.spans import Setting, Span
from crosscase.detectors.spoken_email_patterns import Patterns, patterns_of, words_for_at
from crosscase.detectors.spoken_numbers import is_hesitation, times, values
from crosscase.languages.ordinary_words import Vocabulary
from crosscase.languages.vocabulary import Language, plain, shape

_DOUBT = "an e-mail address said with remarks in it"
_WORD = r"[^\W_]+"
_WORDS = re.compile(_WORD)
_BEFORE = 160  # characters before the word for @ that are searched for the first part
_MOST_PIECES = 6
_MOST_WORDS = 7  # of the first piece
_SHORT = 3  # letters of a word for @ that is also another word
_SENTENCE = re.compile(r"[.!?:]\s|\s[–—]\s|[\"«»„“”\n]")
_PIECE = re.compile(r"[^,;…]+")
_REMARK = r"(?:[\w'’-]+\s){0,5}[\w'’-]+"
_LEAD = rf"(?:{_REMARK},\s)?"  # behind the word for @: krøllalfa, og så i ett ord, fjellmo
_ASIDES = rf"(?:,\s{_REMARK}){{0,3}}"  # within a domain: sjøbua, med o-e, punkt net
_LETTER = re.compile(r"(?<!\w)[^\W\d_](?!\w)")


def find(text: str, setting: Setting) -> Iterator[Span]:
    """Addresses with remarks in them."""
    bare = without_accents(text)
    whole: list[Span] | None = None  # addresses without remarks, looked for once
    for language, patterns, at in words_for_at(text, setting):
        domain = _domain(language).match(bare, at.end())
        is_short = at["at"] != "@" and len(at["at"]) <= _SHORT
        if domain is None or (is_short and plain(domain["host"]) in setting.function_words):
            continue  # at the dot com boom
        start = _start(text, at, patterns, language)
        if start is None and not spoken_emails.domain_behind(text, at, patterns):
            start = _first_piece(text, at.start())
        if start is None:
            continue
        whole = list(spoken_emails.find(text, setting)) if whole is None else whole
        if not _is_whole(text, start, domain.end(), patterns, setting, whole):
            yield Span(start, domain.end(), "EMAIL", shape(text[start : domain.end()]), _DOUBT)


def _is_whole(text: str, start: int, end: int, patterns: Patterns, setting: Setting, whole: Sequence[Span]) -> bool:
    """Whether an address without remarks is found there, and nothing before it looks like a part of one."""
    found = [span.start for span in whole if start <= span.start < end <= span.end]
    end_before = min(found, default=start)
    before = text[start:end_before]
    words = re.findall(_WORD, before)
    leads = {lead for language in setting.languages for lead in language.contact("remark_leads")}
    has_sign = patterns.sign.search(without_accents(text)[start:end_before])
    is_part = has_sign or not leads.isdisjoint(map(plain, words[1:]))
    return bool(found) and not is_part and all(map(Vocabulary.of(setting.languages).is_ordinary, words))


@cache
def _domain(language: Language) -> re.Pattern[str]:
    """A domain behind the word for @, perhaps with a remark before its ending."""
    patterns = patterns_of(language)
    ending = patterns.paused_ending if patterns else "(?!)"
    return re.compile(
        rf"[\])}}>]?[,…\s]{{1,3}}{_LEAD}(?P<host>{_WORD})(?:(?:[.\s_-]){_WORD}){{0,6}}?{_ASIDES}{ending}",
        re.IGNORECASE,
    )


def _pieces(text: str, end: int) -> list[tuple[int, int]]:
    """The pieces of the sentence before a place, between commas, the nearest first."""
    begin = max(0, end - _BEFORE)
    for sentence in _SENTENCE.finditer(text, begin, end):
        begin = sentence.end()
    return [piece.span() for piece in _PIECE.finditer(text, begin, end) if piece[0].strip()][::-1]


def _start(text: str, at: re.Match[str], patterns: Patterns, language: Language) -> int | None:
    """Where the first part of an address begins that has remarks in it; None if it has none."""
    pieces = _pieces(text, at.start())[:_MOST_PIECES]
    belongs = [_belongs(without_accents(text)[start:end], patterns, language) for start, end in pieces]
    last = 0
    while last + 1 < len(pieces) and (belongs[last] or belongs[last + 1]):
        last += 1
    is_apart = text[: at.start()].rstrip().endswith((",", "…")) and len(at["at"]) > _SHORT
    if not pieces or not (any(belongs[: last + 1]) or is_apart or _has_remark(text, *pieces[0], patterns, language)):
        return None
    return _last_words(text, *pieces[last])


def _first_piece(text: str, end: int) -> int | None:
    """Where the piece begins that stands directly before a word for @."""
    pieces = _pieces(text, end)
    return _last_words(text, *pieces[0]) if pieces else None


def _last_words(text: str, start: int, end: int) -> int:
    """Where the last words of a piece begin."""
    return [word.start() for word in _WORDS.finditer(text, start, end)][-_MOST_WORDS:][0]


def _belongs(piece: str, patterns: Patterns, language: Language) -> bool:
    """Whether a piece without accents is a remark about an address, a sign, a number or letters."""
    words = list(map(plain, re.findall(_WORD, piece)))
    if not words:
        return False
    if patterns.together.search(piece) or patterns.sign.search(piece) or words[0] in _leads(language):
        return True
    return is_hesitation(words[0]) or _are_signs(words, language)


def _are_signs(words: Sequence[str], language: Language) -> bool:
    """Whether all words are numbers or letters."""
    said = {*language.contact("letters"), *language.contact("number_joins")}
    return all(
        len(word) == 1 or word.isdecimal() or word in said or word in values(language) or word in times(language)
        for word in words
    )


def _has_remark(text: str, start: int, end: int, patterns: Patterns, language: Language) -> bool:
    """Whether a remark stands in a piece without commas: boguśka bez ogonków, synnøve med ø-e."""
    words = list(_WORDS.finditer(text, start, end))
    for lead in words[1:]:
        if plain(lead[0]) in language.contact("remark_leads"):
            has_sign = patterns.sign.search(without_accents(text), start, lead.start()) is not None
            return has_sign or _LETTER.search(text, lead.end(), end) is not None
    return False


@cache
def _leads(language: Language) -> frozenset[str]:
    """Words with which a remark about an address begins: without, no."""
    return frozenset(word.split()[0] for name in ("remark_leads", "corrections") for word in language.contact(name))
