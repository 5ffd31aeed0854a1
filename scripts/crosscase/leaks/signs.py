"""Addresses, links, ids and plates: identifiers that are not names and contain letters or signs, in any case.

An id is also found with other signs between its letters and digits, or without signs.
"""

import re
from collections.abc import Iterable, Set
from dataclasses import dataclass

from crosscase.detectors.words import WORD
from crosscase.languages.vocabulary import plain
from crosscase.leaks.watched import NAMES, Watched
from crosscase.leaks.words_of_interest import Words

_IDS = frozenset({"PARTICIPANT", "IBAN", "PLATE", "POSTCODE"})
_CALLED = frozenset({"CODER", "DOCUMENT", "PARTICIPANT"})  # a team may use any signs in them
_SHORTEST = 5  # letters and digits of what is searched for literally
_SHORTEST_ID = 3
_LONG_ID = 6  # from this length on signs may be anywhere in an id
_SCHEME = re.compile(r"^(?:https?://)?(?:www\.)?|^@")
_GROUP = re.compile(r"[^\W_]+")
_SIGN = re.compile(r"[^\w\s]|_")


@dataclass(frozen=True, slots=True)
class _Sign:
    """What to search for in a case-folded text."""

    kind: str
    letters: int
    pattern: str  # compiled when it is needed: nearly all occur in no text
    required: frozenset[str]  # words that must be in the text
    literal: str  # what is searched for, without signs of a pattern
    compact: str = ""  # of an id: only its letters and digits, since a text may contain it so
    exact: str = ""  # of a short id: without a space in it ("DE 1" may be a count of a group)


class Signs:
    """Finds addresses and ids. An address in `public_text`, the public text, does not count.

    `words` are the plain shapes of all words that can belong to one.
    """

    def __init__(self, watched: Iterable[Watched], public_text: str = "") -> None:
        found = [(one, sign) for one in watched for sign in _signs(one)]
        self._by_word: dict[str, list[_Sign]] = {}
        self.words: set[str] = set()
        for _, sign in found:
            if sign.compact or not (_longest(sign.literal) in public_text and re.search(sign.pattern, public_text)):
                self._add(sign)
        self._watched = {one for one, _ in found}

    def _add(self, sign: _Sign) -> None:
        if sign.required:
            keys = {max(sign.required, key=len), *filter(None, (sign.compact,))}
        else:
            keys = {sign.compact[:cut] for cut in range(1, len(sign.compact) + 1)}
            self.words |= {sign.compact[-cut:] for cut in range(1, len(sign.compact) + 1)}
        self.words |= sign.required | keys
        for key in keys:
            self._by_word.setdefault(key, []).append(sign)

    def __contains__(self, one: Watched) -> bool:
        return one in self._watched

    def kinds(self, words: Words, shortest: int = 0, composed: bool = False) -> set[str]:
        """The kinds in a text. In a `composed` one a number beside a group's code is no id (see `_Sign.exact`)."""
        shapes = words.spelt.keys()
        found = {sign for shape in shapes & self._by_word.keys() for sign in self._by_word[shape]}
        return {
            sign.kind
            for sign in found
            if sign.letters >= shortest
            and _may_occur(sign, shapes)
            and re.search((composed and sign.exact) or sign.pattern, words.folded)
        }


def _longest(literal: str) -> str:
    return max(literal.split(), key=len)


def _may_occur(sign: _Sign, words: Set[str]) -> bool:
    if sign.required:
        return sign.required <= words or sign.compact in words
    cuts = range(1, len(sign.compact) + 1)
    return any(sign.compact[:cut] in words for cut in cuts) and any(sign.compact[-cut:] in words for cut in cuts)


def _signs(one: Watched) -> Iterable[_Sign]:
    if not any(sign.isalpha() for sign in one.words) and one.kind not in ("IP", "COORDINATES"):
        return
    compact = re.sub(r"[\W_]", "", one.words.casefold())
    mixed = any(map(str.isdigit, compact)) and any(map(str.isalpha, compact))
    is_id = one.kind in _IDS or re.fullmatch(r"[\w .-]{6,}", one.words)
    if is_id and one.kind not in NAMES and mixed and len(compact) >= _SHORTEST_ID:
        written = one.words.casefold()
        if len(compact) >= _LONG_ID:
            pattern = _bounded(r"[\s._/-]?".join(map(re.escape, compact)))
            yield _Sign(one.kind, len(compact), pattern, frozenset(), compact, plain(compact))
        else:
            groups = _GROUP.findall(written)
            loose, exact = (
                _bounded(between.join(map(re.escape, groups))) for between in (r"[\s._/-]{0,2}", "[._/-]{0,2}")
            )
            required = frozenset(map(plain, groups))
            yield _Sign(one.kind, len(compact), loose, required, compact, plain(compact), exact)
    literal = _SCHEME.sub("", one.words.casefold()).rstrip("/")
    if one.kind in NAMES and not (one.kind in _CALLED and _SIGN.search(literal)):
        return
    for written in {literal, literal.rpartition(".")[0] if one.kind == "DOCUMENT" else ""}:
        words = WORD.findall(written)
        if sum(map(len, words)) >= _SHORTEST:
            pattern = _bounded(r"\s+".join(map(re.escape, written.split())))
            yield _Sign(one.kind, len(written), pattern, frozenset(map(plain, words)), written)


def _bounded(pattern: str) -> str:
    """The pattern between word boundaries. It begins with a letter, which is found fast."""
    first = pattern[: 2 if pattern.startswith("\\") else 1]
    return rf"{first}(?<![^\W_]{first}){pattern.removeprefix(first)}(?![^\W_])"
