"""How a register writes a name: titles in it, and whether the family name comes first.

Nothing prescribes either: `Dr. Wibke Zumquill`, `Zumquill, Wibke` and `ZUMQUILL Wibke` (invented) are one person.
"""

from collections.abc import Iterator, Sequence

from crosscase.detectors.words import WORD
from crosscase.languages.common_names import names_anywhere
from crosscase.languages.vocabulary import SUPPORTED, load, plain
from crosscase.storage.text_form import nfc

_ENGLISH = "en"
_SHORTEST = 2  # letters of a title: a single one is an initial
_SHORTEST_UNLISTED = 3  # of a title that no list has: Mag., but not Th. Brodersen
_MOST_IN_ANY_ORDER = 6  # parts of a name


def readings(name: str, languages: Sequence[str] = ()) -> list[str]:
    """A name without titles, and before it the name as it is if one of them may also be a name: Nana, Chr."""
    whole = nfc(name).strip()
    titles = _Titles(languages)
    parts = [titles.behind_those_of(part.split()) for part in whole.split(",")]
    bare = ", ".join(" ".join(words) for words, _ in parts if words)
    is_certain = all(certain for _, certain in parts)
    return [one for one in ((bare,) if bare and is_certain else dict.fromkeys((whole, bare))) if one]


class _Titles:
    """The titles of some languages and of English; those of others are doubtful without a point."""

    def __init__(self, languages: Sequence[str]) -> None:
        self._known = frozenset().union(*(load(code).titles for code in {_ENGLISH, *(languages or SUPPORTED)}))
        self._anywhere = frozenset().union(*(load(code).titles for code in SUPPORTED))
        self._behind = frozenset().union(*(load(code).titles_behind for code in languages))

    def behind_those_of(self, words: Sequence[str]) -> tuple[Sequence[str], bool]:
        """The words of a name without titles at their edges, and whether these can be nothing else."""
        start, end, is_certain = 0, len(words), True
        while start < end and (self._is_title(words[start]) or (start and _goes_on(words[start]))):
            is_certain = is_certain and (self._is_no_name(words[start]) or bool(start and _goes_on(words[start])))
            start += 1
        while end - 1 > start and self._behind.issuperset(_shapes(words[end - 1])):
            is_certain = is_certain and names_anywhere().isdisjoint(_shapes(words[end - 1]))
            end -= 1
        return words[start:end], is_certain

    def _is_title(self, word: str) -> bool:
        """Whether a word may be a title: Frau, Dr., Dipl.-Päd., Mag."""
        shapes = _shapes(word)
        if not shapes or len(shapes[0]) < _SHORTEST:
            return False
        is_short = word.endswith(".") and word[0].isupper() and len(shapes[0]) >= _SHORTEST_UNLISTED
        return is_short or self._anywhere.issuperset(shapes)

    def _is_no_name(self, word: str) -> bool:
        shapes = frozenset(_shapes(word))
        if word.endswith("."):
            return not shapes.isdisjoint(self._anywhere)
        return shapes <= self._known and shapes.isdisjoint(names_anywhere())


def given_first(name: str) -> str:
    """A name with the given names first, if it shows its family name: by a comma or by capitals."""
    family, _, given = (part.strip() for part in nfc(name).partition(","))
    if not (family and given):
        words = (family or given).split()
        count = next((number for number, word in enumerate(words) if not _is_in_capitals(word)), 0)
        family, given = " ".join(words[:count]), " ".join(words[count:])
    return f"{given} {family}".replace(",", " ").strip()


def other_orders(name: str) -> Iterator[list[str]]:
    """The parts of a name in other orders than `given_first`: one if it shows its family name.

    ASSUME: a name of very many parts is written as people call it.
    """
    parts, listed = WORD.findall(given_first(name)), WORD.findall(nfc(name))
    if parts != listed:
        yield listed
    elif len(parts) <= _MOST_IN_ANY_ORDER:
        yield from ([*parts[cut:], *parts[:cut]] for cut in range(1, len(parts)))


def _is_in_capitals(word: str) -> bool:
    return word.isupper() and sum(map(str.isalpha, word)) > 1 and not word.endswith(".")


def _shapes(word: str) -> list[str]:
    return [plain(part) for part in WORD.findall(word)]


def _goes_on(word: str) -> bool:
    """Whether a word belongs to the title before it: Dr. med., Dr. h.c."""
    return word.endswith(".") and word[0].islower()
