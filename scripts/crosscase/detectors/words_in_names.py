"""Doubtful words in the names that an export gives to its codes and groups.

Such a name is short, its capital letters prove nothing (Title Case), and many are written without any. So each word is
looked up, whatever its case:

1. A word that no vocabulary has is doubtful, also in small letters: keziah. So is a common first name: anna, grace.
2. An ordinary word that is also a common family name (Young) is doubtful beside a doubtful word or another such name,
   and before a genitive: Anna Young, Young's story. Alone it is an ordinary word.
3. Any word behind a title that is no role is doubtful: Mrs Brook, but not "father involvement".
4. Doubtful words that follow each other are one span, also with particles between them.

ASSUME: up to five capitals are an abbreviation, not a name, beside words in small letters; three are one anywhere.
"""

from collections.abc import Callable, Collection, Iterator, Sequence

from crosscase.detectors.ordinary_use import is_frequent
from crosscase.detectors.spans import Setting, Span
from crosscase.detectors.words import Word, words_of
from crosscase.languages.ordinary_words import Vocabulary
from crosscase.languages.vocabulary import is_role

DOUBT = "a name in the export with a word that may be a person's"
_ABBREVIATION, _ALONE = 5, 3  # letters
_JOINS = {" ", "\u00a0", "-", "'", "’", "‐", "‑", ". ", "_", "/"}
_GENITIVES = ("'s", "’s", "'S", "’S")


def find(
    text: str, setting: Setting, taken: Collection[tuple[int, int]], is_public: Callable[[str], bool]
) -> Iterator[Span]:
    """The doubtful spans of a name outside the taken places.

    `is_public` says of a word whether the study itself has it, for example in its codebook.
    """
    words = [w for w in words_of(text) if all(w.end <= start or end <= w.start for start, end in taken)]
    doubtful = [not is_public(text[word.start : word.end]) and _is_suspicious(text, word, setting) for word in words]
    alike = [doubt or _is_name(text, word, setting) for doubt, word in zip(doubtful, words, strict=True)]
    for number in range(len(words)):
        beside = alike[number] and _is_beside_name(text, words, number, alike)
        doubtful[number] |= beside or _is_behind_title(text, words, number, setting)
    for run in _runs(text, words, doubtful, setting):
        name = " ".join(word.shape for word in words if run[0].start <= word.start < run[-1].end)
        yield Span(run[0].start, run[-1].end, "PERSON", name, DOUBT)


def _is_suspicious(text: str, word: Word, setting: Setting) -> bool:
    """Whether a word is in no vocabulary, or is a common first name."""
    written = "".join(filter(str.isalpha, text[word.start : word.end]))
    if len(written) < 2 or _is_abbreviation(text, written):
        return False
    if word.shape in setting.excepted or word.shape in setting.function_words or word.shape in setting.particles:
        return False
    if word.shape in setting.possessives or (written.islower() and len(written) == 2 and is_frequent(written, setting)):
        return False  # "her", "me", of which a dictionary has another form alone
    vocabulary = Vocabulary.of(setting.languages)
    if vocabulary.is_first_name(written):
        return True
    forms = (written, written.lower(), written.capitalize())
    return not any(vocabulary.is_ordinary(form) or vocabulary.is_compound(form) for form in forms)


def _is_abbreviation(text: str, written: str) -> bool:
    """Whether a word is an abbreviation, perhaps in the plural: NGOs."""
    written = written.removesuffix("s")
    if not written.isupper() or len(written) > _ABBREVIATION:
        return False
    return len(written) <= _ALONE or any(map(str.islower, text))


def _is_name(text: str, word: Word, setting: Setting) -> bool:
    """Whether an ordinary word is also a common name."""
    unlikely = word.shape in setting.excepted or word.shape in setting.function_words
    return not unlikely and Vocabulary.of(setting.languages).is_name(text[word.start : word.end])


def _is_beside_name(text: str, words: Sequence[Word], number: int, alike: Sequence[bool]) -> bool:
    """Whether another name, or a genitive, follows or precedes a word that is also a common name."""
    if text.startswith(_GENITIVES, words[number].end):
        return True
    neighbours = [n for n in (number - 1, number + 1) if 0 <= n < len(words) and alike[n]]
    return any(_between(text, words, max(n, number)) in _JOINS for n in neighbours)


def _is_behind_title(text: str, words: Sequence[Word], number: int, setting: Setting) -> bool:
    """Whether a title that is no role precedes a word that is neither a title nor a role."""
    if not number or _between(text, words, number) not in _JOINS:
        return False
    title, word = words[number - 1], words[number]
    if title.shape not in setting.titles or _is_role(title, setting):
        return False
    return not (word.shape in setting.excepted or word.shape in setting.function_words or _is_role(word, setting))


def _between(text: str, words: Sequence[Word], number: int) -> str:
    """The characters between the word with this index and the one before."""
    return text[words[number - 1].end : words[number].start]


def _is_role(word: Word, setting: Setting) -> bool:
    return any(is_role(word.shape, language) for language in setting.languages)


def _runs(text: str, words: Sequence[Word], doubtful: Sequence[bool], setting: Setting) -> Iterator[list[Word]]:
    """Doubtful words that follow each other, perhaps with particles between them."""
    run: list[Word] = []
    between: list[Word] = []
    for word, is_doubtful in zip(words, doubtful, strict=True):
        if run and text[[*run, *between][-1].end : word.start] not in _JOINS:
            yield run
            run, between = [], []
        if is_doubtful:
            run, between = [*run, *between, word], []
        elif run and word.shape in setting.particles:
            between.append(word)
        elif run:
            yield run
            run, between = [], []
    if run:
        yield run
