"""Names after a cue: a title (Mr, paní, κυρία), a role or relationship (my colleague), or a phrase ("is called").

1. After a title every capitalised word is a name, except roles and further titles: Frau Doktor Koch.
2. After a role or a phrase it is a name if it is not an ordinary word, or if it is a common name.
3. Further capitalised words belong to it, also with a particle between them: Mr van der Berg.
4. A name after a role may be between commas: my manager, Jo Quillow, said.
5. Before a title that follows names (Ayşe Hanım) it is a name if it is not an ordinary word, or a common name.
6. A common first name before another name is a name if one of them is not an ordinary word: Emma Quillow.

ASSUME: after an article, a title with a particle and an ordinary word is not a name: einem Herrn von der Polizei.
"""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from crosscase.detectors.spans import Setting, Span
from crosscase.detectors.spoken_numbers import values
from crosscase.detectors.words import Word, shapes_of, words_of
from crosscase.languages.ordinary_words import Vocabulary
from crosscase.languages.vocabulary import MOSTLY_PREPOSITIONS, Language, is_role, plain, shape

_MOST_WORDS = 6
_MOST_KNOWN = 2**14  # remembered words
_PHRASE = 40  # characters before a name that are searched for a phrase
_SPACES = {" ", "\u00a0", ". ", ".\u00a0", ".", "  "}
_COMMAS = {", ", ",\u00a0"}
_BEHIND_APPOSITION = re.compile(r"\s?[,.;:!?)–—]|\s-|\s*$")
_VOWEL = re.compile("[aeiouyäöüαεηιουωаеиіоуыэюяєї]")
_SHORTENED = frozenset({"prof"})  # which vocabularies have as a word
_LONGEST_SHORT = 4  # letters of a shortened title with a vowel: Cllr., Sig., dott.
_JOINS = {" ", "\u00a0", "-", "'", "’", ". ", "‐", "‑", " - "}


def find(text: str, setting: Setting) -> Iterator[Span]:
    """Names of persons after a cue."""
    words = words_of(text)
    has_title = any(not language.titles.isdisjoint(shapes_of(text)) for language in setting.languages)
    reached = 0
    for number, word in enumerate(words):
        if number < reached or not word.capital:
            continue
        if not has_title and not is_unusual(text[word.start : word.end], setting):
            continue
        if name := _name_at(text, words, number, setting):
            first, last = name
            yield Span(
                words[first].start, words[last].end, "PERSON", " ".join(part.shape for part in words[first : last + 1])
            )
            reached = last + 1


def is_name(text: str, number: int, setting: Setting) -> bool:
    """Whether a cue shows that the name of a person has its first capitalised word at a place among a text's words."""
    return _name_at(text, words_of(text), number, setting) is not None


def _name_at(text: str, words: Sequence[Word], number: int, setting: Setting) -> tuple[int, int] | None:
    """The indices of the first and last word of the name of which this is the first capitalised word."""
    for language in setting.languages:
        first = _name_begins(text, words, number, setting, language)
        if first is not None:
            last = _name_ends(text, words, number, setting, language)
            apart = first > 0 and _separator(text, words, first) in _COMMAS
            if not apart or _BEHIND_APPOSITION.match(text, words[last].end):
                return first, last
    return None


def _name_begins(text: str, words: Sequence[Word], number: int, setting: Setting, language: Language) -> int | None:
    """The index of the name's first word if a cue precedes the word with this index, otherwise None."""
    word = words[number]
    written = text[word.start : word.end]
    if is_cue(written, setting, language):
        return None
    may_be_name = is_unusual(written, setting)
    titled = number
    while titled and words[titled - 1].shape in language.particles and not words[titled - 1].capital:
        titled -= 1
    if titled and words[titled - 1].shape in language.titles and _belongs_to_title(text, words, titled, setting):
        is_noun = titled < number and not may_be_name and _is_noun(words, titled - 1, language)
        return None if is_noun else titled
    if (may_be_name or _is_titled_role(words, number, language)) and _follows_role(text, words, number, language):
        return number
    if may_be_name and language.phrases.search(shape(text[max(0, word.start - _PHRASE) : word.start])):
        return number
    if may_be_name and language.titles_behind and _is_before_title(text, words, number, language):
        return number
    return number if may_be_name and _is_first_of_two(text, words, number, setting, language) else None


def _belongs_to_title(text: str, words: Sequence[Word], number: int, setting: Setting) -> bool:
    """Whether a word belongs to the title before it: behind a full stop only if that is shortened (Dr. Quillow).

    "I rang my sister. She said": a sentence begins there.
    """
    separator, title = _separator(text, words, number), words[number - 1]
    if separator not in _SPACES or "." not in separator:
        return separator in _SPACES
    return words[number].shape not in setting.function_words and is_shortened(text[title.start : title.end], setting)


def is_shortened(title: str, setting: Setting) -> bool:
    """Whether a title is a shortened word.

    It has no vowel (Mr), two capitals (PhDr), or few letters and is no word, begins as none (sra) or with a capital.
    """
    small = plain(title)
    if not _VOWEL.search(small) or not title[1:].islower() or small in _SHORTENED:
        return True
    is_proper = not setting.articles and (title[0].isupper() or not _VOWEL.search(small[:2]))
    is_word = Vocabulary.of(setting.languages).is_ordinary_in_small_letters(title.lower())
    return len(title) <= _LONGEST_SHORT and (is_proper or not is_word)


def _is_before_title(text: str, words: Sequence[Word], number: int, language: Language) -> bool:
    """Whether a title follows the capitalised words that begin here."""
    for behind in range(number + 1, min(len(words), number + _MOST_WORDS)):
        if _separator(text, words, behind) != " ":
            return False
        if words[behind].shape in language.titles_behind:
            return True
        if not words[behind].capital:
            return False
    return False


def _is_first_of_two(text: str, words: Sequence[Word], number: int, setting: Setting, language: Language) -> bool:
    """Whether a word is a common first name and another name follows, perhaps after particles."""
    last = number + 1
    joining = language.particles - MOSTLY_PREPOSITIONS
    while last < len(words) and words[last].shape in joining and not words[last].capital:
        last += 1
    if last == len(words) or not words[last].capital or words[last].shape in setting.excepted:
        return False
    if any(_separator(text, words, other) != " " for other in range(number + 1, last + 1)):
        return False
    first, other = (text[words[n].start : words[n].end] for n in (number, last))
    vocabulary = Vocabulary.of(setting.languages)
    ordinary = vocabulary.is_ordinary(first) and vocabulary.is_ordinary(other)
    return vocabulary.is_first_name(first) and is_unusual(other, setting) and not ordinary


def _is_noun(words: Sequence[Word], title: int, language: Language) -> bool:
    """Whether a German title is a noun, since an article or a genitive precedes it: Ludgers Frau."""
    if not title or not language.articles:
        return False
    before = words[title - 1]
    return before.shape in language.articles or (before.capital and before.shape.endswith("s"))


def _separator(text: str, words: Sequence[Word], number: int) -> str:
    """The characters between the word with this index and the one before."""
    return text[words[number - 1].end : words[number].start]


def _follows_role(text: str, words: Sequence[Word], number: int, language: Language) -> bool:
    spaces = _COMMAS | (_SPACES - {". ", ".\u00a0"})
    spaced = number > 0 and _separator(text, words, number) in spaces
    return spaced and is_role(words[number - 1].shape, language)


def _is_titled_role(words: Sequence[Word], number: int, language: Language) -> bool:
    """Whether a title precedes the role: pan ředitel. Not in German, where a noun may follow such a role."""
    return number > 1 and words[number - 2].shape in language.titles and not language.articles


def is_cue(word: str, setting: Setting, language: Language) -> bool:
    """Whether a capitalised word is a title or a role, so that it is no name after another one."""
    return plain(word) in language.titles or (is_role(plain(word), language) and not is_unusual(word, setting))


@lru_cache(_MOST_KNOWN)
def is_unusual(word: str, setting: Setting) -> bool:
    """Whether a capitalised word is a name after a role or a phrase."""
    vocabulary = Vocabulary.of(setting.languages)
    if len(word) > 1 and word.isupper():
        return False
    return not vocabulary.is_ordinary(word) or vocabulary.is_name(word)


def _is_numbered(text: str, words: Sequence[Word], number: int, setting: Setting) -> bool:
    """Whether an ordinary word has a number behind it: Mr Quillow of room 12."""
    word, behind = words[number], words[number + 1].shape if number + 1 < len(words) else ""
    is_number = behind.isdecimal() or any(behind in values(language) for language in setting.languages)
    return is_number and Vocabulary.of(setting.languages).is_ordinary(text[word.start : word.end])


def _name_ends(text: str, words: Sequence[Word], first: int, setting: Setting, language: Language) -> int:
    """The index of the name's last word."""
    last = first
    number = first + 1
    while number < min(len(words), first + _MOST_WORDS):
        between = text[words[number - 1].end : words[number].start]
        if between not in _JOINS or (between == ". " and words[number - 1].end - words[number - 1].start > 1):
            break
        word = words[number]
        if last < number - 1 and _is_numbered(text, words, number, setting):
            break
        if word.capital and (
            between != " "
            or not language.articles
            or is_unusual(text[word.start : word.end], setting)
            or _is_foreign(text, words[first:number], setting)
        ):
            last = number
        elif word.shape not in language.particles:
            break
        number += 1
    return last


def _is_foreign(text: str, words: Sequence[Word], setting: Setting) -> bool:
    """Whether the name so far is two words that are neither ordinary nor common names: Pham Quoc, before Dung."""
    vocabulary = Vocabulary.of(setting.languages)
    written = [text[word.start : word.end] for word in words]
    return (
        len(words) == 2 and not any(map(vocabulary.is_ordinary, written)) and not any(map(vocabulary.is_name, written))
    )
