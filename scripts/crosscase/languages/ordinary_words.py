"""The ordinary words of a language: words of its vocabulary, which are not names.

1. A word is ordinary if the language has it in lower case. A word whose lemma has a capital letter (Czech "karel" from
   "Karel") is a name.
2. German nouns have capital letters. A noun is recognised by its inflected forms (Haus, Häuser), since a name only has
   the genitive. A word composed of nouns may be either (Familienzentrum, Wiesengrund).
3. An ordinary word may also be a common name (Grace, Rosa, Koch); `is_name` decides this.

Sources: the dictionaries of simplemma (inflected forms, with their case), `lemmas`; the names of Faker, `common_names`.
"""

from functools import cache, lru_cache

from crosscase.languages.common_names import common_first_names, common_names
from crosscase.languages.frequent_words import frequent_words
from crosscase.languages.lemmas import LemmaOf, lemmas
from crosscase.languages.vocabulary import Language, load, plain

_CAPITAL_NOUNS = "de"
_ACCENTED = "el"  # its capitals have no accents
_ACCENTS = dict(zip("αεηιουω", "άέήίόύώ", strict=True))
_MOST_VOWELS = 5  # letters from the end of a word among which the accented one is
_SHORTEST_PART = 5  # letters of a German compound's last noun
_SHORTEST_LEAD = 4  # letters of its first part
_LONGEST_NAME = 15  # letters from which a compound is no surname
_PLURAL = ("e", "n")  # endings of nouns in the plural; Steinhäuser is a surname
_SHORTEST_BASE, _SHORTEST_STEM = 4, 6  # letters of a word to which a prefix is added, or a suffix
_SHORTEST_FIRST = 3  # letters of the first word of two
_UMLAUTS = dict(zip("aouAOU", "äöüÄÖÜ", strict=True))
_FOREIGN = (("um", "en"), ("um", "a"), ("um", "ien"), ("a", "en"), ("us", "en"))  # singular and plural
_ENDINGS = ("e", "en", "n", "er", "ern", "es", "nen", "se", "sen", "ien")
_SHORTEST_LAST = 6  # letters of the last noun of a compound that is no surname
_TRADES = ("or", "er", "ist", "ant", "ent", "oge")  # endings of trades
_SHORTEST_TRADE = 6  # letters of one
_SMALL = ("chen", "lein")  # endings of diminutives
# Nouns of nature, food, tools and trades with which surnames end: Kaltwasser, Langfinger.
_ENDS_OF_SURNAMES = (
    *("hausen", "kirchen", "knecht", "macher", "meister", "brucke", "brücke"),
    *("wasser", "himmel", "wetter", "winter", "sommer", "donner", "finger", "nagel", "vogel", "mutter", "vater"),
    *("kuchen", "zucker", "pfeffer", "mandel", "messer", "hammer", "becher", "silber", "kummer", "hunger"),
)
_WITHOUT_UMLAUT = str.maketrans("äöüÄÖÜ", "aouAOU")
_ABSTRACT = ("ung", "heit", "keit", "schaft", "tät", "ion", "ismus", "nis", "matik", "istik")


def _one_sigma(word: str) -> str:
    return word.replace("ς", "σ")


class Vocabulary:
    """The ordinary words of some languages."""

    def __init__(self, languages: tuple[Language, ...]) -> None:
        self._languages = languages
        self._known = lru_cache(2**15)(self._look_up)
        self._made = lru_cache(2**13)(self._look_up_made)
        self._compounds = lru_cache(2**15)(self._look_up_compound)

    @classmethod
    @cache
    def of(cls, languages: tuple[Language, ...]) -> "Vocabulary":
        """The cached vocabulary of some languages."""
        return cls(languages)

    def is_ordinary(self, word: str) -> bool:
        """Whether a word, with its capital letter, is in the vocabulary of one of the languages."""
        return self._known(word)

    def is_ordinary_in_small_letters(self, word: str) -> bool:
        """Whether a word in small letters is ordinary; a German noun has a capital letter in the vocabulary."""
        return self._known(word) or self._known(word.capitalize())

    def is_name(self, word: str) -> bool:
        """Whether a word is a common name in the countries of the languages."""
        return any(plain(word) in common_names(language.code) for language in self._languages)

    def is_kind(self, word: str) -> bool:
        """Whether a word says what kind of organisation something is: school, mediation."""
        return any(language.kinds.search(plain(word)) for language in self._languages)

    def is_first_name(self, word: str) -> bool:
        """Whether a word is a common first name in the countries of the languages."""
        return any(plain(word) in common_first_names(language.code) for language in self._languages)

    def _look_up(self, word: str) -> bool:
        if any(plain(word) in language.ordinary for language in self._languages):
            return True
        for language in self._languages:
            lemma_of = lemmas(language.code)
            lemma = lemma_of(language.lower(word))
            if lemma is not None and lemma[:1].islower():
                return True
            if lemma is None and self._look_up_without_accent(word, language):
                return True
            if language.code == _CAPITAL_NOUNS and (
                _is_noun(lemma_of(word) or word, lemma_of) or _is_of_woman(word, lemma_of)
            ):
                return True
        return False

    def _look_up_without_accent(self, word: str, language: Language) -> bool:
        """Whether a Greek word is ordinary that is written without its accent, as in capitals: ΚΑΛΟΚΑΙΡΙ."""
        small = language.lower(word)
        if language.code != _ACCENTED or not (word.isupper() or word.islower()) or plain(small) != _one_sigma(small):
            return False
        vowels = [place for place, letter in enumerate(small) if letter in _ACCENTS]
        lemma_of = lemmas(language.code)
        written = (small[:place] + _ACCENTS[small[place]] + small[place + 1 :] for place in vowels[-_MOST_VOWELS:])
        return any((lemma_of(word) or "A")[0].islower() for word in written)

    def is_made_of_words(self, word: str) -> bool:
        """Whether a word is made of one of the vocabulary by a prefix or a suffix, or of two nouns: Nemluvila."""
        return self._made(word)

    def _look_up_made(self, word: str) -> bool:
        return any(_is_made_of_words(language.lower(word), language) for language in self._languages)

    def is_compound(self, word: str) -> bool:
        """Whether a word is made of German nouns: ordinary after an article, otherwise perhaps a name."""
        return self._compounds(word)

    def is_plain_compound(self, word: str) -> bool:
        """Whether a word is made of German nouns and too long for a name, or in the plural."""
        return self._compounds(word) and self._look_up_compound(word, only_plain=True)

    def _look_up_compound(self, word: str, only_plain: bool = False) -> bool:
        return any(
            language.code == _CAPITAL_NOUNS and _is_compound(word, lemmas(language.code), only_plain)
            for language in self._languages
        )


def _is_made_of_words(word: str, language: Language) -> bool:
    """Whether a word in small letters is made of ordinary ones, of which the main one is no common name."""

    def is_word(part: str, shortest: int) -> bool:
        lemma = lemmas(language.code)(part) if len(part) >= shortest else None
        return lemma is not None and lemma[:1].islower() and plain(part) not in common_names(language.code)

    without_prefix = (word.removeprefix(prefix) for prefix in language.prefixes if word.startswith(prefix))
    without_suffix = (word.removesuffix(suffix) for suffix in language.suffixes if word.endswith(suffix))
    if any(is_word(base, _SHORTEST_BASE) for base in without_prefix):
        return True
    if any(is_word(base, _SHORTEST_STEM) for base in without_suffix):
        return True
    cuts = range(_SHORTEST_FIRST, len(word) - _SHORTEST_PART + 1) if language.compounds else ()
    firsts = ((word[:cut], word[cut:]) for cut in cuts if is_word(word[cut:], _SHORTEST_PART))
    return any(is_word(part, _SHORTEST_FIRST) for first, _ in firsts for part in (first, first[:-1]))


def _is_noun(lemma: str, lemma_of: LemmaOf) -> bool:
    """Whether a German lemma has inflected forms, or the ending of an abstract noun."""
    if lemma_of(lemma) is None:
        return False
    if lemma.endswith(_SMALL):
        return _is_small(lemma[: -len(_SMALL[0])], lemma_of)
    changed = _with_umlaut(lemma)
    stems = [lemma, changed, *(stem[:-1] + "ss" for stem in (lemma, changed) if stem.endswith("ß"))]
    forms = [changed, *(stem + ending for stem in stems for ending in _ENDINGS)]
    forms += [lemma.removesuffix(ending) + plural for ending, plural in _FOREIGN if lemma.endswith(ending)]
    return lemma.endswith(_ABSTRACT) or any(form != lemma and lemma_of(form) == lemma for form in forms)


def _is_of_woman(word: str, lemma_of: LemmaOf) -> bool:
    """Whether a word says the trade of a woman, and the dictionary has that of a man: Supervisorin, not Konstantin."""
    base = word.removesuffix("nen").removesuffix("in")
    is_trade = base != word and len(base) >= _SHORTEST_TRADE and base.endswith(_TRADES)
    return is_trade and lemma_of(base) == base and plain(word) not in common_names(_CAPITAL_NOUNS)


def _is_small(stem: str, lemma_of: LemmaOf) -> bool:
    """Whether the stem of a diminutive is a noun that is no common name: Plätz(chen), Käst(chen), not Häns(chen).

    A stem that is a first name makes a name, also where another form of it is a noun: Fritzchen, though of a Fritze.
    """
    bare = stem.translate(_WITHOUT_UMLAUT)
    if {plain(stem), plain(bare)} & common_first_names(_CAPITAL_NOUNS):
        return False
    nouns = [form + ending for form in (stem, bare) for ending in ("", "e", "en")]
    return any(
        plain(noun) not in common_names(_CAPITAL_NOUNS)
        and (plain(noun) in frequent_words(_CAPITAL_NOUNS) or _is_noun(noun, lemma_of))
        for noun in nouns
    )


def _with_umlaut(lemma: str) -> str:
    """A German word with an umlaut in its last syllable that may have one: Abschluß, Abschlüß; Baum, Bäum."""
    place = max(map(lemma.rfind, _UMLAUTS))
    place -= lemma[place - 1 : place + 1].lower() == "au"
    return lemma if place < 0 else lemma[:place] + _UMLAUTS[lemma[place]] + lemma[place + 1 :]


def _is_compound(word: str, lemma_of: LemmaOf, only_plain: bool = False) -> bool:
    """Whether a German word is made of a known word and a noun: Familienzentrumsleitung.

    `only_plain`: and is no name either, since it is long, or its noun is in the plural, or one of everyday life.
    """
    if any(
        word.endswith(head) and len(word) - len(head) >= _SHORTEST_LEAD and _may_lead(word.removesuffix(head), lemma_of)
        for head in load(_CAPITAL_NOUNS).noun_heads
    ):
        return True
    for cut in range(_SHORTEST_LEAD, len(word) - _SHORTEST_PART + 1):
        head, first = word[cut:].capitalize(), word[:cut]
        lemma = lemma_of(head) or head
        is_known = lemma_of(head) is not None and plain(head) in frequent_words(_CAPITAL_NOUNS)
        is_noun = is_known or _is_noun(lemma, lemma_of) or lemma.endswith(_ABSTRACT)
        is_plain = len(word) >= _LONGEST_NAME or (lemma != head and head.endswith(_PLURAL)) or _ends_no_name(head)
        if is_noun and (is_plain or not only_plain) and _may_lead(first, lemma_of):
            return True
    return False


def _ends_no_name(head: str) -> bool:
    """Whether the last noun of a compound is a frequent one with which no surname ends: Elternarbeit, Fallkonferenz.

    ASSUME: surnames and places end in short nouns, or in those of houses, trades and landscapes (street_perhaps).
    """
    shape = plain(head)
    is_common = shape in frequent_words(_CAPITAL_NOUNS) and shape not in common_names(_CAPITAL_NOUNS)
    return len(shape) >= _SHORTEST_LAST and is_common and not shape.endswith(_of_places())


@cache
def _of_places() -> tuple[str, ...]:
    contact = load(_CAPITAL_NOUNS).contact
    return (*contact("street_perhaps"), *contact("street_endings"), *_ENDS_OF_SURNAMES)


def _may_lead(first: str, lemma_of: LemmaOf) -> bool:
    """Whether a compound may begin with these letters: a known word, or a compound."""
    known = (first, first.removesuffix("s"), first.lower())
    return any(lemma_of(form) is not None for form in known) or (
        len(first) >= _SHORTEST_LEAD + _SHORTEST_PART and _is_compound(first, lemma_of)
    )
