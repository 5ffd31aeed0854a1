"""The languages of the interviews of each group, and what a study must know about them."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from crosscase.labels.labels import Labels, english
from crosscase.languages.language_names import name_of
from crosscase.languages.official import official_languages
from crosscase.languages.vocabulary import BASIC, FULL, SUPPORTED, load
from crosscase.study.facts import Group


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


def have_word_lists(languages: Mapping[str, Sequence[str]]) -> bool:
    """Whether the languages of each group are known, and all have word lists."""
    return all(codes and set(codes) <= set(SUPPORTED) for codes in languages.values())


def languages_by_support(
    groups: Sequence[Group], stated: Mapping[str, Sequence[str]], words: Labels
) -> dict[str, list[str]]:
    """The names of a study's languages by their support: FULL, BASIC, or "" where there are no word lists."""
    found: dict[str, list[str]] = {FULL: [], BASIC: [], "": []}
    for code in sorted({code for codes in languages_of_groups(groups, stated).values() for code in codes}):
        found[load(code).support if code in SUPPORTED else ""].append(name_of(code, words.language))
    return found


def language_remarks(
    groups: Sequence[Group], stated: Mapping[str, Sequence[str]], words: Labels | None = None
) -> Iterator[tuple[str, str]]:
    """What is less than full support of a study's languages: for each language the check and a sentence.

    Checks: `no_word_lists`, `basic_language` and `assumed_language`, see `coding.issues`. In English without `words`.
    """
    words = words or english()
    spoken, rest = languages_of_groups(groups, stated), words("language_by_capitals")
    for language in sorted({code for codes in spoken.values() for code in codes}):
        where = words.joined(group.name for group in groups if language in spoken[group.code])
        name = name_of(language, words.language)
        if language not in SUPPORTED:
            yield "no_word_lists", words("language_none", language=name, where=where, rest=rest)
        elif load(language).support == BASIC:
            yield "basic_language", words("language_basic", language=name, where=where)
    for group in groups:
        if not spoken[group.code]:
            where = f"{group.name} ({country})" if (country := _country(group)) else group.name
            yield "no_word_lists", words("language_unknown", where=where, rest=rest)
        elif group.code not in stated and (others := official_languages(_country(group))[1:]):
            first, *further = (name_of(code, words.language) for code in (spoken[group.code][0], *others))
            also = words.joined(further)
            yield "assumed_language", words("language_assumed", where=group.name, language=first, others=also)
