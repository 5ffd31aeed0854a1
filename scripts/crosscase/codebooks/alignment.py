"""Two codebooks in comparable form: a domain of codebook.csv is a level in another tool's tree, or is missing there.

A domain corresponds to the root of the other codebook that has its title, its id (which may be made of the title) or
one of its other names. If there is none, but the other codebook has its codes without it, the domain is left out.
"""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from crosscase.codebooks.listed import CodePath, ListedCode, key
from crosscase.storage.text_form import fold
from crosscase.study.slugs import slug

Codes = dict[CodePath, ListedCode]


def aligned(old: Sequence[ListedCode], new: Sequence[ListedCode]) -> tuple[Codes, Codes]:
    """The codes of both by the keys under which they are compared."""
    if _is_ours(new):
        return _by_key(old), _fitted(new, old)
    return (_fitted(old, new) if _is_ours(old) else _by_key(old)), _by_key(new)


def _is_ours(codes: Iterable[ListedCode]) -> bool:
    return any(code.id for code in codes)


def _by_key(codes: Iterable[ListedCode]) -> Codes:
    return {key(code.path): code for code in codes}


def _fitted(ours: Sequence[ListedCode], other: Sequence[ListedCode]) -> Codes:
    domains = [code for code in ours if len(code.path) == 1]
    roots = _roots_of(domains, other)
    others = set() if _is_ours(other) else {key(code.path) for code in other}
    taken = {key((roots.get(domain.id, domain.path[0]),)) for domain in domains}
    fitted: Codes = {}
    for domain in domains:
        codes = [code for code in ours if key(code.path)[:1] == key(domain.path)]
        without = [replace(code, path=code.path[1:]) for code in codes if len(code.path) > 1]
        within = {key(code.path) for code in without}
        if root := roots.get(domain.id):
            if fold(root) != fold(domain.path[0]):
                codes = [replace(code, path=(root, *code.path[1:])) for code in codes]
        elif within & others and not within & (taken | fitted.keys()):
            codes = without
        fitted |= _by_key(codes)
    return fitted


def _roots_of(domains: Sequence[ListedCode], other: Iterable[ListedCode]) -> dict[str, str]:
    """The root of the other codebook that corresponds to each domain, by the domain's id."""
    roots = [code for code in other if len(code.path) == 1]
    names = {fold(name): code.path[0] for code in roots for name in (slug(code.path[0]), *code.also, code.path[0])}
    found = {domain.id: names[fold(domain.path[0])] for domain in domains if fold(domain.path[0]) in names}
    taken = {fold(domain.path[0]) for domain in domains} | set(map(fold, found.values()))
    for domain in domains:
        for name in map(fold, domain.also):
            if domain.id not in found and name in names and fold(names[name]) not in taken:
                found[domain.id] = names[name]
                taken.add(fold(names[name]))
    return found
