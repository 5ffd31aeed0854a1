"""How a person names a cell of a table: `barriers/lack_of_time/CZ`, `sample/position/Expert`.

1. A cell of a domain is domain, code and country, or `Total` for the sum of the row. The domain may be left out.
2. A cell of the sample's table is `sample`, variable and category; of that by country, `sample_by_country`, variable,
   broader category and country, or `Total`.
3. The table's file may stand for the domain: `results/tables/barriers.csv/Lack of time/CZ`.
4. Ids, labels and aliases will do, without regard to case, hyphens, punctuation; a label may hold slashes.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from crosscase.messages.errors import Problem, StudyError
from crosscase.sample.counts import GROUP
from crosscase.storage.schemas import CodebookEntry
from crosscase.storage.text_form import fold
from crosscase.study.facts import Study
from crosscase.study.group_names import spellings
from crosscase.tables.domain_tables import TOTAL
from crosscase.tables.group_tables import ID as BY_GROUP
from crosscase.tables.sample_tables import ID as SAMPLE

FORMS = (
    "Write domain/code/country or domain/code/Total, sample/variable/category, "
    "or sample_by_country/variable/category/country."
)
_FILE = re.compile(r"^(?:results/)?(?:tables/)?(\w+?)(?:_tidy)?\.(?:csv|html|tex)(?=/)")
_MOST = 4  # near names in an error


@dataclass(frozen=True, slots=True)
class CellAddress:
    """A code in a country; of `TOTAL` in all countries."""

    domain: str
    code: str
    group: str


@dataclass(frozen=True, slots=True)
class SampleAddress:
    """A category of a variable of the sample; a broader one where it is that in a country, or `TOTAL`."""

    variable: str
    category: str
    group: str = ""


def find(asked: str, study: Study, codebook: Sequence[CodebookEntry]) -> CellAddress | SampleAddress:
    """The cell that a person means. Raises StudyError with the names that are near."""
    parts = [part.strip() for part in _FILE.sub(r"\1", asked.strip()).split("/")]
    if _plain(parts[0]) == _plain(SAMPLE) and len(parts) > 2:
        return _sample(parts[1], "/".join(parts[2:]), study)
    if _plain(parts[0]) == _plain(BY_GROUP) and len(parts) > 3:
        return _by_group(parts[1], "/".join(parts[2:-1]), parts[-1], study)
    if len(parts) < 2 or not all(map(_plain, (parts[0], parts[-1]))):
        raise StudyError(Problem(f"CELL={asked}", "", "this is no cell", FORMS))
    domains = _by_name(
        (name, domain.id) for domain in study.domains for name in (domain.id, domain.title, *domain.also)
    )
    if len(parts) == 2 and _plain(parts[0]) in domains:
        raise StudyError(Problem(f"CELL={asked}", "", "the country is missing", FORMS))
    domain = domains.get(_plain(parts[0]), "") if len(parts) > 2 else ""
    entry = _code("/".join(parts[1:-1] if domain else parts[:-1]), domain, codebook)
    return CellAddress(entry.domain, entry.code, _group(parts[-1], study, (TOTAL, TOTAL)))


def _sample(asked: str, category: str, study: Study) -> SampleAddress:
    variables = {variable.id: variable for variable in study.sample}
    found = _variable(asked, study, (GROUP, GROUP))
    if found == GROUP:
        return SampleAddress(GROUP, _group(category, study))
    return SampleAddress(
        found, _one({_plain(name): name for name in variables[found].categories}, category, "category")
    )


def _by_group(asked: str, category: str, group: str, study: Study) -> SampleAddress:
    variables = {variable.id: variable for variable in study.sample}
    found = _variable(asked, study)
    broader = {_plain(name): name for name in variables[found].generalised.values()}
    return SampleAddress(found, _one(broader, category, "category"), _group(group, study, (TOTAL, TOTAL)))


def _variable(asked: str, study: Study, *further: tuple[str, str]) -> str:
    names = ((name, variable.id) for variable in study.sample for name in (variable.id, variable.title))
    return _one(_by_name([*names, *further]), asked, "variable of the sample")


def _group(asked: str, study: Study, *further: tuple[str, str]) -> str:
    return _one(_by_name([*spellings(study.groups).items(), *further]), asked, "country")


def _code(asked: str, domain: str, codebook: Sequence[CodebookEntry]) -> CodebookEntry:
    names: dict[str, set[str]] = {}
    for entry in codebook:
        if entry.domain == domain or not domain:
            for name in (entry.code, entry.label, *entry.aliases):
                names.setdefault(_plain(name), set()).add(entry.code)
    codes = {entry.code: entry for entry in codebook}
    found = [codes[code] for code in names.get(_plain(asked), ())]
    if len(found) > 1:
        places = ", ".join(sorted(f"{entry.domain}/{entry.code}" for entry in found))
        raise StudyError(Problem(f"the code {asked!r}", "", "it is the name of several", f"Say which: {places}."))
    if not found:
        near = _near({name: min(of) for name, of in names.items()}, asked)
        where = f" in the domain {domain}" if domain else " in the codebook"
        raise StudyError(Problem(f"the code {asked!r}", "", f"there is none of this name{where}", near))
    if not found[0].codable:
        what = "it only holds other codes, so it has no cells"
        raise StudyError(Problem(f"the code {asked!r}", "", what, "Ask for one of the codes below it."))
    return found[0]


def _one(names: Mapping[str, str], asked: str, what: str) -> str:
    if _plain(asked) not in names:
        raise StudyError(Problem(f"the {what} {asked!r}", "", "there is none of this name", _near(names, asked)))
    return names[_plain(asked)]


def _near(names: Mapping[str, str], asked: str) -> str:
    """A sentence on the names most like the one that was asked for."""
    from rapidfuzz import fuzz, process

    found = process.extract(_plain(asked), names.keys(), scorer=fuzz.token_set_ratio, limit=2 * _MOST, score_cutoff=60)
    near = list(dict.fromkeys(names[name] for name, _score, _index in found))[:_MOST]
    known = list(dict.fromkeys(names.values()))
    return f"Near: {', '.join(near)}." if near else f"Known: {', '.join(known[: 5 * _MOST])}."


def _by_name(names: Iterable[tuple[str, str]]) -> dict[str, str]:
    return {_plain(name): meant for name, meant in names}


def _plain(name: str) -> str:
    """A name without case, hyphens and punctuation."""
    return " ".join(re.findall(r"\w+", fold(name).replace("_", " ")))
