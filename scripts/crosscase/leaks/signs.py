"""Addresses, links, ids and plates: identifiers that are not names and contain letters or signs, in any case.

1. An id, such as DE-1, is found with other signs in it, or without (`participant_ids`).
2. Everything else is searched for literally.

An id that reads like the name of a group, or like words of the pipeline with a count beside them, is public
(`public_ids`), and so is one that the pipeline itself writes (`pipeline_texts`).
"""

import re
from collections.abc import Iterable, Iterator, Set
from dataclasses import dataclass

from crosscase.detectors import participant_ids
from crosscase.detectors.participant_ids import ParticipantIds, is_id
from crosscase.detectors.words import WORD
from crosscase.languages.vocabulary import plain, shape
from crosscase.leaks.hits import Hit
from crosscase.leaks.pipeline_texts import PipelineTexts
from crosscase.leaks.public_ids import PublicNames
from crosscase.leaks.watched import CALLED, NAMES, Watched, without_suffix
from crosscase.leaks.words_of_interest import Words

_IDS = frozenset({"PARTICIPANT", "IBAN", "PLATE", "POSTCODE", "FILE"})
_SHORTEST = 5  # letters and digits of what is searched for literally
_SCHEME = re.compile(r"^(?:https?://)?(?:www\.)?|^@")
_SIGN = re.compile(r"[^\w\s]|_")


@dataclass(frozen=True, slots=True)
class _Sign:
    """What to search for: an id by its parts, anything else in a case-folded text."""

    kind: str
    words: str  # as the identifier is listed
    letters: int
    pattern: str  # of what is no id, compiled when it is needed: nearly all occur in no text
    required: frozenset[str]  # words that must be in the text
    literal: str  # what is searched for, without signs of a pattern
    compact: str = ""  # of an id: only its letters and digits, since a text may contain it so

    @property
    def can_be_composed(self) -> bool:
        """Whether public words and counts may read like it by chance: a short id, and what a team calls as it likes."""
        return bool(self.compact and self.required) or self.kind in CALLED


class Signs:
    """Finds addresses and ids. An address in `public_text`, the public text, does not count.

    What a person decided to keep (`kept`) does not count as it is written there, either: a decision that replaces it
    may hold in another document. `grammar` are the words of the grammar in the languages of the study: with them and a
    number no id is meant. `own` are the texts of the pipeline: what stands in them is no id where the pipeline composed
    the text. `words` are the plain shapes of all words that can belong to an address or an id.
    """

    def __init__(
        self,
        watched: Iterable[Watched],
        public: PublicNames,
        public_text: str = "",
        grammar: frozenset[str] = frozenset(),
        kept: Iterable[str] = (),
        own: PipelineTexts | None = None,
    ) -> None:
        self._public = public
        self._own = own
        self._grammar = grammar
        self._kept = list(kept)
        self._kept_parts = frozenset(map(participant_ids.parts, self._kept))
        stated = [words.casefold() for words in self._kept]
        found = [(one, sign) for one in watched for sign in _signs(one)]
        self._by_word: dict[str, list[_Sign]] = {}
        self.words: set[str] = set()
        for _, sign in found:
            if sign.compact or not (_is_in(public_text, sign) or any(_is_in(words, sign) for words in stated)):
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

    def hits(self, words: Words, shortest: int = 0, composed: bool = False) -> set[Hit]:
        """The addresses and ids in a text. In a `composed` one counts stand beside public words."""
        shapes = words.spelt.keys()
        found = {sign for one in shapes & self._by_word.keys() for sign in self._by_word[one]}
        possible = [sign for sign in found if sign.letters >= shortest and _may_occur(sign, shapes)]
        written = self._written(possible, words)
        return {
            Hit(sign.kind, sign.words, found)
            for sign, found in written
            if not self._is_public(sign, shape(found), composed)
        }

    def _is_public(self, sign: _Sign, written: str, composed: bool) -> bool:
        if sign.compact and self._public.has(written):
            return True
        if composed and sign.compact and self._own and self._own.has_written(written):
            return True
        return composed and sign.can_be_composed and self._public.can_compose(written)

    def _written(self, signs: Iterable[_Sign], words: Words) -> Iterator[tuple[_Sign, str]]:
        """The signs that are in a text, each as it is written there; one that is no id without capitals."""
        ids: dict[str, list[_Sign]] = {}
        for sign in signs:
            if sign.compact:
                ids.setdefault(sign.compact, []).append(sign)
            elif _may_be_in(words.folded, sign) and (match := re.search(sign.pattern, words.folded)):
                yield sign, match[0]
        if ids:
            known = ParticipantIds(sign.literal for some in ids.values() for sign in some)
            first = {word for begin in known.begins(words.spelt.keys()) for word in words.spelt[begin]}
            for found in known.find(words.text, first):
                written = words.text[found.start : found.end]
                is_kept = found.words and participant_ids.parts(written) in self._kept_parts
                if found.is_meant(self._grammar) and not is_kept and not self._is_kept(written):
                    yield from ((sign, written) for sign in ids[found.compact])

    def _is_kept(self, written: str) -> bool:
        """Whether a person decided to keep an id as it is written, perhaps among other words."""
        whole = rf"(?<!\w){re.escape(written)}(?!\w)"
        return any(written in words and re.search(whole, words) for words in self._kept)


def _is_in(folded: str, sign: _Sign) -> bool:
    """Whether what is searched for literally is in a text. Most of it is not, which its longest part shows at once."""
    return _longest(sign.literal) in folded and re.search(sign.pattern, folded) is not None


def _may_be_in(folded: str, sign: _Sign) -> bool:
    """Whether the parts of a sign are in a text, which takes less time than to compile its pattern."""
    return all(part in folded for part in sign.literal.split())


def _longest(literal: str) -> str:
    return max(literal.split(), key=len)


def _may_occur(sign: _Sign, words: Set[str]) -> bool:
    if sign.required:
        return sign.required <= words or sign.compact in words
    cuts = range(1, len(sign.compact) + 1)
    return any(sign.compact[:cut] in words for cut in cuts) and any(sign.compact[-cut:] in words for cut in cuts)


def _signs(one: Watched) -> Iterable[_Sign]:
    has_signs = one.kind in ("IP", "COORDINATES") or (one.kind == "FILE" and _SIGN.search(one.words))
    if not any(sign.isalpha() for sign in one.words) and not has_signs:
        return
    name = without_suffix(one)
    may_be_id = one.kind in _IDS or (one.kind not in NAMES and re.fullmatch(r"[\w .-]{6,}", name))
    if (is_id(name) and one.kind in CALLED | _IDS) or (may_be_id and participant_ids.is_mixed(name)):
        yield _id(one, name)
    literal = _SCHEME.sub("", one.words.casefold()).rstrip("/")
    if one.kind in NAMES and not (one.kind in CALLED and _SIGN.search(literal)):
        return
    for written in {literal, literal.rpartition(".")[0] if one.kind == "DOCUMENT" else ""}:
        words = WORD.findall(written)
        if sum(map(len, words)) >= _SHORTEST and not is_id(written):
            pattern = _bounded(r"\s+".join(map(re.escape, written.split())))
            yield _Sign(one.kind, one.words, len(written), pattern, frozenset(map(plain, words)), written)


def _id(one: Watched, written: str) -> _Sign:
    required = frozenset() if participant_ids.is_long(written) else frozenset(participant_ids.parts(written))
    letters = participant_ids.compact(written)
    return _Sign(one.kind, one.words, len(letters), "", required, written, letters)


def _bounded(pattern: str) -> str:
    """The pattern between word boundaries. It begins with a letter, which is found fast."""
    first = pattern[: 2 if pattern.startswith("\\") else 1]
    return rf"{first}(?<![^\W_]{first}){pattern.removeprefix(first)}(?![^\W_])"
