"""Addresses, links, ids and plates: identifiers that are not names and contain letters or signs, in any case.

An id is also found with other signs between its letters and digits, or without signs.
"""

import re
from collections.abc import Iterable, Set
from dataclasses import dataclass

from crosscase.detectors.words import WORD
from crosscase.languages.vocabulary import plain
from crosscase.leaks.watched import NAMES, Watched

_IDS = frozenset({"PARTICIPANT", "IBAN", "PLATE", "POSTCODE"})
_CALLED = frozenset({"CODER", "DOCUMENT", "PARTICIPANT"})  # a team may use any signs in them
_SHORTEST = 5  # letters and digits of what is searched for literally
_SHORTEST_ID = 3
_LONG_ID = 6  # from this length on signs may be anywhere in an id
_SCHEME = re.compile(r"^(?:https?://)?(?:www\.)?|^@")
_GUID = re.compile(  # after its first eight digits: a pattern that begins with a fixed sign is fast
    r"-(?<=[0-9a-f]{8}-)(?<!\w[0-9a-f]{8}-)[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}(?!\w)", re.IGNORECASE
)
_GUID_BEGINNING = 8
_GROUP = re.compile(r"[^\W_]+")
_SIGN = re.compile(r"[^\w\s]|_")


@dataclass(frozen=True, slots=True)
class _Sign:
    """What to search for in a case-folded text."""

    kind: str
    letters: int
    pattern: re.Pattern[str]
    required: frozenset[str]  # words that must be in the text
    compact: str = ""  # of an id: only its letters and digits, since a text may contain it so


class Signs:
    """Finds addresses and ids. An address in `public_text`, the public text, does not count."""

    def __init__(self, watched: Iterable[Watched], public_text: str = "") -> None:
        found = [(one, sign) for one in watched for sign in _signs(one)]
        self._signs = [sign for _, sign in found if not (sign.pattern.search(public_text) and not sign.compact)]
        self._by_word: dict[str, list[_Sign]] = {}
        for sign in self._signs:
            for word in (max(sign.required, key=len), sign.compact) if sign.required else ("",):
                self._by_word.setdefault(word, []).append(sign)
        self._watched = {one for one, _ in found}

    def __contains__(self, one: Watched) -> bool:
        return one in self._watched

    def kinds(self, folded: str, words: Set[str], shortest: int = 0) -> set[str]:
        """The kinds in a case-folded text; `words` are its different words in plain shape."""
        found = [
            sign
            for word in (words & self._by_word.keys()) | {""}
            for sign in self._by_word.get(word, ())
            if sign.letters >= shortest and _may_occur(sign, words) and sign.pattern.search(folded)
        ]
        long = {sign.kind for sign in found if sign.letters >= _LONG_ID}
        if len(long) == len({sign.kind for sign in found}):
            return long
        bare = without_guids(folded)
        return long | {sign.kind for sign in found if sign.letters < _LONG_ID and sign.pattern.search(bare)}


def without_guids(text: str) -> str:
    """A text without GUIDs, which contain short ids and numbers by chance."""
    between, end = [], 0
    for match in _GUID.finditer(text):
        between.append(text[end : match.start() - _GUID_BEGINNING])
        end = match.end()
    return "".join([*between, text[end:]])


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
        groups = frozenset() if len(compact) >= _LONG_ID else frozenset(map(plain, _GROUP.findall(one.words)))
        yield _Sign(one.kind, len(compact), _bounded(_with_signs(one.words.casefold())), groups, plain(compact))
    literal = _SCHEME.sub("", one.words.casefold()).rstrip("/")
    if one.kind in NAMES and not (one.kind in _CALLED and _SIGN.search(literal)):
        return
    for written in {literal, literal.rpartition(".")[0] if one.kind == "DOCUMENT" else ""}:
        words = WORD.findall(written)
        if sum(map(len, words)) >= _SHORTEST:
            pattern = _bounded(r"\s+".join(map(re.escape, written.split())))
            yield _Sign(one.kind, len(written), pattern, frozenset(map(plain, words)))


def _with_signs(words: str) -> str:
    """The pattern of an id with any signs between its letters; in a short id only where it has signs itself."""
    letters = re.findall(r"[^\W_]", words)
    if len(letters) >= _LONG_ID:
        return r"[\s._/-]?".join(map(re.escape, letters))
    return r"[\s._/-]{0,2}".join(map(re.escape, _GROUP.findall(words)))


def _bounded(pattern: str) -> re.Pattern[str]:
    """The pattern between word boundaries. It begins with a letter, which is found fast."""
    first = pattern[: 2 if pattern.startswith("\\") else 1]
    return re.compile(rf"{first}(?<![^\W_]{first}){pattern.removeprefix(first)}(?![^\W_])")
