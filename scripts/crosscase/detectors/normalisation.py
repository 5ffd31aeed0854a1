"""A text as detectors read it: without hidden signs, entities and look-alike letters, with a map back to the original.

1. Unicode form C. Positions in the original text refer to it in this form.
2. Entities are undone (`&eacute;`, `&#233;`), also when they were escaped twice.
3. Signs that nobody sees are left out: soft hyphens, zero-width signs, marks of direction.
4. Full-width, mathematical and circled letters and ligatures become plain letters.
5. A word of mixed scripts is written in its own script: the Cyrillic "а" in "Hаthersage" becomes Latin. The letters
   without a look-alike show the script; if there are none, the text does. A text may have two scripts: a word stays in
   one of which another word has letters without a look-alike (the Greek word "θάλασσα" in an English text, beside
   other Greek words).
6. Small figures and signs at the edge of a word, as of a footnote, are no part of it: young².
7. Letters that tools have damaged are repaired first (`damaged_text`), before that those of listed names that only the
   list can tell (`misread_names`).

Nearly every text needs none of this, which a few searches find out.

A hyphen before a line end or a space may break a word ("Hather- sage") or interrupt a sentence ("Maureen- she said").
Such a text has a second reading, in which the parts are joined: `joined`. So has a name that is spelt: H-A-T-H-E-R.
"""

import html
import re
import unicodedata
from collections.abc import Callable, Collection
from dataclasses import dataclass
from functools import lru_cache
from typing import TypeVar

from crosscase.detectors import damaged_text
from crosscase.detectors.misread_names import MISREAD, MisreadNames
from crosscase.detectors.words import shapes_of, words_of
from crosscase.storage.text_form import UNSEEN, nfc

_STYLED = (
    "\u2102\u210a-\u2113\u2115\u2119-\u211d\u2124\u2128\u212a-\u2131\u2133\u2134\u2139\u2460-\u2473\u24b6-\u24ea"
    "\ufb00-\ufb06\uff01-\uff5e\U0001d400-\U0001d7ff\U0001fbf0-\U0001fbf9"
)
_LATIN, _GREEK, _CYRILLIC = (
    "A-Za-z\u00aa\u00ba\u00c0-\u024f\u1e00-\u1eff",
    "\u0370-\u03ff\u1f00-\u1fff",
    "\u0400-\u052f",
)
_COMMON = "\0-%'-@[-`{-\u00a9\u00ab\u00ac\u00ae-\u00b9\u00bb-\u00bf\u2010-\u2027\u2030-\u203a\u20ac"  # without "&"
# Each finds a sign that a plain text of one script does not have. Negated ranges are searched fast.
_RARE = [re.compile(f"[^{_COMMON}{script}]") for script in (_LATIN, _GREEK, _CYRILLIC)]
_ENTITY = re.compile(r"&(?:amp;)*(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,30});")
_SOFT_BREAK = "\u00ad[ \t]*\r?\n[ \t]*"
_HIDDEN_SIGNS = re.compile(f"{_SOFT_BREAK}|[{UNSEEN}]+")
_STYLED_LETTERS = re.compile(f"[{_STYLED}]+")
_BREAK = re.compile(r"[-‐](?<=[^\W\d_].)\s+(?=[^\W\d_])")
# A word letter by letter: H-A-T-H-E-R, H. A. T. H. E. R, h a t h e r.
SPELT = re.compile(r"(?<!\w)[^\W\d_](?:(?:\. ?|[ ,]-? ?|-)[^\W\d_](?!\w)){3,}")
# At the edge of a word no part of it: raised and lowered figures, fractions, figures in circles, as of a footnote or a
# list, the sign of a trade mark, and the signs of phonetics, among them an apostrophe.
_SMALL = (
    "\u00b2\u00b3\u00b9\u00bc-\u00be\u02b9-\u02d1\u02ec\u02ee\u2070\u2074-\u2079\u2080-\u2089\u2122\u2150-\u215f\u2189"
    "\u2460-\u249b\u24ea-\u24ff\u2776-\u2793"
)
_AT_WORD = re.compile(rf"(?<=[^\W\d_{_SMALL}])[{_SMALL}]+(?!\w)|(?<!\w)[{_SMALL}]+(?=[^\W\d_{_SMALL}])")
_LETTERS = {script: re.compile(f"[{signs}]") for script, signs in (("L", _LATIN), ("G", _GREEK), ("C", _CYRILLIC))}
_CAPITALS = re.compile(r"(?<!\w)(?<!\d[ -])[^\W\d_]+(?!\w)(?!(?:[ -]\w{1,3})?[ -]\w*\d)")  # not of a plate: AB12 CDE
_MIXED = re.compile(rf"[^\W\d_]*[{_GREEK}{_CYRILLIC}][^\W\d_]*")
_MAY_BE_MIXED = re.compile(f"[{_GREEK}{_CYRILLIC}]")
_ALIKE = {  # look-alikes, letter by letter
    ("L", "G"): ("ABEZHIKMNOPTYXaeiknoptuvxwy", "ΑΒΕΖΗΙΚΜΝΟΡΤΥΧαεικηορτυνχωγ"),
    ("L", "C"): ("ABEKMHOPCTYXSIJQWaekmopcyxsijhdqwvt", "АВЕКМНОРСТУХЅІЈԚԜаекморсухѕіјһԁԛԝѵт"),
    ("G", "C"): ("ΑΒΕΚΜΗΟΡΤΥΧΙακοριε", "АВЕКМНОРТУХІакоріе"),
}
_ALIKE |= {(other, script): (letters[1], letters[0]) for (script, other), letters in _ALIKE.items()}
_ACCENTS = frozenset(map(chr, range(0x300, 0x370)))
_WRITTEN_AS = {pair: dict(zip(ours, theirs, strict=True)) for pair, (ours, theirs) in _ALIKE.items()}  # from, to
_SOUND = r"(?:h?[aäeoöuøμ]h+m*|h[aeu]m+|e{2,}h*m*|h+m+|e+r+m*|[eu]m+|ehm|[ym]{2,}|ε{2,}μ*|εμ+|μ{2,}|χμ+)"
_SURE_SOUND = r"(?:[äe]h+m*|uhm*|hm{2,}|erm+|[ye]{3,}|ε{2,})"
_PAUSE = re.compile(
    rf"(?:\s*[,…–-]+\s*{_SOUND}\s*[,…–-]+|\s{_SURE_SOUND},?)(?=\s)|\s(?=[.,]\s)",
    re.IGNORECASE,
)
_ANY_SOUND = re.compile(rf"{_SOUND}|{_SURE_SOUND}", re.IGNORECASE)
_END_OF_PAUSE = re.compile(rf"[.,]|\S*[,…–-]|{_SURE_SOUND}", re.IGNORECASE)
_SPACED = re.compile(r"[.,](?<=\s.)\s")
_FEWEST_SPELT = 3  # single letters of a spelt word, the last one aside, which may have an accent


@dataclass(frozen=True, slots=True)
class Normalised:
    """A text as detectors read it. `original` is the text as it was, in Unicode form C."""

    text: str
    original: str
    _places: tuple[tuple[int, int], ...] = ()  # of each character in the original; empty if nothing changed

    def in_original(self, start: int, end: int) -> tuple[int, int]:
        """The span of the original text that a span of `text`, not an empty one, stands for; ends are exclusive."""
        return (self._places[start][0], self._places[end - 1][1]) if self._places else (start, end)

    def changed(self, pattern: re.Pattern[str], written: Callable[[str], str]) -> "Normalised":
        """The same text with every match of a pattern written otherwise."""
        pieces: list[str] = []
        places: list[tuple[int, int]] = []
        before = self._places
        reached = 0
        for match in pattern.finditer(self.text):
            letters = written(match[0])
            if letters != match[0]:
                before = before or tuple((place, place + 1) for place in range(len(self.text)))
                start, end = match.span()
                pieces += self.text[reached:start], letters
                is_same_length = len(letters) == end - start
                whole = (before[start][0], before[end - 1][1])
                places += before[reached:start]
                places += before[start:end] if is_same_length else [whole] * len(letters)
                reached = end
        if not pieces:
            return self
        return Normalised("".join([*pieces, self.text[reached:]]), self.original, (*places, *before[reached:]))


@dataclass(frozen=True, slots=True)
class _WithoutPlaces:
    """A text as detectors read it, without the map back to the original, which takes most of the time."""

    text: str

    def changed(self, pattern: re.Pattern[str], written: Callable[[str], str]) -> "_WithoutPlaces":
        """The same text with every match of a pattern written otherwise."""
        return _WithoutPlaces(pattern.sub(lambda match: written(match[0]), self.text))


_Reading = TypeVar("_Reading", Normalised, _WithoutPlaces)


def normalise(text: str, cased: bool = True, listed: MisreadNames | None = None) -> Normalised:
    """The text as detectors read it. In a text that is not `cased` words in capitals are read in small letters.

    `listed` reads misread words as the listed ones that they may be.
    """
    text = nfc(text)
    return _normalised(Normalised(text, text), cased, listed)


def normalised_text(text: str, cased: bool = True, listed: MisreadNames | None = None) -> str:
    """The text of `normalise` alone, for those who need no places in the original."""
    return _normalised(_WithoutPlaces(nfc(text)), cased, listed).text


def _normalised(found: _Reading, cased: bool, listed: MisreadNames | None = None) -> _Reading:
    if listed and listed.may_change(found.text):
        found = found.changed(MISREAD, listed.restored)
    text = found.text
    if not text.isascii():
        found = found.changed(_AT_WORD, lambda signs: " " * len(signs))
    for damage, repair in damaged_text.repairs(text):
        found = found.changed(damage, repair)
    if "&" in text or not is_in_one_script(text):
        found = _undisguised(found)
    return found if cased else found.changed(_CAPITALS, _in_small_letters)


def is_in_one_script(text: str) -> bool:
    """Whether a text has nothing but common signs and the letters of one script, of Latin, Greek and Cyrillic."""
    return text.isascii() or any(rare.search(text) is None for rare in _RARE)


def _undisguised(found: _Reading) -> _Reading:
    found = found.changed(_ENTITY, _unescaped)
    found = found.changed(_HIDDEN_SIGNS, lambda _: "")
    found = found.changed(_STYLED_LETTERS, lambda letters: unicodedata.normalize("NFKC", letters))
    if not _MAY_BE_MIXED.search(found.text):
        return found
    of_text = max(_LETTERS, key=lambda script: len(_LETTERS[script].findall(found.text)))
    shown = {script for script in _LETTERS if script != of_text and _is_shown(found.text, script, of_text)}
    return found.changed(_MIXED, lambda word: word if _is_in_one(word, shown) else _in_own_script(word, of_text))


def _is_shown(text: str, script: str, of_text: str) -> bool:
    """Whether a text has a word in this script alone that cannot be look-alikes of the text's own script."""
    alike = _WRITTEN_AS[script, of_text]
    return any(
        _is_in_one(word, {script}) and not alike.keys() >= set(unicodedata.normalize("NFD", word)) - _ACCENTS
        for word in _MIXED.findall(text)
    )


def _is_in_one(word: str, scripts: Collection[str]) -> bool:
    """Whether all letters of a word are of one of these scripts."""
    return any(all(map(_LETTERS[script].match, word)) for script in scripts)


def fluent(text: str) -> Normalised | None:
    """The reading of a text without sounds such as ", er," and spaces before a point or comma; None if it has none."""
    if not (any(map(is_sound, shapes_of(text))) or _SPACED.search(text)):
        return None
    reading = Normalised(text, text).changed(_PAUSE, lambda _: "")
    return None if reading.text == text else reading


def without_pauses(text: str) -> str:
    """The text of `fluent` alone, for those who need no places in the original."""
    return _PAUSE.sub("", text)


def may_end_pause(word: str) -> bool:
    """Whether what `fluent` leaves out may end with a text's word; False is certain.

    Most sounds are left out only between signs: "er" is also a word.
    """
    return _END_OF_PAUSE.fullmatch(word) is not None


def joined(text: str) -> Normalised | None:
    """The reading of a normalised text in which words broken by a hyphen or spelt are whole; None if it has none."""
    is_spelt = may_be_spelt(text) and SPELT.search(text) is not None
    if not is_spelt and "-" not in text and "‐" not in text:
        return None
    reading = Normalised(text, text).changed(_BREAK, lambda _: "")
    reading = reading.changed(SPELT, put_together)
    return None if reading.text == text else reading


def may_be_spelt(text: str) -> bool:
    """Whether a text has as many single letters as a spelt word; False is certain."""
    return sum(end - start == 1 for _, start, end, _ in words_of(text)) >= _FEWEST_SPELT


@lru_cache(2**14)
def is_sound(word: str) -> bool:
    """Whether a plain word may be a sound that somebody makes between words."""
    return _ANY_SOUND.fullmatch(word) is not None


def put_together(spelt: str) -> str:
    """A spelt word in one, with a capital letter: H-A-T-H-E-R is Hather."""
    return "".join(filter(str.isalpha, spelt)).capitalize()


def _unescaped(entity: str) -> str:
    letters = html.unescape(f"&{entity.rpartition('amp;')[2].lstrip('&')}")
    return entity if letters.endswith(";") and len(letters) > 1 else letters


def _in_own_script(word: str, of_text: str) -> str:
    """A word in one script, if each letter of another script has a look-alike in it; otherwise the word as it is."""
    letters = unicodedata.normalize("NFD", word)
    scripts = {script for script, pattern in _LETTERS.items() if pattern.search(letters)}
    if not scripts - {of_text}:
        return word
    for script in sorted(scripts | {of_text}, key=lambda script: script != of_text):
        others = [_WRITTEN_AS[other, script] for other in sorted(scripts - {script})]
        written = "".join(next((as_[sign] for as_ in others if sign in as_), sign) for sign in letters)
        if not any(pattern.search(written) for other, pattern in _LETTERS.items() if other != script):
            return nfc(written)
    return word


def readings_of_word(word: str) -> set[str]:
    """What a word may be read as in a text of any script: itself, or with look-alikes of another one."""
    if not _MAY_BE_MIXED.search(word):
        return {word}
    return {word, *(_in_own_script(word, script) for script in _LETTERS)}


def _in_small_letters(word: str) -> str:
    return word.lower() if word.isupper() else word
