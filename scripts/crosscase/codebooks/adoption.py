"""A tool's codebook as `config/codebook.csv`.

1. The root of a path is a domain: one that the study has, by its id, title or another name; else one of its own.
2. A code without anything above or below it goes into the domain `codes`.
3. Ids are made of labels: Latin letters without accents, digits and "_"; for others numbers. A repeated one gets its
   parent's name before it, then a number.
4. A level that is only part of paths becomes a code that is not to be coded.
"""

import json
import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from crosscase.codebooks.listed import ListedCode
from crosscase.normal import fold
from crosscase.study import Domain

ALONE = Domain("codes", "Codes")
Path = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Adopted:
    """The rows of `config/codebook.csv`, in the order of `codebook.COLUMNS`, and the domains they need."""

    rows: list[tuple[str, ...]]
    domains: list[Domain]
    new_domains: list[Domain]


def adopt(codes: Sequence[ListedCode], domains: Sequence[Domain]) -> Adopted:
    """The codebook of a study from the codes of a tool's, with the study's domains if it has any."""
    known = {fold(name): domain for domain in domains for name in (domain.id, domain.title, *domain.also)}
    parents = {fold(code.path[0]) for code in codes if len(code.path) > 1}
    made: dict[str, Domain] = {}

    def domain_of(path: Path) -> tuple[Domain, Path]:
        root = fold(path[0])
        if root in known:
            return known[root], path[1:]
        if root not in parents:
            made.setdefault("", ALONE)
            return ALONE, path
        if root not in made:
            made[root] = Domain(_free(_slug(path[0]) or "domain", {d.id for d in (*domains, *made.values())}), path[0])
        return made[root], path[1:]

    rows = list(_rows([(*domain_of(code.path), code) for code in codes]))
    used = {row[0] for row in rows}
    new = [domain for domain in made.values() if domain.id in used]
    return Adopted(rows, [d for d in domains if d.id in used] + new, new)


def told(adopted: Adopted, path: str) -> str:
    """What was written, and what the team has still to decide."""
    lines = [f"{path}: {len(adopted.rows)} codes in {len(adopted.domains)} domains."]
    if adopted.new_domains:
        lines.append("Put these domains into config/study.yaml, or sort the codes into yours:")
        lines += [
            f"  - {{id: {domain.id}, title: {json.dumps(domain.title, ensure_ascii=False)}}}"
            for domain in adopted.new_domains
        ]
        lines.append("A code that has become a domain has a table of its own and cannot be coded itself.")
    if bare := sum(not row[3] for row in adopted.rows):
        lines.append(f"{bare} codes have no definition.")
    return "\n".join(lines)


def _rows(placed: Sequence[tuple[Domain, Path, ListedCode]]) -> Iterator[tuple[str, ...]]:
    ids: dict[tuple[str, Path], str] = {}
    listed = {(domain.id, tuple(map(fold, path))): code for domain, path, code in placed}
    for domain, path, _ in placed:
        for depth in range(1, len(path) + 1):
            key = (domain.id, tuple(map(fold, path[:depth])))
            if key in ids:
                continue
            label = path[depth - 1]
            parent = ids.get((domain.id, key[1][:-1]), "")
            slug = _slug(label) or "code"
            taken = set(ids.values())
            ids[key] = slug if slug not in taken and slug != "code" else _free(f"{parent}_{slug}".strip("_"), taken)
            code = listed.get(key)
            codable = "yes" if code and code.codable else "no"
            definition = code.definition if code else ""
            yield domain.id, ids[key], label, definition, parent, str(len(ids)), codable, ""


def _slug(name: str) -> str:
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]+", "_", plain).strip("_")[:60]


def _free(name: str, taken: set[str]) -> str:
    number = 1
    while (found := name if number == 1 and name != "code" else f"{name}_{number}") in taken:
        number += 1
    return found
