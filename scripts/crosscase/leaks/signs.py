"""Addresses, links, ids and plates: identifiers that are not names and contain letters or signs, in any case.

1. An id of at most seven letters and digits, such as DE-1, is found with other signs between its parts, or without.
   In words from outside a space may be between them; in what the pipeline composes "DE 1" is a count beside a group.
2. A longer one may have signs anywhere.
3. Everything else is searched for literally.
"""

import re
from collections.abc import Iterable, Iterator, Sequence, Set
from dataclasses import dataclass

from crosscase.detectors.words import WORD
from crosscase.languages.vocabulary import plain
from crosscase.leaks.watched import NAMES, Watched, without_suffix
from crosscase.leaks.words_of_interest import Words

_IDS = frozenset({"PARTICIPANT", "IBAN", "PLATE", "POSTCODE", "FILE"})
_CALLED = frozenset({"CODER", "DOCUMENT", "PARTICIPANT"})  # a team may use any signs in them
_SHORTEST = 5  # letters and digits of what is searched for literally
_SHORTEST_ID = 3
_LONG_ID = 8  # from this length on signs may be anywhere in an id
_LETTERS_OF_ID = 3  # a document with at most so many letters is called by an id: DE-1.docx
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
    groups: tuple[str, ...] = ()  # of a short id: its parts


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
        """The kinds in a text. In a `composed` one a space separates a number from an id's letters."""
        shapes = words.spelt.keys()
        found = {sign for shape in shapes & self._by_word.keys() for sign in self._by_word[shape]}
        possible = [sign for sign in found if sign.letters >= shortest and _may_occur(sign, shapes)]
        written = {sign for sign in possible if sign.groups and sign.compact in shapes}
        parted = [sign for sign in possible if len(sign.groups) > 1 and sign not in written]
        others = [sign for sign in possible if not sign.groups and re.search(sign.pattern, words.folded)]
        return {sign.kind for sign in (*written, *others, *_parted(parted, words.folded, composed))}


def _parted(signs: Sequence[_Sign], folded: str, composed: bool) -> Iterator[_Sign]:
    """The short ids whose parts follow each other in a text, with at most two signs between them."""
    if not signs:
        return
    between = "[._/-]{0,2}" if composed else r"[\s._/-]{0,2}"
    begins = sorted({re.escape(sign.groups[0]) for sign in signs})
    first = "|".join(rf"{begin}(?<![^\W_]{begin})" for begin in begins)  # fixed letters first: they are found fast
    by_compact = {"".join(sign.groups): sign for sign in signs}
    most = max(len(sign.groups) for sign in signs) - 1
    pattern = rf"(?:{first})(?:{between}[^\W_]+){{1,{most}}}?(?![^\W_])"
    for match in re.finditer(rf"(?=({pattern}))" if most > 1 else f"({pattern})", folded):
        if sign := by_compact.get(re.sub(r"[\W_]", "", match[1])):
            yield sign


def _longest(literal: str) -> str:
    return max(literal.split(), key=len)


def _may_occur(sign: _Sign, words: Set[str]) -> bool:
    if sign.required:
        return sign.required <= words or sign.compact in words
    cuts = range(1, len(sign.compact) + 1)
    return any(sign.compact[:cut] in words for cut in cuts) and any(sign.compact[-cut:] in words for cut in cuts)


def is_id(words: str) -> bool:
    """Whether an identifier is an id: a few letters and a number, such as DE-1 or P 012."""
    letters = sum(map(str.isalpha, words))
    return 0 < letters <= _LETTERS_OF_ID and any(map(str.isdigit, words)) and len(_compact(words)) >= _SHORTEST_ID


def _compact(words: str) -> str:
    return re.sub(r"[\W_]", "", words.casefold())


def _signs(one: Watched) -> Iterable[_Sign]:
    has_signs = one.kind in ("IP", "COORDINATES") or (one.kind == "FILE" and _SIGN.search(one.words))
    if not any(sign.isalpha() for sign in one.words) and not has_signs:
        return
    name = without_suffix(one)
    compact = _compact(name)
    mixed = any(map(str.isdigit, compact)) and any(map(str.isalpha, compact))
    may_be_id = one.kind in _IDS or (one.kind not in NAMES and re.fullmatch(r"[\w .-]{6,}", name))
    if (is_id(name) and one.kind in _CALLED | _IDS) or (may_be_id and mixed and len(compact) >= _SHORTEST_ID):
        yield _id(one.kind, name.casefold(), compact)
    literal = _SCHEME.sub("", one.words.casefold()).rstrip("/")
    if one.kind in NAMES and not (one.kind in _CALLED and _SIGN.search(literal)):
        return
    for written in {literal, literal.rpartition(".")[0] if one.kind == "DOCUMENT" else ""}:
        words = WORD.findall(written)
        if sum(map(len, words)) >= _SHORTEST and not is_id(written):
            pattern = _bounded(r"\s+".join(map(re.escape, written.split())))
            yield _Sign(one.kind, len(written), pattern, frozenset(map(plain, words)), written)


def _id(kind: str, written: str, compact: str) -> _Sign:
    if len(compact) >= _LONG_ID:
        pattern = _bounded(r"[\s._/-]?".join(map(re.escape, compact)))
        return _Sign(kind, len(compact), pattern, frozenset(), compact, plain(compact))
    groups = tuple(map(plain, _GROUP.findall(written)))
    return _Sign(kind, len(compact), "", frozenset(groups), compact, plain(compact), groups)


def _bounded(pattern: str) -> str:
    """The pattern between word boundaries. It begins with a letter, which is found fast."""
    first = pattern[: 2 if pattern.startswith("\\") else 1]
    return rf"{first}(?<![^\W_]{first}){pattern.removeprefix(first)}(?![^\W_])"
