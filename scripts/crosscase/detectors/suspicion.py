"""Doubtful spans: words and numbers that no rule can decide. They make the review queue.

1. A word with a capital letter that is not an ordinary word of the text's language, anywhere.
2. Within a sentence any word with a capital letter except months, nationalities and similar words. In German, where
   every noun has one, only a word that is also a common first name (der Thomas), or a surname without an article before
   it (der Koch).
3. At the beginning of a sentence also a common name, and any word before a verb such as "said": Joy said.
4. Capitalised words around such a word belong to it: they are one row, also with particles between them.
5. A run of eight or more digits that no detector found, unless it is an amount, a date or a range of years.

ASSUME: up to five capitals are an abbreviation, not a name, unless they are a common first name that is no other word:
then ANNA came, but the AWO, MARK.
"""

import re
from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator, Sequence, Set
from functools import lru_cache
from operator import attrgetter

from crosscase.detectors import long_numbers
from crosscase.detectors.capitals_of_no_name import is_excepted, is_function_word
from crosscase.detectors.first_names import is_first_name
from crosscase.detectors.ordinary_use import is_frequent
from crosscase.detectors.public_words import are_public
from crosscase.detectors.spans import Setting, Span, Taken
from crosscase.detectors.words import Word, begins_sentence, words_from, words_of
from crosscase.languages.common_names import names_anywhere
from crosscase.languages.ordinary_words import Vocabulary
from crosscase.languages.vocabulary import MOSTLY_PREPOSITIONS, plain, shape

LIKE_LISTED = "like a listed name"  # why a word is doubtful
COMMON_NAME = "a common name"
UNKNOWN = "a capitalised word that no vocabulary has"
ORDINARY = "an ordinary word with a capital letter"
_ABBREVIATION = 5  # letters in capitals, at most
_MOST_KNOWN = 2**14  # remembered words
_ADJECTIVE = ("e", "en", "er", "es", "em")
_JOINS = {" ", "\u00a0", "-", "'", "’", "‐", "‑", ". "}
_NOBLE = {"von", "van", "de", "da", "do", "das", "dos", "di", "del"}  # after a first name they make any word a name
_LONGEST_BETWEEN = 20  # characters of particles
_SHORTENED = 2  # letters of a shortened word before a full stop
_HYPHENS = {"-", "‐", "‑"}
_SHORTEST_DOUBLE = 4  # letters of each part of a double name
_DOUBLE = re.compile(r"(?<![\w-])[^\W\d_]{4,}[-‐‑][^\W\d_]{4,}(?![\w-])")
_BEFORE = 200  # characters before a word, in which the two words before it are
_BEHIND = 60  # characters after a name that are searched for a verb


def find(text: str, setting: Setting, taken: Taken, is_like_listed: Callable[[str], bool]) -> Iterator[Span]:
    """The doubtful spans of a text outside the taken places.

    `is_like_listed` decides whether a plain word is similar to a listed name.
    """
    capitals = [word for word in words_of(text) if word[3]]
    free = [word for word in capitals if not taken.overlapping(word.start, word.end)] if taken else capitals
    for run in _runs(text, free, setting):
        if len(run) == 1 and is_never_suspicious(text[run[0].start : run[0].end], setting):
            continue
        doubles = _doubles(text, run, setting)
        suspicious = [n for n, word in enumerate(run) if word in doubles or is_suspicious(text, word, setting)]
        if suspicious and not are_public(text, run, [run[n] for n in suspicious], setting):
            first = next(n for n, word in enumerate(run) if n == suspicious[0] or _may_belong(text, word, setting))
            yield _row(text, run[first : _last(text, run, suspicious[-1], setting) + 1], setting, is_like_listed)
    yield from long_numbers.find(text, setting)


def may_be_name(word: str, setting: Setting) -> bool:
    """Whether a capitalised word is suspicious anywhere, or is a common name."""
    if _is_first_name_in_capitals(word, setting):
        return True
    if not _letters(word) or is_excepted(word, setting):
        return False
    vocabulary = Vocabulary.of(setting.languages)
    if not vocabulary.is_ordinary(_titled(word)):
        return word.isupper() or not vocabulary.is_made_of_words(word)
    is_name = vocabulary.is_name(word) or _is_family(word, setting)
    return is_name and not word.isupper() and plain(word) not in setting.function_words


def depends_on_place(word: str, setting: Setting) -> bool:
    """Whether a capitalised ordinary word is suspicious within a sentence."""
    return not setting.articles and may_speak(word, setting)


def may_speak(word: str, setting: Setting) -> bool:
    """Whether a capitalised ordinary word is suspicious before a verb of speaking."""
    excepted = is_excepted(word, setting) or is_function_word(word, setting)
    return not (excepted or word.isupper()) and _letters(word)


def may_begin_speaking(word: str, setting: Setting) -> bool:
    """Whether a capitalised word that begins a sentence is suspicious before a verb of speaking alone."""
    return may_speak(word, setting) and Vocabulary.of(setting.languages).is_ordinary(_titled(word))


def may_be_double(written: str, setting: Setting) -> bool:
    """Whether a word with its signs may be a double name, which depends on its position."""
    return bool(setting.articles) and _DOUBLE.search(written) is not None


def speaks(text: str, start: int, setting: Setting) -> bool:
    """Whether the word after the one at `start` is a verb such as "said"."""
    words = text[start : start + _BEHIND].split(None, 2)
    return len(words) > 1 and plain(words[1]) in setting.verbs


def _runs(text: str, capitals: Iterable[Word], setting: Setting) -> Iterator[list[Word]]:
    """Capitalised words that follow each other."""
    run: list[Word] = []
    for word in capitals:
        if run and not (_is_next(text, run[-1], word) or _is_joined(text, run[-1], word, setting)):
            yield run
            run = []
        run.append(word)
    if run:
        yield run


def _is_next(text: str, one: Word, other: Word) -> bool:
    """Whether two words stand beside each other; a full stop between them follows an initial, or "St"."""
    between = text[one.end : other.start]
    return between in _JOINS and (between != ". " or one.end - one.start <= _SHORTENED)


def _is_joined(text: str, one: Word, other: Word, setting: Setting) -> bool:
    """Whether particles join a name to the next capitalised word: Mark de Jong, Ludwig von der Au."""
    between = text[one.end : other.start]
    if len(between) > _LONGEST_BETWEEN:
        return False
    particles = _particles(between, setting)
    if not particles or not _may_belong(text, one, setting):
        return False
    is_noble = particles[0] in _NOBLE and Vocabulary.of(setting.languages).is_name(text[one.start : one.end])
    return is_noble or is_suspicious(text, other, setting)


@lru_cache(_MOST_KNOWN)
def _particles(between: str, setting: Setting) -> tuple[str, ...]:
    """The particles between two words, if nothing else is there."""
    particles = tuple(shape(particle) for particle in between.split())
    is_nothing_else = f" {' '.join(particles)} " == shape(between) and setting.particles.issuperset(particles)
    return particles if is_nothing_else and MOSTLY_PREPOSITIONS.isdisjoint(particles) else ()


def _doubles(text: str, run: Sequence[Word], setting: Setting) -> set[Word]:
    """The parts of a German double name without an article, in a run: Wolpertinger-Ries.

    ASSUME: a compound with a hyphen has an article before it, or ends in the plural.
    """
    if not setting.articles or len(run) != 2 or text[run[0].end : run[1].start] not in _HYPHENS:
        return set()
    written = [text[word.start : word.end] for word in run]
    excepted = any(is_excepted(word, setting) for word in written) or not all(map(_letters, written))
    before = text[max(0, run[0].start - _BEFORE) : run[0].start].split()[-1:]
    lead = shape(before[0]) if before else ""
    is_short = min(map(len, written)) < _SHORTEST_DOUBLE
    is_noun = before and (lead in setting.prepositions or before[0][0].isupper() or lead.endswith(_ADJECTIVE))
    if excepted or is_short or is_noun or not lead.isalpha() or _is_behind(setting.articles, text, run[0]):
        return set()
    return set(run)


def _row(text: str, run: Sequence[Word], setting: Setting, is_like_listed: Callable[[str], bool]) -> Span:
    start, end = run[0].start, run[-1].end
    words = words_of(text)
    first, behind = (bisect_left(words, place, key=attrgetter("start")) for place in (start, end))
    name = " ".join(word.shape for word in words[first:behind])
    like = any(is_like_listed(word.shape) for word in run)
    return Span(start, end, "PERSON", name, LIKE_LISTED if like else _reason(text, run, setting))


def _reason(text: str, run: Sequence[Word], setting: Setting) -> str:
    """Why capitalised words are doubtful: the strongest reason of all."""
    vocabulary = Vocabulary.of(setting.languages)
    written = [text[word.start : word.end] for word in run]
    if any(map(vocabulary.is_name, written)):
        return COMMON_NAME
    if not setting.languages and any(word.shape in names_anywhere() for word in run):
        return COMMON_NAME
    ordinary = all(vocabulary.is_ordinary(_titled(word)) or word.islower() for word in written)
    return ORDINARY if ordinary else UNKNOWN


def _last(text: str, run: Sequence[Word], last: int, setting: Setting) -> int:
    """The index of a row's last word: a name includes the word after it, in German only after a common first name."""
    if last + 1 == len(run) or not _letters(text[run[last + 1].start : run[last + 1].end]):
        return last
    takes = not setting.articles or Vocabulary.of(setting.languages).is_name(text[run[last].start : run[last].end])
    return last + 1 if takes else last


@lru_cache(_MOST_KNOWN)
def is_never_suspicious(written: str, setting: Setting) -> bool:
    """Whether a capitalised word is suspicious nowhere, as most are: no word of letters, or in German a mere noun."""
    if _is_first_name_in_capitals(written, setting):
        return False
    if not _letters(written) or is_excepted(written, setting):
        return True
    vocabulary = Vocabulary.of(setting.languages)
    is_name = vocabulary.is_name(written) or _is_family(written, setting)
    is_noun = bool(setting.articles) and not setting.verbs and not is_name
    return vocabulary.is_ordinary(_titled(written)) and (written.isupper() or is_noun)


def is_suspicious(text: str, word: Word, setting: Setting) -> bool:
    """Whether a capitalised word is suspicious where it stands, but for the parts of a double name."""
    written = text[word.start : word.end]
    if is_never_suspicious(written, setting):
        return False
    if _is_first_name_in_capitals(written, setting):
        return True
    if word.shape in setting.function_words and begins_sentence(text, word.start):
        return False
    vocabulary = Vocabulary.of(setting.languages)
    if not vocabulary.is_ordinary(_titled(written)):
        is_compound = vocabulary.is_compound(_titled(written)) and not vocabulary.is_first_name(written)
        if is_compound and (_is_behind(setting.articles, text, word) or vocabulary.is_plain_compound(_titled(written))):
            return False
        if _is_behind(setting.noun_articles, text, word) and not vocabulary.is_name(written):
            return False
        return not (begins_sentence(text, word.start) and vocabulary.is_made_of_words(written))
    if written.isupper():
        return False
    may_be_name = vocabulary.is_name(written) or _is_family(written, setting)
    if begins_sentence(text, word.start):
        is_name = may_be_name and not _describes(text, word, setting)
        return is_name or speaks(text, word.start, setting)
    if setting.articles:  # der Koch is a cook, but der Thomas is called so
        is_no_trade = vocabulary.is_first_name(written) or not _is_behind(setting.articles, text, word)
        return may_be_name and is_no_trade
    return not is_function_word(written, setting)


def _is_family(written: str, setting: Setting) -> bool:
    """Whether a German noun is a surname with -s, as without an article only a name has it: bei Webers, Webers Haus."""
    base = written[:-1]
    is_genitive = bool(setting.articles) and written.endswith("s") and plain(base) not in setting.excepted
    return is_genitive and Vocabulary.of(setting.languages).is_name(base)


def _describes(text: str, word: Word, setting: Setting) -> bool:
    """Whether a frequent adjective begins a German sentence, before "is": Schön ist, Stolz bin ich."""
    behind = words_from(text, word.end, 1)
    is_being = bool(behind) and behind[0].shape in setting.predicates
    return bool(setting.articles) and is_being and is_frequent(text[word.start : word.end].lower(), setting)


def _is_behind(articles: Set[str], text: str, word: Word) -> bool:
    """Whether an article, perhaps of two words (in the), or an article and an adjective, precedes a word."""
    before = text[max(0, word.start - _BEFORE) : word.start].split()[-2:]
    lead = [part.casefold() for part in before]
    adjective = len(lead) == 2 and lead[0] in articles and before[1].islower() and lead[1].endswith(_ADJECTIVE)
    return bool(lead) and (lead[-1] in articles or adjective or " ".join(lead) in articles)


def _titled(word: str) -> str:
    return word.capitalize() if word.isupper() else word


def _letters(word: str) -> bool:
    return len(word) > 1 and word.isalpha() and not (len(word) <= _ABBREVIATION and word.isupper())


def _is_first_name_in_capitals(word: str, setting: Setting) -> bool:
    """Whether a word in capitals is a common first name."""
    return word.isupper() and is_first_name(word.lower(), setting) and not is_excepted(word, setting)


def _may_belong(text: str, word: Word, setting: Setting) -> bool:
    """Whether a capitalised word before a suspicious one is part of the name."""
    written = text[word.start : word.end]
    vocabulary = Vocabulary.of(setting.languages)
    ordinary = vocabulary.is_ordinary(written) and not vocabulary.is_name(written)
    is_part = not ordinary and word.shape not in setting.function_words
    return _letters(written) and (is_part or word.shape in setting.particles - MOSTLY_PREPOSITIONS)
