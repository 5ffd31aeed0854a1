"""The study that is proposed for some exports: who is in which group, and what is a guess.

A document's group comes from the export's best source (`group_sources`). An export without a source is one group if
its file is called like a country or like all of its documents, or if no export has a source. A file gives a group its
name only if it has several documents: one that is an interview may be called like a person. What is left is open.
"""

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from crosscase.anonymisation.stated_groups import StatedGroups
from crosscase.readers.raw import RawCoding
from crosscase.starting import countries, group_sources, proposed_groups
from crosscase.starting.found import FoundDocument, FoundExport, paths_apart, stem
from crosscase.starting.group_sources import Source
from crosscase.starting.questions import Ask
from crosscase.starting.spoken_language import country_of
from crosscase.starting.words_for_groups import COUNTRY, canonical
from crosscase.storage.text_form import fold
from crosscase.study.facts import Group

EVERYBODY = "All participants"
_WORD = re.compile(r"[^\W\d_]+")


@dataclass(frozen=True, slots=True)
class Placed:
    """A document with its export and its group; None where no export states it. Confidential."""

    export: str
    document: FoundDocument
    group: Group | None


@dataclass(frozen=True, slots=True)
class Proposal:
    """The groups of a study, the documents in them, and the exports as study.yaml describes them."""

    by: str  # the word for what is compared
    groups: list[Group]
    placed: list[Placed]
    exports: list[FoundExport]  # with `group` or `group_from` in their settings, where the export states it
    guessed: dict[str, str]  # by its place in study.yaml, why a group is a guess
    merged: dict[str, list[str]]  # by its code, the spellings of a group that exports write in several ways
    guessed_isos: set[str]  # the codes of groups whose country is guessed from the language of their passages


def key_of_groups(by: str) -> str:
    """The key of study.yaml that lists the groups; `by` is the word for what is compared."""
    return "countries" if by == COUNTRY else "groups"


def propose(exports: Sequence[FoundExport], by: str, country: str, ask: Ask) -> Proposal:
    """Propose groups. `by` is empty if it is not known; `country` is that of groups that are no countries, or empty."""
    sources = {
        export.name: group_sources.best(export.documents, by, "document_group" in export.settings.columns)
        for export in exports
    }
    wholes = dict(_whole_exports(exports, sources, by, ask))
    names = {
        export.name: _names_of_documents(export, sources[export.name], wholes.get(export.name, ("", ""))[0])
        for export in exports
    }
    in_order = [name for export in exports for name in names[export.name].values() if name]
    spellings = in_order or [EVERYBODY]
    are_countries = canonical(by) in ("", COUNTRY)
    spoken = _languages(exports, names)
    isos = {name: country or country_of(language) for name, language in spoken.items()}
    isos |= {fold(EVERYBODY): country or country_of(_most(export.language for export in exports))}
    found = proposed_groups.propose(spellings, isos, are_countries)
    if not in_order:
        names = {export.name: dict.fromkeys((d.name for d in export.documents), EVERYBODY) for export in exports}
    placed = [
        Placed(export.name, document, found.get(fold(names[export.name].get(document.name, ""))))
        for export in exports
        for document in export.documents
    ]
    groups = list({group.code: group for group in found.values()}.values())
    called = by or (COUNTRY if all(map(countries.iso_of, spellings)) else "group")
    guessed = {f"exports.{name}.group": why for name, (_, why) in wholes.items() if why}
    guessed |= {
        f"exports.{name}.group_from": "these are words in the names of documents"
        for name, source in sources.items()
        if source and source.is_guess
    }
    guessed |= {} if in_order else {key_of_groups(called): "no export states a group"}
    stated = [_stating(export, sources[export.name], names[export.name], groups, wholes, found) for export in exports]
    isos_guessed = {g.code for g in groups if not (are_countries and countries.iso_of(g.name)) and not country}
    return Proposal(called, groups, placed, stated, guessed, _merged(in_order, found), isos_guessed)


def _merged(spellings: Sequence[str], groups: Mapping[str, Group]) -> dict[str, list[str]]:
    """The spellings of each group that has several; case and spaces count."""
    found: dict[str, dict[str, None]] = {}
    for spelling in spellings:
        found.setdefault(groups[fold(spelling)].code, {})[spelling.strip()] = None
    return {code: sorted(names) for code, names in found.items() if len(names) > 1}


def _whole_exports(
    exports: Sequence[FoundExport], sources: Mapping[str, Source | None], by: str, ask: Ask
) -> Iterator[tuple[str, tuple[str, str]]]:
    """The group of each export that has no source, and why it is a guess (empty if a person said it)."""
    each_is_one = not any(sources.values()) and len(exports) > 1
    without = [export for export in exports if not sources[export.name]]
    called = _called(exports)
    words = [word for export in without for word in _WORD.findall(called[export.name])]
    for export in without:
        guess, why = _guess(export, called[export.name], by, each_is_one, words)
        answer = ask(f"Which {by or 'group'} is the whole export {export.name}? (- for several)", guess)
        if answer.strip("-"):
            yield export.name, (answer, why if answer == guess else "")


def _called(exports: Sequence[FoundExport]) -> dict[str, str]:
    """What each export is called: its sheet, its file, or the folder that tells it from another of its name."""
    apart = paths_apart(exports)
    return {
        export.name: export.settings.sheet or (parts[0] if len(parts) > 1 else stem(export.source))
        for export, parts in ((export, apart[export.name]) for export in exports)
    }


def _guess(export: FoundExport, called: str, by: str, each_is_one: bool, beside: Sequence[str]) -> tuple[str, str]:
    """The name of the group that an export may be as a whole, and why; empty if its file does not tell.

    `called` is what the export is called, `beside` are the words in the names of all such files.
    """
    first = {fold(_first_word(document.name)) for document in export.documents}
    if canonical(by) in ("", COUNTRY) and countries.iso_of(called):
        return called, "its file has the name of a country"
    if len(export.documents) < 2 or group_sources.may_be_people(_WORD.findall(called), by, beside):
        return "", ""
    if first == {fold(called)}:
        return _first_word(export.documents[0].name), "its file and its documents are called so"
    return (called, "no export states a group, so each export is one") if each_is_one else ("", "")


def _first_word(name: str) -> str:
    found = _WORD.match(name)
    return found[0] if found else ""


def _names_of_documents(export: FoundExport, source: Source | None, whole: str) -> dict[str, str]:
    """The name of the group of each document, empty where it is not known. An export of one group has no other."""
    stated = source.groups if source else {}
    only = whole or (next(iter(stated.values())) if len(set(map(fold, stated.values()))) == 1 else "")
    return {document.name: stated.get(document.name, only) for document in export.documents}


def _languages(exports: Sequence[FoundExport], names: Mapping[str, Mapping[str, str]]) -> dict[str, str]:
    """The language of most documents of each group, by its folded name."""
    found: dict[str, list[str]] = {}
    for export in exports:
        for name in names[export.name].values():
            found.setdefault(fold(name), []).append(export.language)
    return {name: _most(languages) for name, languages in found.items()}


def _most(languages: Iterator[str] | Sequence[str]) -> str:
    counts = Counter(filter(None, languages))
    return min(counts, key=lambda language: (-counts[language], language)) if counts else ""


def _stating(
    export: FoundExport,
    source: Source | None,
    names: Mapping[str, str],
    groups: Sequence[Group],
    wholes: Mapping[str, tuple[str, str]],
    found: Mapping[str, Group],
) -> FoundExport:
    """The export with the place of its groups, if reading it there gives the same groups."""
    if export.name in wholes:
        group = found[fold(wholes[export.name][0])]
        return replace(export, settings=replace(export.settings, group=group.code))
    if source is None:
        return export
    settings = replace(export.settings, group_from=source.group_from)
    if isinstance(source.group_from, dict) and "document" in source.group_from:
        own = sorted({fold(name) for g in groups for name in (g.code, g.name, g.iso, *g.also)})
        reader = StatedGroups(settings, lambda: (), own_names=own)
        read = {name: reader.groups_of(RawCoding("", name, ())) for name in names}
        if any([fold(name) for name in read[document]] != [fold(group)] for document, group in names.items()):
            return export
    return replace(export, settings=settings)
