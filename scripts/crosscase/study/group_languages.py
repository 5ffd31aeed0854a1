"""The languages of the interviews of each group, and what a study must know about them."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from crosscase.languages.official import official_languages
from crosscase.languages.vocabulary import BASIC, FULL, SUPPORTED, load
from crosscase.messages.wording import joined
from crosscase.study.facts import Group

_CAREFULLY = "check what waits for review with particular care"


def languages_of_groups(groups: Iterable[Group], stated: Mapping[str, Sequence[str]]) -> dict[str, list[str]]:
    """The languages of each group by its code: those that the study states, else the first of its country's.

    ASSUME: in a country with several official languages the interviews are in that of most people. A group of which
    nothing is stated may speak the languages of all others, and have the numbers of all their countries.
    """
    groups = list(groups)
    known = {group.code: [*stated.get(group.code, official_languages(_country(group))[:1])] for group in groups}
    everybody = sorted({language for languages in known.values() for language in languages})
    return {group.code: known[group.code] if _country(group) else known[group.code] or everybody for group in groups}


def regions_of_groups(groups: Iterable[Group]) -> dict[str, list[str]]:
    """The countries whose telephone and identity numbers are searched for in the interviews of each group, by its code.

    A group without one has those of all others: see `languages_of_groups`.
    """
    groups = list(groups)
    everybody = sorted({_country(group) for group in groups} - {""})
    return {group.code: [_country(group)] if _country(group) else everybody for group in groups}


def _country(group: Group) -> str:
    """The ISO code of the country of a group, empty if the study states none."""
    return group.region or group.iso


def supported(languages: Mapping[str, Sequence[str]]) -> dict[str, tuple[str, ...]]:
    """The languages of each group for which there are word lists."""
    return {group: tuple(code for code in codes if code in SUPPORTED) for group, codes in languages.items()}


def languages_by_support(groups: Sequence[Group], stated: Mapping[str, Sequence[str]]) -> dict[str, list[str]]:
    """The names of a study's languages by their support: FULL, BASIC, or "" where there are no word lists."""
    found: dict[str, list[str]] = {FULL: [], BASIC: [], "": []}
    for code in sorted({code for codes in languages_of_groups(groups, stated).values() for code in codes}):
        found[load(code).support if code in SUPPORTED else ""].append(_name(code))
    return found


def language_remarks(groups: Sequence[Group], stated: Mapping[str, Sequence[str]]) -> Iterator[tuple[str, str]]:
    """What is less than full support of a study's languages: for each language the check and a sentence.

    Checks: `no_word_lists`, `basic_language` and `assumed_language`, see `coding.issues`.
    """
    spoken = languages_of_groups(groups, stated)
    for language in sorted({code for codes in spoken.values() for code in codes}):
        where = joined([group.name for group in groups if language in spoken[group.code]], len(groups))
        if language not in SUPPORTED:
            yield "no_word_lists", f"no word lists for the language {language!r} ({where}): {_BY_CAPITALS}"
        elif load(language).support == BASIC:
            yield "basic_language", f"{load(language).name} ({where}) has basic support: {_CAREFULLY}"
    for group in groups:
        if not spoken[group.code]:
            where = f"{group.name} ({country})" if (country := _country(group)) else group.name
            yield "no_word_lists", f"no language is known of {where}: {_BY_CAPITALS}"
        elif group.code not in stated and (others := official_languages(_country(group))[1:]):
            first, further = _name(spoken[group.code][0]), joined([*map(_name, others)], len(others))
            also = f"also official there: {further}"
            yield "assumed_language", f"interviews of {group.name} are taken to be in {first}; {also}"


_BY_CAPITALS = "names in no list are looked for by capital letters only, and every doubtful word waits for review"


def _name(language: str) -> str:
    return load(language).name if language in SUPPORTED else repr(language)
