"""The addresses by which a person names a cell of a table: `barriers/lack_of_time/CZ`, `sample/position/Expert`.

1. A cell of a domain: domain, code and group, or `Total` for the sum of the row. The domain is optional.
2. A cell of the sample: `sample`, variable and category. By group: `sample_by_country` (with the study's word for
   what it compares, or `group`), variable, broader category and group, or `Total`.
3. The file of a table may replace the domain: `results/tables/barriers.csv/Lack of time/CZ`.
4. Ids, labels and aliases are accepted; case, hyphens and punctuation do not matter. A label or a group may have a
   slash in it.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from crosscase.messages.errors import Problem, StudyError
from crosscase.storage.schemas import CodebookEntry
from crosscase.storage.text_form import fold
from crosscase.study.facts import GROUP, GROUPS, Study
from crosscase.study.group_names import spellings
from crosscase.study.result_names import SAMPLE, sample_by
from crosscase.tables.domain_tables import TOTAL

_FILE = re.compile(r"^(?:results/)?(?:tables/)?(\w+?)(?:_tidy)?\.(?:csv|html|tex)(?=/)")
_MOST = 4  # similar names listed in an error


@dataclass(frozen=True, slots=True)
class CellAddress:
    """A code in a group, or in all groups if `group` is `TOTAL`."""

    domain: str
    code: str
    group: str


@dataclass(frozen=True, slots=True)
class SampleAddress:
    """A category of a variable of the sample; with a `group` (or `TOTAL`) it is a broader category."""

    variable: str
    category: str
    group: str = ""


def find(address: str, study: Study, codebook: Sequence[CodebookEntry]) -> CellAddress | SampleAddress:
    """The cell that an address means. Raises StudyError with similar names if there is none."""
    parts = [part.strip() for part in _FILE.sub(r"\1", address.strip()).split("/")]
    if _plain(parts[0]) == _plain(SAMPLE) and len(parts) > 2:
        return _sample(parts[1], "/".join(parts[2:]), study)
    parts = _with_whole_group(parts, study)
    by_group = {_plain(sample_by(study.compare)), _plain(sample_by(GROUPS))}
    if _plain(parts[0]) in by_group and len(parts) > 3:
        return _by_group(parts[1], "/".join(parts[2:-1]), parts[-1], study)
    if len(parts) < 2 or not all((parts[0], parts[-1])):
        raise StudyError(Problem(address or "CELL", "", "it is not the address of a cell", _forms(study)))
    domains = _by_name(
        (name, domain.id) for domain in study.domains for name in (domain.id, domain.title, *domain.also)
    )
    if len(parts) == 2 and _plain(parts[0]) in domains:
        raise StudyError(Problem(address or "CELL", "", f"the {study.compare.one} is missing", _forms(study)))
    domain = domains.get(_plain(parts[0]), "") if len(parts) > 2 else ""
    code = "/".join(parts[1:-1] if domain else parts[:-1])
    if len(parts) > 2 and not domain and not _has_code(code, codebook):
        known = f"Domains: {', '.join(domain.id for domain in study.domains)}."
        what = f"it does not exist, and no code is called {code!r}"
        raise StudyError(Problem(f"the domain {parts[0]!r}", "", what, known))
    entry = _code(code, domain, codebook)
    return CellAddress(entry.domain, entry.code, _group(parts[-1], study, (TOTAL, TOTAL)))


def _forms(study: Study) -> str:
    """The forms that an address may have."""
    one, by = study.compare.one, sample_by(study.compare)
    return f"Write domain/code/{one} or domain/code/Total, sample/variable/category, or {by}/variable/category/{one}."


def _with_whole_group(parts: list[str], study: Study) -> list[str]:
    """The parts of an address, those of a group whose name has a slash as one."""
    names = spellings(study.groups)
    for start in range(1, len(parts) - 1):
        if fold("/".join(parts[start:])) in names:
            return [*parts[:start], "/".join(parts[start:])]
    return parts


def _sample(name_given: str, category: str, study: Study) -> SampleAddress:
    variables = {variable.id: variable for variable in study.sample}
    one = study.compare.one
    found = _variable(name_given, study, (GROUP, one), (one, one))
    if found == one:
        return SampleAddress(one, _group(category, study))
    return SampleAddress(
        found, _unique_match({_plain(name): name for name in variables[found].categories}, category, "category")
    )


def _by_group(name_given: str, category: str, group: str, study: Study) -> SampleAddress:
    variables = {variable.id: variable for variable in study.sample}
    found = _variable(name_given, study)
    broader = {_plain(name): name for name in variables[found].generalised.values()}
    return SampleAddress(found, _unique_match(broader, category, "category"), _group(group, study, (TOTAL, TOTAL)))


def _variable(name_given: str, study: Study, *further: tuple[str, str]) -> str:
    names = ((name, variable.id) for variable in study.sample for name in (variable.id, variable.title))
    return _unique_match(_by_name([*further, *names]), name_given, "variable of the sample")


def _group(name_given: str, study: Study, *further: tuple[str, str]) -> str:
    names = [*spellings(study.groups).items(), *further]
    exact = {fold(name): code for name, code in names}
    return exact.get(fold(name_given)) or _unique_match(_by_name(names), name_given, study.compare.one)


def _code(name_given: str, domain: str, codebook: Sequence[CodebookEntry]) -> CodebookEntry:
    names: dict[str, set[str]] = {}
    for entry in codebook:
        if entry.domain == domain or not domain:
            for name in (entry.code, entry.label, *entry.aliases):
                names.setdefault(_plain(name), set()).add(entry.code)
    codes = {entry.code: entry for entry in codebook}
    found = [codes[code] for code in names.get(_plain(name_given), ())]
    if len(found) > 1:
        places = ", ".join(sorted(f"{entry.domain}/{entry.code}" for entry in found))
        raise StudyError(
            Problem(f"the code {name_given!r}", "", "several codes have this name", f"Write one of: {places}.")
        )
    if not found:
        near = _near({name: min(codes_named) for name, codes_named in names.items()}, name_given)
        where = f" in the domain {domain}" if domain else " in the codebook"
        raise StudyError(Problem(f"the code {name_given!r}", "", f"no code has this name{where}", near))
    if not found[0].codable:
        what = "it is only a heading for other codes and has no cells"
        raise StudyError(Problem(f"the code {name_given!r}", "", what, "Choose one of the codes below it."))
    return found[0]


def _has_code(name_given: str, codebook: Sequence[CodebookEntry]) -> bool:
    """Whether any code has this name, whose slashes are then part of it."""
    return any(
        _plain(name) == _plain(name_given) for entry in codebook for name in (entry.code, entry.label, *entry.aliases)
    )


def _unique_match(names: Mapping[str, str], name_given: str, what: str) -> str:
    if _plain(name_given) not in names:
        raise StudyError(Problem(f"the {what} {name_given!r}", "", "it does not exist", _near(names, name_given)))
    return names[_plain(name_given)]


def _near(names: Mapping[str, str], name_given: str) -> str:
    """A sentence on the names most similar to the given one."""
    from rapidfuzz import fuzz, process

    found = process.extract(
        _plain(name_given), names.keys(), scorer=fuzz.token_set_ratio, limit=2 * _MOST, score_cutoff=60
    )
    near = list(dict.fromkeys(names[name] for name, _score, _index in found))[:_MOST]
    known = list(dict.fromkeys(names.values()))
    return f"Similar: {', '.join(near)}." if near else f"Known: {', '.join(known[: 5 * _MOST])}."


def _by_name(names: Iterable[tuple[str, str]]) -> dict[str, str]:
    return {_plain(name): value for name, value in names}


def _plain(name: str) -> str:
    """A name without case, hyphens and punctuation."""
    return " ".join(re.findall(r"\w+", fold(name).replace("_", " ")))
