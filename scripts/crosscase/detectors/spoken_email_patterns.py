"""The patterns of e-mail addresses that are said aloud, in each language that has words for @ and the dot."""

import re
from collections.abc import Iterator
from functools import cache, cached_property
from string import ascii_lowercase

from crosscase.detectors.accents import any_plain, without_accents
from crosscase.detectors.addresses import ENDINGS
from crosscase.detectors.needed_words import NeededWords
from crosscase.detectors.spans import Setting
from crosscase.languages.vocabulary import Language

WORD = r"[^\W_]+"
_FURTHER_ENDINGS = (
    "coop|museum|io|me|tv|fm|ai|fr|es|se|dk|fi|hu|ro|sk|si|hr|bg|ua|tr|ch|lu|ru|br|us|ca|au"  # heard, rarely written
)
_OPEN, CLOSE = r"\s*[\[({<]?\s*", r"\s*[\])}>]?\s*"
_REMARK = r"\s*,\s(?:[^\W\d_][\w'’]*\s){0,4}[^\W\d_][\w'’]*,\s"  # behind the word for @, which may be said again
_BREAK = r"[\s,.…'’\"_-]{1,4}"  # between two words of a broken domain


class Patterns:
    """The patterns of one language, for a text without accents, each made when it is needed: few texts need all."""

    def __init__(self, language: Language) -> None:
        self._language = language
        dot, signs, endings = map(self._any, ("spoken_dot", "spoken_hyphens", "spoken_endings"))
        # A recogniser of speech may hear the end of a sentence before the dot.
        a_dot = rf"(?:[.,]?{_OPEN}(?<!\w){dot}(?!\w){CLOSE}|\.)"
        a_sign = rf"(?:{_OPEN}(?<!\w){signs}(?!\w){CLOSE}|[_-])"
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
        return re.compile(rf"{WORD}(?:(?:{self._joins}|\s){WORD}){{0,5}}?{self.ending}", re.IGNORECASE)

    @cached_property
    def broken_domain(self) -> re.Pattern[str]:
        """A domain with any signs and a few words between its parts: st mary, with a hyphen, dot sch, dot uk."""
        a_dot = rf"{_BREAK}(?<!\w){self._dot}(?!\w){_BREAK}"
        return re.compile(
            rf"(?:{_BREAK}{WORD}){{1,8}}?(?:{a_dot}{WORD}){{0,2}}?{a_dot}{self._of_domain}", re.IGNORECASE
        )

    @cached_property
    def joined(self) -> re.Pattern[str]:
        """Words before the word for @ that signs join."""
        words, said = rf"{WORD}(?:(?:{self._joins}|\+){WORD})*", self._any("spoken_joined", "spoken_one_word")
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


def all_patterns(setting: Setting) -> list[Patterns]:
    """The patterns of the languages of a text."""
    return [patterns for patterns in map(patterns_of, setting.languages) if patterns]


def words_for_at(text: str, setting: Setting) -> Iterator[tuple[Language, Patterns, re.Match[str]]]:
    """The words for @ in a text that also has a word for the dot, with language and patterns.

    They are found in the text without accents, at the same places.
    """
    bare = without_accents(text)
    for language in setting.languages:
        patterns = patterns_of(language)
        if patterns and patterns.needed_dot.may_be_in(text) and patterns.spoken_dot.search(bare):
            yield from ((language, patterns, at) for at in patterns.at.finditer(bare))
