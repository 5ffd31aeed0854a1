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
from functools import cache, cached_property
from string import ascii_lowercase

from crosscase.detectors.accents import any_plain, without_accents
from crosscase.detectors.addresses import ENDINGS
from crosscase.detectors.needed_words import NeededWords
from crosscase.detectors.spans import Setting, Span
from crosscase.detectors.spoken_numbers import times, values
from crosscase.languages.ordinary_words import Vocabulary
from crosscase.languages.vocabulary import Language, plain, shape

_WORD = r"[^\W_]+"
_FURTHER_ENDINGS = (
    "coop|museum|io|me|tv|fm|ai|fr|es|se|dk|fi|hu|ro|sk|si|hr|bg|ua|tr|ch|lu|ru|br|us|ca|au"  # heard, rarely written
)
_WORD_BEFORE = re.compile(rf"{_WORD}\s$")
_OPEN, _CLOSE = r"\s*[\[({<]?\s*", r"\s*[\])}>]?\s*"
_BEFORE = 70  # characters that the first part of an address may have
_SHORT = 3  # letters of a word for @ that is also another word
_MOST_WORDS = 6  # of the first part
_MOST_JOINED = 2  # further words where somebody says that they are written as one
_REMARK = r"\s*,\s(?:[^\W\d_][\w'’]*\s){0,4}[^\W\d_][\w'’]*,\s"  # behind the word for @, which may be said again
_LETTERS = r"[^\W\d_](?:[\s,-]+[^\W\d_]){2,}(?!\w)"
_SPELT = re.compile(rf",\s(?:[^\W\d_][\w'’]*,?\s){{0,4}}?{_LETTERS},?\s*$")  # before the word for @
_MOST_ORDINARY = 3  # words before a number in the first part: bus drivers seven at
_BREAK = r"[\s,.…'’\"_-]{1,4}"  # between two words of a broken domain
_CLOSED = re.compile(_CLOSE)
_PAUSE = re.compile(  # behind the word for @
    r"[\s,]*(?<!\w)(?:[eä]+h*m*|e+r+m*|u+h*m*|h+m+|y+|ε{2,}|εμ+)(?!\w)[\s,.…]+", re.IGNORECASE
)


class Patterns:
    """The patterns of one language, for a text without accents, each made when it is needed: few texts need all."""

    def __init__(self, language: Language) -> None:
        self._language = language
        dot, signs, endings = map(self._any, ("spoken_dot", "spoken_hyphens", "spoken_endings"))
        # A recogniser of speech may hear the end of a sentence before the dot.
        a_dot = rf"(?:[.,]?{_OPEN}(?<!\w){dot}(?!\w){_CLOSE}|\.)"
        a_sign = rf"(?:{_OPEN}(?<!\w){signs}(?!\w){_CLOSE}|[_-])"
        self._dot, self._signs, self._joins = dot, signs, f"{a_sign}|{a_dot}"
        self._at = f"(?:{self._any('spoken_at')}|@)"
        self.needed_at, self.needed_dot = (
            NeededWords([*language.contact(name), *signs]) for name, signs in (("spoken_at", ["@"]), ("spoken_dot", []))
        )
        letter = any_plain([*language.contact("letters"), *ascii_lowercase])
        of_domain = rf"(?:{ENDINGS}|{_FURTHER_ENDINGS}|{endings}|co|{letter}(?:\s{letter}){{1,2}})(?!\w)"
        self.ending = f"(?:{a_dot}{of_domain})+"  # the pattern of the end of a domain
        # The same with a pause behind the dot: dot, sch, dot, uk.
        self.paused_ending = rf"(?:(?:{a_dot}|,?\s(?<!\w){dot},\s){of_domain})+"
        self._of_domain = of_domain

    @cached_property
    def at(self) -> re.Pattern[str]:
        """A word for @, or the sign."""
        return re.compile(rf"(?P<at>(?<!\w){self._at}|@(?=\s))(?!\w)", re.IGNORECASE)

    @cached_property
    def spoken_dot(self) -> re.Pattern[str]:
        """A word for the dot."""
        return re.compile(rf"(?<!\w){self._dot}(?!\w)", re.IGNORECASE)

    @cached_property
    def domain(self) -> re.Pattern[str]:
        """A domain, behind the word for @."""
        return re.compile(rf"{_WORD}(?:(?:{self._joins}|\s){_WORD}){{0,5}}?{self.ending}", re.IGNORECASE)

    @cached_property
    def broken_domain(self) -> re.Pattern[str]:
        """A domain with any signs and a few words between its parts: st mary, with a hyphen, dot sch, dot uk."""
        a_dot = rf"{_BREAK}(?<!\w){self._dot}(?!\w){_BREAK}"
        return re.compile(
            rf"(?:{_BREAK}{_WORD}){{1,8}}?(?:{a_dot}{_WORD}){{0,2}}?{a_dot}{self._of_domain}", re.IGNORECASE
        )

    @cached_property
    def joined(self) -> re.Pattern[str]:
        """Words before the word for @ that signs join."""
        words, said = rf"{_WORD}(?:(?:{self._joins}|\+){_WORD})*", self._any("spoken_joined", "spoken_one_word")
        return re.compile(rf"(?<![\w'’]){words}(?:,?\s{said},?){{0,2}}\s*[\[({{<]?\s*$", re.IGNORECASE)

    @cached_property
    def together(self) -> re.Pattern[str]:
        """What is said behind words that are written as one."""
        return re.compile(rf"(?<!\w){self._any('spoken_one_word')}(?!\w)", re.IGNORECASE)

    @cached_property
    def remark(self) -> re.Pattern[str]:
        """A remark behind the word for @, which may be said again."""
        return re.compile(rf"{_REMARK}(?:{self._at}\s)?", re.IGNORECASE)

    @cached_property
    def letter(self) -> re.Pattern[str]:
        """A letter before the first part, with a word that says which it is: n as in November."""
        spelling = any_plain(self._language.contact("spelling"))
        return re.compile(rf"(?<!\w)[^\W\d_]\s(?i:{spelling})\s[^\W\d_]+,?\s*$")

    @cached_property
    def sign(self) -> re.Pattern[str]:
        """A word for a dot, an underscore or a hyphen."""
        return re.compile(rf"(?<!\w)(?:{self._dot}|{self._signs})(?!\w)", re.IGNORECASE)

    def _any(self, *lists: str) -> str:
        return any_plain(word for name in lists for word in self._language.contact(name))


@cache
def patterns_of(language: Language) -> Patterns | None:
    """The patterns of a language that has words for @ and the dot."""
    is_said = language.contact("spoken_at") and language.contact("spoken_dot")
    return Patterns(language) if is_said else None


def find(text: str, setting: Setting) -> Iterator[Span]:
    """Spoken addresses."""
    bare = without_accents(text)
    for patterns in _all_patterns(setting):
        if not patterns.needed_at.may_be_in(text):
            continue
        for at in patterns.at.finditer(bare):
            remark = patterns.remark.match(bare, at.end())
            domain = domain_behind(text, at, patterns) or (remark and patterns.domain.match(bare, remark.end()))
            if domain and not patterns.at.search(bare, domain.start(), domain.end()):  # me at jo dot x at y dot com
                start = _start(text, at, domain, patterns, setting)
                if start is not None:
                    yield Span(start, domain.end(), "EMAIL", shape(text[start : domain.end()]))


def words_for_at(text: str, setting: Setting) -> Iterator[tuple[Language, Patterns, re.Match[str]]]:
    """The words for @ in a text that also has a word for the dot, with language and patterns.

    They are found in the text without accents, at the same places.
    """
    bare = without_accents(text)
    for language in setting.languages:
        patterns = patterns_of(language)
        if patterns and patterns.needed_dot.may_be_in(text) and patterns.spoken_dot.search(bare):
            yield from ((language, patterns, at) for at in patterns.at.finditer(bare))


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
            is_open = number == 0 and re.fullmatch(_WORD, first[0].strip())
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
    words = list(re.finditer(_WORD, text[max(0, number.start() - _BEFORE) : number.start()]))[-_MOST_ORDINARY - 1 :]
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
    before = re.findall(_WORD, lead)
    at_sign = not lead or not lead[-1].isalnum()
    return plain(first[0].strip()) not in words | setting.verbs and (at_sign or plain(before[-1]) in words)


def _may_be_first(words: str, at: str, domain: str, patterns: Patterns, setting: Setting) -> bool:
    """Whether the words before @ may be the first part of an address."""
    last = plain(re.findall(_WORD, words)[-1])
    host = [plain(word) for word in re.findall(_WORD, patterns.spoken_dot.split(domain)[0])]
    if len(host) == 1 and host[0] in setting.function_words:
        return False
    is_number = any(last in values(language) for language in setting.languages)
    if len(re.findall(_WORD, words)) == 1 and last in setting.function_words | setting.verbs and not is_number:
        return False
    if len(at) > _SHORT or patterns.spoken_dot.search(domain):
        return True
    return not Vocabulary.of(setting.languages).is_ordinary(words.strip())


def _belongs(words: str, before: str, patterns: Patterns, setting: Setting, is_next: bool) -> bool:
    """Whether words further before @ belong to the address: a letter, a number, words with signs, no ordinary word.

    `before` is the plain word before them. `is_next` says that one word stands between them and @, so that a letter is
    the initial of a name: i mosca at.
    """
    if not re.fullmatch(_WORD, words):
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
    before = re.findall(_WORD, text[max(0, join.start() - _BEFORE) : join.start()])[-1:]
    return any(
        plain(join[0].strip()) in language.contact("number_joins") and plain("".join(before)) in values(language)
        for language in setting.languages
    )


def may_be_ending(words: str, setting: Setting) -> bool:
    """Whether a word for the dot and the word behind it may end a domain, also with commas behind both."""
    words = words.replace(",", "")
    return any(patterns.domain.match(without_accents(f"x {words}")) for patterns in _all_patterns(setting))


def may_begin_ending(dot: str, setting: Setting, word: str) -> bool:
    """Whether a word may begin the ending of a domain, which may be of several words, behind one for the dot."""
    first = "".join(re.findall(_WORD, word)[:1])
    listed = (ending for language in setting.languages for ending in language.contact("spoken_endings"))
    endings = {ending.split()[0] for ending in listed if " " in ending}
    endings |= {letter for language in setting.languages for letter in language.contact("letters")}
    return len(first) == 1 or plain(first) in endings or may_be_ending(f"{dot} {word}", setting)


def is_dot(word: str, setting: Setting) -> bool:
    """Whether a word is one for the dot."""
    return any(patterns.spoken_dot.search(without_accents(word)) for patterns in _all_patterns(setting))


def _all_patterns(setting: Setting) -> list[Patterns]:
    return [patterns for patterns in map(patterns_of, setting.languages) if patterns]
