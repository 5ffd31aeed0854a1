"""The groups of a study, made of the names that exports use for them: one code for each, and a country for its numbers.

A code is the head of a column. A short name is its own code; a longer one gets two or three letters, or the first with
its number, and stays the name.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from string import ascii_uppercase

from crosscase.starting import countries
from crosscase.storage.text_form import fold
from crosscase.study import group_problems
from crosscase.study.facts import Group
from crosscase.study.slugs import slug

_SHORT = 8  # letters of a name that is its own code


def propose(
    spellings: Sequence[str], isos: Mapping[str, str], are_countries: bool, taken: Iterable[str] = ()
) -> dict[str, Group]:
    """The group of each spelling. `isos` has the country of each group that is none itself, by its folded spelling.

    `taken` are the names and codes of other groups, which are no code of these.
    """
    by_key: dict[str, Counter[str]] = {}
    for spelling in spellings:
        key = (countries.key_of(spelling) if are_countries else "") or fold(spelling)
        by_key.setdefault(key, Counter())[spelling.strip()] += 1
    kept = countries.share_a_language([min(names, key=_rank(names)) for names in by_key.values()])
    used = set(map(fold, taken))
    found: dict[str, Group] = {}
    for names in by_key.values():
        iso = countries.iso_of(next(iter(names))) if are_countries else ""
        written = min(names, key=_rank(names))
        name = countries.name_for_tables(list(names)) if iso and not kept else written
        code = next(code for code in _codes(name, iso, are_countries) if fold(code) not in used)
        used.add(fold(code))
        also = sorted(other for other in names if fold(other) not in map(fold, (name, code)))
        group = Group(code, name, iso or isos.get(fold(written), "ZZ"), also)
        found |= {fold(spelling): group for spelling in names}
    return found


def _rank(names: Counter[str]) -> Callable[[str], tuple[bool, int, str]]:
    """The order of the spellings of one group: names before codes, frequent ones before others."""
    return lambda name: (len(name) == 2, -names[name], name)


def _codes(name: str, iso: str, are_countries: bool) -> Iterator[str]:
    """Codes for a name, the best first: the country's, a short name itself, initials, first letters, any letters."""
    if iso and countries.key_of(name) == iso:
        yield iso
    if not iso and len(name) <= _SHORT and group_problems.may_be_code(name):
        yield name
    for code in _of_letters(name):
        if not (are_countries and countries.iso_of(code)):  # SC is the Seychelles, not Scotland
            yield code


def _of_letters(name: str) -> Iterator[str]:
    """Codes made of a name's letters and numbers, then any others."""
    words = slug(name).upper().split("_")
    letters = "".join(filter(str.isalpha, "".join(words)))
    initials = "".join(word[0] for word in words if word[:1].isalpha())
    numbers = "".join(word for word in words if word.isdigit())
    if initials and numbers and len(initials + numbers) <= _SHORT:
        yield initials + numbers  # School 12 is S12
    yield from (initials[:length] for length in (2, 3) if len(initials) >= length)
    yield from (letters[:length] for length in (2, 3) if len(letters) >= length)
    yield from (letters[0] + other for other in letters[2:])
    first = letters[:1] or "G"
    yield from (first + other for other in ascii_uppercase)
    yield from (one + other for one in ascii_uppercase for other in ascii_uppercase)
    yield from (first + one + other for one in ascii_uppercase for other in ascii_uppercase)
