"""E-mail addresses that are said aloud: keziah dot blomfield at example dot com, jana zavináč seznam tečka cz.

1. A word for @ is looked for: "at", Klammeraffe, chiocciola, zavináč, also in brackets.
2. Behind it there must be a domain, with a word for the dot and an ending: quill hyphen house dot org dot uk.
3. Before it stands the first part: words that a dot, an underscore or a hyphen joins, and before these letters, numbers
   and words that are not ordinary.
4. A remark may stand behind the word for @, and a word that is spelt before it: that's J A N E.

ASSUME: where the word for @ has two or three letters, which are an ordinary word in many languages, a domain with a
written dot is an address only if the word before it is not ordinary: we met at example.org.
"""

import re
from collections.abc import Iterator

from crosscase.detectors.accents import without_accents
from crosscase.detectors.spans import Setting, Span
from crosscase.detectors.spoken_email_patterns import CLOSE, WORD, Patterns, all_patterns
from crosscase.detectors.spoken_numbers import times, values
from crosscase.languages.ordinary_words import Vocabulary
from crosscase.languages.vocabulary import plain, shape

_WORD_BEFORE = re.compile(rf"{WORD}\s$")
_BEFORE = 70  # characters that the first part of an address may have
_SHORT = 3  # letters of a word for @ that is also another word
_MOST_WORDS = 6  # of the first part
_MOST_JOINED = 2  # further words where somebody says that they are written as one
_LETTERS = r"[^\W\d_](?:[\s,-]+[^\W\d_]){2,}(?!\w)"
_SPELT = re.compile(rf",\s(?:[^\W\d_][\w'’]*,?\s){{0,4}}?{_LETTERS},?\s*$")  # before the word for @
_MOST_ORDINARY = 3  # words before a number in the first part: bus drivers seven at
_CLOSED = re.compile(CLOSE)
_PAUSE = re.compile(  # behind the word for @
    r"[\s,]*(?<!\w)(?:[eä]+h*m*|e+r+m*|u+h*m*|h+m+|y+|ε{2,}|εμ+)(?!\w)[\s,.…]+", re.IGNORECASE
)


def find(text: str, setting: Setting) -> Iterator[Span]:
    """Spoken addresses."""
    bare = without_accents(text)
    for patterns in all_patterns(setting):
        if not patterns.needed_at.may_be_in(text):
            continue
        for at in patterns.at.finditer(bare):
            remark = patterns.remark.match(bare, at.end())
            domain = domain_behind(text, at, patterns) or (remark and patterns.domain.match(bare, remark.end()))
            if domain and not patterns.at.search(bare, domain.start(), domain.end()):  # me at jo dot x at y dot com
                start = _start(text, at, domain, patterns, setting)
                if start is not None:
                    yield Span(start, domain.end(), "EMAIL", shape(text[start : domain.end()]))


def domain_behind(text: str, at: re.Match[str], patterns: Patterns) -> re.Match[str] | None:
    """The domain behind a word for @, perhaps with a bracket and a sound between them: at, er, example dot com."""
    closed = _CLOSED.match(text, at.end())
    begin = closed.end() if closed else at.end()
    pause = _PAUSE.match(text, begin)
    return patterns.domain.match(without_accents(text), pause.end() if pause else begin)


def _start(text: str, at: re.Match[str], domain: re.Match[str], patterns: Patterns, setting: Setting) -> int | None:
    """Where the first part of an address begins, or None if there is none."""
    spelt = _SPELT.search(text, max(0, at.start() - _BEFORE), at.start())
    end, bare = spelt.start() if spelt else at.start(), without_accents(text)
    first = patterns.joined.search(bare, max(0, end - _BEFORE), end)
    if not first or not _may_be_first(text[first.start() : first.end()], at["at"], domain[0], patterns, setting):
        return None
    start = _begin(text, first, patterns, setting)
    letter = patterns.letter.search(bare, max(0, start - _BEFORE), start)
    return letter.start() if letter else start


def _begin(text: str, first: re.Match[str], patterns: Patterns, setting: Setting) -> int:
    """Where the first part of an address begins whose last words are known."""
    start = first.start()
    if patterns.together.search(first[0]):
        return _joined_start(text, start, setting)
    for number in range(_MOST_WORDS):
        before = patterns.joined.search(without_accents(text), max(0, start - _BEFORE), start)
        if not before or text[before.end() - 1] not in " -":
            break
        words = text[before.start() : before.end()].strip()
        last = _WORD_BEFORE.search(text, max(0, before.start() - _BEFORE), before.start())
        lead = plain(last[0].strip()) if last else ""
        if not _belongs(words, lead, patterns, setting, number == 0) and not _joins_numbers(text, before, setting):
            is_open = number == 0 and re.fullmatch(WORD, first[0].strip())
            if is_open and (number_start := _before_number(text, first, setting)) is not None:
                return number_start
            return before.start() if is_open and _may_begin(text, before, setting) else start
        start = before.start()
    return start


def _joined_start(text: str, start: int, setting: Setting) -> int:
    """Where the words begin of which somebody says that they are written as one: mama von drei, zusammengeschrieben."""
    begin = start
    for _ in range(_MOST_JOINED):
        before = _WORD_BEFORE.search(text, max(0, start - _BEFORE), start)
        if before is None:
            break
        start = before.start()
        if plain(before[0].strip()) not in setting.function_words | setting.verbs | setting.predicates:
            begin = start
    return begin


def _before_number(text: str, number: re.Match[str], setting: Setting) -> int | None:
    """Where a few ordinary words before a number begin behind a word of the grammar: to bus drivers seven at."""
    if not any(plain(number[0].strip()) in values(language) for language in setting.languages):
        return None
    grammar = setting.function_words | setting.particles | setting.verbs | setting.predicates
    words = list(re.finditer(WORD, text[max(0, number.start() - _BEFORE) : number.start()]))[-_MOST_ORDINARY - 1 :]
    begin = None
    for word in reversed(words):
        if plain(word[0]) in grammar or len(word[0]) < _SHORT:
            return begin
        begin = max(0, number.start() - _BEFORE) + word.start()
    return None


def _may_begin(text: str, first: re.Match[str], setting: Setting) -> bool:
    """Whether an address may begin with an ordinary word: duty desk at, behind a sign or a word of the grammar."""
    words = setting.function_words | setting.particles
    lead = text[max(0, first.start() - _BEFORE) : first.start()].rstrip()
    before = re.findall(WORD, lead)
    at_sign = not lead or not lead[-1].isalnum()
    return plain(first[0].strip()) not in words | setting.verbs and (at_sign or plain(before[-1]) in words)


def _may_be_first(words: str, at: str, domain: str, patterns: Patterns, setting: Setting) -> bool:
    """Whether the words before @ may be the first part of an address."""
    last = plain(re.findall(WORD, words)[-1])
    host = [plain(word) for word in re.findall(WORD, patterns.spoken_dot.split(domain)[0])]
    if len(host) == 1 and host[0] in setting.function_words:
        return False
    is_number = any(last in values(language) for language in setting.languages)
    if len(re.findall(WORD, words)) == 1 and last in setting.function_words | setting.verbs and not is_number:
        return False
    if len(at) > _SHORT or patterns.spoken_dot.search(domain):
        return True
    return not Vocabulary.of(setting.languages).is_ordinary(words.strip())


def _belongs(words: str, before: str, patterns: Patterns, setting: Setting, is_next: bool) -> bool:
    """Whether words further before @ belong to the address: a letter, a number, words with signs, no ordinary word.

    `before` is the plain word before them. `is_next` says that one word stands between them and @, so that a letter is
    the initial of a name: i mosca at.
    """
    if not re.fullmatch(WORD, words):
        return True
    word = plain(words)
    is_led = before in setting.prepositions  # na k novotná at: two prepositions do not follow each other
    is_word = word in setting.prepositions | setting.particles and not is_led
    is_initial = is_next and len(word) == 1 and words.isascii() and not is_word
    is_number = any(word in values(language).keys() - language.indefinites for language in setting.languages)
    if is_number and not is_next:  # jeden dziewięć trzy: also a determiner
        return True
    if word in setting.function_words | setting.titles and not is_initial:
        return False
    if patterns.spoken_dot.fullmatch(word):
        return False
    if (
        len(word) == 1
        or word.isdecimal()
        or any(word in said(language) for language in setting.languages for said in (values, times))
    ):
        return True
    vocabulary = Vocabulary.of(setting.languages)
    return vocabulary.is_name(words) or not any(map(vocabulary.is_ordinary, (words, words.lower())))


def _joins_numbers(text: str, join: re.Match[str], setting: Setting) -> bool:
    """Whether a word joins two numbers: oitenta e dois."""
    before = re.findall(WORD, text[max(0, join.start() - _BEFORE) : join.start()])[-1:]
    return any(
        plain(join[0].strip()) in language.contact("number_joins") and plain("".join(before)) in values(language)
        for language in setting.languages
    )


def may_be_ending(words: str, setting: Setting) -> bool:
    """Whether a word for the dot and the word behind it may end a domain, also with commas behind both."""
    words = words.replace(",", "")
    return any(patterns.domain.match(without_accents(f"x {words}")) for patterns in all_patterns(setting))


def may_begin_ending(dot: str, setting: Setting, word: str) -> bool:
    """Whether a word may begin the ending of a domain, which may be of several words, behind one for the dot."""
    first = "".join(re.findall(WORD, word)[:1])
    listed = (ending for language in setting.languages for ending in language.contact("spoken_endings"))
    endings = {ending.split()[0] for ending in listed if " " in ending}
    endings |= {letter for language in setting.languages for letter in language.contact("letters")}
    return len(first) == 1 or plain(first) in endings or may_be_ending(f"{dot} {word}", setting)


def is_dot(word: str, setting: Setting) -> bool:
    """Whether a word is one for the dot."""
    return any(patterns.spoken_dot.search(without_accents(word)) for patterns in all_patterns(setting))
